/** The counter's memory on the real core: what a clerk's hand does to it, and what it must survive. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProgramBridge } from '../../../src-renderer/bridge/program-bridge.ts';
import { createProgram, type Program } from '../../../src-renderer/app/program.ts';
import type { PickableMap } from '../../../src-renderer/features/sell/sell-picks.ts';
import { joinableSale, NO_WISHES, saleForEvent } from '../../../src-renderer/features/sell/sell-state.ts';
import { createSellStore, type SellStore } from '../../../src-renderer/features/sell/sell-store.ts';
import type { CallName } from '../../../src-shared/contract/calls.ts';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import type { Person } from '../../../src-shared/contract/session.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { fail } from '../../../src-shared/domain/result.ts';
import { hire } from '../../support/people.ts';
import { createEventOnSale } from '../../support/selling.ts';
import { smallHouse } from '../../support/small-house.ts';
import { createTestCore, type TestCore } from '../../support/test-core.ts';

const columns = compileColumns(smallHouse());

let core: TestCore;
let program: Program;
let sell: SellStore;
let clerk: Person;
let eventId: string;
let changed: () => void;
/** What the bridge answers instead of the core: by call, as often as said. */
let lost: Map<CallName, number>;
let asked: { name: CallName; input: object; action: string }[];

