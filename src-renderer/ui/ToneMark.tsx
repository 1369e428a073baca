import { Circle, CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';
import './tone.css';

/** How things stand. Each has a colour, a shape of its own and, wherever it is shown, words. */
export type Tone = 'ok' | 'note' | 'warn' | 'bad' | 'idle';

const MARKS = { ok: CircleCheck, note: Info, warn: TriangleAlert, bad: OctagonX, idle: Circle } as const;

/** The shape of a tone: tick in a circle, i, triangle, octagon, empty circle. */
export function ToneMark({ tone }: { readonly tone: Tone }) {
  const Mark = MARKS[tone];
  return <Mark className="ui-tone-mark" data-tone={tone} aria-hidden="true" strokeWidth={2} />;
}
