/** What goes wrong in a house: each gets a message that says what and where, and loses nothing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectCore, coreLost } from '../../src-main/core-port.ts';
import { forkCore } from '../../src-main/core-process-port.ts';
import { createCore, type Core } from '../../src-main/core.ts';
import { openDataFolder, type DataFolder } from '../../src-main/data-folder.ts';
import { seedDemo, DEMO_HOUSE } from '../../src-main/demo/seed-demo.ts';
import { openWriter } from '../../src-main/store/database.ts';
import { verifyStore } from '../../src-main/verify.ts';
import { calls, type CallName, type Input, type Output } from '../../src-shared/contract/calls.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { createSequence } from '../support/determinism.ts';
import { sampleInput, textPaths } from '../support/sample-input.ts';

const OWNER = { id: 'owner', name: 'Olga', role: 'OWNER' } as const;
/** A Visa test number, with its spaces as people type it and without. */
const CARDS = ['4111 1111 1111 1111', '4111111111111111', '3782-822463-10005'];

const newId = createSequence(31);
let path: string;
let folder: DataFolder;
beforeEach(() => void (path = mkdtempSync(join(tmpdir(), 'parterre-bad-'))));
afterEach(() => rmSync(path, { recursive: true, force: true }));

async function openCore(): Promise<Result<Core>> {
  const opened = openDataFolder(path, null);
  if (!opened.ok) return opened;
  folder = opened.value;
  const core = await createCore({ folder, setUp: DEMO_HOUSE });
  if (!core.ok) folder.release();
  return core;
}

async function openHouse(): Promise<Core> {
  const core = await openCore();
  if (!core.ok) throw new Error(core.error.message);
  return core.value;
}

async function close(core: Core): Promise<void> {
  await core.stop();
  folder.release();
}

async function openDemo(): Promise<{ core: Core; eventId: string }> {
  const core = await openHouse();
  await seedDemo({ ...core, now: Date.now() });
  const [event] = await must(core, 'event.list', { onlyOnSale: true });
  return { core, eventId: event!.eventId };
}

const call = async <N extends CallName>(core: Core, name: N, input: Input<N>, action = newId()) =>
  (await core.router.callAs(OWNER, name, input, action)) as Result<Output<N>>;

