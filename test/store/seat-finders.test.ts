/** The finders that are kept in memory know what a finder made this moment would know. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { commandHandlers } from '../../src-shared/commands/handlers.ts';
import type { CommandHandler } from '../../src-shared/core/context.ts';
import { createSeatFinders, type SeatFinders, type Select } from '../../src-shared/core/seat-finders.ts';
import type { EventSeatsNotice } from '../../src-shared/contract/notices.ts';
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import { createEventOnSale } from '../support/selling.ts';
import { smallHouse } from '../support/small-house.ts';
import { describeOnBothStores, TEST_DEVICE } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const OTHER_DEVICE = '00000000-0000-7000-8000-0000000000d2';
const SEATS = smallHouse().seats.map(({ id }) => id);
const ROW_A = SEATS.slice(0, 10);

let core: TestCore;
let eventId: string;
/** How often an event's seats were read. */
let readings: number;

const select: Select = (shape, statement) => {
  if ('pinnedTo' in shape) readings++;
  return core.store.read.query(shape, statement);
};

/** The seats a kept finder would sell, one by one and in threes. */
async function known(finders: SeatFinders, deviceId = TEST_DEVICE.id, of = eventId): Promise<unknown> {
  const event = (await finders.of(select, of, deviceId))!;
  const singles = SEATS.map((_, ordinal) => event.finder.judgePick([ordinal], [], 'LENIENT').alone);
  const find = (quantity: number) => event.finder.find({ quantity }).map(({ seats, figures }) => [seats, figures]);
  return { singles, ones: find(1), threes: find(3), all: find(SEATS.length) };
}

const fresh = (deviceId?: string): Promise<unknown> =>
  known(createSeatFinders({ agencyId: core.store.agencyId }), deviceId);

const lastNotice = (): EventSeatsNotice =>
  core.notices.findLast(({ topic }) => topic === 'event-seats')!.data as EventSeatsNotice;

describeOnBothStores('kept finders', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ({ eventId } = await createEventOnSale(core));
    readings = 0;
  });

  const pick = (saleId: string, ...seatIds: string[]) => core.do('sale.reserveSeats', { saleId, eventId, seatIds });

  test('follow every change to a seat without reading the event again', async () => {
    await known(core.seatFinders);
    expect(readings).toBe(1);
    const steps: readonly (() => Promise<unknown>)[] = [
      () => pick('sale-1', ...ROW_A.slice(2, 5)),
      () => core.do('sale.swapSeats', { saleId: 'sale-1', eventId, give: [ROW_A[2]!], take: [ROW_A[7]!] }),
      () => core.do('sale.reserveBest', { saleId: 'sale-2', eventId, quantity: 4 }),
      () => core.do('sale.abandon', { saleId: 'sale-1' }),
      () => core.do('seat.block', { eventId, seatIds: [ROW_A[0]!], reason: 'Broken' }),
      () => core.do('seat.unblock', { eventId, seatIds: [ROW_A[0]!], reason: 'Mended' }),
      () =>
        core.do('hold.create', {
          eventId,
          seatIds: [ROW_A[1]!],
          name: 'D',
          letter: 'D',
          color: '#aa3377',
          reason: '-',
        }),
    ];
    for (const step of steps) {
      await step();
      const before = readings;
      const now = await known(core.seatFinders);
      expect(readings).toBe(before);
      expect(now).toEqual(await fresh());
    }
  });

  test('read an event anew after a change too big to list', async () => {
    await known(core.seatFinders);
    const { levels, types } = await core.do('event.get', { eventId });
    await core.do('event.setPrices', {
      eventId,
      types: types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
      grid: levels.map(({ priceLevelId }, index) => ({ priceLevelId, amounts: [index === 0 ? null : 1234] })),
    });
    const now = await known(core.seatFinders);
    expect(readings).toBe(2);
    expect(now).toEqual(await fresh());
    await pick('sale-1', 'circle-AA-1');
    expect(await known(core.seatFinders)).toEqual(await fresh());
  });

  test('keep what they know when a command is refused or its transaction fails', async () => {
    const handlers = { ...commandHandlers, 'sale.reserveSeats': clashing(commandHandlers['sale.reserveSeats']) };
    core = await createTestCore(await open({ handlers }));
    ({ eventId } = await createEventOnSale(core));
    await pick('sale-1', ROW_A[0]!);
    const before = await known(core.seatFinders);
    const refused = (...seatIds: string[]) => core.refusal('sale.reserveSeats', { saleId: 'sale-2', eventId, seatIds });
    expect(await refused(ROW_A[1]!, ROW_A[0]!)).toMatchObject({ code: 'SEAT_TAKEN' });
    expect(await refused(ROW_A[3]!)).toMatchObject({ code: 'CONFLICT' });
    expect(await known(core.seatFinders)).toEqual(before);
    expect(await fresh()).toEqual(before);
    expect(readings).toBe(2);
  });

  test('find out what another process committed, and go on from there', async () => {
    const elsewhere = createSeatFinders({ agencyId: core.store.agencyId });
    await known(elsewhere);
    await pick('sale-1', ROW_A[4]!);
    await pick('sale-2', ROW_A[8]!);
    // Of the second it is told, of the first it is not.
    elsewhere.follow(lastNotice());
    expect(await known(elsewhere)).toEqual(await fresh());
    await pick('sale-3', ROW_A[6]!);
    elsewhere.follow(lastNotice());
    const before = readings;
    const now = await known(elsewhere);
    expect(readings).toBe(before);
    expect(now).toEqual(await fresh());
  });

  test('wait for a change that is told late', async () => {
    const late = createSeatFinders({ agencyId: core.store.agencyId });
    await known(late);
    await pick('sale-1', ROW_A[4]!);
    const first = lastNotice();
    await core.do('sale.abandon', { saleId: 'sale-1' });
    late.follow(lastNotice());
    late.follow(first);
    const before = readings;
    expect(await known(late)).toEqual(await fresh());
    expect(readings).toBe(before + 1);
  });

  test('miss nothing that is committed while an event is read', async () => {
    const { seatFinders } = core;
    let isFirst = true;
    const slow: Select = async (shape, statement) => {
      const rows = await core.store.read.query(shape, statement);
      if ('pinnedTo' in shape && isFirst) {
        isFirst = false;
        await pick('sale-1', ...ROW_A.slice(0, 3));
      }
      return rows;
    };
    await seatFinders.of(slow, eventId, TEST_DEVICE.id);
    expect(await known(seatFinders)).toEqual(await fresh());
  });

  test('know the pins of each device', async () => {
    await pinTo(OTHER_DEVICE, ROW_A);
    const here = await known(core.seatFinders);
    const there = await known(core.seatFinders, OTHER_DEVICE);
    expect(readings).toBe(1);
    expect(here).not.toEqual(there);
    expect([here, there]).toEqual([await fresh(), await fresh(OTHER_DEVICE)]);
    const [feed] = await core.store.read.rows('feeds', sql`where agency_id = ${core.store.agencyId}`);
    const { priceLevelId } = (await core.do('event.get', { eventId })).levels[0]!;
    const seats = ROW_A.map((_, ordinal) => ({ ...AS_MADE, ordinal, priceLevelId, pinnedTo: TEST_DEVICE.id }));
    core.seatFinders.follow({ eventId, sequence: feed!.number + 1, seats });
    expect(await known(core.seatFinders)).toEqual(there);
  });
});

