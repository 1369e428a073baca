/** What the disk says no with, told apart: full, or something else that a person has to look at. */
import { statfsSync } from 'node:fs';
import { StoreFull, StoreUnwritable } from '../../src-shared/core/store.ts';

/** EFBIG: a limit on the size of a file, which ends where room ends for whoever must write on. */
const FULL: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG']);
/** SQLite's READONLY and CANTOPEN are a folder or file whose rights were taken away while it was open. */
const REFUSED = /^(?:SQLITE_(?:IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)|E(?:IO|ROFS|ACCES|PERM|NODEV|NXIO|BADF|STALE)$)/;

/** SQLite cannot even make its shared memory (32 KB) in less. */
const LEAST_BYTES = 64 * 1024;

/** @param place the folder that is written in, as a person knows it. Returns null for an error that is none of the disk's. */
export function unwritable(error: unknown, place: string): StoreUnwritable | null {
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== 'string') return null;
  const reason = (error as Error).message;
  if (FULL.has(code)) return new StoreFull(reason, place);
  if (!REFUSED.test(code)) return null;
  // SQLite has one word for a disk that is full and one that is broken where it is not writing rows.
  return code.startsWith('SQLITE_IOERR') && isFull(place)
    ? new StoreFull(reason, place)
    : new StoreUnwritable(reason, place);
}

function isFull(place: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
  }
}