function bridgeTo(person: () => Person): ProgramBridge {
  const listeners = new Set<() => void>();
  changed = () => listeners.forEach((listener) => listener());
  const bridge = {
    call: async (name: CallName, input: never, options: { action?: string } = {}) => {
      const action = options.action ?? core.newId();
      asked.push({ name, input, action });
      const left = lost.get(name) ?? 0;
      lost.set(name, left - 1);
      // The core did it; only its answer is lost.
      const answer = await core.call(name, input, action, person());
      return left > 0 ? fail('CORE_LOST', 'The program is starting again.') : answer;
    },
    on: (_topic: string, listener: (notice: unknown) => void) => {
      const tell = (): void => listener({ tables: ['sales'] });
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    onResume: () => () => undefined,
    connection: () => ({ kind: 'open' }),
    onConnection: () => () => undefined,
    setSession: () => undefined,
  };
  return bridge as unknown as ProgramBridge;
}

function signIn(person: Person | null): void {
  program.store.setState({ signedIn: person && { session: 'session', user: person, permissions: [] } });
}

const map = (): PickableMap => ({
  columns,
  event: { eventId },
  source: {
    states: () => ({
      sequence: 1,
      status: new Uint8Array(columns.count),
      level: new Uint8Array(columns.count),
      bits: new Uint8Array(columns.count).fill(3),
      hold: new Uint16Array(columns.count),
    }),
    version: () => 1,
    subscribe: () => () => undefined,
  },
});
const sale = (): SaleView | null => saleForEvent(sell.store.getState(), eventId);
const seats = (): string[] =>
  (sale()?.bookings ?? []).flatMap(({ tickets }) =>
    tickets.filter(({ status }) => status === 'RESERVED').map(({ row, label }) => `${row}${label}`),
  );
const moment = () => sell.store.getState().moment;
const settled = () => expect.poll(() => sell.store.getState().moment);

beforeEach(async () => {
  core = await createTestCore();
  lost = new Map();
  asked = [];
  clerk = await hire(core, 'Clara', 'CLERK');
  ({ eventId } = await createEventOnSale(core));
  program = createProgram(bridgeTo(() => program.store.getState().signedIn?.user ?? clerk));
  sell = createSellStore({ program, newId: core.newId, after: (_delayMs, run) => queueMicrotask(run) });
  signIn(clerk);
});

afterEach(() => core.close());

describe('picking', () => {
  test('a pick is reserved at once, and picking it again gives it back', async () => {
    await sell.picks.pick(map(), [0]);
    await sell.picks.pick(map(), [1, 2]);
    expect(seats()).toEqual(['A1', 'A2', 'A3']);
    expect(program.store.getState().basketSeats).toEqual({ [eventId]: 3 });
    await sell.picks.pick(map(), [1]);
    expect(seats()).toEqual(['A1', 'A3']);
  });

  test('two quick clicks on one seat take it and give it back, never refuse it', async () => {
    await Promise.all([sell.picks.pick(map(), [4]), sell.picks.pick(map(), [4])]);
    expect(seats()).toEqual([]);
    expect(moment()).toBeNull();
  });

  test('a seat that somebody else has is said, with the way to find others', async () => {
    const other = await hire(core, 'Carl', 'CLERK');
    await core.call(
      'sale.reserveSeats',
      { saleId: core.newId(), eventId, seatIds: [columns.ids.at(0)] },
      core.newId(),
      other,
    );
    await sell.picks.pick(map(), [0]);
    expect(moment()).toMatchObject({ kind: 'REFUSED', error: { code: 'SEAT_TAKEN' }, wanted: 1 });
    await sell.best.findOthers(eventId, 1);
    expect(seats()).toHaveLength(1);
    expect(moment()).toBeNull();
  });

  test('an alternative is taken in one command, and what was reserved takes its place', async () => {
    sell.type(() => ({ digits: '2', priceLevelId: null }));
    await sell.best.askTyped(eventId);
    const before = sell.store.getState().ghosts!;
    sell.best.walkGhosts(1);
    await sell.best.takeGhost();
    const after = sell.store.getState().ghosts!;
    expect(after.taken).toEqual(before.others[0]);
    expect(after.others[0]).toEqual(before.taken);
    expect(after.current).toBe(-1);
    expect(seats()).toHaveLength(2);
    expect(asked.filter(({ name }) => name === 'sale.swapSeats')).toHaveLength(1);
  });
});

describe('the best seats', () => {
  const inCircle = {
    quantity: 17,
    priceLevelIds: [],
    sectionIds: ['circle'],
    ticketTypeId: null,
    maxPriceMinor: null,
    wheelchairs: null,
  };

  const bestAsked = () => asked.findLast(({ name }) => name === 'sale.reserveBest')!.input;

  test('a press more is a wheelchair place more, up to four or what is typed, then none', () => {
    const presses = (digits: string, count: number): number => {
      sell.wish(NO_WISHES);
      sell.type(() => ({ digits, priceLevelId: null }));
      for (let press = 0; press < count; press++) sell.wishWheelchair();
      return sell.store.getState().wishes.wheelchairs;
    };
    expect([presses('', 1), presses('', 4), presses('', 5), presses('2', 2), presses('2', 3)]).toEqual([1, 4, 0, 2, 0]);
  });

  test('are asked for as wished: places for wheelchairs make the number, a booking is named to be near', async () => {
    sell.wish({ wheelchairs: 2, near: { saleId: 'sale-9', name: 'Ann' } });
    await sell.best.askTyped(eventId);
    expect(bestAsked()).toMatchObject({ quantity: 2, wheelchairs: 2, nearSaleId: 'sale-9' });
    await sell.best.askLine(eventId, { ...inCircle, quantity: 1, wheelchairs: 0 });
    expect(bestAsked()).toEqual({
      saleId: expect.any(String),
      eventId,
      quantity: 1,
      sectionIds: ['circle'],
      nearSaleId: 'sale-9',
    });
  });

  test('that are not there are told with what there is: fewer of the kind, or as many of any', async () => {
    await sell.best.askLine(eventId, inCircle);
    const refused = moment();
    expect(refused).toMatchObject({ kind: 'NO_SEATS', fewer: { count: 8 }, anywhere: expect.any(Function) });
    if (refused?.kind === 'NO_SEATS') refused.fewer!.ask();
    await expect.poll(seats).toHaveLength(8);
    expect(seats().every((seat) => /^(AA|BB)/.test(seat))).toBe(true);
  });
});

describe('a pick that leaves a seat alone', () => {
  const begin = async (noSingleRule: 'STRICT' | 'LENIENT'): Promise<void> => {
    ({ eventId } = await createEventOnSale(core, { noSingleRule }));
  };
  const single = () => {
    const said = moment();
    if (said?.kind !== 'SINGLE_LEFT') throw new Error(`nobody is left alone: ${said?.kind}`);
    return said;
  };

  test('is refused where the rule is strict, and the seats offered are taken by one press', async () => {
    await begin('STRICT');
    await sell.picks.pick(map(), [1, 2]);
    expect(single()).toMatchObject({ isRefused: true, leavesSingle: { alone: { words: 'Stalls A 1' } } });
    expect(seats()).toEqual([]);
    single().takeInstead!();
    await expect.poll(seats).toEqual(['A1', 'A2']);
    expect(moment()).toBeNull();
  });

  test('is taken all the same with a reason of somebody who may', async () => {
    await begin('STRICT');
    await sell.picks.pick(map(), [1, 2]);
    const { again } = single();
    program.store.setState({ signedIn: { session: 'session', user: { ...clerk, role: 'MANAGER' }, permissions: [] } });
    expect(await sell.basket.passNoSingle(eventId, 'Last seats')).toBe(true);
    again();
    await expect.poll(seats).toEqual(['A2', 'A3']);
  });

  test('is taken where the rule is lenient, and changed by one press', async () => {
    await begin('LENIENT');
    await sell.picks.pick(map(), [1, 2]);
    expect(seats()).toEqual(['A2', 'A3']);
    expect(single()).toMatchObject({ isRefused: false, leavesSingle: { alone: { words: 'Stalls A 1' } } });
    single().takeInstead!();
    await expect.poll(seats).toEqual(['A1', 'A2']);
    expect(asked.at(-2)!.input).toMatchObject({ give: [columns.ids.at(2)], take: [columns.ids.at(0)] });
    expect(moment()).toBeNull();
  });

  test('is said when a seat is let go as well, and nothing stands in the way of letting all go', async () => {
    await begin('STRICT');
    await sell.picks.pick(map(), [0, 1, 2]);
    await sell.picks.pick(map(), [0]);
    expect(single()).toMatchObject({ isRefused: true, takeInstead: null });
    expect(seats()).toEqual(['A1', 'A2', 'A3']);
    await sell.basket.release(sale()!, sale()!.bookings[0]!.tickets.slice(0, 1));
    expect(single().isRefused).toBe(true);
    await sell.picks.pick(map(), [0, 1, 2]);
    expect(sale()).toBeNull();
  });
});

describe('keys faster than the core', () => {
  const typeFour = (): void => sell.type(() => ({ digits: '4', priceLevelId: null }));

  test('best and Enter at once reserves what was typed, once, and pays for it', async () => {
    typeFour();
    await Promise.all([sell.best.askTyped(eventId), sell.payment.begin(eventId)]);
    expect(seats()).toHaveLength(4);
    expect(sale()!.status).toBe('PAYING');
    expect(moment()).toBeNull();
  });

  test('a second best has nothing left of what was typed for the first', async () => {
    typeFour();
    const first = sell.best.askTyped(eventId);
    expect(sell.store.getState()).toMatchObject({ typed: { digits: '' }, isSeeking: true });
    await first;
    expect(seats()).toHaveLength(4);
    expect(sell.store.getState().isSeeking).toBe(false);
  });

  test('Pay pressed twice begins once and refuses nothing', async () => {
    await sell.picks.pick(map(), [0]);
    await Promise.all([sell.payment.begin(eventId), sell.payment.begin(eventId)]);
    expect(asked.filter(({ name }) => name === 'sale.beginPayment')).toHaveLength(1);
    expect(moment()).toBeNull();
  });

  test('the Enter after the tender waits for it and finishes', async () => {
    await sell.picks.pick(map(), [0]);
    await core.call('cash.open', { denominations: { '1000': 10 } }, core.newId(), clerk);
    await sell.payment.begin(eventId);
    const paying = sale()!;
    await Promise.all([sell.payment.tenderCash(paying, 10_000), sell.payment.enter(paying)]);
    expect(sell.store.getState().done).toMatchObject({ status: 'CONFIRMED', paidMinor: 5000 });
  });

  test('Enter with nothing typed and nothing paid says so', async () => {
    await sell.picks.pick(map(), [0]);
    await sell.payment.begin(eventId);
    await sell.payment.enter(sale()!);
    expect(moment()).toMatchObject({ kind: 'NOTICE' });
    expect(sale()!.status).toBe('PAYING');
  });
});

/** @returns its id */
async function addChildType(): Promise<string> {
  const { types, levels } = await core.do('event.get', { eventId });
  const standard = types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind }));
  await core.do('event.setPrices', {
    eventId,
    types: [...standard, { ticketTypeId: null, name: 'Child', kind: 'STANDARD' }],
    grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [5000, 2500] })),
  });
  return (await core.do('event.get', { eventId })).types.find(({ name }) => name === 'Child')!.ticketTypeId;
}

