/**
 * Backups: a folder with the database, the journal's second copy and the ticket keys. A restore keeps the second
 * journal that is there, so that what was sold after the backup is replayed over it and no seat is sold again.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../src-shared/domain/result.ts';
import { text } from '../src-shared/text/text.ts';
import type { DataFolder } from './data-folder.ts';
import { TICKET_KEYS_FILE } from './keys.ts';
import { copyDatabase, type Connection } from './store/database.ts';

const DATABASE = 'parterre.sqlite';
const JOURNAL = 'journal.jsonl';

/** `2026-11-21T19-30-05Z` */
function stamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(':', '-').concat('Z');
}

/** @returns the new backup's folder. Errors: BACKUP_FAILED */
export function makeBackup(
  folder: DataFolder,
  connection: Connection,
  now: number,
  into: string = folder.backups,
): Result<string> {
  const target = join(into, stamp(now));
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    copyDatabase(connection, join(target, DATABASE));
    copyFileSync(folder.secondJournal, join(target, JOURNAL));
    const keys = join(folder.path, TICKET_KEYS_FILE);
    if (existsSync(keys)) copyFileSync(keys, join(target, TICKET_KEYS_FILE));
    return ok(target);
  } catch (error) {
    return fail('BACKUP_FAILED', text('backup.failed', { folder: target, reason: (error as Error).message }));
  }
}

/**
 * Lays a backup into a data folder that nobody has open; what was there is set aside, not deleted.
 * Errors: NOT_A_BACKUP, RESTORE_FAILED.
 */
export function restoreBackup(folder: DataFolder, backup: string, now: number): Result<{ setAside: string | null }> {
  if (!existsSync(join(backup, DATABASE))) return fail('NOT_A_BACKUP', text('backup.notABackup', { folder: backup }));
  try {
    const setAside = setDatabaseAside(folder, now);
    copyFileSync(join(backup, DATABASE), folder.database);
    for (const [name, target] of [
      [JOURNAL, folder.secondJournal],
      [TICKET_KEYS_FILE, join(folder.path, TICKET_KEYS_FILE)],
    ] as const)
      if (!existsSync(target) && existsSync(join(backup, name))) copyFileSync(join(backup, name), target);
    return ok({ setAside });
  } catch (error) {
    return fail('RESTORE_FAILED', text('backup.restoreFailed', { folder: backup, reason: (error as Error).message }));
  }
}

function setDatabaseAside(folder: DataFolder, now: number): string | null {
  if (!existsSync(folder.database)) return null;
  const aside = join(folder.backups, `replaced-${stamp(now)}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(`${folder.database}${suffix}`))
      renameSync(`${folder.database}${suffix}`, join(aside, basename(`${folder.database}${suffix}`)));
  return aside;
}
