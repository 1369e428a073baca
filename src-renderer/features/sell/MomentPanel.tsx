/**
 * The awkward moments, in one place and one shape: what happened, what is still safe, one button that is right most of
 * the time.
 */
import { X } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToneMark } from '../../ui/ToneMark.tsx';

export interface MomentPanelProps {
  readonly tone: 'note' | 'warn' | 'bad';
  readonly happened: string;
  readonly safe?: string | null;
  readonly step?: { readonly label: string; readonly key?: string; readonly run: () => void } | null;
  readonly onDismiss?: (() => void) | undefined;
}

export function MomentPanel({ tone, happened, safe = null, step = null, onDismiss }: MomentPanelProps) {
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
      {step ? (
        <div className="sell-moment-step">
          <Button keyHint={step.key} onPress={step.run}>
            {step.label}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