describe('baskets', () => {
  test('each event has its own, and another event can be added to the one seen last', async () => {
    const { eventId: other } = await createEventOnSale(core, { title: 'Lear' });
    await sell.picks.pick(map(), [0]);
    sell.turnTo(eventId);
    sell.turnTo(other);
    expect(saleForEvent(sell.store.getState(), other)).toBeNull();
    expect(joinableSale(sell.store.getState(), other)?.saleId).toBe(sale()!.saleId);
    sell.join(other);
    await sell.picks.pick({ ...map(), event: { eventId: other } }, [5]);
    expect(sale()!.bookings.map((booking) => booking.eventTitle)).toEqual(['Hamlet', 'Lear']);
    expect(joinableSale(sell.store.getState(), other)).toBeNull();
  });

  test('giving up can be undone by one press', async () => {
    await sell.picks.pick(map(), [0, 1]);
    await sell.basket.abandon(sale()!);
    expect(sale()).toBeNull();
    const given = moment();
    expect(given).toMatchObject({ kind: 'GIVEN_UP', seats: 'Stalls A 1–2' });
    if (given?.kind === 'GIVEN_UP') await sell.picks.pickAgain(given.lost);
    expect(seats()).toEqual(['A1', 'A2']);
  });

  test('seats of several types are picked again at once, each with its type, so that no part leaves another alone', async () => {
    ({ eventId } = await createEventOnSale(core, { noSingleRule: 'STRICT' }));
    const child = await addChildType();
    await sell.picks.pick(map(), [0, 1, 2]);
    await sell.basket.setType(sale()!, sale()!.bookings[0]!.tickets.slice(0, 1), child);
    await sell.basket.abandon(sale()!);
    const given = moment();
    if (given?.kind === 'GIVEN_UP') await sell.picks.pickAgain(given.lost.toReversed());
    expect(seats()).toEqual(['A1', 'A2', 'A3']);
    const types = sale()!.bookings[0]!.tickets.map(({ ticketTypeName }) => ticketTypeName);
    expect(types).toEqual(['Child', 'Standard', 'Standard']);
  });

  test('a booking that was kept unpaid and taken up is kept again when its basket is given up', async () => {
    await sell.picks.pick(map(), [0, 1]);
    const { saleId, number } = sale()!;
    const customer = { customerId: null, name: 'Ann', phone: null, email: null };
    await sell.basket.setCustomer(sale()!, { customer, delivery: 'WILL_CALL' });
    await sell.basket.keepUnpaid(sale()!, 'Ann', core.now + 3_600_000);
    expect(sale()).toBeNull();
    await core.call('sale.resume', { saleId }, core.newId(), clerk);
    sell.bring(saleId);
    await expect.poll(seats).toEqual(['A1', 'A2']);
    await sell.basket.abandon(sale()!);
    expect(sale()).toBeNull();
    expect(moment()).toEqual({ kind: 'NOTICE', sentence: `Kept unpaid for Ann again, as promised: ${number}.` });
    expect(await core.do('booking.search', { text: '', only: 'UNPAID' })).toMatchObject([{ saleId, ticketCount: 2 }]);
  });

  test('what ran out is told with its seats', async () => {
    await sell.picks.pick(map(), [0, 1]);
    const { saleId } = sale()!;
    core.now += 11 * 60_000;
    await core.executor.run('sale.expire', { saleId }, { userId: 'system', allowedBy: null }, core.newId());
    changed();
    await settled().toMatchObject({ kind: 'EXPIRED', seats: 'Stalls A 1–2' });
    expect(sale()).toBeNull();
    expect(program.store.getState().basketSeats).toEqual({});
  });

  test('another clerk begins with nothing, and the first finds the basket again', async () => {
    await sell.picks.pick(map(), [0]);
    const other = await hire(core, 'Carl', 'CLERK');
    signIn(null);
    expect(seats()).toEqual(['A1']);
    signIn(other);
    expect(sale()).toBeNull();
    signIn(null);
    signIn(clerk);
    await expect.poll(seats).toEqual(['A1']);
  });

  test('a new window brings back the basket and what was tendered', async () => {
    await sell.picks.pick(map(), [0]);
    await sell.payment.begin(eventId);
    await sell.payment.tenderCard(sale()!, 2000, 'A-1');
    sell = createSellStore({ program, newId: core.newId });
    await expect.poll(() => sale()?.status).toBe('PAYING');
    expect(sale()!.dueMinor).toBe(3000);
    expect(program.store.getState().chosenEventId).toBe(eventId);
  });
});

