import { useRef, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { DenominationCounter } from '../../ui/DenominationCounter.tsx';
import type { DenominationCount } from '../../ui/denomination-count.ts';
import { Message } from '../../ui/Message.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { countToInput, useDenominations } from './use-denominations.ts';

export interface CountDrawerProps {
  /** What it was counted at before, when it is counted again. */
  readonly earlierMinor: number | null;
  readonly onCounted: () => void;
  readonly reopen: BoundAction;
}

/** A blind count: nothing here says what should come out. */
export function CountDrawer({ earlierMinor, onCounted, reopen }: CountDrawerProps) {
  const act = useAct({ isOnce: true });
  const { currency, denominations, sum } = useDenominations();
  const money = useMoney(currency);
  const [count, setCount] = useState<DenominationCount>({});
  const button = useRef<HTMLDivElement>(null);

  const send = async () => {
    const counted = await act.run(text('till.count.title'), 'cash.count', { denominations: countToInput(count) });
    if (counted.ok) onCounted();
  };

  return (
    <div className="till-count">
      <section className="till-count-sheet" aria-label={text('till.count.title')}>
        <DenominationCounter
          label={text('till.count.label')}
          currency={currency}
          denominations={denominations}
          count={count}
          onChange={setCount}
          onDone={() => button.current?.querySelector('button')?.focus()}
          takesFocus
        />
      </section>
      <aside className="till-count-side">
        <h3>{text('till.count.title')}</h3>
        <p className="till-lead">{text('till.count.text')}</p>
        <div className="till-count-space" />
        {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
        {earlierMinor === null ? null : (
          <p className="till-lead">{text('till.counted.earlier', { amount: money.full(earlierMinor) })}</p>
        )}
        <div ref={button}>
          <Button tone="primary" size="large" keyHint="Enter" onPress={() => void send()}>
            {text('till.count.do', { amount: money.full(sum(count)) })}
          </Button>
        </div>
        <ActionButton action={reopen} />
      </aside>
    </div>
  );
}
