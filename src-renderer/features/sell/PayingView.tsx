/** Paying, in place of the basket: the evening, the amount, what was given, what goes back. */
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { BigFigure } from './BigFigure.tsx';
import { BookingHeads } from './BookingHead.tsx';
import { CardReference } from './CardReference.tsx';
import { MomentPanel } from './MomentPanel.tsx';
import { Moments } from './Moments.tsx';
import { OpenDrawerDialog } from './OpenDrawerDialog.tsx';
import { payingActions } from './sell-actions.ts';
import { changeMinor } from './sell-payment.ts';
import type { Finishing } from './sell-state.ts';
import { TakeCash } from './TakeCash.tsx';
import { useAmount, useSell, useSellState } from './use-sell.ts';
import { useTill, type Till } from './use-till.ts';

export interface PayingViewProps {
  readonly sale: SaleView;
  /** Keys belong to the column again. */
  readonly onDone: () => void;
}

export function PayingView({ sale, onDone }: PayingViewProps) {
  const sell = useSell();
  const finishing = useSellState((state) => state.finishing);
  const cashWaitingMinor = useSellState((state) => state.cashWaitingMinor);
  const amount = useAmount(sale.currency);
  const [cardMinor, setCard] = useState<number | null>(null);
  const [isOpening, setOpening] = useState(false);
  const openDrawer = useCallback(() => setOpening(true), []);
  const till = useTill(sale, { takeCard: setCard, openDrawer, onDone });
  const actions = useActions(payingActions, till.context);
  const finish = text(finishing ? 'sell.paying.finishing' : 'sell.paying.finish');
  const endCard = () => {
    setCard(null);
    onDone();
  };

  return (
    <>
      <BookingHeads sale={sale} />
      {finishing ? (
        <FinishingPanel finishing={finishing} />
      ) : (
        <Moments sale={null} leftMs={null} currency={sale.currency} />
      )}
      <div className="sell-paying">
        <PayingFigures sale={sale} till={till} />
        <Tenders sale={sale} isLocked={finishing !== null} />
        {cardMinor === null ? null : (
          <CardReference
            amount={amount(cardMinor)}
            onTake={async (reference) => {
              if (!(await sell.payment.tenderCard(sale, cardMinor, reference))) return;
              till.setTyped(null);
              endCard();
            }}
            onClose={endCard}
          />
        )}
        {till.hasPaid || cardMinor !== null ? null : (
          <>
            <TakeCash sale={sale} till={till} actions={actions} />
            <ActionButton action={actions['sell.paying.card']} size="large" />
          </>
        )}
      </div>
      <footer className="sell-paying-foot">
        <ActionButton action={actions['sell.paying.back']}>{text('sell.paying.backShort')}</ActionButton>
        <ActionButton action={actions['sell.paying.enter']} tone={till.hasPaid ? 'primary' : 'plain'} size="large">
          {finish}
        </ActionButton>
      </footer>
      {isOpening || cashWaitingMinor !== null ? (
        <OpenDrawerDialog
          currency={sale.currency}
          onClose={(isOpen) => {
            setOpening(false);
            sell.forgetCash();
            if (isOpen && cashWaitingMinor !== null) void sell.payment.tenderCash(sale, cashWaitingMinor);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}

/** What is to pay; once it is paid, what goes back over the counter. */
function PayingFigures({ sale, till }: { readonly sale: SaleView; readonly till: Till }) {
  const amount = useAmount(sale.currency);
  if (till.hasPaid) {
    const change = changeMinor(sale);
    const label = text(change > 0 ? 'sell.paying.change' : 'sell.paying.paidExactly');
    const value = amount(change > 0 ? change : sale.totalMinor);
    return <BigFigure label={label} value={value} unit={sale.currency} tone="change" />;
  }
  const isSplit = sale.payments.length > 0;
  const unit = isSplit
    ? `${sale.currency} ${text('sell.paying.of', { amount: amount(sale.totalMinor) })}`
    : sale.currency;
  return (
    <BigFigure label={text(isSplit ? 'sell.paying.due' : 'sell.paying')} value={amount(till.dueMinor)} unit={unit} />
  );
}

function Tenders({ sale, isLocked }: { readonly sale: SaleView; readonly isLocked: boolean }) {
  const sell = useSell();
  const amount = useAmount(sale.currency);
  if (sale.payments.length === 0) return null;
  return (
    <ul className="sell-tenders">
      {sale.payments.map(({ paymentId, kind, reference, tenderedMinor }) => {
        const what =
          kind === 'CASH' ? text('sell.paying.cash') : text('sell.paying.cardWith', { reference: reference ?? '' });
        return (
          <li key={paymentId}>
            <span>{what}</span>
            <span className="sell-tender-sum">{amount(tenderedMinor)}</span>
            {isLocked ? null : (
              <IconButton
                icon={X}
                size="compact"
                label={text('sell.paying.remove', { what })}
                onPress={() => void sell.payment.removeTender(sale, paymentId)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Never left by giving up: it says what is safe and goes on asking. */
function FinishingPanel({ finishing }: { readonly finishing: Finishing }) {
  const { waitsFor } = finishing;
  if (waitsFor) {
    // A core that is starting again needs nobody; a full disk needs somebody who makes room.
    const safe = waitsFor.code === 'CORE_LOST' ? text('sell.moment.finishing.safe') : waitsFor.message;
    return <MomentPanel tone="warn" happened={text('sell.moment.finishing')} safe={safe} />;
  }
  if (!finishing.isRepeated) return null;
  return <MomentPanel tone="note" happened={text('sell.moment.repeated')} safe={text('sell.moment.repeated.safe')} />;
}
