import { decideStatus } from '../../domain/event/readiness.ts';
import { fail, ok } from '../../domain/result.ts';
import { int, text as textColumn } from '../../schema/kit.ts';
import { text } from '../../text/text.ts';
import { sql } from 'drizzle-orm';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { LedgerEntry } from '../../domain/ledger/accounts.ts';
import type { Row } from '../../schema/schema.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { peekReadiness } from './load-event.ts';

export const changeStatus: Command<'event.changeStatus'> = async (read, context, { eventId, to }) => {
  const [event] = await read.load('events', { id: eventId });
  if (!event) return fail('NOT_FOUND', text('event.notFound'));
  const decided = decideStatus({ ...event, ...(await peekReadiness(read, event)) }, to, context.now);
  if (!decided.ok) return decided;
  context.facts.change('events', event, { status: decided.value });
  if (decided.value === 'COMPLETED') await recogniseRevenue(read, context, event);
  return ok(null);
};

/**
 * What was sold in advance is earned: ADVANCE_SALES becomes TICKET_REVENUE, level by level and type by type. The
 * event is locked, and whoever sells or refunds for it reads it locked, so the sums stand still.
 */
async function recogniseRevenue(read: CommandReader, context: CommandContext, event: Row<'events'>): Promise<void> {
  const sums = await read.peek(
    { priceLevelId: textColumn().orNull, ticketTypeId: textColumn().orNull, amountMinor: int() },
    sql`select price_level_id, ticket_type_id, cast(sum(amount_minor) as bigint) from ledger_entries
        where agency_id = ${context.agencyId} and event_id = ${event.id} and account = 'ADVANCE_SALES'
        group by price_level_id, ticket_type_id
        order by coalesce(price_level_id, ''), coalesce(ticket_type_id, '')`,
  );
  const entries = sums.flatMap(({ priceLevelId, ticketTypeId, amountMinor }): LedgerEntry[] => {
    const about = { eventId: event.id, priceLevelId, ...(ticketTypeId !== null && { ticketTypeId }) };
    return [
      { account: 'ADVANCE_SALES', amountMinor: -amountMinor, ...about },
      { account: 'TICKET_REVENUE', amountMinor, ...about },
    ];
  });
  postLedger(context, {
    kind: 'REVENUE_RECOGNISED',
    currency: event.currency,
    description: text('event.revenueRecognised', { title: event.title }),
    entries,
  });
}
