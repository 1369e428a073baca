import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { Button } from './Button.tsx';
import './ProgressBar.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Work that takes long can always be stopped; what is done stays done. */
  readonly onCancel?: () => void;
}

/** Work that takes long: how far, of how much, and a way to stop. */
export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  return (
    <div className="ui-progress">
      <AriaProgressBar
        className="ui-progress-bar"
        value={done}
        maxValue={Math.max(1, total)}
        valueLabel={`${done} / ${total}`}
      >
        {({ percentage, valueText }) => (
          <>
            <span className="ui-progress-words">
              <Label>{label}</Label>
              <span>{valueText}</span>
            </span>
            <span className="ui-progress-track">
              <span className="ui-progress-fill" style={{ inlineSize: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </AriaProgressBar>
      {onCancel ? (
        <Button size="compact" onPress={onCancel}>
          {text('ui.cancel')}
        </Button>
      ) : null}
    </div>
  );
}
