import { useRef, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { DenominationCounter } from '../../ui/DenominationCounter.tsx';
import type { DenominationCount } from '../../ui/denomination-count.ts';
import { Message } from '../../ui/Message.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { countToInput, useDenominations } from './use-denominations.ts';

/** No drawer is open here: count what is in it, and begin. */
export function OpenDrawer() {
  const act = useAct({ isOnce: true });
  const { currency, denominations, sum } = useDenominations();
  const money = useMoney(currency);
  const [count, setCount] = useState<DenominationCount>({});
  const button = useRef<HTMLDivElement>(null);
  const floatMinor = sum(count);

  const open = () => act.run(text('till.open.title'), 'cash.open', { denominations: countToInput(count) });

  return (
    <div className="till-count">
      <section className="till-count-sheet" aria-label={text('till.open.title')}>
        <DenominationCounter
          label={text('till.open.float')}
          currency={currency}
          denominations={denominations}
          count={count}
          onChange={setCount}
          onDone={() => button.current?.querySelector('button')?.focus()}
          takesFocus
        />
      </section>
      <aside className="till-count-side">
        <h2>{text('till.open.title')}</h2>
        <p className="till-lead">{text('till.open.text')}</p>
        <div className="till-count-space" />
        {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
        <div ref={button}>
          <Button tone="primary" size="large" keyHint="Enter" onPress={() => void open()}>
            {floatMinor === 0 ? text('till.open.doEmpty') : text('till.open.do', { amount: money.full(floatMinor) })}
          </Button>
        </div>
      </aside>
    </div>
  );
}
