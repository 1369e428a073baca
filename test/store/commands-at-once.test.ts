/**
 * On real Postgres, where commands truly run at once: each money and ticket command 32 at once against itself and
 * against every other, on the same few sales and seats. Whatever wins, no seat is sold twice and the books are right.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { verifyStore } from '../../src-main/verify.ts';
import type { CallName, Input } from '../../src-shared/contract/calls.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { codeOf } from '../support/evening.ts';
import { createEventOnSale, pay, reserve, ticketsOf } from '../support/selling.ts';
import { smallHouse } from '../support/small-house.ts';
import { bothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const AT_ONCE = 32;
const OWNER = { id: 'owner', name: 'Olga', role: 'OWNER' } as const;
const ANN = { customerId: null, name: 'Ann', phone: null, email: null };
const SYSTEM = { userId: 'system', allowedBy: null };
const seatIds = smallHouse().seats.map((seat) => seat.id);

/** What all commands of a round fight over. */
interface Field {
  readonly core: TestCore;
  readonly eventId: string;
  readonly comp: string;
  /** Three baskets, three being paid, two of them in full, three sold for cash and card, with a ticket of each. */
  readonly baskets: readonly string[];
  readonly paying: readonly string[];
  readonly sold: readonly string[];
  readonly basketTickets: readonly string[];
  readonly soldTickets: readonly string[];
  readonly codes: readonly string[];
}

type Answer = Promise<Result<unknown>>;
type Fighter = (field: Field, i: number) => Answer;

const call =
  <N extends CallName>(name: N, inputOf: (field: Field, i: number) => Input<N>): Fighter =>
  (field, i) =>
    field.core.call(name, inputOf(field, i), field.core.newId(), OWNER);

/** Every third, so that many want the same. */
const of = (from: readonly string[], i: number): string => from[i % from.length]!;
const seat = (i: number): string => seatIds[20 + (i % 5)]!;

const FIGHTERS: Readonly<Record<string, Fighter>> = {
  reserve: call('sale.reserveSeats', ({ core, eventId }, i) => ({
    saleId: core.newId(),
    eventId,
    seatIds: [seat(i), seat(i + 1)],
  })),
  'reserve into a basket': call('sale.reserveSeats', ({ baskets, eventId }, i) => ({
    saleId: of(baskets, i),
    eventId,
    seatIds: [seat(i)],
  })),
  best: call('sale.reserveBest', ({ core, eventId }) => ({ saleId: core.newId(), eventId, quantity: 2 })),
  release: call('sale.releaseSeats', ({ baskets, basketTickets }, i) => ({
    saleId: of(baskets, i),
    ticketIds: [of(basketTickets, i)],
  })),
  swap: call('sale.swapSeats', ({ baskets, eventId }, i) => ({
    saleId: of(baskets, i),
    eventId,
    give: [seatIds[i % 3]!],
    take: [seat(i)],
  })),
  comp: call('sale.comp', ({ baskets, basketTickets, comp }, i) => ({
    saleId: of(baskets, i),
    ticketIds: [of(basketTickets, i)],
    ticketTypeId: comp,
    reason: 'Press',
  })),
  'begin payment': call('sale.beginPayment', ({ baskets }, i) => ({ saleId: of(baskets, i) })),
  'back to basket': call('sale.backToBasket', ({ paying }, i) => ({ saleId: of(paying, i) })),
  'tender cash': call('sale.tender', ({ paying }, i) => ({
    saleId: of(paying, i),
    kind: 'CASH',
    amountMinor: 1000,
    reference: null,
  })),
  finish: call('sale.finish', ({ paying }, i) => ({ saleId: of(paying, i) })),
  abandon: call('sale.abandon', ({ baskets }, i) => ({ saleId: of(baskets, i) })),
  expire: ({ core, baskets }, i) => core.executor.run('sale.expire', { saleId: of(baskets, i) }, SYSTEM, core.newId()),
  resume: call('sale.resume', ({ baskets }, i) => ({ saleId: of(baskets, i) })),
  'free a seat': call('sale.freeSeat', ({ eventId }, i) => ({ eventId, seatId: seatIds[i % 3]!, reason: 'Mistake' })),
  refund: call('sale.refundTickets', ({ sold, soldTickets }, i) => ({
    saleId: of(sold, i),
    ticketIds: [of(soldTickets, i)],
    reason: 'Ill',
  })),
  cancel: call('sale.cancel', ({ sold }, i) => ({ saleId: of(sold, i), reason: 'Wrong night' })),
  reprint: call('ticket.reprint', ({ soldTickets }, i) => ({ ticketIds: [of(soldTickets, i)], reason: 'Lost' })),
  'hand over': call('sale.handOver', ({ sold }, i) => ({ saleId: of(sold, i) })),
  scan: call('door.scan', ({ codes, eventId }, i) => ({
    text: of(codes, i),
    eventIds: [eventId],
    gate: `Gate ${i % 2}`,
  })),
  'admit by hand': call('door.admitByHand', ({ soldTickets, eventId }, i) => ({
    ticketId: of(soldTickets, i),
    eventIds: [eventId],
    gate: 'North',
    reason: 'No paper',
  })),
  hold: call('hold.create', ({ eventId }, i) => ({
    eventId,
    seatIds: [seat(i)],
    name: 'D',
    letter: 'D',
    color: '#aa3377',
    reason: 'Guests',
  })),
  'move cash': call('cash.move', () => ({ kind: 'PAID_OUT', amountMinor: 100, reason: 'Stamps' })),
  'begin count': call('cash.beginCount', () => ({})),
  prices: (field, i) => setPrices(field, 4000 + (i % 3)),
  complete: call('event.changeStatus', ({ eventId }) => ({ eventId, to: 'COMPLETED' })),
  'cancel the event': call('event.changeStatus', ({ eventId }) => ({ eventId, to: 'CANCELLED' })),
};

