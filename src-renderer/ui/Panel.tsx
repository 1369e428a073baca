import { useId, type ReactNode } from 'react';
import './Panel.css';

export interface PanelProps {
  readonly title: string;
  /** Buttons at the end of the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** `bare` for a body that brings its own edges: a table, a map. */
  readonly padding?: 'regular' | 'bare';
}

/** A part of a screen with a name. Planes and hairlines part the screen; nothing floats. */
export function Panel({ title, actions, children, footer, padding = 'regular' }: PanelProps) {
  const titleId = useId();
  return (
    <section className="ui-panel" aria-labelledby={titleId}>
      <header className="ui-panel-head">
        <h2 id={titleId} className="ui-panel-title">
          {title}
        </h2>
        {actions}
      </header>
      <div className="ui-panel-body" data-padding={padding}>
        {children}
      </div>
      {footer ? <footer className="ui-panel-foot">{footer}</footer> : null}
    </section>
  );
}
