/** What the tickets of a sale earn, and what the ledger knows about each. */
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';

export type RevenueAccount = 'ADVANCE_SALES' | 'TICKET_REVENUE';

/**
 * Where each event's money is: sold in advance until it has played, and earned from then on, also by who pays late.
 * The events are read locked, so that none completes meanwhile.
 */
export async function revenueAccounts(
  read: CommandReader,
  tickets: readonly Row<'tickets'>[],
): Promise<Map<string, RevenueAccount>> {
  const events = await read.loadShared('events', { id: [...new Set(tickets.map((ticket) => ticket.eventId))] });
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
