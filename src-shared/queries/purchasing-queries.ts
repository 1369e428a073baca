/** What screens read of suppliers, purchase orders and the seats that papers name. */
import { sql } from 'drizzle-orm';
import type { Queries } from '../commands/registry.ts';
import { fail, ok } from '../domain/result.ts';
import {
  readSeatSpecification,
  type SpecifiedSeat,
  type SpecifiedSection,
} from '../domain/purchasing/seat-specification.ts';
import { int, text as textColumn } from '../schema/kit.ts';
import type { SeatOwnership } from '../domain/inventory/states.ts';
import { text } from '../text/text.ts';
import { orderSeats } from './order-seats.ts';
import { purchaseOrderViews } from './purchase-order-view.ts';

export const purchasingQueries: Queries<'supplier'> & Queries<'purchaseOrder'> = {
  'supplier.list': async (read, { agencyId }) => {
    const suppliers = await read.rows(
      'suppliers',
      sql`where agency_id = ${agencyId} and archived_at is null order by name`,
    );
    const owed = await read.query(
      { supplierId: textColumn(), amountMinor: int() },
      sql`select supplier_id, cast(sum(amount_minor) as bigint) from ledger_entries
          where agency_id = ${agencyId} and account = 'SUPPLIER_PAYABLE' and supplier_id is not null group by supplier_id`,
    );
    const owedById = new Map(owed.map(({ supplierId, amountMinor }) => [supplierId, -amountMinor]));
    return ok(
      suppliers.map(({ id, name, kind, contact, terms, note }) => ({
        supplierId: id,
        name,
        kind,
        contact,
        terms,
        note,
        owedMinor: owedById.get(id) ?? 0,
      })),
    );
  },
  'purchaseOrder.list': async (read, { agencyId }) => ok(await purchaseOrderViews(read.query, agencyId, sql`1 = 1`)),
  'purchaseOrder.get': async (read, { agencyId }, { purchaseOrderId }) => {
    const [order] = await purchaseOrderViews(read.query, agencyId, sql`o.id = ${purchaseOrderId}`);
    return order ? ok(order) : fail('NOT_FOUND', text('purchasing.orderNotFound'));
  },
  'purchaseOrder.seats': orderSeats,
  'purchaseOrder.readSeats': async (read, { agencyId }, { eventId, sectionId, specification }) => {
    const seats = await read.query(
      {
        seatId: textColumn(),
        sectionName: textColumn(),
        rowLabel: textColumn(),
        label: textColumn(),
        ordinal: int(),
        ownership: textColumn<SeatOwnership>().orNull,
      },
      sql`select s.seat_id, s.section_name, s.row_label, s.label, s.ordinal, t.ownership
          from events e
          join seats s on s.agency_id = e.agency_id and s.map_version_id = e.map_version_id
          left join event_seats t on t.agency_id = e.agency_id and t.event_id = e.id and t.seat_id = s.seat_id
          where e.agency_id = ${agencyId} and e.id = ${eventId} and s.section_id = ${sectionId} order by s.ordinal`,
    );
    if (seats.length === 0) return fail('NOT_FOUND', text('purchasing.sectionNotFound'));
    const meant = readSeatSpecification(sectionOf(seats), specification);
    if (!meant.ok) return meant;
    const owned = new Set(seats.filter((seat) => seat.ownership === 'OWNED').map((seat) => seat.seatId));
    return ok({
      seatIds: meant.value.map((seat) => seat.seatId),
      ordinals: meant.value.map((seat) => seat.ordinal),
      alreadyOwned: meant.value.filter((seat) => owned.has(seat.seatId)).length,
    });
  },
};

/** Rows in the order in which the map has them. */
function sectionOf(
  seats: readonly (SpecifiedSeat & { readonly sectionName: string; readonly rowLabel: string })[],
): SpecifiedSection {
  const rows = Map.groupBy(seats, (seat) => seat.rowLabel);
  return { name: seats[0]!.sectionName, rows: [...rows].map(([label, ofRow]) => ({ label, seats: ofRow })) };
}
