/** What only Postgres does: many at once, waiting for each other, losing connections. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FactsBuilder, type Facts } from '../../src-shared/core/facts.ts';
import { StoreBusy, StoreFull, UniqueRuleBroken, type Store } from '../../src-shared/core/store.ts';
import { int, text } from '../../src-shared/schema/kit.ts';
import { changeStatement, groupChanges, insertStatement, selectStatement } from '../../src-central/store/statements.ts';
import { createTestDatabase, queryAs, type TestDatabase } from '../support/postgres.ts';
import { EVENING, openPostgresTestStore, openTestPool } from '../support/stores.ts';

/** Runs something as another path of the program would, though a command's callback starts it. */
const elsewhere = AsyncLocalStorage.snapshot();

let database: TestDatabase;
let pool: pg.Pool;
let agencies = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = await openTestPool(database);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const openStore = (): Store => openPostgresTestStore(pool, `agency-${++agencies}`);

describe('commands at once', () => {
  test('64 increments of one counter are all counted', async () => {
    const store = await withCounters({ a: 0 });
    await Promise.all(Array.from({ length: 64 }, () => increment(store, 'a')));
    expect(await valueOf(store, 'a')).toBe(64);
  });

  test('commands that lock the same rows crosswise deadlock, decide again, and all succeed', async () => {
    const store = await withCounters({ a: 0, b: 0 });
    const meet = createMeeting(2);
    const runs = { ab: 0, ba: 0 };
    const crosswise = (name: 'ab' | 'ba'): Promise<null> =>
      store.write(async (transaction) => {
        runs[name]++;
        const [first] = await transaction.load('counters', { id: name[0]! });
        if (runs[name] === 1) await meet();
        const [second] = await transaction.load('counters', { id: name[1]! });
        const facts = new FactsBuilder(store.agencyId, EVENING);
        for (const row of [first!, second!]) facts.change('counters', row, { value: row.value + 1 });
        await transaction.apply(facts.build());
        return { commit: true, value: null };
      });
    await Promise.all([crosswise('ab'), crosswise('ba')]);
    expect([await valueOf(store, 'a'), await valueOf(store, 'b')]).toEqual([2, 2]);
    expect(runs.ab + runs.ba).toBe(3);
  });

  test('a command that loses every race says that we are busy after its fourth run', async () => {
    const store = openStore();
    let runs = 0;
    const losing = store.write(async (transaction) => {
      runs++;
      await transaction.peek({ nothing: text().orNull }, raising('40001'));
      return { commit: true, value: null };
    });
    await expect(losing).rejects.toBeInstanceOf(StoreBusy);
    expect(runs).toBe(4);
  });

  test('a unique rule that no other run can satisfy is told at once, not tried again', async () => {
    const store = openStore();
    let runs = 0;
    const clashing = store.write(async (transaction) => {
      runs++;
      const facts = new FactsBuilder(store.agencyId, EVENING);
      for (const id of ['1', '2']) facts.insert('suppliers', { ...SUPPLIER, id });
      await transaction.apply(facts.build());
      return { commit: true, value: null };
    });
    await expect(clashing).rejects.toEqual(new UniqueRuleBroken('suppliers_one_name'));
    expect(runs).toBe(1);
  });

  test('whoever waits three seconds for a row is told that it is busy', async () => {
    const store = await withCounters({ a: 0 });
    await holding(store, 'a', async () => {
      await expect(increment(store, 'a')).rejects.toBeInstanceOf(StoreBusy);
    });
    await increment(store, 'a');
    expect(await valueOf(store, 'a')).toBe(1);
  });

  test('what is loaded shared may be loaded shared by others, and not changed', async () => {
    const store = await withCounters({ a: 0 });
    await store.write(async (transaction) => {
      await transaction.loadShared('counters', { id: 'a' });
      await elsewhere(async () => {
        const other = store.write(async (second) => {
          return { commit: false, value: await second.loadShared('counters', { id: 'a' }) };
        });
        expect(await other).toHaveLength(1);
        await expect(increment(store, 'a')).rejects.toBeInstanceOf(StoreBusy);
      });
      return { commit: false, value: null };
    });
  });

  test('a row may be added under a parent that another command has locked', async () => {
    const store = openStore();
    const parent = new FactsBuilder(store.agencyId, EVENING);
    parent.insert('venues', { id: 'venue', name: 'Hall', address: '', timeZone: 'UTC', archivedAt: null });
    await applyTo(store, parent.build());
    await store.write(async (transaction) => {
      await transaction.load('venues', { id: 'venue' });
      await elsewhere(async () => {
        const child = new FactsBuilder(store.agencyId, EVENING);
        child.insert('maps', { id: 'map', venueId: 'venue', name: 'Stalls', archivedAt: null });
        await applyTo(store, child.build());
      });
      return { commit: false, value: null };
    });
    const maps = await store.read.rows('maps', sql`where agency_id = ${store.agencyId}`);
    expect(maps).toMatchObject([{ id: 'map' }]);
  });

  test('no row is decided on as it was before the one who held it let go', async () => {
    const store = await withCounters({ a: 1 });
    let second: Promise<void> = Promise.resolve();
    await store.write(async (transaction) => {
      const [row] = await transaction.load('counters', { id: 'a' });
      second = elsewhere(() => increment(store, 'a'));
      await expect.poll(waitingForLocks).toBe(1);
      const facts = new FactsBuilder(store.agencyId, EVENING);
      facts.change('counters', row!, { value: 10 });
      await transaction.apply(facts.build());
      return { commit: true, value: null };
    });
    await second;
    expect(await valueOf(store, 'a')).toBe(11);
  });
});

