import type { ReactNode } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { TriangleAlert } from 'lucide-react';
import { durationToText } from './duration-text.ts';
import './Ring.css';

export interface RingProps {
  readonly remainingMs: number;
  readonly totalMs: number;
  readonly children: ReactNode;
}

/** At a minute left the ring turns amber and its time comes forward with a mark [S3]. */
const RING_WARNING_MS = 60_000;

/** A clock as a thin line round something: calm until a minute is left. The time stands beside it in figures. */
export function Ring({ remainingMs, totalMs, children }: RingProps) {
  const left = Math.max(0, remainingMs);
  const percent = totalMs > 0 ? Math.min(100, (left / totalMs) * 100) : 0;
  const isLate = left <= RING_WARNING_MS;
  const time = durationToText(left);
  return (
    <div className="ui-ring" data-late={isLate}>
      <svg className="ui-ring-lines" aria-hidden="true">
        <rect className="ui-ring-track" pathLength={100} />
        {percent > 0 ? <rect className="ui-ring-left" pathLength={100} strokeDasharray={`${percent} 100`} /> : null}
      </svg>
      {children}
      <span className="ui-ring-time" role="timer" aria-label={text('ui.ring.left', { time })}>
        {isLate ? <TriangleAlert aria-hidden="true" /> : null}
        {time}
      </span>
    </div>
  );
}
