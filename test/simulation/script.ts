/** What people do, as scripts: each yields a call, gets its answer, and goes on as a person would. */
import type { CallName, Input } from '../../src-shared/contract/calls.ts';
import type { ScanAnswer } from '../../src-shared/contract/door.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import type { SaleView, TicketView } from '../../src-shared/contract/sale.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { Draw } from './draw.ts';
import type { SimulatedEvent, SimulatedHouse } from './house.ts';

export interface Call {
  readonly person: Person;
  readonly name: CallName;
  readonly input: unknown;
}

export type Script = Generator<Call | 'WAIT', void, Result<unknown>>;

/** What everybody at the counter can know: sales by number, seats by name, scans on the screen. */
export interface Memory {
  readonly saleIds: string[];
  /** Those that were finished. */
  readonly soldIds: string[];
  readonly ticketIds: string[];
  readonly holdIds: string[];
  readonly scanIds: string[];
}

export interface Stage {
  readonly draw: Draw;
  readonly house: SimulatedHouse;
  readonly memory: Memory;
  readonly now: () => number;
  readonly newId: () => string;
  /** The code on a ticket's paper, as it would be printed now. */
  readonly codeOf: (ticketId: string) => Promise<string>;
}

const call = <N extends CallName>(person: Person, name: N, input: Input<N>): Call => ({ person, name, input });

function* get(clerk: Person, saleId: string): Generator<Call, SaleView | null, Result<unknown>> {
  const answer = yield call(clerk, 'sale.get', { saleId });
  return answer.ok ? (answer.value as SaleView) : null;
}

const ANN = { customerId: null, name: 'Ann Ölander', phone: '030 123456', email: null };

const ticketsOf = (sale: SaleView): readonly TicketView[] =>
  sale.bookings.flatMap(({ tickets }) => tickets).filter(({ status }) => status !== 'CANCELLED');

/** One customer: from the first pick to the money, or to the door. */
export function* serve(stage: Stage, clerk: Person): Script {
  const { draw, house, memory } = stage;
  const saleId = stage.newId();
  memory.saleIds.push(saleId);
  const events = draw.some(house.events, draw.chance(0.25) ? 2 : 1);
  for (const event of events) yield* pick(stage, clerk, saleId, event);
  if ((yield* get(clerk, saleId)) === null) yield* pick(stage, clerk, saleId, draw.pick(house.events));
  if (draw.chance(0.4)) yield* changeBasket(stage, clerk, saleId, draw.pick(events));
  if (draw.chance(0.1)) yield call(clerk, 'sale.abandon', { saleId });
  if (draw.chance(0.08)) yield 'WAIT';
  if (draw.chance(0.2)) yield* keep(stage, clerk, saleId);
  const isForLater = draw.chance(0.1);
  if (isForLater) yield call(clerk, 'sale.setCustomer', { saleId, customer: ANN, delivery: 'WILL_CALL' });
  yield call(clerk, 'sale.beginPayment', { saleId });
  if (draw.chance(0.02)) yield* freeWhilePaying(stage, saleId);
  yield* tender(stage, clerk, saleId);
  const finished = yield call(clerk, 'sale.finish', { saleId });
  if (finished.ok) memory.soldIds.push(saleId);
  if (isForLater && draw.chance(0.7)) yield call(clerk, 'sale.handOver', { saleId });
  if (draw.chance(0.15)) yield call(clerk, 'sale.finish', { saleId });
  const sale = yield* get(clerk, saleId);
  if (sale) memory.ticketIds.push(...ticketsOf(sale).map(({ ticketId }) => ticketId));
}

function* pick(stage: Stage, clerk: Person, saleId: string, event: SimulatedEvent): Script {
  const { draw } = stage;
  const quantity = 1 + draw.below(draw.chance(0.05) ? 9 : 4);
  const type = draw.chance(0.2) ? { ticketTypeId: event.concession } : {};
  const { eventId } = event;
  if (draw.chance(0.3)) yield call(clerk, 'sale.reserveBest', { saleId, eventId, quantity, ...type });
  else
    yield call(clerk, 'sale.reserveSeats', {
      saleId,
      eventId,
      seatIds: draw.some(draw.chance(0.9) ? event.ours : event.seatIds, quantity),
      ...type,
    });
}

