/**
 * The demo house, as a program: a theatre and its studio, two events tonight and one tomorrow, a brokered one next
 * week, people for every role. It uses the same commands as everybody else.
 */
import { sql } from 'drizzle-orm';
import type { Executor } from '../../src-shared/core/execute.ts';
import type { Router } from '../../src-shared/core/router.ts';
import type { CallName, CommandName, Input, Output } from '../../src-shared/contract/calls.ts';
import { studio } from '../../src-shared/domain/seat-map/demo/studio.ts';
import { theatreRoyal } from '../../src-shared/domain/seat-map/demo/theatre-royal.ts';
import type { SeatMapDocument } from '../../src-shared/domain/seat-map/document.ts';
import type { Store } from '../../src-shared/core/store.ts';
import { ok, type AppError, type Result } from '../../src-shared/domain/result.ts';
import { int } from '../../src-shared/schema/kit.ts';
import { tradingDayOf } from '../../src-shared/domain/time/trading-day.ts';

export const DEMO_HOUSE = {
  name: 'Theatre Royal',
  address: '1 Theatre Square\n12345 Parterre',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  receiptFooter: 'Thank you, and enjoy the show.',
  deviceName: 'Counter 1',
};

/** PINs of the demo's people; printed by the command that makes them, and in the README. */
export const DEMO_PEOPLE = [
  { name: 'Olga Owner', role: 'OWNER', pin: '1000' },
  { name: 'Max Manager', role: 'MANAGER', pin: '2000' },
  { name: 'Vera Venue', role: 'VENUE_ADMIN', pin: '3000' },
  { name: 'Bruno Buyer', role: 'BUYER', pin: '4000' },
  { name: 'Clara Clerk', role: 'CLERK', pin: '5000' },
  { name: 'Carl Clerk', role: 'CLERK', pin: '5100' },
  { name: 'Dora Door', role: 'DOOR', pin: '6000' },
] as const;

export interface DemoDependencies {
  readonly router: Router;
  readonly executor: Executor;
  readonly now: number;
}

interface Calls {
  do<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  run<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>;
}

const SEEDER = { id: 'system', name: 'Demo', role: 'OWNER' } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const TRADING_DAY_MINUTES = 300;

/** The last step's action: a house that has it has its whole demo. */
const FINISHED = 'demo-finished';

/**
 * Whether the demo belongs into this house: nothing was ever done in it, or its demo was begun and cut off, as by a
 * power cut on the first start.
 */
export async function isDemoDue({ agencyId, read }: Pick<Store, 'agencyId' | 'read'>): Promise<boolean> {
  const [done] = await read.query(
    { acts: int(), begun: int(), finished: int() },
    sql`select count(*), count(case when id = ${actionOf(1)} then 1 end), count(case when id = ${FINISHED} then 1 end)
        from commands where agency_id = ${agencyId} and name not in ('system.setUp', 'system.startDevice')`,
  );
  return done!.acts === 0 || (done!.begun > 0 && done!.finished === 0);
}

function actionOf(step: number): string {
  return `demo-${step}`;
}

/** A step of the demo was refused; with a disk that is full, say, which is no bug. */
class DemoRefused extends Error {
  readonly refusal: AppError;
  constructor(name: string, refusal: AppError) {
    super(`demo: ${name}: ${refusal.code}: ${refusal.message}`);
    this.refusal = refusal;
  }
}

/** Fills the house as seedDemo does where the demo is due. Errors: what a step of it was refused with. */
export async function seedDemoIfDue(core: {
  readonly store: Store;
  readonly router: Router;
  readonly executor: Executor;
}): Promise<Result<null>> {
  try {
    if (await isDemoDue(core.store)) await seedDemo({ ...core, now: Date.now() });
    return ok(null);
  } catch (error) {
    if (error instanceof DemoRefused) return { ok: false, error: error.refusal };
    throw error;
  }
}

/**
 * Fills an empty house, or goes on where it was cut off: each step is an action of its own, which is done once.
 * @throws when a step is refused
 */
