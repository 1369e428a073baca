/** The suite's footing: the same core on SQLite and on real Postgres, with time, ids and draws under the test's hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { createPostgresStore } from '../../src-central/store/postgres-store.ts';
import { openPool } from '../../src-central/store/pool.ts';
import { createCentralRecorder } from '../../src-central/store/recorder.ts';
import { openDeviceRecorder } from '../../src-main/store/recorder.ts';
import { openSqliteStore } from '../../src-main/store/sqlite-store.ts';
import { bulkHandlers } from '../../src-shared/commands/bulk-handlers.ts';
import { commandHandlers } from '../../src-shared/commands/handlers.ts';
import type { Notice } from '../../src-shared/contract/wire.ts';
import type { BulkHandler } from '../../src-shared/core/bulk.ts';
import { createExecutor, type Executor, type ExecutorDependencies } from '../../src-shared/core/execute.ts';
import type { Facts } from '../../src-shared/core/facts.ts';
import type { Recorder } from '../../src-shared/core/recorder.ts';
import { createSeatFinders, type SeatFinders } from '../../src-shared/core/seat-finders.ts';
import type { Store } from '../../src-shared/core/store.ts';
import { columnName } from '../../src-shared/schema/kit.ts';
import { schema, tableOf, type TableName } from '../../src-shared/schema/schema.ts';
import { createRandom, createSequence } from './determinism.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import { testVerifier } from './ticket-keys.ts';

export type StoreKind = 'SQLite' | 'Postgres';

export interface OpenOptions {
  /** Each opening is an agency of its own unless this names one. */
  readonly agencyId?: string;
  /** The program's own unless given. */
  readonly handlers?: ExecutorDependencies['handlers'];
  readonly bulkHandlers?: Readonly<Record<string, BulkHandler>>;
  /** Seeds ids and draws; two stores with one seed draw alike. */
  readonly seed?: number;
}

export interface TestStore {
  readonly kind: StoreKind;
  readonly store: Store;
  readonly executor: Executor;
  readonly seatFinders: SeatFinders;
  /** Set it to move time; nothing else does. Epoch milliseconds. */
  readonly clock: { now: number };
  readonly newId: () => string;
  readonly random: (count: number) => Uint8Array;
  /** The facts of all that was committed, in order of commit. */
  readonly committed: Facts[];
  readonly notices: Notice[];
  close(): Promise<void>;
}

export type OpenTestStore = (options?: OpenOptions) => Promise<TestStore>;

/** Friday 7 November 2025, 18:00 UTC: an evening that sells. */
export const EVENING = Date.UTC(2025, 10, 7, 18);

export const TEST_DEVICE = { id: '00000000-0000-7000-8000-0000000000d1', number: 1 };

/** Runs `suite` once on each store. `open` gives a store without rows; what is left open is closed after each test. */
export function describeOnBothStores(name: string, suite: (open: OpenTestStore, kind: StoreKind) => void): void {
  describe(`${name} · SQLite`, () => suite(sqliteOpener(), 'SQLite'));
  describe(`${name} · Postgres`, () => suite(postgresOpener(), 'Postgres'));
}

/** For tests that compare the stores: both openers at once. */
export function bothStores(): { readonly sqlite: OpenTestStore; readonly postgres: OpenTestStore } {
  return { sqlite: sqliteOpener(), postgres: postgresOpener() };
}

function sqliteOpener(): OpenTestStore {
  const close = closeAfterEach();
  let opened = 0;
  return async (options = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'parterre-store-'));
    const store = openSqliteStore({
      file: join(folder, 'parterre.sqlite'),
      agencyId: options.agencyId ?? `agency-${++opened}`,
      bulkHandlers: options.bulkHandlers ?? bulkHandlers,
      backupFolder: folder,
    });
    const newId = createSequence(options.seed);
    const recorder = await openDeviceRecorder({
      store,
      second: null,
      deviceId: TEST_DEVICE.id,
      incarnation: () => 1,
      newId,
    });
    const test = createTestStore('SQLite', store, recorder, newId, options);
    close.after(test, () => rmSync(folder, { recursive: true, force: true }));
    return test;
  };
}

