/**
 * The awkward moments, in one place and one shape: what happened, what is still safe, one button that is right most of
 * the time.
 */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToneMark } from '../../ui/ToneMark.tsx';

interface MomentStep {
  readonly label: string;
  readonly key?: string;
  readonly run: () => void;
}

export interface MomentPanelProps {
  readonly tone: 'note' | 'warn' | 'bad';
  readonly happened: string;
  readonly safe?: string | null;
  readonly step?: MomentStep | null;
  readonly second?: MomentStep | null;
  readonly onDismiss?: (() => void) | undefined;
  /** Steps with keys of their own. */
  readonly children?: ReactNode;
}

export function MomentPanel({ tone, happened, safe = null, onDismiss, children, ...steps }: MomentPanelProps) {
  const buttons = [steps.step, steps.second].filter((step) => step !== null && step !== undefined);
  return (
    <section className="sell-moment" data-tone={tone} role={tone === 'note' ? 'status' : 'alert'}>
      <ToneMark tone={tone} />
      <div className="sell-moment-words">
        <p className="sell-moment-happened">{happened}</p>
        {safe ? <p className="sell-moment-safe">{safe}</p> : null}
      </div>
      {onDismiss ? (
        <IconButton icon={X} label={text('sell.moment.dismiss')} size="compact" onPress={onDismiss} />
      ) : null}
      <div className="sell-moment-steps">
        {buttons.map(({ label, key, run }) => (
          <Button key={label} keyHint={key} onPress={run}>
            {label}
          </Button>
        ))}
        {children}
      </div>
    </section>
  );
}
