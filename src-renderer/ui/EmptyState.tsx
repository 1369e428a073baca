import type { ReactNode } from 'react';
import './EmptyState.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do first, in a sentence. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where there is nothing yet: what to do first. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      {children ? <p className="ui-empty-text">{children}</p> : null}
      {action}
    </div>
  );
}
