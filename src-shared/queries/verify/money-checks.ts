/** Sales, payments, refunds and drawers add up, to the minor unit (design: sync, invariants 2 and 6). */
import { sql } from 'drizzle-orm';
import type { SqlCheck } from './sql-check.ts';

const LIVE = sql`('RESERVED', 'CONFIRMED', 'USED')`;

export function moneyChecks(agencyId: string): SqlCheck[] {
  return [...ledgerChecks(agencyId), ...saleChecks(agencyId), ...paymentChecks(agencyId), ...drawerChecks(agencyId)];
}

function ledgerChecks(agencyId: string): SqlCheck[] {
  return [
    {
      name: 'ledger.balances',
      problem: 'verify.ledgerBalances',
      counted: sql`select count(*) from ledger_transactions where agency_id = ${agencyId}`,
      found: sql`select x.kind || ' ' || x.description, e.currency || ' ' || cast(sum(e.amount_minor) as text)
        from ledger_entries e join ledger_transactions x on x.agency_id = e.agency_id and x.id = e.transaction_id
        where e.agency_id = ${agencyId} group by x.id, x.kind, x.description, e.currency having sum(e.amount_minor) <> 0`,
    },
    {
      name: 'ledger.entries-belong',
      problem: 'verify.ledgerBelongs',
      counted: sql`select count(*) from ledger_entries where agency_id = ${agencyId}`,
      found: sql`select e.id, e.account from ledger_entries e
        left join ledger_transactions x on x.agency_id = e.agency_id and x.id = e.transaction_id
        where e.agency_id = ${agencyId} and (x.id is null or x.at <> e.at or x.sale_id is distinct from e.sale_id
          or (e.account = 'DRAWER') <> (e.cash_session_id is not null))`,
    },
  ];
}

/** Of a sale that was confirmed: what the ledger took, what its lines come to, what its payments less refunds are. */
function saleChecks(agencyId: string): SqlCheck[] {
  const ledger = (accounts: 'MONEY' | 'REVENUE') =>
    accounts === 'MONEY'
      ? sql`coalesce((select sum(e.amount_minor) from ledger_entries e
          where e.agency_id = s.agency_id and e.sale_id = s.id and e.account in ('DRAWER', 'CARD_CLEARING')), 0)`
      : sql`coalesce((select -sum(e.amount_minor) from ledger_entries e
          where e.agency_id = s.agency_id and e.sale_id = s.id and e.account in ('ADVANCE_SALES', 'TICKET_REVENUE')), 0)`;
  const lines = (kind: 'ALL' | 'TICKET') => sql`coalesce((select sum(l.total_minor) from sale_lines l
    where l.agency_id = s.agency_id and l.sale_id = s.id and ${kind === 'TICKET' ? sql`l.kind = 'TICKET'` : sql`1 = 1`}), 0)`;
  const paid = sql`coalesce((select sum(p.amount_minor) from payments p
      where p.agency_id = s.agency_id and p.sale_id = s.id and p.status = 'SUCCEEDED'), 0)
    - coalesce((select sum(r.amount_minor) from refunds r
      where r.agency_id = s.agency_id and r.sale_id = s.id and r.status = 'COMPLETED'), 0)`;
  const prices = sql`coalesce((select sum(t.price_minor) from tickets t
    where t.agency_id = s.agency_id and t.sale_id = s.id and t.status in ${LIVE}), 0)`;
  const confirmed = sql`from sales s where s.agency_id = ${agencyId} and s.confirmed_at is not null`;
  const never = sql`from sales s where s.agency_id = ${agencyId} and s.confirmed_at is null`;
  const of = (table: 'ledger_entries' | 'sale_lines' | 'refunds') =>
    sql`exists (select 1 from ${sql.raw(table)} o where o.agency_id = s.agency_id and o.sale_id = s.id)`;
  return [
    {
      name: 'sales.paid',
      problem: 'verify.salePaid',
      counted: sql`select count(*) ${confirmed}`,
      found: sql`select q.number, cast(q.money as text) || ' / ' || cast(q.lines as text) || ' / ' || cast(q.paid as text)
        from (select s.number, ${ledger('MONEY')} as money, ${lines('ALL')} as lines, ${paid} as paid ${confirmed}) q
        where q.money <> q.lines or q.money <> q.paid`,
    },
    {
      name: 'sales.revenue',
      problem: 'verify.saleRevenue',
      counted: sql`select count(*) ${confirmed}`,
      found: sql`select q.number, cast(q.revenue as text) || ' / ' || cast(q.lines as text) || ' / ' || cast(q.prices as text)
        from (select s.number, ${ledger('REVENUE')} as revenue, ${lines('TICKET')} as lines, ${prices} as prices ${confirmed}) q
        where q.revenue <> q.lines or q.revenue <> q.prices`,
    },
    {
      name: 'sales.totals',
      problem: 'verify.saleTotal',
      counted: sql`select count(*) from sales s where s.agency_id = ${agencyId}`,
      found: sql`select q.number, cast(q.total_minor as text) || ' / ' || cast(q.prices as text)
        from (select s.number, s.total_minor, ${prices} as prices from sales s where s.agency_id = ${agencyId}) q
        where q.total_minor <> q.prices`,
    },
    {
      name: 'sales.unpaid-untouched',
      problem: 'verify.saleUntouched',
      counted: sql`select count(*) ${never}`,
      found: sql`select s.number, s.status ${never}
        and (s.status = 'CONFIRMED' or ${of('ledger_entries')} or ${of('sale_lines')} or ${of('refunds')})`,
    },
  ];
}

