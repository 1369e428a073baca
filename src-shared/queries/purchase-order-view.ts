/** Purchase orders as screens show them, read by a query or, within a command, by its `peek`. */
import { sql, type SQL } from 'drizzle-orm';
import type { PurchaseOrderLineView, PurchaseOrderView } from '../contract/purchasing.ts';
import { instant, int, text, type Columns, type RowOf } from '../schema/kit.ts';

type Select = <S extends Columns>(shape: S, statement: SQL) => Promise<RowOf<S>[]>;

const orderShape = {
  purchaseOrderId: text(),
  version: int(),
  number: text(),
  supplierId: text(),
  supplierName: text(),
  eventId: text(),
  eventTitle: text(),
  status: text<PurchaseOrderView['status']>(),
  currency: text(),
  totalMinor: int(),
  reference: text(),
  createdAt: instant(),
};

const lineShape = {
  purchaseOrderId: text(),
  lineId: text(),
  position: int(),
  description: text(),
  quantity: int(),
  receivedQuantity: int(),
  cancelledQuantity: int(),
  unitMinor: int(),
  status: text<PurchaseOrderLineView['status']>(),
};

const receiptShape = { lineId: text(), at: instant(), seatSpecification: text(), quantity: int(), userName: text() };

/** Newest first. @param orders a condition on `purchase_orders o` */
export async function purchaseOrderViews(select: Select, agencyId: string, orders: SQL): Promise<PurchaseOrderView[]> {
  const rows = await select(
    orderShape,
    sql`select o.id, o.version, o.number, o.supplier_id, s.name, o.event_id, e.title, o.status, o.currency, o.total_minor,
          o.reference, o.created_at
        from purchase_orders o
        join suppliers s on s.agency_id = o.agency_id and s.id = o.supplier_id
        join events e on e.agency_id = o.agency_id and e.id = o.event_id
        where o.agency_id = ${agencyId} and ${orders} order by o.created_at desc, o.number desc`,
  );
  const ofOrders = sql`from purchase_orders o
        join purchase_order_lines l on l.agency_id = o.agency_id and l.purchase_order_id = o.id`;
  const lines = await select(
    lineShape,
    sql`select l.purchase_order_id, l.id, l.position, l.description, l.quantity, l.received_quantity,
          l.cancelled_quantity, l.unit_minor, l.status
        ${ofOrders} where o.agency_id = ${agencyId} and ${orders} order by l.position`,
  );
  const owned = await select(
    { lineId: text(), count: int() },
    sql`select l.id, count(*) ${ofOrders}
        join event_seats t on t.agency_id = l.agency_id and t.purchase_order_line_id = l.id
        where o.agency_id = ${agencyId} and ${orders} and t.ownership = 'OWNED' group by l.id`,
  );
  const receipts = await select(
    receiptShape,
    sql`select l.id, r.at, r.seat_specification, r.quantity, coalesce(u.name, r.user_id) ${ofOrders}
        join supplier_receipts r on r.agency_id = l.agency_id and r.purchase_order_line_id = l.id
        left join users u on u.agency_id = r.agency_id and u.id = r.user_id
        where o.agency_id = ${agencyId} and ${orders} order by r.at, r.id`,
  );
  const ownedByLine = new Map(owned.map(({ lineId, count }) => [lineId, count]));
  const receiptsByLine = Map.groupBy(receipts, (receipt) => receipt.lineId);
  const linesByOrder = Map.groupBy(lines, (line) => line.purchaseOrderId);
  return rows.map((order) => ({
    ...order,
    lines: (linesByOrder.get(order.purchaseOrderId) ?? []).map(({ purchaseOrderId: _order, ...line }) => ({
      ...line,
      ownedSeats: ownedByLine.get(line.lineId) ?? 0,
      receipts: (receiptsByLine.get(line.lineId) ?? []).map(({ lineId: _line, ...receipt }) => receipt),
    })),
  }));
}
