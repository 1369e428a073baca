/** Paper: one piece an item, sent once, and of something paid; and none missing of a drawer. */
import { sql } from 'drizzle-orm';
import { checkOf, type Check } from './check.ts';

const printItems: Check = checkOf(
  'print items are of paid paper',
  'verify.printItems',
  (agencyId) => sql`
  print_items where agency_id = ${agencyId}`,
  (agencyId) => sql`
  select p.id as what, p.state || ', sent ' || cast(p.attempts as text) || ' times' as found from print_items p
  where p.agency_id = ${agencyId} and (p.attempts > 1 or (p.state = 'QUEUED' and p.attempts > 0))
  union all
  select p.id, p.kind || ' of ' || coalesce(t.number || ', which is ' || t.status, 'no ticket') from print_items p
  left join tickets t on t.agency_id = p.agency_id and t.id = p.ticket_id
  where p.agency_id = ${agencyId} and p.kind = 'TICKET'
    and (t.id is null or p.receipt_id is not null or t.status = 'RESERVED' or t.printed_copies < 1)
  union all
  select p.id, p.kind || ' of ' || coalesce(r.number, 'no receipt') from print_items p
  left join receipts r on r.agency_id = p.agency_id and r.id = p.receipt_id
  where p.agency_id = ${agencyId} and p.kind = 'RECEIPT' and (r.id is null or p.ticket_id is not null)`,
);

const drawerReceipts: Check = checkOf(
  'every movement and closing of a drawer has its receipt',
  'verify.drawerReceipts',
  (agencyId) => sql`
  cash_sessions where agency_id = ${agencyId}`,
  (agencyId) => sql`
  select what, cast(written as text) || ' of ' || cast(due as text) as found from (
    select s.id as what,
      (select count(*) from receipts r where r.agency_id = s.agency_id and r.cash_session_id = s.id and r.kind = 'CASH') as written,
      (select count(*) from cash_movements m where m.agency_id = s.agency_id and m.cash_session_id = s.id)
        + case when s.status = 'CLOSED' then 1 else 0 end as due
    from cash_sessions s where s.agency_id = ${agencyId}) drawers
  where written < due`,
);

export const paperChecks: readonly Check[] = [printItems, drawerReceipts];
