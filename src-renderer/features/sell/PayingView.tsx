/** Paying, in place of the basket. The amount field has the focus; every key it has no use for does its action. */
import { X } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { denominationsOf } from '../../../src-shared/domain/money/denominations.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions, useLiveActions } from '../../app/actions/use-actions.ts';
import { useProgramState, useReading } from '../../app/use-program.ts';
import { cashOffers } from '../../ui/cash-offers.ts';
import { CashKeys } from '../../ui/CashKeys.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { basketGroups } from './basket-lines.ts';
import { BigFigure } from './BigFigure.tsx';
import { BookingHead } from './BookingHead.tsx';
import { CardReference } from './CardReference.tsx';
import { MomentPanel } from './MomentPanel.tsx';
import { Moments } from './Moments.tsx';
import { OpenDrawerDialog } from './OpenDrawerDialog.tsx';
import { payingActions, type PayingContext } from './sell-actions.ts';
import { cashDueMinor, changeMinor, isPaid } from './sell-payment.ts';
import type { Finishing } from './sell-state.ts';
import { useAmount, useSell, useSellState } from './use-sell.ts';

/** The notes a customer is likely to hand over; coins make no offer worth a key. */
const OFFERS = 3;
const OFFER_KEYS = ['F5', 'F6', 'F7', 'F8'];

export function PayingView({ sale }: { readonly sale: SaleView }) {
  const sell = useSell();
  const live = useLiveActions();
  const { finishing, cashWaitingMinor } = useSellState((state) => state);
  const stepMinor = useProgramState(({ house }) => house?.cashRoundingMinor ?? 1);
  const drawer = useReading('cash.current', {}, ['cashSessions']);
  const [typedMinor, setTyped] = useState<number | null>(null);
  const [cardMinor, setCard] = useState<number | null>(null);
  const [isOpening, setOpening] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const amount = useAmount(sale.currency);
  const hasPaid = isPaid(sale, stepMinor);
  const dueMinor = hasPaid ? 0 : cashDueMinor(sale, stepMinor);
  const notes = useMemo(() => notesOf(sale.currency), [sale.currency]);
  const hasDrawer = drawer.isLoading || drawer.value !== null;
  const focusField = () => field.current?.querySelector('input')?.focus();

  const takeCash = (amountMinor: number) => {
    setTyped(null);
    focusField();
    if (!hasPaid) void sell.payment.tenderCash(sale, amountMinor);
  };
  const context: PayingContext = {
    isPaid: hasPaid,
    hasDrawer,
    offers: cashOffers(dueMinor, notes, OFFERS),
    enter: () => {
      if (finishing || hasPaid) return void sell.payment.finish(sale);
      if (typedMinor !== null && typedMinor > 0) return takeCash(typedMinor);
      sell.say({ kind: 'NOTICE', sentence: text('sell.paying.typeFirst') });
    },
    back: () => {
      if (!finishing) void sell.payment.back(sale);
    },
    exact: () => takeCash(dueMinor),
    note: (index) => {
      const offer = context.offers[index];
      if (offer !== undefined) takeCash(offer);
    },
    card: () => setCard(Math.min(typedMinor ?? sale.dueMinor, sale.dueMinor)),
    openDrawer: () => setOpening(true),
  };
  const actions = useActions(payingActions, context);

  /** What types an amount stays with the field; Enter, Esc and letters are the screen's. */
  const pressInField = (event: KeyboardEvent) => {
    const isOwn = !['Enter', 'Escape', '+'].includes(event.key) && !/^[a-z]$/i.test(event.key);
    if (isOwn || event.ctrlKey || event.altKey || event.metaKey) return;
    const action = live.forKey(event.nativeEvent, 'page');
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) live.perform(action, event.nativeEvent);
  };

  return (
    <>
      {basketGroups(sale).map(({ booking, lines }) => (
        <BookingHead
          key={booking.bookingId}
          booking={booking}
          seatCount={lines.reduce((sum, { tickets }) => sum + tickets.length, 0)}
        />
      ))}
      {finishing ? (
        <FinishingPanel finishing={finishing} />
      ) : (
        <Moments sale={null} leftMs={null} currency={sale.currency} />
      )}
      <div className="sell-paying">
        <PayingFigures sale={sale} hasPaid={hasPaid} dueMinor={dueMinor} />
        <Tenders sale={sale} isLocked={finishing !== null} />
        {hasPaid ? null : (
          <div ref={field} onKeyDownCapture={pressInField} className="sell-given">
            {cardMinor === null ? (
              <MoneyField
                label={text('sell.paying.given')}
                help={text('sell.paying.given.help')}
                valueMinor={typedMinor}
                currency={sale.currency}
                onChange={setTyped}
                takesFocus
              />
            ) : null}
          </div>
        )}
        {cardMinor === null ? null : (
          <CardReference
            amount={amount(cardMinor)}
            onTake={async (reference) => {
              if (!(await sell.payment.tenderCard(sale, cardMinor, reference))) return;
              setTyped(null);
              setCard(null);
            }}
            onClose={() => setCard(null)}
          />
        )}
        {hasPaid || cardMinor !== null ? null : (
          <>
            {hasDrawer ? null : (
              <MomentPanel tone="note" happened={text('sell.drawer.none')} safe={text('sell.drawer.none.detail')} />
            )}
            {hasDrawer ? (
              <CashKeys
                amountMinor={dueMinor}
                currency={sale.currency}
                notesMinor={notes}
                onTender={takeCash}
                keyHints={OFFER_KEYS}
              />
            ) : (
              <ActionButton action={actions['sell.paying.drawer']} tone="primary" size="large" />
            )}
            <ActionButton action={actions['sell.paying.card']} size="large" />
          </>
        )}
      </div>
      <footer className="sell-paying-foot">
        <ActionButton action={actions['sell.paying.back']} />
        <ActionButton action={actions['sell.paying.enter']} tone={hasPaid ? 'primary' : 'plain'} size="large">
          {text(finishing ? 'sell.paying.finishing' : 'sell.paying.finish')}
        </ActionButton>
      </footer>
      {isOpening || cashWaitingMinor !== null ? (
        <OpenDrawerDialog
          currency={sale.currency}
          onClose={(isOpen) => {
            setOpening(false);
            sell.forgetCash();
            if (isOpen && cashWaitingMinor !== null) void sell.payment.tenderCash(sale, cashWaitingMinor);
            focusField();
          }}
        />
      ) : null}
    </>
  );
}

