import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SaleView } from '../../src-shared/contract/sale.ts';
import { createPricedEvent } from '../support/small-house.ts';
import { createTestCore, EVENING, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let eventId: string;
const saleId = 'sale-1';
const CLERK = { id: 'other-clerk', name: 'Bea', role: 'CLERK' } as const;

beforeEach(async () => {
  core = await createTestCore();
  ({ eventId } = await createPricedEvent(core));
  await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
  await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
});
afterEach(() => core.close());

const pick = (...seatIds: string[]) => core.do('sale.reserveSeats', { saleId, eventId, seatIds });
const sale = (): Promise<SaleView> => core.do('sale.get', { saleId });

async function statusOf(seatId: string): Promise<string> {
  return (await core.do('event.seatStory', { eventId, seatId })).status;
}

async function balanceOf(account: string): Promise<number> {
  const entries = await core.store.read.rows('ledgerEntries', sql`where account = ${account}`);
  return entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

async function sellByCard(...seatIds: string[]): Promise<SaleView> {
  await pick(...seatIds);
  await core.do('sale.beginPayment', { saleId });
  const { dueMinor } = await sale();
  await core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: dueMinor, reference: 'A17' });
  await core.do('sale.finish', { saleId });
  return sale();
}

describe('a basket', () => {
  test('reserves a pick at once and starts its clock with the first pick', async () => {
    await pick('stalls-A-1', 'stalls-A-2');
    core.now += 60_000;
    await pick('stalls-A-3');
    expect(await sale()).toMatchObject({ status: 'RESERVED', totalMinor: 15_000, deadline: EVENING + 600_000 });
    expect((await sale()).bookings[0]!.tickets.map((ticket) => ticket.label)).toEqual(['1', '2', '3']);
  });

  test('takes all seats of a pick or none, and says which was taken', async () => {
    await pick('stalls-A-1');
    const refused = await core.refusal('sale.reserveSeats', {
      saleId: 'sale-2',
      eventId,
      seatIds: ['stalls-A-1', 'stalls-A-2'],
    });
    expect(refused).toMatchObject({
      code: 'SEAT_TAKEN',
      data: { seats: [{ section: 'Stalls', row: 'A', label: '1' }] },
    });
    expect(refused.message).toContain('Stalls A 1');
  });

  test('reserves the best seats together and offers others', async () => {
    const best = await core.do('sale.reserveBest', { saleId, eventId, quantity: 4 });
    expect(best.taken.seatIds).toHaveLength(4);
    expect(best.others.length).toBeGreaterThan(0);
    expect((await sale()).totalMinor).toBe(best.taken.totalMinor);
  });

  test('is freed at its deadline, its tickets cancelled and its seats with a new generation', async () => {
    await pick('stalls-A-1');
    expect(
      await core.executor.run('sale.expire', { saleId }, { userId: 'system', allowedBy: null }, 'e1'),
    ).toMatchObject({ ok: false });
    core.now += 600_000;
    expect(
      await core.executor.run('sale.expire', { saleId }, { userId: 'system', allowedBy: null }, 'e2'),
    ).toMatchObject({ ok: true });
    expect(await sale()).toMatchObject({ status: 'EXPIRED', totalMinor: 0 });
    await core.do('sale.reserveSeats', { saleId: 'sale-2', eventId, seatIds: ['stalls-A-1'] });
  });

  test('keeps the price it was shown when prices change, and frees its seat at the new one', async () => {
    await pick('stalls-A-1');
    const { levels, types } = await core.do('event.get', { eventId });
    await core.do('event.setPrices', {
      eventId,
      types: types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
      grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [7000] })),
    });
    expect((await sale()).totalMinor).toBe(5000);
    await core.do('sale.abandon', { saleId });
    await core.do('sale.reserveSeats', { saleId: 'sale-2', eventId, seatIds: ['stalls-A-1'] });
    expect((await core.do('sale.get', { saleId: 'sale-2' })).totalMinor).toBe(7000);
  });

  test('is taken over with the clock it has', async () => {
    await pick('stalls-A-1');
    const { deadline } = await sale();
    core.now += 60_000;
    expect(await core.call('sale.resume', { saleId }, 'r', CLERK)).toMatchObject({ ok: true });
    expect(await sale()).toMatchObject({ deadline, userId: CLERK.id });
  });

  test('kept unpaid under a name is resumed by whoever is asked for it', async () => {
    await pick('stalls-A-1');
    const customer = { customerId: null, name: 'Ann', phone: null, email: null };
    await core.do('sale.setCustomer', { saleId, customer, delivery: 'WILL_CALL' });
    await core.do('sale.keepUnpaid', { saleId, collectBy: EVENING + 3_600_000 });
    core.now += 60_000;
    expect(await core.call('sale.resume', { saleId }, 'r', CLERK)).toMatchObject({ ok: true });
    expect(await sale()).toMatchObject({ userId: CLERK.id, deadline: core.now + 600_000 });
  });

  test('belongs to its clerk', async () => {
    await pick('stalls-A-1');
    expect(await core.refusal('sale.abandon', { saleId }, CLERK)).toMatchObject({ code: 'SALE_OF_OTHER' });
  });

  test('passes the limit only with a reason', async () => {
    const seatIds = ['A', 'B'].flatMap((row) => [1, 2, 3, 4, 5, 6].map((n) => `stalls-${row}-${n}`));
    await pick('stalls-C-1');
    expect(await core.refusal('sale.reserveSeats', { saleId, eventId, seatIds })).toMatchObject({
      code: 'OVER_LIMIT',
      data: { limit: 10 },
    });
    await core.do('sale.passLimit', { saleId, eventId, reason: 'School class' });
    await pick(...seatIds);
    expect((await sale()).bookings[0]!.tickets).toHaveLength(13);
  });
});

