/**
 * Our own migration runner. drizzle's runs a table rebuild inside a transaction where `foreign_keys=OFF` does
 * nothing, which deletes cascading children, and it skips a migration that was merged late.
 */
import { join } from 'node:path';
import type { Connection } from './database.ts';
import { setFullSync } from './database.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** sha256 of the SQL. */
  readonly checksum: string;
}

/** The database was written by a newer program. Nothing was touched. */
export class DatabaseFromTheFuture extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(
      `This data was written by a newer version of Parterre (data version ${found}, this program knows ${known}). Update Parterre, or restore an older backup.`,
    );
    this.found = found;
    this.known = known;
  }
}

/** A migration that has run is not the one this program carries. */
export class MigrationChanged extends Error {}

/**
 * Brings a database to the newest version, each step in a transaction of its own, after copying the file.
 * @param backupFolder where the copy goes; null when there is no file
 * @throws DatabaseFromTheFuture, MigrationChanged
 */
export function migrate(connection: Connection, migrations: readonly Migration[], backupFolder: string | null): void {
  const known = migrations.at(-1)?.number ?? 0;
  const found = connection.pragma('user_version', { simple: true }) as number;
  if (found > known) throw new DatabaseFromTheFuture(found, known);
  if (found > 0) checkHistory(connection, migrations, found);
  const missing = migrations.filter((migration) => migration.number > found);
  if (missing.length === 0) return;
  if (found > 0 && backupFolder !== null)
    connection.prepare('vacuum into ?').run(join(backupFolder, `before-version-${known}-from-${found}.sqlite`));
  // A no-op inside a transaction, so it stands outside; each step proves the keys before it commits.
  connection.pragma('foreign_keys = OFF');
  try {
    for (const migration of missing) run(connection, migration);
  } finally {
    connection.pragma('foreign_keys = ON');
    setFullSync(connection);
  }
}

function run(connection: Connection, migration: Migration): void {
  connection.exec('begin immediate');
  try {
    connection.exec(
      'create table if not exists migrations (number integer primary key, name text not null, checksum text not null) strict',
    );
    connection.exec(migration.sql);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new Error(`migration ${migration.name} leaves ${broken.length} rows without their parent`);
    connection
      .prepare('insert into migrations (number, name, checksum) values (?, ?, ?)')
      .run(migration.number, migration.name, migration.checksum);
    connection.pragma(`user_version = ${migration.number}`);
    connection.exec('commit');
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  }
}

function checkHistory(connection: Connection, migrations: readonly Migration[], found: number): void {
  const rows = connection.prepare('select number, checksum from migrations order by number').all() as {
    number: number;
    checksum: string;
  }[];
  const checksumByNumber = new Map(rows.map((row) => [row.number, row.checksum]));
  for (const migration of migrations)
    if (migration.number <= found && checksumByNumber.get(migration.number) !== migration.checksum)
      throw new MigrationChanged(
        `Migration ${migration.number} (${migration.name}) is not the one this data was made with.`,
      );
}
