/**
 * Our own migration runner. drizzle's runs a table rebuild inside a transaction where `foreign_keys=OFF` does
 * nothing, which deletes cascading children, and it skips a migration that was merged late.
 */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  missingMigrations,
  refuseTheFuture,
  type AppliedMigration,
  type Migration,
} from '../../src-shared/core/migrations.ts';
import type { Connection } from './database.ts';
import { setFullSync } from './database.ts';

/**
 * Brings a database to the newest version, each step in a transaction of its own, after copying the file.
 * @param backupFolder where the copy goes; null when there is no file
 * @throws DatabaseFromTheFuture, MigrationChanged
 */
export function migrate(connection: Connection, migrations: readonly Migration[], backupFolder: string | null): void {
  const found = connection.pragma('user_version', { simple: true }) as number;
  refuseTheFuture(migrations, found);
  const missing = missingMigrations(migrations, found > 0 ? appliedMigrations(connection) : []);
  if (missing.length === 0) return;
  if (found > 0 && backupFolder !== null)
    copyTo(connection, join(backupFolder, `before-version-${missing.at(-1)!.number}-from-${found}.sqlite`));
  // A no-op inside a transaction, so it stands outside; each step proves the keys before it commits.
  connection.pragma('foreign_keys = OFF');
  try {
    for (const migration of missing) run(connection, migration);
  } finally {
    connection.pragma('foreign_keys = ON');
    setFullSync(connection);
  }
}

function appliedMigrations(connection: Connection): AppliedMigration[] {
  return connection.prepare('select number, checksum from migrations').all() as AppliedMigration[];
}

/** SQLite refuses to copy onto a file that is there, and a step that failed yesterday left one. */
function copyTo(connection: Connection, file: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  connection.prepare('vacuum into ?').run(unfinished);
  renameSync(unfinished, file);
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
