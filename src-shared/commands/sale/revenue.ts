/** What the tickets of a sale earn, and what the ledger knows about each. */
import type { Row } from '../../schema/schema.ts';

export type RevenueAccount = 'ADVANCE_SALES' | 'TICKET_REVENUE';

/**
 * Where each event's money is: sold in advance until it has played, and earned from then on, also by who pays late.
 * @param events locked, so that none completes meanwhile
 */
export function revenueAccounts(events: readonly Row<'events'>[]): Map<string, RevenueAccount> {
  return new Map(events.map((event) => [event.id, event.status === 'COMPLETED' ? 'TICKET_REVENUE' : 'ADVANCE_SALES']));
}

export function dimensionsOf(ticket: Row<'tickets'>) {
  return {
    eventId: ticket.eventId,
    ticketId: ticket.id,
    priceLevelId: ticket.priceLevelId,
    ticketTypeId: ticket.ticketTypeId,
  };
}