async function waitingForLocks(): Promise<number> {
  const [row] = await queryAs<{ count: number }>(
    database.admin,
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row!.count;
}

describe('bad moments', () => {
  test('a full disk is told as such, nothing is half done, and the store goes on when there is room', async () => {
    const store = openStore();
    await queryAs(database.admin, FULL_DISK_ON_SUPPLIERS);
    const facts = new FactsBuilder(store.agencyId, EVENING);
    facts.insert('counters', { id: 'a', value: 1 });
    facts.insert('suppliers', { ...SUPPLIER, id: '1' });
    await expect(applyTo(store, facts.build())).rejects.toBeInstanceOf(StoreFull);
    expect(await store.read.rows('counters', sql`where agency_id = ${store.agencyId}`)).toEqual([]);
    await queryAs(database.admin, 'drop trigger full_disk on suppliers');
    await applyTo(store, facts.build());
    expect(await valueOf(store, 'a')).toBe(1);
  });

  test('a connection that is cut in the middle of a command fails that command only', async () => {
    const store = await withCounters({ a: 0 });
    const cut = store.write(async (transaction) => {
      await transaction.load('counters', { id: 'a' });
      const [own] = await transaction.peek({ pid: int() }, sql`select pg_backend_pid()`);
      await queryAs(database.admin, 'select pg_terminate_backend($1)', [own!.pid]);
      await transaction.load('counters', { id: 'a' });
      return { commit: true, value: null };
    });
    await expect(cut).rejects.toThrow(/terminat/);
    await increment(store, 'a');
    expect(await valueOf(store, 'a')).toBe(1);
  });

  test('a command that waits for something else is given up when Postgres closes its connection', async () => {
    const store = await withCounters({ a: 0 });
    const stuck = store.write(async (transaction) => {
      await transaction.load('counters', { id: 'a' });
      const [own] = await transaction.peek({ pid: int() }, sql`select pg_backend_pid()`);
      await queryAs(database.admin, 'select pg_terminate_backend($1)', [own!.pid]);
      return new Promise<never>(() => undefined);
    });
    await expect(stuck).rejects.toThrow(/terminat/);
    await increment(store, 'a');
  });

  test('an idle connection that is cut is replaced without anybody noticing', async () => {
    const store = await withCounters({ a: 0 });
    await queryAs(
      database.admin,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [database.name],
    );
    await untilIdleConnectionsAreGone();
    await increment(store, 'a');
    expect(await valueOf(store, 'a')).toBe(1);
  });

  test('an error that a command swallows does not pass for a commit', async () => {
    const store = openStore();
    const swallowing = store.write(async (transaction) => {
      await transaction.peek({ nothing: text().orNull }, raising('22023')).catch(() => undefined);
      return { commit: true, value: null };
    });
    await expect(swallowing).rejects.toThrow('was committed');
  });

  test('a reading cannot write', async () => {
    const store = openStore();
    const writing = store.read.query({ id: text() }, sql`delete from counters returning id`);
    await expect(writing).rejects.toThrow(/read-only|permission denied/);
  });

  test('each transaction has its limits', async () => {
    const store = openStore();
    const names = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_isolation'];
    const shape = { lock: text(), statement: text(), idle: text(), isolation: text() };
    const settings = sql.join(
      names.map((name) => sql`current_setting(${name})`),
      sql`, `,
    );
    const limits = { lock: '3s', statement: '30s', idle: '10s', isolation: 'read committed' };
    expect(await store.read.query(shape, sql`select ${settings}`)).toEqual([limits]);
    const inside = await store.write(async (transaction) => ({
      commit: false,
      value: await transaction.peek(shape, sql`select ${settings}`),
    }));
    expect(inside).toEqual([limits]);
  });
});

describe('statements', () => {
  const { inserts, changes } = manyFacts();

  test('rows of one table are one statement, and so are changes that set the same columns', () => {
    expect(insertStatement('counters', inserts).values.map((array) => (array as unknown[]).length)).toEqual(
      Array.from({ length: 6 }, () => 100),
    );
    expect(groupChanges(changes).map((group) => group.length)).toEqual([50, 50]);
    expect(changeStatement('agency', groupChanges(changes)[0]!).expectedRows).toBe(50);
  });

  test('the text of a statement does not grow with its rows, so that its plan is kept', () => {
    const one = insertStatement('counters', inserts.slice(0, 1));
    expect(insertStatement('counters', inserts)).toMatchObject({ name: one.name, text: one.text });
    const few = selectStatement('agency', 'counters', { id: ['a'] }, 'for share');
    const many = selectStatement('agency', 'counters', { id: ['a', 'b', 'c'] }, 'for share');
    expect(many).toMatchObject({ name: few.name, text: few.text });
  });

  test('a load by key, by a list and by null uses the index', async () => {
    const store = openStore();
    for (const match of [{ id: 'a' }, { id: ['a', 'b'] }, { name: 'x', archivedAt: null }]) {
      const statement = selectStatement(store.agencyId, 'users', match, 'for no key update');
      const client = await pool.connect();
      await client.query('begin; set local enable_seqscan = off');
      const { rows } = await client.query<Record<string, string>>(`explain ${statement.text}`, [...statement.values]);
      await client.query('rollback');
      client.release();
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Cond: .*(id|name) =/);
    }
  });
});

