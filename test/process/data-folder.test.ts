/** A data folder that cannot be had, as somebody at a terminal meets it: what is said, and the exit code. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWriter } from '../../src-main/store/database.ts';
import { beginCoreLife } from '../support/core-life.ts';
import { close, openHouse } from '../support/real-house.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PARTERRE = join(ROOT, 'bin/parterre.mjs');
/** What every system calls it, and no file is theirs. */
const NOBODY = { uid: 65_534, gid: 65_534 };

let base: string;
let data: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'parterre-folder-'));
  await close(await openHouse(join(base, 'house')));
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => {
  data = mkdtempSync(join(base, 'data-'));
  cpSync(join(base, 'house'), data, { recursive: true });
});

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function parterre(args: readonly string[], as: Partial<typeof NOBODY> = {}): Said {
  const run = spawnSync(process.execPath, [PARTERRE, ...args], { encoding: 'utf8', timeout: 60_000, ...as });
  return { status: run.status, out: run.stdout.trim(), err: run.stderr.trim() };
}

const call = (as?: typeof NOBODY) => parterre(['call', 'event.today', '--data', data], as);
const start = (as?: typeof NOBODY) => parterre(['start', '--no-open', '--data', data], as);

describe('a data folder that another copy has open', () => {
  let program: ChildProcess | undefined;
  afterEach(() => program?.kill('SIGKILL'));

  /** The program as it is started; resolves with its first address. */
  function startProgram(): Promise<string> {
    program = spawn(process.execPath, [PARTERRE, 'start', '--no-open', '--data', data]);
    return new Promise((resolvePromise, reject) => {
      let said = '';
      program!.stdout!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const address = /http:\S+/.exec(said)?.[0];
        if (address) resolvePromise(address);
      });
      program!.once('exit', () => reject(new Error(`it ended: ${said}`)));
    });
  }

  test('is refused to the command line; starting again gives another window of the one program; it is free when that has ended', async () => {
    const address = await startProgram();
    const inUse = `Another copy of Parterre already works in ${data}. Close it first, or choose another folder with --data.`;
    expect(call()).toEqual({ status: 3, out: '', err: inUse });
    expect(parterre(['restore', join(base, 'house'), '--data', data])).toEqual({ status: 3, out: '', err: inUse });

    const second = start();
    expect(second).toMatchObject({ status: 0, err: '' });
    const [words, otherAddress] = second.out.split('\n');
    expect(words).toBe('Parterre already runs on this data folder; this opens another window of it.');
    expect(new URL(otherAddress!).origin).toBe(new URL(address).origin);
    expect(otherAddress).not.toBe(address);

    const ended = new Promise((done) => program!.once('exit', done));
    program!.kill('SIGTERM');
    await ended;
    expect(call()).toMatchObject({ status: 0, err: '' });
  });

  test('is refused to a start that finds no window to open', async () => {
    const life = await beginCoreLife(data);
    if (!life.ok) throw new Error(life.error.message);
    const refused = start();
    expect(refused.err).toContain(`Another copy of Parterre already works in ${data}.`);
    expect(refused.status).toBe(3);
    await life.value.client.stop();
    await life.value.ended;
  });
});

describe.skipIf(process.platform === 'win32')('a data folder that may only be read', () => {
  const isRoot = process.getuid?.() === 0;

  /** Root writes whatever a folder's rights say, so it sends somebody who may not. */
  function takeRightsAway(): typeof NOBODY | undefined {
    const mode = isRoot ? 0o755 : 0o555;
    for (const folder of [base, data]) chmodSync(folder, folder === base ? 0o755 : mode);
    return isRoot ? NOBODY : undefined;
  }
  afterEach(() => chmodSync(data, 0o755));

  test('is refused by every way in, with its name, the reason and what to do; nothing in it changes', (context) => {
    const as = takeRightsAway();
    const probe = spawnSync(process.execPath, ['-e', `fs.accessSync(${JSON.stringify(PARTERRE)})`], { ...as });
    if (probe.status !== 0) return context.skip('nobody else can read this checkout');
    const before = readdirSync(data, { recursive: true }).toSorted();
    for (const refused of [call(as), start(as)]) {
      expect(refused.err).toMatch(`Parterre cannot write to its data folder ${data}: EACCES: permission denied`);
      expect(refused.err).toMatch('Change its permissions, or choose another folder with --data.');
      expect(refused.status).toBe(3);
    }
    expect(readdirSync(data, { recursive: true }).toSorted()).toEqual(before);
  });

  test('that lies in one and cannot even be made is refused in the same words', (context) => {
    const as = takeRightsAway();
    data = join(data, 'new');
    const refused = start(as);
    if (refused.status === null || /MODULE_NOT_FOUND|Cannot find/.test(refused.err))
      return context.skip('nobody else can read this checkout');
    expect(refused.err).toMatch(`Parterre cannot write to its data folder ${data}: EACCES: permission denied`);
    expect(refused.status).toBe(3);
    expect(existsSync(data)).toBe(false);
    data = join(data, '..');
  });
});

test('a database from a newer version ends a start with the folder, both versions and what to do, and stays as it is', () => {
  const database = join(data, 'parterre.sqlite');
  const writer = openWriter(database);
  writer.pragma('user_version = 99');
  writer.close();
  const before = readFileSync(database);
  const refused = start();
  expect(refused.err).toMatch(
    new RegExp(
      `The data in ${data} was written by a newer version of Parterre \\(data version 99, this program knows \\d+\\)`,
    ),
  );
  expect(refused.err).toMatch('It was left as it is. Update Parterre, or restore an older backup.');
  expect(refused.status).toBe(3);
  expect(readFileSync(database).equals(before)).toBe(true);
});