describe('paying', () => {
  test('stops the clock and gives at least two minutes back', async () => {
    await pick('stalls-A-1');
    core.now += 590_000;
    await core.do('sale.beginPayment', { saleId });
    core.now += 3_600_000;
    await core.do('sale.backToBasket', { saleId });
    expect(await sale()).toMatchObject({ status: 'RESERVED', deadline: core.now + 120_000 });
  });

  test('needs all of the money, then sells the seats and gives change', async () => {
    await core.do('cash.open', { denominations: { '5000': 2 } });
    const settings = await core.do('settings.get', {});
    const receiptPrinter = { kind: 'NETWORK', host: '127.0.0.1', port: 9100, reportsStatus: true } as const;
    await core.do('settings.set', { ...settings, ticketPrinter: { kind: 'SYSTEM', name: 'Boca' }, receiptPrinter });
    await pick('stalls-A-1', 'stalls-A-2');
    await core.do('sale.beginPayment', { saleId });
    expect(await core.refusal('sale.finish', { saleId })).toMatchObject({
      code: 'NOT_PAID_IN_FULL',
      data: { dueMinor: 10_000 },
    });
    await core.do('sale.tender', { saleId, kind: 'CASH', amountMinor: 12_000, reference: null });
    await core.do('sale.finish', { saleId });
    expect(await sale()).toMatchObject({
      status: 'CONFIRMED',
      dueMinor: 0,
      paidMinor: 10_000,
      payments: [{ changeMinor: 2_000, status: 'SUCCEEDED' }],
    });
    expect(await statusOf('stalls-A-1')).toBe('SOLD');
    expect(await core.do('print.queue', {})).toHaveLength(3);
  });

  test('Enter twice finishes once', async () => {
    await sellByCard('stalls-A-1');
    const before = await core.store.read.rows('ledgerEntries', sql``);
    expect(await core.call('sale.finish', { saleId }, 'again')).toMatchObject({
      ok: false,
      error: { code: 'WRONG_STATE' },
    });
    const after = await core.store.read.rows('ledgerEntries', sql``);
    expect(after).toEqual(before);
  });
});

describe('an event that has played', () => {
  test('earns at once what is paid only then, and gives refunds back from there', async () => {
    core.now = EVENING + 2 * 3_600_000;
    await pick('stalls-A-1', 'stalls-A-2');
    await core.do('event.changeStatus', { eventId, to: 'COMPLETED' });
    await core.do('sale.beginPayment', { saleId });
    await core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: 10_000, reference: 'A17' });
    await core.do('sale.finish', { saleId });
    expect(await balanceOf('ADVANCE_SALES')).toBe(0);
    expect(await balanceOf('TICKET_REVENUE')).toBe(-10_000);
    await core.do('sale.cancel', { saleId, reason: 'Nobody came' });
    expect(await balanceOf('TICKET_REVENUE')).toBe(0);
  });
});

describe('after the sale', () => {
  test('refunding one ticket of three frees its seat and leaves the others valid', async () => {
    const sold = await sellByCard('stalls-A-1', 'stalls-A-2', 'stalls-A-3');
    const [first] = sold.bookings[0]!.tickets;
    await core.do('sale.refundTickets', { saleId, ticketIds: [first!.ticketId], reason: 'Ill' });
    const after = await sale();
    expect(after).toMatchObject({ status: 'CONFIRMED', totalMinor: 10_000, paidMinor: 10_000 });
    expect(after.bookings[0]!.tickets.map((ticket) => ticket.status)).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED']);
    expect(await statusOf('stalls-A-1')).toBe('AVAILABLE');
    expect(
      await core.refusal('sale.refundTickets', { saleId, ticketIds: [first!.ticketId], reason: 'Ill' }),
    ).toMatchObject({ code: 'ALREADY_REFUNDED' });
  });

  test('cancelling gives all the money back and every seat', async () => {
    await sellByCard('stalls-A-1', 'stalls-A-2');
    await core.do('sale.cancel', { saleId, reason: 'Wrong night' });
    expect(await sale()).toMatchObject({ status: 'CANCELLED', paidMinor: 0, totalMinor: 0 });
    expect(await statusOf('stalls-A-2')).toBe('AVAILABLE');
  });
});