async function must<N extends CallName>(core: Core, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(core, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** A basket of two, paid by card, before Enter. */
async function tendered(core: Core, eventId: string): Promise<string> {
  const saleId = newId();
  await must(core, 'sale.reserveBest', { saleId, eventId, quantity: 2 });
  await must(core, 'sale.beginPayment', { saleId });
  const { dueMinor: amountMinor } = await must(core, 'sale.get', { saleId });
  await must(core, 'sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor, reference: 'A17' });
  return saleId;
}

async function problemsOf({ store, secondJournal }: Core): Promise<readonly string[]> {
  const checks = await verifyStore(store, secondJournal);
  return checks.flatMap(({ name, problems }) => problems.map((one) => `${name}: ${one}`));
}

describe('a full disk', () => {
  test('refuses Enter in words, keeps what was tendered, and the same Enter finishes once there is room', async () => {
    const { core, eventId } = await openDemo();
    const saleId = await tendered(core, eventId);
    const { writer } = core.store;
    const pages = writer.pragma('page_count', { simple: true }) as number;
    const action = newId();
    let refused = 0;
    for (let room = 0; ; room++) {
      writer.pragma(`max_page_count = ${pages + room}`);
      const answer = await call(core, 'sale.finish', { saleId }, action);
      if (answer.ok) break;
      refused++;
      expect(answer.error).toMatchObject({ code: 'STORE_FULL', message: expect.stringContaining('make room') });
      expect(await must(core, 'sale.get', { saleId })).toMatchObject({ status: 'PAYING', dueMinor: 0 });
      expect(await problemsOf(core)).toEqual([]);
    }
    expect(refused).toBeGreaterThan(0);
    expect(await must(core, 'sale.get', { saleId })).toMatchObject({ status: 'CONFIRMED' });
    expect(await problemsOf(core)).toEqual([]);
    await close(core);
  });
});

describe('a data folder', () => {
  test.each([
    ['that is a file', (): string => join(path, 'file')],
    ['under a file', (): string => join(path, 'file', 'deeper')],
  ])('%s is refused, and named', (_where, place) => {
    writeFileSync(join(path, 'file'), 'not a folder');
    const opened = openDataFolder(place(), null);
    expect(opened).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_READ_ONLY' } });
    expect(!opened.ok && opened.error.message).toContain(place());
  });

  test('open in another copy of the program is refused to a second process', async () => {
    const core = await openHouse();
    const child = forkCore({
      entry: resolve(import.meta.dirname, '../../src-main/core-process.ts'),
      args: ['--data', path],
    });
    const client = connectCore(child.port);
    child.onExit(() => client.lose(coreLost()));
    expect(await client.opened).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_IN_USE' } });
    await close(core);
  });

  test.each(['parterre.sqlite', 'journal/journal.jsonl', 'ticket-keys.json'])(
    'whose %s cannot be opened is refused in words',
    async (name) => {
      mkdirSync(join(path, name), { recursive: true });
      const opened = await openCore();
      expect(opened.ok).toBe(false);
      expect(!opened.ok && opened.error.message).toContain(path);
    },
  );
});

describe('a database', () => {
  test('from a newer version is refused and left as it is', async () => {
    await close(await openHouse());
    const writer = openWriter(join(path, 'parterre.sqlite'));
    writer.pragma('user_version = 99');
    writer.close();
    const before = readFileSync(join(path, 'parterre.sqlite'));
    expect(await openCore()).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_FROM_THE_FUTURE', data: { found: 99 } },
    });
    expect(readFileSync(join(path, 'parterre.sqlite')).equals(before)).toBe(true);
  });

  test.each([
    [
      'that is something else',
      (bytes: Buffer) => Buffer.from('not a database, but long enough to be one'.repeat(200)).subarray(0, bytes.length),
    ],
    ['whose first tables are gone', (bytes: Buffer) => bytes.fill(0x5a, 4096, 40_960)],
    ['that is cut short', (bytes: Buffer) => bytes.subarray(0, 20_000)],
  ])('%s is refused with what to do, and kept', async (_kind, damage) => {
    await close(await openHouse());
    const file = join(path, 'parterre.sqlite');
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    expect(await openCore()).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_DAMAGED', message: expect.stringContaining('parterre restore') },
    });
    expect(readFileSync(file).length).toBe(damaged.length);
  });
});

