import { fail, ok, type Result } from '../../domain/result.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import type { Command } from '../registry.ts';
import { queuePrint } from './queue-print.ts';

/** Copies with the same codes. Errors: NO_SUCH_TICKET; TICKET_NOT_PAID and TICKET_NOT_VALID { tickets }. */
export const reprint: Command<'ticket.reprint'> = async (read, context, { ticketIds, reason }) => {
  const tickets = await read.load('tickets', { id: ticketIds });
  if (tickets.length !== new Set(ticketIds).size) return fail('NO_SUCH_TICKET', text('print.noSuchTicket'));
  const printable = refuseUnprintable(tickets);
  if (!printable.ok) return printable;
  for (const [saleId, ofSale] of Map.groupBy(tickets, (ticket) => ticket.saleId))
    await queuePrint(read, context, { saleId, tickets: ofSale, receiptId: null, isCopy: true, reason });
  return ok(null);
};

/** Only paid tickets are paper: one that is not would look as good as any at the door's distance. */
function refuseUnprintable(tickets: readonly Row<'tickets'>[]): Result<null> {
  const numbersOf = (some: readonly Row<'tickets'>[]) => ({ tickets: some.map((ticket) => ticket.number).join(', ') });
  const unpaid = tickets.filter((ticket) => ticket.status === 'RESERVED');
  if (unpaid.length > 0) return fail('TICKET_NOT_PAID', text('print.ticketNotPaid', numbersOf(unpaid)));
  const dead = tickets.filter((ticket) => ticket.status !== 'CONFIRMED' && ticket.status !== 'USED');
  return dead.length === 0 ? ok(null) : fail('TICKET_NOT_VALID', text('print.ticketNotValid', numbersOf(dead)));
}
