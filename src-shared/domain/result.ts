/**
 * Errors as data. A rule that can say no returns a Result; an exception is a bug.
 */

/** What went wrong: a stable code, one sentence a clerk can act on, and the data to act with. */
export interface AppError {
  readonly code: string;
  readonly message: string;
  readonly data?: unknown;
}

export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail(code: string, message: string, data?: unknown): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: data === undefined ? { code, message } : { code, message, data } };
}

/**
 * States what must be true here; throws (a bug, not a user's mistake) when it is not. Stays on in production.
 * @param message a function where it is checked for each value of each row: most texts are never read
 */
export function assert(condition: unknown, message: string | (() => string)): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${typeof message === 'string' ? message : message()}`);
}
