/** What Postgres says, in the store's own words. */
import pg from 'pg';
import { StoreBusy, StoreFull, UniqueRuleBroken } from '../../src-shared/core/store.ts';

/** SQLSTATE codes (Postgres manual, appendix A). */
const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const DISK_FULL = '53100';
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/** How Postgres names the constraint of a primary key. */
const KEY_SUFFIX = '_pkey';

/**
 * True when the same work may succeed on another run. A key that is there already is one that two commands found
 * missing and both inserted (the first of a series, the first change of a feed, a basket's first two picks, an action
 * sent twice at once): the one who lost decides again and finds the other's row. A unique rule is a refusal instead.
 */
export function isLostRace(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  if (error.code === UNIQUE_VIOLATION) return error.constraint?.endsWith(KEY_SUFFIX) === true;
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED;
}

/** The error to throw in place of one of Postgres'; any other is returned as it is. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  switch (error.code) {
    case UNIQUE_VIOLATION:
      // Both stores call a table's key `<table>_key`.
      return new UniqueRuleBroken((error.constraint ?? '').replace(KEY_SUFFIX, '_key'));
    case DISK_FULL:
      return new StoreFull(error.message);
    case LOCK_NOT_AVAILABLE:
    case QUERY_CANCELED:
    case SERIALIZATION_FAILURE:
    case DEADLOCK_DETECTED:
      return new StoreBusy(error.message);
    default:
      return error;
  }
}
