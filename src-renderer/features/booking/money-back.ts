/** What a refund would do, before it is done: the same rule the core decides by. Pure. */
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { seatRuns } from '../../../src-shared/domain/sale/seat-runs.ts';
import { decideMoneyBack } from '../../../src-shared/domain/sale/refund.ts';

export interface MoneyBack {
  readonly beforeMinor: number;
  readonly backMinor: number;
  readonly afterMinor: number;
  readonly roundingMinor: number;
  /** By tender, the tender that was used last first. */
  readonly parts: readonly { readonly kind: 'CASH' | 'CARD_TERMINAL'; readonly amountMinor: number }[];
}

const LIVE = new Set(['RESERVED', 'CONFIRMED', 'USED']);

export function ticketsOf(sale: SaleView): readonly TicketView[] {
  return sale.bookings.flatMap((booking) => booking.tickets);
}

export function isLive(ticket: TicketView): boolean {
  return LIVE.has(ticket.status);
}

export function liveTickets(sale: SaleView): readonly TicketView[] {
  return ticketsOf(sale).filter(isLive);
}

/** @param chosen live tickets of the sale */
export function moneyBack(sale: SaleView, chosen: readonly TicketView[], cashRoundingMinor: number): MoneyBack {
  const { parts, roundingMinor } = decideMoneyBack({
    payments: sale.payments.filter((payment) => payment.status === 'SUCCEEDED'),
    refunds: sale.refunds.filter((refund) => refund.status === 'COMPLETED'),
    faceMinor: chosen.reduce((sum, ticket) => sum + ticket.priceMinor, 0),
    isRest: chosen.length === liveTickets(sale).length,
    cashRoundingMinor,
  });
  const given = parts.filter((part) => part.amountMinor > 0);
  const backMinor = given.reduce((sum, part) => sum + part.amountMinor, 0);
  return {
    beforeMinor: sale.paidMinor,
    backMinor,
    afterMinor: sale.paidMinor - backMinor,
    roundingMinor,
    parts: given,
  };
}

/** The seats of some tickets as a clerk says them: `Stalls F 4–7`. */
export function seatsText(tickets: readonly TicketView[]): string {
  const byEvent = Map.groupBy(tickets, (ticket) => ticket.eventId);
  return [...byEvent.values()].flatMap((ofEvent) => seatRuns(ofEvent)).join(', ');
}
