/** The ledger, and what must agree with it (design: sync, invariants 2 and 6; ledger, invariants L1 and C1 to C3). */
import { sql } from 'drizzle-orm';
import { checkOf, LIVE, type Check } from './check.ts';

const allSales = (agencyId: string) => sql`sales where agency_id = ${agencyId}`;

/** Of each sale: taken less given back, what the drawer and card accounts hold, and what its lines add up to. */
const saleSums = (agencyId: string) => sql`
  select s.number, s.status, s.total_minor,
    coalesce((select sum(p.amount_minor) from payments p where p.agency_id = s.agency_id and p.sale_id = s.id and p.status = 'SUCCEEDED'), 0)
      - coalesce((select sum(r.amount_minor) from refunds r where r.agency_id = s.agency_id and r.sale_id = s.id and r.status = 'COMPLETED'), 0) as paid,
    coalesce((select sum(l.amount_minor) from ledger_entries l where l.agency_id = s.agency_id and l.sale_id = s.id and l.account in ('DRAWER', 'CARD_CLEARING')), 0) as taken,
    -coalesce((select sum(l.amount_minor) from ledger_entries l where l.agency_id = s.agency_id and l.sale_id = s.id and l.account in ('ADVANCE_SALES', 'TICKET_REVENUE')), 0) as earned,
    coalesce((select sum(n.total_minor) from sale_lines n where n.agency_id = s.agency_id and n.sale_id = s.id), 0) as lines,
    coalesce((select sum(n.total_minor) from sale_lines n where n.agency_id = s.agency_id and n.sale_id = s.id and n.kind = 'TICKET'), 0) as ticket_lines
  from sales s where s.agency_id = ${agencyId}`;

