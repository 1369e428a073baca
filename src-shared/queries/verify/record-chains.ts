/**
 * Whether the record of what was done is whole: journal and audit chain, and that they say the same as each other,
 * as the second journal and as the commands that were answered (design: sync, invariants 4 and 7).
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Verified } from './check.ts';
import { int, text as column } from '../../schema/kit.ts';
import { text, type TextKey } from '../../text/text.ts';
import { auditDetail, auditHash, journalHash, type Hash } from '../../core/chains.ts';
import type { Facts } from '../../core/facts.ts';
import type { Reader } from '../../core/store.ts';

/** The journal's other place; lines count from 0. It may grow while it is read. */
export interface JournalCopy {
  /** How many lines it had when what it is compared with was read. */
  readonly length: number;
  /** Null behind its end, as it is now: a record is committed a moment before its line is written. */
  lineAt(index: number): { readonly record: string; readonly hash: string } | null;
}

/** Rows of the longest tables are read so many at a time. */
const PAGE = 500;

const journalRow = {
  deviceId: column(),
  sequence: int(),
  commandId: column(),
  record: column(),
  hash: column(),
  detail: column().orNull,
  auditCommandId: column().orNull,
};

interface Findings {
  readonly name: string;
  readonly key: TextKey;
  count: number;
  readonly problems: string[];
}

function findings(name: string, key: TextKey): Findings {
  return { name, key, count: 0, problems: [] };
}

function found(where: Findings, what: string | number, key: TextKey): void {
  where.problems.push(text(where.key, { what, found: text(key) }));
}

/** The journal of every device, and its copy, which is of this store's one device. */
export async function verifyJournal(
  read: Reader,
  agencyId: string,
  hash: Hash,
  copy: JournalCopy | null,
): Promise<readonly Verified[]> {
  const chain = findings('journal chain', 'verify.journal');
  const second = findings('second journal', 'verify.secondJournal');
  let last = { deviceId: '', sequence: 0, hash: '' };
  for (;;) {
    const page = await read.query(
      journalRow,
      sql`select j.device_id, j.sequence, j.command_id, j.record, j.hash, a.detail, a.command_id from journal j
          left join audit_records a on a.agency_id = j.agency_id and a.device_id = j.device_id and a.sequence = j.sequence
          where j.agency_id = ${agencyId} and ${after(last)} order by j.device_id, j.sequence limit ${sql.raw(String(PAGE))}`,
    );
    for (const row of page) {
      const before = row.deviceId === last.deviceId ? last : { sequence: 0, hash: '' };
      chain.count++;
      if (row.sequence !== before.sequence + 1) found(chain, row.sequence, 'verify.outOfOrder');
      if (row.hash !== journalHash(hash, before.hash, row.record)) found(chain, row.sequence, 'verify.altered');
      else if (!saysTheSame(row)) found(chain, row.sequence, 'verify.otherFacts');
      if (copy) compareWithCopy(second, copy, row);
      last = row;
    }
    if (page.length < PAGE) break;
  }
  for (let index = chain.count; copy && index < copy.length; index++) found(second, index + 1, 'verify.notInDatabase');
  return copy ? [chain, second] : [chain];
}

function after(last: { readonly deviceId: string; readonly sequence: number }): SQL {
  return sql`(j.device_id > ${last.deviceId} or (j.device_id = ${last.deviceId} and j.sequence > ${last.sequence}))`;
}

/** The audit record beside it tells of the same command and the same changes. */
function saysTheSame({
  record,
  commandId,
  detail,
  auditCommandId,
}: {
  readonly record: string;
  readonly commandId: string;
  readonly detail: string | null;
  readonly auditCommandId: string | null;
}): boolean {
  const { command, facts } = JSON.parse(record) as { command: string; facts: Facts };
  return command === commandId && auditCommandId === commandId && detail === auditDetail(facts);
}

function compareWithCopy(
  second: Findings,
  copy: JournalCopy,
  row: { readonly sequence: number; readonly record: string; readonly hash: string },
): void {
  const index = second.count++;
  const line = copy.lineAt(index);
  if (line === null) return found(second, row.sequence, 'verify.missingInSecond');
  if (line.hash !== row.hash || line.record !== row.record) found(second, row.sequence, 'verify.otherRecord');
}

const auditRow = {
  deviceId: column(),
  sequence: int(),
  commandId: column(),
  name: column(),
  userId: column(),
  allowedBy: column().orNull,
  at: int(),
  subject: column().orNull,
  detail: column(),
  previousHash: column().orNull,
  hash: column().orNull,
};

/** What is sealed: at a parent a record has no hash until its sealer has passed. */
export async function verifyAudit(read: Reader, agencyId: string, hash: Hash): Promise<Verified> {
  const chain = findings('audit chain', 'verify.audit');
  let last = { deviceId: '', sequence: 0, hash: '' };
  for (;;) {
    const page = await read.query(
      auditRow,
      sql`select j.device_id, j.sequence, j.command_id, j.name, j.user_id, j.allowed_by, j.at, j.subject, j.detail,
            j.previous_hash, j.hash
          from audit_records j where j.agency_id = ${agencyId} and j.sequence is not null and ${after(last)}
          order by j.device_id, j.sequence limit ${sql.raw(String(PAGE))}`,
    );
    for (const row of page) {
      const before = row.deviceId === last.deviceId ? last : { sequence: 0, hash: '' };
      chain.count++;
      if (row.sequence !== before.sequence + 1 || (row.previousHash ?? '') !== before.hash)
        found(chain, row.sequence, 'verify.outOfOrder');
      if (row.hash !== auditHash(hash, row)) found(chain, row.sequence, 'verify.altered');
      last = { ...row, hash: row.hash ?? '' };
    }
    if (page.length < PAGE) break;
  }
  return chain;
}
