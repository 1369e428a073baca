import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { text } from '../../src-shared/schema/kit.ts';
import { createPricedEvent } from '../support/small-house.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let eventId: string;
let supplierId: string;

const BROKER = { name: 'Broker & Sons', kind: 'Broker', contact: '', terms: 'NET_30' as const, note: '' };

/** Stalls C–F for 40.00 and ten seats of the circle for 20.00, confirmed. */
async function confirmedOrder() {
  const { purchaseOrderId } = await core.do('purchaseOrder.create', {
    supplierId,
    eventId,
    reference: 'Q-17',
    lines: [
      { description: 'Stalls', quantity: 40, unitMinor: 4000 },
      { description: 'Circle', quantity: 10, unitMinor: 2000 },
    ],
  });
  await core.do('purchaseOrder.submit', { purchaseOrderId });
  await core.do('purchaseOrder.confirm', { purchaseOrderId });
  return core.do('purchaseOrder.get', { purchaseOrderId });
}

const readSeats = (sectionId: string, specification: string) =>
  core.do('purchaseOrder.readSeats', { eventId, sectionId, specification });

async function receive(lineId: string, sectionId: string, specification: string) {
  const { seatIds } = await readSeats(sectionId, specification);
  const proof = { specification, proofOfPurchase: 'Invoice 4711' };
  return core.do('purchaseOrder.receive', { lineId, seatIds: [...seatIds], ...proof });
}

