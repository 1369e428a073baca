/** Events as lists show them, with what is free, held and sold: one grouped query over the seats of all of them. */
import { sql, type SQL } from 'drizzle-orm';
import type { EventSummary, SeatCounts } from '../contract/event.ts';
import type { QueryContext } from '../core/context.ts';
import type { Reader } from '../core/store.ts';
import type { SeatStatus } from '../domain/seat-map/columns.ts';
import { instant, int, text } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';

const NO_SEATS: SeatCounts = { available: 0, held: 0, blocked: 0, reserved: 0, sold: 0, notForSale: 0 };

const countOf: Readonly<Record<SeatStatus, keyof SeatCounts>> = {
  AVAILABLE: 'available',
  HELD: 'held',
  BLOCKED: 'blocked',
  RESERVED: 'reserved',
  SOLD: 'sold',
};

/**
 * Seats by status and whether they may be sold.
 * @param events a condition on `events e`
 */
async function countsByEvent(read: Reader, { agencyId }: QueryContext, events: SQL): Promise<Map<string, SeatCounts>> {
  const rows = await read.query(
    { eventId: text(), status: text<SeatStatus>(), sellable: int(), count: int() },
    sql`select s.event_id, s.status,
          case when s.ownership = 'OWNED' and s.price_minor is not null then 1 else 0 end as sellable, count(*)
        from events e
        join event_seats s on s.agency_id = e.agency_id and s.event_id = e.id
        where e.agency_id = ${agencyId} and ${events}
        group by 1, 2, 3`,
  );
  const counts = new Map<string, { -readonly [K in keyof SeatCounts]: number }>();
  for (const { eventId, status, sellable, count } of rows) {
    const of = counts.get(eventId) ?? { ...NO_SEATS };
    of[status === 'AVAILABLE' && sellable === 0 ? 'notForSale' : countOf[status]] += count;
    counts.set(eventId, of);
  }
  return counts;
}

/** @param events a condition on `events e` */
export async function eventSummaries(read: Reader, context: QueryContext, events: SQL): Promise<EventSummary[]> {
  const shape = {
    eventId: text(),
    title: text(),
    kind: text(),
    venueName: text(),
    status: text<EventSummary['status']>(),
    inventory: text<EventSummary['inventory']>(),
    startsAt: instant(),
    endsAt: instant(),
    doorsAt: instant(),
    timeZone: text(),
    currency: text(),
  };
  const rows = await read.query(
    shape,
    sql`select e.id, e.title, e.kind, v.name, e.status, e.inventory, e.starts_at, e.ends_at, e.doors_at, e.time_zone, e.currency
        from events e join venues v on v.agency_id = e.agency_id and v.id = e.venue_id
        where e.agency_id = ${context.agencyId} and ${events} order by e.starts_at, e.number`,
  );
  const counts = await countsByEvent(read, context, events);
  return rows.map((row) => ({ ...row, counts: counts.get(row.eventId) ?? NO_SEATS }));
}

/** An event's holds in the order of their letters, with the seats that are theirs, sold ones too. */
export async function holdsOf(read: Reader, { agencyId }: QueryContext, eventId: string) {
  const holds = await read.rows(
    'holds',
    sql`where agency_id = ${agencyId} and event_id = ${eventId} order by position`,
  );
  const counts = await read.query(
    { holdId: text(), count: int() },
    sql`select hold_id, count(*) from event_seats
        where agency_id = ${agencyId} and event_id = ${eventId} and hold_id is not null group by hold_id`,
  );
  const countById = new Map(counts.map(({ holdId, count }) => [holdId, count]));
  return holds.map((hold) => holdView(hold, countById.get(hold.id) ?? 0));
}

export function holdView(hold: Row<'holds'>, seatCount: number) {
  const { id: holdId, name, letter, color, reason, position, status } = hold;
  return { holdId, name, letter, color, reason, position, seatCount, status };
}
