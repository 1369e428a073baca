import { useCallback, useState } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PinPad } from '../ui/PinPad.tsx';
import type { Person, PinAnswer } from './frame-model.ts';
import { personBeside, PersonList } from './PersonList.tsx';
import { pressPinKey, usePin } from './use-pin.ts';
import './OverrideDialog.css';

export interface OverrideDialogProps {
  /** The one act that is asked for, in a sentence: `Refund 90.00 to cash`. */
  readonly act: string;
  /** Those who have the right for it. */
  readonly people: readonly Person[];
  /** Repeats the call with this person's PIN. The dialog is done when it succeeds. */
  readonly allow: (personId: string, pin: string) => Promise<PinAnswer>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A manager's PIN in place: allows one act of the person at the counter, who stays signed in. */
export function OverrideDialog({ act, people, allow, onDone, onCancel }: OverrideDialogProps) {
  const [chosenId, setChosenId] = useState<string | null>(people[0]?.id ?? null);
  const chosen = people.find(({ id }) => id === chosenId) ?? null;
  const send = useCallback(
    async (pin: string) => {
      const answer = await allow(chosenId ?? '', pin);
      if (answer.ok) onDone();
      return answer;
    },
    [allow, chosenId, onDone],
  );
  const entry = usePin(send);
  const choose = (id: string | null) => {
    if (id === chosenId) return;
    setChosenId(id);
    entry.clear();
  };

  return (
    <Dialog title={text('frame.override.title')} isOpen onClose={onCancel}>
      <p className="app-override-act">{act}</p>
      <p className="app-override-recorded">{text('frame.override.recorded')}</p>
      {chosen ? (
        // Arrows choose the person and digits are the PIN wherever the focus is in here.
        <div
          role="presentation"
          className="app-override"
          onKeyDownCapture={(event) => {
            if (event.target instanceof HTMLInputElement || event.key === 'Escape') return;
            if (!pressPinKey(event.nativeEvent, entry)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            choose(personBeside(people, chosenId, event.key === 'ArrowDown' ? 1 : -1));
          }}
        >
          <PersonList label={text('frame.override.who')} people={people} chosenId={chosenId} onChoose={choose} />
          <PinPad
            key={chosen.id}
            label={chosen.name}
            pin={entry.pin}
            onChange={entry.change}
            onSubmit={entry.submit}
            problem={entry.problem}
            waitSeconds={entry.waitSeconds}
            isChecking={entry.isChecking}
            takesFocus
          />
        </div>
      ) : (
        <p>{text('frame.override.nobody')}</p>
      )}
    </Dialog>
  );
}
