/** The folder where one installation's data lives, and the lock that keeps a second copy of the program out of it. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../src-shared/domain/result.ts';
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
 * Errors: DATA_FOLDER_READ_ONLY, DATA_FOLDER_IN_USE.
 * @param secondPlace where the second journal goes; another disk where there is one
 */
export function openDataFolder(path: string, secondPlace: string | null): Result<DataFolder> {
  const backups = join(path, 'backups');
  const journals = secondPlace ?? join(path, 'journal');
  try {
    for (const folder of [path, backups, journals]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK);
    }
  } catch (error) {
    return fail(
      'DATA_FOLDER_READ_ONLY',
      `Parterre cannot write to its data folder ${path}: ${(error as Error).message}. Choose another with --data, or change its permissions.`,
    );
  }
  let hold: ExclusiveHold | null;
  try {
    hold = holdExclusively(join(path, 'in-use'));
  } catch (error) {
    return fail(
      'DATA_FOLDER_READ_ONLY',
      `Parterre cannot write to its data folder ${path}: ${(error as Error).message}.`,
    );
  }
  if (!hold)
    return fail(
      'DATA_FOLDER_IN_USE',
      `Another copy of Parterre already works in ${path}. Close it first, or choose another folder with --data.`,
    );
  return ok({
    path,
    database: join(path, 'parterre.sqlite'),
    secondJournal: join(journals, 'journal.jsonl'),
    backups,
    release: hold.release,
  });
}
