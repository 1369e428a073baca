/**
 * The SQL of the store, made from the schema. A statement's text depends on its table and on which columns take part,
 * never on values or their number, so that each is planned once per connection.
 */
import { createHash } from 'node:crypto';
import type { Change, Values } from '../../src-shared/core/facts.ts';
import { columnName, type Columns, type Table } from '../../src-shared/schema/kit.ts';
import { schema, type TableName } from '../../src-shared/schema/schema.ts';
import { postgresTypeByKind, toPostgres } from './columns.ts';

export interface Statement {
  /** Under which a connection keeps its plan. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** What Postgres must say it wrote; null for a select. */
  readonly expectedRows: number | null;
  /** What to say when it wrote another number. */
  readonly subject: string;
}

/**
 * NO KEY UPDATE, not UPDATE: it shuts out every other command just as well, and lets a foreign key be checked. With
 * UPDATE a commit that adds a row under a locked parent waits for it, against the order of locks.
 */
export type Lock = 'for no key update' | 'for share';

const nameByText = new Map<string, string>();

function nameOf(text: string): string {
  let name = nameByText.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    nameByText.set(text, name);
  }
  return name;
}

const namesOf = (columns: Columns): string => Object.keys(columns).map(columnName).join(', ');

/** Rows of a table that match, in key order. */
export function selectStatement(agencyId: string, table: TableName, match: Values, lock: Lock): Statement {
  const description: Table = schema[table];
  const values: unknown[] = [agencyId];
  const conditions = Object.keys(match).map((property) => {
    const value = match[property];
    const name = columnName(property);
    // Not "is not distinct from $n", which no index answers.
    if (value === null) return `${name} is null`;
    const column = description.columns[property]!;
    if (!Array.isArray(value)) return `${name} = $${values.push(toPostgres(column, value))}`;
    return `${name} = any($${values.push(value.map((one) => toPostgres(column, one)))})`;
  });
  const text =
    `select ${namesOf(description.columns)} from ${description.name} ` +
    `where ${['agency_id = $1', ...conditions].join(' and ')} ` +
    `order by ${description.key.map(columnName).join(', ')} ${lock}`;
  return { name: nameOf(text), text, values, expectedRows: null, subject: description.name };
}

function arrayOf(columns: Columns, property: string, rows: readonly Values[]): unknown[] {
  const column = columns[property]!;
  return rows.map((row) => toPostgres(column, row[property]));
}

/** All rows of one table in one statement. */
export function insertStatement(table: TableName, rows: readonly Values[]): Statement {
  const { name, columns }: Table = schema[table];
  const properties = Object.keys(columns);
  const arrays = properties.map((property, i) => `$${i + 1}::${postgresTypeByKind[columns[property]!.kind]}[]`);
  const text = `insert into ${name} (${namesOf(columns)}) select * from unnest(${arrays.join(', ')})`;
  return {
    name: nameOf(text),
    text,
    values: properties.map((property) => arrayOf(columns, property, rows)),
    expectedRows: rows.length,
    subject: name,
  };
}

/** Changes of one table that set the same columns, in one statement: each finds its row in the version it names. */
export function changeStatement(agencyId: string, changes: readonly Change[]): Statement {
  const { table, key, expect, set } = changes[0]!;
  const { name, columns }: Table = schema[table];
  const given: { alias: string; type: string; values: unknown[] }[] = [];
  const give = (prefix: string, property: string, rows: readonly Values[]): string => {
    const alias = `${prefix}_${columnName(property)}`;
    const type = postgresTypeByKind[columns[property]!.kind];
    given.push({ alias, type, values: arrayOf(columns, property, rows) });
    return `given.${alias}`;
  };
  const keys = changes.map((change) => change.key);
  const expects = changes.map((change) => change.expect);
  const sets = changes.map((change) => change.set);
  const assignments = Object.keys(set).map((property) => `${columnName(property)} = ${give('to', property, sets)}`);
  const conditions = [
    'target.agency_id = $1',
    ...Object.keys(key).map((property) => `target.${columnName(property)} = ${give('key', property, keys)}`),
    ...Object.keys(expect).map((property) => `target.${columnName(property)} = ${give('was', property, expects)}`),
  ];
  const arrays = given.map(({ type }, i) => `$${i + 2}::${type}[]`);
  const text =
    `update ${name} as target set ${assignments.join(', ')} ` +
    `from unnest(${arrays.join(', ')}) as given (${given.map(({ alias }) => alias).join(', ')}) ` +
    `where ${conditions.join(' and ')}`;
  return {
    name: nameOf(text),
    text,
    values: [agencyId, ...given.map(({ values }) => values)],
    expectedRows: changes.length,
    subject: `${name} ${JSON.stringify(changes.slice(0, 5).map((change) => ({ ...change.key, ...change.expect })))}`,
  };
}

/** Groups of changes that one statement can make, in the order of their first. */
export function groupChanges(changes: readonly Change[]): readonly Change[][] {
  const groupByShape = new Map<string, Change[]>();
  for (const change of changes) {
    const shape = [change.table, ...Object.keys(change.set), '/', ...Object.keys(change.expect)].join();
    const group = groupByShape.get(shape);
    if (group) group.push(change);
    else groupByShape.set(shape, [change]);
  }
  return [...groupByShape.values()];
}

export function groupInserts(inserts: readonly { table: TableName; row: Values }[]): ReadonlyMap<TableName, Values[]> {
  const rowsByTable = new Map<TableName, Values[]>();
  for (const { table, row } of inserts) {
    const rows = rowsByTable.get(table);
    if (rows) rows.push(row);
    else rowsByTable.set(table, [row]);
  }
  return rowsByTable;
}
