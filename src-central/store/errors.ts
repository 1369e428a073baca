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

/**
 * Keys that two commands may both find missing and then both insert: the first of a series, the first change of a
 * feed, one action sent twice at once. The one who loses decides again and finds the other's row.
 */
const RACED_KEYS: ReadonlySet<string> = new Set(['counters_pkey', 'feeds_pkey', 'commands_pkey']);

/** True when the same work may succeed on another run. */
export function isLostRace(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  if (error.code === UNIQUE_VIOLATION) return RACED_KEYS.has(error.constraint ?? '');
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED;
}

/** The error to throw in place of one of Postgres'; any other is returned as it is. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  switch (error.code) {
    case UNIQUE_VIOLATION:
      // Both stores call a table's key `<table>_key`.
      return new UniqueRuleBroken((error.constraint ?? '').replace(/_pkey$/, '_key'));
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