function postgresOpener(): OpenTestStore {
  let database: TestDatabase;
  let pool: pg.Pool;
  let opened = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = await openTestPool(database);
  });
  const close = closeAfterEach();
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });
  return async (options = {}) => {
    const store = openPostgresTestStore(pool, options.agencyId ?? `agency-${++opened}`, options.bulkHandlers);
    const newId = createSequence(options.seed);
    const recorder = createCentralRecorder({ agencyId: store.agencyId, deviceId: TEST_DEVICE.id, newId });
    const test = createTestStore('Postgres', store, recorder, newId, options);
    close.after(test, () => undefined);
    return test;
  };
}

export function openTestPool(database: TestDatabase, size = 10): Promise<pg.Pool> {
  return openPool({ connectionString: database.app, size, onError: () => undefined });
}

export function openPostgresTestStore(
  pool: pg.Pool,
  agencyId: string,
  handlers: Readonly<Record<string, BulkHandler>> = bulkHandlers,
): Store {
  const draw = createRandom(1);
  const retryDelayMs = (attempt: number): number => attempt * (1 + (draw(1)[0]! % 16));
  return createPostgresStore({ pool, agencyId, bulkHandlers: handlers, retryDelayMs });
}

function closeAfterEach(): { after: (test: TestStore, tidy: () => void) => void } {
  const open: { test: TestStore; tidy: () => void }[] = [];
  afterEach(async () => {
    for (const { test, tidy } of open.splice(0)) {
      await test.close();
      tidy();
    }
  });
  return { after: (test, tidy) => void open.push({ test, tidy }) };
}

function createTestStore(
  kind: StoreKind,
  opened: Store,
  recorder: Recorder,
  newId: () => string,
  options: OpenOptions,
): TestStore {
  const clock = { now: EVENING };
  const committed: Facts[] = [];
  const store = keepingFacts(opened, committed);
  const notices: Notice[] = [];
  const random = createRandom(options.seed ?? 1);
  const seatFinders = createSeatFinders({ agencyId: store.agencyId });
  const executor = createExecutor({
    store,
    recorder,
    handlers: options.handlers ?? commandHandlers,
    device: TEST_DEVICE,
    now: () => clock.now,
    newId,
    random,
    ticketVerifier: testVerifier,
    seatFinders,
    notify: (notice) => void notices.push(notice),
  });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= store.close());
  return { kind, store, executor, seatFinders, clock, newId, random, committed, notices, close };
}

/** The store itself, listening to what its commands write. */
function keepingFacts(store: Store, committed: Facts[]): Store {
  const write: Store['write'] = (work) => {
    let written: Facts[] = [];
    return store.write(async (transaction) => {
      written = [];
      const apply = async (facts: Facts): Promise<void> => {
        await transaction.apply(facts);
        written.push(facts);
      };
      const outcome = await work({ ...transaction, apply });
      const tell = (): void => {
        committed.push(...written);
        outcome.committed?.();
      };
      return { ...outcome, committed: tell };
    });
  };
  return { ...store, write };
}

/** Writes facts as they are, with no command around them. */
export async function applyFacts({ store }: Pick<TestStore, 'store'>, facts: Facts): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.apply(facts);
    return { commit: true, value: null };
  });
}

/** Rows that each store keeps in its own way: neither compared nor applied elsewhere. */
export const OWN_TABLES: ReadonlySet<TableName> = new Set(['auditRecords', 'journal', 'feeds']);

/** What another store applies of this one's facts. */
export function shared({ inserts, changes, bulk }: Facts): Facts {
  const isShared = ({ table }: { table: TableName }): boolean => !OWN_TABLES.has(table);
  return { inserts: inserts.filter(isShared), changes: changes.filter(isShared), bulk };
}

/** Every row of every table but OWN_TABLES, in key order. */
export async function dumpRows({ store }: TestStore): Promise<Readonly<Record<string, readonly object[]>>> {
  const rowsByTable: Record<string, readonly object[]> = {};
  for (const table of Object.keys(schema) as TableName[]) {
    if (OWN_TABLES.has(table)) continue;
    const key = sql.raw(tableOf(table).key.map(columnName).join(', '));
    const rows = await store.read.rows(table, sql`where agency_id = ${store.agencyId} order by ${key}`);
    if (rows.length > 0) rowsByTable[table] = rows;
  }
  return rowsByTable;
}
