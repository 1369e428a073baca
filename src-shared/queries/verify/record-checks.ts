/** Answers, numbers and admissions: what was given out must be on record, once and in order. */
import { sql } from 'drizzle-orm';
import type { AdmissionState } from '../../domain/door/admission.ts';
import type { Verdict } from '../../domain/door/verdict.ts';
import { foldAdmissions } from '../../domain/verify/admissions.ts';
import { numberFaults } from '../../domain/verify/numbers.ts';
import { bool, int, text as column } from '../../schema/kit.ts';
import { text } from '../../text/text.ts';
import { checkOf, type Check } from './check.ts';

const commands: Check = checkOf(
  'commands are on record once',
  'verify.commands',
  (agencyId) => sql`
  commands where agency_id = ${agencyId}`,
  (agencyId) => sql`
  select c.id as what, c.name || ' has no audit record' as found from commands c
  where c.agency_id = ${agencyId} and c.id not in (select command_id from audit_records where agency_id = ${agencyId})
  union all
  select a.command_id, a.name || ', ' || cast(a.records as text) || ' audit records'
  from (select command_id, min(name) as name, count(*) as records from audit_records
        where agency_id = ${agencyId} group by command_id having count(*) > 1) a
  union all
  select a.command_id, a.name || ' is on record, and was never answered' from audit_records a
  where a.agency_id = ${agencyId} and a.command_id not in (select id from commands where agency_id = ${agencyId})`,
);

/** A counter never stands behind a number that was given out. */
const counters: Check = checkOf(
  'counters are ahead of their numbers',
  'verify.counters',
  (agencyId) => sql`
  counters where agency_id = ${agencyId}`,
  (agencyId) => sql`
  select u.series as what, 'stands at ' || coalesce(cast(c.value as text), 'nothing') || ', but ' || cast(u.used as text) || ' is in use' as found
  from (select 'ticket:' || substr(number, 4, 4) as series, max(cast(substr(number, 9) as bigint)) as used from tickets
        where agency_id = ${agencyId} group by substr(number, 4, 4)
        union all
        select 'event', max(number) from events where agency_id = ${agencyId} having count(*) > 0
        union all
        select 'purchase-order:' || substr(number, 4, 4), max(cast(substr(number, 9) as bigint)) from purchase_orders
        where agency_id = ${agencyId} group by substr(number, 4, 4)) u
  left join counters c on c.agency_id = ${agencyId} and c.id = u.series
  where c.value is null or c.value < u.used`,
);

/** Receipts of a device are numbered without a gap: a missing one is a receipt somebody took away. */
const receiptNumbers: Check = async (read, agencyId) => {
  const receipts = await read.query(
    { number: column() },
    sql`select number from receipts where agency_id = ${agencyId} order by number`,
  );
  const series = await read.query(
    { id: column(), value: int() },
    sql`select id, value from counters where agency_id = ${agencyId} and id like 'receipt:%'`,
  );
  const lastByDevice = new Map(series.map(({ id, value }) => [id.slice('receipt:'.length), value]));
  const faults = numberFaults(
    receipts.map(({ number }) => number),
    lastByDevice,
  );
  return {
    name: 'receipt numbers have no gap',
    count: receipts.length,
    problems: faults.map(({ number, fault, counter }) =>
      text('verify.receiptNumbers', {
        what: number,
        found: fault === 'MISSING' ? text('verify.gap') : text('verify.beyondCounter', { counter }),
      }),
    ),
  };
};

const scanRow = {
  ticketId: column(),
  number: column(),
  id: column(),
  verdict: column<Verdict>(),
  correctsScanId: column().orNull,
  gate: column(),
  at: int(),
};

/** Whether a ticket's bearer is in is the fold of its scans, and nothing else. */
const admissions: Check = async (read, agencyId) => {
  const scans = await read.query(
    scanRow,
    sql`select s.ticket_id, t.number, s.id, s.verdict, s.corrects_scan_id, s.gate, s.at from scans s
        join tickets t on t.agency_id = s.agency_id and t.id = s.ticket_id
        where s.agency_id = ${agencyId} order by s.device_id, s.sequence`,
  );
  const kept = await read.query(
    { ticketId: column(), number: column(), entryNumber: int(), isInside: bool(), scanId: column() },
    sql`select a.ticket_id, t.number, a.entry_number, a.is_inside, a.scan_id from admissions a
        join tickets t on t.agency_id = a.agency_id and t.id = a.ticket_id where a.agency_id = ${agencyId}`,
  );
  const folds = foldAdmissions(scans);
  const numbers = new Map([...scans, ...kept].map(({ ticketId, number }) => [ticketId, number]));
  const keptById = new Map(kept.map((row) => [row.ticketId, row]));
  const problems: string[] = [];
  for (const [ticketId, number] of numbers) {
    const fold = folds.get(ticketId) ?? null;
    const row = keptById.get(ticketId) ?? null;
    const isSame = fold === null ? row === null : row !== null && sameAdmission(fold, row);
    if (isSame) continue;
    const difference = text('verify.foldDiffers', { fold: inWords(fold), kept: inWords(row) });
    problems.push(text('verify.admissions', { what: number, found: difference }));
  }
  return { name: 'admissions are the fold of the scans', count: scans.length, problems };
};

type Admission = Pick<AdmissionState, 'entryNumber' | 'isInside' | 'scanId'>;

function sameAdmission(fold: Admission, row: Admission): boolean {
  return fold.entryNumber === row.entryNumber && fold.isInside === row.isInside && fold.scanId === row.scanId;
}

function inWords(admission: Admission | null): string {
  if (admission === null) return text('verify.neverIn');
  return text(admission.isInside ? 'verify.admitted' : 'verify.left', { entry: admission.entryNumber });
}

export const recordChecks: readonly Check[] = [commands, counters, receiptNumbers, admissions];
