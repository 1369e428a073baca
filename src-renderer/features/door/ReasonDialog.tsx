import { useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { walkedIndex } from './walked-index.ts';

const REASONS = {
  ADMIT: ['doorScreen.reason.unreadable', 'doorScreen.reason.left', 'doorScreen.reason.phone'],
  CORRECT: ['doorScreen.reason.mistake', 'doorScreen.reason.wentOut', 'doorScreen.reason.wrongPerson'],
} as const;

const WORDS = {
  ADMIT: { title: 'doorScreen.admit.title', button: 'doorScreen.admit.button' },
  CORRECT: { title: 'doorScreen.correct.title', button: 'doorScreen.correct.button' },
} as const;

const LONGEST_REASON = 200;

export interface ReasonDialogProps {
  readonly act: 'ADMIT' | 'CORRECT';
  readonly seat: string;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why something is done by hand: the usual reasons by arrows and Enter, any other by typing it. */
export function ReasonDialog({ act, seat, onGive, onClose }: ReasonDialogProps) {
  const [index, setIndex] = useState(0);
  const [own, setOwn] = useState('');
  const reasons = REASONS[act].map((key) => text(key));
  const reason = own.trim() === '' ? (reasons[index] ?? '') : own.trim();
  return (
    <Dialog
      title={text(WORDS[act].title, { seat })}
      isOpen
      onClose={onClose}
      footer={
        <Button tone="primary" size="large" keyHint="Enter" onPress={() => onGive(reason)}>
          {text(WORDS[act].button)}
        </Button>
      }
    >
      <div
        className="door-reason"
        role="presentation"
        onKeyDownCapture={(event) => {
          const next = walkedIndex(event.key, index, reasons.length);
          if (next !== null) {
            setOwn('');
            setIndex(next);
          } else if (event.key === 'Enter' && !event.repeat) onGive(reason);
          else return;
          event.preventDefault();
        }}
      >
        <ul className="door-reasons" role="listbox" aria-label={text('doorScreen.reason')}>
          {reasons.map((each, at) => (
            <li
              key={each}
              role="option"
              aria-selected={own === '' && at === index}
              className="door-reason-line"
              data-marked={own.trim() === '' && at === index}
              onPointerUp={() => {
                setOwn('');
                setIndex(at);
              }}
            >
              {each}
            </li>
          ))}
        </ul>
        <TextField
          label={text('doorScreen.reason.other')}
          value={own}
          onChange={setOwn}
          maxLength={LONGEST_REASON}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
