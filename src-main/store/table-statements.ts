/**
 * The statements that load and write rows of the described tables. Each is put together and compiled once for its
 * shape; doing so for every row anew took as long as SQLite itself.
 */
import type Database from 'better-sqlite3';
import { assert } from '../../src-shared/domain/result.ts';
import type { Facts, Values } from '../../src-shared/core/facts.ts';
import type { Match } from '../../src-shared/core/store.ts';
import { columnName, type Column } from '../../src-shared/schema/kit.ts';
import { tableOf, type Row, type TableName } from '../../src-shared/schema/schema.ts';
import { rowFromSqlite, toSqlite } from './columns.ts';

export type Prepare = (text: string) => Database.Statement;

export interface TableStatements {
  insert(table: TableName, row: Values): void;
  /** @throws when the row is not in the version the change was decided on */
  change(change: Facts['changes'][number]): void;
  load<T extends TableName>(table: T, match: Match<T>): Row<T>[];
}

/** One compiled statement and the columns whose values it takes, or for a load gives, in order. */
interface Shaped {
  readonly statement: Database.Statement;
  readonly names: readonly string[];
  readonly columns: readonly Column<unknown>[];
}

/** Found by walking from column to column: to write a shape's name as one text cost more than the walk. */
interface Shape {
  readonly next: Map<string, Shape>;
  shaped: Shaped | null;
}

function newShape(): Shape {
  return { next: new Map(), shaped: null };
}

function step({ next }: Shape, name: string): Shape {
  const known = next.get(name);
  if (known) return known;
  const made = newShape();
  next.set(name, made);
  return made;
}

/** Names no column. */
const END_OF_LIST = '';
const ONE_OF_SEVERAL = '*';

export function createTableStatements(prepare: Prepare, agencyId: string): TableStatements {
  const inserts = newShape();
  const changes = newShape();
  const loads = newShape();
  return {
    insert(table, row) {
      const { statement, names, columns } = (step(inserts, table).shaped ??= insertOf(prepare, table));
      const values: unknown[] = [];
      for (let i = 0; i < names.length; i++) values.push(toSqlite(columns[i]!, row[names[i]!]));
      statement.run(values);
    },
    change(change) {
      let shape = step(changes, change.table);
      for (const name in change.set) shape = step(shape, name);
      shape = step(shape, END_OF_LIST);
      for (const name in change.key) shape = step(shape, name);
      for (const name in change.expect) shape = step(shape, name);
      const { statement, names, columns } = (shape.shaped ??= changeOf(prepare, change));
      const values: unknown[] = [];
      for (let i = 0; i < names.length; i++) values.push(toSqlite(columns[i]!, change.set[names[i]!]));
      values.push(agencyId);
      for (const name in change.key) values.push(change.key[name]);
      for (const name in change.expect) values.push(change.expect[name]);
      const written = statement.run(values);
      assert(
        written.changes === 1,
        () =>
          `${tableOf(change.table).name} ${JSON.stringify(change.key)} is not in version ${JSON.stringify(change.expect)}`,
      );
    },
    load<T extends TableName>(table: T, match: Match<T>) {
      const described = tableOf(table).columns;
      const values: unknown[] = [agencyId];
      let shape = step(loads, table);
      for (const name in match) {
        const value: unknown = match[name];
        const isList = Array.isArray(value);
        values.push(isList ? JSON.stringify(value) : toSqlite(described[name]!, value));
        shape = step(isList ? step(shape, ONE_OF_SEVERAL) : shape, name);
      }
      const { statement, names, columns } = (shape.shaped ??= loadOf(prepare, table, match));
      const found = statement.all(values) as unknown[][];
      return found.map((row) => rowFromSqlite(names, columns, row) as Row<T>);
    },
  };
}

function insertOf(prepare: Prepare, table: TableName): Shaped {
  const { name, columns } = tableOf(table);
  const names = Object.keys(columns);
  const text = `insert into ${name} (${names.map(columnName).join(', ')}) values (${names.map(() => '?').join(', ')})`;
  return { statement: prepare(text), names, columns: Object.values(columns) };
}

function changeOf(prepare: Prepare, change: Facts['changes'][number]): Shaped {
  const { name: tableName, columns } = tableOf(change.table);
  const names = Object.keys(change.set);
  const where = [...Object.keys(change.key), ...Object.keys(change.expect)];
  const text =
    `update ${tableName} set ${names.map((name) => `${columnName(name)} = ?`).join(', ')} ` +
    `where agency_id = ? and ${where.map((name) => `${columnName(name)} = ?`).join(' and ')}`;
  return { statement: prepare(text), names, columns: names.map((name) => columns[name]!) };
}

function loadOf(prepare: Prepare, table: TableName, match: object): Shaped {
  const { name: tableName, columns, key } = tableOf(table);
  const names = Object.keys(columns);
  const conditions = Object.entries(match).map(([name, value]) =>
    Array.isArray(value) ? `${columnName(name)} in (select value from json_each(?))` : `${columnName(name)} is ?`,
  );
  const text =
    `select ${names.map(columnName).join(', ')} from ${tableName} ` +
    `where ${['agency_id = ?', ...conditions].join(' and ')} order by ${key.map(columnName).join(', ')}`;
  return { statement: prepare(text).raw(true), names, columns: Object.values(columns) };
}
