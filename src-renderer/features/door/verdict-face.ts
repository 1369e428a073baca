/** What each verdict looks and sounds like. Colour, mark, word and sound each tell it apart on their own. */
import type { ScanAnswer } from '../../../src-shared/contract/door.ts';
import { VERDICTS, type Verdict } from '../../../src-shared/domain/door/verdict.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { eventTimeText } from '../../app/event-time.ts';

/** One colour from edge to edge each, but the last, which is black: nothing was decided. */
export type Look = 'admit' | 'refuse' | 'ask' | 'check' | 'none';
export type Mark = 'TICK' | 'CROSS' | 'HAND' | 'BACK';

export interface Note {
  readonly hz: number;
  readonly ms: number;
}

export interface Tune {
  readonly wave: 'sine' | 'triangle' | 'square' | 'sawtooth';
  readonly notes: readonly Note[];
}

export interface Face {
  readonly look: Look;
  readonly mark: Mark;
  readonly word: TextKey;
  readonly tune: Tune;
}

export type FaceName = Verdict | 'ADMIT_WITH_NOTE' | 'TAKEN_BACK' | 'NOT_TAKEN';

const tune = (wave: Tune['wave'], ...notes: readonly (readonly [hz: number, ms: number])[]): Tune => ({
  wave,
  notes: notes.map(([hz, ms]) => ({ hz, ms })),
});

/** Up is good, down is a question, low and rough is a no; how many notes tells which. */
export const FACES: Readonly<Record<FaceName, Face>> = {
  ADMIT: {
    look: 'admit',
    mark: 'TICK',
    word: 'doorScreen.verdict.ADMIT',
    tune: tune('sine', [880, 90], [1318, 160]),
  },
  ADMIT_WITH_NOTE: {
    look: 'admit',
    mark: 'TICK',
    word: 'doorScreen.verdict.ADMIT',
    tune: tune('sine', [880, 90], [1318, 90], [1760, 220]),
  },
  ALREADY_USED: {
    look: 'refuse',
    mark: 'CROSS',
    word: 'doorScreen.verdict.ALREADY_USED',
    tune: tune('square', [196, 140], [0, 60], [196, 240]),
  },
  CANCELLED: {
    look: 'refuse',
    mark: 'CROSS',
    word: 'doorScreen.verdict.CANCELLED',
    tune: tune('square', [196, 420]),
  },
  BAD_SIGNATURE: {
    look: 'refuse',
    mark: 'CROSS',
    word: 'doorScreen.verdict.BAD_SIGNATURE',
    tune: tune('sawtooth', [147, 110], [0, 50], [147, 110], [0, 50], [147, 260]),
  },
  NOT_PAID: {
    look: 'ask',
    mark: 'HAND',
    word: 'doorScreen.verdict.NOT_PAID',
    tune: tune('triangle', [659, 130], [440, 260]),
  },
  WRONG_EVENT: {
    look: 'ask',
    mark: 'HAND',
    word: 'doorScreen.verdict.WRONG_EVENT',
    tune: tune('triangle', [659, 110], [523, 110], [392, 240]),
  },
  UNKNOWN: {
    look: 'ask',
    mark: 'HAND',
    word: 'doorScreen.verdict.UNKNOWN',
    tune: tune('triangle', [330, 120], [0, 60], [330, 240]),
  },
  TAKEN_BACK: {
    look: 'check',
    mark: 'BACK',
    word: 'doorScreen.verdict.TAKEN_BACK',
    tune: tune('sine', [1318, 90], [880, 180]),
  },
  NOT_TAKEN: {
    look: 'none',
    mark: 'HAND',
    word: 'doorScreen.verdict.NOT_TAKEN',
    tune: tune('sawtooth', [110, 300]),
  },
};

const SEAT_NOTES = ['WHEELCHAIR', 'COMPANION', 'VIP', 'HOUSE'] as const;

/** What whoever stands at the door should know of the guest. */
export function notesOf({ ticket }: Pick<ScanAnswer, 'ticket'>): readonly string[] {
  if (!ticket) return [];
  const kind = SEAT_NOTES.find((each) => each === ticket.seatKind);
  return [
    ...(kind ? [text(`doorScreen.note.${kind}`)] : []),
    ...(ticket.restrictedView ? [text('doorScreen.note.restrictedView')] : []),
  ];
}

export function faceOf(answer: Pick<ScanAnswer, 'verdict' | 'ticket'>, isCorrection: boolean): FaceName {
  if (isCorrection) return 'TAKEN_BACK';
  return answer.verdict === 'ADMIT' && notesOf(answer).length > 0 ? 'ADMIT_WITH_NOTE' : answer.verdict;
}

export function seatText({ section, row, label }: { section: string; row: string; label: string }): string {
  return text('doorScreen.seat', { section, row, label });
}

/** Why, in one line; null where the word says it all. */
export function whyOf(answer: ScanAnswer, isCorrection: boolean, locale: string): string | null {
  if (isCorrection) return text('doorScreen.takenBack');
  const { verdict, ticket, earlier, at } = answer;
  const whys: Readonly<Record<Verdict, string | null>> = {
    ADMIT: null,
    ALREADY_USED:
      ticket && earlier
        ? text('doorScreen.usedAt', {
            time: eventTimeText(earlier.at, ticket.eventTimeZone, at, locale),
            gate: earlier.gate,
          })
        : null,
    CANCELLED: text('doorScreen.cancelled'),
    NOT_PAID: text('doorScreen.notPaid'),
    WRONG_EVENT: ticket
      ? text('doorScreen.otherEvent', {
          title: ticket.eventTitle,
          time: eventTimeText(ticket.eventStartsAt, ticket.eventTimeZone, at, locale),
        })
      : null,
    BAD_SIGNATURE: text('doorScreen.badSignature'),
    UNKNOWN: text('doorScreen.unknown'),
  };
  return whys[verdict];
}

/** Where the guest goes from here. */
export function stepOf({ verdict, ticket }: ScanAnswer, isCorrection: boolean): string | null {
  if (isCorrection) return null;
  if (verdict === 'ADMIT')
    return ticket?.entrance
      ? text('doorScreen.step.entrance', { entrance: ticket.entrance })
      : text('doorScreen.step.in');
  if (verdict === 'WRONG_EVENT') return text('doorScreen.step.otherDoor');
  return text(verdict === 'UNKNOWN' ? 'doorScreen.step.squareCode' : 'doorScreen.step.boxOffice');
}

export const FACE_NAMES: readonly FaceName[] = [...VERDICTS, 'ADMIT_WITH_NOTE', 'TAKEN_BACK', 'NOT_TAKEN'];
