/** Our migration runner at the centre: the same checks as a device's, and safe when several programs start at once. */
import pg from 'pg';
import { missingMigrations, type AppliedMigration, type Migration } from '../../src-shared/core/migrations.ts';
import { centralMigrations } from './migrations.generated.ts';

/** Any number no other program locks in this database; held by whoever migrates. */
const MIGRATION_LOCK = 7_061_727_465;
/** A step that waits longer than this for a busy table gives up: everybody else queues behind it. */
const LOCK_TIMEOUT_MS = 10_000;

/**
 * Brings a database to the newest version as the owner of its tables, each step in a transaction of its own.
 * @throws DatabaseFromTheFuture, MigrationChanged before anything is touched
 */
export async function migrateCentral(
  connectionString: string,
  migrations: readonly Migration[] = centralMigrations,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Whoever comes second waits here, then finds the work done. The lock goes with the connection.
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const missing = missingMigrations(migrations, await appliedMigrations(client));
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    for (const migration of missing) await run(client, migration);
  } finally {
    await client.end();
  }
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(
      'create table if not exists migrations (number bigint primary key, name text not null, checksum text not null)',
    );
    await client.query(migration.sql);
    await client.query('insert into migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** What has run in a database; nothing in an empty one. */
export async function appliedMigrations(database: pg.Client | pg.Pool): Promise<AppliedMigration[]> {
  const { rows: tables } = await database.query<{ found: boolean }>(
    "select to_regclass('migrations') is not null as found",
  );
  if (tables[0]?.found !== true) return [];
  const { rows } = await database.query<{ number: number; checksum: string }>(
    'select number::integer, checksum from migrations',
  );
  return rows;
}
