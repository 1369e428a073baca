/** The two ideas all offline selling rests on: both stores decide alike, and facts applied elsewhere give the same rows. */
import { describe, expect, test } from 'vitest';
import { createPricedEvent } from '../support/small-house.ts';
import { applyFacts, bothStores, dumpRows, shared, type OpenTestStore, type TestStore } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const { sqlite, postgres } = bothStores();
const BOTH = [
  { from: 'SQLite', to: 'Postgres', decides: sqlite, applies: postgres },
  { from: 'Postgres', to: 'SQLite', decides: postgres, applies: sqlite },
] as const;

/** Everything a counter does to seats and money, from an empty house. */
async function liveAnEvening(core: TestCore): Promise<void> {
  const { eventId } = await createPricedEvent(core);
  const sales = ['sale-1', 'sale-2', 'sale-3', 'sale-4'] as const;
  const [paid, expired, held, abandoned] = sales;
  await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
  await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
  await core.do('cash.open', { denominations: { '5000': 2, '100': 7 } });
  const stalls = (...seats: string[]): string[] => seats.map((seat) => `stalls-${seat}`);

  await core.do('sale.reserveSeats', { saleId: paid, eventId, seatIds: stalls('A-1', 'A-2', 'A-3') });
  await core.do('sale.reserveBest', { saleId: held, eventId, quantity: 4 });
  await core.do('sale.reserveSeats', { saleId: abandoned, eventId, seatIds: stalls('F-9') });
  await core.do('sale.abandon', { saleId: abandoned });
  await core.do('sale.beginPayment', { saleId: paid });
  await core.do('sale.tender', { saleId: paid, kind: 'CASH', amountMinor: 20_000, reference: null });
  await core.do('sale.finish', { saleId: paid });
  const { bookings } = await core.do('sale.get', { saleId: paid });
  const [first] = bookings[0]!.tickets;
  await core.do('sale.refundTickets', { saleId: paid, ticketIds: [first!.ticketId], reason: 'O\'Brien "is ill" 🎭' });

  await core.do('sale.reserveSeats', { saleId: expired, eventId, seatIds: stalls('F-1') });
  core.now += 700_000;
  await core.executor.run('sale.expire', { saleId: expired }, { userId: 'system', allowedBy: null }, core.newId());
  await core.do('sale.cancel', { saleId: paid, reason: 'שלום' });
}

async function openBoth(decides: OpenTestStore, applies: OpenTestStore): Promise<[TestStore, TestStore]> {
  return Promise.all([decides({ agencyId: nextHouse() }), applies({ agencyId: `house-${houses}` })]);
}

let houses = 0;
const nextHouse = (): string => `house-${++houses}`;

describe.each(BOTH)('decided on $from, applied on $to', ({ decides, applies }) => {
  test('an evening leaves the same rows', async () => {
    const [decided, applied] = await openBoth(decides, applies);
    await liveAnEvening(await createTestCore(decided));
    expect(decided.committed.length).toBeGreaterThan(20);
    for (const facts of decided.committed) await applyFacts(applied, shared(facts));
    const rows = await dumpRows(decided);
    expect(Object.keys(rows)).toEqual(expect.arrayContaining(['eventSeats', 'tickets', 'ledgerEntries', 'payments']));
    expect(await dumpRows(applied)).toEqual(rows);
  });

  test('facts that went through the journal as text leave the same rows', async () => {
    const [decided, applied] = await openBoth(decides, applies);
    await liveAnEvening(await createTestCore(decided));
    for (const facts of decided.committed)
      await applyFacts(applied, JSON.parse(JSON.stringify(shared(facts))) as typeof facts);
    expect(await dumpRows(applied)).toEqual(await dumpRows(decided));
  });
});

test('the same evening is decided alike on both', async () => {
  const [first, second] = await openBoth(sqlite, postgres);
  await liveAnEvening(await createTestCore(first));
  await liveAnEvening(await createTestCore(second));
  expect(await dumpRows(second)).toEqual(await dumpRows(first));
});
