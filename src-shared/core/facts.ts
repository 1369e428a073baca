/**
 * Facts are what a decided command changes: rows to insert, rows to change (with what they were), and named bulk
 * operations for what is too big to list. They are plain data: the journal keeps them as text and any store can
 * apply them without deciding again.
 *
 * Invariant F1: a change names the version it was decided on, of each column group it touches.
 * Invariant F2: facts are complete: applying them needs no clock, randomness or rule.
 * Invariant F3: facts survive being written as JSON and read again. Bytes would not, and are made by a bulk operation.
 */
import { assert } from '../domain/result.ts';
import { schema, type Row, type TableName } from '../schema/schema.ts';
import type { Table } from '../schema/kit.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface Change {
  readonly table: TableName;
  readonly key: Values;
  /** Version columns and the values they must have. */
  readonly expect: Readonly<Record<string, number>>;
  readonly was: Values;
  readonly set: Values;
}

export interface BulkOperation {
  readonly name: string;
  readonly arguments: Values;
}

export interface Facts {
  readonly inserts: readonly { readonly table: TableName; readonly row: Values }[];
  readonly changes: readonly Change[];
  readonly bulk: readonly BulkOperation[];
}

type Stamps = 'agencyId' | 'version' | 'createdAt' | 'updatedAt';
export type NewRow<T extends TableName> = Omit<Row<T>, Stamps>;

interface Entry {
  readonly table: TableName;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
}

/** Gathers the facts of one command. A row changed twice is one change; a row inserted and changed is one insert. */
export class FactsBuilder {
  readonly #agencyId: string;
  readonly #now: number;
  readonly #entries = new Map<string, Entry>();
  readonly #bulk: BulkOperation[] = [];
  readonly #bulkTables: TableName[] = [];

  constructor(agencyId: string, now: number) {
    this.#agencyId = agencyId;
    this.#now = now;
  }

  insert<T extends TableName>(table: T, row: NewRow<T>): Row<T> {
    const stamps = 'version' in schema[table].columns ? { version: 1, createdAt: this.#now, updatedAt: this.#now } : {};
    const after = { agencyId: this.#agencyId, ...stamps, ...row } as Record<string, unknown>;
    assertNoBytes(table, after);
    const name = entryName(table, after);
    assert(!this.#entries.has(name), () => `${name} is inserted once`);
    this.#entries.set(name, { table, before: null, after });
    return after as unknown as Row<T>;
  }

  /** @returns the row as it will be */
  change<T extends TableName>(table: T, row: Row<T>, set: Partial<Row<T>>): Row<T> {
    assertNoBytes(table, set as Values);
    const name = entryName(table, row as Values);
    const entry = this.#entries.get(name);
    const before = entry ? entry.before : ({ ...row } as Record<string, unknown>);
    const after = { ...(entry ? entry.after : (row as Values)), ...set } as Record<string, unknown>;
    this.#entries.set(name, { table, before, after });
    return after as unknown as Row<T>;
  }

  /** @param touched the tables it writes, so that screens which show them look again */
  bulk(name: string, args: Values, touched: readonly TableName[]): void {
    this.#bulk.push({ name, arguments: args });
    this.#bulkTables.push(...touched);
  }

  /** What each touched row was and will be; `before` is null for a new one. */
  rowsOf<T extends TableName>(table: T): { readonly before: Row<T> | null; readonly after: Row<T> }[] {
    const rows: { before: Row<T> | null; after: Row<T> }[] = [];
    for (const entry of this.#entries.values())
      if (entry.table === table) rows.push({ before: entry.before as Row<T> | null, after: entry.after as Row<T> });
    return rows;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0 && this.#bulk.length === 0;
  }

  get tables(): readonly TableName[] {
    return [...new Set([...[...this.#entries.values()].map((entry) => entry.table), ...this.#bulkTables])];
  }

  get bulkOperations(): readonly BulkOperation[] {
    return this.#bulk;
  }

  build(): Facts {
    const inserts: { table: TableName; row: Values }[] = [];
    const changes: Change[] = [];
    for (const { table, before, after } of this.#entries.values()) {
      if (before === null) inserts.push({ table, row: after });
      else {
        const change = changeOf(table, before, after, this.#now);
        if (change) changes.push(change);
      }
    }
    return { inserts, changes, bulk: this.#bulk };
  }
}

function assertNoBytes(table: TableName, values: Values): void {
  const { columns }: Table = schema[table];
  for (const name in values)
    if (columns[name]?.kind === 'bytes')
      assert(values[name] === null, `${table}.${name} is written by a bulk operation`);
}

function entryName(table: TableName, row: Values): string {
  return `${table}:${schema[table].key.map((column) => String(row[column])).join(':')}`;
}

function changeOf(table: TableName, before: Values, after: Values, now: number): Change | null {
  const description: Table = schema[table];
  const set: Record<string, unknown> = {};
  const was: Record<string, unknown> = {};
  const expect: Record<string, number> = {};
  for (const column of Object.keys(description.columns)) {
    if (after[column] === before[column]) continue;
    set[column] = after[column];
    was[column] = before[column];
    const group = groupOf(description, column);
    expect[group] = before[group] as number;
  }
  if (Object.keys(set).length === 0) return null;
  for (const group of Object.keys(expect)) set[group] = expect[group]! + 1;
  if ('updatedAt' in description.columns) set['updatedAt'] = now;
  return {
    table,
    key: Object.fromEntries(description.key.map((column) => [column, before[column]])),
    expect,
    was,
    set,
  };
}

function groupOf(description: Table, column: string): string {
  for (const [group, columns] of Object.entries(description.groups))
    if (columns === '*' || columns.includes(column)) return group;
  throw new Error(`${description.name}.${column} is written once and never changed`);
}
