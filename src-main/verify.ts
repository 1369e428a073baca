/**
 * Proves what can be proved on one store: every invariant of the seats, the money, the paper and the door, the chains
 * of the record, and that the rows are what the record makes of an empty database.
 */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { bulkHandlers } from '../src-shared/commands/bulk-handlers.ts';
import { auditHash, journalHash } from '../src-shared/core/chains.ts';
import type { Facts } from '../src-shared/core/facts.ts';
import type { Store } from '../src-shared/core/store.ts';
import { ChainWalk } from '../src-shared/domain/verify/chain.ts';
import { checkOf, type Check } from '../src-shared/domain/verify/check.ts';
import { admissionCheck } from '../src-shared/queries/verify/admission-check.ts';
import { moneyChecks } from '../src-shared/queries/verify/money-checks.ts';
import { numberCheck } from '../src-shared/queries/verify/number-check.ts';
import { paperChecks, recordChecks } from '../src-shared/queries/verify/paper-checks.ts';
import { seatChecks } from '../src-shared/queries/verify/seat-checks.ts';
import { runSqlCheck } from '../src-shared/queries/verify/sql-check.ts';
import { stockChecks } from '../src-shared/queries/verify/stock-checks.ts';
import { columnName, int } from '../src-shared/schema/kit.ts';
import { schema, tableOf, type Row, type TableName } from '../src-shared/schema/schema.ts';
import { text } from '../src-shared/text/text.ts';
import { JournalDamaged, readSecondJournal, type JournalLine } from './store/second-journal.ts';
import { takeSnapshot, type Snapshot } from './store/snapshot.ts';
import { openSqliteStore, type SqliteStore } from './store/sqlite-store.ts';

const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex');

/** Records are text of any length; so many are held at once. */
const PAGE = 200;

type Rows = Pick<Store, 'agencyId' | 'read'>;

/** The rules of the rows, on either store. */
export async function verifyRows(store: Rows): Promise<Check[]> {
  const { agencyId, read } = store;
  const checks: Check[] = [];
  for (const check of [
    ...seatChecks(agencyId),
    ...moneyChecks(agencyId),
    ...stockChecks(agencyId),
    ...paperChecks(agencyId),
  ])
    checks.push(await runSqlCheck(read, check));
  checks.push(await numberCheck(read, agencyId), await admissionCheck(read, agencyId));
  return checks;
}

/**
 * Everything there is to know of a device's own store, of one moment, while others sell. It changes nothing.
 * @param secondJournalFile null where there is none (a store in memory)
 */
export async function verifyStore(store: SqliteStore, secondJournalFile: string | null): Promise<Check[]> {
  const snapshot = takeSnapshot(store);
  try {
    const checks = await verifyRows(snapshot);
    for (const check of recordChecks(store.agencyId)) checks.push(await runSqlCheck(snapshot.read, check));
    checks.push(await auditChainCheck(snapshot), await journalChainCheck(snapshot));
    if (secondJournalFile !== null) checks.push(await secondJournalCheck(snapshot, store, secondJournalFile));
    checks.push(await replayCheck(snapshot), integrityCheck(snapshot));
    return checks;
  } finally {
    snapshot.close();
  }
}

async function auditChainCheck({ agencyId, read }: Rows): Promise<Check> {
  const walk = new ChainWalk();
  for (let from = 0; ;) {
    const page = await read.rows(
      'auditRecords',
      sql`where agency_id = ${agencyId} and sequence > ${from} order by sequence limit ${sql.raw(String(PAGE))}`,
    );
    for (const record of page)
      walk.add({
        sequence: record.sequence!,
        previousHash: record.previousHash ?? '',
        hash: record.hash ?? '',
        expectedHash: auditHash(sha256, record),
      });
    if (page.length < PAGE) return checkOf('audit.chain', walk.count, walk.problems);
    from = page.at(-1)!.sequence!;
  }
}

async function* journalRows({ agencyId, read }: Rows): AsyncGenerator<Row<'journal'>> {
  for (let from = 0; ;) {
    const page = await read.rows(
      'journal',
      sql`where agency_id = ${agencyId} and sequence > ${from} order by sequence limit ${sql.raw(String(PAGE))}`,
    );
    yield* page;
    if (page.length < PAGE) return;
    from = page.at(-1)!.sequence;
  }
}

async function journalChainCheck(store: Rows): Promise<Check> {
  const walk = new ChainWalk();
  for await (const { sequence, record, hash } of journalRows(store)) {
    const { previous } = JSON.parse(record) as { previous: string };
    walk.add({ sequence, previousHash: previous, hash, expectedHash: journalHash(sha256, previous, record) });
  }
  return checkOf('journal.chain', walk.count, walk.problems);
}

