/** What is written comes back as it was, on both stores: every table, every kind of column, whatever people type. */
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FactsBuilder, type Values } from '../../src-shared/core/facts.ts';
import { bool, bytes, int, json, text } from '../../src-shared/schema/kit.ts';
import { schema, type Row, type TableName } from '../../src-shared/schema/schema.ts';
import { changeableColumns, columnArbitrary, databaseArbitrary, factsOf, TABLES } from '../support/generated-rows.ts';
import { applyFacts, bothStores, describeOnBothStores, dumpRows, EVENING, type TestStore } from '../support/stores.ts';

/** A database of 80 rows shrinks for minutes and says no more than the one that failed. */
const PROPERTY = { numRuns: 12, endOnFailure: true };

/** Tables whose rows are never changed, by rule of the database at the centre (migration 0002). */
const APPEND_ONLY: ReadonlySet<TableName> = new Set([
  'journal',
  'ledgerEntries',
  'ledgerTransactions',
  'receipts',
  'scans',
]);

describeOnBothStores('round trip', (open) => {
  test('every table gives back whatever its columns may hold', async () => {
    await fc.assert(
      fc.asyncProperty(databaseArbitrary(2), async (rows) => {
        const stored = await open();
        const { agencyId } = stored.store;
        await applyFacts(stored, factsOf(rows, agencyId, EVENING));
        for (const table of TABLES) {
          const found = await stored.store.read.rows(table, sql`where agency_id = ${agencyId} order by 1, 2, 3`);
          expect(new Set(found.map(withoutStamps)), table).toEqual(new Set(rows[table].map(withoutStamps)));
        }
        await stored.close();
      }),
      PROPERTY,
    );
  });

  test('a change of any column gives back the new value and leaves the others', async () => {
    const tables = TABLES.filter((table) => changeableColumns(table).length > 0 && !APPEND_ONLY.has(table));
    const changes = fc.record(
      Object.fromEntries(
        tables.map((table) => [
          table,
          fc.record(
            Object.fromEntries(changeableColumns(table).map((column) => [column, columnArbitrary(table, column)])),
            { requiredKeys: [] },
          ),
        ]),
      ) as { [T in TableName]: fc.Arbitrary<Values> },
    );
    await fc.assert(
      fc.asyncProperty(databaseArbitrary(2), changes, async (rows, sets) => {
        const stored = await open();
        const { agencyId } = stored.store;
        await applyFacts(stored, factsOf(rows, agencyId, EVENING));
        const builder = new FactsBuilder(agencyId, EVENING + 1);
        const expected: Record<string, object> = {};
        for (const table of tables) {
          const [row] = await stored.store.read.rows(
            table,
            sql`where agency_id = ${agencyId} order by 1, 2, 3 limit 1`,
          );
          expected[table] = builder.change(table, row! as Row<typeof table>, sets[table] as Partial<Row<typeof table>>);
        }
        await applyFacts(stored, builder.build());
        for (const table of tables) {
          const found = await stored.store.read.rows(table, sql`where agency_id = ${agencyId} order by 1, 2, 3`);
          expect(found.map(withoutVersions), table).toContainEqual(withoutVersions(expected[table]!));
        }
        await stored.close();
      }),
      PROPERTY,
    );
  });

  test('a query gives numbers, booleans, JSON and bytes, not the text they travel as', async () => {
    const { store } = await open();
    const facts = new FactsBuilder(store.agencyId, EVENING);
    facts.insert('counters', { id: 'a', value: 2 });
    facts.insert('counters', { id: 'b', value: Number.MAX_SAFE_INTEGER - 2 });
    facts.insert('settings', { id: 's', value: { z: 1, a: [null, 'x'] } });
    await store.write(async (transaction) => {
      await transaction.apply(facts.build());
      return { commit: true, value: null };
    });
    const shape = { count: int(), sum: int(), least: text(), any: bool().orNull };
    const [figures] = await store.read.query(
      shape,
      sql`select count(*), sum(value), min(id), null from counters where agency_id = ${store.agencyId}`,
    );
    expect(figures).toEqual({ count: 2, sum: Number.MAX_SAFE_INTEGER, least: 'a', any: null });
    const [setting] = await store.read.query(
      { value: json<unknown>(), raw: bytes().orNull },
      sql`select value, null from settings where agency_id = ${store.agencyId}`,
    );
    expect(setting).toEqual({ value: { z: 1, a: [null, 'x'] }, raw: null });
  });

  test('a number beyond 2^53 is refused on its way in and on its way out', async () => {
    const stored = await open();
    const { store } = stored;
    const tooBig = new FactsBuilder(store.agencyId, EVENING);
    tooBig.insert('counters', { id: 'a', value: 2 ** 53 });
    await expect(applyFacts(stored, tooBig.build())).rejects.toThrow('within 2^53');
    const fits = new FactsBuilder(store.agencyId, EVENING);
    fits.insert('counters', { id: 'a', value: Number.MAX_SAFE_INTEGER });
    fits.insert('counters', { id: 'b', value: 1 });
    await applyFacts(stored, fits.build());
    const sum = sql`select sum(value) from counters where agency_id = ${store.agencyId}`;
    await expect(store.read.query({ sum: int() }, sum)).rejects.toThrow('within 2^53');
  });

  test('a fraction and an infinite price never reach a column of whole numbers', async () => {
    const stored = await open();
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e99]) {
      const facts = new FactsBuilder(stored.store.agencyId, EVENING);
      facts.insert('counters', { id: 'a', value });
      await expect(applyFacts(stored, facts.build())).rejects.toThrow('within 2^53');
    }
    expect(await dumpRows(stored)).toEqual({});
  });

  test('JSON that may not be missing keeps the value null', async () => {
    const stored = await open();
    const facts = new FactsBuilder(stored.store.agencyId, EVENING);
    facts.insert('settings', { id: 'a', value: null });
    await applyFacts(stored, facts.build());
    const rows = await stored.store.read.rows('settings', sql`where agency_id = ${stored.store.agencyId}`);
    expect(rows).toMatchObject([{ id: 'a', value: null }]);
  });

  test('rows come in the order of their bytes, whatever their language', async () => {
    const stored = await open();
    const ids = ['b', 'B', 'ä', 'a', 'Z', 'é', 'e\u0301', '\uFFFD', '🎭', '-', '_', '10', '9', 'ש', '', ' '];
    const facts = new FactsBuilder(stored.store.agencyId, EVENING);
    for (const id of ids) facts.insert('counters', { id, value: 0 });
    await applyFacts(stored, facts.build());
    const inBytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await loadCounters(stored, ids)).map((row) => row.id)).toEqual(inBytes);
    const tail = sql`where agency_id = ${stored.store.agencyId} order by id`;
    expect((await stored.store.read.rows('counters', tail)).map((row) => row.id)).toEqual(inBytes);
  });
});

