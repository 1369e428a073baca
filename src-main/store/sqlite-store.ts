/**
 * The store on SQLite. One queue in front of one writing connection; a command is one IMMEDIATE transaction and awaits
 * nothing but it: a transaction that lives across a macrotask is rolled back there and then, because another path's
 * write would join it and vanish in its rollback, and because one that waits for ever would stop all selling.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { sql, type SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { assert } from '../../src-shared/domain/result.ts';
import {
  StoreBusy,
  UniqueRuleBroken,
  type Outcome,
  type Reader,
  type Store,
  type WriteTransaction,
} from '../../src-shared/core/store.ts';
import type { BulkHandler, BulkTransaction } from '../../src-shared/core/bulk.ts';
import { createLockOrderCheck } from '../../src-shared/core/lock-order.ts';
import { columnName, type Columns, type RowOf, type Table } from '../../src-shared/schema/kit.ts';
import { schema, type Row, type TableName } from '../../src-shared/schema/schema.ts';
import { rowFromSqlite } from './columns.ts';
import { openReader, openWriter, type Connection } from './database.ts';
import { unwritable } from './disk.ts';
import { migrate } from './migrate.ts';
import { localMigrations } from './migrations.generated.ts';
import { createTableStatements, type Prepare, type TableStatements } from './table-statements.ts';

const dialect = new SQLiteSyncDialect();

export interface SqliteStoreOptions {
  readonly file: string;
  readonly agencyId: string;
  readonly bulkHandlers: Readonly<Record<string, BulkHandler>>;
  /** Where a copy is laid before an older database is migrated; none in memory. */
  readonly backupFolder: string | null;
}

export interface SqliteStore extends Store {
  readonly writer: Connection;
}

/** Statements by text, so that each is compiled once. */
function createStatements(connection: Connection): Prepare {
  const statementByText = new Map<string, Database.Statement>();
  return (text) => {
    let statement = statementByText.get(text);
    if (!statement) {
      statement = connection.prepare(text);
      statementByText.set(text, statement);
    }
    return statement;
  };
}

function bind(value: unknown): unknown {
  return typeof value === 'boolean' ? (value ? 1 : 0) : value;
}

function select<S extends Columns>(prepare: Prepare, shape: S, statement: SQL): RowOf<S>[] {
  const query = dialect.sqlToQuery(statement);
  const names = Object.keys(shape);
  const columns = Object.values(shape);
  const found = prepare(query.sql)
    .raw(true)
    .all(...query.params.map(bind)) as unknown[][];
  if (found[0])
    assert(found[0].length === names.length, `the select has ${found[0].length} columns, its shape ${names.length}`);
  return found.map((values) => rowFromSqlite(names, columns, values) as RowOf<S>);
}

function selectRows<T extends TableName>(prepare: Prepare, table: T, tail: SQL): Row<T>[] {
  const description: Table = schema[table];
  const columns = Object.keys(description.columns).map(columnName).join(', ');
  return select(
    prepare,
    description.columns,
    sql`${sql.raw(`select ${columns} from ${description.name}`)} ${tail}`,
  ) as unknown as Row<T>[];
}

export function createReader(connection: Connection, between: <T>(read: () => T) => Promise<T>): Reader {
  const prepare = createStatements(connection);
  return {
    rows: (table, tail) => between(() => selectRows(prepare, table, tail)),
    query: (shape, statement) => between(() => select(prepare, shape, statement)),
  };
}

