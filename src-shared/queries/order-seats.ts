/** Which order each seat of an event came with, as typed columns. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import { fail, ok } from '../domain/result.ts';
import { int, text as textColumn } from '../schema/kit.ts';
import { text } from '../text/text.ts';
import { eventExists } from './event-exists.ts';

export const orderSeats: Query<'purchaseOrder.seats'> = async (read, { agencyId }, { eventId }) => {
  if (!(await eventExists(read, agencyId, eventId))) return fail('NOT_FOUND', text('event.notFound'));
  const orders = await read.query(
    { purchaseOrderId: textColumn(), number: textColumn(), supplierName: textColumn() },
    sql`select o.id, o.number, s.name
        from purchase_orders o
        join suppliers s on s.agency_id = o.agency_id and s.id = o.supplier_id
        where o.agency_id = ${agencyId} and o.event_id = ${eventId} order by o.created_at, o.number`,
  );
  const indexById = new Map(orders.map(({ purchaseOrderId }, index) => [purchaseOrderId, index]));
  // From the lines, of which a seat's is found by event_seats_by_order_line: it reads what was bought, not the house.
  const rows = await read.query(
    { ordinal: int(), purchaseOrderId: textColumn() },
    sql`select t.ordinal, o.id
        from purchase_orders o
        join purchase_order_lines l on l.agency_id = o.agency_id and l.purchase_order_id = o.id
        join event_seats t on t.agency_id = l.agency_id and t.purchase_order_line_id = l.id
        where o.agency_id = ${agencyId} and o.event_id = ${eventId} and t.event_id = o.event_id order by t.ordinal`,
  );
  return ok({
    orders,
    ordinals: Uint32Array.from(rows, ({ ordinal }) => ordinal),
    order: Uint16Array.from(rows, ({ purchaseOrderId }) => indexById.get(purchaseOrderId)!),
  });
};
