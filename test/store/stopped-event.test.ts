/** What an event that is cancelled, off sale or postponed still sells: product.md, EVT 13. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CallName, Input } from '../../src-shared/contract/calls.ts';
import type { EventStatus } from '../../src-shared/domain/inventory/states.ts';
import { createEventOnSale } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let eventId: string;
let mapVersionId: string;
const saleId = 'sale-1';
const ANN = { customerId: null, name: 'Ann', phone: null, email: null };
const HOUR_MS = 3_600_000;

describeOnBothStores('an event that is stopped', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ eventId, mapVersionId } = await createEventOnSale(core));
  });

  const sale = () => core.do('sale.get', { saleId });
  const pick = (...seatIds: string[]) => core.do('sale.reserveSeats', { saleId, eventId, seatIds });
  const stop = (to: EventStatus) => core.do('event.changeStatus', { eventId, to });
  const card = { saleId, kind: 'CARD_TERMINAL', amountMinor: 5000, reference: 'A17' } as const;

  async function seatStatus(seatId: string): Promise<string> {
    return (await core.do('event.seatStory', { eventId, seatId })).status;
  }

  async function keepUnpaid(): Promise<void> {
    await core.do('sale.setCustomer', { saleId, customer: ANN, delivery: 'WILL_CALL' });
    await core.do('sale.keepUnpaid', { saleId, collectBy: core.now + HOUR_MS });
  }

  async function expectCancelled<N extends CallName>(name: N, input: Input<N>): Promise<void> {
    const refused = await core.refusal(name, input);
    expect(refused, name).toMatchObject({ code: 'EVENT_CANCELLED', data: { eventId, title: 'Hamlet' } });
    expect(refused.message, name).toContain('Hamlet');
  }

  describe('for good, by being cancelled,', () => {
    test('sells no seat more, to a new basket or to one that is there', async () => {
      await pick('stalls-A-1');
      await stop('CANCELLED');
      await expectCancelled('sale.reserveSeats', { saleId, eventId, seatIds: ['stalls-A-2'] });
      await expectCancelled('sale.reserveSeats', { saleId: 'sale-2', eventId, seatIds: ['stalls-A-2'] });
      await expectCancelled('sale.reserveBest', { saleId: 'sale-2', eventId, quantity: 2 });
      await expectCancelled('sale.swapSeats', { saleId, eventId, give: ['stalls-A-1'], take: ['stalls-A-2'] });
      expect(await seatStatus('stalls-A-2')).toBe('AVAILABLE');
    });

    test('leaves a basket that can only be given up', async () => {
      await pick('stalls-A-1');
      await core.do('sale.setCustomer', { saleId, customer: ANN, delivery: 'WILL_CALL' });
      await stop('CANCELLED');
      const ticketIds = (await sale()).bookings[0]!.tickets.map((ticket) => ticket.ticketId);
      const { ticketTypeId } = (await core.do('event.get', { eventId })).types[0]!;
      await expectCancelled('sale.beginPayment', { saleId });
      await expectCancelled('sale.keepUnpaid', { saleId, collectBy: core.now + HOUR_MS });
      await expectCancelled('sale.setTicketType', { saleId, ticketIds, ticketTypeId });
      expect((await core.refusal('sale.beginPayment', { saleId })).message).toContain('Give up');
      await core.do('sale.abandon', { saleId });
      expect(await sale()).toMatchObject({ status: 'CANCELLED', totalMinor: 0 });
      expect(await seatStatus('stalls-A-1')).toBe('AVAILABLE');
    });

    test('takes no money more from who is paying, and gives back what was tendered', async () => {
      await pick('stalls-A-1', 'stalls-A-2');
      await core.do('sale.beginPayment', { saleId });
      await core.do('sale.tender', card);
      await stop('CANCELLED');
      await expectCancelled('sale.tender', card);
      await expectCancelled('sale.finish', { saleId });
      expect((await core.refusal('sale.finish', { saleId })).message).toContain('hand back');
      await core.do('sale.backToBasket', { saleId });
      expect(await sale()).toMatchObject({ status: 'RESERVED', payments: [], paidMinor: 0 });
      await core.do('sale.abandon', { saleId });
      expect(await core.store.read.rows('ledgerEntries', sql``)).toEqual([]);
      expect(await core.store.read.rows('receipts', sql``)).toEqual([]);
    });

    test('is not finished when all of the money was there before', async () => {
      await pick('stalls-A-1');
      await core.do('sale.beginPayment', { saleId });
      await core.do('sale.tender', card);
      await stop('CANCELLED');
      await expectCancelled('sale.finish', { saleId });
      expect(await seatStatus('stalls-A-1')).toBe('RESERVED');
    });

    test('gives nothing away either: a basket of comps is not finished', async () => {
      const { levels, types } = await core.do('event.get', { eventId });
      const kinds = [...types, { ticketTypeId: null, name: 'Comp', kind: 'COMP' as const }];
      await core.do('event.setPrices', {
        eventId,
        types: kinds.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
        grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [5000, 0] })),
      });
      await pick('stalls-A-1');
      const ticketIds = (await sale()).bookings[0]!.tickets.map((ticket) => ticket.ticketId);
      const comp = (await core.do('event.get', { eventId })).types.find((type) => type.kind === 'COMP')!;
      await core.do('sale.comp', { saleId, ticketIds, ticketTypeId: comp.ticketTypeId, reason: 'Press' });
      await stop('CANCELLED');
      await expectCancelled('sale.finish', { saleId });
    });

    test('lets nobody take up a booking that was kept unpaid, which is let go by anybody who sells', async () => {
      await pick('stalls-A-1');
      await keepUnpaid();
      await stop('CANCELLED');
      await expectCancelled('sale.resume', { saleId });
      await expectCancelled('sale.beginPayment', { saleId });
      const clerk = { id: 'other-clerk', name: 'Bea', role: 'CLERK' } as const;
      expect(await core.call('sale.abandon', { saleId }, 'let-go', clerk)).toMatchObject({ ok: true });
      expect(await seatStatus('stalls-A-1')).toBe('AVAILABLE');
    });

    test('leaves the other event of the sale: without the cancelled seats it is paid', async () => {
      const other = await createEventOnSale(core, { mapVersionId, title: 'Macbeth' });
      await pick('stalls-A-1');
      await core.do('sale.reserveSeats', { saleId, eventId: other.eventId, seatIds: ['stalls-A-1'] });
      await stop('CANCELLED');
      await expectCancelled('sale.beginPayment', { saleId });
      const cancelled = (await sale()).bookings.find((booking) => booking.eventId === eventId)!;
      await core.do('sale.releaseSeats', { saleId, ticketIds: cancelled.tickets.map((ticket) => ticket.ticketId) });
      await core.do('sale.beginPayment', { saleId });
      await core.do('sale.tender', card);
      await core.do('sale.finish', { saleId });
      expect(await sale()).toMatchObject({ status: 'CONFIRMED', paidMinor: 5000 });
    });
  });

  describe.each(['OFF_SALE', 'POSTPONED'] as const)('by being %s,', (status) => {
    test('sells no seat more, and a basket that holds seats is paid', async () => {
      await pick('stalls-A-1');
      await stop(status);
      const refused = await core.refusal('sale.reserveSeats', { saleId, eventId, seatIds: ['stalls-A-2'] });
      expect(refused).toMatchObject({ code: 'NOT_ON_SALE', data: { eventId, title: 'Hamlet', status } });
      await core.do('sale.beginPayment', { saleId });
      await core.do('sale.tender', card);
      await core.do('sale.finish', { saleId });
      expect(await sale()).toMatchObject({ status: 'CONFIRMED', paidMinor: 5000 });
    });

    test('lets a booking that was kept unpaid be taken up and paid', async () => {
      await pick('stalls-A-1');
      await keepUnpaid();
      await stop(status);
      await core.do('sale.resume', { saleId });
      await core.do('sale.beginPayment', { saleId });
      expect(await sale()).toMatchObject({ status: 'PAYING', dueMinor: 5000 });
    });
  });
});
