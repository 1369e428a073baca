/** A published map that fits in a head: Stalls A–F of 10, Circle AA–BB of 8, two categories. */
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import type { Input } from '../../src-shared/contract/calls.ts';
import type { SeatMapDocument, Row, Seat } from '../../src-shared/domain/seat-map/document.ts';
import type { TestCore } from './test-core.ts';
import { EVENING } from './test-core.ts';

const HOUR_MS = 3_600_000;

const SECTIONS = [
  { id: 'stalls', name: 'Stalls', rows: ['A', 'B', 'C', 'D', 'E', 'F'], seats: 10, categoryId: 'premium' },
  { id: 'circle', name: 'Circle', rows: ['AA', 'BB'], seats: 8, categoryId: 'standard' },
];

export const SMALL_HOUSE_SEATS = 76;

export function smallHouse(): SeatMapDocument {
  const rows: Row[] = [];
  const seats: Seat[] = [];
  for (const section of SECTIONS)
    for (const label of section.rows) {
      const rowId = `${section.id}-${label}`;
      rows.push({ id: rowId, sectionId: section.id, label, labelPosition: 'BOTH' });
      for (let n = 1; n <= section.seats; n++)
        seats.push({
          id: `${rowId}-${n}`,
          rowId,
          label: String(n),
          x: n * 50,
          y: 100 + rows.length * 90,
          radius: 20,
          categoryId: section.categoryId,
          kind: 'STANDARD',
          restrictedView: false,
          companionOf: null,
        });
    }
  return {
    name: 'Small house',
    width: 700,
    height: 1000,
    focalPoint: { x: 275, y: 0 },
    categories: [
      { id: 'premium', name: 'Premium', color: '#8e4585', letter: 'P', defaultPriceMinor: 5000 },
      { id: 'standard', name: 'Standard', color: '#1f6fb2', letter: 'S', defaultPriceMinor: null },
    ],
    sections: SECTIONS.map(({ id, name }) => ({ id, name, floor: null, entrance: null, outline: null })),
    rows,
    seats,
    shapes: [],
  };
}

/** Puts a map's rows into the store as publishing would. @returns its version's id */
export async function putMap(core: TestCore, document: SeatMapDocument, status: 'DRAFT' | 'PUBLISHED' = 'PUBLISHED') {
  const { agencyId } = core.store;
  const facts = new FactsBuilder(agencyId, core.now);
  const [venueId, mapId, mapVersionId] = [core.newId(), core.newId(), core.newId()];
  facts.insert('venues', { id: venueId, name: 'Royal', address: '', timeZone: 'Europe/Berlin', archivedAt: null });
  facts.insert('maps', { id: mapId, venueId, name: document.name, archivedAt: null });
  facts.insert('mapVersions', {
    id: mapVersionId,
    mapId,
    number: 1,
    status,
    document,
    columns: null,
    seatCount: document.seats.length,
    publishedAt: status === 'PUBLISHED' ? core.now : null,
  });
  facts.bulk('publishMap', { mapVersionId }, ['seats']);
  await core.store.write(async (transaction) => {
    await transaction.apply(facts.build());
    return { commit: true, value: null };
  });
  return mapVersionId;
}

/** The small house made by commands, so that the record knows it. @returns its version's id */
export async function publishSmallHouse(core: TestCore): Promise<string> {
  const { venueId } = await core.do('venue.create', { name: 'Royal', address: '', timeZone: 'Europe/Berlin' });
  const stored = await core.executor.run(
    'map.store',
    { venueId, name: 'Small house', document: smallHouse() },
    { userId: 'system', allowedBy: null },
    core.newId(),
  );
  if (!stored.ok) throw new Error(stored.error.message);
  const { mapVersionId } = stored.value as { mapVersionId: string };
  const { version } = await core.do('map.get', { mapVersionId });
  await core.do('map.publish', { mapVersionId, version });
  return mapVersionId;
}

/** Tonight at eight, until half past midnight. */
export function tonight(mapVersionId: string): Input<'event.create'> {
  return {
    title: 'Hamlet',
    kind: 'Theatre',
    mapVersionId,
    inventory: 'HOUSE',
    startsAt: EVENING + 2 * HOUR_MS,
    endsAt: EVENING + 6.5 * HOUR_MS,
    doorsAt: EVENING + HOUR_MS,
    basketMs: 600_000,
    seatsPerBooking: 10,
    noSingleRule: 'OFF',
    licensedCapacity: null,
    refundUntil: null,
  };
}

/** An event of the small house with its seats made, priced 50.00 and 30.00. */
export async function createPricedEvent(core: TestCore, change: Partial<Input<'event.create'>> = {}) {
  const mapVersionId = change.mapVersionId ?? (await putMap(core, smallHouse()));
  const { eventId } = await core.do('event.create', { ...tonight(mapVersionId), ...change });
  await core.do('event.generateSeats', { eventId });
  const { levels, types } = await core.do('event.get', { eventId });
  await core.do('event.setPrices', {
    eventId,
    types: types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
    grid: levels.map(({ priceLevelId }, index) => ({ priceLevelId, amounts: [index === 0 ? 5000 : 3000] })),
  });
  return { eventId, mapVersionId };
}
