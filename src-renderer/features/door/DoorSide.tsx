import { useLocale } from 'react-aria-components';
import type { DoorCounts } from '../../../src-shared/contract/door.ts';
import { text } from '../../../src-shared/text/text.ts';
import { eventTimeText } from '../../app/event-time.ts';
import { useProgramState } from '../../app/use-program.ts';
import type { DoorSession, RecentScan } from './door-session.ts';
import { useDoorState } from './use-door.ts';
import { FACES, faceOf, seatText } from './verdict-face.ts';
import { VerdictMark } from './VerdictView.tsx';

function EventCount({ counts }: { readonly counts: DoorCounts }) {
  const { locale } = useLocale();
  return (
    <li className="door-count">
      <p className="door-count-title">
        {counts.title} <span>{eventTimeText(counts.startsAt, counts.timeZone, counts.startsAt, locale)}</span>
      </p>
      <p className="door-count-figures figures">
        <strong>{counts.admitted.toLocaleString(locale)}</strong>{' '}
        {text('doorScreen.of', { expected: counts.expected.toLocaleString(locale) })}
      </p>
      <p className="door-count-rate">{text('doorScreen.rate', { count: counts.lastFiveMinutes })}</p>
    </li>
  );
}

function LastScan({ scan: { answer, isCorrection } }: { readonly scan: RecentScan }) {
  const { locale } = useLocale();
  const { word, mark } = FACES[faceOf(answer, isCorrection)];
  const { ticket, at } = answer;
  const timeZone = useProgramState(({ house }) => house?.timeZone ?? 'UTC');
  return (
    <li className="door-last">
      <VerdictMark mark={mark} />
      <p>
        <strong>{text(word)}</strong>
        <span>{ticket ? seatText(ticket) : text('doorScreen.noTicket')}</span>
      </p>
      <time className="figures">{eventTimeText(at, timeZone, at, locale)}</time>
    </li>
  );
}

export interface DoorSideProps {
  readonly session: DoorSession;
  readonly counts: readonly DoorCounts[];
  readonly gate: string;
  readonly isCoreLost: boolean;
}

/** Small at the side: which gate, how many are in, and the last five scans. */
export function DoorSide({ session, counts, gate, isCoreLost }: DoorSideProps) {
  const recent = useDoorState(session, (state) => state.recent);
  return (
    <aside className="door-side">
      <dl className="door-gate">
        <dt>{text('doorScreen.gate')}</dt>
        <dd>{gate}</dd>
        <dd className="door-mode">{text(isCoreLost ? 'doorScreen.coreLost' : 'doorScreen.here')}</dd>
      </dl>
      <ul className="door-counts" aria-label={text('doorScreen.in')}>
        {counts.map((each) => (
          <EventCount key={each.eventId} counts={each} />
        ))}
      </ul>
      <section className="door-recent">
        <h2>{text('doorScreen.last')}</h2>
        {recent.length === 0 ? <p>{text('doorScreen.last.none')}</p> : null}
        <ol>
          {recent.map((scan) => (
            <LastScan key={scan.key} scan={scan} />
          ))}
        </ol>
      </section>
    </aside>
  );
}
