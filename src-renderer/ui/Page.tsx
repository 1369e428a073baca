import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import './Page.css';

export interface PageProps {
  readonly title: string;
  /** Beside the title: a state, a date. */
  readonly facts?: ReactNode;
  /** The way back, where the page belongs to a list. */
  readonly back?: { readonly label: string; readonly onPress: () => void };
  /** Buttons at the end of the title's line, the one that is right most of the time last. */
  readonly actions?: ReactNode;
  /** Messages under the title's line. */
  readonly messages?: ReactNode;
  readonly children: ReactNode;
  /** `bare` for a body that brings its own edges. */
  readonly padding?: 'regular' | 'bare';
}

/** An office screen: one line that says where one is and what can be done, and the work below it. */
export function Page({ title, facts, back, actions, messages, children, padding = 'bare' }: PageProps) {
  return (
    <div className="ui-page">
      <header className="ui-page-head">
        {back ? <IconButton icon={ArrowLeft} label={back.label} size="compact" onPress={back.onPress} /> : null}
        <h1 className="ui-page-title">{title}</h1>
        <div className="ui-page-facts">{facts}</div>
        <div className="ui-page-actions">{actions}</div>
      </header>
      {messages}
      <div className="ui-page-body" data-padding={padding}>
        {children}
      </div>
    </div>
  );
}
