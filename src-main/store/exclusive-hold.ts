/**
 * Holds a name on the disk for this process. An SQLite lock, because the system drops it when the process dies; a
 * file with a process id in it would outlive a kill.
 */
import Database from 'better-sqlite3';

export interface ExclusiveHold {
  release(): void;
}

/** @returns null when another process holds it; @throws when the file cannot be written */
export function holdExclusively(file: string): ExclusiveHold | null {
  const connection = new Database(file, { timeout: 0 });
  try {
    connection.pragma('journal_mode = DELETE');
    connection.exec('create table if not exists hold (one integer) strict; begin exclusive');
    return { release: () => connection.close() };
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
