/**
 * Values between the core and Postgres. Everything travels as text: numbers come back as numbers or not at all, JSON
 * as the exact text we wrote, parsed by us.
 */
import type pg from 'pg';
import { assert } from '../../src-shared/domain/result.ts';
import { assertColumnValue } from '../../src-shared/schema/column-value.ts';
import type { Column, ColumnKind, Columns } from '../../src-shared/schema/kit.ts';

export const postgresTypeByKind: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  int: 'bigint',
  bool: 'boolean',
  json: 'json',
  instant: 'bigint',
  bytes: 'bytea',
};

/** @throws for a value that is not of its column's kind */
export function toPostgres(column: Column<unknown>, value: unknown): unknown {
  assertColumnValue(column, value);
  // A JSON column that may not be NULL can still hold the JSON value null.
  if (column.kind === 'json' && !column.nullable) return JSON.stringify(value);
  if (value === null || value === undefined) return null;
  if (column.kind === 'json') return JSON.stringify(value);
  return value;
}

/** Decodes one row that came as an array, in the order of `columns`. */
export function rowFromPostgres(columns: Columns, names: readonly string[], values: readonly unknown[]): object {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) {
    const value = values[i];
    const isJson = columns[names[i]!]!.kind === 'json' && value !== null;
    row[names[i]!] = isJson ? (JSON.parse(value as string) as unknown) : value;
  }
  return row;
}

function numberOf(text: string): number {
  const value = Number(text);
  assert(Math.abs(value) <= Number.MAX_SAFE_INTEGER, `${text} from Postgres is within 2^53`);
  return value;
}

function bytesOf(text: string): Uint8Array {
  assert(text.startsWith('\\x'), 'bytea comes as hex');
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** By type oid, from Postgres' pg_type. What is not listed stays text, `json` above all. */
const parserByOid: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'],
  [17, bytesOf],
  [20, numberOf],
  [21, numberOf],
  [23, numberOf],
  [700, Number],
  [701, Number],
  [1700, numberOf],
]);

const asIs = (text: string): unknown => text;

/** Given to each query, so that no other user of `pg` in the process sees its numbers change. */
export const resultTypes = {
  getTypeParser: (oid: number) => parserByOid.get(oid) ?? asIs,
} as pg.CustomTypesConfig;