/** One command's transaction. `end` makes what still holds it powerless: a late write would join the next one. */
function createTransaction(
  prepare: Prepare,
  tables: TableStatements,
  { agencyId, bulkHandlers }: Pick<SqliteStoreOptions, 'agencyId' | 'bulkHandlers'>,
) {
  const inOrder = createLockOrderCheck();
  let ended = false;
  const assertOpen = (): void => assert(!ended, 'a transaction is not used after its end');
  const open = (): Prepare => {
    assertOpen();
    return prepare;
  };
  const openTables = (): TableStatements => {
    assertOpen();
    return tables;
  };
  const bulk: BulkTransaction = {
    agencyId,
    query: async (shape, statement) => select(open(), shape, statement),
    run: async (statement) => {
      const query = dialect.sqlToQuery(statement);
      open()(query.sql).run(...query.params.map(bind));
    },
    insertRows: async (table, rows) => {
      for (const row of rows) openTables().insert(table, row);
    },
  };
  const transaction: WriteTransaction = {
    load: async (table, match) => {
      inOrder(table);
      return openTables().load(table, match);
    },
    loadShared: async (table, match) => openTables().load(table, match),
    peek: async (shape, statement) => select(open(), shape, statement),
    apply: async (facts) => {
      for (const change of facts.changes) openTables().change(change);
      for (const { table, row } of facts.inserts) openTables().insert(table, row);
      for (const operation of facts.bulk) {
        const handler = bulkHandlers[operation.name];
        assert(handler, `bulk operation ${operation.name} is known`);
        await handler(bulk, operation.arguments);
      }
    },
  };
  return { transaction, end: () => void (ended = true) };
}

/** SQLite's constraint message names columns; the schema knows which rule that is. */
function ruleOf(message: string): string {
  const columns = [...message.matchAll(/(\w+)\.(\w+)/g)];
  const tableName = columns[0]?.[1];
  const names = columns.map((match) => match[2]!).filter((name) => name !== 'agency_id');
  for (const description of Object.values(schema) as Table[]) {
    if (description.name !== tableName) continue;
    const rule = description.unique.find((r) => r.columns.map(columnName).join() === names.join());
    return rule?.name ?? `${tableName}_key`;
  }
  return message;
}

function storeError(error: unknown, place: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return new UniqueRuleBroken(ruleOf(error.message));
  if (error.code.startsWith('SQLITE_BUSY')) return new StoreBusy(error.message);
  return unwritable(error, place) ?? error;
}

/** Runs `work`, and fails as soon as it lives across a macrotask, whether or not it ever ends. */
async function withinOneMacrotask<T>(work: () => Promise<T>): Promise<T> {
  let guard: NodeJS.Immediate | undefined;
  const crossed = new Promise<never>((_resolve, reject) => {
    guard = setImmediate(() => reject(new Error('assertion failed: a command awaits nothing but its transaction')));
  });
  try {
    return await Promise.race([work(), crossed]);
  } finally {
    clearImmediate(guard);
  }
}

/**
 * Opens (and migrates) the store.
 * @throws DatabaseFromTheFuture, MigrationChanged, or SqliteError when the file cannot be read or written
 */
export function openSqliteStore(options: SqliteStoreOptions): SqliteStore {
  const inMemory = options.file === ':memory:';
  const place = dirname(options.file);
  const writer = openWriter(options.file);
  try {
    migrate(writer, localMigrations, options.backupFolder);
  } catch (error) {
    writer.close();
    throw error;
  }
  const prepare = createStatements(writer);
  const tables = createTableStatements(prepare, options.agencyId);
  const inside = new AsyncLocalStorage<true>();
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  // From inside a command it would wait for its own turn for ever, or read what the command has not committed.
  const fromOutside = async <T>(work: () => Promise<T>): Promise<T> => {
    assert(inside.getStore() === undefined, 'a command reads and writes in its own transaction');
    return work();
  };
  const readerConnection = inMemory ? null : openReader(options.file);
  const read = readerConnection
    ? createReader(readerConnection, (work) => fromOutside(async () => work()))
    : createReader(writer, (work) => fromOutside(() => inTurn(work)));

  const writeOnce = async <T>(work: (transaction: WriteTransaction) => Promise<Outcome<T>>): Promise<T> => {
    const { transaction, end } = createTransaction(prepare, tables, options);
    try {
      prepare('begin immediate').run();
      const outcome = await withinOneMacrotask(() => inside.run(true, () => work(transaction)));
      end();
      prepare(outcome.commit ? 'commit' : 'rollback').run();
      if (outcome.commit) outcome.committed?.();
      return outcome.value;
    } catch (error) {
      end();
      if (writer.inTransaction) prepare('rollback').run();
      throw storeError(error, place);
    }
  };

  return {
    agencyId: options.agencyId,
    writer,
    read,
    write: (work) => fromOutside(() => inTurn(() => writeOnce(work))),
    close: () =>
      inTurn(() => {
        readerConnection?.close();
        writer.close();
      }),
  };
}
