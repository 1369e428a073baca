/** The basket: what is in it, for whom, how long it is kept, what it costs, and the way to pay. */
import { useEffect, useState } from 'react';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { BoundActions } from '../../app/actions/action.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { EventMap } from '../../app/event-maps.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { basketGroups, liveTickets } from './basket-lines.ts';
import { BasketLines } from './BasketLines.tsx';
import { CustomerDialog } from './CustomerDialog.tsx';
import { GhostList } from './GhostList.tsx';
import { LAST_MINUTE_MS, Moments } from './Moments.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { SellActionId } from './sell-actions.ts';
import { useAmount, useSell, useSellState, useTimeLeft } from './use-sell.ts';
import { playWarning } from './warning-sound.ts';

export interface BasketViewProps {
  readonly map: EventMap | null;
  readonly sale: SaleView | null;
  readonly currency: string;
  readonly actions: BoundActions<SellActionId>;
  /** The basket another event can be added to; its event's title. */
  readonly joinableTitle: string | null;
  readonly isCustomerOpen: boolean;
  readonly onCustomerOpen: (isOpen: boolean) => void;
  readonly onPay: () => void;
  readonly onDone: () => void;
}

interface CompRequest {
  readonly tickets: readonly TicketView[];
  readonly ticketTypeId: string;
}

/** Plays once as a basket's last minute begins. */
function useLastMinuteSound(leftMs: number | null): void {
  const isLate = leftMs !== null && leftMs > 0 && leftMs <= LAST_MINUTE_MS;
  useEffect(() => {
    if (isLate) playWarning();
  }, [isLate]);
}

export function BasketView(props: BasketViewProps) {
  const { map, sale, currency, actions, joinableTitle, onDone } = props;
  const sell = useSell();
  const ghosts = useSellState((state) => state.ghosts);
  const hasSeats = sale !== null && liveTickets(sale).length > 0;
  const leftMs = useTimeLeft(hasSeats ? sale.deadline : null);
  const [comp, setComp] = useState<CompRequest | null>(null);
  useLastMinuteSound(leftMs);

  return (
    <>
      <Moments sale={sale} leftMs={leftMs} currency={currency} onPay={props.onPay} />
      {ghosts && ghosts.saleId === sale?.saleId && map && ghosts.eventId === map.event.eventId ? (
        <GhostList ghosts={ghosts} currency={currency} columns={map.columns} onDone={onDone} />
      ) : null}
      {hasSeats ? (
        <>
          <div className="sell-basket-lines">
            {basketGroups(sale).map((group) => (
              <BasketLines
                key={group.booking.bookingId}
                sale={sale}
                group={group}
                onComp={(tickets, ticketTypeId) => setComp({ tickets, ticketTypeId })}
                onDone={onDone}
              />
            ))}
          </div>
          <BasketFoot {...props} sale={sale} leftMs={leftMs} />
        </>
      ) : (
        <div className="sell-empty">
          <p className="sell-empty-title">{text('sell.basket.empty')}</p>
          <p>{text('sell.basket.empty.detail')}</p>
          {joinableTitle === null ? null : (
            <ActionButton action={actions['sell.join']}>{text('sell.join', { title: joinableTitle })}</ActionButton>
          )}
        </div>
      )}
      {comp && sale ? (
        <CompDialog
          count={comp.tickets.length}
          onClose={() => setComp(null)}
          onConfirm={(reason) => {
            setComp(null);
            onDone();
            void sell.basket.comp(sale, comp.tickets, comp.ticketTypeId, reason);
          }}
        />
      ) : null}
      {props.isCustomerOpen && sale ? (
        <CustomerDialog
          sale={sale}
          onClose={() => {
            props.onCustomerOpen(false);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}

interface FootProps extends Omit<BasketViewProps, 'sale'> {
  readonly sale: SaleView;
  readonly leftMs: number | null;
}

/** Long enough for any event's clock until its own is read. */
const USUAL_BASKET_MS = 600_000;

function BasketFoot({ map, sale, currency, actions, leftMs }: FootProps) {
  const amount = useAmount(currency);
  const total = amount(sale.totalMinor);
  const isEnterElsewhere = useSellState(({ typed, ghosts, moment }) => {
    const isOffered = moment?.kind === 'SINGLE_LEFT' && moment.isRefused && moment.takeInstead !== null;
    return typed.digits !== '' || (ghosts?.current ?? -1) >= 0 || isOffered;
  });
  const totalMs = Math.max(map?.event.basketMs ?? USUAL_BASKET_MS, leftMs ?? 0);
  return (
    <footer className="sell-basket-foot">
      <div className="sell-basket-row">
        <ActionButton action={actions['sell.customer']} tone="quiet" size="compact">
          {customerWords(sale)}
        </ActionButton>
        <ActionButton action={actions['sell.type']} tone="quiet" size="compact">
          {text('sell.type.all')}
        </ActionButton>
        <ActionButton action={actions['sell.escape']} tone="quiet" size="compact">
          {text('sell.giveUp')}
        </ActionButton>
      </div>
      <Ring remainingMs={leftMs ?? totalMs} totalMs={totalMs}>
        <Figure label={text('sell.total')} value={total} unit={currency} size="large" />
      </Ring>
      {/* Enter belongs to what is typed or chosen until that is answered. */}
      <ActionButton action={actions['sell.pay']} tone="primary" size="large" hidesKey={isEnterElsewhere}>
        {sale.totalMinor === 0 ? text('sell.pay.free') : text('sell.pay.amount', { amount: total })}
      </ActionButton>
    </footer>
  );
}

function customerWords({ customer, delivery }: SaleView): string {
  if (customer === null) return text('sell.customer');
  return delivery === 'WILL_CALL' ? `${customer.name}, ${text('sell.customer.willCallMark')}` : customer.name;
}

interface CompDialogProps {
  readonly count: number;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

function CompDialog({ count, onConfirm, onClose }: CompDialogProps) {
  return (
    <ReasonDialog
      title={text('sell.comp.title')}
      label={text('sell.comp.reason')}
      suggestions={[
        text('sell.comp.suggestion.press'),
        text('sell.comp.suggestion.company'),
        text('sell.comp.suggestion.sponsor'),
        text('sell.comp.suggestion.goodwill'),
      ]}
      confirm={text('sell.comp.confirm', { count })}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
