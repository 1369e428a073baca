import { sql } from 'drizzle-orm';
import type { Reader } from '../../core/store.ts';
import { admissionProblems } from '../../domain/verify/admissions.ts';
import { checkOf, type Check } from '../../domain/verify/check.ts';
import type { TicketStatus } from '../../domain/inventory/states.ts';
import { text } from '../../schema/kit.ts';

/** Admissions are the fold of their scans, and tickets say USED when they were admitted (design: sync, invariant 8). */
export async function admissionCheck(read: Reader, agencyId: string): Promise<Check> {
  const scans = await read.rows(
    'scans',
    sql`where agency_id = ${agencyId} and ticket_id is not null order by sequence`,
  );
  const admissions = await read.rows('admissions', sql`where agency_id = ${agencyId}`);
  // Named by a scan, an admission, or their own word.
  const tickets = await read.query(
    { id: text(), number: text(), status: text<TicketStatus>() },
    sql`select t.id, t.number, t.status from tickets t where t.agency_id = ${agencyId} and (t.status = 'USED'
      or exists (select 1 from scans s where s.agency_id = t.agency_id and s.ticket_id = t.id)
      or exists (select 1 from admissions a where a.agency_id = t.agency_id and a.event_id = t.event_id and a.ticket_id = t.id))
      order by t.number`,
  );
  const scansByTicket = Map.groupBy(scans, (scan) => scan.ticketId);
  const admissionByTicket = new Map(admissions.map((admission) => [admission.ticketId, admission]));
  const problems = tickets.flatMap(({ id, number, status }) =>
    admissionProblems({
      number,
      status,
      admission: admissionByTicket.get(id) ?? null,
      scans: (scansByTicket.get(id) ?? []).toSorted(byDeviceOrder),
    }),
  );
  return checkOf('admissions.are-the-fold-of-scans', scans.length, problems);
}

/** One device's scans stand in its own order, whatever its clock said; between devices there is only the clock. */
function byDeviceOrder(
  a: { readonly deviceId: string; readonly sequence: number; readonly at: number },
  b: { readonly deviceId: string; readonly sequence: number; readonly at: number },
): number {
  return a.deviceId === b.deviceId ? a.sequence - b.sequence : a.at - b.at;
}
