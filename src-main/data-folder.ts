/** The folder where one installation's data lives, and the lock that keeps a second copy of the program out of it. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../src-shared/domain/result.ts';
import { StoreFull } from '../src-shared/core/store.ts';
import { text } from '../src-shared/text/text.ts';
import { unwritable } from './store/disk.ts';
import { holdExclusively, type ExclusiveHold } from './store/exclusive-hold.ts';

export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly secondJournal: string;
  readonly backups: string;
  release(): void;
}

/**
 * Makes the folder if it is missing and holds it for this process; the hold ends with the process, however it ends.
 * Errors: DATA_FOLDER_READ_ONLY, DATA_FOLDER_IN_USE, STORE_FULL.
 * @param secondPlace where the second journal goes; another disk where there is one
 */
export function openDataFolder(path: string, secondPlace: string | null): Result<DataFolder> {
  const backups = join(path, 'backups');
  const journals = secondPlace ?? join(path, 'journal');
  let hold: ExclusiveHold | null;
  try {
    for (const folder of [path, backups, journals]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK);
    }
    hold = holdExclusively(join(path, 'in-use'));
  } catch (error) {
    const reason = (error as Error).message;
    return unwritable(error, path) instanceof StoreFull
      ? fail('STORE_FULL', text('start.diskFull', { folder: path }))
      : fail('DATA_FOLDER_READ_ONLY', text('start.readOnly', { folder: path, reason }));
  }
  if (!hold) return fail('DATA_FOLDER_IN_USE', text('start.inUse', { folder: path }));
  return ok({
    path,
    database: join(path, 'parterre.sqlite'),
    secondJournal: join(journals, 'journal.jsonl'),
    backups,
    release: hold.release,
  });
}
