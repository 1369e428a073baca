import { ToneMark, type Tone } from './ToneMark.tsx';
import './Timeline.css';

export interface TimelineEntry {
  readonly id: string;
  /** As people read it, in the event's time zone. */
  readonly when: string;
  /** What happened, in a sentence. */
  readonly what: string;
  /** Who did it and where: `Ana at Counter 2`. */
  readonly who?: string;
  readonly tone?: Tone;
}

/** The story of a thing, latest first or oldest first as the caller gives it. */
export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="ui-timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="ui-timeline-entry">
          <time className="ui-timeline-when">{entry.when}</time>
          <span className="ui-timeline-mark">
            <ToneMark tone={entry.tone ?? 'idle'} />
          </span>
          <span>
            <span className="ui-timeline-what">{entry.what}</span>
            {entry.who ? <span className="ui-timeline-who">{entry.who}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
