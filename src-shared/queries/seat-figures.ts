/** What each seat of an event brought in and when it was sold, as typed columns. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import { fail, ok } from '../domain/result.ts';
import { instant, int } from '../schema/kit.ts';
import { text } from '../text/text.ts';
import { eventExists } from './event-exists.ts';

/** By `tickets_by_event`: it reads what was sold, not the house. */
export const seatFigures: Query<'report.seatFigures'> = async (read, { agencyId }, { eventId }) => {
  if (!(await eventExists(read, agencyId, eventId))) return fail('NOT_FOUND', text('event.notFound'));
  const rows = await read.query(
    { ordinal: int(), priceMinor: int(), soldAt: instant() },
    sql`select t.ordinal, t.price_minor, s.confirmed_at
        from tickets t
        join sales s on s.agency_id = t.agency_id and s.id = t.sale_id
        where t.agency_id = ${agencyId} and t.event_id = ${eventId} and t.status in ('CONFIRMED', 'USED')
          and s.confirmed_at is not null
        order by t.ordinal`,
  );
  return ok({
    ordinals: Uint32Array.from(rows, ({ ordinal }) => ordinal),
    revenueMinor: Float64Array.from(rows, ({ priceMinor }) => priceMinor),
    soldAt: Float64Array.from(rows, ({ soldAt }) => soldAt),
  });
};
