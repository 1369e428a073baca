import { useState, type FormEvent } from 'react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { Act } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFocusInsideAtStart } from '../../ui/use-focus-at-start.ts';
import { useMoney } from '../../ui/use-money.ts';

export interface ApproveDifferenceProps {
  readonly session: CashSessionView;
  readonly act: Act;
  /** What the core refused, in its words. */
  readonly why: string;
  readonly onClosed: (session: CashSessionView) => void;
  readonly onBack: () => void;
}

const REASON_LENGTH = 200;

/** A difference over the limit, or somebody else's drawer: a manager's PIN here closes it. */
export function ApproveDifference({ session, act, why, onClosed, onBack }: ApproveDifferenceProps) {
  const money = useMoney(session.currency);
  const form = useFocusInsideAtStart<HTMLFormElement>('input');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setMissing(true);
    const sentence = text('till.approve.sentence', {
      name: session.userName,
      amount: money.full(session.countedMinor ?? 0),
    });
    const closed = await act.run(sentence, 'cash.closeApproved', { reason: reason.trim() });
    if (closed.ok) onClosed(closed.value);
  };

  return (
    <form
      ref={form}
      className="till-panel till-approve"
      aria-label={text('till.approve.title')}
      onSubmit={(event) => void ask(event)}
    >
      <h3>{text('till.approve.title')}</h3>
      <p>{why}</p>
      <TextField
        label={text('till.approve.reason')}
        value={reason}
        onChange={setReason}
        maxLength={REASON_LENGTH}
        problem={isMissing && reason.trim() === '' ? text('till.move.needsReason') : null}
      />
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      <div className="till-panel-foot">
        <Button onPress={onBack}>{text('till.back')}</Button>
        <Button type="submit" tone="primary" keyHint="Enter">
          {text('till.approve.do')}
        </Button>
      </div>
    </form>
  );
}
