import { useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFirstField } from './use-first-field.ts';

export interface CardReferenceProps {
  readonly amount: string;
  readonly onTake: (reference: string) => void;
  readonly onClose: () => void;
}

/** A card on a terminal of its own: what it took, by the reference on its slip. */
export function CardReference({ amount, onTake, onClose }: CardReferenceProps) {
  const form = useFirstField<HTMLFormElement>();
  const [reference, setReference] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = () => {
    if (reference.trim() === '') return setProblem(text('sell.paying.card.needed'));
    onTake(reference.trim());
  };
  return (
    <form
      ref={form}
      className="sell-card-reference"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="sell-card-amount">{text('sell.paying.card.amount', { amount })}</p>
      <TextField
        label={text('sell.paying.card.reference')}
        value={reference}
        problem={problem}
        onChange={(typed) => {
          setReference(typed);
          setProblem(null);
        }}
        maxLength={60}
        onKeyDown={(event) => (event.key === 'Escape' ? onClose() : event.continuePropagation())}
        autoComplete="off"
      />
      <div className="sell-card-foot">
        <Button keyHint="Escape" onPress={onClose}>
          {text('ui.cancel')}
        </Button>
        <Button tone="primary" keyHint="Enter" onPress={send}>
          {text('sell.paying.card.take')}
        </Button>
      </div>
    </form>
  );
}
