import { useState } from 'react';
import type { EventDetail, HoldView } from '../../../src-shared/contract/event.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { categoryColor } from '../../../src-shared/domain/seat-map/category-style.ts';
import { text } from '../../../src-shared/text/text.ts';
import { problemOf } from '../../app/issues.ts';
import { ReasonDialog } from '../../app/ReasonDialog.tsx';
import { choiceInWords } from '../../app/SeatChoiceBar.tsx';
import { useAct, type Act } from '../../app/use-act.ts';
import { colorOptions } from '../../canvas/color-options.ts';
import { ColorChoice } from '../../ui/ColorChoice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { letterFor } from './chosen-seats.ts';

export type SeatWork =
  | { readonly kind: 'HOLD' | 'BLOCK' | 'UNBLOCK'; readonly ordinals: readonly number[] }
  /** `ordinals` null releases the whole hold. */
  | { readonly kind: 'RELEASE'; readonly ordinals: readonly number[] | null; readonly hold: HoldView };

export interface SeatWorkDialogProps {
  readonly event: EventDetail;
  readonly columns: SeatColumns;
  readonly work: SeatWork;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const NEW_HOLD = 'new';

interface HoldDraft {
  readonly into: string;
  readonly name: string;
  readonly letter: string | null;
  readonly color: string;
}

function seatIdsOf({ columns, work }: SeatWorkDialogProps): string[] {
  return (work.ordinals ?? []).map((ordinal) => columns.ids.at(ordinal));
}

function titleOf({ columns, work }: SeatWorkDialogProps): string {
  if (work.kind === 'RELEASE' && work.ordinals === null) {
    return text('eventScreen.release.whole', { name: work.hold.name });
  }
  const seats = choiceInWords(columns, work.ordinals ?? []);
  const keys = { HOLD: 'hold', BLOCK: 'block', UNBLOCK: 'unblock', RELEASE: 'release' } as const;
  return text(`eventScreen.${keys[work.kind]}.title`, { seats });
}

const STEPS = {
  HOLD: 'eventScreen.hold',
  BLOCK: 'eventScreen.block',
  UNBLOCK: 'eventScreen.unblock',
  RELEASE: 'eventScreen.release',
} as const;

/** @returns whether it was done */
async function doWork(act: Act, props: SeatWorkDialogProps, reason: string, draft: HoldDraft): Promise<boolean> {
  const { event, work } = props;
  const seatIds = seatIdsOf(props);
  const { eventId, title } = event;
  const sentence = (key: 'hold' | 'block' | 'unblock') =>
    text(`eventScreen.${key}.act`, { count: seatIds.length, title });
  switch (work.kind) {
    case 'BLOCK':
      return (await act.run(sentence('block'), 'seat.block', { eventId, seatIds, reason })).ok;
    case 'UNBLOCK':
      return (await act.run(sentence('unblock'), 'seat.unblock', { eventId, seatIds, reason })).ok;
    case 'RELEASE': {
      const count = work.ordinals?.length ?? work.hold.seatCount;
      const part = work.ordinals === null ? {} : { seatIds };
      const input = { holdId: work.hold.holdId, reason, ...part };
      return (await act.run(text('eventScreen.release.act', { count, title }), 'hold.release', input)).ok;
    }
    case 'HOLD': {
      if (draft.into !== NEW_HOLD) {
        return (await act.run(sentence('hold'), 'hold.addSeats', { holdId: draft.into, seatIds })).ok;
      }
      const { name, color } = draft;
      const letter = draft.letter ?? letterFor(name, event.holds);
      return (await act.run(sentence('hold'), 'hold.create', { eventId, name, letter, color, reason, seatIds })).ok;
    }
  }
}

/** Asks for what an act on seats needs: a reason always; for a hold also its name, letter and colour, or which it joins. */
export function SeatWorkDialog(props: SeatWorkDialogProps) {
  const { event, work, onClose, onDone } = props;
  const act = useAct();
  const active = event.holds.filter(({ status }) => status === 'ACTIVE');
  const [draft, setDraft] = useState<HoldDraft>({
    into: NEW_HOLD,
    name: '',
    letter: null,
    color: categoryColor(event.holds.length),
  });
  const run = async (reason: string) => {
    if (await doWork(act, props, reason, draft)) onDone();
  };
  const joined = active.find(({ holdId }) => holdId === draft.into);
  return (
    <ReasonDialog
      title={titleOf(props)}
      step={text(STEPS[work.kind])}
      tone={work.kind === 'BLOCK' ? 'danger' : 'primary'}
      error={act.error}
      isBusy={act.isBusy}
      onDo={(reason) => void run(reason)}
      onClose={onClose}
      {...(joined ? { fixedReason: joined.reason } : {})}
    >
      {work.kind === 'HOLD' ? <HoldFields event={event} act={act} draft={draft} onChange={setDraft} /> : null}
    </ReasonDialog>
  );
}

interface HoldFieldsProps {
  readonly event: EventDetail;
  readonly act: Act;
  readonly draft: HoldDraft;
  readonly onChange: (draft: HoldDraft) => void;
}

function HoldFields({ event, act, draft, onChange }: HoldFieldsProps) {
  const active = event.holds.filter(({ status }) => status === 'ACTIVE');
  const choices = [
    { id: NEW_HOLD, name: text('eventScreen.hold.new') },
    ...active.map(({ holdId, name, reason }) => ({ id: holdId, name, detail: reason })),
  ];
  return (
    <>
      {active.length > 0 ? (
        <Select
          label={text('eventScreen.hold.into')}
          choices={choices}
          value={draft.into}
          onChange={(into) => onChange({ ...draft, into })}
        />
      ) : null}
      {draft.into === NEW_HOLD ? (
        <>
          <div className="event-hold-fields">
            <TextField
              label={text('office.name')}
              placeholder={text('eventScreen.hold.name.hint')}
              value={draft.name}
              onChange={(name) => onChange({ ...draft, name })}
              maxLength={60}
              problem={problemOf(act.error, 'name', text('office.name'))}
            />
            <TextField
              label={text('office.letter')}
              value={draft.letter ?? letterFor(draft.name, event.holds)}
              onChange={(letter) => onChange({ ...draft, letter })}
              maxLength={2}
              problem={problemOf(act.error, 'letter', text('office.letter'))}
            />
          </div>
          <ColorChoice
            label={text('office.colour')}
            options={colorOptions(draft.color)}
            value={draft.color}
            onChange={(color) => onChange({ ...draft, color })}
          />
        </>
      ) : null}
    </>
  );
}
