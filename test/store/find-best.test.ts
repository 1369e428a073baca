/** What the counter may ask of the finder (product.md, FIND 2), and what it is told when there is nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../src-shared/contract/calls.ts';
import { createEventOnSale } from '../support/selling.ts';
import { putMap, smallHouse } from '../support/small-house.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';
import { describeOnBothStores } from '../support/stores.ts';

let core: TestCore;
let eventId: string;

/** The small house with two wheelchair places and a companion's in the last row of the stalls. */
function accessibleHouse() {
  const house = smallHouse();
  const kinds = new Map([
    ['stalls-F-1', 'WHEELCHAIR'],
    ['stalls-F-2', 'WHEELCHAIR'],
    ['stalls-F-3', 'COMPANION'],
  ] as const);
  const seats = house.seats.map((seat) => ({ ...seat, kind: kinds.get(seat.id as 'stalls-F-1') ?? seat.kind }));
  return { ...house, seats };
}

describeOnBothStores('the best seats', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ eventId } = await createEventOnSale(core, { mapVersionId: await putMap(core, accessibleHouse()) }));
  });

  const best = (question: Omit<Input<'sale.reserveBest'>, 'eventId'>) =>
    core.do('sale.reserveBest', { eventId, ...question });
  const pick = (saleId: string, ...seatIds: string[]) => core.do('sale.reserveSeats', { saleId, eventId, seatIds });

  test('are those of a section, a level and a price that was named', async () => {
    const { levels } = await core.do('event.get', { eventId });
    const inCircle = [
      { sectionIds: ['circle'] },
      { priceLevelIds: [levels[1]!.priceLevelId] },
      { maxPriceMinor: 3000 },
      { sectionIds: ['circle', 'balcony'], maxPriceMinor: 3000 },
    ];
    for (const wish of inCircle) {
      const [found] = await core.do('sale.findSeats', { eventId, quantity: 2, ...wish });
      expect(found!.seatIds.every((seatId) => seatId.startsWith('circle'))).toBe(true);
      expect(found).toMatchObject({ stage: 'TOGETHER', totalMinor: 6000, figures: { rows: 1, singlesLeft: 0 } });
    }
    expect(await core.do('sale.findSeats', { eventId, quantity: 2, sectionIds: ['balcony'] })).toEqual([]);
  });

  test('have as many wheelchair places as asked, with the companion beside', async () => {
    const { taken } = await best({ saleId: 'sale-1', quantity: 3, wheelchairs: 2 });
    expect(taken.seatIds).toEqual(['stalls-F-1', 'stalls-F-2', 'stalls-F-3']);
    const refused = await core.refusal('sale.reserveBest', { saleId: 'sale-2', eventId, quantity: 3, wheelchairs: 1 });
    expect(refused).toMatchObject({ code: 'NO_SEATS', data: { largest: 0 } });
  });

  test('are near those the basket has already', async () => {
    await pick('sale-1', 'circle-BB-7', 'circle-BB-8');
    const { taken } = await best({ saleId: 'sale-1', quantity: 2 });
    expect(taken.seatIds).toEqual(['circle-BB-5', 'circle-BB-6']);
    const { taken: elsewhere } = await best({ saleId: 'sale-2', quantity: 2 });
    expect(elsewhere.seatIds[0]).toMatch(/^stalls-A/);
  });

  test('are near another booking when one is named', async () => {
    await pick('sale-1', 'circle-BB-7', 'circle-BB-8');
    const { taken } = await best({ saleId: 'sale-2', quantity: 2, nearSaleId: 'sale-1' });
    expect(taken.seatIds).toEqual(['circle-BB-5', 'circle-BB-6']);
    const [found] = await core.do('sale.findSeats', { eventId, quantity: 2, nearSaleId: 'sale-1' });
    expect(found!.seatIds[0]).toMatch(/^circle/);
    // One without seats here is nowhere to be near.
    const [anywhere] = await core.do('sale.findSeats', { eventId, quantity: 2, nearSaleId: 'nothing' });
    expect(anywhere!.seatIds[0]).toMatch(/^stalls/);
  });

  describe('that are not there', () => {
    test('are told with how many could be had together', async () => {
      const refused = await core.refusal('sale.reserveBest', {
        saleId: 'sale-1',
        eventId,
        quantity: 17,
        sectionIds: ['circle'],
      });
      expect(refused).toMatchObject({ code: 'NO_SEATS', data: { largest: 8 } });
      expect(refused.message).toContain('8');
    });
  });
});
