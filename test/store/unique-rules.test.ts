/** Every unique rule of the schema says no on both stores, by its own name, and lets through what it should. */
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FactsBuilder, type Facts, type Values } from '../../src-shared/core/facts.ts';
import { UniqueRuleBroken } from '../../src-shared/core/store.ts';
import { tableOf, type TableName } from '../../src-shared/schema/schema.ts';
import {
  databaseArbitrary,
  factsOf,
  idOf,
  rowArbitrary,
  stampsOf,
  TABLES,
  type GeneratedRows,
} from '../support/generated-rows.ts';
import { applyFacts, describeOnBothStores, dumpRows, EVENING, type TestStore } from '../support/stores.ts';

/** For each rule that does not hold for all rows: rows it holds for, and rows it lets through. */
const PARTIAL: Readonly<Record<string, { readonly held: readonly Values[]; readonly free: readonly Values[] }>> = {
  users_one_name: { held: [{ archivedAt: null }], free: [{ archivedAt: 1 }] },
  suppliers_one_name: { held: [{ archivedAt: null }], free: [{ archivedAt: 1 }] },
  tickets_one_live_per_seat: {
    held: ['RESERVED', 'CONFIRMED', 'USED'].map((status) => ({ status, exceptionId: null })),
    free: [
      { status: 'CANCELLED', exceptionId: null },
      { status: 'REFUNDED', exceptionId: null },
      { status: 'CONFIRMED', exceptionId: 'clash' },
    ],
  },
  sale_lines_reversed_once: { held: [{ reversesLineId: 'line' }], free: [{ reversesLineId: null }] },
  cash_sessions_one_open: { held: [{ status: 'OPEN' }, { status: 'COUNTING' }], free: [{ status: 'CLOSED' }] },
  // A parent's rows have no place in the chain until they are sealed.
  audit_records_one_sequence: { held: [{ sequence: 7 }], free: [{ sequence: null }] },
};

const RULES = TABLES.flatMap((table) => tableOf(table).unique.map((rule) => ({ table, rule })));
const ALWAYS: readonly Values[] = [{}];

const database = fc.sample(databaseArbitrary(3), { seed: 1, numRuns: 1 })[0]!;

/** Row 3 of a table, or one beside it that agrees with it in `same`; both with parents that are there. */
function rowOf(table: TableName, number: 3 | 4, set: Values, same: readonly string[] = []): Values {
  const { columns } = tableOf(table);
  const draw = (which: number): Values => fc.sample(rowArbitrary(table, which), { seed: which, numRuns: 1 })[0]!;
  const third = { ...draw(3), ...set };
  if (number === 3) return third;
  const parents = Object.keys(columns).filter((column) => columns[column]!.references !== null);
  const agreed = Object.fromEntries([...parents, ...same].map((column) => [column, third[column]]));
  return { ...draw(4), ...set, ...agreed };
}

/** A whole database in which the only rows numbered 3 and 4 of a table are the given ones. */
function factsWith(stored: TestStore, table: TableName, rows: readonly Values[]): Facts {
  const others = { ...database, [table]: [...database[table].slice(0, 2), ...rows] } as GeneratedRows;
  return factsOf(others, stored.store.agencyId, EVENING);
}

