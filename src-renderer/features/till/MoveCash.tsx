/** Cash in or out of the drawer that is no sale: an amount, a reason, Enter. */
import { useState, type FormEvent } from 'react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { en } from '../../../src-shared/text/en.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { closeOnEscape } from '../../ui/close-on-escape.ts';
import { useFocusInsideAtStart } from '../../ui/use-focus-at-start.ts';
import type { MovementKind } from './drawer-sums.ts';

export interface MoveCashProps {
  readonly kind: MovementKind;
  readonly currency: string;
  /** With the drawer as it is after it. */
  readonly onDone: (amountMinor: number, session: CashSessionView) => void;
  readonly onClose: () => void;
}

/** The contract's largest amount. */
const LIMIT_MINOR = 100_000_000;
const REASON_LENGTH = 200;

function usualReasons(kind: MovementKind): readonly string[] {
  return [1, 2, 3]
    .map((number) => `till.reason.${kind}.${number}`)
    .flatMap((key) => (key in en ? [text(key as TextKey)] : []));
}

function useMoveCash({ kind, onDone }: MoveCashProps) {
  const act = useAct({ isOnce: true });
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [wasAsked, setWasAsked] = useState(false);
  const needsAmount = kind !== 'NO_SALE';
  const missing = {
    amount: needsAmount && !amountMinor ? text('till.move.needsAmount') : null,
    reason: reason.trim() === '' ? text('till.move.needsReason') : null,
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setWasAsked(true);
    if (missing.amount !== null || missing.reason !== null) return;
    const amount = needsAmount ? (amountMinor ?? 0) : 0;
    const input = { kind, amountMinor: amount, reason: reason.trim() };
    const moved = await act.run(text(`till.move.${kind}`), 'cash.move', input);
    if (moved.ok) onDone(amount, moved.value);
  };
  const shown = { amount: wasAsked ? missing.amount : null, reason: wasAsked ? missing.reason : null };
  return { amountMinor, setAmountMinor, reason, setReason, problem: act.error?.message, shown, needsAmount, send };
}

export function MoveCash(props: MoveCashProps) {
  const { kind, currency, onClose } = props;
  const form = useFocusInsideAtStart<HTMLFormElement>('input');
  const move = useMoveCash(props);
  /** Taken as if it were typed: Enter then does it. */
  const takeReason = (reason: string) => {
    move.setReason(reason);
    [...(form.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  };
  return (
    <div role="presentation" className="till-panel-frame" onKeyDown={(event) => closeOnEscape(event, onClose)}>
      <form
        ref={form}
        className="till-panel"
        aria-label={text(`till.move.${kind}`)}
        onSubmit={(event) => void move.send(event)}
      >
        <h3>{text(`till.move.${kind}`)}</h3>
        {move.needsAmount ? (
          <MoneyField
            label={text('till.move.amount')}
            valueMinor={move.amountMinor}
            currency={currency}
            onChange={move.setAmountMinor}
            limitMinor={LIMIT_MINOR}
            problem={move.shown.amount}
          />
        ) : null}
        <TextField
          label={text('till.move.reason')}
          value={move.reason}
          onChange={move.setReason}
          maxLength={REASON_LENGTH}
          problem={move.shown.reason}
        />
        <div className="till-reasons">
          {usualReasons(kind).map((each) => (
            <ToggleChip key={each} isLit={move.reason === each} onChange={() => takeReason(each)}>
              {each}
            </ToggleChip>
          ))}
        </div>
        {move.problem ? <Message tone="bad">{move.problem}</Message> : null}
        <div className="till-panel-foot">
          <Button onPress={onClose} keyHint="Escape">
            {text('till.back')}
          </Button>
          <Button type="submit" tone="primary" keyHint="Enter">
            {text(`till.move.do.${kind}`)}
          </Button>
        </div>
      </form>
    </div>
  );
}
