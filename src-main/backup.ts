/**
 * Backups: a folder with the database, the journal's second copy and the ticket keys. A restore keeps the second
 * journal that is there, so that what was sold after the backup is replayed over it and no seat is sold again.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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
  // Under its name only once it is whole: half a backup must never be taken for one.
  const unfinished = `${target}.unfinished`;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    copyDatabase(connection, join(unfinished, DATABASE));
    copyFileSync(folder.secondJournal, join(unfinished, JOURNAL));
    const keys = join(folder.path, TICKET_KEYS_FILE);
    if (existsSync(keys)) copyFileSync(keys, join(unfinished, TICKET_KEYS_FILE));
    renameSync(unfinished, target);
    return ok(target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    return fail('BACKUP_FAILED', text('backup.failed', { folder: target, reason: (error as Error).message }));
  }
}

/**
 * Lays a backup into a data folder that nobody has open; what was there is set aside, not deleted.
 * Errors: NOT_A_BACKUP, RESTORE_FAILED.
 */
export function restoreBackup(folder: DataFolder, backup: string, now: number): Result<{ setAside: string | null }> {
  if (!existsSync(join(backup, DATABASE))) return fail('NOT_A_BACKUP', text('backup.notABackup', { folder: backup }));
  const keys = join(folder.path, TICKET_KEYS_FILE);
  const pieces = [
    { from: join(backup, DATABASE), to: folder.database, isWanted: true },
    { from: join(backup, JOURNAL), to: folder.secondJournal, isWanted: !existsSync(folder.secondJournal) },
    { from: join(backup, TICKET_KEYS_FILE), to: keys, isWanted: !existsSync(keys) },
  ].filter(({ from, isWanted }) => isWanted && existsSync(from));
  try {
    // The whole of it first: a disk that is full says no before anything is moved.
    for (const { from, to } of pieces) copyFileSync(from, incoming(to));
    const setAside = setDatabaseAside(folder, now);
    for (const { to } of pieces) renameSync(incoming(to), to);
    return ok({ setAside });
  } catch (error) {
    for (const { to } of pieces) rmSync(incoming(to), { force: true });
    return fail('RESTORE_FAILED', text('backup.restoreFailed', { folder: backup, reason: (error as Error).message }));
  }
}

const incoming = (file: string): string => `${file}.incoming`;

function setDatabaseAside(folder: DataFolder, now: number): string | null {
  if (!existsSync(folder.database)) return null;
  const aside = join(folder.backups, `replaced-${stamp(now)}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(`${folder.database}${suffix}`))
      renameSync(`${folder.database}${suffix}`, join(aside, basename(`${folder.database}${suffix}`)));
  return aside;
}
