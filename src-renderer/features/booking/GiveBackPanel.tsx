/** Refunding some tickets, cancelling a sale, letting unpaid seats go: the money before and after, then a reason. */
import { useRef } from 'react';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useRouter } from '../../app/router.ts';
import { useProgram, useProgramState, useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { useMoney, type MoneyWords } from '../../ui/use-money.ts';
import { REASONS, type BookingPanel } from './booking-actions.ts';
import { liveTickets, moneyBack, seatsText, type MoneyBack } from './money-back.ts';
import { ReasonForm } from './ReasonForm.tsx';
import type { Said } from './use-hand-over.ts';

export interface GiveBackPanelProps {
  readonly kind: Exclude<BookingPanel, 'reprint'>;
  readonly sale: SaleView;
  /** Those that end. */
  readonly tickets: readonly TicketView[];
  readonly onClose: (said: Said | null) => void;
}

function amountOf(back: MoneyBack, kind: 'CASH' | 'CARD_TERMINAL'): number {
  return back.parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.amountMinor, 0);
}

/** What the clerk does with hands now. */
function doneSentence(back: MoneyBack, money: MoneyWords): string {
  const [cash, card] = [amountOf(back, 'CASH'), amountOf(back, 'CARD_TERMINAL')];
  if (cash > 0 && card > 0) return text('booking.done.refundBoth', { cash: money.full(cash), card: money.full(card) });
  if (cash > 0) return text('booking.done.refundCash', { amount: money.full(cash) });
  if (card > 0) return text('booking.done.refundCard', { amount: money.full(card) });
  return text('booking.done.free');
}

function useGiveBack({ kind, sale, tickets, onClose }: GiveBackPanelProps, back: MoneyBack, money: MoneyWords) {
  const program = useProgram();
  // One act, however often Enter comes.
  const action = useRef(crypto.randomUUID());
  const seats = seatsText(tickets);
  const { saleId, number } = sale;
  const amount = money.full(back.backMinor);

  const letGo = () =>
    program.act(text('booking.act.sentence.letGo', { number }), 'sale.abandon', { saleId }, { action: action.current });
  const giveBack = (reason: string) =>
    kind === 'refund'
      ? program.act(
          text('booking.act.sentence.refund', { amount, seats }),
          'sale.refundTickets',
          { saleId, ticketIds: tickets.map((ticket) => ticket.ticketId), reason },
          { action: action.current },
        )
      : program.act(
          text('booking.act.sentence.cancel', { amount, number }),
          'sale.cancel',
          { saleId, reason },
          { action: action.current },
        );

  return async (reason: string): Promise<string | null> => {
    const done = kind === 'letGo' ? await letGo() : await giveBack(reason);
    if (!done.ok) {
      // What was refused may be tried anew, by somebody else or after opening the drawer.
      action.current = crypto.randomUUID();
      return text('booking.unchanged', { reason: done.error.message });
    }
    onClose(
      kind === 'letGo'
        ? { tone: 'ok', sentence: text('booking.done.letGo', { seats }) }
        : { tone: 'ok', sentence: doneSentence(back, money), detail: text('booking.done.freed', { seats }) },
    );
    return null;
  };
}

function doesText(kind: GiveBackPanelProps['kind'], count: number, back: MoneyBack, money: MoneyWords): string {
  const amount = money.full(back.backMinor);
  if (kind === 'letGo') return text('booking.do.letGo', { count });
  if (kind === 'refund') return text('booking.do.refund', { amount });
  return back.backMinor > 0 ? text('booking.do.cancel', { amount }) : text('booking.do.cancelFree');
}

export function GiveBackPanel(props: GiveBackPanelProps) {
  const { kind, sale, tickets, onClose } = props;
  const router = useRouter();
  const money = useMoney(sale.currency);
  const rounding = useProgramState((state) => state.house?.cashRoundingMinor ?? 1);
  const back = moneyBack(sale, tickets, rounding);
  const giveBack = useGiveBack(props, back, money);
  const needsDrawer = amountOf(back, 'CASH') > 0;
  const drawer = useReading('cash.current', needsDrawer ? {} : null, ['cashSessions']);
  const hasNoDrawer = needsDrawer && !drawer.isLoading && drawer.error === null && drawer.value === null;
  const staying = liveTickets(sale).filter((ticket) => !tickets.includes(ticket));
  const titles = {
    refund: text('booking.refund.title', { count: tickets.length, total: liveTickets(sale).length }),
    cancel: text('booking.cancel.title'),
    letGo: text('booking.letGo.title'),
  };
  return (
    <ReasonForm
      title={titles[kind]}
      reasons={kind === 'letGo' ? [] : REASONS.refund}
      does={doesText(kind, tickets.length, back, money)}
      tone="danger"
      unavailable={hasNoDrawer ? text('booking.noDrawer') : null}
      remedy={
        <Button size="compact" onPress={() => router.open('till')}>
          {text('booking.openTill')}
        </Button>
      }
      onDo={giveBack}
      onClose={() => onClose(null)}
    >
      {kind === 'letGo' ? (
        <p>{text('booking.letGo.text')}</p>
      ) : (
        <BeforeAndAfter back={back} money={money} currency={sale.currency} />
      )}
      <p className="booking-panel-seats">{text('booking.freed', { seats: seatsText(tickets) })}</p>
      {staying.length > 0 ? (
        <p className="booking-panel-seats">{text('booking.stay', { seats: seatsText(staying) })}</p>
      ) : null}
    </ReasonForm>
  );
}

interface BeforeAndAfterProps {
  readonly back: MoneyBack;
  readonly money: MoneyWords;
  readonly currency: string;
}

function BeforeAndAfter({ back, money, currency }: BeforeAndAfterProps) {
  return (
    <dl className="booking-money">
      <div>
        <dt>{text('booking.before')}</dt>
        <dd>{money.plain(back.beforeMinor)}</dd>
      </div>
      {back.parts.map((part, index) => (
        <div key={index} className="booking-money-back">
          <dt>
            {text('booking.back')}
            <small>{text(`booking.back.${part.kind}`)}</small>
          </dt>
          <dd>{money.plain(-part.amountMinor)}</dd>
        </div>
      ))}
      {back.parts.length === 0 ? (
        <div>
          <dt>{text('booking.back.nothing')}</dt>
        </div>
      ) : null}
      {back.roundingMinor === 0 ? null : (
        <div>
          <dt>{text('booking.back.rounding')}</dt>
          <dd>{money.plain(back.roundingMinor)}</dd>
        </div>
      )}
      <div className="booking-money-sum">
        <dt>{text('booking.after')}</dt>
        <dd>
          {money.plain(back.afterMinor)} <small>{currency}</small>
        </dd>
      </div>
    </dl>
  );
}