/** What was sold since the snapshot stands in the file already. */
async function secondJournalCheck(snapshot: Rows, store: Rows, file: string): Promise<Check> {
  const name = 'journal.second-copy';
  let lines: JournalLine[];
  try {
    lines = readSecondJournal(file);
  } catch (error) {
    if (!(error instanceof JournalDamaged)) throw error;
    return checkOf(name, 0, [text('verify.secondUnreadable', { reason: error.message })]);
  }
  const problems: string[] = [];
  let count = 0;
  for await (const { sequence, record, hash } of journalRows(snapshot)) {
    const line = lines[count++];
    if (!line) problems.push(text('verify.secondMissing', { sequence }));
    else if (line.record !== record || line.hash !== hash) problems.push(text('verify.secondDiffers', { sequence }));
  }
  const [now] = await store.read.query(
    { count: int() },
    sql`select count(*) from journal where agency_id = ${store.agencyId}`,
  );
  if (lines.length > now!.count) problems.push(text('verify.secondLonger', { count: lines.length - now!.count }));
  return checkOf(name, count, problems);
}

/** Each store keeps these in its own way: the record itself, and how often its screens were told. */
const NOT_IN_THE_RECORD: ReadonlySet<TableName> = new Set(['auditRecords', 'journal', 'feeds']);

/** Applies the whole record to an empty database and compares it row by row: what was changed behind it shows. */
async function replayCheck(store: Rows): Promise<Check> {
  const name = 'rows.are-what-the-record-says';
  const { agencyId } = store;
  const replayed = openSqliteStore({ file: ':memory:', agencyId, bulkHandlers, backupFolder: null });
  try {
    for await (const { sequence, record } of journalRows(store)) {
      const { facts } = JSON.parse(record) as { facts: Facts };
      try {
        await replayed.write(async (transaction) => {
          await transaction.apply(facts);
          return { commit: true, value: null };
        });
      } catch (error) {
        return checkOf(name, sequence, [text('verify.replayFails', { sequence, reason: String(error) })]);
      }
    }
    let count = 0;
    const problems: string[] = [];
    for (const table of Object.keys(schema) as TableName[]) {
      if (NOT_IN_THE_RECORD.has(table)) continue;
      const compared = await compareTable(table, store, replayed);
      count += compared.count;
      problems.push(...compared.problems);
    }
    return checkOf(name, count, problems);
  } finally {
    await replayed.close();
  }
}

async function compareTable(table: TableName, store: Rows, replayed: Rows) {
  const { key, columns } = tableOf(table);
  const rowsOf = async ({ read, agencyId }: Rows): Promise<Map<string, Readonly<Record<string, unknown>>>> => {
    const order = sql.raw(key.map(columnName).join(', '));
    const rows = await read.rows(table, sql`where agency_id = ${agencyId} order by ${order}`);
    return new Map(
      (rows as unknown as Record<string, unknown>[]).map((row) => [
        key.map((name) => String(row[name])).join(' '),
        row,
      ]),
    );
  };
  const found = await rowsOf(store);
  const expected = await rowsOf(replayed);
  const problems: string[] = [];
  for (const [id, row] of found) {
    const what = `${table} ${id}`;
    const record = expected.get(id);
    if (!record) problems.push(text('verify.replayExtra', { what }));
    else
      for (const column of Object.keys(columns))
        if (JSON.stringify(row[column]) !== JSON.stringify(record[column]))
          problems.push(
            text('verify.replayDiffers', { what, column, found: shown(row[column]), expected: shown(record[column]) }),
          );
  }
  for (const id of expected.keys())
    if (!found.has(id)) problems.push(text('verify.replayMissing', { what: `${table} ${id}` }));
  return { count: found.size, problems };
}

const LONGEST_SHOWN = 80;

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, LONGEST_SHOWN);
}

/** SQLite's own: pages, indexes, and rows that name rows that are not there. */
function integrityCheck({ connection }: Snapshot): Check {
  const faults = connection.pragma('integrity_check') as { integrity_check: string }[];
  const strays = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
  const pages = connection.pragma('page_count', { simple: true }) as number;
  return checkOf('database.integrity', pages, [
    ...faults.map((fault) => fault.integrity_check).filter((fault) => fault !== 'ok'),
    ...strays.map(({ table, parent }) => `${table} → ${parent}`),
  ]);
}