/** A manager wants one of its seats for somebody else: too late. */
function* freeWhilePaying({ house: { manager } }: Stage, saleId: string): Script {
  const sale = yield* get(manager, saleId);
  const [ticket] = sale ? ticketsOf(sale) : [];
  if (ticket)
    yield call(manager, 'sale.freeSeat', { eventId: ticket.eventId, seatId: ticket.seatId, reason: 'Director' });
}

function* changeBasket(stage: Stage, clerk: Person, saleId: string, event: SimulatedEvent): Script {
  const { draw, house } = stage;
  const { eventId } = event;
  const sale = yield* get(clerk, saleId);
  const tickets = sale ? ticketsOf(sale).filter(({ seatId }) => event.seatIds.includes(seatId)) : [];
  const ticketIds = draw.some(tickets, 1 + draw.below(3)).map(({ ticketId }) => ticketId);
  if (ticketIds.length === 0) return yield* pick(stage, clerk, saleId, event);
  const what = draw.below(9);
  if (what === 0) yield call(clerk, 'sale.releaseSeats', { saleId, ticketIds });
  if (what === 1) yield call(clerk, 'sale.setTicketType', { saleId, ticketIds, ticketTypeId: event.concession });
  if (what === 2) {
    const free = {
      saleId,
      ticketIds: tickets.map(({ ticketId }) => ticketId),
      ticketTypeId: event.comp,
      reason: 'Press',
    };
    // The clerk's own basket, with a manager's PIN in place.
    yield call({ ...clerk, role: 'MANAGER' }, 'sale.comp', free);
  }
  if (what === 3)
    yield call(clerk, 'sale.swapSeats', {
      saleId,
      eventId,
      give: [tickets[0]!.seatId],
      take: draw.some(event.seatIds, 1),
    });
  if (what === 4) yield call({ ...clerk, role: 'MANAGER' }, 'sale.passLimit', { saleId, eventId, reason: 'School' });
  if (what === 5)
    yield call(house.manager, 'sale.freeSeat', { eventId, seatId: tickets[0]!.seatId, reason: 'Mistake' });
  if (what === 6) yield call(clerk, 'sale.comp', { saleId, ticketIds, ticketTypeId: event.comp, reason: 'Friend' });
  if (what === 8)
    yield call({ ...clerk, role: 'MANAGER' }, 'sale.passNoSingle', { saleId, eventId, reason: 'Last seats' });
  if (what >= 6) yield* pick(stage, clerk, saleId, event);
}

/** Under a name until later; sometimes paid, sometimes forgotten. */
function* keep(stage: Stage, clerk: Person, saleId: string): Script {
  const { draw } = stage;
  if (draw.chance(0.8)) yield call(clerk, 'sale.setCustomer', { saleId, customer: ANN, delivery: 'WILL_CALL' });
  if (draw.chance(0.7))
    yield call(clerk, 'sale.keepUnpaid', { saleId, collectBy: stage.now() + draw.below(7_200_000) });
  if (draw.chance(0.4)) yield 'WAIT';
  yield call(draw.pick(stage.house.clerks), 'sale.resume', { saleId });
}

