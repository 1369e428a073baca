import { ToneMark, type Tone } from './ToneMark.tsx';
import './Status.css';

/** The state of a thing: a mark and a word, in a line or a cell. */
export function Status({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className="ui-status" data-tone={tone}>
      <ToneMark tone={tone} />
      <span>{children}</span>
    </span>
  );
}

/** A number that hangs on something: `3` on the print queue. It is never the only way to know. */
export function Badge({ count, tone = 'idle' }: { readonly count: number; readonly tone?: Tone }) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {count}
    </span>
  );
}
