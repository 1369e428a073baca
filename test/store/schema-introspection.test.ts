/** The schema, the migrations of a device and those of the centre describe the same tables. */
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../src-main/store/migrate.ts';
import { localMigrations } from '../../src-main/store/migrations.generated.ts';
import {
  conditionsAsPostgresWritesThem,
  tablesOfPostgres,
  tablesOfSchema,
  tablesOfSqlite,
} from '../support/introspection.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

test('the migrations of a device make exactly the tables of the schema', () => {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  migrate(connection, localMigrations, null);
  const seen = tablesOfSqlite(connection);
  connection.close();
  const asked = tablesOfSchema(
    {
      text: { type: 'text' },
      int: { type: 'integer' },
      bool: { type: 'integer' },
      json: { type: 'text' },
      instant: { type: 'integer' },
      bytes: { type: 'blob' },
    },
    (_table, condition) => condition,
  );
  expect(seen).toEqual(asked);
});

describe('the migrations of the centre', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.owner });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  test('make exactly the tables of the schema', async () => {
    const written = await conditionsAsPostgresWritesThem(client);
    const asked = tablesOfSchema(
      {
        text: { type: 'text', collation: 'C' },
        int: { type: 'bigint' },
        bool: { type: 'boolean' },
        json: { type: 'json' },
        instant: { type: 'bigint' },
        bytes: { type: 'bytea' },
      },
      (table, condition) => written.get(`${table}: ${condition}`)!,
    );
    expect(await tablesOfPostgres(client)).toEqual(asked);
  });

  test('leave no table that shows one agency the rows of another', async () => {
    const { rows } = await client.query<{ table: string }>(
      `select relname as "table" from pg_class c
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migrations' and not (
         relrowsecurity and relforcerowsecurity and exists (
           select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
             and pg_get_expr(p.polqual, c.oid) = pg_get_expr(p.polwithcheck, c.oid)
             and pg_get_expr(p.polqual, c.oid) = '(agency_id = current_setting(''app.agency_id''::text, true))'))`,
    );
    expect(rows).toEqual([]);
  });

  test('run on a database whose texts have no language', async () => {
    const { rows } = await client.query(
      'select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
    );
    expect(rows).toEqual([{ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' }]);
  });
});
