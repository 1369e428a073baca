/**
 * A disk that really takes no more: a file system of a few megabytes where one can be mounted, and a limit on the size
 * of files everywhere else. The real core process sells until it is refused.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, type TestContext } from 'vitest';
import { createCore } from '../../src-main/core.ts';
import { openDataFolder } from '../../src-main/data-folder.ts';
import { DEMO_HOUSE, seedDemo } from '../../src-main/demo/seed-demo.ts';
import type { AppError } from '../../src-shared/domain/result.ts';
import { beginCoreLife, signInAt, type AtCore, type CoreLife, type CoreLimits } from '../support/core-life.ts';
import { createSequence } from '../support/determinism.ts';
import { close, openHouse, problemsOf } from '../support/real-house.ts';

const PARTERRE = resolve(import.meta.dirname, '../../bin/parterre.mjs');
/** More sales than any of these disks has room for. */
const SALES = 300;

const newId = createSequence(19);
let base: string;
let path: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'parterre-full-base-'));
  const folder = openDataFolder(base, null);
  if (!folder.ok) throw new Error(folder.error.message);
  const core = await createCore({ folder: folder.value, setUp: DEMO_HOUSE });
  if (!core.ok) throw new Error(core.error.message);
  await seedDemo({ ...core.value, now: Date.now() });
  await core.value.stop();
  folder.value.release();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => void (path = mkdtempSync(join(tmpdir(), 'parterre-full-'))));
afterEach(() => rmSync(path, { recursive: true, force: true }));

async function live(data: string, limits?: CoreLimits): Promise<CoreLife> {
  const life = await beginCoreLife(data, limits);
  if (!life.ok) throw new Error(life.error.message);
  return life.value;
}

const clara = (life: CoreLife) => signInAt(life, 'Clara Clerk', '5000', newId);

/** One call of a sale, with the action it was made with. */
interface Act {
  readonly name: 'sale.reserveBest' | 'sale.beginPayment' | 'sale.tender' | 'sale.finish';
  readonly input: never;
  readonly action: string;
}

interface Refused {
  readonly act: Act;
  readonly error: AppError;
  /** Sales whose Enter was answered. */
  readonly sold: readonly string[];
  readonly saleId: string;
}

async function nextAct(at: AtCore, name: Act['name'], saleId: string, eventId: string): Promise<Act> {
  const amountMinor = name === 'sale.tender' ? (await at.must('sale.get', { saleId })).dueMinor : 0;
  const input = {
    'sale.reserveBest': { saleId, eventId, quantity: 2 },
    'sale.beginPayment': { saleId },
    'sale.tender': { saleId, kind: 'CARD_TERMINAL', amountMinor, reference: 'A17' },
    'sale.finish': { saleId },
  }[name];
  return { name, input: input as never, action: newId() };
}

/** Sells two seats at a time until something is refused. */
async function sellUntilRefused(at: AtCore): Promise<Refused> {
  const sold: string[] = [];
  const events = await at.must('event.list', { onlyOnSale: true });
  const { eventId } = events.find(({ counts }) => counts.available > 2 * SALES)!;
  for (let sales = 0; sales < SALES; sales++) {
    const saleId = newId();
    for (const name of ['sale.reserveBest', 'sale.beginPayment', 'sale.tender', 'sale.finish'] as const) {
      const act = await nextAct(at, name, saleId, eventId);
      const answer = await at.ask(act.name, act.input, act.action);
      if (!answer.ok) return { act, error: answer.error, sold, saleId };
    }
    sold.push(saleId);
  }
  throw new Error('the disk took everything');
}

async function expectSold(at: AtCore, sold: readonly string[]): Promise<void> {
  for (const saleId of sold)
    expect(await at.must('sale.get', { saleId })).toMatchObject({ status: 'CONFIRMED', dueMinor: 0 });
}

const runParterre = (...args: string[]) => spawnSync(process.execPath, [PARTERRE, ...args], { encoding: 'utf8' });

function expectVerified(data: string): void {
  const { status, stdout } = runParterre('verify', '--data', data);
  expect(stdout).toContain('Everything holds.');
  expect(status).toBe(0);
}

/** Runs on a disk of so many megabytes, mounted at `path`; says so and skips where this machine lets nobody mount one. */
async function onDiskOf(megabytes: number, context: TestContext, work: () => Promise<void>): Promise<void> {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return context.skip('no small file system can be mounted here; the limit on files is tried all the same');
  }
  try {
    await work();
  } finally {
    execFileSync('umount', ['-l', path]);
  }
}

/** The same rules without a process of their own. */
async function expectHolds(data: string): Promise<void> {
  const core = await openHouse(data);
  expect(await problemsOf(core)).toEqual([]);
  await close(core);
}

/** Takes all the room there is but for so many bytes. @returns how to give it back */
function fill(but: number): () => void {
  const { bavail, bsize } = statfsSync(path);
  const filler = join(path, `filler-${but}`);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - but)));
  return () => rmSync(filler);
}

