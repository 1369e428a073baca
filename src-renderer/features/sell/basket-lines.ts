/** A sale as a clerk reads it: per event, one line for the seats of a row that have the same type and price. */
import type { BookingView, SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { seatRuns } from '../../../src-shared/domain/sale/seat-runs.ts';

export interface BasketLine {
  /** Names the line while its seats change: row, type and price. */
  readonly key: string;
  /** `Stalls F 4–7`. */
  readonly seats: string;
  readonly ticketTypeId: string;
  readonly typeName: string;
  readonly compReason: string | null;
  readonly unitMinor: number;
  readonly totalMinor: number;
  readonly restrictedCount: number;
  readonly tickets: readonly TicketView[];
}

export interface BasketGroup {
  readonly booking: BookingView;
  readonly lines: readonly BasketLine[];
}

const LIVE: ReadonlySet<string> = new Set(['RESERVED', 'CONFIRMED', 'USED']);

export function liveTickets(sale: SaleView): readonly TicketView[] {
  return sale.bookings.flatMap((booking) => booking.tickets.filter(isLive));
}

function isLive(ticket: TicketView): boolean {
  return LIVE.has(ticket.status);
}

/** Events without a seat left are not shown. */
export function basketGroups(sale: SaleView): readonly BasketGroup[] {
  return sale.bookings
    .map((booking) => ({ booking, lines: linesOf(booking.tickets.filter(isLive)) }))
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(tickets: readonly TicketView[]): readonly BasketLine[] {
  const sorted = tickets.toSorted((left, right) => left.ordinal - right.ordinal);
  const byLine = Map.groupBy(sorted, (ticket) =>
    JSON.stringify([ticket.section, ticket.row, ticket.ticketTypeId, ticket.priceMinor, ticket.compReason]),
  );
  return [...byLine].map(([key, same]) => lineOf(key, same));
}

function lineOf(key: string, tickets: readonly TicketView[]): BasketLine {
  const first = tickets[0]!;
  return {
    key,
    seats: seatRuns(tickets).join(', '),
    ticketTypeId: first.ticketTypeId,
    typeName: first.ticketTypeName,
    compReason: first.compReason,
    unitMinor: first.priceMinor,
    totalMinor: tickets.reduce((sum, ticket) => sum + ticket.priceMinor, 0),
    restrictedCount: tickets.filter((ticket) => ticket.restrictedView).length,
    tickets,
  };
}

/** How many seats of each event a sale holds. */
export function seatsByEvent(sales: readonly SaleView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ticket of sales.flatMap(liveTickets)) counts.set(ticket.eventId, (counts.get(ticket.eventId) ?? 0) + 1);
  return counts;
}

/**
 * The type after the present one, of those sold at every level in question; null when there is no other.
 * Complimentary types are left out: they need a reason.
 */
export function nextType(
  tickets: readonly { readonly ticketTypeId: string; readonly priceLevelName: string | null }[],
  event: {
    readonly types: readonly { readonly ticketTypeId: string; readonly kind: 'STANDARD' | 'COMP' }[];
    readonly levels: readonly { readonly priceLevelId: string; readonly name: string }[];
    readonly prices: readonly { readonly priceLevelId: string; readonly ticketTypeId: string }[];
  },
): string | null {
  const levels = new Set(tickets.map(({ priceLevelName }) => priceLevelName));
  const sold = event.types.filter(({ ticketTypeId, kind }) => {
    const cells = event.prices.filter((price) => price.ticketTypeId === ticketTypeId);
    const isSoldAt = (name: string | null): boolean =>
      cells.some(
        ({ priceLevelId }) => event.levels.find((level) => level.priceLevelId === priceLevelId)?.name === name,
      );
    return kind === 'STANDARD' && [...levels].every(isSoldAt);
  });
  const present = new Set(tickets.map(({ ticketTypeId }) => ticketTypeId));
  const at = sold.findIndex(({ ticketTypeId }) => ticketTypeId === tickets[0]?.ticketTypeId);
  const next = sold[(at + 1) % sold.length];
  // Of a basket of several types the first press makes all alike.
  if (present.size > 1) return tickets[0]?.ticketTypeId ?? null;
  return next === undefined || present.has(next.ticketTypeId) ? null : next.ticketTypeId;
}
