/** The counter while nothing is being paid: the line over the map, the basket or what was just done, and their keys. */
import { useMemo, useRef, useState, type RefObject } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { liveTickets, nextType } from './basket-lines.ts';
import { BasketView } from './BasketView.tsx';
import { DoneView } from './DoneView.tsx';
import { LastSaleLine } from './LastSaleLine.tsx';
import { MapBar } from './MapBar.tsx';
import { NOTHING_TYPED, withDigit, withLetter, withoutLast } from './quantity-keys.ts';
import { sellActions, type SellContext } from './sell-actions.ts';
import { joinableSale } from './sell-state.ts';
import type { SellStore } from './sell-store.ts';
import { useSell, useSellState } from './use-sell.ts';

export interface CounterProps {
  readonly eventId: string;
  readonly currency: string;
  readonly map: EventMap | null;
  /** Null while it has no seats. */
  readonly sale: SaleView | null;
  readonly columnRef: RefObject<HTMLElement | null>;
  readonly focusBasket: () => void;
  readonly focusMap: () => void;
}

interface Parts {
  readonly openLimit: () => void;
  readonly openLine: () => void;
  readonly openCustomer: () => void;
}

export function Counter(props: CounterProps) {
  const { eventId, currency, map, sale, columnRef, focusBasket } = props;
  const { done, last } = useSellState((state) => state);
  const [isLimitOpen, setLimitOpen] = useState(false);
  const [isCustomerOpen, setCustomerOpen] = useState(false);
  const lineRef = useRef<HTMLInputElement>(null);
  const parts = useMemo(
    () => ({
      openLimit: () => setLimitOpen(true),
      openLine: () => lineRef.current?.focus(),
      openCustomer: () => setCustomerOpen(true),
    }),
    [],
  );
  const context = useSellContext(props, parts);
  const actions = useActions(sellActions, context);
  const showsDone = done !== null && sale === null;
  return (
    <>
      {map ? (
        <MapBar
          map={map}
          actions={actions}
          lineRef={lineRef}
          isLimitOpen={isLimitOpen}
          onLimitOpen={setLimitOpen}
          onDone={focusBasket}
        />
      ) : null}
      <aside ref={columnRef} className="sell-column" tabIndex={-1} aria-label={text('sell.basket')}>
        {last && !showsDone ? <LastSaleLine sale={last} /> : null}
        {showsDone ? (
          <DoneView sale={done} />
        ) : (
          <BasketView
            key={sale?.saleId ?? eventId}
            map={map}
            sale={sale}
            currency={currency}
            actions={actions}
            joinableTitle={context.joinableTitle}
            isCustomerOpen={isCustomerOpen}
            onCustomerOpen={setCustomerOpen}
            onPay={context.pay}
            onDone={focusBasket}
          />
        )}
      </aside>
    </>
  );
}

function useSellContext(props: CounterProps, parts: Parts): SellContext {
  const { eventId, map, sale, focusBasket, focusMap } = props;
  const sell = useSell();
  const isAsking = useSellState((state) => state.typed.digits !== '');
  const isSeeking = useSellState((state) => state.isSeeking);
  const joinableTitle = useSellState((state) => joinableSale(state, eventId)?.bookings[0]?.eventTitle ?? null);
  return useMemo(
    () => ({
      seats: sale ? liveTickets(sale).length : 0,
      isAsking,
      isSeeking,
      joinableTitle,
      digit: (digit) => sell.type((typed) => withDigit(typed, digit)),
      erase: () => sell.type(withoutLast),
      level: (letter) => takeLevel(sell, map, letter),
      best: () => {
        focusBasket();
        void sell.best.askTyped(eventId);
      },
      wishAisle: () => sell.wish({ aisle: !sell.store.getState().wishes.aisle }),
      wishWheelchair: () => sell.wishWheelchair(),
      openPriceLimit: parts.openLimit,
      openLine: parts.openLine,
      walkMap: focusMap,
      changeType: () => {
        focusBasket();
        changeAllTypes(sell, map, sale);
      },
      openCustomer: parts.openCustomer,
      join: () => {
        focusBasket();
        sell.join(eventId);
      },
      pay: () => void sell.payment.begin(eventId),
      escape: () => escape(sell, sale, focusBasket),
    }),
    [sell, map, sale, eventId, isAsking, isSeeking, joinableTitle, parts, focusBasket, focusMap],
  );
}

/** While digits stand a letter is a level's first. */
function takeLevel(sell: SellStore, map: EventMap | null, letter: string): boolean {
  const taken = withLetter(sell.store.getState().typed, letter, map?.event.levels ?? []);
  if (taken === null) return false;
  sell.type(() => taken);
  return true;
}

function changeAllTypes(sell: SellStore, map: EventMap | null, sale: SaleView | null): void {
  const tickets = sale ? liveTickets(sale).filter(({ eventId }) => eventId === map?.event.eventId) : [];
  if (!map || !sale || tickets.length === 0) return;
  const next = nextType(tickets, map.event);
  if (next === null) return sell.say({ kind: 'NOTICE', sentence: text('sell.type.onlyOne') });
  void sell.basket.setType(sale, tickets, next);
}

/** The nearest thing first: out of the map, what is typed, what is said; then the basket, and that only when asked twice. */
function escape(sell: SellStore, sale: SaleView | null, focusBasket: () => void): void {
  const { typed, moment } = sell.store.getState();
  if (document.activeElement?.getAttribute('role') === 'application') return focusBasket();
  if (typed !== NOTHING_TYPED && typed.digits !== '') return sell.type(() => NOTHING_TYPED);
  if (sale && moment?.kind === 'GIVE_UP_ASKED') return void sell.basket.abandon(sale);
  if (moment) return sell.say(null);
  if (sale) sell.askToGiveUp();
}
