/** The centre's runner keeps the same promises as a device's, with several programs starting at once. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrateCentral } from '../../src-central/store/migrate.ts';
import { centralMigrations } from '../../src-central/store/migrations.generated.ts';
import { DatabaseBehind, openPool } from '../../src-central/store/pool.ts';
import { DatabaseFromTheFuture, MigrationChanged, type Migration } from '../../src-shared/core/migrations.ts';
import { createTestDatabase, queryAs, type TestDatabase } from '../support/postgres.ts';

const migration = (number: number, sql: string): Migration => ({
  number,
  name: `step_${number}`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

const first = migration(1, 'create table parents (id text primary key)');
const second = migration(2, "create table children (id text); insert into children values ('c')");

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase('empty');
});
afterEach(() => database.drop());

const applied = async (): Promise<number[]> =>
  (await queryAs<{ number: string }>(database.owner, 'select number from migrations order by 1')).map((row) =>
    Number(row.number),
  );
const tables = async (): Promise<string[]> =>
  (
    await queryAs<{ name: string }>(
      database.owner,
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    )
  ).map((row) => row.name);

describe('a migration at the centre', () => {
  test('runs once, however many programs start at the same time', async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrateCentral(database.owner, [first, second])));
    expect(await applied()).toEqual([1, 2]);
    expect(await queryAs(database.owner, 'select * from children')).toEqual([{ id: 'c' }]);
  });

  test('that has run is not run again', async () => {
    await migrateCentral(database.owner, [first]);
    await migrateCentral(database.owner, [first, second]);
    await migrateCentral(database.owner, [first, second]);
    expect(await queryAs(database.owner, 'select * from children')).toEqual([{ id: 'c' }]);
  });

  test('that fails is undone whole, keeps the steps before it, and goes on from there', async () => {
    const broken = migration(3, 'create table half (id text); insert into nowhere values (1)');
    await expect(migrateCentral(database.owner, [first, second, broken])).rejects.toThrow('nowhere');
    expect(await applied()).toEqual([1, 2]);
    expect(await tables()).not.toContain('half');
    await migrateCentral(database.owner, [first, second, migration(3, 'create table whole (id text)')]);
    expect(await applied()).toEqual([1, 2, 3]);
  });

  test('is refused on data of a newer program, which is left as it is', async () => {
    await migrateCentral(database.owner, [first, second]);
    await expect(migrateCentral(database.owner, [first])).rejects.toEqual(new DatabaseFromTheFuture(2, 1));
    expect(await applied()).toEqual([1, 2]);
  });

  test('that was changed since it ran is refused', async () => {
    await migrateCentral(database.owner, [first]);
    const changed = migration(1, `${first.sql} -- harmless?`);
    await expect(migrateCentral(database.owner, [changed, second])).rejects.toBeInstanceOf(MigrationChanged);
    expect(await tables()).toEqual(['migrations', 'parents']);
  });

  test('that was merged late is refused, not skipped', async () => {
    await migrateCentral(database.owner, [first, migration(3, 'create table toys (id text)')]);
    const late = migrateCentral(database.owner, [first, second, migration(3, 'create table toys (id text)')]);
    await expect(late).rejects.toThrow('Migration 2 (step_2)');
  });
});

describe('the program at the centre', () => {
  const open = () => openPool({ connectionString: database.app, size: 1, onError: () => undefined });

  test('does not start before the owner has migrated', async () => {
    await expect(open()).rejects.toBeInstanceOf(DatabaseBehind);
    await migrateCentral(database.owner);
    const pool = await open();
    await pool.end();
  });

  test('does not start on data of a newer program', async () => {
    const newer = migration(centralMigrations.length + 1, 'create table toys (id text)');
    await migrateCentral(database.owner, [...centralMigrations, newer]);
    await expect(open()).rejects.toBeInstanceOf(DatabaseFromTheFuture);
  });
});
