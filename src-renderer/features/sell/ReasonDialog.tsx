import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { text } from '../../../src-shared/text/text.ts';
import { useFirstField } from './use-first-field.ts';

export interface ReasonDialogProps {
  readonly title: string;
  readonly detail?: string;
  readonly label: string;
  /** Usual reasons, in one press. */
  readonly suggestions: readonly string[];
  readonly confirm: string;
  readonly tone?: 'primary' | 'danger';
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why, for what is recorded with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, detail, label, suggestions, confirm, tone = 'primary', onConfirm, onClose } = props;
  const form = useFirstField<HTMLFormElement>();
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  const send = () => {
    if (!isEmpty) onConfirm(reason.trim());
  };
  /** Taken as if it were typed: Enter then does it. */
  const take = (suggestion: string) => {
    setReason(suggestion);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            {text('ui.cancel')}
          </Button>
          <Button tone={tone} keyHint="Enter" isDisabled={isEmpty} onPress={send}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="sell-reason"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {detail ? <p>{detail}</p> : null}
        <TextField label={label} value={reason} onChange={setReason} maxLength={200} autoComplete="off" />
        <div className="sell-suggestions">
          {suggestions.map((suggestion) => (
            <Button key={suggestion} size="compact" onPress={() => take(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