/** Cash, card, or some of both; too much, too little, taken back. */
function* tender(stage: Stage, clerk: Person, saleId: string): Script {
  const { draw } = stage;
  for (let tries = 0; tries < 3; tries++) {
    const sale = yield* get(clerk, saleId);
    if (!sale || sale.dueMinor <= 2) return;
    const kind = draw.chance(clerk === stage.house.clerks[0] ? 0.6 : 0.1) ? 'CASH' : 'CARD_TERMINAL';
    const reference = kind === 'CASH' || draw.chance(0.05) ? null : `T${draw.below(900)}`;
    const step = kind === 'CASH' ? 5 : 1;
    const amounts = [
      sale.dueMinor,
      sale.dueMinor,
      Math.ceil(sale.dueMinor / 2 / step) * step,
      Math.ceil(sale.dueMinor / 1000) * 1000,
    ];
    yield call(clerk, 'sale.tender', { saleId, kind, amountMinor: draw.pick(amounts), reference });
    if (draw.chance(0.06)) {
      const [payment] = (yield* get(clerk, saleId))?.payments ?? [];
      if (payment) yield call(clerk, 'sale.removeTender', { saleId, paymentId: payment.paymentId });
    }
    if (draw.chance(0.06)) {
      yield call(clerk, 'sale.backToBasket', { saleId });
      yield call(clerk, 'sale.beginPayment', { saleId });
    }
    if (draw.chance(0.04)) return;
  }
}

/** After the sale: money back, paper again, handed over. */
export function* lookAfter(stage: Stage): Script {
  const { draw, house, memory } = stage;
  if (memory.saleIds.length === 0) return;
  const saleId = draw.pick(memory.soldIds.length > 0 && draw.chance(0.8) ? memory.soldIds : memory.saleIds);
  const sale = yield* get(house.manager, saleId);
  const ticketIds = sale ? draw.some(ticketsOf(sale), 1 + draw.below(2)).map(({ ticketId }) => ticketId) : [];
  const clerk = draw.pick(house.clerks);
  // The open drawer is its clerk's: who refunds in cash is that clerk, with a manager's PIN in place.
  const refunding = draw.chance(0.2) ? house.manager : { ...clerk, role: 'MANAGER' as const };
  const what = draw.below(6);
  if (what <= 1 && ticketIds.length > 0)
    yield call(refunding, 'sale.refundTickets', { saleId, ticketIds, reason: 'Ill' });
  if (what === 2) yield call(refunding, 'sale.cancel', { saleId, reason: 'Wrong night' });
  if (what === 3 && ticketIds.length > 0) yield call(clerk, 'ticket.reprint', { ticketIds, reason: 'Lost' });
  if (what === 4) yield call(clerk, 'sale.handOver', { saleId });
  if (what === 5) yield call(clerk, 'sale.resume', { saleId });
}

/** The house: holds, kills, prices, stock, the state of the sale. */
export function* runHouse(stage: Stage): Script {
  const { draw, house, memory } = stage;
  const { manager } = house;
  const event = draw.pick(house.events);
  const { eventId } = event;
  const seatIds = draw.some(event.seatIds, 1 + draw.below(3));
  const what = draw.below(9);
  if (what === 0) {
    const named = { name: 'Director', letter: 'D', color: '#aa3377', reason: 'Guests' };
    const held = yield call(manager, 'hold.create', { eventId, seatIds, ...named });
    if (held.ok) memory.holdIds.push((held.value as { holdId: string }).holdId);
  }
  if (what === 1 && memory.holdIds.length > 0) {
    const some = draw.chance(0.5) ? { seatIds } : {};
    yield call(manager, 'hold.release', { holdId: draw.pick(memory.holdIds), ...some, reason: 'Not coming' });
  }
  if (what === 2 && memory.holdIds.length > 0)
    yield call(manager, 'hold.addSeats', { holdId: draw.pick(memory.holdIds), seatIds });
  if (what === 3) yield call(manager, 'seat.block', { eventId, seatIds, reason: 'Broken' });
  if (what === 4) {
    yield call(manager, 'seat.block', { eventId, seatIds, reason: 'Wet paint' });
    yield call(manager, 'seat.unblock', { eventId, seatIds: draw.some(seatIds, 1), reason: 'Dry' });
  }
  if (what === 5 || what === 6) yield* changePrices(stage, event);
  if (what === 7) {
    const receipt = { specification: 'some', seatIds, proofOfPurchase: 'Invoice' };
    yield call(manager, 'purchaseOrder.receive', { lineId: house.orderLineId, ...receipt });
  }
  if (what === 8) {
    const to = draw.chance(0.1) ? 'CANCELLED' : draw.pick(['COMPLETED', 'OFF_SALE', 'ON_SALE'] as const);
    yield call(manager, 'event.changeStatus', { eventId, to });
    if (to === 'OFF_SALE' && draw.chance(0.7)) yield call(manager, 'event.changeStatus', { eventId, to: 'ON_SALE' });
  }
}

