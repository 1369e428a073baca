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
  // A cross join begins where it is written, with the orders, and finds their seats by event_seats_by_order_line: it
  // reads what was bought. A plain join may begin with all seats of the house.
  const rows = await read.query(
    { ordinal: int(), purchaseOrderId: textColumn() },
    sql`select t.ordinal, o.id
        from purchase_orders o cross join purchase_order_lines l cross join event_seats t
        where o.agency_id = ${agencyId} and o.event_id = ${eventId}
          and l.agency_id = o.agency_id and l.purchase_order_id = o.id
          and t.agency_id = l.agency_id and t.purchase_order_line_id = l.id and t.event_id = o.event_id
        order by t.ordinal`,
  );
  return ok({
    orders,
    ordinals: Uint32Array.from(rows, ({ ordinal }) => ordinal),
    order: Uint16Array.from(rows, ({ purchaseOrderId }) => indexById.get(purchaseOrderId)!),
  });
};