function notesOf(currency: string): readonly number[] {
  return denominationsOf(currency)
    .filter(({ kind }) => kind === 'NOTE')
    .map(({ valueMinor }) => valueMinor)
    .toReversed();
}

interface FiguresProps {
  readonly sale: SaleView;
  readonly hasPaid: boolean;
  readonly dueMinor: number;
}

/** What is to pay; once it is paid, what goes back over the counter. */
function PayingFigures({ sale, hasPaid, dueMinor }: FiguresProps) {
  const amount = useAmount(sale.currency);
  if (hasPaid)
    return (
      <BigFigure
        label={text('sell.paying.change')}
        value={amount(changeMinor(sale))}
        unit={sale.currency}
        tone="change"
      />
    );
  const isSplit = sale.payments.length > 0;
  return (
    <BigFigure
      label={text(isSplit ? 'sell.paying.due' : 'sell.paying')}
      value={amount(dueMinor)}
      unit={isSplit ? `${sale.currency} ${text('sell.paying.of', { amount: amount(sale.totalMinor) })}` : sale.currency}
    />
  );
}

function Tenders({ sale, isLocked }: { readonly sale: SaleView; readonly isLocked: boolean }) {
  const sell = useSell();
  const amount = useAmount(sale.currency);
  if (sale.payments.length === 0) return null;
  return (
    <ul className="sell-tenders">
      {sale.payments.map((payment) => {
        const what =
          payment.kind === 'CASH'
            ? text('sell.paying.cash')
            : text('sell.paying.cardWith', { reference: payment.reference ?? '' });
        return (
          <li key={payment.paymentId}>
            <span>{what}</span>
            <span className="sell-tender-sum">{amount(payment.tenderedMinor)}</span>
            {isLocked ? null : (
              <IconButton
                icon={X}
                size="compact"
                label={text('sell.paying.remove', { what })}
                onPress={() => void sell.payment.removeTender(sale, payment.paymentId)}
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
  if (finishing.isWaiting)
    return (
      <MomentPanel tone="warn" happened={text('sell.moment.finishing')} safe={text('sell.moment.finishing.safe')} />
    );
  if (!finishing.isRepeated) return null;
  return <MomentPanel tone="note" happened={text('sell.moment.repeated')} safe={text('sell.moment.repeated.safe')} />;
}
