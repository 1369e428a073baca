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
  readonly store: Pick<Store, 'agencyId' | 'read'>;
  readonly router: Router;
  readonly executor: Executor;
  readonly now: number;
}

interface Calls {
  attempt(name: CallName, input: unknown): Promise<Result<unknown>>;
  do<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  run<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>;
}

const SEEDER = { id: 'system', name: 'Demo', role: 'OWNER' } as const;
const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
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

/** When the demo's first step was done; null when it was not. */
async function begunAt({ agencyId, read }: Pick<Store, 'agencyId' | 'read'>): Promise<number | null> {
  const [first] = await read.query(
    { at: int() },
    sql`select created_at from commands where agency_id = ${agencyId} and id = ${actionOf(1)}`,
  );
  return first?.at ?? null;
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

function must<T>(name: string, result: Result<T>): T {
  if (!result.ok) throw new DemoRefused(name, result.error);
  return result.value;
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
export async function seedDemo({ store, router, executor, now }: DemoDependencies): Promise<void> {
  // A step that was done is asked for in the same words again.
  const begun = (await begunAt(store)) ?? now;
  let step = 0;
  const nextAction = (): string => actionOf(++step);
  const attempt: Calls['attempt'] = (name, input) => router.callAs(SEEDER, name, input, nextAction());
  const calls: Calls = {
    attempt,
    do: async (name, input) => must(name, await attempt(name, input)) as never,
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

  const { tonight, late, at } = demoTimes(begun);
  await event(calls, now, {
    title: 'The Winter’s Tale',
    kind: 'Theatre',
    mapVersionId: main,
    startsAt: tonight,
    lengthMinutes: 165,
  });
  await event(calls, now, {
    title: 'Late Cabaret',
    kind: 'Cabaret',
    mapVersionId: small,
    startsAt: late,
    lengthMinutes: 150,
  });
  await event(calls, now, {
    title: 'String Quartets',
    kind: 'Concert',
    mapVersionId: main,
    startsAt: at(1, 20, 0),
    lengthMinutes: 120,
  });
  await event(calls, now, {
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

/**
 * When the demo's shows begin. Evenings count from the trading day, so that a demo made after midnight has its shows
 * tonight, too. One that has long begun by now begins at the next half hour instead: there is something to sell at any hour.
 */
export function demoTimes(now: number): {
  readonly tonight: number;
  readonly late: number;
  at(days: number, hour: number, minute: number): number;
} {
  const { from, until } = tradingDayOf(now, DEMO_HOUSE.timeZone, TRADING_DAY_MINUTES);
  const at = (days: number, hour: number, minute: number): number =>
    from + days * DAY_MS + (hour * 60 + minute - TRADING_DAY_MINUTES) * MINUTE_MS;
  const soon = Math.ceil(now / HALF_HOUR_MS) * HALF_HOUR_MS;
  const notOver = (usual: number): number => Math.min(usual + HALF_HOUR_MS > now ? usual : soon, until - MINUTE_MS);
  const tonight = notOver(at(0, 19, 30));
  const late = notOver(Math.max(at(0, 22, 0), tonight + HALF_HOUR_MS));
  return { tonight, late, at };
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

async function event(calls: Calls, now: number, demo: DemoEvent): Promise<void> {
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
  const { levels, prices, endsAt } = await calls.do('event.get', { eventId });
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
  for (const to of ['PUBLISHED', 'ON_SALE'] as const) {
    const changed = await calls.attempt('event.changeStatus', { eventId, to });
    // One that is over by now was begun by a start that was cut off on another day, and stays as it is.
    if (endsAt > now) must('event.changeStatus', changed);
  }
}

function roundToFifty(amountMinor: number): number {
  return Math.round(amountMinor / 50) * 50;
}
