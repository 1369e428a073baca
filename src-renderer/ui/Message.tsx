import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { IconButton } from './IconButton.tsx';
import { ToneMark, type Tone } from './ToneMark.tsx';
import './Message.css';

export interface MessageProps {
  readonly tone: Exclude<Tone, 'idle'>;
  /** One sentence: what happened. */
  readonly children: ReactNode;
  /** What is still safe, or what it means: quieter, under the sentence. */
  readonly detail?: ReactNode;
  /** The next step: a Button, the one that is right most of the time. */
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

const WORDS = { ok: 'ui.tone.ok', note: 'ui.tone.note', warn: 'ui.tone.warn', bad: 'ui.tone.bad' } as const;

/** Said where the eye is, with the next step as a button. It stays until it is answered or put away. */
export function Message({ tone, children, detail, action, onDismiss }: MessageProps) {
  return (
    <div className="ui-message" data-tone={tone} role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}>
      <ToneMark tone={tone} />
      <div className="ui-message-text">
        <span className="visually-hidden">{text(WORDS[tone])}: </span>
        <span className="ui-message-sentence">{children}</span>
        {detail ? <span className="ui-message-detail">{detail}</span> : null}
      </div>
      {action}
      {onDismiss ? <IconButton icon={X} label={text('ui.dismiss')} size="compact" onPress={onDismiss} /> : null}
    </div>
  );
}
