/** Opens the drawer with a counted float, without leaving the sale. */
import { useState } from 'react';
import { houseDenominations } from '../../../src-shared/domain/cash/house-denominations.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useProgram, useProgramState } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { countedMinor, type DenominationCount } from '../../ui/denomination-count.ts';
import { DenominationCounter } from '../../ui/DenominationCounter.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { useAmount } from './use-sell.ts';

export interface OpenDrawerDialogProps {
  readonly currency: string;
  /** True when a drawer is open now. */
  readonly onClose: (isOpen: boolean) => void;
}

export function OpenDrawerDialog({ currency, onClose }: OpenDrawerDialogProps) {
  const program = useProgram();
  const amount = useAmount(currency);
  const stepMinor = useProgramState(({ house }) => house?.cashRoundingMinor ?? 1);
  const denominations = houseDenominations(currency, stepMinor);
  const [count, setCount] = useState<DenominationCount>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [action] = useState(() => crypto.randomUUID());
  const [isSending, setSending] = useState(false);

  const open = async () => {
    if (isSending) return;
    setSending(true);
    const counted = Object.fromEntries(Object.entries(count).filter(([, pieces]) => pieces > 0));
    const result = await program.act(text('sell.act.drawer'), 'cash.open', { denominations: counted }, { action });
    setSending(false);
    if (result.ok) return onClose(true);
    setProblem(result.error.message);
  };

  return (
    <Dialog
      title={text('sell.drawer.title')}
      isOpen
      size="wide"
      onClose={() => onClose(false)}
      footer={
        <>
          <Button keyHint="Escape" onPress={() => onClose(false)}>
            {text('ui.cancel')}
          </Button>
          <Button tone="primary" onPress={() => void open()}>
            {text('sell.drawer.confirm', { amount: amount(countedMinor(denominations, count)) })}
          </Button>
        </>
      }
    >
      {problem === null ? null : <Message tone="bad">{problem}</Message>}
      <div className="sell-drawer">
        <DenominationCounter
          label={text('sell.drawer.float')}
          currency={currency}
          denominations={denominations}
          count={count}
          onChange={setCount}
          onDone={() => void open()}
          takesFocus
        />
      </div>
    </Dialog>
  );
}
