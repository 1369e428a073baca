/** At the centre the database itself keeps agencies apart and the books unaltered. */
import type pg from 'pg';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool, RoleTooPowerful } from '../../src-central/store/pool.ts';
import { text } from '../../src-shared/schema/kit.ts';
import { tableOf } from '../../src-shared/schema/schema.ts';
import { databaseArbitrary, factsOf, idOf, TABLES } from '../support/generated-rows.ts';
import { createTestDatabase, queryAs, type TestDatabase } from '../support/postgres.ts';
import { EVENING, openPostgresTestStore, openTestPool } from '../support/stores.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = await openTestPool(database);
  const [rows] = fc.sample(databaseArbitrary(2), { seed: 1, numRuns: 1 });
  for (const agencyId of ['ours', 'theirs'])
    await openPostgresTestStore(pool, agencyId).write(async (transaction) => {
      await transaction.apply(factsOf(rows!, agencyId, EVENING));
      return { commit: true, value: null };
    });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const countAs = async (connectionString: string, table: string): Promise<number> => {
  const results = await queryAs<{ count: string }>(connectionString, `select count(*) from ${table}`);
  return Number(results[0]!.count);
};

describe.each(TABLES.map((table) => tableOf(table).name))('%s', (table) => {
  test('shows its rows to the administrator of the server and, without an agency, to nobody else', async () => {
    expect(await countAs(database.admin, table)).toBe(4);
    expect(await countAs(database.app, table)).toBe(0);
    expect(await countAs(database.owner, table)).toBe(0);
  });

  test('takes no row from the program without an agency or for another one', async () => {
    const [found] = await queryAs<{ row: string }>(
      database.admin,
      `select row_to_json(t)::text as row from ${table} t where agency_id = 'theirs' limit 1`,
    );
    const insert = `insert into ${table} select * from json_populate_record(null::${table}, $1::json)`;
    await expect(queryAs(database.app, insert, [found!.row])).rejects.toThrow('row-level security');
    const client = await pool.connect();
    await client.query("begin; select set_config('app.agency_id', 'ours', true)");
    await expect(client.query(insert, [found!.row])).rejects.toThrow('row-level security');
    await client.query('rollback');
    client.release();
  });
});

describe('the program at the centre', () => {
  test('sees only its own rows even when a query forgets to ask for them', async () => {
    const shape = { agencyId: text() };
    const statement = sql`select distinct agency_id from tickets`;
    expect(await openPostgresTestStore(pool, 'ours').read.query(shape, statement)).toEqual([{ agencyId: 'ours' }]);
    const inside = await openPostgresTestStore(pool, 'theirs').write(async (transaction) => ({
      commit: false,
      value: await transaction.peek(shape, statement),
    }));
    expect(inside).toEqual([{ agencyId: 'theirs' }]);
  });

  test('carries no agency over to the next user of a connection', async () => {
    await openPostgresTestStore(pool, 'ours').read.rows('tickets', sql`limit 1`);
    await openPostgresTestStore(pool, 'ours').write(async () => ({ commit: true, value: null }));
    const found = await pool.query('select 1 from tickets');
    expect(found.rowCount).toBe(0);
  });

  test('names an agency that tries to be SQL as it is', async () => {
    const store = openPostgresTestStore(pool, "ours', false); set role parterre_owner; --");
    expect(await store.read.rows('tickets', sql``)).toEqual([]);
  });

  test.each(TABLES.map((table) => tableOf(table).name))('cannot delete from %s', async (table) => {
    await expect(queryAs(database.app, `delete from ${table}`)).rejects.toThrow('permission denied');
    await expect(queryAs(database.app, `truncate ${table}`)).rejects.toThrow('permission denied');
  });

  test.each(['journal', 'ledger_entries', 'ledger_transactions', 'receipts', 'scans'])(
    'cannot alter %s once it is written',
    async (table) => {
      await expect(queryAs(database.app, `update ${table} set agency_id = agency_id`)).rejects.toThrow(
        'permission denied',
      );
    },
  );

  test('cannot make or drop tables, nor switch the protection off', async () => {
    for (const statement of [
      'create table mine (id text)',
      'drop table tickets',
      'alter table tickets disable row level security',
      'update migrations set number = 0',
      'set role parterre_owner',
    ])
      await expect(queryAs(database.app, statement), statement).rejects.toThrow(/permission denied|must be owner/);
  });

  test('refuses to start as a role that sees past the protection', async () => {
    const open = openPool({ connectionString: database.admin, size: 1, onError: () => undefined });
    await expect(open).rejects.toBeInstanceOf(RoleTooPowerful);
  });

  test('finds a parent by its key only within its own agency', async () => {
    const [rows] = fc.sample(databaseArbitrary(1), { seed: 2, numRuns: 1 });
    const orphan = factsOf(rows!, 'third', EVENING).inserts.filter(({ table }) => table === 'sessions');
    const write = openPostgresTestStore(pool, 'third').write(async (transaction) => {
      await transaction.apply({ inserts: orphan, changes: [], bulk: [] });
      return { commit: true, value: null };
    });
    expect(orphan[0]!.row['userId']).toBe(idOf(1));
    await expect(write).rejects.toThrow('foreign key');
  });
});
