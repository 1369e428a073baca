/** Nothing rests on a clock: one set back an hour, and a show that ends after midnight, lose and double nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyStore } from '../../src-main/verify.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import { codeOf } from '../support/evening.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, pay, reserve, sell, ticketsOf } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, EVENING, type TestCore } from '../support/test-core.ts';

const HOUR_MS = 3_600_000;
const seats = (...labels: number[]) => labels.map((label) => `stalls-A-${label}`);

describeOnBothStores('odd clocks', (open) => {
  let core: TestCore;
  let clerk: Person;
  let eventId: string;

  beforeEach(async () => {
    core = await createTestCore(await open());
    clerk = await hire(core, 'Ada', 'CLERK');
    ({ eventId } = await createEventOnSale(core));
  });

  async function expectWhole(): Promise<void> {
    expect((await verifyStore(core.store, null)).flatMap(({ problems }) => problems)).toEqual([]);
  }

  describe('a clock set back an hour', () => {
    test('leaves a basket open to be paid, and no seat of it to others', async () => {
      const saleId = await reserve(core, clerk, { eventId, seatIds: seats(1, 2) });
      core.now -= HOUR_MS;
      expect(await core.refusal('sale.reserveSeats', { saleId: 'other', eventId, seatIds: seats(1) })).toMatchObject({
        code: 'SEAT_TAKEN',
      });
      expect(await pay(core, clerk, saleId)).toMatchObject({ status: 'CONFIRMED', paidMinor: 10_000 });
      await expectWhole();
    });

    test('frees the seats of an abandoned basket all the same, by its deadline', async () => {
      const saleId = await reserve(core, clerk, { eventId, seatIds: seats(1) });
      core.now -= HOUR_MS;
      const nobody = { userId: 'system', allowedBy: null };
      expect(await core.executor.run('sale.expire', { saleId }, nobody, 'soon')).toMatchObject({
        ok: false,
        error: { code: 'NOT_DUE' },
      });
      core.now += HOUR_MS + 600_000;
      expect(await core.executor.run('sale.expire', { saleId }, nobody, 'due')).toMatchObject({ ok: true });
      await reserve(core, clerk, { eventId, seatIds: seats(1) });
      await expectWhole();
    });

    test('numbers tickets and receipts on, and admits a ticket once', async () => {
      const before = await sell(core, clerk, { eventId, seatIds: seats(1) });
      const [ticket] = ticketsOf(before);
      const gate = { eventIds: [eventId], gate: 'North' };
      const text = await codeOf(core, ticket!.ticketId);
      expect(await core.do('door.scan', { text, ...gate })).toMatchObject({ verdict: 'ADMIT' });
      core.now -= HOUR_MS;
      expect(await core.do('door.scan', { text, ...gate })).toMatchObject({ verdict: 'ALREADY_USED', isRepeat: false });
      const after = await sell(core, clerk, { eventId, seatIds: seats(2) });
      expect(ticketsOf(after)[0]!.number > ticket!.number).toBe(true);
      await expectWhole();
    });

    test('closes the drawer it opened before', async () => {
      await as(core, clerk, 'cash.open', { denominations: { '5000': 1 } });
      core.now -= HOUR_MS;
      await sell(core, clerk, { eventId, seatIds: seats(1) }, 'CASH');
      await as(core, clerk, 'cash.beginCount', {});
      await as(core, clerk, 'cash.count', { denominations: { '5000': 2 } });
      expect(await as(core, clerk, 'cash.close', {})).toMatchObject({ status: 'CLOSED', differenceMinor: 0 });
      await expectWhole();
    });
  });

  describe('a show that ends after midnight', () => {
    /** The event ends at half past midnight; this is a quarter past. */
    const AFTER_MIDNIGHT = EVENING + 6.25 * HOUR_MS;

    test('sells, admits and keeps bookings until its end', async () => {
      core.now = AFTER_MIDNIGHT;
      const kept = await reserve(core, clerk, { eventId, seatIds: seats(3) });
      const customer = { customerId: null, name: 'Ann', phone: null, email: null };
      await as(core, clerk, 'sale.setCustomer', { saleId: kept, customer, delivery: 'WILL_CALL' });
      await as(core, clerk, 'sale.keepUnpaid', { saleId: kept, collectBy: EVENING + 6.5 * HOUR_MS });
      const [ticket] = ticketsOf(await sell(core, clerk, { eventId, seatIds: seats(1) }));
      const text = await codeOf(core, ticket!.ticketId);
      expect(await core.do('door.scan', { text, eventIds: [eventId], gate: 'North' })).toMatchObject({
        verdict: 'ADMIT',
      });
      await expectWhole();
    });

    test('is of the trading day on which it began', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1) });
      core.now = AFTER_MIDNIGHT;
      await sell(core, clerk, { eventId, seatIds: seats(2) });
      expect(await core.do('report.night', {})).toMatchObject({
        tradingDay: '2026-11-21',
        cardMinor: 10_000,
        balances: true,
      });
      core.now = EVENING + 12 * HOUR_MS;
      expect(await core.do('report.night', {})).toMatchObject({ tradingDay: '2026-11-22', cardMinor: 0 });
    });
  });
});
