/**
 * The store on Postgres. READ COMMITTED with row locks, taken in one order; SERIALIZABLE retried 78 % of transactions
 * because of the feed counter and was four times slower, and conditional updates without locks left seats and tickets
 * disagreeing (design: architecture, "Transactions").
 *
 * Invariant S1: a command that lost a race decides again from the start, on what the winner left.
 * Invariant S2: rows are written in the version they were decided on, or nothing is.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { assert } from '../../src-shared/domain/result.ts';
import type { BulkHandler, BulkTransaction } from '../../src-shared/core/bulk.ts';
import type { Facts } from '../../src-shared/core/facts.ts';
import { createLockOrderCheck } from '../../src-shared/core/lock-order.ts';
import type { Match, Reader, Store, WriteTransaction } from '../../src-shared/core/store.ts';
import { columnName, type Columns, type RowOf, type Table } from '../../src-shared/schema/kit.ts';
import { schema, type Row, type TableName } from '../../src-shared/schema/schema.ts';
import { resultTypes, rowFromPostgres } from './columns.ts';
import { isLostRace, storeError } from './errors.ts';
import { inTransaction, readOnce, settleAll } from './pool.ts';
import {
  changeStatement,
  groupChanges,
  groupInserts,
  insertStatement,
  selectStatement,
  type Lock,
  type Statement,
} from './statements.ts';

const dialect = new PgDialect();

/** After this many more runs a command is told that we are busy. */
const RUNS_AFTER_A_LOST_RACE = 3;

export interface PostgresStoreOptions {
  /** Shared by the stores of all agencies; see openPool. */
  readonly pool: pg.Pool;
  readonly agencyId: string;
  readonly bulkHandlers: Readonly<Record<string, BulkHandler>>;
  /** How long to wait before run `attempt` (from 1), in milliseconds; jittered, so that the losers do not meet again. */
  readonly retryDelayMs: (attempt: number) => number;
}

function queryConfig(text: string, values: readonly unknown[], name?: string): pg.QueryArrayConfig {
  const config = { text, values: [...values], rowMode: 'array' as const, types: resultTypes };
  return name === undefined ? config : { ...config, name };
}

function rendered(statement: SQL): pg.QueryArrayConfig {
  const query = dialect.sqlToQuery(statement);
  return queryConfig(query.sql, query.params);
}

function decoded<S extends Columns>(shape: S, found: readonly unknown[][]): RowOf<S>[] {
  const names = Object.keys(shape);
  if (found[0])
    assert(found[0].length === names.length, `the select has ${found[0].length} columns, its shape ${names.length}`);
  return found.map((values) => rowFromPostgres(shape, names, values) as RowOf<S>);
}

function createReader(pool: pg.Pool, agencyId: string, assertOutside: () => void): Reader {
  const query: Reader['query'] = async (shape, statement) => {
    assertOutside();
    try {
      return decoded(shape, await readOnce(pool, agencyId, rendered(statement)));
    } catch (error) {
      throw storeError(error);
    }
  };
  return {
    query,
    rows: async <T extends TableName>(table: T, tail: SQL) => {
      const { name, columns }: Table = schema[table];
      const names = Object.keys(columns).map(columnName).join(', ');
      const found = await query(columns, sql`${sql.raw(`select ${names} from ${name}`)} ${tail}`);
      return found as unknown as Row<T>[];
    },
  };
}

/** One command's transaction. `end` makes what still holds it powerless. */
function createTransaction(client: pg.PoolClient, { agencyId, bulkHandlers }: PostgresStoreOptions) {
  const inOrder = createLockOrderCheck();
  let ended = false;
  const run = (config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult<unknown[]>> => {
    assert(!ended, 'a transaction is not used after its end');
    return client.query<unknown[]>(config);
  };
  const execute = async (statement: Statement): Promise<unknown[][]> => {
    const { rows, rowCount } = await run(queryConfig(statement.text, statement.values, statement.name));
    if (statement.expectedRows !== null)
      assert(rowCount === statement.expectedRows, `${statement.subject} is in the version it was decided on`);
    return rows;
  };
  const load = async <T extends TableName>(table: T, match: Match<T>, lock: Lock): Promise<Row<T>[]> => {
    const { columns }: Table = schema[table];
    return decoded(columns, await execute(selectStatement(agencyId, table, match, lock))) as unknown as Row<T>[];
  };
  const peek: WriteTransaction['peek'] = async (shape, statement) =>
    decoded(shape, (await run(rendered(statement))).rows);
  const bulk: BulkTransaction = {
    agencyId,
    query: peek,
    run: async (statement) => void (await run(rendered(statement))),
    insertRows: async (table, rows) => {
      if (rows.length > 0) await execute(insertStatement(table, rows));
    },
  };
  const apply = async (facts: Facts): Promise<void> => {
    const changes = groupChanges(facts.changes).map((group) => changeStatement(agencyId, group));
    const inserts = [...groupInserts(facts.inserts)].map(([table, rows]) => insertStatement(table, rows));
    await settleAll([...changes, ...inserts].map(execute));
    for (const operation of facts.bulk) {
      const handler = bulkHandlers[operation.name];
      assert(handler, `bulk operation ${operation.name} is known`);
      await handler(bulk, operation.arguments);
    }
  };
  const transaction: WriteTransaction = {
    load: async (table, match) => {
      inOrder(table);
      return load(table, match, 'for no key update');
    },
    loadShared: (table, match) => load(table, match, 'for share'),
    peek,
    apply,
  };
  return { transaction, end: () => void (ended = true) };
}

/** A store of one agency on the shared connections. Closing it leaves them open. */
export function createPostgresStore(options: PostgresStoreOptions): Store {
  const { pool, agencyId } = options;
  const inside = new AsyncLocalStorage<true>();
  const assertOutside = (): void =>
    assert(inside.getStore() === undefined, 'a command reads and writes in its own transaction');

  const writeOnce = async <T>(work: Parameters<Store['write']>[0]): Promise<T> => {
    let committed: (() => void) | undefined;
    const value = await inTransaction(pool, agencyId, async (client) => {
      const { transaction, end } = createTransaction(client, options);
      try {
        const outcome = await inside.run(true, () => work(transaction));
        if (outcome.commit) committed = outcome.committed;
        return outcome;
      } finally {
        end();
      }
    });
    committed?.();
    return value as T;
  };

  return {
    agencyId,
    read: createReader(pool, agencyId, assertOutside),
    write: async (work) => {
      assertOutside();
      for (let attempt = 1; ; attempt++) {
        try {
          return await writeOnce(work);
        } catch (error) {
          if (attempt > RUNS_AFTER_A_LOST_RACE || !isLostRace(error)) throw storeError(error);
          await pause(options.retryDelayMs(attempt));
        }
      }
    },
    close: async () => undefined,
  };
}