function* changePrices({ draw, house }: Stage, event: SimulatedEvent): Script {
  const { eventId, standard, concession, comp } = event;
  const amounts = (): (number | null)[] => [
    draw.chance(0.05) ? null : 2000 + draw.below(4000),
    draw.chance(0.2) ? null : 1500,
    0,
  ];
  yield call(house.manager, 'event.setPrices', {
    eventId,
    types: [
      { ticketTypeId: standard, name: 'Standard', kind: 'STANDARD' },
      { ticketTypeId: concession, name: 'Concession', kind: 'STANDARD' },
      { ticketTypeId: comp, name: 'Comp', kind: 'COMP' },
    ],
    grid: house.levels[eventId]!.map((priceLevelId) => ({ priceLevelId, amounts: amounts() })),
  });
}

/** The drawer: opened, moved, counted and closed, at any time. */
export function* keepDrawer({ draw, house }: Stage, clerk: Person): Script {
  const denominations = { '5000': draw.below(6), '500': draw.below(9), '1': draw.below(100) };
  const what = draw.below(8);
  if (what <= 2) yield call(clerk, 'cash.open', { denominations });
  if (what === 3)
    yield call(clerk, 'cash.move', {
      kind: draw.pick(['PAID_IN', 'PAID_OUT', 'DROP', 'NO_SALE']),
      amountMinor: draw.below(3) * 500,
      reason: 'Stamps',
    });
  if (what === 4) yield call(clerk, 'cash.reopen', {});
  if (what === 5) yield call(house.manager, 'cash.report', {});
  if (what <= 5) return;
  yield call(clerk, 'cash.beginCount', {});
  if (draw.chance(0.9)) yield call(clerk, 'cash.count', { denominations });
  yield call(clerk, 'cash.close', {});
  if (draw.chance(0.7)) yield call(house.manager, 'cash.closeApproved', { reason: 'Counted twice' });
}

/** The ticket's holder at the door, and mostly somebody with the same ticket after that. */
export function* guardDoor(stage: Stage, code: string): Script {
  do yield* meetAtDoor(stage, code);
  while (stage.draw.chance(0.7));
}

/** Scans that are right, again, altered, for another event; by hand; taken back. */
function* meetAtDoor(stage: Stage, code: string): Script {
  const { draw, house, memory } = stage;
  const { door } = house;
  const eventIds = (draw.chance(0.7) ? house.events : [draw.pick(house.events)]).map(({ eventId }) => eventId);
  const gate = draw.pick(['North', 'South']);
  const what = draw.below(10);
  const text = what === 0 ? `${code.slice(0, -3)}AAA` : what === 1 ? 'not a code' : code;
  if (what <= 6) {
    const scanned = yield call(door, 'door.scan', { text, eventIds, gate });
    const { scanId, verdict } = scanned.ok ? (scanned.value as ScanAnswer) : { scanId: null, verdict: null };
    if (scanId !== null) memory.scanIds.push(scanId);
    // Most admit nobody, and there is nothing to take back.
    if (scanId !== null && draw.chance(verdict === 'ADMIT' ? 0.3 : 0.25))
      yield call(door, 'door.correct', { scanId, gate, reason: 'Wrong person' });
    if (what === 6) yield call(door, 'door.scan', { text, eventIds, gate });
  }
  if (what === 7 && memory.ticketIds.length > 0)
    yield call(door, 'door.admitByHand', { ticketId: draw.pick(memory.ticketIds), eventIds, gate, reason: 'No paper' });
  if (what < 8 || memory.scanIds.length === 0) return;
  const taken = { scanId: draw.pick(memory.scanIds), gate, reason: 'Wrong person' };
  yield call(door, 'door.correct', taken);
  // Taken back once is taken back.
  if (draw.chance(0.3)) yield call(door, 'door.correct', taken);
}
