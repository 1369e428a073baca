/** A booking that is kept unpaid until its collect-by: product.md, "Kept unpaid" and "The clock". */
import { beforeEach, describe, expect, test } from 'vitest';
import { expireDueSales } from '../../src-main/expiry.ts';
import { verifyStore } from '../../src-main/verify.ts';
import { createEventOnSale } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, EVENING, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let eventId: string;
const saleId = 'sale-1';
const COLLECT_BY = EVENING + 3_600_000;
const MINUTE_MS = 60_000;

describeOnBothStores('a booking kept unpaid', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ eventId } = await createEventOnSale(core));
    await core.do('sale.reserveSeats', { saleId, eventId, seatIds: ['stalls-A-1', 'stalls-A-2'] });
    const customer = { customerId: null, name: 'Ann', phone: null, email: null };
    await core.do('sale.setCustomer', { saleId, customer, delivery: 'WILL_CALL' });
    await core.do('sale.keepUnpaid', { saleId, collectBy: COLLECT_BY });
  });

  const sale = () => core.do('sale.get', { saleId });
  const unpaid = () => core.do('booking.search', { text: '', only: 'UNPAID' });
  const expire = () => expireDueSales({ ...core, now: core.now });
  const tender = () => core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: 4000, reference: 'A17' });

  async function problems(): Promise<readonly string[]> {
    return (await verifyStore(core.store, null)).flatMap((check) => check.problems);
  }

  describe('of which paying was begun', () => {
    test('is kept again until the same moment after going back, whatever was tendered', async () => {
      core.now += MINUTE_MS;
      await core.do('sale.beginPayment', { saleId });
      await tender();
      core.now += 5 * MINUTE_MS;
      await core.do('sale.backToBasket', { saleId });
      expect(await sale()).toMatchObject({
        status: 'RESERVED',
        deadline: COLLECT_BY,
        dueMinor: 10_000,
        bookings: [{ status: 'RESERVED', deadline: COLLECT_BY, deadlineKind: 'COLLECT' }],
      });
      expect(await unpaid()).toMatchObject([{ saleId, collectBy: COLLECT_BY }]);
      expect(await core.do('sale.open', {})).toEqual([]);
      expect(await problems()).toEqual([]);
    });

    test('is not freed by its collect-by while it is being paid, nor is it listed as unpaid', async () => {
      await core.do('sale.beginPayment', { saleId });
      expect(await unpaid()).toEqual([]);
      expect(await core.do('sale.open', {})).toMatchObject([{ saleId, status: 'PAYING', deadline: null }]);
      core.now = COLLECT_BY + MINUTE_MS;
      expect(await expire()).toBe(0);
      await tender();
      expect(await sale()).toMatchObject({ status: 'PAYING', dueMinor: 6000 });
      expect(await problems()).toEqual([]);
    });

    test('is freed at its collect-by after going back, and not before', async () => {
      await core.do('sale.beginPayment', { saleId });
      await core.do('sale.backToBasket', { saleId });
      core.now = COLLECT_BY - 1;
      expect(await expire()).toBe(0);
      core.now = COLLECT_BY;
      expect(await expire()).toBe(1);
      expect(await sale()).toMatchObject({ status: 'EXPIRED', totalMinor: 0 });
      expect(await expire()).toBe(0);
    });

    test('has two minutes after going back when its collect-by went by meanwhile', async () => {
      core.now = COLLECT_BY - MINUTE_MS;
      await core.do('sale.beginPayment', { saleId });
      core.now = COLLECT_BY + MINUTE_MS;
      await core.do('sale.backToBasket', { saleId });
      expect(await expire()).toBe(0);
      expect(await sale()).toMatchObject({ status: 'RESERVED', deadline: COLLECT_BY + 3 * MINUTE_MS });
      core.now = COLLECT_BY + 3 * MINUTE_MS;
      expect(await expire()).toBe(1);
      expect(await sale()).toMatchObject({ status: 'EXPIRED' });
    });

    test('is paid like any other, and is unpaid no more', async () => {
      await core.do('sale.beginPayment', { saleId });
      await core.do('sale.backToBasket', { saleId });
      await core.do('sale.beginPayment', { saleId });
      const { dueMinor } = await sale();
      await core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: dueMinor, reference: 'A18' });
      await core.do('sale.finish', { saleId });
      core.now = COLLECT_BY + MINUTE_MS;
      expect(await expire()).toBe(0);
      expect(await sale()).toMatchObject({ status: 'CONFIRMED', deadline: null });
      expect(await unpaid()).toEqual([]);
      expect(await problems()).toEqual([]);
    });
  });

  describe('that was taken into a basket', () => {
    const isKept = () =>
      expect(unpaid()).resolves.toMatchObject([{ saleId, collectBy: COLLECT_BY, ticketCount: 2, status: 'RESERVED' }]);

    test('is a basket with a clock, and is kept again as promised when that runs out', async () => {
      await core.do('sale.resume', { saleId });
      const basket = await sale();
      expect(basket).toMatchObject({ bookings: [{ deadlineKind: 'BASKET', collectBy: COLLECT_BY }] });
      expect(basket.deadline).toBeLessThan(COLLECT_BY);
      expect(await unpaid()).toEqual([]);
      core.now = basket.deadline!;
      expect(await expire()).toBe(1);
      await isKept();
      expect(await core.do('sale.open', {})).toEqual([]);
      expect(await problems()).toEqual([]);
      core.now = COLLECT_BY;
      expect(await expire()).toBe(1);
      expect(await sale()).toMatchObject({ status: 'EXPIRED', totalMinor: 0 });
    });

    test('is kept again when its clerk gives the basket up, and freed when it is let go', async () => {
      await core.do('sale.resume', { saleId });
      await core.do('sale.abandon', { saleId });
      await isKept();
      await core.do('sale.abandon', { saleId });
      expect(await sale()).toMatchObject({ status: 'CANCELLED', totalMinor: 0 });
      expect(await problems()).toEqual([]);
    });

    test('is free when its basket is given up because the event was cancelled', async () => {
      await core.do('sale.resume', { saleId });
      await core.do('event.changeStatus', { eventId, to: 'CANCELLED' });
      await core.do('sale.abandon', { saleId });
      expect(await sale()).toMatchObject({ status: 'CANCELLED', totalMinor: 0 });
      expect(await unpaid()).toEqual([]);
      expect(await problems()).toEqual([]);
    });

    test('is free once its collect-by went by in the basket', async () => {
      core.now = COLLECT_BY - MINUTE_MS;
      await core.do('sale.resume', { saleId });
      core.now = (await sale()).deadline!;
      expect(core.now).toBeGreaterThan(COLLECT_BY);
      expect(await expire()).toBe(1);
      expect(await sale()).toMatchObject({ status: 'EXPIRED' });
    });
  });
});