type Hostile = readonly [kind: string, text: string];
const STRANGE: readonly Hostile[] = [
  ['quotes', `O'Brien "the boss" \`; drop table sales; --`],
  ['newlines', 'one\ntwo\r\nthree\ttab'],
  ['right-to-left', 'מֹשֶׁה \u202eabc\u202c عمر'],
  ['emoji', '👩‍👩‍👧‍👦 🎭'],
  ['a template', '{name} ${x} %s <script>'],
];
const REFUSED: readonly Hostile[] = [
  ['U+0000', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
];
const CALLS = (Object.keys(calls) as CallName[]).filter((name) => calls[name].access !== 'system');

/** Like a field's usual content, so that the rest of the input is as good as it can be. */
const plain = (field: string): string => (/color$/i.test(field) ? '#aa3377' : /pin$/i.test(field) ? '2468' : 'x1');

describe('hostile text', () => {
  test('in every field of every call is kept whole or refused in words; the impossible and card numbers are refused, and reach no file', async () => {
    const { core } = await openDemo();
    let fields = 0;
    for (const name of CALLS) {
      const { input, rawFields } = calls[name] as {
        input: (typeof calls)[CallName]['input'];
        rawFields: readonly string[];
      };
      for (const field of textPaths(input)) {
        fields++;
        const send = (text: string) =>
          core.router.callAs(
            OWNER,
            name,
            sampleInput(input, (at) => (at === field ? text : plain(at))),
            newId(),
          );
        for (const [kind, text] of STRANGE) {
          const answer = await send(text);
          expect(answer.ok || answer.error.message.length > 0, `${name} ${field} ${kind}`).toBe(true);
        }
        for (const [kind, text] of REFUSED) {
          // What a scanner sends is judged and not kept: any noise is UNKNOWN.
          if (name !== 'door.scan' || field !== 'text')
            expect((await send(text)).ok, `${name} ${field} ${kind}`).toBe(false);
        }
        for (const card of CARDS) {
          const answer = await send(card);
          if (rawFields.includes(field)) continue;
          expect(answer, `${name} ${field} ${card}`).toMatchObject({ ok: false });
          expect(!answer.ok && answer.error.message.replace(/\D/g, ''), `${name} ${field}`).not.toContain(
            card.replace(/\D/g, ''),
          );
        }
      }
    }
    expect(fields).toBeGreaterThan(100);
    expect(await problemsOf(core)).toEqual([]);
    core.store.writer.pragma('wal_checkpoint(TRUNCATE)');
    await close(core);
    const leaked = filesIn(path).filter((file) => CARDS.some((card) => readFileSync(file).includes(card)));
    expect(leaked).toEqual([]);
  });
});

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a price', () => {
  test.each([-1, 1e99, 0.5, Number.NaN])('of %d is refused with its place, and the old prices stay', async (amount) => {
    const { core, eventId } = await openDemo();
    const before = await must(core, 'event.get', { eventId });
    const types = before.types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind }));
    const grid = before.levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: types.map(() => amount) }));
    const refused = await call(core, 'event.setPrices', { eventId, types, grid });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'BAD_INPUT',
        data: { issues: expect.arrayContaining([expect.objectContaining({ path: 'grid.0.amounts.0' })]) },
      },
    });
    expect((await must(core, 'event.get', { eventId })).prices).toEqual(before.prices);
    await close(core);
  });
});

describe('a PIN changed with a basket open', () => {
  test('leaves the basket with its clerk, who has it back after signing in with the new one', async () => {
    const { core, eventId } = await openDemo();
    const clerk = (await must(core, 'session.house', {})).people.find(({ role }) => role === 'CLERK')!;
    const saleId = newId();
    ok(await core.router.callAs(clerk, 'sale.reserveBest', { saleId, eventId, quantity: 2 }, newId()));
    await must(core, 'person.setSecret', { userId: clerk.id, pin: '97531' });
    const signIn = async (pin: string) =>
      (
        await core.call({
          call: 1,
          name: 'session.signIn',
          input: { userId: clerk.id, pin },
          action: newId(),
          session: null,
        })
      ).result;
    expect(await signIn('5100')).toMatchObject({ ok: false, error: { code: 'WRONG_PIN' } });
    const signedIn = (await signIn('97531')) as { ok: true; value: { session: string } };
    const { session } = signedIn.value;
    const open = await core.call({ call: 2, name: 'sale.open', input: {}, action: newId(), session });
    expect(open.result).toMatchObject({ ok: true, value: [{ saleId, status: 'RESERVED' }] });
    await close(core);
  });
});

describe('Enter twice', () => {
  test('with one action answers the same and sells once; with another says that it is sold', async () => {
    const { core, eventId } = await openDemo();
    const saleId = await tendered(core, eventId);
    const answers = await Promise.all([1, 2].map(() => call(core, 'sale.finish', { saleId }, 'enter')));
    expect(answers).toEqual([ok({ saleId }), ok({ saleId })]);
    expect(await call(core, 'sale.finish', { saleId })).toMatchObject({ ok: false, error: { code: 'WRONG_STATE' } });
    expect(await core.store.read.rows('receipts', sql`where sale_id = ${saleId}`)).toHaveLength(1);
    expect(await problemsOf(core)).toEqual([]);
    await close(core);
  });
});