/** Writes what may be written once: its second transaction fails when all is decided. */
function clashing<I, O>(handler: CommandHandler<I, O>): CommandHandler<I, O> {
  return (read, context, input) => {
    context.facts.insert('counters', { id: 'clash', value: 1 });
    return handler(read, context, input);
  };
}

const AS_MADE = { status: 'AVAILABLE', ownership: 'OWNED', priceMinor: 5000, holdId: null };

/** As an allotment will do it: there is no command for it yet. */
async function pinTo(deviceId: string, seatIds: readonly string[]): Promise<void> {
  await core.store.write(async (transaction) => {
    const facts = new FactsBuilder(core.store.agencyId, core.now);
    for (const seat of await transaction.load('eventSeats', { eventId, seatId: [...seatIds] }))
      facts.change('eventSeats', seat, { pinnedTo: deviceId });
    await transaction.apply(facts.build());
    return { commit: true, value: null };
  });
}

describe('kept finders', () => {
  beforeEach(async () => {
    core = await createTestCore();
    ({ eventId } = await createEventOnSale(core));
    readings = 0;
  });

  test('are let go with the event that was not asked for longest', async () => {
    const finders = createSeatFinders({ agencyId: core.store.agencyId, eventsKept: 2 });
    const { eventId: second } = await createEventOnSale(core, { title: 'Macbeth' });
    const { eventId: third } = await createEventOnSale(core, { title: 'Lear' });
    const readingsFor = async (...events: string[]): Promise<number> => {
      const before = readings;
      for (const event of events) await known(finders, TEST_DEVICE.id, event);
      return readings - before;
    };
    expect(await readingsFor(eventId, second, eventId)).toBe(2);
    expect(await readingsFor(third, eventId)).toBe(1);
    expect(await readingsFor(second)).toBe(1);
  });

  test('know no event that is not there', async () => {
    expect(await core.seatFinders.of(select, 'nothing', TEST_DEVICE.id)).toBeNull();
  });
});
