/** Paper: one piece an item, sent once, and of something paid. */
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

export const paperChecks: readonly Check[] = [printItems];