export async function seedDemo({ router, executor, now }: DemoDependencies): Promise<void> {
  let step = 0;
  const nextAction = (): string => actionOf(++step);
  const must = <T>(name: string, result: Result<T>): T => {
    if (!result.ok) throw new DemoRefused(name, result.error);
    return result.value;
  };
  const calls: Calls = {
    do: async (name, input) => must(name, await router.callAs(SEEDER, name, input, nextAction())) as never,
    run: async (name, input) =>
      must(name, await executor.run(name, input, { userId: 'system', allowedBy: null }, nextAction())) as never,
  };
  for (const person of DEMO_PEOPLE) await calls.do('person.create', person);
  const { venueId } = await calls.do('venue.create', {
    name: 'Theatre Royal',
    address: '1 Theatre Square',
    timeZone: DEMO_HOUSE.timeZone,
  });
  const main = await publishedMap(calls, venueId, 'Main house', theatreRoyal());
  const small = await publishedMap(calls, venueId, 'Studio', studio());

  // Evenings count from the trading day, so that a demo made after midnight still has its shows "tonight".
  const { from } = tradingDayOf(now, DEMO_HOUSE.timeZone, TRADING_DAY_MINUTES);
  const at = (days: number, hour: number, minute: number): number =>
    from + days * DAY_MS + (hour * 60 + minute - TRADING_DAY_MINUTES) * MINUTE_MS;
  await event(calls, {
    title: 'The Winter’s Tale',
    kind: 'Theatre',
    mapVersionId: main,
    startsAt: at(0, 19, 30),
    lengthMinutes: 165,
  });
  await event(calls, {
    title: 'Late Cabaret',
    kind: 'Cabaret',
    mapVersionId: small,
    startsAt: at(0, 22, 0),
    lengthMinutes: 150,
  });
  await event(calls, {
    title: 'String Quartets',
    kind: 'Concert',
    mapVersionId: main,
    startsAt: at(1, 20, 0),
    lengthMinutes: 120,
  });
  await event(calls, {
    title: 'Gala Night',
    kind: 'Gala',
    mapVersionId: main,
    startsAt: at(7, 19, 0),
    lengthMinutes: 180,
    inventory: 'BROKERED',
  });
  await calls.do('supplier.create', {
    name: 'Curtain Tickets Ltd',
    kind: 'Broker',
    contact: 'sales@curtain.example',
    terms: 'NET_30',
    note: '',
  });
  const settings = await calls.do('settings.get', {});
  must('settings.set', await router.callAs(SEEDER, 'settings.set', settings, FINISHED));
}

async function publishedMap(calls: Calls, venueId: string, name: string, document: SeatMapDocument): Promise<string> {
  const { mapVersionId } = await calls.run('map.store', { venueId, name, document });
  const { version } = await calls.do('map.get', { mapVersionId });
  await calls.do('map.publish', { mapVersionId, version });
  return mapVersionId;
}

interface DemoEvent {
  readonly title: string;
  readonly kind: string;
  readonly mapVersionId: string;
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly inventory?: 'HOUSE' | 'BROKERED';
}

async function event(calls: Calls, demo: DemoEvent): Promise<void> {
  const { startsAt } = demo;
  const { eventId } = await calls.do('event.create', {
    title: demo.title,
    kind: demo.kind,
    mapVersionId: demo.mapVersionId,
    inventory: demo.inventory ?? 'HOUSE',
    startsAt,
    endsAt: startsAt + demo.lengthMinutes * MINUTE_MS,
    doorsAt: startsAt - 45 * MINUTE_MS,
    basketMs: 10 * MINUTE_MS,
    seatsPerBooking: 10,
    noSingleRule: 'LENIENT',
    licensedCapacity: null,
    refundUntil: startsAt,
  });
  const { levels } = await calls.do('event.get', { eventId });
  const { prices } = await calls.do('event.get', { eventId });
  const base = new Map(prices.map((price) => [price.priceLevelId, price.amountMinor]));
  await calls.do('event.setPrices', {
    eventId,
    types: [
      { ticketTypeId: null, name: 'Standard', kind: 'STANDARD' },
      { ticketTypeId: null, name: 'Child', kind: 'STANDARD' },
      { ticketTypeId: null, name: 'Concession', kind: 'STANDARD' },
      { ticketTypeId: null, name: 'Complimentary', kind: 'COMP' },
    ],
    grid: levels.map(({ priceLevelId }) => {
      const standard = base.get(priceLevelId) ?? 2000;
      return { priceLevelId, amounts: [standard, roundToFifty(standard * 0.5), roundToFifty(standard * 0.75), 0] };
    }),
  });
  await calls.do('event.generateSeats', { eventId });
  await calls.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
  await calls.do('event.changeStatus', { eventId, to: 'ON_SALE' });
}

function roundToFifty(amountMinor: number): number {
  return Math.round(amountMinor / 50) * 50;
}
