/** The rows as the record says they are: the whole journal applied to an empty database, compared row by row. */
import { sql } from 'drizzle-orm';
import type { BulkHandler } from '../../src-shared/core/bulk.ts';
import type { Facts } from '../../src-shared/core/facts.ts';
import type { Reader, Store } from '../../src-shared/core/store.ts';
import type { Verified } from '../../src-shared/queries/verify/check.ts';
import { columnName } from '../../src-shared/schema/kit.ts';
import { schema, tableOf, type TableName } from '../../src-shared/schema/schema.ts';
import { text } from '../../src-shared/text/text.ts';
import { openSqliteStore } from './sqlite-store.ts';

type Rows = Pick<Store, 'agencyId' | 'read'>;
type AnyRow = Readonly<Record<string, unknown>>;

/** Records are texts of any length; so many are held at once. */
const PAGE = 200;

/** Each store keeps these in its own way: the record itself, and how often its screens were told. */
const NOT_IN_THE_RECORD: ReadonlySet<TableName> = new Set(['auditRecords', 'journal', 'feeds']);

/** More say nothing new. */
const MOST_PROBLEMS = 200;

/** Finds what was changed, added or taken away behind the record. Holds every row twice while it runs. */
export async function verifyReplay(
  store: Rows,
  bulkHandlers: Readonly<Record<string, BulkHandler>>,
): Promise<Verified> {
  const name = 'rows are what the record says';
  const { agencyId } = store;
  const replayed = openSqliteStore({ file: ':memory:', agencyId, bulkHandlers, backupFolder: null });
  try {
    const stopped = await applyJournal(store, replayed);
    if (stopped) return { name, count: stopped.sequence, problems: [stopped.problem] };
    let count = 0;
    const problems: string[] = [];
    for (const table of Object.keys(schema) as TableName[]) {
      if (NOT_IN_THE_RECORD.has(table)) continue;
      const found = await rowsByKey(store, table);
      count += found.size;
      problems.push(...differences(table, found, await rowsByKey(replayed, table)));
    }
    return { name, count, problems: problems.slice(0, MOST_PROBLEMS) };
  } finally {
    await replayed.close();
  }
}

/** @returns where it could not go on */
async function applyJournal(
  { agencyId, read }: Rows,
  replayed: Store,
): Promise<{ sequence: number; problem: string } | null> {
  for (let last = 0; ;) {
    const page = await read.rows(
      'journal',
      sql`where agency_id = ${agencyId} and sequence > ${last} order by sequence limit ${sql.raw(String(PAGE))}`,
    );
    for (const { sequence, record } of page) {
      const { facts } = JSON.parse(record) as { facts: Facts };
      try {
        await replayed.write(async (transaction) => {
          await transaction.apply(facts);
          return { commit: true, value: null };
        });
      } catch (error) {
        return { sequence, problem: text('verify.replayFails', { what: sequence, found: String(error) }) };
      }
      last = sequence;
    }
    if (page.length < PAGE) return null;
  }
}

async function rowsByKey(
  { agencyId, read }: { readonly agencyId: string; readonly read: Reader },
  table: TableName,
): Promise<Map<string, AnyRow>> {
  const { key } = tableOf(table);
  const order = sql.raw(key.map(columnName).join(', '));
  const rows = await read.rows(table, sql`where agency_id = ${agencyId} order by ${order}`);
  return new Map((rows as unknown as AnyRow[]).map((row) => [key.map((column) => String(row[column])).join(' '), row]));
}

function differences(table: TableName, found: ReadonlyMap<string, AnyRow>, expected: ReadonlyMap<string, AnyRow>) {
  const problems: string[] = [];
  const say = (id: string, difference: string): void =>
    void problems.push(text('verify.replay', { what: `${tableOf(table).name} ${id}`, found: difference }));
  for (const [id, row] of found) {
    const recorded = expected.get(id);
    if (!recorded) say(id, text('verify.notOnRecord'));
    else
      for (const column of Object.keys(tableOf(table).columns)) {
        const [is, was] = [shown(row[column]), shown(recorded[column])];
        if (is !== was) say(id, text('verify.otherThanRecorded', { column, is, was }));
      }
  }
  for (const id of expected.keys()) if (!found.has(id)) say(id, text('verify.goneFromDatabase'));
  return problems;
}

function shown(value: unknown): string {
  return ArrayBuffer.isView(value) ? Buffer.from(value as Uint8Array).toString('base64') : JSON.stringify(value);
}
