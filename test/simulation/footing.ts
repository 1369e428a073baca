/**
 * What a history stands on: the real store, begun again from the same house each time, in memory for most and in
 * files for some; and what befalls it: the process dies, the power brings back an older copy of the database.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabase } from '../../src-main/store/database.ts';
import { openSecondJournal, type SecondJournal } from '../../src-main/store/second-journal.ts';
import { openSqliteStore, type SqliteStore } from '../../src-main/store/sqlite-store.ts';
import { bulkHandlers } from '../../src-shared/commands/bulk-handlers.ts';
import { tableOf, schema, type TableName } from '../../src-shared/schema/schema.ts';
import { createMemoryJournal, type Faults } from './faults.ts';

export interface Footing {
  readonly store: SqliteStore;
  readonly second: SecondJournal;
  /** The process ends without a goodbye and another opens what is durable. */
  restart(): Promise<void>;
  /** Keeps the database as it is now. */
  keepCopy(): void;
  /** Puts the kept copy in the database's place, as after a restore; then restarts. */
  restoreCopy(): Promise<void>;
  end(): Promise<void>;
}

const TABLES = (Object.keys(schema) as TableName[]).map((name) => tableOf(name).name);

/** @returns what puts all rows of one schema in place of another's */
function rowCopier({ writer }: SqliteStore, from: string, to: string): () => void {
  const statements = TABLES.flatMap((table) => [
    writer.prepare(`delete from ${to}.${table}`),
    writer.prepare(`insert into ${to}.${table} select * from ${from}.${table}`),
  ]);
  const copy = writer.transaction(() => statements.forEach((statement) => void statement.run()));
  return () => {
    writer.pragma('foreign_keys = OFF');
    copy();
    writer.pragma('foreign_keys = ON');
  };
}

/** @param store holds the house, and serves one history after the other */
export function createMemoryFootings(store: SqliteStore): (faults: Faults) => Footing {
  for (const name of ['house', 'copy']) {
    store.writer.exec(`attach ':memory:' as ${name}`);
    for (const table of TABLES) store.writer.exec(`create table ${name}.${table} as select * from main.${table}`);
  }
  const begin = rowCopier(store, 'house', 'main');
  const keepCopy = rowCopier(store, 'main', 'copy');
  const layCopy = rowCopier(store, 'copy', 'main');
  return (faults) => {
    begin();
    const second = createMemoryJournal(faults);
    const restart = async (): Promise<void> => second.die();
    return {
      store,
      second,
      restart,
      keepCopy,
      restoreCopy: async () => {
        layCopy();
        await restart();
      },
      end: async () => undefined,
    };
  };
}

/** @param house a file with the house in it */
export function openFileFooting(house: string): Footing {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-sim-'));
  const [database, journal, copy] = ['parterre.sqlite', 'journal.jsonl', 'copy.sqlite'].map((name) =>
    join(folder, name),
  );
  copyFileSync(house, database!);
  const openStore = () => openSqliteStore({ file: database!, agencyId: 'local', bulkHandlers, backupFolder: null });
  const open = { store: openStore(), second: openSecondJournal(journal!) };
  const close = async (): Promise<void> => {
    await open.store.close();
    open.second.close();
  };
  const restart = async (): Promise<void> => {
    await close();
    Object.assign(open, { store: openStore(), second: openSecondJournal(journal!) });
  };
  return {
    get store() {
      return open.store;
    },
    get second() {
      return open.second;
    },
    restart,
    keepCopy: () => {
      rmSync(copy!, { force: true });
      copyDatabase(open.store.writer, copy!);
    },
    restoreCopy: async () => {
      await close();
      for (const suffix of ['-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
      copyFileSync(copy!, database!);
      Object.assign(open, { store: openStore(), second: openSecondJournal(journal!) });
    },
    end: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