export const moneyChecks: readonly Check[] = [
  checkOf(
    'ledger transactions sum to zero',
    'verify.ledger',
    (agencyId) => sql`
    ledger_transactions where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select t.kind || ' ' || t.id as what, cast(sum(e.amount_minor) as text) || ' ' || e.currency as found
    from ledger_entries e
    join ledger_transactions t on t.agency_id = e.agency_id and t.id = e.transaction_id
    where e.agency_id = ${agencyId}
    group by t.id, t.kind, e.currency having sum(e.amount_minor) <> 0
    union all
    select t.kind || ' ' || t.id, 'no entries'
    from ledger_transactions t
    where t.agency_id = ${agencyId}
      and not exists (select 1 from ledger_entries e where e.agency_id = t.agency_id and e.transaction_id = t.id)`,
  ),

  checkOf(
    'sales, payments and ledger agree',
    'verify.saleMoney',
    allSales,
    (agencyId) => sql`
    select b.number as what, b.status || ': paid ' || cast(b.paid as text) || ', ledger ' || cast(b.taken as text) || ', lines '
      || cast(b.lines as text) || ', tickets ' || cast(b.total_minor as text) || ', ticket lines ' || cast(b.ticket_lines as text)
      || ', revenue ' || cast(b.earned as text) as found
    from (${saleSums(agencyId)}) b
    where b.paid <> b.taken or b.taken <> b.lines or b.earned <> b.ticket_lines
      or (b.status in ('CONFIRMED', 'CANCELLED') and b.ticket_lines <> b.total_minor)
      or (b.status not in ('CONFIRMED', 'CANCELLED') and (b.paid <> 0 or b.lines <> 0))`,
  ),

  // What is left of a cancelled sale can only be what coins cannot pay.
  checkOf(
    'payments belong to a sale or were given back',
    'verify.payments',
    (agencyId) => sql`
    payments where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select p.id as what, p.status || ' in sale ' || s.number || ', ' || s.status as found
    from payments p
    join sales s on s.agency_id = p.agency_id and s.id = p.sale_id
    where p.agency_id = ${agencyId} and ((p.status = 'SUCCEEDED' and s.status not in ('CONFIRMED', 'CANCELLED'))
      or (p.status in ('PENDING', 'PROCESSING', 'AUTHORISED') and s.status <> 'PAYING'))
    union all
    select p.id, 'pays ' || cast(p.amount_minor as text) || ' of ' || cast(p.tendered_minor as text) || ' with ' || cast(p.change_minor as text) || ' change'
    from payments p
    where p.agency_id = ${agencyId} and (p.amount_minor + p.change_minor <> p.tendered_minor or p.amount_minor <= 0
      or p.change_minor < 0 or (p.kind <> 'CASH' and p.change_minor <> 0))
    union all
    select p.id, p.kind || coalesce(' in session ' || p.cash_session_id, ' in no session')
    from payments p
    where p.agency_id = ${agencyId} and (p.kind = 'CASH') <> (p.cash_session_id is not null)
    union all
    select b.number, 'sale cancelled, ' || cast(b.paid as text) || ' not given back'
    from (${saleSums(agencyId)}) b
    join agencies a on a.agency_id = ${agencyId} and a.id = ${agencyId}
    where b.status = 'CANCELLED' and abs(b.paid) >= a.cash_rounding_minor`,
  ),

  checkOf(
    'a ticket is refunded once',
    'verify.refunds',
    (agencyId) => sql`
    refunds where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select n.description as what, cast(count(*) as text) || ' reversals' as found
    from sale_lines n
    join sale_lines r on r.agency_id = n.agency_id and r.reverses_line_id = n.id
    where n.agency_id = ${agencyId} group by n.id, n.description having count(*) > 1
    union all
    select t.number, t.status || ', ' || cast(count(n.id) as text) || ' lines, ' || cast(count(r.id) as text) || ' reversed'
    from tickets t
    join sales s on s.agency_id = t.agency_id and s.id = t.sale_id
    left join sale_lines n on n.agency_id = t.agency_id and n.ticket_id = t.id and n.reverses_line_id is null
    left join sale_lines r on r.agency_id = t.agency_id and r.reverses_line_id = n.id
    where t.agency_id = ${agencyId}
    group by t.id, t.number, t.status, s.confirmed_at
    having count(n.id) > 1 or (t.status in ('CONFIRMED', 'USED') and (count(n.id) <> 1 or count(r.id) <> 0))
      or (t.status not in ${LIVE} and count(n.id) <> count(r.id))
    union all
    select s.number, 'paid ' || cast(s.paid as text) || ' more back by ' || s.kind || ' than was taken'
    from (select x.number, r.kind, sum(r.amount_minor) - coalesce((select sum(p.amount_minor) from payments p
            where p.agency_id = ${agencyId} and p.sale_id = x.id and p.kind = r.kind and p.status = 'SUCCEEDED'), 0) as paid
          from refunds r
          join sales x on x.agency_id = r.agency_id and x.id = r.sale_id
          where r.agency_id = ${agencyId} and r.status = 'COMPLETED' group by x.id, x.number, r.kind) s
    join agencies a on a.agency_id = ${agencyId} and a.id = ${agencyId}
    where s.paid >= a.cash_rounding_minor`,
  ),

  checkOf(
    'cash sessions add up',
    'verify.cash',
    (agencyId) => sql`
    cash_sessions where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select b.id as what, b.status || ': drawer ' || cast(b.drawer as text) || ', float ' || cast(b.float_minor as text) || ', moved '
      || cast(b.moved as text) || ', sold ' || cast(b.sold as text) || ', counted ' || coalesce(cast(b.counted_minor as text), 'not') || ', difference '
      || coalesce(cast(b.difference_minor as text), 'none') as found
    from (select c.id, c.status, c.float_minor, c.counted_minor, c.difference_minor,
        coalesce((select sum(e.amount_minor) from ledger_entries e where e.agency_id = c.agency_id and e.cash_session_id = c.id and e.account = 'DRAWER'), 0) as drawer,
        coalesce((select sum(case when m.kind = 'PAID_IN' then m.amount_minor else -m.amount_minor end) from cash_movements m
          where m.agency_id = c.agency_id and m.cash_session_id = c.id), 0) as moved,
        coalesce((select sum(p.amount_minor) from payments p where p.agency_id = c.agency_id and p.cash_session_id = c.id and p.status = 'SUCCEEDED'), 0)
          - coalesce((select sum(r.amount_minor) from refunds r where r.agency_id = c.agency_id and r.cash_session_id = c.id and r.status = 'COMPLETED'), 0) as sold
      from cash_sessions c where c.agency_id = ${agencyId}) b
    where case when b.status = 'CLOSED'
      then b.drawer <> 0 or b.counted_minor is null or b.difference_minor is null
        or b.float_minor + b.moved + b.sold + b.difference_minor <> b.counted_minor
      else b.drawer <> b.float_minor + b.moved + b.sold end
    union all
    select c.id, 'float ' || cast(c.float_minor as text) || ', counted ' || cast(coalesce(n.counted, 0) as text)
    from cash_sessions c
    left join (select cash_session_id, sum(total_minor) as counted from cash_counts
               where agency_id = ${agencyId} and kind = 'FLOAT' group by cash_session_id) n on n.cash_session_id = c.id
    where c.agency_id = ${agencyId} and c.float_minor <> coalesce(n.counted, 0)`,
  ),

  // Sold in advance until the event has played; earned after that.
  checkOf(
    'revenue stands where the event is',
    'verify.revenue',
    (agencyId) => sql`
    events where agency_id = ${agencyId}`,
    (agencyId) => sql`
    select e.title || ' ' || e.status as what, l.account || ' ' || cast(sum(l.amount_minor) as text) as found
    from events e
    join ledger_entries l on l.agency_id = e.agency_id and l.event_id = e.id
      and l.account = case when e.status = 'COMPLETED' then 'ADVANCE_SALES' else 'TICKET_REVENUE' end
    where e.agency_id = ${agencyId}
    group by e.id, e.title, e.status, l.account having sum(l.amount_minor) <> 0`,
  ),
];
