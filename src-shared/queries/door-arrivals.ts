/** Who of an event's guests has come, by seat, as typed columns: all of them, or those of the tickets just scanned. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import { arrivalOf, ARRIVALS } from '../domain/door/arrival.ts';
import { fail, ok } from '../domain/result.ts';
import { bool, int } from '../schema/kit.ts';
import { text } from '../text/text.ts';
import { eventExists } from './event-exists.ts';

/** From the scans, not from the tickets: before the doors open it reads nothing, and after a scan that ticket's few. */
export const doorArrivals: Query<'door.arrivals'> = async (read, { agencyId }, { eventId, ticketIds }) => {
  if (!(await eventExists(read, agencyId, eventId))) return fail('NOT_FOUND', text('event.notFound'));
  const scanned = ticketIds === undefined ? sql`x.event_id = ${eventId}` : sql`x.ticket_id in ${[...ticketIds]}`;
  const rows = await read.query(
    { ordinal: int(), isInside: bool(), wasIn: bool(), twice: int(), wrongDoor: int() },
    sql`select t.ordinal, coalesce(a.is_inside, ${false}), t.status = 'USED',
          count(case when x.verdict = 'ALREADY_USED' then 1 end), count(case when x.verdict = 'WRONG_EVENT' then 1 end)
        from scans x
        join tickets t on t.agency_id = x.agency_id and t.id = x.ticket_id
        left join admissions a on a.agency_id = t.agency_id and a.event_id = t.event_id and a.ticket_id = t.id
        where x.agency_id = ${agencyId} and ${scanned} and t.event_id = ${eventId} and t.status in ('CONFIRMED', 'USED')
        group by t.ordinal, a.is_inside, t.status order by t.ordinal`,
  );
  const arrival = rows.map(({ isInside, wasIn, twice, wrongDoor }) =>
    arrivalOf({ isInside, wasIn, wasSeenTwice: twice > 0, wasAtWrongDoor: wrongDoor > 0 }),
  );
  return ok({
    ordinals: Uint32Array.from(rows, ({ ordinal }) => ordinal),
    arrival: Uint8Array.from(arrival, (each) => ARRIVALS.indexOf(each)),
  });
};