describe('a full disk', () => {
  test('refuses what it has no room for, names itself, and goes on with the same act once there is room', (context) =>
    onDiskOf(6, context, async () => {
      const data = join(path, 'data');
      cpSync(base, data, { recursive: true });
      const life = await live(data);
      const at = await clara(life);
      const makeRoom = fill(600_000);
      const { act, error, sold, saleId } = await sellUntilRefused(at);
      expect(error.code).toBe('STORE_FULL');
      expect(error.message).toContain(`The disk with ${data} is full`);
      expect(sold.length).toBeGreaterThan(0);
      await expectSold(at, sold);

      makeRoom();
      expect(await at.ask(act.name, act.input, act.action)).toMatchObject({ ok: true, value: { saleId } });
      await expectSold(at, [...sold, ...(act.name === 'sale.finish' ? [saleId] : [])]);
      await life.client.stop();
      await life.ended;
      expectVerified(data);
    }));

  test('refuses to start in words, and starts with all that was sold once there is room', (context) =>
    onDiskOf(6, context, async () => {
      const data = join(path, 'data');
      cpSync(base, data, { recursive: true });
      const life = await live(data);
      const makeRoom = fill(600_000);
      const { sold } = await sellUntilRefused(await clara(life));
      life.kill();
      await life.ended;
      const makeAllRoom = fill(0);
      const refused = await beginCoreLife(data);
      expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } });
      const words = new RegExp(`${data}(/journal)? is full. Nothing is lost. Make room, then start Parterre again.`);
      expect(!refused.ok && refused.error.message).toMatch(words);
      const { status, stderr } = runParterre('verify', '--data', data);
      expect(stderr).toMatch(words);
      expect(status).toBe(3);

      makeRoom();
      makeAllRoom();
      const again = await live(data);
      await expectSold(await clara(again), sold);
      await again.client.stop();
      await again.ended;
      await expectHolds(data);
    }));

  test('takes no half of a backup, and puts none in place', (context) =>
    onDiskOf(6, context, async () => {
      const data = join(path, 'data');
      const elsewhere = mkdtempSync(join(tmpdir(), 'parterre-full-backup-'));
      cpSync(base, data, { recursive: true });
      const made = runParterre('backup', '--to', elsewhere, '--data', data, '--json');
      const { folder } = JSON.parse(made.stdout) as { folder: string };
      const makeRoom = fill(600_000);
      const refused = runParterre('backup', '--data', data);
      expect(refused.stderr).toMatch(new RegExp(`The backup to ${data}/backups/.* failed: .*full`));
      expect(refused.stderr).toContain('the data itself is untouched');
      expect([refused.status, readdirSync(join(data, 'backups'))]).toEqual([1, []]);

      const notRestored = runParterre('restore', folder, '--data', data);
      expect(notRestored.stderr).toMatch(
        new RegExp(`Restoring ${folder} failed: ENOSPC.*What was there is still there`),
      );
      expect([notRestored.status, readdirSync(join(data, 'backups'))]).toEqual([1, []]);
      makeRoom();
      await expectHolds(data);
      rmSync(elsewhere, { recursive: true });
    }));

  test('on a new PC is said instead of half a house', (context) =>
    onDiskOf(2, context, async () => {
      const data = join(path, 'data');
      const refused = await beginCoreLife(data);
      expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } });
      expect(!refused.ok && refused.error.message).toContain(data);
    }));

  test('under the second journal alone: what was asked is saved and said so, and answered once there is room', (context) =>
    onDiskOf(1, context, async () => {
      const data = mkdtempSync(join(tmpdir(), 'parterre-full-data-'));
      try {
        cpSync(base, data, { recursive: true });
        cpSync(join(base, 'journal'), join(path, 'journal'), { recursive: true });
        rmSync(join(data, 'journal'), { recursive: true });
        symlinkSync(join(path, 'journal'), join(data, 'journal'));
        const life = await live(data);
        const at = await clara(life);
        const makeRoom = fill(20_000);
        let told = 0;
        life.client.on(({ topic }) => void (told += topic === 'changed' ? 1 : 0));
        const { act, error, sold } = await sellUntilRefused(at);
        const toldBefore = told;
        const place = join(data, 'journal');
        expect(error).toMatchObject({ code: 'SECOND_JOURNAL_FULL', message: expect.stringContaining(place) });
        expect(error.message).toContain('It is saved');
        // The same again is the same: it must not be told that nothing was changed.
        expect(await at.ask(act.name, act.input, act.action)).toMatchObject({
          ok: false,
          error: { code: 'SECOND_JOURNAL_FULL' },
        });
        // Whatever else is asked waits until the record is whole again.
        expect(await at.ask('session.signOut', {})).toMatchObject({
          ok: false,
          error: { code: 'STORE_FULL', message: expect.stringContaining(place) },
        });

        makeRoom();
        expect(told).toBe(toldBefore);
        expect(await at.ask(act.name, act.input, act.action)).toMatchObject({ ok: true });
        // Every screen hears now of what was done then.
        expect(told).toBe(toldBefore + 1);
        await expectSold(at, sold);
        await life.client.stop();
        await life.ended;
        await expectHolds(data);
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    }));
});

describe.skipIf(process.platform === 'win32')('a disk that refuses to write', () => {
  test('is named with its reason, nothing answered is lost, and a start without the trouble goes on', async () => {
    const data = join(path, 'data');
    cpSync(base, data, { recursive: true });
    // The write-ahead log grows into it: the database itself just fits.
    const life = await live(data, { fileBlocks: 4_500 });
    const at = await clara(life);
    const { act, error, sold, saleId } = await sellUntilRefused(at);
    expect(error.code).toBe('STORE_UNWRITABLE');
    expect(error.message).toContain(data);
    expect(error.message).toMatch(/I\/O error.*This was not saved/);
    expect(sold.length).toBeGreaterThan(0);
    await expectSold(at, sold);
    // The core lives on, and answers what needs no writing.
    expect(await at.ask(act.name, act.input, act.action)).toMatchObject({ error: { code: 'STORE_UNWRITABLE' } });
    life.kill();
    await life.ended;

    const again = await live(data);
    const now = await clara(again);
    await expectSold(now, sold);
    if (act.name !== 'sale.reserveBest') {
      expect(await now.must('sale.open', {})).toMatchObject([{ saleId }]);
      expect(await now.ask(act.name, act.input, act.action)).toMatchObject({ ok: true });
    }
    await again.client.stop();
    await again.ended;
    expectVerified(data);
  });
});
