import { useState } from 'react';
import { CashKeys } from '../ui/CashKeys.tsx';
import type { DenominationCount } from '../ui/denomination-count.ts';
import { DenominationCounter } from '../ui/DenominationCounter.tsx';
import { Figure } from '../ui/Figure.tsx';
import { MoneyField } from '../ui/MoneyField.tsx';
import { Panel } from '../ui/Panel.tsx';
import { PinPad } from '../ui/PinPad.tsx';
import { Ring } from '../ui/Ring.tsx';

const EURO = [
  ...[10_000, 5_000, 2_000, 1_000, 500].map((valueMinor) => ({ valueMinor, kind: 'NOTE' as const })),
  ...[200, 100, 50, 20, 10].map((valueMinor) => ({ valueMinor, kind: 'COIN' as const })),
];

export function MoneyGallery() {
  const [amount, setAmount] = useState<number | null>(4550);
  const [tendered, setTendered] = useState(0);
  const [count, setCount] = useState<DenominationCount>({ 10_000: 2, 5_000: 7 });
  const [isDone, setDone] = useState(false);
  const [pin, setPin] = useState('24');
  return (
    <>
      <Panel title="Money">
        <div className="gallery-stack">
          <Ring remainingMs={372_000} totalMs={600_000}>
            <Figure label="To pay" value="137.50" unit="EUR" size="large" />
          </Ring>
          <Ring remainingMs={48_000} totalMs={600_000}>
            <Figure label="To pay" value="45.50" unit="EUR" />
          </Ring>
          <CashKeys
            amountMinor={13_750}
            currency="EUR"
            notesMinor={[500, 1_000, 2_000, 5_000, 10_000]}
            onTender={setTendered}
            keyHints={['F5', 'F6', 'F7', 'F8']}
          />
          <MoneyField label="Given" valueMinor={amount} currency="EUR" onChange={setAmount} />
          <output data-testid="amount">{amount}</output>
          <output data-testid="tendered">{tendered}</output>
        </div>
      </Panel>
      <Panel title="Change">
        <Figure label="Change" value="12.50" unit="EUR" size="largest" />
      </Panel>
      <Panel title="Counting a drawer">
        <DenominationCounter
          label="Float"
          currency="EUR"
          denominations={EURO}
          count={count}
          onChange={setCount}
          onDone={() => setDone(true)}
        />
        <output data-testid="counted">{isDone ? 'done' : ''}</output>
      </Panel>
      <Panel title="PIN">
        <div className="gallery-row">
          <PinPad label="Ana" pin={pin} onChange={setPin} onSubmit={() => setPin('')} problem="That is not the PIN." />
          <PinPad
            label="Ben"
            pin=""
            onChange={setPin}
            onSubmit={() => setPin('')}
            problem="That is not the PIN."
            waitSeconds={28}
          />
        </div>
      </Panel>
    </>
  );
}
