/** What only SQLite does: one writer, one disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FactsBuilder, type Facts } from '../../src-shared/core/facts.ts';
import { StoreBusy, StoreFull } from '../../src-shared/core/store.ts';
import { openWriter } from '../../src-main/store/database.ts';
import { openSqliteStore, type SqliteStore } from '../../src-main/store/sqlite-store.ts';
import { EVENING } from '../support/stores.ts';

const AGENCY = 'agency';
let folder: string;
let file: string;
const opened: SqliteStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-sqlite-'));
  file = join(folder, 'parterre.sqlite');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(path = file): SqliteStore {
  const store = openSqliteStore({ file: path, agencyId: AGENCY, bulkHandlers: {}, backupFolder: folder });
  opened.push(store);
  return store;
}

function settingsOf(store: SqliteStore): Record<string, unknown> {
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'fullfsync', 'query_only'];
  return Object.fromEntries(names.map((name) => [name, store.writer.pragma(name, { simple: true })]));
}

function counters(from: number, count: number, size = 1): Facts {
  const facts = new FactsBuilder(AGENCY, EVENING);
  for (let i = from; i < from + count; i++) facts.insert('settings', { id: String(i), value: 'x'.repeat(size) });
  return facts.build();
}

async function apply(store: SqliteStore, facts: Facts): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.apply(facts);
    return { commit: true, value: null };
  });
}

async function countOf(store: SqliteStore): Promise<number> {
  return (await store.read.rows('settings', sql`where agency_id = ${AGENCY}`)).length;
}

describe('what the promise rests on', () => {
  const promised = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, fullfsync: 1, query_only: 0 };

  test('is set on a new database, on one that is opened again, and still after writing', async () => {
    const first = open();
    expect(settingsOf(first)).toEqual(promised);
    await apply(first, counters(0, 1));
    expect(settingsOf(first)).toEqual(promised);
    await opened.pop()!.close();
    const again = open();
    expect(settingsOf(again)).toEqual(promised);
    await apply(again, counters(1, 1));
    expect(settingsOf(again)).toEqual(promised);
  });

  test('is not what the driver opens with: in WAL mode it falls back to NORMAL by itself', () => {
    openWriter(file).close();
    const bare = new Database(file);
    bare.exec('create table t (a integer) strict');
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    bare.close();
    const connection = openWriter(file);
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    connection.close();
  });
});

describe('a full disk', () => {
  test('is told as such, leaves nothing half done, and is over when there is room', async () => {
    const store = open();
    await apply(store, counters(0, 1));
    const pages = store.writer.pragma('page_count', { simple: true }) as number;
    store.writer.pragma(`max_page_count = ${pages + 4}`);
    await expect(apply(store, counters(1, 50, 2000))).rejects.toBeInstanceOf(StoreFull);
    expect(await countOf(store)).toBe(1);
    expect(store.writer.pragma('integrity_check', { simple: true })).toBe('ok');
    store.writer.pragma(`max_page_count = ${pages + 1000}`);
    await apply(store, counters(1, 50, 2000));
    expect(await countOf(store)).toBe(51);
  });

  test('at any page leaves all of a command or nothing', async () => {
    for (let room = 0; room < 12; room++) {
      const store = open(join(folder, `full-${room}.sqlite`));
      await apply(store, counters(0, 1));
      const pages = store.writer.pragma('page_count', { simple: true }) as number;
      store.writer.pragma(`max_page_count = ${pages + room}`);
      let written = 1;
      for (let i = 0; i < 12; i++) {
        const before = written;
        await apply(store, counters(written, 3, 1500)).then(
          () => (written += 3),
          (error: unknown) => expect(error).toBeInstanceOf(StoreFull),
        );
        expect(await countOf(store)).toBe(written);
        expect([before, before + 3]).toContain(written);
      }
      expect(written).toBeLessThan(37);
    }
  });
});

describe('one writer', () => {
  test('a command that waits for anything but its transaction is rolled back', async () => {
    const store = open();
    const waiting = store.write(async (transaction) => {
      await transaction.apply(counters(0, 1));
      await readFile(import.meta.filename);
      return { commit: true, value: null };
    });
    await expect(waiting).rejects.toThrow('awaits nothing but its transaction');
    expect(await countOf(store)).toBe(0);
  });

  test('a command that never ends does not stop the next one', async () => {
    const store = open();
    const stuck = store.write(async (transaction) => {
      await transaction.apply(counters(0, 1));
      return new Promise<never>(() => undefined);
    });
    const next = apply(store, counters(5, 1));
    await expect(stuck).rejects.toThrow('awaits nothing but its transaction');
    await next;
    expect(await store.read.rows('settings', sql``)).toMatchObject([{ id: '5' }]);
  });

  test('a late write of a command that was rolled back does not slip into the next one', async () => {
    const store = open();
    const { promise: late, resolve, reject } = Promise.withResolvers<void>();
    const stuck = store.write(async (transaction) => {
      await readFile(import.meta.filename);
      await transaction.apply(counters(0, 1)).then(resolve, reject);
      return { commit: true, value: null };
    });
    await expect(stuck).rejects.toThrow('awaits nothing but its transaction');
    await expect(late).rejects.toThrow('after its end');
    await apply(store, counters(5, 1));
    expect(await countOf(store)).toBe(1);
  });

  test('commands given at once run one after another, in the order they were given', async () => {
    const store = open();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.write(async (transaction) => {
          expect(order).toHaveLength(i);
          await transaction.apply(counters(i, 1));
          return { commit: true, value: null, committed: () => void order.push(i) };
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('a database that another program is writing says that it is busy', async () => {
    const store = open();
    store.writer.pragma('busy_timeout = 0');
    const other = openWriter(file);
    other.exec('begin immediate');
    await expect(apply(store, counters(0, 1))).rejects.toBeInstanceOf(StoreBusy);
    other.exec('rollback');
    other.close();
    await apply(store, counters(0, 1));
    expect(await countOf(store)).toBe(1);
  });
});
