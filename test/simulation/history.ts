/**
 * One history: one device, the real handlers on the real store, a seeded schedule. After it, whatever died when, every
 * rule holds on the data, what was acknowledged is there, and what nobody paid for is free again.
 */
import { sql } from 'drizzle-orm';
import { expireDueSales } from '../../src-main/expiry.ts';
import { openDeviceRecorder } from '../../src-main/store/recorder.ts';
import { verifyStore } from '../../src-main/verify.ts';
import { commandHandlers } from '../../src-shared/commands/handlers.ts';
import { createAccess } from '../../src-shared/core/access.ts';
import { createExecutor, type Executor } from '../../src-shared/core/execute.ts';
import { createRouter, type Router } from '../../src-shared/core/router.ts';
import { createSeatFinders } from '../../src-shared/core/seat-finders.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { signTicket } from '../../src-shared/domain/tickets/code.ts';
import { queryHandlers } from '../../src-shared/queries/handlers.ts';
import { createSequence } from '../support/determinism.ts';
import { TEST_DEVICE } from '../support/stores.ts';
import { EVENING } from '../support/test-core.ts';
import { testSigner, testVerifier } from '../support/ticket-keys.ts';
import { createStreams, type Streams } from './draw.ts';
import { createFaults, faultyStore, Killed, type Faults } from './faults.ts';
import type { Footing } from './footing.ts';
import type { SimulatedHouse } from './house.ts';
import {
  guardDoor,
  keepDrawer,
  lookAfter,
  runHouse,
  serve,
  type Call,
  type Memory,
  type Script,
  type Stage,
} from './script.ts';

export interface Tally {
  commands: number;
  sales: number;
  kills: number;
  fullDisks: number;
  restores: number;
  expired: number;
  /** Answers by call and code: `sale.finish OK`, `sale.finish NOT_PAID_IN_FULL`. */
  readonly answers: Map<string, number>;
}

export function createTally(): Tally {
  return { commands: 0, sales: 0, kills: 0, fullDisks: 0, restores: 0, expired: 0, answers: new Map() };
}

export interface HistoryOptions {
  readonly seed: number;
  readonly house: SimulatedHouse;
  readonly open: (faults: Faults) => Footing;
  readonly tally: Tally;
}

const HOUR_MS = 3_600_000;
/** Short: what many short histories find, few long ones find later. */
const STEPS = 15;
/** One history in so many ends with its events played and the last customers paying. */
const PAID_LATE = 2;
/** Freeing what nobody pays for is much the same each time: one history in so many is verified after it too. */
const LOOKED_AT_TWICE = 4;
/** Scripts that go on at once: two clerks, and one of the others. */
const AT_ONCE = 3;

/** No answer for a person who did nothing wrong: a repeated act gets its first answer, a bad call is the script's. */
const NEVER_ANSWERED = ['CONFLICT', 'ACTION_REUSED', 'STORE_BUSY', 'BAD_INPUT', 'UNKNOWN_CALL'];

const SYSTEM = { userId: 'system', allowedBy: null };
const NO_SECRETS = {
  hash: async (secret: string) => secret,
  matches: async () => false,
  digest: (token: string) => token,
};

/** @returns what does not hold; nothing when all is well */
export async function runHistory({ seed, house, open, tally }: HistoryOptions): Promise<string[]> {
  const streams = createStreams(seed);
  const faults = createFaults();
  const footing = open(faults);
  try {
    const history = await createHistory({ seed, house, streams, faults, footing, tally });
    await history.play();
    return await history.violations();
  } finally {
    await footing.end();
  }
}

