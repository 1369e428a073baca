/** Data that cannot be opened: said in words with its place and what to do, and left as it is. */
import { cpSync, mkdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDataFolder } from '../../src-main/data-folder.ts';
import { openWriter } from '../../src-main/store/database.ts';
import { beginCoreLife } from '../support/core-life.ts';
import { createRandom } from '../support/determinism.ts';
import {
  close,
  must,
  openCore,
  openDemo,
  openHouse,
  problemsOf,
  tendered,
  useDataFolder,
} from '../support/real-house.ts';

/** Each opens a house: some 150 ms. */
const TORN_LOGS = 12;

const path = useDataFolder();

describe('a data folder', () => {
  test.each([
    ['that is a file', (): string => join(path(), 'file')],
    ['under a file', (): string => join(path(), 'file', 'deeper')],
  ])('%s is refused, and named', (_where, place) => {
    writeFileSync(join(path(), 'file'), 'not a folder');
    const opened = openDataFolder(place(), null);
    expect(opened).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_READ_ONLY' } });
    expect(!opened.ok && opened.error.message).toContain(place());
  });

  test('open in another copy of the program is refused to a second process', async () => {
    const core = await openHouse(path());
    expect(await beginCoreLife(path())).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_IN_USE' } });
    await close(core);
  });

  test.each(['parterre.sqlite', 'journal/journal.jsonl', 'ticket-keys.json'])(
    'whose %s cannot be opened is refused in words',
    async (name) => {
      mkdirSync(join(path(), name), { recursive: true });
      const opened = await openCore(path());
      expect(opened.ok).toBe(false);
      expect(!opened.ok && opened.error.message).toContain(path());
    },
  );
});

describe('a database', () => {
  test('from a newer version is refused and left as it is', async () => {
    await close(await openHouse(path()));
    const writer = openWriter(join(path(), 'parterre.sqlite'));
    writer.pragma('user_version = 99');
    writer.close();
    const before = readFileSync(join(path(), 'parterre.sqlite'));
    expect(await openCore(path())).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_FROM_THE_FUTURE', message: expect.stringContaining(path()), data: { found: 99 } },
    });
    expect(readFileSync(join(path(), 'parterre.sqlite')).equals(before)).toBe(true);
  });

  test.each([
    [
      'that is something else',
      (bytes: Buffer) => Buffer.from('not a database, but long enough to be one'.repeat(200)).subarray(0, bytes.length),
    ],
    ['of random bytes', (bytes: Buffer) => Buffer.from(createRandom(9)(bytes.length))],
    ['whose first tables are gone', (bytes: Buffer) => bytes.fill(0x5a, 4096, 40_960)],
    ['that is cut short', (bytes: Buffer) => bytes.subarray(0, 20_000)],
  ])('%s is refused with what to do, and kept', async (_kind, damage) => {
    await close(await openHouse(path()));
    const file = join(path(), 'parterre.sqlite');
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    expect(await openCore(path())).toMatchObject({
      ok: false,
      error: {
        code: 'DATABASE_DAMAGED',
        message: expect.stringMatching(`${file}.*parterre restore.*${path()}/journal`),
      },
    });
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  test('that is damaged and has no backup is rebuilt from the second journal once it is moved away, as its message says', async () => {
    const { core, eventId } = await openDemo(path());
    const saleId = await tendered(core, eventId);
    await must(core, 'sale.finish', { saleId });
    await close(core);
    const file = join(path(), 'parterre.sqlite');
    writeFileSync(file, 'nothing of a database'.repeat(400));
    expect(await openCore(path())).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } });
    renameSync(file, join(path(), 'damaged.sqlite'));
    const again = await openHouse(path());
    expect(await must(again, 'sale.get', { saleId })).toMatchObject({ status: 'CONFIRMED' });
    expect(await problemsOf(again)).toEqual([]);
    await close(again);
  });

  test('whose write-ahead log is cut short anywhere keeps every sale that was answered', async () => {
    const { core, eventId } = await openDemo(path());
    const saleId = await tendered(core, eventId);
    await must(core, 'sale.finish', { saleId });
    const images = join(path(), 'images');
    mkdirSync(images);
    // As a power cut leaves it: nobody closed it.
    for (const name of ['parterre.sqlite', 'parterre.sqlite-wal', 'ticket-keys.json', 'journal'])
      cpSync(join(path(), name), join(images, name), { recursive: true });
    await close(core);
    const log = join(images, 'parterre.sqlite-wal');
    const { size } = statSync(log);
    expect(size).toBeGreaterThan(100_000);
    const random = createRandom(5);
    for (let cut = 0; cut < TORN_LOGS; cut++) {
      const torn = join(path(), `torn-${cut}`);
      cpSync(images, torn, { recursive: true });
      const [high = 0, low = 0] = random(2);
      truncateSync(join(torn, 'parterre.sqlite-wal'), Math.floor((size * (high * 256 + low)) / 65_536));
      const again = await openHouse(torn);
      expect(await must(again, 'sale.get', { saleId })).toMatchObject({ status: 'CONFIRMED' });
      expect(await problemsOf(again)).toEqual([]);
      await close(again);
    }
  });
});

describe('a second journal', () => {
  test('with a line that cannot be read is refused with its place and what to do, and both files are kept', async () => {
    await close(await openHouse(path()));
    const journal = join(path(), 'journal', 'journal.jsonl');
    const [first, ...rest] = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, [first, `{"torn":${rest[0]}`, ...rest].join('\n'));
    const before = [readFileSync(journal), readFileSync(join(path(), 'parterre.sqlite'))];
    expect(await openCore(path())).toMatchObject({
      ok: false,
      error: { code: 'JOURNAL_DAMAGED', message: expect.stringMatching(`^Line 2 .*${journal}.*written anew`) },
    });
    expect([readFileSync(journal), readFileSync(join(path(), 'parterre.sqlite'))]).toEqual(before);
    // What the message says helps.
    renameSync(journal, `${journal}-kept`);
    const again = await openHouse(path());
    expect(await problemsOf(again)).toEqual([]);
    await close(again);
  });

  test('that tells another story than the database is refused, both named and kept', async () => {
    await close(await openHouse(path()));
    const journal = join(path(), 'journal', 'journal.jsonl');
    const text = readFileSync(journal, 'utf8');
    writeFileSync(journal, text.replace(/"hash":"\w/, '"hash":"z'));
    expect(await openCore(path())).toMatchObject({
      ok: false,
      error: { code: 'JOURNALS_DIFFER', message: expect.stringMatching(`from record 1 on.*${path()}.*${journal}`) },
    });
    expect(readFileSync(journal, 'utf8')).not.toBe(text);
  });
});
