/** Three tries are a slip of the finger; after that each costs twice the wait of the one before. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
/** Long enough that 10,000 PINs take a month, short enough that a clerk is not locked out of an evening. */
const LONGEST_WAIT_MS = 300_000;

/**
 * @param failures wrong PINs in a row, this one included
 * @returns the instant before which no further try is looked at, or null
 */
export function pinLockUntil(failures: number, now: number): number | null {
  if (failures < FREE_TRIES) return null;
  return now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - FREE_TRIES, 20));
}

/**
 * How long a person must still wait; 0 when they need not. A wait longer than any that is ever set comes of a clock that
 * was set back since: nobody is kept out for the hour it lost.
 */
export function pinWaitMs(lockedUntil: number | null, now: number): number {
  const waitMs = (lockedUntil ?? now) - now;
  return waitMs > LONGEST_WAIT_MS ? 0 : Math.max(0, waitMs);
}