async function createHistory({
  seed,
  house,
  streams,
  faults,
  footing,
  tally,
}: Omit<HistoryOptions, 'open'> & { readonly streams: Streams; readonly faults: Faults; readonly footing: Footing }) {
  const newId = createSequence(2 + seed);
  let now = EVENING;
  let core!: { readonly executor: Executor; readonly router: Router };
  const memory: Memory = { saleIds: [], soldIds: [], ticketIds: [], holdIds: [], scanIds: [] };
  const finished = new Set<string>();
  const undone = new Set<string>();
  const impossible: string[] = [];

  async function start(): Promise<void> {
    const store = faultyStore(footing.store, faults);
    const { second } = footing;
    const recorder = await openDeviceRecorder({
      store: footing.store,
      second,
      deviceId: TEST_DEVICE.id,
      incarnation: () => 1,
      newId,
    });
    const seatFinders = createSeatFinders({ agencyId: store.agencyId });
    const executor = createExecutor({
      store,
      recorder,
      handlers: commandHandlers,
      device: TEST_DEVICE,
      now: () => now,
      newId,
      random: streams.serials.bytes,
      ticketVerifier: testVerifier,
      seatFinders,
      notify: () => undefined,
    });
    const access = createAccess({ store, executor, hasher: NO_SECRETS, now: () => now, newId });
    const deviceId = TEST_DEVICE.id;
    const router = createRouter({
      store: footing.store,
      executor,
      access,
      queries: queryHandlers,
      services: {},
      deviceId,
      seatFinders,
      now: () => now,
    });
    core = { executor, router };
    await executor.run('system.startDevice', {}, SYSTEM, newId());
  }

  async function dieAndStart(): Promise<void> {
    faults.clear();
    await footing.restart();
    await start();
  }

  /** Runs once, whatever dies on the way; what died unanswered is asked again or given up. */
  async function perform(call: Call): Promise<Result<unknown>> {
    const action = newId();
    for (;;) {
      planFault();
      try {
        const result = await core.router.callAs(call.person, call.name, call.input, action);
        faults.clear();
        note(call, result);
        if (call.name === 'sale.finish' && result.ok) await noteCancelled(call);
        return result;
      } catch (error) {
        if (!(error instanceof Killed)) throw new Error(`${call.name} ${JSON.stringify(call.input)}`, { cause: error });
        tally.kills++;
        await dieAndStart();
        if (streams.faults.chance(0.3)) {
          remember(call, 'KILLED');
          return { ok: false, error: { code: 'KILLED', message: '' } };
        }
      }
    }
  }

  function planFault(): void {
    if (streams.faults.chance(0.06)) faults.plan('KILL', streams.faults.below(24));
    else if (streams.faults.chance(0.01)) {
      tally.fullDisks++;
      faults.plan('FULL', streams.faults.below(24));
    }
  }

  function note(call: Call, result: Result<unknown>): void {
    tally.commands++;
    const key = `${call.name} ${result.ok ? 'OK' : result.error.code}`;
    tally.answers.set(key, (tally.answers.get(key) ?? 0) + 1);
    if (!result.ok && NEVER_ANSWERED.includes(result.error.code)) impossible.push(`${key}: ${result.error.message}`);
    remember(call, result.ok ? 'OK' : result.error.code);
  }

  /** What was sold just now is of no event that is cancelled: a sale that was paid before is refused a second Enter. */
  async function noteCancelled({ input }: Call): Promise<void> {
    const { saleId } = input as { saleId: string };
    const cancelled = await footing.store.read.rows(
      'bookings',
      sql`where sale_id = ${saleId} and status = 'CONFIRMED' and event_id in (select id from events where status = 'CANCELLED')`,
    );
    if (cancelled.length > 0) impossible.push(`sale ${saleId} was finished for an event that is cancelled`);
  }

  /** What a person was told, or may have done without being told. */
  function remember({ name, input }: Call, code: string): void {
    const { saleId } = input as { saleId?: string };
    if (saleId === undefined) return;
    if (name === 'sale.finish' && code === 'OK') {
      finished.add(saleId);
      tally.sales++;
    }
    const isDone = code === 'OK' || code === 'KILLED' || code === 'SECOND_JOURNAL_FULL';
    if (isDone && (name === 'sale.cancel' || name === 'sale.refundTickets')) undone.add(saleId);
  }

  async function codeOf(ticketId: string): Promise<string> {
    const [ticket] = await footing.store.read.rows('tickets', sql`where id = ${ticketId}`);
    if (!ticket) return 'XX';
    const [event] = await footing.store.read.rows('events', sql`where id = ${ticket.eventId}`);
    const { serial, generation, ordinal: seatIndex } = ticket;
    return signTicket({ eventNumber: event!.number, serial, generation, seatIndex, product: 0, gate: 0 }, testSigner);
  }

  const stage: Stage = { draw: streams.workload, house, memory, now: () => now, newId, codeOf };

  async function nextScript(place: number): Promise<Script> {
    const clerk = house.clerks[place % house.clerks.length]!;
    const draw = streams.workload;
    if (draw.chance(0.1)) return keepDrawer(stage, house.clerks[0]!);
    if (place < 2 && draw.chance(0.8)) return serve(stage, clerk);
    const isSelling = memory.ticketIds.length === 0;
    // Sales are few, and what can be done with their tickets is much: most goes to the door.
    const what = draw.below(isSelling ? 6 : 8);
    if (what === 0 || (isSelling && what > 1)) return runHouse(stage);
    if (what <= 2) return lookAfter(stage);
    return guardDoor(stage, await codeOf(draw.pick(memory.ticketIds)));
  }

  /** Time goes on, sometimes long, sometimes back; what is due is freed. */
  async function passTime(): Promise<void> {
    const { clock } = streams;
    const leap = clock.below(100);
    if (leap < 3) now -= HOUR_MS;
    else if (leap < 6) now += clock.below(4) * HOUR_MS;
    else now += clock.below(30_000);
    if (clock.chance(0.2)) await expire();
  }

  async function expire(): Promise<number> {
    try {
      return await expireDueSales({ store: footing.store, executor: core.executor, now });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      tally.kills++;
      await dieAndStart();
      return 1;
    }
  }

  async function play(): Promise<void> {
    await start();
    await perform({ person: house.clerks[0]!, name: 'cash.open', input: { denominations: { '5000': 1 } } });
    const keepAt = streams.faults.chance(0.3) ? streams.faults.below(STEPS) : -1;
    const restoreAt = keepAt + 1 + streams.faults.below(STEPS);
    const going: { script: Script; answer: Result<unknown> | null }[] = [];
    for (let step = 0; step < STEPS; step++) {
      if (step === keepAt) footing.keepCopy();
      if (keepAt >= 0 && step === restoreAt) {
        tally.restores++;
        await footing.restoreCopy();
        await start();
      }
      await passTime();
      const place = streams.workload.below(AT_ONCE);
      const one = (going[place] ??= { script: await nextScript(place), answer: null });
      const next = await lookAndGoOn(one.script, one.answer);
      if (next.done) delete going[place];
      else if (next.value === 'WAIT') now += 20 * 60_000;
      else one.answer = await perform(next.value);
    }
  }

  /** Looking at a sale is no step: the next thing done is. */
  async function lookAndGoOn(
    script: Script,
    answer: Result<unknown> | null,
  ): Promise<IteratorResult<Call | 'WAIT', void>> {
    let next = answer === null ? script.next() : script.next(answer);
    while (!next.done && next.value !== 'WAIT' && next.value.name === 'sale.get')
      next = script.next(await perform(next.value));
    return next;
  }

  /** The events have played when the last of those who stand at the counter pay. */
  async function payLate(): Promise<void> {
    now += 6 * HOUR_MS;
    const run = (name: string, input: unknown, userId: string) =>
      core.executor.run(name, input, { userId, allowedBy: null }, newId());
    for (const { eventId } of house.events)
      await run('event.changeStatus', { eventId, to: 'COMPLETED' }, house.manager.id);
    const paying = await footing.store.read.rows('sales', sql`where status = 'PAYING' order by id`);
    for (const { id: saleId, userId, totalMinor } of paying) {
      const tendered = await footing.store.read.rows('payments', sql`where sale_id = ${saleId} and status = 'PENDING'`);
      const amountMinor = totalMinor - tendered.reduce((sum, payment) => sum + payment.amountMinor, 0);
      await run('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor, reference: 'L8' }, userId);
      await run('sale.finish', { saleId }, userId);
    }
  }

  /** Faults stop, and everybody goes home: what is being paid goes back, and every deadline passes. */
  async function drain(): Promise<void> {
    faults.clear();
    await dieAndStart();
    const paying = await footing.store.read.rows('sales', sql`where status = 'PAYING'`);
    for (const { id: saleId, userId } of paying)
      await core.executor.run('sale.backToBasket', { saleId }, { userId, allowedBy: null }, newId());
    now += 1000 * HOUR_MS;
    while ((await expire()) > 0);
  }

  async function violations(): Promise<string[]> {
    faults.clear();
    // A full disk may have kept the last line from its second place; nobody was told that it is done.
    footing.second.flush();
    if (seed % PAID_LATE === 0) await payLate();
    const before = await problems();
    await drain();
    const sales = await footing.store.read.rows('sales', sql`order by id`);
    tally.expired += sales.filter(({ status }) => status === 'EXPIRED').length;
    const open = sales.filter(({ status }) => status === 'RESERVED' || status === 'PAYING');
    const lost = [...finished].filter((saleId) => {
      const status = sales.find(({ id }) => id === saleId)?.status;
      return status !== 'CONFIRMED' && !(status === 'CANCELLED' && undone.has(saleId));
    });
    return [
      ...impossible,
      ...before,
      ...(before.length === 0 && seed % LOOKED_AT_TWICE === 0 ? await problems() : []),
      ...open.map(({ number }) => `sale ${number} is never released`),
      ...lost.map((saleId) => `sale ${saleId} was acknowledged and is not there`),
    ];
  }

  async function problems(): Promise<string[]> {
    const checks = await verifyStore(footing.store, footing.second);
    return checks.flatMap(({ name, problems: found }) => found.map((one) => `${name}: ${one}`));
  }

  return { play, violations };
}
