import { Check, Hand, ScanLine, Undo2, Users, X, type LucideIcon } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useLocale } from 'react-aria-components';
import type { ScanAnswer } from '../../../src-shared/contract/door.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { Shown } from './door-session.ts';
import { FACES, faceOf, notesOf, seatText, stepOf, whyOf, type FaceName, type Mark } from './verdict-face.ts';

/** Each with its own edges, so that all are as large as the word. */
const MARKS: Readonly<Record<Mark, { readonly Icon: LucideIcon; readonly viewBox: string }>> = {
  TICK: { Icon: Check, viewBox: '2 1.5 20 20' },
  CROSS: { Icon: X, viewBox: '4 4 16 16' },
  HAND: { Icon: Hand, viewBox: '0 0 24 24' },
  BACK: { Icon: Undo2, viewBox: '1 2 22 20' },
};

export function VerdictMark({ mark }: { readonly mark: Mark }) {
  const { Icon, viewBox } = MARKS[mark];
  return <Icon className="door-mark" viewBox={viewBox} aria-hidden="true" strokeWidth={3} />;
}

/** The word, one part a line, with its mark as tall as both lines. */
function VerdictHead({ face }: { readonly face: FaceName }) {
  const { word, mark } = FACES[face];
  const lines = text(word).split(' ');
  const longest = Math.max(...lines.map((line) => line.length));
  return (
    <div className="door-head" style={{ '--longest': longest, '--lines': lines.length } as CSSProperties}>
      <VerdictMark mark={mark} />
      <h1 className="door-word">
        {lines.map((line) => (
          <span key={line}>{line} </span>
        ))}
      </h1>
    </div>
  );
}

function Group({ group }: { readonly group: ScanAnswer['group'] }) {
  if (!group || group.total < 2) return null;
  const { inside, total } = group;
  return (
    <p className="door-group">
      <Users aria-hidden="true" strokeWidth={2.5} />
      {inside === total ? text('doorScreen.group.all', { total }) : text('doorScreen.group', { inside, total })}
    </p>
  );
}

function Answer({ answer, isCorrection }: { readonly answer: ScanAnswer; readonly isCorrection: boolean }) {
  const { locale } = useLocale();
  const face = faceOf(answer, isCorrection);
  const { ticket, isRepeat } = answer;
  const notes = face === 'ADMIT_WITH_NOTE' ? notesOf(answer) : [];
  const why = whyOf(answer, isCorrection, locale);
  const step = stepOf(answer, isCorrection);
  const name = ticket?.holderName ?? ticket?.customerName ?? null;
  return (
    <div className="door-answer" data-face={face} data-testid="door-answer" role="alert">
      <VerdictHead face={face} />
      <div className="door-facts">
        {ticket ? (
          <p className="door-seat">
            {seatText(ticket)} <span className="door-type">{ticket.ticketTypeName}</span>
          </p>
        ) : null}
        {name ? <p className="door-name">{name}</p> : null}
        {why ? <p className="door-why">{why}</p> : null}
        <div className="door-line">
          <Group group={answer.group} />
          {isRepeat ? <p className="door-again">{text('doorScreen.again')}</p> : null}
        </div>
      </div>
      {notes.length > 0 ? <p className="door-note">{notes.join(' · ')}</p> : null}
      {step ? <p className="door-step">{step}</p> : null}
    </div>
  );
}

export interface VerdictViewProps {
  readonly shown: Shown | null;
  readonly isBusy: boolean;
  readonly isCoreLost: boolean;
}

/** What the door says now. Nothing old is left while a new answer is awaited. */
export function VerdictView({ shown, isBusy, isCoreLost }: VerdictViewProps) {
  if (isBusy || !shown) {
    const words = isCoreLost ? 'doorScreen.coreLost' : isBusy ? 'doorScreen.checking' : 'doorScreen.ready.text';
    return (
      <output className="door-waiting" data-busy={isBusy}>
        <ScanLine aria-hidden="true" strokeWidth={1.5} />
        <p className="door-waiting-word">{text(words)}</p>
      </output>
    );
  }
  if (shown.kind === 'REFUSED')
    return (
      <div className="door-answer" data-face="NOT_TAKEN" data-testid="door-answer" role="alert">
        <VerdictHead face="NOT_TAKEN" />
        <p className="door-why">{shown.error.message}</p>
      </div>
    );
  return <Answer answer={shown.answer} isCorrection={shown.isCorrection} />;
}
