/** Rows of every table, drawn from the schema's own descriptions: whatever a column may hold, it will. */
import fc from 'fast-check';
import type { Facts, Values } from '../../src-shared/core/facts.ts';
import type { Column, Table } from '../../src-shared/schema/kit.ts';
import { schema, tableOf, type TableName } from '../../src-shared/schema/schema.ts';

export const TABLES = Object.keys(schema) as TableName[];

const STAMPS: ReadonlySet<string> = new Set(['agencyId', 'version', 'createdAt', 'updatedAt']);

const NASTY = [
  '',
  ' ',
  "O'Brien",
  '"quoted"',
  "'; drop table sales; --",
  'back\\slash',
  'one\ntwo\r\nthree\ttab',
  '{1,NULL,"x"}',
  'NULL',
  'null',
  '$1 ? :name %s',
  'שלום, שורה ב׳',
  'مقعد ١٢',
  '\u202Eright to left\u202C',
  '🎭👩‍🦽 balcony',
  'ÄÖÜß Ǆ',
  '\uFFFD\uFEFF\u00A0',
  'e\u0301 é',
];

/** Text that both stores keep: no U+0000 and no half of a surrogate pair, which never reach a store (design: product). */
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 24 }).map((value) => value.replaceAll('\0', '')),
);

const int = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);

const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 });

function valueOf(column: Column<unknown>): fc.Arbitrary<unknown> {
  const value = requiredValueOf(column);
  return column.nullable ? fc.option(value, { nil: null, freq: 3 }) : value;
}

function requiredValueOf({ kind }: Column<unknown>): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'text':
      return text;
    case 'int':
    case 'instant':
      return int;
    case 'bool':
      return fc.boolean();
    case 'bytes':
      return fc.uint8Array({ maxLength: 64 });
    case 'json':
      // -0 is no JSON: JSON.stringify makes 0 of it, on either store.
      return json.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  }
}

/** Columns that tell rows apart, by a key or a unique rule, or name a parent: the row's number decides them. */
function fixedColumns(table: Table): ReadonlySet<string> {
  const parents = Object.keys(table.columns).filter((name) => table.columns[name]!.references !== null);
  return new Set([...table.key, ...table.unique.flatMap((rule) => rule.columns), ...parents]);
}

/** The id of row `number` of any table; references of a row point to the parents of its own number. */
export function idOf(number: number): string {
  return `00000000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;
}

function fixedValue(column: Column<unknown>, number: number): unknown {
  if (column.references !== null) return idOf(number);
  return column.kind === 'text' ? idOf(number) : number;
}

/** One row, without the stamps of FactsBuilder. Unique within its table by `number`. */
export function rowArbitrary(name: TableName, number: number): fc.Arbitrary<Values> {
  const table = tableOf(name);
  const fixed = new Set([...fixedColumns(table), ...Object.keys(table.groups)]);
  const columns = Object.keys(table.columns).filter((column) => !STAMPS.has(column));
  return fc.record(
    Object.fromEntries(
      columns.map((column) => [
        column,
        fixed.has(column) ? fc.constant(fixedValue(table.columns[column]!, number)) : valueOf(table.columns[column]!),
      ]),
    ),
  );
}

export type GeneratedRows = Readonly<Record<TableName, readonly Values[]>>;

/** `count` rows of every table, each with its parents among them. */
export function databaseArbitrary(count: number): fc.Arbitrary<GeneratedRows> {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  return fc.record(
    Object.fromEntries(
      TABLES.map((table) => [table, fc.tuple(...numbers.map((number) => rowArbitrary(table, number)))]),
    ) as { [T in TableName]: fc.Arbitrary<Values[]> },
  );
}

/** What a new row carries besides its own columns. */
export function stampsOf(table: TableName, agencyId: string, now: number): Values {
  const stamps = 'version' in schema[table].columns ? { version: 1, createdAt: now, updatedAt: now } : {};
  return { agencyId, ...stamps };
}

/** The facts that insert all of them; bytes too, which FactsBuilder keeps out of journals. */
export function factsOf(rows: GeneratedRows, agencyId: string, now: number): Facts {
  const inserts = TABLES.flatMap((table) =>
    rows[table].map((row) => ({ table, row: { ...row, ...stampsOf(table, agencyId, now) } })),
  );
  return { inserts, changes: [], bulk: [] };
}

/** Columns of a table that a change may touch and no unique rule or reference holds, with their groups. */
export function changeableColumns(name: TableName): readonly string[] {
  const table = tableOf(name);
  const fixed = fixedColumns(table);
  const grouped = new Set(
    Object.values(table.groups).flatMap((group) => (group === '*' ? Object.keys(table.columns) : group)),
  );
  const versions = new Set(Object.keys(table.groups));
  return Object.keys(table.columns).filter(
    (column) =>
      grouped.has(column) &&
      !versions.has(column) &&
      !fixed.has(column) &&
      !STAMPS.has(column) &&
      table.columns[column]!.kind !== 'bytes',
  );
}

export function columnArbitrary(name: TableName, column: string): fc.Arbitrary<unknown> {
  return valueOf(tableOf(name).columns[column]!);
}
