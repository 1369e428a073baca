import { isOverCapacity, type Readiness } from '../../domain/event/readiness.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import { int } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import type { CommandReader } from '../../core/store.ts';
import { sql } from 'drizzle-orm';

/** The event, locked: whoever changes its prices, holds, kills or status waits for one another. Errors: NOT_FOUND, WRONG_STATE. */
export async function loadOpenEvent(read: CommandReader, eventId: string): Promise<Result<Row<'events'>>> {
  const [event] = await read.load('events', { id: eventId });
  if (!event) return fail('NOT_FOUND', text('event.notFound'));
  if (event.status === 'CANCELLED' || event.status === 'COMPLETED')
    return fail('WRONG_STATE', text('event.closed', { status: event.status }), {
      subject: 'event',
      from: event.status,
    });
  return ok(event);
}

/** How many seats are open and priced. Holds as long as the event is locked: whatever changes it locks the event too. */
export async function peekReadiness(read: CommandReader, event: Row<'events'>): Promise<Readiness> {
  const [counts] = await read.peek(
    { openSeats: int(), pricedSeats: int() },
    sql`select count(case when status <> 'BLOCKED' then 1 end), count(price_minor) from event_seats
        where agency_id = ${event.agencyId} and event_id = ${event.id}`,
  );
  return { ...counts!, ...event, seatsGenerated: event.seatsGeneratedAt !== null };
}

/** Errors: OVER_CAPACITY { open, limit }, once the event is sold. */
export function checkCapacity(event: Row<'events'>, openSeats: number): Result<null> {
  if (event.status !== 'ON_SALE' || !isOverCapacity(openSeats, event.licensedCapacity)) return ok(null);
  const data = { open: openSeats, limit: event.licensedCapacity! };
  return fail('OVER_CAPACITY', text('event.overCapacity', data), data);
}
