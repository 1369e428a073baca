/** Tickets as their paper needs them, signed. A ticket that is not paid has no paper. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../core/store.ts';
import { signTicket, type TicketSigner } from '../domain/tickets/code.ts';
import type { TicketPaper } from '../domain/tickets/paper.ts';
import { shortSerial } from '../domain/tickets/short-serial.ts';
import { bool, int, text } from '../schema/kit.ts';

const shape = {
  number: text(),
  serial: int(),
  generation: int(),
  ordinal: int(),
  eventNumber: int(),
  bookingNumber: text(),
  agencyName: text(),
  title: text(),
  kind: text(),
  startsAt: int(),
  doorsAt: int(),
  timeZone: text(),
  venueName: text(),
  venueAddress: text(),
  section: text(),
  row: text(),
  label: text(),
  floor: text().orNull,
  entrance: text().orNull,
  restrictedView: bool(),
  typeName: text(),
  priceMinor: int(),
  currency: text(),
  holderName: text().orNull,
  customerName: text().orNull,
  printedCopies: int(),
};

/** In the order of the map. Tickets that are not CONFIRMED or USED are left out. */
export async function readTicketPapers(
  read: Reader,
  agencyId: string,
  ticketIds: readonly string[],
  signer: TicketSigner,
): Promise<TicketPaper[]> {
  const rows = await read.query(
    shape,
    sql`select t.number, t.serial, t.generation, t.ordinal, e.number, s.number, a.name, e.title, e.kind, e.starts_at, e.doors_at,
               e.time_zone, v.name, v.address, m.section_name, m.row_label, m.label, m.floor, m.entrance, m.restricted_view,
               y.name, t.price_minor, e.currency, t.holder_name, c.name, t.printed_copies
        from tickets t
        join sales s on s.agency_id = t.agency_id and s.id = t.sale_id
        join events e on e.agency_id = t.agency_id and e.id = t.event_id
        join venues v on v.agency_id = t.agency_id and v.id = e.venue_id
        join agencies a on a.agency_id = t.agency_id and a.id = t.agency_id
        join seats m on m.agency_id = t.agency_id and m.map_version_id = e.map_version_id and m.seat_id = t.seat_id
        join ticket_types y on y.agency_id = t.agency_id and y.id = t.ticket_type_id
        left join customers c on c.agency_id = s.agency_id and c.id = s.customer_id
        where t.agency_id = ${agencyId} and t.id in ${[...ticketIds]} and t.status in ('CONFIRMED', 'USED')
        order by e.starts_at, t.event_id, t.ordinal`,
  );
  return rows.map((row): TicketPaper => ({
    code: signTicket(
      {
        eventNumber: row.eventNumber,
        serial: row.serial,
        seatIndex: row.ordinal,
        generation: row.generation,
        product: 0,
        gate: 0,
      },
      signer,
    ),
    shortSerial: shortSerial(row.serial),
    number: row.number,
    bookingNumber: row.bookingNumber,
    agency: { name: row.agencyName, contact: null },
    event: {
      title: row.title,
      subtitle: row.kind,
      startsAt: row.startsAt,
      doorsAt: row.doorsAt,
      timeZone: row.timeZone,
    },
    venue: { name: row.venueName, address: row.venueAddress === '' ? null : row.venueAddress },
    place: { section: row.section, row: row.row, seat: row.label, floor: row.floor, entrance: row.entrance },
    restrictedView: row.restrictedView,
    ticketType: row.typeName,
    priceMinor: row.priceMinor,
    currency: row.currency,
    holder: row.holderName ?? row.customerName,
    terms: '',
    copyNumber: Math.max(0, row.printedCopies - 1),
  }));
}
