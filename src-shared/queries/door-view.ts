/** A scanned ticket as the door's screen shows it. */
import { sql } from 'drizzle-orm';
import type { ScanAnswer } from '../contract/door.ts';
import type { Reader } from '../core/store.ts';
import { bool, instant, int, text } from '../schema/kit.ts';

const ticketShape = {
  ticketId: text(),
  number: text(),
  section: text(),
  row: text(),
  label: text(),
  entrance: text().orNull,
  ticketTypeName: text(),
  holderName: text().orNull,
  customerName: text().orNull,
  eventTitle: text(),
  eventStartsAt: instant(),
  eventTimeZone: text(),
  restrictedView: bool(),
  seatKind: text(),
};

export async function doorTicket(
  query: Reader['query'],
  agencyId: string,
  ticketId: string,
): Promise<ScanAnswer['ticket']> {
  const [ticket] = await query(
    ticketShape,
    sql`select t.id, t.number, s.section_name, s.row_label, s.label, s.entrance, y.name, t.holder_name, c.name,
               e.title, e.starts_at, e.time_zone, s.restricted_view, s.kind
        from tickets t
        join events e on e.agency_id = t.agency_id and e.id = t.event_id
        join seats s on s.agency_id = t.agency_id and s.map_version_id = e.map_version_id and s.seat_id = t.seat_id
        join ticket_types y on y.agency_id = t.agency_id and y.id = t.ticket_type_id
        join sales a on a.agency_id = t.agency_id and a.id = t.sale_id
        left join customers c on c.agency_id = a.agency_id and c.id = a.customer_id
        where t.agency_id = ${agencyId} and t.id = ${ticketId}`,
  );
  return ticket ?? null;
}

/** How many of a booking's paid tickets are in, by what is written. */
export async function bookingGroup(
  query: Reader['query'],
  agencyId: string,
  bookingId: string,
): Promise<{ inside: number; total: number }> {
  const [group] = await query(
    { inside: int(), total: int() },
    sql`select count(case when a.is_inside then 1 end), count(*)
        from tickets t
        left join admissions a on a.agency_id = t.agency_id and a.event_id = t.event_id and a.ticket_id = t.id
        where t.agency_id = ${agencyId} and t.booking_id = ${bookingId} and t.status in ('CONFIRMED', 'USED')`,
  );
  return group!;
}
