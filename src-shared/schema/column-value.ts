import { assert } from '../domain/result.ts';
import type { Column } from './kit.ts';

/**
 * Checks that a value is of its column's kind, so that both stores refuse what either would quietly bend: a fraction, a
 * number beyond 2^53, bytes that went through JSON. A missing value is the database's own to refuse.
 */
export function assertColumnValue({ kind }: Column<unknown>, value: unknown): void {
  if (value === null || value === undefined || kind === 'json') return;
  switch (kind) {
    case 'int':
    case 'instant':
      return assert(Number.isSafeInteger(value), () => `${String(value)} is a whole number within 2^53`);
    case 'text':
      return assert(typeof value === 'string', () => `${String(value)} is text`);
    case 'bool':
      return assert(typeof value === 'boolean', () => `${String(value)} is true or false`);
    case 'bytes':
      return assert(value instanceof Uint8Array, 'bytes are a Uint8Array');
  }
}
