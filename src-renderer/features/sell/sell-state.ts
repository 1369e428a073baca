/** What the counter remembers between two draws of the screen, and what is read from it. Only the store changes it. */
import type { LeavesSingle, SaleView, SeatProposal } from '../../../src-shared/contract/sale.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { liveTickets } from './basket-lines.ts';
import { NOTHING_TYPED, type TypedQuantity } from './quantity-keys.ts';

/** What is asked of the best seats; stays lit until the next customer. */
export interface Wishes {
  readonly aisle: boolean;
  /** How many wheelchair places. */
  readonly wheelchairs: number;
  readonly maxPriceMinor: number | null;
  /** Whose seats to be near; else near those the basket has already. */
  readonly near: { readonly saleId: string; readonly name: string } | null;
}

export interface Ghosts {
  readonly eventId: string;
  readonly saleId: string;
  /** What was reserved. */
  readonly taken: SeatProposal;
  readonly others: readonly SeatProposal[];
  /** The one Enter takes; -1 before the first arrow. */
  readonly current: number;
}

/** Seats that were lost or given up, as they can be picked again. */
export interface LostSeats {
  readonly eventId: string;
  readonly ticketTypeId: string | null;
  readonly seatIds: readonly string[];
}

/**
 * The awkward moments. Each has one step that is right most of the time; `again` repeats what was refused.
 */
export type Moment =
  | { readonly kind: 'EXPIRED' | 'GIVEN_UP'; readonly seats: string; readonly lost: readonly LostSeats[] }
  | {
      readonly kind: 'REFUSED';
      readonly error: AppError;
      readonly eventId: string | null;
      /** How many seats were wanted; 0 when it was not about seats. */
      readonly wanted: number;
      readonly again: (() => void) | null;
    }
  | {
      readonly kind: 'NO_SEATS';
      readonly error: AppError;
      /** Asks for as many anywhere; null when that was asked. */
      readonly anywhere: (() => void) | null;
      readonly fewer: { readonly count: number; readonly ask: () => void } | null;
    }
  /** A pick that leaves a single seat alone: taken all the same, or refused and waiting for what is decided. */
  | {
      readonly kind: 'SINGLE_LEFT';
      readonly isRefused: boolean;
      readonly eventId: string;
      readonly leavesSingle: LeavesSingle;
      /** Takes the seats that were offered in place of those picked. */
      readonly takeInstead: (() => void) | null;
      /** Asks again for what was refused. */
      readonly again: () => void;
    }
  | { readonly kind: 'BACK'; readonly cancelledMinor: number }
  | { readonly kind: 'GIVE_UP_ASKED' }
  | { readonly kind: 'NOTICE'; readonly sentence: string };

export interface Finishing {
  readonly saleId: string;
  /** The same for every retry and every Enter: the sale is finished once. */
  readonly action: string;
  /** Why the core has not answered yet; it is asked again. */
  readonly waitsFor: AppError | null;
  /** Enter was pressed again. */
  readonly isRepeated: boolean;
}

export interface SellState {
  readonly userId: string | null;
  /** Open ones: baskets and what is being paid. */
  readonly sales: Readonly<Record<string, SaleView>>;
  /** Which sale a pick of an event goes into. */
  readonly saleByEvent: Readonly<Record<string, string>>;
  readonly shownEventId: string | null;
  /** The basket that was shown or touched last: what another event is added to. */
  readonly recentSaleId: string | null;
  readonly typed: TypedQuantity;
  /** The best seats were asked for and are not there yet. */
  readonly isSeeking: boolean;
  readonly wishes: Wishes;
  readonly ghosts: Ghosts | null;
  readonly moment: Moment | null;
  /** Cash that waits for a drawer to be opened. */
  readonly cashWaitingMinor: number | null;
  readonly finishing: Finishing | null;
  /** Just finished, shown until the next customer. */
  readonly done: SaleView | null;
  readonly last: SaleView | null;
}

export const NO_WISHES: Wishes = { aisle: false, wheelchairs: 0, maxPriceMinor: null, near: null };

export const FIRST_STATE: SellState = {
  userId: null,
  sales: {},
  saleByEvent: {},
  shownEventId: null,
  recentSaleId: null,
  typed: NOTHING_TYPED,
  isSeeking: false,
  wishes: NO_WISHES,
  ghosts: null,
  moment: null,
  cashWaitingMinor: null,
  finishing: null,
  done: null,
  last: null,
};

/** The open sale an event's picks go into: the one chosen for it, else the newest that has seats of it. */
export function saleForEvent(state: SellState, eventId: string | null): SaleView | null {
  if (eventId === null) return null;
  const chosen = state.sales[state.saleByEvent[eventId] ?? ''];
  if (chosen) return chosen;
  const holding = Object.values(state.sales).filter((sale) => hasSeatsOf(sale, eventId));
  return holding.toSorted((left, right) => right.createdAt - left.createdAt)[0] ?? null;
}

export function hasSeatsOf(sale: SaleView, eventId: string): boolean {
  return liveTickets(sale).some((ticket) => ticket.eventId === eventId);
}

/** The basket another event could be added to: the last one seen, while this event has no seats of its own. */
export function joinableSale(state: SellState, eventId: string): SaleView | null {
  const own = saleForEvent(state, eventId);
  const recent = state.sales[state.recentSaleId ?? ''];
  if (!recent || recent === own || recent.status !== 'RESERVED' || liveTickets(recent).length === 0) return null;
  return own !== null && liveTickets(own).length > 0 ? null : recent;
}

/** The seats of a sale by event and type, to pick them again. */
export function seatsToPickAgain(sale: SaleView): readonly LostSeats[] {
  const byType = Map.groupBy(liveTickets(sale), ({ eventId, ticketTypeId, compReason }) =>
    JSON.stringify([eventId, compReason === null ? ticketTypeId : null]),
  );
  return [...byType.values()].map((tickets) => ({
    eventId: tickets[0]!.eventId,
    ticketTypeId: tickets[0]!.compReason === null ? tickets[0]!.ticketTypeId : null,
    seatIds: tickets.map(({ seatId }) => seatId),
  }));
}
