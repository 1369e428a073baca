/** An evening with one of everything that verification looks at: what a planted fault is planted in. */
import { sql } from 'drizzle-orm';
import type { DeviceSettings } from '../../src-shared/contract/paper.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import { signTicket } from '../../src-shared/domain/tickets/code.ts';
import { as, hire } from './people.ts';
import { createEventOnSale, pay, reserve, sell, ticketsOf } from './selling.ts';
import { createPricedEvent, publishSmallHouse } from './small-house.ts';
import type { TestCore } from './test-core.ts';
import { testSigner } from './ticket-keys.ts';

const PRINTERS: DeviceSettings = {
  ticketPrinter: { kind: 'SYSTEM', name: 'Tickets' },
  ticketLayout: 'A6',
  receiptPrinter: { kind: 'NETWORK', host: 'printer.local', port: 9100, reportsStatus: true },
  receiptColumns: 42,
  gate: 'North',
  mapGlides: false,
};

export interface Evening {
  readonly eventId: string;
  readonly brokeredEventId: string;
  readonly clerk: Person;
}

/** A code as the ticket's paper has it now. */
export async function codeOf(core: TestCore, ticketId: string): Promise<string> {
  const [ticket] = await core.store.read.rows('tickets', sql`where id = ${ticketId}`);
  const [event] = await core.store.read.rows('events', sql`where id = ${ticket!.eventId}`);
  const { serial, generation, ordinal } = ticket!;
  return signTicket(
    { eventNumber: event!.number, serial, generation, seatIndex: ordinal, product: 0, gate: 0 },
    testSigner,
  );
}

/** Sold for cash, by card and as a comp; refunded, admitted, taken back, held, blocked, reserved, received, counted. */
export async function playEvening(core: TestCore): Promise<Evening> {
  const clerk = await hire(core, 'Ada', 'CLERK');
  await core.do('settings.set', PRINTERS);
  const mapVersionId = await publishSmallHouse(core);
  const { eventId } = await createEventOnSale(core, { mapVersionId });
  await as(core, clerk, 'cash.open', { denominations: { '5000': 2 } });
  const row = (letter: string, ...labels: number[]) => labels.map((label) => `stalls-${letter}-${label}`);
  const sold = await sell(core, clerk, { eventId, seatIds: row('A', 1, 2, 3) }, 'CASH');
  const byCard = await sell(core, clerk, { eventId, seatIds: row('B', 1, 2) });
  const [first] = ticketsOf(sold);
  await core.do('sale.refundTickets', {
    saleId: byCard.saleId,
    ticketIds: [ticketsOf(byCard)[0]!.ticketId],
    reason: 'Ill',
  });
  await as(core, clerk, 'ticket.reprint', { ticketIds: [first!.ticketId], reason: 'Torn' });
  await sellComp(core, clerk, eventId);
  await reserve(core, clerk, { eventId, seatIds: row('D', 1, 2) });
  const hold = { name: 'Director', letter: 'D', color: '#aa3377', reason: 'Guests' };
  await core.do('hold.create', { eventId, seatIds: row('E', 1, 2), ...hold });
  await core.do('seat.block', { eventId, seatIds: row('F', 1), reason: 'Broken' });
  const door = { eventIds: [eventId], gate: 'North' };
  const scanned = await core.do('door.scan', { text: await codeOf(core, first!.ticketId), ...door });
  await core.do('door.correct', { scanId: scanned.scanId!, gate: 'North', reason: 'Wrong door' });
  core.now += 60_000;
  await core.do('door.scan', { text: await codeOf(core, first!.ticketId), ...door });
  await as(core, clerk, 'cash.beginCount', {});
  await as(core, clerk, 'cash.count', { denominations: { '5000': 5, '200': 1 } });
  await as(core, clerk, 'cash.close', {});
  await as(core, clerk, 'cash.open', { denominations: { '5000': 1 } });
  return { eventId, brokeredEventId: await buyStock(core, clerk, mapVersionId), clerk };
}

async function sellComp(core: TestCore, clerk: Person, eventId: string): Promise<void> {
  const { levels, types } = await core.do('event.get', { eventId });
  const kinds = [
    ...types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
    { ticketTypeId: null, name: 'Comp', kind: 'COMP' as const },
  ];
  await core.do('event.setPrices', {
    eventId,
    types: kinds,
    grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [5000, 0] })),
  });
  const saleId = await reserve(core, clerk, { eventId, seatIds: ['stalls-C-1'] });
  const comp = (await core.do('event.get', { eventId })).types.find(({ kind }) => kind === 'COMP')!;
  const [ticket] = ticketsOf(await as(core, clerk, 'sale.get', { saleId }));
  const free = { ticketIds: [ticket!.ticketId], ticketTypeId: comp.ticketTypeId, reason: 'Press' };
  await core.call('sale.comp', { saleId, ...free }, core.newId(), { ...clerk, role: 'MANAGER' });
  await pay(core, clerk, saleId);
}

async function buyStock(core: TestCore, clerk: Person, mapVersionId: string): Promise<string> {
  const { eventId } = await createPricedEvent(core, { inventory: 'BROKERED', mapVersionId, title: 'Macbeth' });
  const supplier = { name: 'Broker', kind: 'Broker', contact: '', terms: 'NET_30' as const, note: '' };
  const { supplierId } = await core.do('supplier.create', supplier);
  const lines = [{ description: 'Stalls', quantity: 20, unitMinor: 4000 }];
  const { purchaseOrderId } = await core.do('purchaseOrder.create', { supplierId, eventId, reference: 'Q', lines });
  await core.do('purchaseOrder.submit', { purchaseOrderId });
  await core.do('purchaseOrder.confirm', { purchaseOrderId });
  const [line] = (await core.do('purchaseOrder.get', { purchaseOrderId })).lines;
  const specification = 'row C';
  const { seatIds } = await core.do('purchaseOrder.readSeats', { eventId, sectionId: 'stalls', specification });
  const receipt = { specification, seatIds: [...seatIds], proofOfPurchase: 'Invoice 1' };
  await core.do('purchaseOrder.receive', { lineId: line!.lineId, ...receipt });
  await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
  await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
  await sell(core, clerk, { eventId, seatIds: ['stalls-C-1', 'stalls-C-2'] });
  return eventId;
}
