/** What the office does to maps, prices, holds and stock: decided on one store and applied on the other, the same rows. */
import { describe, expect, test } from 'vitest';
import { tonight } from '../support/small-house.ts';
import { applyFacts, bothStores, dumpRows, shared, type OpenTestStore, type TestStore } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const { sqlite, postgres } = bothStores();
const BOTH = [
  { from: 'SQLite', to: 'Postgres', decides: sqlite, applies: postgres },
  { from: 'Postgres', to: 'SQLite', decides: postgres, applies: sqlite },
] as const;

const PLAN = [
  'section,row,seat,category,price',
  ...['A', 'B', 'C', 'D'].flatMap((row) => [1, 2, 3, 4].map((seat) => `Stalls,${row},${seat},Premium,50.00`)),
].join('\n');

async function publishMap(core: TestCore): Promise<string> {
  const venue = { name: 'Royal “Grand” \\ Театр', address: 'שלום', timeZone: 'Europe/Berlin' };
  const { venueId } = await core.do('venue.create', venue);
  const plan = { fileName: 'plan.csv', text: PLAN, repairs: [], venueId, name: 'House 🎭' };
  const { mapVersionId } = await core.do('map.import', plan);
  const { version, document } = await core.do('map.get', { mapVersionId });
  const gallery = { id: 'gallery', name: 'Gallery', color: '#1f6fb2', letter: 'G', defaultPriceMinor: 2000 };
  const categories = [...document.categories, gallery];
  const set = await core.do('map.setCategories', { mapVersionId, version, categories });
  const seatIds = document.seats.slice(12).map((seat) => seat.id);
  const assigned = await core.do('map.assignCategory', { mapVersionId, ...set, seatIds, categoryId: 'gallery' });
  await core.do('map.publish', { mapVersionId, ...assigned });
  await core.do('map.startDraft', { mapVersionId });
  return mapVersionId;
}

async function changePrices(core: TestCore, eventId: string): Promise<void> {
  const { levels, types } = await core.do('event.get', { eventId });
  const standard = { ticketTypeId: types[0]!.ticketTypeId, name: 'Adult', kind: 'STANDARD' as const };
  const grid = (...amounts: (number | null)[]) => levels.map(({ priceLevelId }) => ({ priceLevelId, amounts }));
  const child = { ticketTypeId: null, name: 'Child', kind: 'STANDARD' as const };
  await core.do('event.setPrices', { eventId, types: [child, standard], grid: grid(1000, 4500) });
  core.now += 1000;
  await core.do('event.setPrices', { eventId, types: [standard], grid: grid(4700) });
}

/** A day of the venue admin and the buyer, from an empty house. */
async function liveAnOfficeDay(core: TestCore): Promise<void> {
  const mapVersionId = await publishMap(core);
  const { eventId } = await core.do('event.create', { ...tonight(mapVersionId), inventory: 'BROKERED' });
  await core.do('event.generateSeats', { eventId });
  await changePrices(core, eventId);
  const seats = await core.do('purchaseOrder.readSeats', {
    eventId,
    sectionId: await sectionOf(core, mapVersionId),
    specification: 'rows A-B; row C seats 1-2',
  });
  const hold = { eventId, name: 'Press', letter: 'P', color: '#8e4585', reason: 'Reviews' };
  const { holdId } = await core.do('hold.create', { ...hold, seatIds: seats.seatIds.slice(0, 3) });
  await core.do('hold.release', { holdId, seatIds: seats.seatIds.slice(0, 1), reason: 'One is ill' });
  const broken = { eventId, seatIds: seats.seatIds.slice(1, 2), reason: 'Broken' };
  await core.do('seat.block', broken);
  await core.do('hold.release', { holdId, reason: 'Over' });
  await core.do('seat.unblock', { ...broken, reason: 'Mended' });
  const supplier = { name: 'Broker', kind: 'Broker', contact: '', terms: 'NET_30' as const, note: '' };
  const { supplierId } = await core.do('supplier.create', supplier);
  const lines = [{ description: 'Stalls', quantity: 12, unitMinor: 3000 }];
  const { purchaseOrderId } = await core.do('purchaseOrder.create', { supplierId, eventId, reference: '', lines });
  await core.do('purchaseOrder.submit', { purchaseOrderId });
  await core.do('purchaseOrder.confirm', { purchaseOrderId });
  const [line] = (await core.do('purchaseOrder.get', { purchaseOrderId })).lines;
  const proof = { specification: 'rows A-B; row C seats 1-2', proofOfPurchase: 'Invoice 1' };
  await core.do('purchaseOrder.receive', { lineId: line!.lineId, seatIds: [...seats.seatIds], ...proof });
  await core.do('purchaseOrder.cancel', { purchaseOrderId, reason: 'The rest is gone' });
  await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
  await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
}

async function sectionOf(core: TestCore, mapVersionId: string): Promise<string> {
  return (await core.do('map.get', { mapVersionId })).document.sections[0]!.id;
}

async function openBoth(decides: OpenTestStore, applies: OpenTestStore): Promise<[TestStore, TestStore]> {
  const agencyId = `office-${++houses}`;
  return Promise.all([decides({ agencyId }), applies({ agencyId })]);
}

let houses = 0;

describe.each(BOTH)('decided on $from, applied on $to', ({ decides, applies }) => {
  test('an office day leaves the same rows, by way of the journal’s text', async () => {
    const [decided, applied] = await openBoth(decides, applies);
    await liveAnOfficeDay(await createTestCore(decided));
    for (const facts of decided.committed)
      await applyFacts(applied, JSON.parse(JSON.stringify(shared(facts))) as typeof facts);
    const rows = await dumpRows(decided);
    expect(Object.keys(rows)).toEqual(
      expect.arrayContaining(['mapVersions', 'seats', 'eventSeats', 'prices', 'holds', 'supplierReceipts']),
    );
    expect(rows['eventSeats']).toHaveLength(16);
    expect(await dumpRows(applied)).toEqual(rows);
  });
});

test('the same office day is decided alike on both', async () => {
  const [first, second] = await openBoth(sqlite, postgres);
  await liveAnOfficeDay(await createTestCore(first));
  await liveAnOfficeDay(await createTestCore(second));
  expect(await dumpRows(second)).toEqual(await dumpRows(first));
});
