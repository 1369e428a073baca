/** One evening with everything in it that rows can come from: what verification looks at. */
import type { Person } from '../../src-shared/contract/session.ts';
import type { Input } from '../../src-shared/contract/calls.ts';
import { as, hire } from './people.ts';
import { pay, reserve, sell, ticketsOf } from './selling.ts';
import { smallHouse, tonight } from './small-house.ts';
import { EVENING, type TestCore } from './test-core.ts';

const HOUR_MS = 3_600_000;
const SYSTEM = { userId: 'system', allowedBy: null };

const stalls = (row: string, ...labels: number[]) => labels.map((label) => `stalls-${row}-${label}`);

/** A command that the program runs by itself. @throws when it is refused */
async function runBySystem<T>(core: TestCore, name: string, input: unknown): Promise<T> {
  const result = await core.executor.run(name, input, SYSTEM, core.newId());
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as T;
}

async function publishMap(core: TestCore): Promise<string> {
  const { venueId } = await core.do('venue.create', { name: 'Royal', address: 'Here', timeZone: 'Europe/Berlin' });
  const stored = { venueId, name: 'House', document: smallHouse() };
  const { mapVersionId } = await runBySystem<{ mapVersionId: string }>(core, 'map.store', stored);
  const { version } = await core.do('map.get', { mapVersionId });
  await core.do('map.publish', { mapVersionId, version });
  return mapVersionId;
}

async function putOnSale(core: TestCore, change: Partial<Input<'event.create'>> & { mapVersionId: string }) {
  const { eventId } = await core.do('event.create', { ...tonight(change.mapVersionId), ...change });
  await core.do('event.generateSeats', { eventId });
  const { levels, types } = await core.do('event.get', { eventId });
  await core.do('event.setPrices', {
    eventId,
    types: [
      ...types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
      { ticketTypeId: null, name: 'Guest', kind: 'COMP' as const },
    ],
    grid: levels.map(({ priceLevelId }, index) => ({ priceLevelId, amounts: [index === 0 ? 5000 : 3001, null] })),
  });
  await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
  await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
  return eventId;
}

