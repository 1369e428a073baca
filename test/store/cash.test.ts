import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src-shared/contract/session.ts';
import { int, text } from '../../src-shared/schema/kit.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, reserve } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let clerk: Person;
let manager: Person;

describeOnBothStores('cash', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    clerk = await hire(core, 'Ada', 'CLERK');
    manager = await hire(core, 'Mo', 'MANAGER');
  });

  const FLOAT = { '5000': 2, '1000': 5, '100': 20 };
  const FLOAT_MINOR = 17_000;

  async function openSale(): Promise<string> {
    const { eventId } = await createEventOnSale(core);
    const saleId = await reserve(core, clerk, { eventId, seatIds: ['stalls-A-1', 'stalls-A-2'] });
    await as(core, clerk, 'sale.beginPayment', { saleId });
    return saleId;
  }

  /** Two seats at 50.00, paid with 120.00 in cash. */
  async function sellForCash(): Promise<string> {
    const saleId = await openSale();
    await as(core, clerk, 'sale.tender', { saleId, kind: 'CASH', amountMinor: 12_000, reference: null });
    await as(core, clerk, 'sale.finish', { saleId });
    return saleId;
  }

  const balances = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await core.store.read.query(
          { account: text(), sumMinor: int() },
          sql`select account, sum(amount_minor) from ledger_entries group by account`,
        )
      ).map(({ account, sumMinor }) => [account, sumMinor]),
    );

  describe('a cash session', () => {
    test('opens with a counted float, which comes from the safe', async () => {
      const opened = await as(core, clerk, 'cash.open', { denominations: FLOAT });
      expect(opened).toMatchObject({ status: 'OPEN', userName: 'Ada', currency: 'EUR', floatMinor: FLOAT_MINOR });
      expect(await balances()).toEqual({ DRAWER: FLOAT_MINOR, SAFE: -FLOAT_MINOR });
      expect(await as(core, clerk, 'cash.current', {})).toEqual(opened);
    });

    test('is one per device, and who opened it is named', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      expect(await core.refusal('cash.open', { denominations: {} }, manager)).toMatchObject({
        code: 'DRAWER_OPEN',
        data: { userName: 'Ada' },
      });
    });

    test('belongs to its clerk: another takes no cash into it', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      const move = { kind: 'PAID_IN', amountMinor: 100, reason: 'change' } as const;
      const refused = await core.refusal('cash.move', move, manager);
      expect(refused.code).toBe('CASH_SESSION_OF_OTHER');
      expect(refused.message).toContain('Ada');
    });

    test('takes no movement before it is open', async () => {
      const move = { kind: 'NO_SALE', amountMinor: 0, reason: 'change for a note' } as const;
      expect(await core.refusal('cash.move', move, clerk)).toMatchObject({ code: 'NO_CASH_SESSION' });
    });

    test('keeps movements with their reasons, and the ledger follows', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      await as(core, clerk, 'cash.move', { kind: 'PAID_IN', amountMinor: 700, reason: 'parking' });
      await as(core, clerk, 'cash.move', { kind: 'PAID_OUT', amountMinor: 300, reason: 'flowers' });
      await as(core, clerk, 'cash.move', { kind: 'NO_SALE', amountMinor: 0, reason: 'changed a note' });
      const session = await as(core, clerk, 'cash.move', { kind: 'DROP', amountMinor: 5000, reason: 'to the safe' });
      expect(session.movements.map(({ kind, amountMinor, reason }) => [kind, amountMinor, reason])).toEqual([
        ['PAID_IN', 700, 'parking'],
        ['PAID_OUT', 300, 'flowers'],
        ['NO_SALE', 0, 'changed a note'],
        ['DROP', 5000, 'to the safe'],
      ]);
      expect(await balances()).toEqual({ DRAWER: 12_400, SAFE: -12_000, PETTY_CASH: -400 });
    });

    test('pays out more than its books hold without a word, or trying would count the drawer', async () => {
      await as(core, clerk, 'cash.open', { denominations: {} });
      const session = await as(core, clerk, 'cash.move', { kind: 'PAID_OUT', amountMinor: 5000, reason: 'deposit' });
      expect(session).toMatchObject({ expectedMinor: null });
    });

    test('may be counted again and again until it is closed, and every count is kept', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      await as(core, clerk, 'cash.beginCount', {});
      expect(await core.refusal('cash.close', {}, clerk)).toMatchObject({ code: 'NOT_COUNTED' });
      await as(core, clerk, 'cash.count', { denominations: { '5000': 1 } });
      expect(await as(core, clerk, 'cash.reopen', {})).toMatchObject({ status: 'OPEN', countedMinor: null });
      await as(core, clerk, 'cash.beginCount', {});
      await as(core, clerk, 'cash.count', { denominations: { '5000': 2 } });
      await as(core, clerk, 'cash.count', { denominations: FLOAT });
      const closed = await as(core, clerk, 'cash.close', {});
      expect(closed).toMatchObject({ status: 'CLOSED', expectedMinor: FLOAT_MINOR, differenceMinor: 0 });
      const counts = await core.store.read.rows('cashCounts', sql`where 1 = 1 order by id`);
      expect(counts.map(({ kind, totalMinor }) => [kind, totalMinor])).toEqual([
        ['FLOAT', FLOAT_MINOR],
        ['CLOSE', 5000],
        ['CLOSE', 10_000],
        ['CLOSE', FLOAT_MINOR],
      ]);
      expect(await core.refusal('cash.count', { denominations: FLOAT }, clerk)).toMatchObject({
        code: 'NO_CASH_SESSION',
      });
    });

    test('closes over or short by what was sold, moved and counted, and its drawer is empty after', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      await sellForCash();
      await as(core, clerk, 'cash.move', { kind: 'DROP', amountMinor: 10_000, reason: 'to the safe' });
      await as(core, clerk, 'cash.beginCount', {});
      await as(core, clerk, 'cash.count', { denominations: { '1': FLOAT_MINOR - 250 } });
      expect(await as(core, clerk, 'cash.close', {})).toMatchObject({
        status: 'CLOSED',
        expectedMinor: FLOAT_MINOR,
        countedMinor: FLOAT_MINOR - 250,
        differenceMinor: -250,
      });
      expect(await balances()).toEqual({
        DRAWER: 0,
        ADVANCE_SALES: -10_000,
        CASH_OVER_SHORT: 250,
        SAFE: 9750,
      });
      expect(await as(core, clerk, 'cash.current', {})).toBeNull();
      expect(await as(core, clerk, 'cash.open', { denominations: {} })).toMatchObject({ floatMinor: 0 });
    });

    test('that is too far out needs a manager, and says by whom it was approved', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      await as(core, clerk, 'cash.beginCount', {});
      await as(core, clerk, 'cash.count', { denominations: {} });
      expect(await core.refusal('cash.close', {}, clerk)).toMatchObject({ code: 'DIFFERENCE_NEEDS_APPROVAL' });
      expect(await core.refusal('cash.closeApproved', { reason: 'robbed' }, clerk)).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      const approved = await core.executor.run(
        'cash.closeApproved',
        { reason: 'robbed' },
        { userId: clerk.id, allowedBy: manager.id },
        core.newId(),
      );
      expect(approved).toMatchObject({ ok: true, value: { status: 'CLOSED', differenceMinor: -FLOAT_MINOR } });
      const [session] = await core.store.read.rows('cashSessions', sql`where 1 = 1`);
      expect(session).toMatchObject({ approvedBy: manager.id });
    });

    test('left open by a clerk who went home is counted by another and closed by a manager', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      const other = await hire(core, 'Bea', 'CLERK');
      await as(core, other, 'cash.beginCount', {});
      await as(core, other, 'cash.count', { denominations: FLOAT });
      const refused = await core.refusal('cash.close', {}, other);
      expect(refused).toMatchObject({ code: 'CASH_SESSION_OF_OTHER' });
      expect(refused.message).toContain('Ada');
      expect(await as(core, manager, 'cash.closeApproved', { reason: 'went home' })).toMatchObject({
        status: 'CLOSED',
      });
    });

    test('is not counted while a sale has cash on it that is not finished', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      const saleId = await openSale();
      await as(core, clerk, 'sale.tender', { saleId, kind: 'CASH', amountMinor: 5000, reference: null });
      expect(await core.refusal('cash.beginCount', {}, clerk)).toMatchObject({ code: 'CASH_TENDER_WAITING' });
      await as(core, clerk, 'sale.backToBasket', { saleId });
      expect(await as(core, clerk, 'cash.beginCount', {})).toMatchObject({ status: 'COUNTING' });
    });

    test('takes no cash while it is counted', async () => {
      await as(core, clerk, 'cash.open', { denominations: FLOAT });
      await as(core, clerk, 'cash.beginCount', {});
      const saleId = await openSale();
      expect(
        await core.refusal('sale.tender', { saleId, kind: 'CASH', amountMinor: 5000, reference: null }, clerk),
      ).toMatchObject({ code: 'CASH_COUNTING' });
    });
  });

  describe('what the drawer should hold', () => {
    /** Everything a clerk hears, as text. */
    async function heardByClerk(): Promise<string> {
      const heard: unknown[] = [];
      const hear = async <T>(said: Promise<T>): Promise<void> => void heard.push(await said);
      await hear(as(core, clerk, 'cash.open', { denominations: FLOAT }));
      await sellForCash();
      await hear(as(core, clerk, 'cash.move', { kind: 'PAID_OUT', amountMinor: 777, reason: 'flowers' }));
      await hear(as(core, clerk, 'cash.current', {}));
      await hear(as(core, clerk, 'cash.beginCount', {}));
      await hear(as(core, clerk, 'cash.count', { denominations: { '1': 5 } }));
      await hear(core.refusal('cash.close', {}, clerk));
      await hear(as(core, clerk, 'cash.current', {}));
      await hear(as(core, clerk, 'cash.reopen', {}));
      return JSON.stringify([heard, core.notices]);
    }

    test('is in nothing a clerk is told before the session is closed', async () => {
      const heard = await heardByClerk();
      expect(heard).not.toContain(String(FLOAT_MINOR + 10_000 - 777));
      expect(heard).not.toMatch(/"(expected|difference)Minor":-?\d/);
    });

    test('is told to those who may see it', async () => {
      await as(core, manager, 'cash.open', { denominations: FLOAT });
      const moved = await as(core, manager, 'cash.move', { kind: 'PAID_OUT', amountMinor: 777, reason: 'flowers' });
      expect(moved.expectedMinor).toBe(FLOAT_MINOR - 777);
      await as(core, manager, 'cash.beginCount', {});
      const counted = await as(core, manager, 'cash.count', { denominations: FLOAT });
      expect(counted).toMatchObject({ expectedMinor: FLOAT_MINOR - 777, differenceMinor: 777 });
      expect(await as(core, manager, 'cash.session', { cashSessionId: counted.cashSessionId })).toEqual(counted);
    });
  });
});