const SUPPLIER = { name: 'Tixx', kind: 'BROKER', contact: '', terms: 'NET_30', note: '', archivedAt: null } as const;

const FULL_DISK_ON_SUPPLIERS = `
  create or replace function full_disk() returns trigger language plpgsql as $$
  begin
    raise exception 'could not extend file: No space left on device' using errcode = '53100';
  end $$;
  create trigger full_disk before insert on suppliers execute function full_disk()`;

/** A select that fails with an SQLSTATE of our choosing. */
function raising(code: string) {
  if (code === '22023') return sql`select set_config('work_mem', 'nonsense', true)`;
  return sql`select raise_error(${code})`;
}

beforeAll(async () => {
  await queryAs(
    database.admin,
    `create function raise_error(code text) returns text language plpgsql as $$
     begin raise exception 'on purpose' using errcode = code; end $$`,
  );
});

async function withCounters(values: Readonly<Record<string, number>>): Promise<Store> {
  const store = openStore();
  const facts = new FactsBuilder(store.agencyId, EVENING);
  for (const [id, value] of Object.entries(values)) facts.insert('counters', { id, value });
  await applyTo(store, facts.build());
  return store;
}

async function applyTo(store: Store, facts: Facts): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.apply(facts);
    return { commit: true, value: null };
  });
}

async function increment(store: Store, id: string): Promise<void> {
  await store.write(async (transaction) => {
    const [row] = await transaction.load('counters', { id });
    const facts = new FactsBuilder(store.agencyId, EVENING);
    facts.change('counters', row!, { value: row!.value + 1 });
    await transaction.apply(facts.build());
    return { commit: true, value: null };
  });
}

async function valueOf(store: Store, id: string): Promise<number> {
  const [row] = await store.read.rows('counters', sql`where agency_id = ${store.agencyId} and id = ${id}`);
  return row!.value;
}

/** Runs `work` while another command has the row locked. */
async function holding(store: Store, id: string, work: () => Promise<void>): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.load('counters', { id });
    await elsewhere(work);
    return { commit: false, value: null };
  });
}

/** Resolves for all callers once `count` of them are waiting. */
function createMeeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let waiting = 0;
  return () => {
    if (++waiting === count) resolve();
    return promise;
  };
}

async function untilIdleConnectionsAreGone(): Promise<void> {
  while (pool.totalCount > 0) await new Promise((resolve) => setImmediate(resolve));
}

function manyFacts() {
  const facts = new FactsBuilder('agency', EVENING);
  const changes = new FactsBuilder('agency', EVENING);
  for (let i = 0; i < 100; i++) {
    const row = facts.insert('users', { ...USER, id: String(i), name: String(i) });
    changes.change('users', row, i % 2 === 0 ? { pinFailures: 1 } : { pinFailures: 2, pinLockedUntil: EVENING });
  }
  const counters = new FactsBuilder('agency', EVENING);
  for (let i = 0; i < 100; i++) counters.insert('counters', { id: String(i), value: i });
  return { inserts: counters.build().inserts.map(({ row }) => row), changes: changes.build().changes };
}

const USER = {
  role: 'CLERK',
  pinHash: null,
  passwordHash: null,
  pinFailures: 0,
  pinLockedUntil: null,
  archivedAt: null,
} as const;