function paymentChecks(agencyId: string): SqlCheck[] {
  return [
    {
      name: 'payments.settled',
      problem: 'verify.payment',
      counted: sql`select count(*) from payments where agency_id = ${agencyId}`,
      found: sql`select s.number, p.status from payments p
        join sales s on s.agency_id = p.agency_id and s.id = p.sale_id
        where p.agency_id = ${agencyId} and case
          when p.status = 'SUCCEEDED' then s.status not in ('CONFIRMED', 'CANCELLED') or s.confirmed_at is null
          when p.status in ('PENDING', 'PROCESSING', 'AUTHORISED') then s.status <> 'PAYING'
          else 1 = 0 end`,
    },
    {
      // What coins cannot pay may stay behind; a whole coin may not.
      name: 'payments.refunded-when-cancelled',
      problem: 'verify.notRefunded',
      counted: sql`select count(*) from sales where agency_id = ${agencyId} and status = 'CANCELLED' and confirmed_at is not null`,
      found: sql`select s.number, cast(sum(e.amount_minor) as text) from sales s
        join agencies a on a.id = s.agency_id
        join ledger_entries e on e.agency_id = s.agency_id and e.sale_id = s.id and e.account in ('DRAWER', 'CARD_CLEARING')
        where s.agency_id = ${agencyId} and s.status = 'CANCELLED' and s.confirmed_at is not null
        group by s.id, s.number, a.cash_rounding_minor having abs(sum(e.amount_minor)) >= a.cash_rounding_minor`,
    },
    {
      name: 'tickets.sold-and-refunded-once',
      problem: 'verify.soldOnce',
      counted: sql`select count(*) from tickets where agency_id = ${agencyId}`,
      found: sql`select q.number, q.status || ' ' || cast(q.sold as text) || ' / ' || cast(q.returned as text) from (
          select t.number, t.status, t.price_minor,
            count(case when l.id is not null and l.reverses_line_id is null then 1 end) as sold,
            count(l.reverses_line_id) as returned,
            coalesce(sum(l.total_minor), 0) as total
          from tickets t
          left join sale_lines l on l.agency_id = t.agency_id and l.ticket_id = t.id and l.kind = 'TICKET' and l.sale_id = t.sale_id
          where t.agency_id = ${agencyId} group by t.id, t.number, t.status, t.price_minor
        ) q where case
          when q.status in ('CONFIRMED', 'USED') then q.sold <> 1 or q.returned <> 0 or q.total <> q.price_minor
          when q.status = 'RESERVED' then q.sold <> 0 or q.returned <> 0
          else q.sold > 1 or q.returned <> q.sold or q.total <> 0 end`,
    },
  ];
}

/**
 * What the drawer should hold is told twice: by its ledger entries, and by its float, movements, cash payments and cash
 * refunds. A closed one holds nothing, and its count less its difference is what it should have held.
 */
function drawerChecks(agencyId: string): SqlCheck[] {
  const ofSession = (table: 'payments' | 'refunds', status: 'SUCCEEDED' | 'COMPLETED') =>
    sql`coalesce((select sum(o.amount_minor) from ${sql.raw(table)} o where o.agency_id = c.agency_id
      and o.cash_session_id = c.id and o.kind = 'CASH' and o.status = ${status}), 0)`;
  return [
    {
      name: 'drawers.add-up',
      problem: 'verify.drawer',
      counted: sql`select count(*) from cash_sessions where agency_id = ${agencyId}`,
      found: sql`select coalesce(q.user_name, q.id), q.status || ' ' || cast(q.told as text) || ' / ' || cast(q.entries as text) from (
          select c.id, c.status, c.counted_minor, c.difference_minor, u.name as user_name,
            c.float_minor + ${ofSession('payments', 'SUCCEEDED')} - ${ofSession('refunds', 'COMPLETED')}
              + coalesce((select sum(case m.kind when 'PAID_IN' then m.amount_minor when 'NO_SALE' then 0 else -m.amount_minor end)
                from cash_movements m where m.agency_id = c.agency_id and m.cash_session_id = c.id), 0) as told,
            coalesce((select sum(e.amount_minor) from ledger_entries e where e.agency_id = c.agency_id
              and e.cash_session_id = c.id and e.account = 'DRAWER'), 0) as entries
          from cash_sessions c left join users u on u.agency_id = c.agency_id and u.id = c.user_id
          where c.agency_id = ${agencyId}
        ) q where case
          when q.status = 'CLOSED' then q.entries <> 0 or q.counted_minor is null or q.difference_minor is null
            or q.counted_minor - q.difference_minor <> q.told
          else q.entries <> q.told or q.difference_minor is not null end`,
    },
    {
      name: 'drawers.counted',
      problem: 'verify.drawerCounted',
      counted: sql`select count(*) from cash_counts where agency_id = ${agencyId}`,
      found: sql`select coalesce(u.name, c.id), c.status from cash_sessions c
        left join users u on u.agency_id = c.agency_id and u.id = c.user_id
        where c.agency_id = ${agencyId} and (
          not exists (select 1 from cash_counts n where n.agency_id = c.agency_id and n.cash_session_id = c.id
            and n.kind = 'FLOAT' and n.total_minor = c.float_minor)
          or (c.counted_minor is not null and not exists (select 1 from cash_counts n where n.agency_id = c.agency_id
            and n.cash_session_id = c.id and n.kind = 'CLOSE' and n.total_minor = c.counted_minor)))`,
    },
  ];
}
