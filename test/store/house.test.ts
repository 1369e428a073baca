import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { compileColumns } from '../../src-shared/domain/seat-map/compile.ts';
import { packMap, sceneryOf, unpackColumns } from '../../src-shared/domain/seat-map/pack.ts';
import type { FaultView } from '../../src-shared/contract/house.ts';
import type { Reader } from '../../src-shared/core/store.ts';
import { queryHandlers } from '../../src-shared/queries/handlers.ts';
import { packVersionOne } from '../support/version-one-pack.ts';
import { tonight } from '../support/small-house.ts';
import { describeOnBothStores, TEST_DEVICE } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const PRETIX = fileURLToPath(new URL('../../../shared/data/pretix-theatre/plan.en.json', import.meta.url));
if (!existsSync(PRETIX)) console.warn('Skipped: the real plans in ../shared/data are not on this machine.');

let core: TestCore;
let venueId: string;

/** Two rows of three; `also` adds lines. */
const manifest = (...also: string[]) => ({
  fileName: 'house.csv',
  text: [
    'section,row,seat,category,price',
    ...['A', 'B'].flatMap((row) => [1, 2, 3].map((seat) => `Stalls,${row},${seat},Premium,50.00`)),
    ...also,
  ].join('\n'),
});

const importMap = async (...also: string[]) =>
  core.do('map.import', { ...manifest(...also), repairs: [], venueId, name: 'House' });

/** A draft and the version that a change to it must name. */
const draftOf = async (mapVersionId: string) => {
  const { version, document } = await core.do('map.get', { mapVersionId });
  return { seen: { mapVersionId, version }, document };
};

const publish = async (mapVersionId: string) => core.do('map.publish', (await draftOf(mapVersionId)).seen);

const countOf = (faults: readonly FaultView[], kind: string) => faults.find((fault) => fault.kind === kind)?.count;

