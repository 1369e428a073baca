/**
 * Opens the data folder's database: one writing connection, one reading. Asserts what the promise rests on:
 * WAL, synchronous=FULL and foreign keys, on every open (better-sqlite3 falls back to NORMAL by itself).
 */
import Database from 'better-sqlite3';
import { assert } from '../../src-shared/domain/result.ts';

export type Connection = Database.Database;

const MEMORY = ':memory:';

/**
 * @param file a path, or `:memory:`
 * @throws SqliteError when the file cannot be opened or written
 */
export function openWriter(file: string): Connection {
  const connection = new Database(file);
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  assert(mode === 'wal' || file === MEMORY, `journal_mode reads ${String(mode)}, not WAL`);
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 3000');
  setFullSync(connection);
  return connection;
}

export function openReader(file: string): Connection {
  assert(file !== MEMORY, 'a database in memory has one connection');
  const connection = new Database(file, { readonly: true });
  connection.pragma('busy_timeout = 3000');
  return connection;
}

/** WAL with synchronous=NORMAL may lose the last commits with the power, and a lost sale sells its seat again. */
export function setFullSync(connection: Connection): void {
  connection.pragma('synchronous = FULL');
  const level = connection.pragma('synchronous', { simple: true });
  assert(level === 2, `synchronous reads ${String(level)}, not FULL`);
  // On macOS fsync leaves data in the drive's own cache; elsewhere this changes nothing.
  connection.pragma('fullfsync = ON');
  assert(connection.pragma('foreign_keys', { simple: true }) === 1, 'foreign keys are on');
}

/** A whole, consistent copy of an open database in a new file, while it goes on working. */
export function copyDatabase(connection: Connection, file: string): void {
  connection.prepare('vacuum into ?').run(file);
}
