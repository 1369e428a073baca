/** Values between the core and SQLite: booleans as 0 and 1, JSON as text, bytes as a BLOB. */
import type { Column, Columns } from '../../src-shared/schema/kit.ts';

export function toSqlite(column: Column<unknown>, value: unknown): unknown {
  // A JSON column that may not be NULL can still hold the JSON value null.
  if (column.kind === 'json' && !column.nullable) return JSON.stringify(value);
  if (value === null || value === undefined) return null;
  if (column.kind === 'bool') return value === true ? 1 : 0;
  if (column.kind === 'json') return JSON.stringify(value);
  return value;
}

export function fromSqlite(column: Column<unknown>, value: unknown): unknown {
  if (value === null) return null;
  if (column.kind === 'bool') return value === 1;
  if (column.kind === 'json') return JSON.parse(value as string) as unknown;
  if (column.kind === 'bytes') {
    const buffer = value as Buffer;
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  return value;
}

/** Decodes one row that came as an array, in the order of `columns`. */
export function rowFromSqlite(columns: Columns, names: readonly string[], values: readonly unknown[]): object {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) row[names[i]!] = fromSqlite(columns[names[i]!]!, values[i]);
  return row;
}
