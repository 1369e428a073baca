/** The no-single rule at the counter: product.md, FIND 3. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src-shared/contract/session.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let eventId: string;
let clerk: Person;
const saleId = 'sale-1';

/** Row A of the stalls: ten seats, all free. */
const a = (...numbers: number[]): string[] => numbers.map((number) => `stalls-A-${number}`);

describeOnBothStores('the no-single rule', (open) => {
  const begin = async (noSingleRule: 'STRICT' | 'LENIENT' | 'OFF'): Promise<void> => {
    core = await createTestCore(await open());
    ({ eventId } = await createEventOnSale(core, { noSingleRule }));
    clerk = await hire(core, 'Bea', 'CLERK');
  };
  const pick = (...numbers: number[]) =>
    as(core, clerk, 'sale.reserveSeats', { saleId, eventId, seatIds: a(...numbers) });
  const refusedPick = (...numbers: number[]) =>
    core.refusal('sale.reserveSeats', { saleId, eventId, seatIds: a(...numbers) }, clerk);
  const statusOf = async (seatId: string) => (await core.do('event.seatStory', { eventId, seatId })).status;
  const ticketIds = async (...numbers: number[]): Promise<string[]> => {
    const { bookings } = await core.do('sale.get', { saleId });
    return bookings
      .flatMap(({ tickets }) => tickets)
      .flatMap((each) => (numbers.includes(Number(each.label)) ? each.ticketId : []));
  };

  describe('strict', () => {
    beforeEach(() => begin('STRICT'));

    test('refuses a pick that leaves a seat alone, names it and offers seats that do not', async () => {
      const refused = await refusedPick(2, 3);
      expect(refused).toMatchObject({
        code: 'LEAVES_SINGLE',
        data: {
          alone: { seatIds: a(1), words: 'Stalls A 1' },
          instead: { seatIds: a(1, 2), words: 'Stalls A 1–2' },
        },
      });
      expect(refused.message).toContain('Stalls A 1');
      expect(await statusOf('stalls-A-2')).toBe('AVAILABLE');
      await pick(1, 2);
    });

    test('counts the seats of the basket as taken', async () => {
      expect(await pick(1, 2)).toEqual({ saleId, leavesSingle: null });
      expect(await refusedPick(4)).toMatchObject({ data: { alone: { seatIds: a(3) } } });
      await pick(3);
    });

    test('never judges what the finder itself reserved or offered', async () => {
      // Only runs of three are left: every pair leaves somebody alone.
      const blocked = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((row) =>
        [4, 8, 9, 10].map((number) => `stalls-${row}-${number}`),
      );
      const circle = ['AA', 'BB'].flatMap((row) => Array.from({ length: 8 }, (_, n) => `circle-${row}-${n + 1}`));
      await core.do('seat.block', { eventId, seatIds: [...blocked, ...circle], reason: 'Rigging' });
      const { taken, others } = await as(core, clerk, 'sale.reserveBest', { saleId, eventId, quantity: 2 });
      expect(taken.figures.singlesLeft).toBe(1);
      const swap = { saleId, eventId, give: [...taken.seatIds], take: [...others[0]!.seatIds] };
      expect(await as(core, clerk, 'sale.swapSeats', swap)).toEqual({ saleId, leavesSingle: null });
      const back = { saleId, eventId, give: swap.take, take: swap.give };
      expect(await as(core, clerk, 'sale.swapSeats', back)).toEqual({ saleId, leavesSingle: null });
      // By hand it is said, but not refused: these seats have no neighbours that could be left better.
      const byHand = { saleId: 'sale-2', eventId, seatIds: [...others[0]!.seatIds] };
      const { leavesSingle } = await as(core, clerk, 'sale.reserveSeats', byHand);
      expect(leavesSingle).toMatchObject({ alone: { seatIds: [expect.any(String)] }, instead: null });
    });

    test('sees the seat that is given up by a change or let go', async () => {
      await pick(1, 2, 3);
      const swap = { saleId, eventId, give: a(1), take: a(4) };
      expect(await core.refusal('sale.swapSeats', swap, clerk)).toMatchObject({ data: { alone: { seatIds: a(1) } } });
      const first = { saleId, ticketIds: await ticketIds(1) };
      expect(await core.refusal('sale.releaseSeats', first, clerk)).toMatchObject({
        code: 'LEAVES_SINGLE',
        data: { alone: { seatIds: a(1), words: 'Stalls A 1' } },
      });
      await as(core, clerk, 'sale.releaseSeats', { saleId, ticketIds: await ticketIds(3) });
      await as(core, clerk, 'sale.releaseSeats', { saleId, ticketIds: await ticketIds(1, 2) });
      expect(await statusOf('stalls-A-1')).toBe('AVAILABLE');
    });

    test('leaves no place for anybody where a seat goes back to its hold', async () => {
      await core.do('hold.create', { eventId, seatIds: a(1), name: 'D', letter: 'D', color: '#aa3377', reason: '-' });
      expect(await pick(2, 3)).toEqual({ saleId, leavesSingle: null });
    });

    test('is passed with a reason by somebody with the right, for this booking, on record', async () => {
      const pass = { saleId, eventId, reason: 'Pushchair beside them' };
      expect(await core.refusal('sale.passNoSingle', pass, clerk)).toMatchObject({ code: 'NOT_PERMITTED' });
      await pick(6, 7);
      await as(core, { ...clerk, role: 'MANAGER' }, 'sale.passNoSingle', pass);
      expect(await pick(2)).toEqual({ saleId, leavesSingle: null });
      const [booking] = await core.store.read.rows('bookings', sql`where sale_id = ${saleId}`);
      expect(booking!.singlePassReason).toBe(pass.reason);
      const [record] = await core.store.read.rows('auditRecords', sql`where name = 'sale.passNoSingle'`);
      expect(record).toMatchObject({ subject: saleId, detail: expect.stringContaining(pass.reason) });
      const other = { saleId: 'sale-2', eventId, seatIds: a(9) };
      expect(await core.refusal('sale.reserveSeats', other, clerk)).toMatchObject({ code: 'LEAVES_SINGLE' });
    });
  });

  test('lenient takes the seats and says who is left alone', async () => {
    await begin('LENIENT');
    expect(await pick(2)).toEqual({
      saleId,
      leavesSingle: {
        alone: { seatIds: a(1), words: 'Stalls A 1' },
        instead: { seatIds: a(1), words: 'Stalls A 1' },
      },
    });
    expect(await statusOf('stalls-A-2')).toBe('RESERVED');
    const swap = { saleId, eventId, give: a(2), take: a(1) };
    expect(await as(core, clerk, 'sale.swapSeats', swap)).toEqual({ saleId, leavesSingle: null });
    await pick(2, 3);
    const { leavesSingle } = await as(core, clerk, 'sale.releaseSeats', { saleId, ticketIds: await ticketIds(1) });
    expect(leavesSingle).toMatchObject({ alone: { seatIds: a(1) } });
  });

  test('that is off asks nobody', async () => {
    await begin('OFF');
    expect(await pick(2)).toEqual({ saleId, leavesSingle: null });
  });
});