describeOnBothStores('purchasing', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ eventId } = await createPricedEvent(core, { inventory: 'BROKERED' }));
    ({ supplierId } = await core.do('supplier.create', BROKER));
  });

  describe('a supplier', () => {
    test('has a name of its own', async () => {
      expect(await core.refusal('supplier.create', BROKER)).toMatchObject({ code: 'NAME_TAKEN' });
    });
  });

  describe('a purchase order', () => {
    test('is numbered by the year on the house’s calendar', async () => {
      core.now = Date.parse('2026-12-31T23:30:00Z');
      expect((await confirmedOrder()).number).toBe('PO-2027-0001');
      expect((await confirmedOrder()).number).toBe('PO-2027-0002');
      core.now = Date.parse('2026-12-31T22:30:00Z');
      expect((await confirmedOrder()).number).toBe('PO-2026-0001');
    });

    test('adds up, and its lines move with it', async () => {
      const order = await confirmedOrder();
      expect(order).toMatchObject({
        supplierName: 'Broker & Sons',
        eventTitle: 'Hamlet',
        status: 'CONFIRMED',
        currency: 'EUR',
        totalMinor: 180_000,
        lines: [
          { description: 'Stalls', quantity: 40, status: 'CONFIRMED', ownedSeats: 0, receipts: [] },
          { description: 'Circle', quantity: 10, status: 'CONFIRMED', ownedSeats: 0, receipts: [] },
        ],
      });
      expect(await core.do('purchaseOrder.list', {})).toEqual([order]);
    });

    test('marks the seats that came with it, and says whose they are', async () => {
      const first = await confirmedOrder();
      const second = await confirmedOrder();
      await receive(first.lines[1]!.lineId, 'circle', 'row AA seats 1-2');
      await receive(second.lines[0]!.lineId, 'stalls', 'row C seat 1');
      const { orders, ordinals, order } = await core.do('purchaseOrder.seats', { eventId });
      expect(orders).toEqual(
        [first, second].map(({ purchaseOrderId, number, supplierName }) => ({ purchaseOrderId, number, supplierName })),
      );
      const seatIds = await core.store.read.query(
        { seatId: text() },
        sql`select seat_id from event_seats where event_id = ${eventId} and ordinal in ${[...ordinals]} order by ordinal`,
      );
      expect(seatIds.map(({ seatId }, i) => [seatId, order[i]])).toEqual([
        ['stalls-C-1', 1],
        ['circle-AA-1', 0],
        ['circle-AA-2', 0],
      ]);
      expect(order).toBeInstanceOf(Uint16Array);
      expect(await core.refusal('purchaseOrder.seats', { eventId: core.newId() })).toMatchObject({ code: 'NOT_FOUND' });
    });

    test('follows the arrows only', async () => {
      const { purchaseOrderId } = await confirmedOrder();
      expect(await core.refusal('purchaseOrder.submit', { purchaseOrderId })).toMatchObject({
        code: 'WRONG_STATE',
        data: { from: 'CONFIRMED', to: 'PENDING' },
      });
      await core.do('purchaseOrder.cancel', { purchaseOrderId, reason: 'Too dear' });
      const order = await core.do('purchaseOrder.get', { purchaseOrderId });
      expect(order.status).toBe('CANCELLED');
      expect(order.lines.map((line) => [line.status, line.cancelledQuantity])).toEqual([
        ['CANCELLED', 40],
        ['CANCELLED', 10],
      ]);
    });

    test('for an event whose seats the house owns is refused', async () => {
      const house = await createPricedEvent(core);
      const lines = [{ description: 'Stalls', quantity: 1, unitMinor: 1 }];
      const order = { supplierId, eventId: house.eventId, reference: '', lines };
      expect(await core.refusal('purchaseOrder.create', order)).toMatchObject({ code: 'HOUSE_EVENT' });
    });
  });

  describe('the seats a paper names', () => {
    test('are found on the map of the event, with those that are ours already', async () => {
      const order = await confirmedOrder();
      await receive(order.lines[0]!.lineId, 'stalls', 'row D');
      const read = await readSeats('stalls', 'Stalls rows C-D');
      expect(read.seatIds).toHaveLength(20);
      expect(read.ordinals[0]).toBe(20);
      expect(read.alreadyOwned).toBe(10);
    });

    test('that are not there are all named', async () => {
      const paper = { eventId, sectionId: 'circle', specification: 'rows AA-CC; row BB seats 7-9; 4 good ones' };
      expect(await core.refusal('purchaseOrder.readSeats', paper)).toMatchObject({
        code: 'SEATS_NOT_READ',
        data: { notFound: ['row AA-CC', 'row BB seat 7-9', 'row 4 good ones'] },
      });
      const attic = { eventId, sectionId: 'attic', specification: 'all' };
      expect(await core.refusal('purchaseOrder.readSeats', attic)).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('receiving', () => {
    test('one line whole and one in two parts turns those seats ours and sellable, and the lines reconcile', async () => {
      const [stalls, circle] = (await confirmedOrder()).lines;
      const first = await receive(stalls!.lineId, 'stalls', 'rows C-F');
      expect(first).toMatchObject({
        status: 'PARTIALLY_RECEIVED',
        lines: [{ status: 'RECEIVED' }, { status: 'CONFIRMED' }],
      });
      const second = await receive(circle!.lineId, 'circle', 'row AA');
      expect(second.lines[1]).toMatchObject({ status: 'PARTIALLY_RECEIVED', receivedQuantity: 8, ownedSeats: 8 });
      core.now += 1000;
      const last = await receive(circle!.lineId, 'circle', 'row BB seats 1-2');
      expect(last).toMatchObject({
        status: 'COMPLETED',
        lines: [
          { receivedQuantity: 40, ownedSeats: 40, receipts: [{ seatSpecification: 'rows C-F', quantity: 40 }] },
          {
            receivedQuantity: 10,
            ownedSeats: 10,
            status: 'RECEIVED',
            receipts: [
              { seatSpecification: 'row AA', quantity: 8 },
              { seatSpecification: 'row BB seats 1-2', quantity: 2 },
            ],
          },
        ],
      });
      const { purchaseOrderId } = last;
      expect(await core.do('purchaseOrder.get', { purchaseOrderId })).toEqual(last);
      expect((await core.do('event.get', { eventId })).counts).toMatchObject({ available: 50, notForSale: 26 });
      const [seat] = await core.store.read.rows(
        'eventSeats',
        sql`where event_id = ${eventId} and seat_id = 'stalls-C-1'`,
      );
      expect(seat).toMatchObject({
        ownership: 'OWNED',
        supplierId,
        purchaseOrderLineId: stalls!.lineId,
        costMinor: 4000,
        proofOfPurchase: 'Invoice 4711',
      });
    });

    test('owes the supplier what the seats cost, against stock', async () => {
      const [stalls] = (await confirmedOrder()).lines;
      await receive(stalls!.lineId, 'stalls', 'rows C-D');
      expect(await core.do('supplier.list', {})).toMatchObject([{ name: 'Broker & Sons', owedMinor: 80_000 }]);
      const entries = await core.store.read.rows('ledgerEntries', sql`where event_id = ${eventId} order by account`);
      expect(entries.map(({ account, amountMinor }) => [account, amountMinor])).toEqual([
        ['STOCK', 80_000],
        ['SUPPLIER_PAYABLE', -80_000],
      ]);
    });

    test('is refused with everything wrong at once, and changes nothing', async () => {
      const order = await confirmedOrder();
      const [, circle] = order.lines;
      await receive(circle!.lineId, 'circle', 'row AA');
      const before = await core.do('purchaseOrder.get', order);
      const refused = await core.refusal('purchaseOrder.receive', {
        lineId: circle!.lineId,
        specification: '',
        seatIds: ['circle-AA-1', 'circle-BB-1', 'circle-BB-2', 'attic-1'],
        proofOfPurchase: 'Invoice 4712',
      });
      expect(refused).toMatchObject({
        code: 'TOO_MANY',
        data: { left: 2, count: 4, seats: [{ section: 'Circle', row: 'AA', label: '1' }], unknown: ['attic-1'] },
      });
      expect(refused.message).toContain('Circle AA 1');
      expect(await core.do('purchaseOrder.get', order)).toEqual(before);
    });

    test('of seats that are ours already names them', async () => {
      const [stalls] = (await confirmedOrder()).lines;
      await receive(stalls!.lineId, 'stalls', 'row C');
      const again = { lineId: stalls!.lineId, specification: 'row C', proofOfPurchase: 'Invoice 4711' };
      const { seatIds } = await readSeats('stalls', 'row C');
      expect(await core.refusal('purchaseOrder.receive', { ...again, seatIds: [...seatIds] })).toMatchObject({
        code: 'SEATS_OWNED_ALREADY',
        data: { seats: Array.from({ length: 10 }, () => ({ section: 'Stalls', row: 'C', ownership: 'OWNED' })) },
      });
    });

    test('the same seat named twice counts once', async () => {
      const [, circle] = (await confirmedOrder()).lines;
      const order = await core.do('purchaseOrder.receive', {
        lineId: circle!.lineId,
        specification: '',
        seatIds: ['circle-AA-1', 'circle-AA-1'],
        proofOfPurchase: 'Invoice 1',
      });
      expect(order.lines[1]).toMatchObject({ receivedQuantity: 1, ownedSeats: 1 });
    });

    test('waits for the supplier’s yes', async () => {
      const lines = [{ description: 'Stalls', quantity: 1, unitMinor: 1 }];
      const { purchaseOrderId } = await core.do('purchaseOrder.create', { supplierId, eventId, reference: '', lines });
      const order = await core.do('purchaseOrder.get', { purchaseOrderId });
      const seats = { specification: '', seatIds: ['stalls-A-1'], proofOfPurchase: 'None' };
      expect(await core.refusal('purchaseOrder.receive', { lineId: order.lines[0]!.lineId, ...seats })).toMatchObject({
        code: 'WRONG_STATE',
        data: { from: 'PENDING' },
      });
    });

    test('stops when the record of a line does not reconcile', async () => {
      const [stalls] = (await confirmedOrder()).lines;
      await receive(stalls!.lineId, 'stalls', 'row C');
      const [line] = await core.store.read.rows('purchaseOrderLines', sql`where id = ${stalls!.lineId}`);
      await core.store.write(async (transaction) => {
        await transaction.apply({
          inserts: [],
          bulk: [],
          changes: [
            {
              table: 'purchaseOrderLines',
              key: { id: line!.id },
              expect: { version: line!.version },
              was: { receivedQuantity: 10 },
              set: { receivedQuantity: 9, version: line!.version + 1 },
            },
          ],
        });
        return { commit: true, value: null };
      });
      const more = { lineId: line!.id, specification: '', seatIds: ['stalls-D-1'], proofOfPurchase: 'Invoice 2' };
      expect(await core.refusal('purchaseOrder.receive', more)).toMatchObject({
        code: 'DOES_NOT_RECONCILE',
        data: { owned: 10, received: 9 },
      });
    });

    test('leaves a step in the story of the seat', async () => {
      const [stalls] = (await confirmedOrder()).lines;
      await receive(stalls!.lineId, 'stalls', 'row C');
      const { steps } = await core.do('event.seatStory', { eventId, seatId: 'stalls-C-1' });
      expect(steps[0]).toMatchObject({ name: 'purchaseOrder.receive', from: 'NOT_OWNED', to: 'OWNED' });
    });
  });
});