async function setPrices({ core, eventId }: Pick<Field, 'core' | 'eventId'>, amountMinor: number): Answer {
  const { levels, types } = await core.do('event.get', { eventId });
  const input = {
    eventId,
    types: types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
    grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [amountMinor, 0] })),
  };
  return core.call('event.setPrices', input, core.newId(), OWNER);
}

async function lay(core: TestCore): Promise<Field> {
  const { eventId } = await createEventOnSale(core, { seatsPerBooking: 500 });
  const { levels, types } = await core.do('event.get', { eventId });
  await core.do('event.setPrices', {
    eventId,
    types: [
      ...types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
      { ticketTypeId: null, name: 'Comp', kind: 'COMP' },
    ],
    grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [5000, 0] })),
  });
  const comp = (await core.do('event.get', { eventId })).types.find(({ kind }) => kind === 'COMP')!.ticketTypeId;
  await core.do('cash.open', { denominations: { '5000': 2 } });
  const three = async (from: number) => {
    const saleIds: string[] = [];
    for (let i = 0; i < 3; i++)
      saleIds.push(await reserve(core, OWNER, { eventId, seatIds: [seatIds[from + i]!, seatIds[from + 3 + i]!] }));
    return saleIds;
  };
  const firstTickets = async (saleIds: readonly string[]) => {
    const sales = await Promise.all(saleIds.map((saleId) => core.do('sale.get', { saleId })));
    return sales.map((sale) => ticketsOf(sale)[0]!.ticketId);
  };
  const [baskets, paying, sold] = [await three(0), await three(6), await three(12)];
  for (const [i, saleId] of paying.entries()) {
    await core.do('sale.beginPayment', { saleId });
    await core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: 8000, reference: 'A1' });
    if (i > 0) await core.do('sale.tender', { saleId, kind: 'CASH', amountMinor: 2000, reference: null });
  }
  for (const [i, saleId] of sold.entries()) {
    if (i === 2) await core.do('sale.setCustomer', { saleId, customer: ANN, delivery: 'WILL_CALL' });
    await pay(core, OWNER, saleId, i === 0 ? 'CASH' : 'CARD_TERMINAL');
  }
  const soldTickets = await firstTickets(sold);
  const codes = await Promise.all(soldTickets.map((ticketId) => codeOf(core, ticketId)));
  return { core, eventId, comp, baskets, paying, sold, basketTickets: await firstTickets(baskets), soldTickets, codes };
}

/** What must never be an answer to a clerk whose rivals were merely quicker. */
const NO_ANSWERS = ['CONFLICT', 'STORE_BUSY', 'STORE_FULL', 'BAD_INPUT', 'NOT_PERMITTED', 'UNKNOWN_CALL'];

/** Baskets are past their deadline, and the event has begun. */
const LATE_MS = 3 * 3_600_000;
const LATE = ['expire', 'complete'];
/** After these there is nothing left to fight over: they come into a field of others only as its subject. */
const LAST = [...LATE, 'cancel the event'];

async function fight(field: Field, names: readonly string[]): Promise<readonly string[]> {
  if (names.some((name) => LATE.includes(name))) field.core.now += LATE_MS;
  const nth = (i: number): Fighter => FIGHTERS[names[i % names.length]!]!;
  const calls = Array.from({ length: AT_ONCE }, (_, i) => nth(i)(field, Math.floor(i / names.length)));
  return (await Promise.all(calls)).map((answer) => (answer.ok ? 'OK' : answer.error.code));
}

describe('at once on Postgres', () => {
  const { postgres } = bothStores();
  let field: Field | undefined;
  afterEach(() => void (field = undefined));

  async function expectOrder(answers: readonly string[]): Promise<void> {
    expect(answers.filter((answer) => NO_ANSWERS.includes(answer))).toEqual([]);
    const checks = await verifyStore(field!.core.store, null);
    expect(checks.flatMap(({ name, problems }) => problems.map((one) => `${name}: ${one}`))).toEqual([]);
  }

  const names = Object.keys(FIGHTERS);

  test.each(names)('%s against itself', async (name) => {
    field = await lay(await createTestCore(await postgres()));
    const answers = await fight(field, [name]);
    // A drawer is not counted while a tender waits, which is so in this field.
    expect(answers).toContain(name === 'begin count' ? 'CASH_TENDER_WAITING' : 'OK');
    await expectOrder(answers);
  });

  test.each(names)('%s against the others', async (name) => {
    field = await lay(await createTestCore(await postgres()));
    const others = names.filter((other) => other !== name && !LAST.includes(other));
    // Every second call is this one's, so that each of the others meets it.
    await expectOrder(await fight(field, others.flatMap((other) => [name, other]).slice(0, AT_ONCE)));
    await expectOrder(
      await fight(
        field,
        others
          .toReversed()
          .flatMap((other) => [other, name])
          .slice(0, AT_ONCE),
      ),
    );
  });

  test('all of them against all', async () => {
    field = await lay(await createTestCore(await postgres()));
    await expectOrder(
      await fight(
        field,
        names.filter((name) => !LAST.includes(name)),
      ),
    );
    await expectOrder(await fight(field, names.toReversed()));
  });
});
