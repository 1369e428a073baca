/** On real Postgres, where commands truly run at once: no seat is sold twice and the books add up. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { CallName, Input } from '../../src-shared/contract/calls.ts';
import { int, text } from '../../src-shared/schema/kit.ts';
import { createEventOnSale } from '../support/selling.ts';
import { smallHouse } from '../support/small-house.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const AT_ONCE = 32;

async function atOnce<N extends CallName>(
  core: TestCore,
  name: N,
  inputOf: (i: number) => Input<N>,
): Promise<string[]> {
  const calls = Array.from({ length: AT_ONCE }, (_, i) => core.call(name, inputOf(i), core.newId()));
  return (await Promise.all(calls)).map((result) => (result.ok ? 'OK' : result.error.code));
}

const count = (answers: readonly string[], answer: string): number => answers.filter((one) => one === answer).length;

async function sellSeats(core: TestCore, eventId: string, saleId: string, seatIds: string[]): Promise<void> {
  await core.do('sale.reserveSeats', { saleId, eventId, seatIds });
  await core.do('sale.beginPayment', { saleId });
  const { dueMinor } = await core.do('sale.get', { saleId });
  await core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: dueMinor, reference: 'A17' });
}

/** What must be true whatever happened. */
async function expectOrder(core: TestCore): Promise<void> {
  const { agencyId, read } = core.store;
  const twice = await read.query(
    { seatId: text(), count: int() },
    sql`select seat_id, count(*) from tickets where agency_id = ${agencyId} and status in ('RESERVED', 'CONFIRMED', 'USED')
        group by event_id, seat_id having count(*) > 1`,
  );
  expect(twice).toEqual([]);
  const apart = await read.query(
    { seatId: text() },
    sql`select s.seat_id from event_seats s left join tickets t on t.agency_id = s.agency_id and t.event_id = s.event_id
          and t.seat_id = s.seat_id and t.status in ('RESERVED', 'CONFIRMED', 'USED')
        where s.agency_id = ${agencyId} and (coalesce(s.ticket_id, '') <> coalesce(t.id, '')
          or (s.status in ('RESERVED', 'SOLD')) <> (t.id is not null))`,
  );
  expect(apart).toEqual([]);
  const unbalanced = await read.query(
    { transactionId: text() },
    sql`select transaction_id from ledger_entries where agency_id = ${agencyId}
        group by transaction_id, currency having sum(amount_minor) <> 0`,
  );
  expect(unbalanced).toEqual([]);
  const receipts = await read.rows('receipts', sql`where agency_id = ${agencyId} order by number`);
  const numbers = receipts.map((receipt) => Number(/\d+$/.exec(receipt.number)![0])).toSorted((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
}

async function ledgerOf(core: TestCore, account: string): Promise<number> {
  const [found] = await core.store.read.query(
    { sum: int() },
    sql`select coalesce(sum(amount_minor), 0) from ledger_entries where agency_id = ${core.store.agencyId} and account = ${account}`,
  );
  return found!.sum;
}

describeOnBothStores('sales at once', (open) => {
  test('of one seat: one gets it, the others are told that it is taken', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    const answers = await atOnce(core, 'sale.reserveSeats', (i) => ({
      saleId: `s${i}`,
      eventId,
      seatIds: ['stalls-A-1'],
    }));
    expect([count(answers, 'OK'), count(answers, 'SEAT_TAKEN')]).toEqual([1, AT_ONCE - 1]);
    await expectOrder(core);
  });

  test('of overlapping pairs: every pick is whole or refused', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    const seats = smallHouse().seats.map((seat) => seat.id);
    const answers = await atOnce(core, 'sale.reserveSeats', (i) => ({
      saleId: `s${i}`,
      eventId,
      seatIds: [seats[(i * 7) % 12]!, seats[(i * 5 + 3) % 12]!, seats[(i * 11 + 1) % 12]!].toSorted().reverse(),
    }));
    expect(answers.every((answer) => answer === 'OK' || answer === 'SEAT_TAKEN')).toBe(true);
    expect(count(answers, 'OK')).toBeGreaterThan(0);
    await expectOrder(core);
  });

  test('of the best seats: whoever is answered has theirs alone', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    const answers = await atOnce(core, 'sale.reserveBest', (i) => ({ saleId: `s${i}`, eventId, quantity: 2 }));
    expect(count(answers, 'OK')).toBeGreaterThan(0);
    expect(answers.filter((answer) => answer === 'CONFLICT' || answer === 'STORE_BUSY')).toEqual([]);
    await expectOrder(core);
  });

  test('in one basket: its first picks all land in it', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    const seats = smallHouse().seats.map((seat) => seat.id);
    const picks = Array.from({ length: 8 }, (_, i) =>
      core.call('sale.reserveSeats', { saleId: 'basket', eventId, seatIds: [seats[i]!] }, core.newId()),
    );
    expect((await Promise.all(picks)).every((result) => result.ok)).toBe(true);
    const { totalMinor, bookings } = await core.do('sale.get', { saleId: 'basket' });
    expect([totalMinor, bookings[0]!.tickets.length]).toEqual([8 * 5000, 8]);
    await expectOrder(core);
  });

  test('finished many times over are sold once', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    await sellSeats(core, eventId, 'sale', ['stalls-A-1', 'stalls-A-2']);
    const answers = await atOnce(core, 'sale.finish', () => ({ saleId: 'sale' }));
    expect([count(answers, 'OK'), count(answers, 'WRONG_STATE')]).toEqual([1, AT_ONCE - 1]);
    expect(await ledgerOf(core, 'CARD_CLEARING')).toBe(10_000);
    await expectOrder(core);
  });

  test('refunded and cancelled many times over give the money back once', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    await sellSeats(core, eventId, 'sale', ['stalls-A-1', 'stalls-A-2', 'stalls-A-3']);
    await core.do('sale.finish', { saleId: 'sale' });
    const [first] = (await core.do('sale.get', { saleId: 'sale' })).bookings[0]!.tickets;
    const refund = { saleId: 'sale', ticketIds: [first!.ticketId], reason: 'Ill' };
    const [refunds, cancels] = await Promise.all([
      atOnce(core, 'sale.refundTickets', () => refund),
      atOnce(core, 'sale.cancel', () => ({ saleId: 'sale', reason: 'Wrong night' })),
    ]);
    expect(count(refunds, 'OK')).toBeLessThanOrEqual(1);
    expect(count(cancels, 'OK')).toBe(1);
    expect(await ledgerOf(core, 'CARD_CLEARING')).toBe(0);
    expect(await ledgerOf(core, 'ADVANCE_SALES')).toBe(0);
    await expectOrder(core);
  });

  test('of different seats all go through, with gapless receipts', async () => {
    const core = await createTestCore(await open());
    const { eventId } = await createEventOnSale(core);
    const seats = smallHouse().seats.map((seat) => seat.id);
    for (let i = 0; i < AT_ONCE; i++) await sellSeats(core, eventId, `s${i}`, [seats[i]!]);
    const answers = await atOnce(core, 'sale.finish', (i) => ({ saleId: `s${i}` }));
    expect(count(answers, 'OK')).toBe(AT_ONCE);
    expect(await ledgerOf(core, 'CARD_CLEARING')).toBe(-(await ledgerOf(core, 'ADVANCE_SALES')));
    await expectOrder(core);
  });
});
