import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import type { SeatStatus } from '../../src-shared/domain/seat-map/columns.ts';
import { createPricedEvent } from '../support/small-house.ts';
import { applyFacts, describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let eventId: string;

const ARTIST = { name: 'Artist', letter: 'A', color: '#8e4585', reason: 'Family of the cast' };

const seat = async (seatId: string) =>
  (await core.store.read.rows('eventSeats', sql`where event_id = ${eventId} and seat_id = ${seatId}`))[0]!;

const statuses = async (...seatIds: string[]) => Promise.all(seatIds.map(async (id) => (await seat(id)).status));

/** What a sale does to a seat, without a sale. */
async function putState(seatId: string, status: SeatStatus) {
  const facts = new FactsBuilder(core.store.agencyId, core.now);
  facts.change('eventSeats', await seat(seatId), { status });
  await applyFacts(core, facts.build());
}

const hold = (...seatIds: string[]) => core.do('hold.create', { eventId, ...ARTIST, seatIds });

describeOnBothStores('holds and kills', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ eventId } = await createPricedEvent(core));
  });

  describe('a hold', () => {
    test('keeps its seats from everyone under a letter of its own', async () => {
      const { holdId } = await hold('stalls-A-1', 'stalls-A-2');
      await core.do('hold.create', { eventId, ...ARTIST, name: 'Press', letter: 'P', seatIds: ['stalls-B-1'] });
      const event = await core.do('event.get', { eventId });
      expect(event.holds).toMatchObject([
        { holdId, name: 'Artist', letter: 'A', position: 0, seatCount: 2, status: 'ACTIVE' },
        { name: 'Press', letter: 'P', position: 1, seatCount: 1, status: 'ACTIVE' },
      ]);
      expect(event.counts).toMatchObject({ held: 3, available: 73 });
      const columns = await core.do('event.seats', { eventId });
      expect([columns.hold[0], columns.hold[1], columns.hold[2], columns.hold[10]]).toEqual([1, 1, 0, 2]);
    });

    test('takes all of its seats or none, and names every seat that is not free', async () => {
      await putState('stalls-A-2', 'SOLD');
      await core.do('seat.block', { eventId, seatIds: ['stalls-A-3'], reason: 'Broken' });
      const seatIds = ['stalls-A-1', 'stalls-A-2', 'stalls-A-3', 'stalls-A-4'];
      const refused = await core.refusal('hold.create', { eventId, ...ARTIST, seatIds });
      expect(refused).toMatchObject({
        code: 'SEATS_NOT_FREE',
        data: {
          seats: [
            { section: 'Stalls', row: 'A', label: '2', status: 'SOLD' },
            { section: 'Stalls', row: 'A', label: '3', status: 'BLOCKED' },
          ],
        },
      });
      expect(await statuses(...seatIds)).toEqual(['AVAILABLE', 'SOLD', 'BLOCKED', 'AVAILABLE']);
      expect((await core.do('event.get', { eventId })).holds).toEqual([]);
    });

    test('refuses seats that are not on the map, by name', async () => {
      const refused = await core.refusal('hold.create', { eventId, ...ARTIST, seatIds: ['stalls-A-1', 'attic-1'] });
      expect(refused).toMatchObject({ code: 'SEATS_UNKNOWN', data: { seats: [{ seatId: 'attic-1' }] } });
    });

    test('grows, and a part of it can be released', async () => {
      const { holdId } = await hold('stalls-A-1');
      await core.do('hold.addSeats', { holdId, seatIds: ['stalls-A-2', 'stalls-A-3'] });
      expect(await core.do('hold.release', { holdId, seatIds: ['stalls-A-2'], reason: 'Not needed' })).toEqual({
        released: 1,
      });
      expect(await statuses('stalls-A-1', 'stalls-A-2', 'stalls-A-3')).toEqual(['HELD', 'AVAILABLE', 'HELD']);
      const freed = await seat('stalls-A-2');
      expect(freed).toMatchObject({ holdId: null, generation: 2 });
      expect((await core.do('event.get', { eventId })).holds).toMatchObject([{ status: 'ACTIVE', seatCount: 2 }]);
    });

    test('refuses to release what is not its own', async () => {
      const { holdId } = await hold('stalls-A-1');
      await hold('stalls-B-1');
      const refused = await core.refusal('hold.release', {
        holdId,
        seatIds: ['stalls-A-1', 'stalls-B-1', 'stalls-C-1'],
        reason: 'All of it',
      });
      expect(refused).toMatchObject({ code: 'SEATS_NOT_HELD', data: { seats: [{ row: 'B' }, { row: 'C' }] } });
      expect(await statuses('stalls-A-1')).toEqual(['HELD']);
    });

    test('released whole is over, and its sold seats stay sold', async () => {
      const { holdId } = await hold('stalls-A-1', 'stalls-A-2');
      await putState('stalls-A-2', 'RESERVED');
      expect(await core.do('hold.release', { holdId, reason: 'Late release' })).toEqual({ released: 1 });
      expect(await statuses('stalls-A-1', 'stalls-A-2')).toEqual(['AVAILABLE', 'RESERVED']);
      expect((await seat('stalls-A-2')).holdId).toBe(holdId);
      expect(await core.refusal('hold.addSeats', { holdId, seatIds: ['stalls-A-1'] })).toMatchObject({
        code: 'WRONG_STATE',
      });
    });

    test('is over when its last part is released', async () => {
      const { holdId } = await hold('stalls-A-1');
      await core.do('hold.release', { holdId, seatIds: ['stalls-A-1'], reason: 'Not needed' });
      expect((await core.do('event.get', { eventId })).holds).toMatchObject([{ status: 'RELEASED', seatCount: 0 }]);
    });
  });

  describe('a blocked seat', () => {
    test('is out of capacity with its reason until it is unblocked', async () => {
      await core.do('seat.block', { eventId, seatIds: ['stalls-A-1'], reason: 'Broken chair' });
      expect(await seat('stalls-A-1')).toMatchObject({ status: 'BLOCKED', blockReason: 'Broken chair' });
      await core.do('seat.unblock', { eventId, seatIds: ['stalls-A-1'], reason: 'Mended' });
      expect(await seat('stalls-A-1')).toMatchObject({ status: 'AVAILABLE', blockReason: null, generation: 2 });
    });

    test('goes back to its hold, or to everyone when the hold is over', async () => {
      const { holdId } = await hold('stalls-A-1', 'stalls-A-2');
      const blocked = { eventId, seatIds: ['stalls-A-1'], reason: 'Wet' };
      await core.do('seat.block', blocked);
      await core.do('seat.unblock', blocked);
      expect(await seat('stalls-A-1')).toMatchObject({ status: 'HELD', holdId });
      await core.do('seat.block', blocked);
      await core.do('hold.release', { holdId, reason: 'Over' });
      await core.do('seat.unblock', blocked);
      expect(await seat('stalls-A-1')).toMatchObject({ status: 'AVAILABLE', holdId: null });
    });

    test('is refused where somebody sits, and then nothing is blocked', async () => {
      await putState('stalls-A-2', 'SOLD');
      const seatIds = ['stalls-A-1', 'stalls-A-2'];
      expect(await core.refusal('seat.block', { eventId, seatIds, reason: 'Camera' })).toMatchObject({
        code: 'SEATS_NOT_FREE',
        data: { seats: [{ label: '2', status: 'SOLD' }] },
      });
      expect(await statuses(...seatIds)).toEqual(['AVAILABLE', 'SOLD']);
    });

    test('is not opened again beyond the licence while the event is sold', async () => {
      ({ eventId } = await createPricedEvent(core, { licensedCapacity: 75 }));
      await core.do('seat.block', { eventId, seatIds: ['stalls-A-1'], reason: 'Licence' });
      await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
      await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
      const opened = { eventId, seatIds: ['stalls-A-1'], reason: 'One more' };
      expect(await core.refusal('seat.unblock', opened)).toMatchObject({
        code: 'OVER_CAPACITY',
        data: { open: 76, limit: 75 },
      });
      expect(await statuses('stalls-A-1')).toEqual(['BLOCKED']);
    });
  });

  test('the story of a seat tells every change, the newest first, and of no other seat', async () => {
    const { holdId } = await hold('stalls-A-1', 'stalls-A-10');
    core.now += 1000;
    await core.do('hold.release', { holdId, seatIds: ['stalls-A-1'], reason: 'Not needed' });
    core.now += 1000;
    await core.do('seat.block', { eventId, seatIds: ['stalls-A-1'], reason: 'Broken chair' });
    const story = await core.do('event.seatStory', { eventId, seatId: 'stalls-A-1' });
    expect(story).toMatchObject({
      section: 'Stalls',
      row: 'A',
      label: '1',
      status: 'BLOCKED',
      blockReason: 'Broken chair',
      priceMinor: 5000,
      hold: null,
      saleNumber: null,
    });
    expect(story.steps.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['seat.block', 'AVAILABLE', 'BLOCKED'],
      ['hold.release', 'HELD', 'AVAILABLE'],
      ['hold.create', 'AVAILABLE', 'HELD'],
      ['event.generateSeats', null, 'AVAILABLE'],
    ]);
  });
});
