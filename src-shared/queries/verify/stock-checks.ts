/** Stock bought from suppliers (receiving, invariant B1). */
import { sql } from 'drizzle-orm';
import { checkOf, type Check } from './check.ts';

export const stockChecks: readonly Check[] = [
  checkOf(
    'order lines agree with owned seats',
    'verify.orderLines',
    (agencyId) => sql`
    purchase_order_lines where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select b.number || ' ' || b.description as what, 'received ' || cast(b.received_quantity as text) || ' of ' || cast(b.quantity as text)
      || ', owned ' || cast(b.owned as text) || ', receipts ' || cast(b.receipts as text) as found
    from (select o.number, l.description, l.quantity, l.received_quantity, l.cancelled_quantity,
        (select count(*) from event_seats s where s.agency_id = l.agency_id and s.purchase_order_line_id = l.id and s.ownership = 'OWNED') as owned,
        coalesce((select sum(r.quantity) from supplier_receipts r where r.agency_id = l.agency_id and r.purchase_order_line_id = l.id), 0) as receipts
      from purchase_order_lines l
      join purchase_orders o on o.agency_id = l.agency_id and o.id = l.purchase_order_id
      where l.agency_id = ${agencyId}) b
    where b.owned <> b.received_quantity or b.receipts <> b.received_quantity
      or b.received_quantity + b.cancelled_quantity > b.quantity`,
  ),

  checkOf(
    'what is owed is what was received',
    'verify.owed',
    (agencyId) => sql`
    suppliers where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select b.name as what, 'received ' || cast(b.received as text) || ', owed ' || cast(b.owed as text) as found
    from (select p.name,
        coalesce((select sum(l.received_quantity * l.unit_minor) from purchase_orders o
          join purchase_order_lines l on l.agency_id = o.agency_id and l.purchase_order_id = o.id
          where o.agency_id = p.agency_id and o.supplier_id = p.id), 0) as received,
        -coalesce((select sum(e.amount_minor) from ledger_entries e
          where e.agency_id = p.agency_id and e.supplier_id = p.id and e.account = 'SUPPLIER_PAYABLE'), 0) as owed
      from suppliers p where p.agency_id = ${agencyId}) b
    where b.received <> b.owed`,
  ),

  checkOf(
    'stock is what unsold seats cost',
    'verify.stock',
    (agencyId) => sql`
    events where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select b.title as what, 'stock ' || cast(b.stock as text) || ', unsold seats ' || cast(b.unsold as text) as found
    from (select e.title,
        coalesce((select sum(l.amount_minor) from ledger_entries l
          where l.agency_id = e.agency_id and l.event_id = e.id and l.account = 'STOCK'), 0) as stock,
        coalesce((select sum(s.cost_minor) from event_seats s
          where s.agency_id = e.agency_id and s.event_id = e.id and s.ownership = 'OWNED' and s.status <> 'SOLD'), 0) as unsold
      from events e where e.agency_id = ${agencyId}) b
    where b.stock <> b.unsold`,
  ),
];
