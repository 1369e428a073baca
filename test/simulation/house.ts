/** The house that histories play in: eighteen seats and two events, so that everybody wants the same ones. */
import type { SeatMapDocument } from '../../src-shared/domain/seat-map/document.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import { hire } from '../support/people.ts';
import { createPricedEvent, putMap, smallHouse } from '../support/small-house.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

export interface SimulatedEvent {
  readonly eventId: string;
  readonly seatIds: readonly string[];
  /** Of those, what can be sold from the start. */
  readonly ours: readonly string[];
  readonly standard: string;
  readonly concession: string;
  readonly comp: string;
}

export interface SimulatedHouse {
  readonly events: readonly SimulatedEvent[];
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly clerks: readonly Person[];
  readonly manager: Person;
  readonly door: Person;
  /** Of a confirmed order, with some of its seats received. */
  readonly orderLineId: string;
}

const ROWS = ['stalls-A', 'stalls-B', 'circle-AA'];
const SEATS_IN_A_ROW = 6;

function pocketHouse(): SeatMapDocument {
  const whole = smallHouse();
  const rows = whole.rows.filter((row) => ROWS.includes(row.id));
  const seats = whole.seats.filter((seat) => ROWS.includes(seat.rowId) && Number(seat.label) <= SEATS_IN_A_ROW);
  return { ...whole, rows, seats };
}

/** Prices no coin can pay alone, so that cash is rounded where the house rounds. */
const GRID = [
  [4999, 2502, 0],
  [3000, null, 0],
];

async function priceEvent(core: TestCore, eventId: string): Promise<void> {
  const { levels, types } = await core.do('event.get', { eventId });
  const standard = types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind }));
  await core.do('event.setPrices', {
    eventId,
    types: [
      ...standard,
      { ticketTypeId: null, name: 'Concession', kind: 'STANDARD' },
      { ticketTypeId: null, name: 'Comp', kind: 'COMP' },
    ],
    grid: levels.map(({ priceLevelId }, index) => ({ priceLevelId, amounts: GRID[index]! })),
  });
}

async function openSales(core: TestCore, eventId: string): Promise<void> {
  for (const to of ['PUBLISHED', 'ON_SALE'] as const) await core.do('event.changeStatus', { eventId, to });
}

async function orderStock(core: TestCore, eventId: string): Promise<string> {
  const supplier = { name: 'Broker', kind: 'Broker', contact: '', terms: 'NET_30' as const, note: '' };
  const { supplierId } = await core.do('supplier.create', supplier);
  const lines = [{ description: 'Stalls', quantity: 12, unitMinor: 2500 }];
  const { purchaseOrderId } = await core.do('purchaseOrder.create', { supplierId, eventId, reference: 'Q', lines });
  await core.do('purchaseOrder.submit', { purchaseOrderId });
  await core.do('purchaseOrder.confirm', { purchaseOrderId });
  const [line] = (await core.do('purchaseOrder.get', { purchaseOrderId })).lines;
  const seatIds = Array.from({ length: SEATS_IN_A_ROW }, (_, index) => `stalls-A-${index + 1}`);
  const receipt = { specification: 'row A', proofOfPurchase: 'Invoice 1' };
  await core.do('purchaseOrder.receive', { lineId: line!.lineId, seatIds, ...receipt });
  return line!.lineId;
}

/** Makes the house in a store of its own. @returns the store, which every history starts from */
export async function buildHouse(): Promise<{ core: TestCore; house: SimulatedHouse }> {
  const core = await createTestCore();
  const mapVersionId = await putMap(core, pocketHouse());
  const clerks = [await hire(core, 'Ada', 'CLERK'), await hire(core, 'Bea', 'CLERK')];
  const manager = await hire(core, 'Mo', 'MANAGER');
  const door = await hire(core, 'Dora', 'DOOR');
  const made = [
    await createPricedEvent(core, { mapVersionId, seatsPerBooking: 6, noSingleRule: 'LENIENT' }),
    await createPricedEvent(core, { mapVersionId, title: 'Macbeth', inventory: 'BROKERED', noSingleRule: 'STRICT' }),
  ];
  const events: SimulatedEvent[] = [];
  const levels: Record<string, string[]> = {};
  for (const { eventId } of made) {
    await priceEvent(core, eventId);
    await openSales(core, eventId);
    const { types, levels: found } = await core.do('event.get', { eventId });
    const [standard, concession, comp] = types.map(({ ticketTypeId }) => ticketTypeId);
    const seatIds = pocketHouse().seats.map(({ id }) => id);
    const ours = events.length === 0 ? seatIds : seatIds.filter((id) => id.startsWith('stalls-A'));
    events.push({ eventId, seatIds, ours, standard: standard!, concession: concession!, comp: comp! });
    levels[eventId] = found.map(({ priceLevelId }) => priceLevelId);
  }
  const orderLineId = await orderStock(core, made[1]!.eventId);
  return { core, house: { events, levels, clerks, manager, door, orderLineId } };
}
