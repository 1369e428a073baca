/**
 * What every part of the sell store stands on: the state, one act after the other, and sales read again.
 *
 * 1. Acts run in the order they were asked for: what a click means depends on what the one before it did.
 * 2. What is shown of a sale is what the core says of it; nothing is guessed ahead.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { Program } from '../../app/program.ts';
import { basketGroups, liveTickets, seatsByEvent } from './basket-lines.ts';
import { seatsToPickAgain, type Moment, type SellState } from './sell-state.ts';

/** What a refused act was about, for its next step. */
export interface RefusalContext {
  readonly eventId: string | null;
  /** How many seats were wanted. */
  readonly wanted: number;
  readonly again: (() => void) | null;
  /** Takes seats of its row in place of those picked, which are in the basket when they were not refused. */
  readonly takeInstead: ((offered: readonly string[], isRefused: boolean) => void) | null;
}

const ABOUT_NOTHING: RefusalContext = { eventId: null, wanted: 0, again: null, takeInstead: null };

export interface SellCore {
  readonly program: Program;
  readonly store: StoreApi<SellState>;
  readonly newId: () => string;
  inTurn<T>(task: () => Promise<T>): Promise<T>;
  /** Kept once every act asked for so far is done. */
  settled(): Promise<unknown>;
  /** Reads a sale and keeps it, or lets it go when it is open no more. */
  refresh(saleId: string): Promise<SaleView | null>;
  /** Puts what the core said about a sale into the state. */
  keep(sale: SaleView): void;
  say(moment: Moment | null): void;
  refuse(error: AppError, about?: RefusalContext): void;
}

interface CoreDeps {
  readonly program: Program;
  readonly store: StoreApi<SellState>;
  readonly newId: () => string;
}

export function isOpenBasket(sale: SaleView): boolean {
  const isKeptUnpaid = sale.bookings.some(
    ({ deadlineKind, status }) => deadlineKind === 'COLLECT' && status === 'RESERVED',
  );
  return (sale.status === 'RESERVED' || sale.status === 'PAYING') && !isKeptUnpaid;
}

/** Taken from what was kept unpaid: should nobody pay, it is kept again until its collect-by. */
function isPromised({ bookings }: SaleView): boolean {
  return bookings.some(({ collectBy }) => collectBy !== null);
}

export function createSellCore({ program, store, newId }: CoreDeps): SellCore {
  let turn: Promise<unknown> = Promise.resolve();

  const say = (moment: Moment | null): void => store.setState({ moment });

  const setSales = (sales: SellState['sales']): void => {
    store.setState({ sales });
    program.store.setState({ basketSeats: Object.fromEntries(seatsByEvent(Object.values(sales))) });
  };

  const letGo = (sale: SaleView): void => {
    const { sales, saleByEvent, ghosts, recentSaleId } = store.getState();
    const { [sale.saleId]: before, ...rest } = sales;
    store.setState({
      saleByEvent: Object.fromEntries(Object.entries(saleByEvent).filter(([, saleId]) => saleId !== sale.saleId)),
      ghosts: ghosts?.saleId === sale.saleId ? null : ghosts,
      recentSaleId: recentSaleId === sale.saleId ? null : recentSaleId,
    });
    setSales(rest);
    if (!before || liveTickets(before).length === 0) return;
    if (sale.status === 'EXPIRED')
      say({ kind: 'EXPIRED', seats: seatsInWords(before), lost: seatsToPickAgain(before) });
    else if (sale.status === 'RESERVED' && isPromised(before))
      say({
        kind: 'NOTICE',
        sentence: text('sell.keptAgain', { name: sale.customer?.name ?? '', number: sale.number }),
      });
  };

  const keep = (sale: SaleView): void => {
    if (isOpenBasket(sale)) setSales({ ...store.getState().sales, [sale.saleId]: sale });
    else if (store.getState().sales[sale.saleId]) letGo(sale);
  };

  return {
    program,
    store,
    newId,
    inTurn: (task) => {
      const mine = turn.then(task);
      turn = mine.catch(() => undefined);
      return mine;
    },
    settled: () => turn,
    keep,
    refresh: async (saleId) => {
      const answer = await program.bridge.call('sale.get', { saleId });
      if (!answer.ok) return null;
      keep(answer.value);
      return answer.value;
    },
    say,
    refuse: (error, about = ABOUT_NOTHING) => {
      const { eventId, wanted, again } = about;
      say({ kind: 'REFUSED', error, eventId, wanted, again });
    },
  };
}

/** All seats of a sale in one line: `Stalls F 4–7, Circle AA 1`. */
export function seatsInWords(sale: SaleView): string {
  return basketGroups(sale)
    .flatMap(({ lines }) => lines.map(({ seats }) => seats))
    .join(', ');
}
