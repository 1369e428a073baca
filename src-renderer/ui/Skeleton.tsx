import { text } from '../../src-shared/text/text.ts';
import './Skeleton.css';

export interface SkeletonProps {
  readonly lines?: number;
  /** A CSS length: as wide as what will stand here. */
  readonly width?: string;
}

/** The place of something that is being loaded. It is as large as what comes, and stands still. */
export function Skeleton({ lines = 1, width = '100%' }: SkeletonProps) {
  return (
    <output className="ui-skeleton" aria-label={text('ui.loading')} style={{ inlineSize: width }}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="ui-skeleton-line" data-last={lines > 1 && index === lines - 1} />
      ))}
    </output>
  );
}