describeOnBothStores('unique rules', (open) => {
  test.each(RULES)('$rule.name stops the second row and leaves nothing behind', async ({ table, rule }) => {
    const stored = await open();
    for (const held of PARTIAL[rule.name]?.held ?? ALWAYS) {
      const clash = factsWith(stored, table, [rowOf(table, 3, held), rowOf(table, 4, held, rule.columns)]);
      await expect(applyFacts(stored, clash)).rejects.toEqual(new UniqueRuleBroken(rule.name));
    }
    expect(await dumpRows(stored)).toEqual({});
  });

  test.each(RULES.filter(({ rule }) => rule.name in PARTIAL))(
    '$rule.name lets through the rows it is not for',
    async ({ table, rule }) => {
      for (const free of PARTIAL[rule.name]!.free) {
        const stored = await open();
        const held = PARTIAL[rule.name]!.held[0]!;
        const rows = [rowOf(table, 3, held), { ...rowOf(table, 4, held, rule.columns), ...free }];
        await applyFacts(stored, factsWith(stored, table, rows));
        const found = await stored.store.read.rows(table, sql`where agency_id = ${stored.store.agencyId}`);
        expect(found).toHaveLength(4);
        await stored.close();
      }
    },
  );

  test.each(TABLES)('the key of %s is given once', async (table) => {
    const stored = await open();
    const { key, name, columns } = tableOf(table);
    await applyFacts(stored, factsWith(stored, table, [rowOf(table, 3, {})]));
    const row: Record<string, unknown> = { ...stampsOf(table, stored.store.agencyId, EVENING), ...rowOf(table, 4, {}) };
    // Parents no other row has together, so that only the key can say no.
    const parents = Object.keys(columns).filter((column) => columns[column]!.references !== null);
    parents.forEach((column, i) => (row[column] = idOf(i === 0 ? 2 : 1)));
    const third = rowOf(table, 3, {});
    for (const column of key) row[column] = third[column];
    const twice: Facts = { inserts: [{ table, row }], changes: [], bulk: [] };
    await expect(applyFacts(stored, twice)).rejects.toEqual(new UniqueRuleBroken(`${name}_key`));
  });

  test('a change that breaks a rule is stopped like a new row', async () => {
    const stored = await open();
    const facts = factsWith(stored, 'users', [rowOf('users', 3, { archivedAt: null, name: 'Ada' })]);
    await applyFacts(stored, facts);
    const builder = new FactsBuilder(stored.store.agencyId, EVENING + 1);
    const [other] = await stored.store.read.rows(
      'users',
      sql`where agency_id = ${stored.store.agencyId} and id = ${idOf(1)}`,
    );
    builder.change('users', other!, { name: 'Ada', archivedAt: null });
    await expect(applyFacts(stored, builder.build())).rejects.toEqual(new UniqueRuleBroken('users_one_name'));
  });

  test('a seat changes hands within one command: the old ticket ends before the new one begins', async () => {
    const stored = await open();
    const live = { status: 'CONFIRMED', exceptionId: null };
    await applyFacts(stored, factsWith(stored, 'tickets', [rowOf('tickets', 3, live)]));
    const builder = new FactsBuilder(stored.store.agencyId, EVENING + 1);
    const [old] = await stored.store.read.rows(
      'tickets',
      sql`where agency_id = ${stored.store.agencyId} and id = ${idOf(3)}`,
    );
    builder.insert('tickets', rowOf('tickets', 4, live, ['eventId', 'seatId']) as never);
    builder.change('tickets', old!, { status: 'CANCELLED' });
    await applyFacts(stored, builder.build());
    const tickets = await stored.store.read.rows(
      'tickets',
      sql`where agency_id = ${stored.store.agencyId} order by id`,
    );
    expect(tickets.slice(2).map((ticket) => ticket.status)).toEqual(['CANCELLED', 'CONFIRMED']);
  });

  test('the same key in another agency is another row', async () => {
    const [first, second] = [await open(), await open()];
    for (const stored of [first, second]) {
      const facts = new FactsBuilder(stored.store.agencyId, EVENING);
      facts.insert('counters', { id: 'receipts', value: 1 });
      await applyFacts(stored, facts.build());
    }
    expect(Object.keys(await dumpRows(second))).toEqual(['counters']);
  });
});

test('each rule with a condition, or with a column that may be missing, is tried both ways', () => {
  const conditional = RULES.filter(
    ({ table, rule }) =>
      rule.where !== undefined || rule.columns.some((name) => tableOf(table).columns[name]!.nullable),
  );
  expect(conditional.map(({ rule }) => rule.name).toSorted()).toEqual(Object.keys(PARTIAL).toSorted());
});

test('no two rules of a table name the same columns, or SQLite could not tell which was broken', () => {
  for (const table of TABLES) {
    const columns = [tableOf(table).key, ...tableOf(table).unique.map((rule) => rule.columns)].map((names) =>
      names.join(),
    );
    expect(new Set(columns).size, table).toBe(columns.length);
  }
});
