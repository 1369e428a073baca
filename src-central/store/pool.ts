/**
 * The connections of one central program, shared by the stores of all its agencies, and one transaction on one of them.
 *
 * Invariant P1: every statement runs in a transaction that has named its agency; row-level security shows nothing else.
 * Invariant P2: no transaction waits, runs or idles without end.
 */
import pg from 'pg';
import { assert } from '../../src-shared/domain/result.ts';
import { StoreBusy } from '../../src-shared/core/store.ts';
import { missingMigrations } from '../../src-shared/core/migrations.ts';
import { appliedMigrations } from './migrate.ts';
import { centralMigrations } from './migrations.generated.ts';

/** A clerk is told to try again rather than left waiting behind somebody's row. */
const LOCK_TIMEOUT_MS = 3_000;
/** Longer than three waits for a lock and any bulk operation we know (150,000 seats: about two seconds). */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A program that stopped in the middle of a command must not keep its rows locked. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
/** How long a request may wait for a connection before it is told that we are busy. */
const CONNECTION_TIMEOUT_MS = 5_000;

export interface PoolOptions {
  readonly connectionString: string;
  readonly size: number;
  /** Told when an idle connection breaks; without a listener that would end the process. */
  readonly onError: (error: Error) => void;
}

/** The role would see every agency's rows. */
export class RoleTooPowerful extends Error {}

/** Migrations have not been run by the owner yet. */
export class DatabaseBehind extends Error {}

/**
 * Opens the connections and proves that they are safe to use.
 * @throws RoleTooPowerful, DatabaseBehind, DatabaseFromTheFuture, MigrationChanged
 */
export async function openPool({ connectionString, size, onError }: PoolOptions): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString,
    max: size,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    // Statements of one command that do not need each other's answers travel together.
    pipeline: true,
  });
  pool.on('error', onError);
  try {
    const role = await pool.query<{ name: string; powerful: boolean }>(
      'select rolname as name, rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user',
    );
    if (role.rows[0]?.powerful !== false)
      throw new RoleTooPowerful(
        `The role ${role.rows[0]?.name ?? ''} sees past row-level security. Connect as parterre_app.`,
      );
    const missing = missingMigrations(centralMigrations, await appliedMigrations(pool));
    if (missing.length > 0)
      throw new DatabaseBehind(`The database lacks ${missing.length} migrations. Run them as parterre_owner first.`);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Begins a transaction for one agency, with its limits, in one message. */
export function beginText(agencyId: string, mode: 'read write' | 'read only'): string {
  return (
    `begin isolation level read committed ${mode}; ` +
    `select set_config('app.agency_id', ${pg.escapeLiteral(agencyId)}, true), ` +
    `set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true), ` +
    `set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', true), ` +
    `set_config('idle_in_transaction_session_timeout', '${IDLE_IN_TRANSACTION_TIMEOUT_MS}', true)`
  );
}

/** Waits for all, then throws what went wrong first: behind a failed statement of a transaction all others fail too. */
export async function settleAll<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/**
 * Runs `work` in a transaction on a connection of its own. `work` says whether to commit.
 * @throws what `work` throws, after a rollback; StoreBusy when no connection is to be had
 */
export function inTransaction<T>(
  pool: pg.Pool,
  agencyId: string,
  work: (client: pg.PoolClient) => Promise<{ readonly commit: boolean; readonly value: T }>,
): Promise<T> {
  return withClient(pool, async (client, broken, discard) => {
    const begun = client.query(beginText(agencyId, 'read write'));
    // It travels with the first statement; if it fails, so does that one.
    begun.catch(() => undefined);
    try {
      // Postgres ends a transaction that idles too long by closing the connection; whoever idles is not waited for.
      const { commit, value } = await Promise.race([work(client), broken]);
      await begun;
      const ended = await client.query(commit ? 'commit' : 'rollback');
      // Postgres answers a commit after a failed statement with a rollback: somebody swallowed an error.
      if (commit) assert(ended.command === 'COMMIT', 'what was to be committed was committed');
      return value;
    } catch (error) {
      await client.query('rollback').catch(discard);
      throw error;
    }
  });
}

/** One statement in a read-only transaction of one agency, in one round trip. */
export function readOnce(pool: pg.Pool, agencyId: string, statement: pg.QueryArrayConfig): Promise<unknown[][]> {
  return withClient(pool, async (client) => {
    const begun = client.query(beginText(agencyId, 'read only'));
    const found = client.query<unknown[]>(statement);
    const ended = client.query('rollback');
    await settleAll<unknown>([begun, found, ended]);
    return (await found).rows;
  });
}

/**
 * A connection that is out of its pool has no listener, and an error without one ends the process.
 * @param work gets a promise that fails when the connection breaks, and a way to keep it from being used again
 */
async function withClient<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient, broken: Promise<never>, discard: (error: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await connect(pool);
  let reason: Error | undefined;
  let fail: (error: Error) => void;
  const broken = new Promise<never>((_resolve, reject) => (fail = reject));
  broken.catch(() => undefined);
  const discard = (error: Error): void => {
    reason = error;
    fail(error);
  };
  client.on('error', discard);
  try {
    return await work(client, broken, discard);
  } finally {
    client.off('error', discard);
    client.release(reason);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    // node-postgres gives this error no code.
    if (error instanceof Error && error.message === 'timeout exceeded when trying to connect')
      throw new StoreBusy(error.message);
    throw error;
  }
}
