/** What a command may rely on while it decides and writes, the same on both stores. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import type { Match, Store, WriteTransaction } from '../../src-shared/core/store.ts';
import { int, text } from '../../src-shared/schema/kit.ts';
import type { Row, TableName } from '../../src-shared/schema/schema.ts';
import { applyFacts, describeOnBothStores, dumpRows, EVENING, type TestStore } from '../support/stores.ts';

describeOnBothStores('transactions', (open) => {
  test('a command that does not commit leaves nothing', async () => {
    const stored = await open();
    await stored.store.write(async (transaction) => {
      await transaction.apply(counters(stored, { a: 1 }).build());
      return { commit: false, value: null };
    });
    expect(await dumpRows(stored)).toEqual({});
  });

  test('a command that throws leaves nothing, and the next one works', async () => {
    const stored = await open();
    const broken = stored.store.write(async (transaction) => {
      await transaction.apply(counters(stored, { a: 1 }).build());
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(await dumpRows(stored)).toEqual({});
    await applyFacts(stored, counters(stored, { a: 2 }).build());
    expect(await valuesOf(stored)).toEqual({ a: 2 });
  });

  test('a command sees what it wrote itself', async () => {
    const stored = await open();
    await stored.store.write(async (transaction) => {
      await transaction.apply(counters(stored, { a: 1 }).build());
      expect(await transaction.load('counters', { id: 'a' })).toMatchObject([{ value: 1 }]);
      expect(await peekCount(transaction, stored)).toBe(1);
      return { commit: false, value: null };
    });
    expect(await valuesOf(stored)).toEqual({});
  });

  test('what was committed is told once, after the commit; a rollback tells nothing', async () => {
    const stored = await open();
    const told: string[] = [];
    const write = (id: string, commit: boolean): Promise<null> =>
      stored.store.write(async (transaction) => {
        await transaction.apply(counters(stored, { [id]: 1 }).build());
        return { commit, value: null, committed: () => void told.push(id) };
      });
    await write('a', false);
    await write('b', true);
    expect(told).toEqual(['b']);
  });

  test('a row that is not in the version it was decided on stops everything', async () => {
    const stored = await open();
    await applyFacts(stored, counters(stored, { a: 1, b: 1, c: 1 }).build());
    const stale = await stored.store.read.rows('counters', tailOf(stored));
    await applyFacts(stored, changed(stored, stale.slice(1, 2), 5));
    const facts = changed(stored, stale, 9);
    await expect(applyFacts(stored, facts)).rejects.toThrow('version');
    expect(await valuesOf(stored)).toEqual({ a: 1, b: 5, c: 1 });
  });

  test('a change of a row that is not there stops everything', async () => {
    const stored = await open();
    await applyFacts(stored, counters(stored, { a: 1 }).build());
    const [row] = await stored.store.read.rows('counters', tailOf(stored));
    await expect(applyFacts(stored, changed(stored, [{ ...row!, id: 'z' }], 2))).rejects.toThrow('version');
  });

  test('each group of columns of a seat has its own version: price and state change beside each other', async () => {
    const stored = await open();
    const { agencyId } = stored.store;
    const made = new FactsBuilder(agencyId, EVENING);
    made.insert('eventSeats', SEAT);
    const seats: Match<'eventSeats'> = { eventId: 'event', seatId: ['seat'] };
    await withoutParents(stored, async (transaction) => {
      await transaction.apply(made.build());
      const [seat] = await transaction.load('eventSeats', seats);
      const priced = new FactsBuilder(agencyId, EVENING);
      priced.change('eventSeats', seat!, { priceMinor: 2500 });
      await transaction.apply(priced.build());
      const held = new FactsBuilder(agencyId, EVENING);
      held.change('eventSeats', seat!, { status: 'HELD' });
      await transaction.apply(held.build());
      expect(await transaction.load('eventSeats', seats)).toMatchObject([
        { status: 'HELD', priceMinor: 2500, stateVersion: 2, termsVersion: 2 },
      ]);
    });
  });

  test('load finds by one value, by several, by null, by nothing, always in key order', async () => {
    const stored = await open();
    const facts = new FactsBuilder(stored.store.agencyId, EVENING);
    const rows = { 5: null, 1: 7, 4: 7, 2: 8, 3: null };
    for (const [name, pinLockedUntil] of Object.entries(rows)) facts.insert('users', user(name, pinLockedUntil));
    await applyFacts(stored, facts.build());
    const found = async (match: Match<'users'>): Promise<string[]> =>
      (await load(stored.store, 'users', match)).map((row) => row.id);
    expect(await found({})).toEqual(['1', '2', '3', '4', '5']);
    expect(await found({ id: '3' })).toEqual(['3']);
    expect(await found({ id: ['4', '2', '9', '2'] })).toEqual(['2', '4']);
    expect(await found({ id: [] })).toEqual([]);
    expect(await found({ pinLockedUntil: null })).toEqual(['3', '5']);
    expect(await found({ pinLockedUntil: 7 })).toEqual(['1', '4']);
    expect(await found({ pinLockedUntil: [7, 8], id: ['1', '2', '3'] })).toEqual(['1', '2']);
    expect(await found({ name: "x' or 1 = 1 --" })).toEqual([]);
    expect(await found({ pinLockedUntil: null, id: '1' })).toEqual([]);
  });

  test('a long list is one parameter', async () => {
    const stored = await open();
    await applyFacts(stored, counters(stored, { a: 1, '99999': 2 }).build());
    const ids = Array.from({ length: 100_000 }, (_, i) => String(i));
    expect(await load(stored.store, 'counters', { id: ids })).toMatchObject([{ id: '99999', value: 2 }]);
  });

  test('booleans are matched as booleans', async () => {
    const stored = await open();
    const facts = new FactsBuilder(stored.store.agencyId, EVENING);
    for (const [id, isCopy] of Object.entries({ first: false, second: true }))
      facts.insert('printItems', { ...PRINT_ITEM, id, isCopy });
    await applyFacts(stored, facts.build());
    expect(await load(stored.store, 'printItems', { isCopy: true })).toMatchObject([{ id: 'second', isCopy: true }]);
    expect(await load(stored.store, 'printItems', { isCopy: [false] })).toMatchObject([{ id: 'first' }]);
    const tail = sql`where agency_id = ${stored.store.agencyId} and is_copy = ${true}`;
    expect(await stored.store.read.rows('printItems', tail)).toMatchObject([{ id: 'second' }]);
  });

  test('tables locked against the order are a bug, said at once', async () => {
    const stored = await open();
    const crosswise = stored.store.write(async (transaction) => {
      await transaction.load('eventSeats', { eventId: 'event' });
      await transaction.load('sales', { id: 'sale' });
      return { commit: true, value: null };
    });
    await expect(crosswise).rejects.toThrow('sales is locked before eventSeats');
  });

  test('a command inside a command is refused, and neither leaves anything', async () => {
    const stored = await open();
    const nested = stored.store.write(async (transaction) => {
      await transaction.apply(counters(stored, { outer: 1 }).build());
      await applyFacts(stored, counters(stored, { inner: 1 }).build());
      return { commit: true, value: null };
    });
    await expect(nested).rejects.toThrow('its own transaction');
    expect(await valuesOf(stored)).toEqual({});
  });

  test('a reading beside the transaction is refused inside a command', async () => {
    const stored = await open();
    const reading = stored.store.write(async () => ({ commit: false, value: await valuesOf(stored) }));
    await expect(reading).rejects.toThrow('its own transaction');
  });

  test('a transaction kept beyond its end writes nothing', async () => {
    const stored = await open();
    let kept: WriteTransaction | undefined;
    await stored.store.write(async (transaction) => {
      kept = transaction;
      return { commit: true, value: null };
    });
    await expect(kept!.apply(counters(stored, { late: 1 }).build())).rejects.toThrow('after its end');
    await expect(kept!.load('counters', {})).rejects.toThrow('after its end');
    expect(await valuesOf(stored)).toEqual({});
  });

  test('a child without its parent is stopped at the commit', async () => {
    const stored = await open();
    const facts = new FactsBuilder(stored.store.agencyId, EVENING);
    facts.insert('sessions', { id: 's', userId: 'nobody', deviceId: 'd', tokenHash: 't', endedAt: null });
    await expect(applyFacts(stored, facts.build())).rejects.toThrow(/foreign key/i);
    expect(await dumpRows(stored)).toEqual({});
  });

  test('a bulk operation runs in the same transaction, and an unknown one is a bug', async () => {
    const stored = await open({
      bulkHandlers: {
        double: async (transaction, { by }) => {
          const rows = await transaction.query(
            { id: text(), value: int() },
            sql`select id, value from counters where agency_id = ${transaction.agencyId} order by id`,
          );
          await transaction.run(
            sql`update counters set value = value * ${by} where agency_id = ${transaction.agencyId}`,
          );
          const stamps = { agencyId: transaction.agencyId, version: 1, createdAt: EVENING, updatedAt: EVENING };
          await transaction.insertRows(
            'settings',
            rows.map(({ id, value }) => ({ ...stamps, id, value })),
          );
        },
      },
    });
    const facts = counters(stored, { a: 2, b: 3 });
    facts.bulk('double', { by: 2 }, ['counters']);
    await applyFacts(stored, facts.build());
    expect(await dumpRows(stored)).toMatchObject({
      counters: [{ value: 4 }, { value: 6 }],
      settings: [{ value: 2 }, { value: 3 }],
    });
    const unknown = counters(stored, { c: 1 });
    unknown.bulk('nobody knows', {}, []);
    await expect(applyFacts(stored, unknown.build())).rejects.toThrow('nobody knows');
    expect(await valuesOf(stored)).toEqual({ a: 4, b: 6 });
  });

  test('another agency finds nothing of ours, by load, peek or reading', async () => {
    const [ours, theirs] = [await open(), await open()];
    await applyFacts(ours, counters(ours, { a: 1 }).build());
    expect(await load(theirs.store, 'counters', { id: 'a' })).toEqual([]);
    expect(await valuesOf(theirs)).toEqual({});
  });
});

function counters({ store }: TestStore, values: Readonly<Record<string, number>>): FactsBuilder {
  const facts = new FactsBuilder(store.agencyId, EVENING);
  for (const [id, value] of Object.entries(values)) facts.insert('counters', { id, value });
  return facts;
}

function changed({ store }: TestStore, rows: readonly Row<'counters'>[], value: number) {
  const facts = new FactsBuilder(store.agencyId, EVENING + 1);
  for (const row of rows) facts.change('counters', row, { value });
  return facts.build();
}

const tailOf = ({ store }: TestStore) => sql`where agency_id = ${store.agencyId} order by id`;

async function valuesOf(stored: TestStore): Promise<Record<string, number>> {
  const rows = await stored.store.read.rows('counters', tailOf(stored));
  return Object.fromEntries(rows.map((row) => [row.id, row.value]));
}

async function peekCount(transaction: WriteTransaction, stored: TestStore): Promise<number> {
  const statement = sql`select count(*) from counters where agency_id = ${stored.store.agencyId}`;
  return (await transaction.peek({ count: int() }, statement))[0]!.count;
}

function load<T extends TableName>(store: Store, table: T, match: Match<T>): Promise<Row<T>[]> {
  return store.write(async (transaction) => ({ commit: false, value: await transaction.load(table, match) }));
}

/** Rolled back at the end, before anybody asks for the event. */
async function withoutParents(
  stored: TestStore,
  work: (transaction: WriteTransaction) => Promise<void>,
): Promise<void> {
  await stored.store.write(async (transaction) => {
    await work(transaction);
    return { commit: false, value: null };
  });
}

function user(id: string, pinLockedUntil: number | null) {
  const secrets = { pinHash: null, passwordHash: null, pinFailures: 0, pinLockedUntil };
  return { id, name: id, role: 'CLERK' as const, ...secrets, archivedAt: null };
}

const PRINT_ITEM = {
  kind: 'TICKET',
  ticketId: null,
  receiptId: null,
  saleId: null,
  state: 'QUEUED',
  reason: null,
  userId: 'u',
  attempts: 0,
  problem: null,
} as const;

const SEAT = {
  eventId: 'event',
  seatId: 'seat',
  sectionId: 'stalls',
  ordinal: 0,
  status: 'AVAILABLE',
  generation: 1,
  pinnedTo: null,
  bookingId: null,
  ticketId: null,
  holdId: null,
  blockReason: null,
  stateVersion: 1,
  priceLevelId: null,
  priceMinor: null,
  ownership: 'OWNED',
  supplierId: null,
  purchaseOrderLineId: null,
  costMinor: null,
  proofOfPurchase: null,
  termsVersion: 1,
} as const;