/** An order with a line received whole and one in part. */
async function buyStock(core: TestCore, eventId: string): Promise<void> {
  const broker = { name: 'Broker & Sons', kind: 'Broker', contact: '', terms: 'NET_30' as const, note: '' };
  const { supplierId } = await core.do('supplier.create', broker);
  const lines = [
    { description: 'Row A', quantity: 10, unitMinor: 2500 },
    { description: 'Rows B and C', quantity: 20, unitMinor: 2000 },
  ];
  const { purchaseOrderId } = await core.do('purchaseOrder.create', { supplierId, eventId, reference: 'Q-1', lines });
  await core.do('purchaseOrder.submit', { purchaseOrderId });
  await core.do('purchaseOrder.confirm', { purchaseOrderId });
  const order = await core.do('purchaseOrder.get', { purchaseOrderId });
  const whole = {
    specification: 'A',
    proofOfPurchase: 'Invoice 1',
    seatIds: stalls('A', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
  };
  const part = { specification: 'B 1-4', proofOfPurchase: 'Invoice 2', seatIds: stalls('B', 1, 2, 3, 4) };
  await core.do('purchaseOrder.receive', { lineId: order.lines[0]!.lineId, ...whole });
  await core.do('purchaseOrder.receive', { lineId: order.lines[1]!.lineId, ...part });
}

interface People {
  readonly ada: Person;
  readonly mo: Person;
  readonly dora: Person;
}

/** Sold for cash and by card, given back in part and whole, for nothing, to a name, and never. */
async function sellAll(core: TestCore, { ada, mo }: People, house: string, stock: string): Promise<string> {
  const first = await sell(core, ada, { eventId: house, seatIds: stalls('A', 1, 2, 3) }, 'CASH');
  const [given] = ticketsOf(first);
  await as(core, mo, 'cash.current', {});
  await as(core, ada, 'ticket.reprint', { ticketIds: [given!.ticketId], reason: 'torn' });
  const card = await sell(core, ada, { eventId: stock, seatIds: stalls('A', 1, 2) });
  await as(core, mo, 'sale.refundTickets', {
    saleId: card.saleId,
    ticketIds: [ticketsOf(card)[0]!.ticketId],
    reason: 'ill',
  });
  const cancelled = await sell(core, ada, { eventId: house, seatIds: ['circle-AA-1'] }, 'CASH');
  await core.executor.run(
    'sale.cancel',
    { saleId: cancelled.saleId, reason: 'mistake' },
    { userId: ada.id, allowedBy: mo.id },
    core.newId(),
  );
  const guest = await reserve(core, ada, { eventId: house, seatIds: stalls('F', 1) });
  const { types } = await core.do('event.get', { eventId: house });
  await as(core, mo, 'sale.resume', { saleId: guest });
  await as(core, mo, 'sale.comp', {
    saleId: guest,
    ticketIds: ticketsOf(await core.do('sale.get', { saleId: guest })).map(({ ticketId }) => ticketId),
    ticketTypeId: types.find(({ kind }) => kind === 'COMP')!.ticketTypeId,
    reason: 'press',
  });
  await pay(core, mo, guest);
  const named = await reserve(core, ada, { eventId: house, seatIds: stalls('D', 1, 2) });
  const customer = { customerId: null, name: 'Jörg Müller', phone: '030 1234567', email: null };
  await as(core, ada, 'sale.setCustomer', { saleId: named, customer, delivery: 'WILL_CALL' });
  await as(core, ada, 'sale.keepUnpaid', { saleId: named, collectBy: EVENING + 2 * HOUR_MS });
  const abandoned = await reserve(core, ada, { eventId: house, seatIds: stalls('E', 1) });
  await as(core, ada, 'sale.abandon', { saleId: abandoned });
  const expired = await reserve(core, ada, { eventId: house, seatIds: stalls('E', 1, 2) });
  core.now += 11 * 60_000;
  await runBySystem(core, 'sale.expire', { saleId: expired });
  await reserve(core, ada, { eventId: house, seatIds: stalls('E', 1) });
  const paying = await reserve(core, ada, { eventId: house, seatIds: stalls('E', 5) });
  await as(core, ada, 'sale.beginPayment', { saleId: paying });
  await as(core, ada, 'sale.tender', { saleId: paying, kind: 'CARD_TERMINAL', amountMinor: 1000, reference: 'T-9' });
  return given!.shortSerial;
}

async function printSome(core: TestCore): Promise<void> {
  const [first, second] = await core.do('print.queue', {});
  for (const state of ['SENT', 'PRINTED'])
    await runBySystem(core, 'print.mark', { printItemId: first!.printItemId, state, problem: null });
  await runBySystem(core, 'print.mark', { printItemId: second!.printItemId, state: 'SENT', problem: null });
  await runBySystem(core, 'print.mark', { printItemId: second!.printItemId, state: 'FAILED', problem: 'jam' });
  await core.do('print.again', { printItemIds: [second!.printItemId] });
}

/** From the empty house to a closed drawer, with a basket and a payment still open. */
export async function liveAWholeEvening(core: TestCore): Promise<void> {
  const people: People = {
    ada: await hire(core, 'Ada', 'CLERK'),
    mo: await hire(core, 'Mo', 'MANAGER'),
    dora: await hire(core, 'Dora', 'DOOR'),
  };
  const { ada, mo, dora } = people;
  await core.do('settings.set', {
    ticketPrinter: { kind: 'SYSTEM', name: 'Tickets' },
    ticketLayout: 'A6',
    receiptPrinter: { kind: 'NETWORK', host: 'printer.local', port: 9100 },
    receiptColumns: 42,
    gate: 'North',
  });
  const mapVersionId = await publishMap(core);
  const house = await putOnSale(core, { mapVersionId });
  const stock = await putOnSale(core, { mapVersionId, title: 'Godot', inventory: 'BROKERED' });
  await buyStock(core, stock);
  const hold = { eventId: house, name: 'House', letter: 'H', color: '#7c4dbd', reason: 'late guests' };
  await core.do('hold.create', { ...hold, seatIds: stalls('B', 1, 2) });
  await core.do('seat.block', { eventId: house, seatIds: stalls('C', 10), reason: 'broken' });
  await as(core, ada, 'cash.open', { denominations: { '1000': 10 } });
  const serial = await sellAll(core, people, house, stock);
  await printSome(core);
  const door = { eventIds: [house], gate: 'North' };
  const admitted = await as(core, dora, 'door.scan', { text: serial, ...door });
  await as(core, dora, 'door.correct', { scanId: admitted.scanId!, gate: 'North', reason: 'wrong person' });
  await as(core, dora, 'door.scan', { text: serial, ...door });
  await as(core, dora, 'door.scan', { text: 'no ticket', ...door });
  await as(core, ada, 'cash.move', { kind: 'PAID_OUT', amountMinor: 500, reason: 'flowers' });
  await as(core, ada, 'cash.move', { kind: 'NO_SALE', amountMinor: 0, reason: 'changed a note' });
  await as(core, ada, 'cash.beginCount', {});
  await as(core, ada, 'cash.count', { denominations: { '1': 24_300 } });
  await as(core, ada, 'cash.close', {});
  await as(core, mo, 'cash.open', { denominations: { '1000': 5 } });
  await as(core, mo, 'cash.move', { kind: 'DROP', amountMinor: 2000, reason: 'to the safe' });
}
