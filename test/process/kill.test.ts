/**
 * The real core process on a real data folder, killed (−9) at any moment while it sells. What a person was told is
 * done is there after the next start, nothing is there twice, and baskets and tenders come back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCore } from '../../src-main/core.ts';
import { openDataFolder } from '../../src-main/data-folder.ts';
import { verifyStore } from '../../src-main/verify.ts';
import type { CallName, Input, Output } from '../../src-shared/contract/calls.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { beginCoreLife, type CoreLife } from '../support/core-life.ts';
import { createRandom, createSequence } from '../support/determinism.ts';

/** Each costs the start of a process: a second here, several on a machine that is busy. */
const KILLS = 50;
/** A life ends in the course of one of its first calls. */
const CALLS_IN_A_LIFE = 12;

const newId = createSequence(77);
const random = createRandom(77);
const below = (limit: number): number => (random(1)[0]! * 256 + random(1)[0]!) % limit;

let path: string;
beforeAll(() => void (path = mkdtempSync(join(tmpdir(), 'parterre-kill-'))));
afterAll(() => rmSync(path, { recursive: true, force: true }));

async function startLife(): Promise<CoreLife> {
  const life = await beginCoreLife(path);
  if (!life.ok) throw new Error(`${life.error.code}: ${life.error.message}`);
  return life.value;
}

/** What the clerk's screen knows: a sale, how far it got, and the act that was never answered. */
interface Counter {
  session: string | null;
  saleId: string;
  stage: 'NEW' | 'BASKET' | 'PAYING' | 'TENDERED';
  dueMinor: number;
  unanswered: { readonly name: CallName; readonly input: unknown; readonly action: string } | null;
  readonly sold: Map<string, number>;
  retriesAnswered: number;
}

async function ask<N extends CallName>(
  life: CoreLife,
  counter: Counter,
  name: N,
  input: Input<N>,
  action = newId(),
): Promise<Result<Output<N>>> {
  const request = { call: 1, name, input, action, session: counter.session };
  return (await life.client.call(request)).result as Result<Output<N>>;
}