describe('the two stores', () => {
  const { sqlite, postgres } = bothStores();

  test('hold the same rows after the same facts', async () => {
    await fc.assert(
      fc.asyncProperty(databaseArbitrary(2), async (rows) => {
        const [first, second] = await Promise.all([sqlite(), postgres()]);
        for (const stored of [first, second]) await applyFacts(stored, factsOf(rows, stored.store.agencyId, EVENING));
        expect(first.store.agencyId).toBe(second.store.agencyId);
        expect(await dumpRows(second)).toEqual(await dumpRows(first));
        await Promise.all([first.close(), second.close()]);
      }),
      PROPERTY,
    );
  });
});

async function loadCounters({ store }: TestStore, ids: readonly string[]): Promise<Row<'counters'>[]> {
  return store.write(async (transaction) => ({
    commit: false,
    value: await transaction.load('counters', { id: ids }),
  }));
}

function withoutStamps(row: object): object {
  const { agencyId: _a, version: _v, createdAt: _c, updatedAt: _u, ...rest } = row as Record<string, unknown>;
  return rest;
}

function withoutVersions(row: object): object {
  const { version: _v, stateVersion: _s, termsVersion: _t, updatedAt: _u, ...rest } = row as Record<string, unknown>;
  return rest;
}

test('the schema has a column of every kind', () => {
  const kinds = TABLES.flatMap((table) => Object.values(schema[table].columns).map((column) => column.kind));
  expect(new Set(kinds)).toEqual(new Set(['text', 'int', 'bool', 'json', 'instant', 'bytes']));
});
