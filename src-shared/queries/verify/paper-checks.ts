/** Paper and the record: every item of the print queue is of something paid, every command was put on record once. */
import { sql } from 'drizzle-orm';
import type { SqlCheck } from './sql-check.ts';

export function paperChecks(agencyId: string): SqlCheck[] {
  return [
    {
      name: 'prints.are-of-paid-paper',
      problem: 'verify.print',
      counted: sql`select count(*) from print_items where agency_id = ${agencyId}`,
      found: sql`select p.id, p.kind || ' ' || p.state from print_items p
        left join tickets t on t.agency_id = p.agency_id and t.id = p.ticket_id
        left join receipts r on r.agency_id = p.agency_id and r.id = p.receipt_id
        where p.agency_id = ${agencyId} and (p.attempts > 1 or (p.state = 'QUEUED' and p.attempts > 0) or case p.kind
          when 'TICKET' then p.receipt_id is not null or t.id is null or t.status = 'RESERVED' or t.printed_copies < 1
          else p.ticket_id is not null or r.id is null end)`,
    },
  ];
}

/** On a device: what it did is in its journal and its audit trail, each command once. */
export function recordChecks(agencyId: string): SqlCheck[] {
  return [
    {
      name: 'commands.on-record',
      problem: 'verify.command',
      counted: sql`select count(*) from commands where agency_id = ${agencyId}`,
      found: sql`select c.name, c.id from commands c
        where c.agency_id = ${agencyId} and (
          (select count(*) from journal j where j.agency_id = c.agency_id and j.command_id = c.id) <> 1
          or (select count(*) from audit_records a where a.agency_id = c.agency_id and a.command_id = c.id) <> 1)
        union all
        select 'journal', j.command_id from journal j where j.agency_id = ${agencyId}
          and not exists (select 1 from commands c where c.agency_id = j.agency_id and c.id = j.command_id)
        union all
        select 'audit', a.command_id from audit_records a where a.agency_id = ${agencyId}
          and not exists (select 1 from commands c where c.agency_id = a.agency_id and c.id = a.command_id)`,
    },
  ];
}
