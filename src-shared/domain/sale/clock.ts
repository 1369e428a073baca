/** The basket's clock: starts with the first pick, stops while paying, goes on with what was left. */

/** After a decline or "back" the customer gets at least this long (design: product, "The clock"). */
const LEAST_AFTER_PAYING_MS = 120_000;

export function clockLeft(deadline: number, now: number): number {
  return Math.max(0, deadline - now);
}

export function deadlineAfterPaying(clockLeftMs: number, now: number): number {
  return now + Math.max(clockLeftMs, LEAST_AFTER_PAYING_MS);
}