describeOnBothStores('the house', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ venueId } = await core.do('venue.create', { name: 'Royal', address: 'Here', timeZone: 'Europe/Berlin' }));
  });

  describe('a venue', () => {
    test('stands in the list with its time zone', async () => {
      expect(await core.do('venue.list', {})).toEqual([
        { venueId, name: 'Royal', address: 'Here', timeZone: 'Europe/Berlin' },
      ]);
    });

    test('needs a time zone that exists and a name of its own', async () => {
      const venue = { name: 'Studio', address: '', timeZone: 'Europe/Atlantis' };
      expect(await core.refusal('venue.create', venue)).toMatchObject({ code: 'BAD_TIME_ZONE' });
      const namesake = { ...venue, name: 'Royal', timeZone: 'Europe/Berlin' };
      expect(await core.refusal('venue.create', namesake)).toMatchObject({ code: 'NAME_TAKEN' });
    });
  });

  describe('importing a plan', () => {
    test('shows what is wrong and stores nothing', async () => {
      const file = manifest('Stalls,A,1,Premium,50.00');
      const preview = await core.do('map.previewImport', { ...file, repairs: [] });
      expect(preview).toMatchObject({ seatCount: 7, sectionCount: 1, rowCount: 2, document: null });
      expect(countOf(preview.faults, 'REPEATED_LABEL')).toBe(1);
      expect(preview.faults[0]).toMatchObject({ severity: 'ERROR', sentence: expect.stringMatching(/\w/) });
      const repaired = await core.do('map.previewImport', { ...file, repairs: 'all' });
      expect(repaired.document?.seats).toHaveLength(6);
      expect(await core.do('map.list', {})).toEqual([]);
    });

    test('is refused whole while an error is left', async () => {
      const file = { ...manifest('Stalls,A,1,Premium,50.00'), repairs: [], venueId, name: 'House' };
      const refused = await core.refusal('map.import', file);
      expect(refused).toMatchObject({ code: 'PLAN_HAS_FAULTS', data: { faults: [{ kind: 'REPEATED_LABEL' }] } });
      expect(await core.do('map.list', {})).toEqual([]);
    });

    test('makes the first draft of a map, with the faults it found on the way', async () => {
      const { mapId, mapVersionId, seatCount } = await importMap();
      expect(seatCount).toBe(6);
      expect(await core.do('map.list', {})).toEqual([
        {
          mapId,
          name: 'House',
          venueId,
          venueName: 'Royal',
          seatCount: 6,
          versions: [{ mapVersionId, number: 1, status: 'DRAFT', seatCount: 6, publishedAt: null }],
        },
      ]);
      const { document, name, status } = await core.do('map.get', { mapVersionId });
      expect([name, document.name, status]).toEqual(['House', 'House', 'DRAFT']);
      expect(document.categories).toMatchObject([{ name: 'Premium', defaultPriceMinor: 5000 }]);
    });

    test('of a venue that does not exist is refused', async () => {
      const file = { ...manifest(), repairs: 'all' as const, venueId: 'nowhere', name: 'House' };
      expect(await core.refusal('map.import', file)).toMatchObject({ code: 'NOT_FOUND' });
    });

    test.skipIf(!existsSync(PRETIX))('puts a real theatre with repeated ids right', async () => {
      const file = { fileName: 'plan.en.json', text: readFileSync(PRETIX, 'utf8') };
      const imported = await core.do('map.import', { ...file, repairs: 'all', venueId, name: 'Theatre' });
      expect(imported.seatCount).toBe(1057);
      expect(countOf(imported.faults, 'REPEATED_SEAT_ID')).toBe(84);
      expect(await publish(imported.mapVersionId)).toEqual({ seatCount: 1057 });
    });
  });

  describe('a draft', () => {
    test('takes categories and gives them to seats, each step on the version that was seen', async () => {
      const { mapVersionId } = await importMap();
      const { seen, document } = await draftOf(mapVersionId);
      const gallery = { id: 'gallery', name: 'Gallery', color: '#1f6fb2', letter: 'G', defaultPriceMinor: null };
      const { version } = await core.do('map.setCategories', {
        ...seen,
        categories: [...document.categories, gallery],
      });
      const seatIds = document.seats.slice(0, 2).map((seat) => seat.id);
      const assign = { mapVersionId, version, seatIds, categoryId: 'gallery' };
      const assigned = await core.do('map.assignCategory', assign);
      const after = await draftOf(mapVersionId);
      expect(after.seen.version).toBe(assigned.version);
      expect(after.document.seats.filter((seat) => seat.categoryId === 'gallery').map((seat) => seat.id)).toEqual(
        seatIds,
      );
      expect(await core.refusal('map.assignCategory', assign)).toMatchObject({
        code: 'DRAFT_CHANGED',
        data: { version: assigned.version },
      });
    });

    test('keeps a category that seats still have', async () => {
      const { seen, document } = await draftOf((await importMap()).mapVersionId);
      const { id } = document.categories[0]!;
      expect(await core.refusal('map.setCategories', { ...seen, categories: [] })).toMatchObject({
        code: 'CATEGORY_IN_USE',
        data: { categories: [{ id, seats: 6 }] },
      });
    });

    test('with an error is not published', async () => {
      const { mapVersionId } = await importMap();
      const { seen, document } = await draftOf(mapVersionId);
      const [category] = document.categories;
      const letterless = { ...category!, name: 'Two\u2028lines' };
      const { version } = await core.do('map.setCategories', { ...seen, categories: [letterless] });
      expect(await core.refusal('map.publish', { mapVersionId, version })).toMatchObject({
        code: 'MAP_HAS_FAULTS',
        data: { faults: [{ kind: 'ODD_NAME' }] },
      });
    });
  });

  describe('a published version', () => {
    test('has its seats and columns in one order, and an event can be made from it', async () => {
      const { mapVersionId } = await importMap();
      expect(await publish(mapVersionId)).toEqual({ seatCount: 6 });
      const { document, status } = await core.do('map.get', { mapVersionId });
      expect(status).toBe('PUBLISHED');
      const drawn = await core.do('map.columns', { mapVersionId });
      const packed = packMap({ columns: compileColumns(document), scenery: sceneryOf(document) });
      expect(new Uint8Array(drawn.columns)).toEqual(packed);
      const columns = unpackColumns(drawn.columns);
      if (!columns.ok) throw new Error(columns.error.message);
      const seats = await core.store.read.rows('seats', sql`where map_version_id = ${mapVersionId} order by ordinal`);
      expect(seats.map((seat) => seat.seatId)).toEqual([...columns.value.ids]);
      expect(seats.map((seat) => [seat.sectionName, seat.rowLabel, seat.label, seat.ordinal])).toContainEqual([
        'Stalls',
        'B',
        '3',
        5,
      ]);
      const { eventId } = await core.do('event.create', tonight(mapVersionId));
      await core.do('event.generateSeats', { eventId });
      expect((await core.do('event.get', { eventId })).counts.available).toBe(6);
    });

    test('by an older program is given to windows in the layout of this one', async () => {
      const { mapVersionId } = await importMap();
      await publish(mapVersionId);
      const today = await core.do('map.columns', { mapVersionId });
      const unpacked = unpackColumns(today.columns);
      if (!unpacked.ok) throw new Error(unpacked.error.message);
      const { store, now, seatFinders } = core;
      const older: Reader = {
        ...store.read,
        query: async () => [{ columns: packVersionOne(unpacked.value) }] as never,
      };
      const context = { agencyId: store.agencyId, deviceId: TEST_DEVICE.id, userId: 'owner', now, seatFinders };
      const found = await queryHandlers['map.columns']!(older, context, { mapVersionId });
      expect(found).toEqual({ ok: true, value: { columns: new Uint8Array(today.columns) } });
    });

    test('never changes', async () => {
      const { mapVersionId } = await importMap();
      await publish(mapVersionId);
      const { seen, document } = await draftOf(mapVersionId);
      for (const refused of [
        await core.refusal('map.publish', seen),
        await core.refusal('map.setCategories', { ...seen, categories: [...document.categories] }),
      ])
        expect(refused).toMatchObject({ code: 'MAP_PUBLISHED' });
    });

    test('begins the next draft, one at a time, under the next number and with the same seats', async () => {
      const { mapVersionId } = await importMap();
      expect(await core.refusal('map.startDraft', { mapVersionId })).toMatchObject({ code: 'WRONG_STATE' });
      await publish(mapVersionId);
      const draft = await core.do('map.startDraft', { mapVersionId });
      const { number, status, document } = await core.do('map.get', draft);
      expect([number, status]).toEqual([2, 'DRAFT']);
      expect(document).toEqual((await core.do('map.get', { mapVersionId })).document);
      expect(await core.refusal('map.startDraft', { mapVersionId })).toMatchObject({
        code: 'DRAFT_EXISTS',
        data: draft,
      });
      await publish(draft.mapVersionId);
      const [map] = await core.do('map.list', {});
      expect(map!.versions.map((version) => [version.number, version.status])).toEqual([
        [2, 'PUBLISHED'],
        [1, 'PUBLISHED'],
      ]);
    });
  });
});