async function must<N extends CallName>(
  life: CoreLife,
  counter: Counter,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await ask(life, counter, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

function nextAct({ stage, saleId, dueMinor }: Counter, eventId: string): { name: CallName; input: unknown } {
  if (stage === 'NEW') return { name: 'sale.reserveBest', input: { saleId, eventId, quantity: 1 + below(4) } };
  if (stage === 'BASKET') return { name: 'sale.beginPayment', input: { saleId } };
  if (stage === 'PAYING') {
    const tender = below(2) === 0 ? { kind: 'CASH', reference: null } : { kind: 'CARD_TERMINAL', reference: 'T1' };
    return { name: 'sale.tender', input: { saleId, amountMinor: dueMinor, ...tender } };
  }
  return { name: 'sale.finish', input: { saleId } };
}

/** What an acknowledged act means for the screen. @returns false when the core died before it said how much is due */
async function goOn(life: CoreLife, counter: Counter, name: CallName): Promise<boolean> {
  if (name === 'sale.reserveBest') counter.stage = 'BASKET';
  if (name === 'sale.tender') counter.stage = 'TENDERED';
  if (name === 'sale.beginPayment') {
    counter.stage = 'PAYING';
    const sale = await ask(life, counter, 'sale.get', { saleId: counter.saleId });
    if (!sale.ok) return false;
    counter.dueMinor = sale.value.dueMinor;
  }
  if (name === 'sale.finish') {
    counter.sold.set(counter.saleId, counter.dueMinor);
    Object.assign(counter, { saleId: newId(), stage: 'NEW', dueMinor: 0 });
  }
  return true;
}

/** Sells until the process is gone. */
async function sellUntilKilled(life: CoreLife, counter: Counter, eventId: string): Promise<void> {
  const lastCall = 1 + below(CALLS_IN_A_LIFE);
  for (let calls = 1; ; calls++) {
    const act = counter.unanswered ?? { ...nextAct(counter, eventId), action: newId() };
    const isRetry = counter.unanswered !== null;
    counter.unanswered = act;
    const answer = ask(life, counter, act.name, act.input as never, act.action);
    if (calls >= lastCall) void dieSoon(life);
    const result = await answer;
    if (!result.ok && result.error.code === 'CORE_LOST') return life.ended;
    if (!result.ok) throw new Error(`${act.name}: ${result.error.code}: ${result.error.message}`);
    counter.unanswered = null;
    if (isRetry) counter.retriesAnswered++;
    if (!(await goOn(life, counter, act.name))) return life.ended;
  }
}

/** After so many turns of the event loop: before the call has arrived, while it is done, or after its answer. */
async function dieSoon(life: CoreLife): Promise<void> {
  for (let turns = below(400); turns > 0; turns--) await new Promise((next) => setImmediate(next));
  life.kill();
}

/** What was acknowledged before is there, and the open basket is brought back as it stood. */
async function expectNothingLost(life: CoreLife, counter: Counter): Promise<void> {
  for (const [saleId, paidMinor] of [...counter.sold].slice(-5))
    expect(await must(life, counter, 'sale.get', { saleId })).toMatchObject({
      status: 'CONFIRMED',
      paidMinor,
      dueMinor: 0,
    });
  if (counter.stage === 'NEW') return;
  const open = await must(life, counter, 'sale.open', {});
  // An unanswered finish may have been done.
  if (counter.unanswered?.name === 'sale.finish' && open.length === 0) return;
  const [basket] = open;
  expect(basket).toMatchObject({ saleId: counter.saleId });
  // Paying was begun, and the core died before it could say how much.
  if (counter.stage === 'PAYING' && counter.dueMinor === 0) counter.dueMinor = basket!.dueMinor;
  if (counter.stage === 'TENDERED') expect(basket).toMatchObject({ status: 'PAYING', dueMinor: 0 });
}

async function signIn(life: CoreLife, counter: Counter): Promise<void> {
  const { people } = await must(life, counter, 'session.house', {});
  const clerk = people.find(({ name }) => name === 'Clara Clerk')!;
  counter.session = (await must(life, counter, 'session.signIn', { userId: clerk.id, pin: '5000' })).session;
}

test(`a core killed ${KILLS} times while selling loses and doubles nothing`, async () => {
  const counter: Counter = {
    session: null,
    saleId: newId(),
    stage: 'NEW',
    dueMinor: 0,
    unanswered: null,
    sold: new Map(),
    retriesAnswered: 0,
  };
  let eventId = '';
  for (let kills = 0; kills < KILLS; kills++) {
    const life = await startLife();
    if (counter.session === null) {
      await signIn(life, counter);
      await must(life, counter, 'cash.open', { denominations: { '5000': 2 } });
      eventId = (await must(life, counter, 'event.list', { onlyOnSale: true }))[0]!.eventId;
    }
    await expectNothingLost(life, counter);
    await sellUntilKilled(life, counter, eventId);
  }
  expect(counter.retriesAnswered).toBeGreaterThan(0);
  expect(counter.sold.size).toBeGreaterThan(KILLS / 2);

  const folder = openDataFolder(path, null);
  if (!folder.ok) throw new Error(folder.error.message);
  const core = await createCore({ folder: folder.value, setUp: null });
  if (!core.ok) throw new Error(core.error.message);
  const { store, secondJournal } = core.value;
  const checks = await verifyStore(store, secondJournal);
  const confirmed = await store.read.rows('sales', sql`where status = 'CONFIRMED'`);
  await core.value.stop();
  folder.value.release();
  expect(checks.flatMap(({ name, problems }) => problems.map((one) => `${name}: ${one}`))).toEqual([]);
  const unacknowledged = confirmed.filter(({ id }) => !counter.sold.has(id)).map(({ id }) => id);
  // Only the one whose answer died with the last life may be done without a word.
  expect(unacknowledged.filter((saleId) => saleId !== counter.saleId)).toEqual([]);
  expect(confirmed.length - unacknowledged.length).toBe(counter.sold.size);
}, 1_200_000);
