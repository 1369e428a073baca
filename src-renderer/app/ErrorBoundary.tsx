import { Component, type ReactNode } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { Button } from '../ui/Button.tsx';
import './ErrorBoundary.css';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** A bug on one screen stops that screen alone, and says what is safe. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="app-error" role="alert">
        <h1>{text('frame.error.title')}</h1>
        <p>{text('frame.error.safe')}</p>
        <Button tone="primary" onPress={() => this.setState({ error: null })}>
          {text('frame.error.again')}
        </Button>
        <h2>{text('frame.error.details')}</h2>
        <pre data-selectable>{error.stack ?? error.message}</pre>
      </div>
    );
  }
}
