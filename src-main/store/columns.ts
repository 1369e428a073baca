/** Values between the core and SQLite: booleans as 0 and 1, JSON as text, bytes as a BLOB. */
import { assert } from '../../src-shared/domain/result.ts';
import { assertColumnValue } from '../../src-shared/schema/column-value.ts';
import type { Column } from '../../src-shared/schema/kit.ts';

/** @throws for a value that is not of its column's kind */
export function toSqlite(column: Column<unknown>, value: unknown): unknown {
  assertColumnValue(column, value);
  // A JSON column that may not be NULL can still hold the JSON value null.
  if (column.kind === 'json' && !column.nullable) return JSON.stringify(value);
  if (value === null || value === undefined) return null;
  if (column.kind === 'bool') return value === true ? 1 : 0;
  if (column.kind === 'json') return JSON.stringify(value);
  return value;
}

/** @throws for a number beyond 2^53, which would come out as another one */
export function fromSqlite(column: Column<unknown>, value: unknown): unknown {
  if (value === null) return null;
  if (column.kind === 'bool') return value === 1;
  if (column.kind === 'json') return JSON.parse(value as string) as unknown;
  if (column.kind === 'bytes') {
    const buffer = value as Buffer;
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  if (column.kind === 'int' || column.kind === 'instant')
    assert(Math.abs(value as number) <= Number.MAX_SAFE_INTEGER, () => `${String(value)} from SQLite is within 2^53`);
  return value;
}

/** Decodes one row that came as an array: its columns' names and kinds, in the same order. */
export function rowFromSqlite(
  names: readonly string[],
  columns: readonly Column<unknown>[],
  values: readonly unknown[],
): object {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) row[names[i]!] = fromSqlite(columns[i]!, values[i]);
  return row;
}