describe('paying', () => {
  async function payFor(...ordinals: number[]): Promise<SaleView> {
    await sell.picks.pick(map(), ordinals);
    await sell.payment.begin(eventId);
    await sell.payment.tenderCard(sale()!, sale()!.dueMinor, 'A-1');
    return sale()!;
  }

  test('Enter twice finishes once', async () => {
    const paid = await payFor(0, 1);
    await Promise.all([sell.payment.finish(paid), sell.payment.finish(paid)]);
    expect(asked.filter(({ name }) => name === 'sale.finish')).toHaveLength(1);
    expect(sell.store.getState()).toMatchObject({ finishing: null, done: { status: 'CONFIRMED' }, sales: {} });
  });

  test('while the core is lost it is asked again for the same act, and nothing is done twice', async () => {
    const paid = await payFor(0);
    lost.set('sale.finish', 3);
    await sell.payment.finish(paid);
    const finishes = asked.filter(({ name }) => name === 'sale.finish');
    expect(finishes).toHaveLength(4);
    expect(new Set(finishes.map(({ action }) => action)).size).toBe(1);
    expect(sell.store.getState().done?.paidMinor).toBe(5000);
  });

  test('cash without a drawer waits for one', async () => {
    await sell.picks.pick(map(), [0]);
    await sell.payment.begin(eventId);
    expect(await sell.payment.tenderCash(sale()!, 10_000)).toBe(false);
    expect(sell.store.getState()).toMatchObject({ cashWaitingMinor: 10_000, moment: null });
    await core.call('cash.open', { denominations: { '1000': 10 } }, core.newId(), clerk);
    expect(await sell.payment.tenderCash(sale()!, 10_000)).toBe(true);
    expect(sale()!.payments[0]!.changeMinor).toBe(5000);
    expect(sell.store.getState().cashWaitingMinor).toBeNull();
  });

  test('back to the basket says what must be handed back', async () => {
    await payFor(0);
    await sell.payment.back(sale()!);
    expect(moment()).toEqual({ kind: 'BACK', cancelledMinor: 5000 });
    expect(sale()!.status).toBe('RESERVED');
  });

  test('the next customer begins with no wishes', async () => {
    sell.wish({ aisle: true, maxPriceMinor: 5000, near: { saleId: 'sale-9', name: 'Ann' } });
    sell.wishWheelchair();
    await sell.payment.finish(await payFor(0));
    sell.payment.nextCustomer();
    expect(sell.store.getState()).toMatchObject({
      done: null,
      wishes: { aisle: false, wheelchairs: 0, maxPriceMinor: null, near: null },
      last: { status: 'CONFIRMED' },
    });
  });
});
