/** Sales, their bookings and tickets: states that agree, and totals of what is in them. */
import { sql } from 'drizzle-orm';
import { checkOf, LIVE, type Check } from './check.ts';

const allSales = (agencyId: string) => sql`sales where agency_id = ${agencyId}`;
const allTickets = (agencyId: string) => sql`tickets where agency_id = ${agencyId}`;

export const saleChecks: readonly Check[] = [
  checkOf(
    'bookings agree with their sale',
    'verify.bookings',
    (agencyId) => sql`
    bookings where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select s.number as what, s.status || ', booking ' || b.status || coalesce(' until ' || cast(b.deadline as text), ', no deadline') as found
    from bookings b
    join sales s on s.agency_id = b.agency_id and s.id = b.sale_id
    where b.agency_id = ${agencyId} and (
      not (b.status = s.status or (s.status = 'CONFIRMED' and b.status = 'CANCELLED'))
      or (b.status = 'RESERVED' or (b.status = 'PAYING' and b.deadline_kind = 'COLLECT')) <> (b.deadline is not null))
    union all
    select s.number, s.status || ', authority ' || coalesce(s.authority, 'the store')
    from sales s
    where s.agency_id = ${agencyId} and (s.status = 'PAYING') <> (s.authority is not null)
    union all
    select s.number, s.status || ', no booking'
    from sales s
    where s.agency_id = ${agencyId}
      and not exists (select 1 from bookings b where b.agency_id = s.agency_id and b.sale_id = s.id)`,
  ),

  checkOf(
    'tickets agree with their booking',
    'verify.tickets',
    allTickets,
    (agencyId) => sql`
    select t.number as what, t.status || ', booking ' || b.status as found
    from tickets t
    join bookings b on b.agency_id = t.agency_id and b.id = t.booking_id
    where t.agency_id = ${agencyId} and (t.sale_id <> b.sale_id or t.event_id <> b.event_id
      or (t.status = 'RESERVED' and b.status not in ('RESERVED', 'PAYING'))
      or (t.status in ('CONFIRMED', 'USED') and b.status <> 'CONFIRMED'))`,
  ),

  checkOf(
    'sale totals',
    'verify.saleTotals',
    allSales,
    (agencyId) => sql`
    select s.number as what, 'total ' || cast(s.total_minor as text) || ', tickets ' || cast(coalesce(t.total, 0) as text) as found
    from sales s
    left join (select sale_id, sum(price_minor) as total from tickets
               where agency_id = ${agencyId} and status in ${LIVE} group by sale_id) t on t.sale_id = s.id
    where s.agency_id = ${agencyId} and s.total_minor <> coalesce(t.total, 0)`,
  ),

  checkOf(
    'comps are free and have a reason',
    'verify.comps',
    allTickets,
    (agencyId) => sql`
    select t.number as what, y.kind || ' at ' || cast(t.price_minor as text) || coalesce(': ' || t.comp_reason, ', no reason') as found
    from tickets t
    join ticket_types y on y.agency_id = t.agency_id and y.id = t.ticket_type_id
    where t.agency_id = ${agencyId} and ((y.kind = 'COMP') <> (t.comp_reason is not null)
      or (y.kind = 'COMP' and t.price_minor <> 0) or t.price_minor < 0)`,
  ),

  checkOf(
    'every paid sale has its receipt',
    'verify.receipts',
    allSales,
    (agencyId) => sql`
    select s.number as what, cast(coalesce(r.receipts, 0) as text) as found
    from sales s
    left join (select sale_id, count(*) as receipts from receipts
               where agency_id = ${agencyId} and kind = 'SALE' group by sale_id) r on r.sale_id = s.id
    where s.agency_id = ${agencyId}
      and coalesce(r.receipts, 0) <> case when s.confirmed_at is null then 0 else 1 end`,
  ),
];
