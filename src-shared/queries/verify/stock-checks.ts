/** What was bought reconciles with what is owned, and with what is owed for it. */
import { sql } from 'drizzle-orm';
import type { SqlCheck } from './sql-check.ts';

export function stockChecks(agencyId: string): SqlCheck[] {
  const lineCount = sql`select count(*) from purchase_order_lines where agency_id = ${agencyId}`;
  return [
    {
      name: 'orders.lines-reconcile',
      problem: 'verify.orderLine',
      counted: lineCount,
      found: sql`select q.number, cast(q.received_quantity as text) || ' / ' || cast(q.owned as text) || ' / ' || cast(q.receipts as text) from (
          select o.number, l.received_quantity,
            (select count(*) from event_seats s where s.agency_id = l.agency_id and s.purchase_order_line_id = l.id
              and s.ownership = 'OWNED') as owned,
            coalesce((select sum(r.quantity) from supplier_receipts r
              where r.agency_id = l.agency_id and r.purchase_order_line_id = l.id), 0) as receipts
          from purchase_order_lines l
          join purchase_orders o on o.agency_id = l.agency_id and o.id = l.purchase_order_id
          where l.agency_id = ${agencyId}
        ) q where q.owned <> q.received_quantity or q.receipts <> q.received_quantity`,
    },
    {
      name: 'orders.lines-agree',
      problem: 'verify.orderLineStatus',
      counted: lineCount,
      found: sql`select o.number, l.status from purchase_order_lines l
        join purchase_orders o on o.agency_id = l.agency_id and o.id = l.purchase_order_id
        where l.agency_id = ${agencyId} and case l.status
          when 'RECEIVED' then l.received_quantity + l.cancelled_quantity <> l.quantity or l.received_quantity = 0
          when 'PARTIALLY_RECEIVED' then l.received_quantity = 0 or l.received_quantity + l.cancelled_quantity >= l.quantity
          when 'CANCELLED' then l.received_quantity <> 0 or l.cancelled_quantity <> l.quantity
          else l.received_quantity <> 0 or l.cancelled_quantity <> 0 end`,
    },
    {
      name: 'orders.totals',
      problem: 'verify.orderTotal',
      counted: sql`select count(*) from purchase_orders where agency_id = ${agencyId}`,
      found: sql`select o.number, cast(o.total_minor as text) from purchase_orders o
        where o.agency_id = ${agencyId} and o.total_minor <> coalesce((select sum(l.quantity * l.unit_minor)
          from purchase_order_lines l where l.agency_id = o.agency_id and l.purchase_order_id = o.id), 0)`,
    },
    {
      name: 'orders.owed',
      problem: 'verify.orderOwed',
      counted: sql`select count(*) from suppliers where agency_id = ${agencyId}`,
      found: sql`select q.name, cast(q.received as text) || ' / ' || cast(q.owed as text) from (
          select u.name,
            coalesce((select sum(l.received_quantity * l.unit_minor) from purchase_order_lines l
              join purchase_orders o on o.agency_id = l.agency_id and o.id = l.purchase_order_id
              where o.agency_id = u.agency_id and o.supplier_id = u.id), 0) as received,
            coalesce((select -sum(e.amount_minor) from ledger_entries e
              join ledger_transactions x on x.agency_id = e.agency_id and x.id = e.transaction_id
              where e.agency_id = u.agency_id and e.supplier_id = u.id and e.account = 'SUPPLIER_PAYABLE'
                and x.kind = 'STOCK_RECEIVED'), 0) as owed
          from suppliers u where u.agency_id = ${agencyId}
        ) q where q.received <> q.owed`,
    },
  ];
}
