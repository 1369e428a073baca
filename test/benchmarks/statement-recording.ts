/** Listens to what the program asks of SQLite and of the second journal, to do the same again with nothing around it. */
import { closeSync, fdatasyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openWriter } from '../../src-main/store/database.ts';
import type { OpenHouse } from './house-on-disk.ts';

interface RecordedStatement {
  readonly text: string;
  readonly reads: boolean;
  readonly parameters: readonly unknown[];
}

/** All of the statements of some work, and the bytes it put into the second journal, each piece synced on its own. */
export interface Recording {
  readonly statements: readonly RecordedStatement[];
  readonly appends: readonly Buffer[];
}

/** Runs `work` and writes down every statement it runs on the house's writing connection. */
export async function recordStatements(
  house: OpenHouse,
  journal: string,
  work: () => Promise<void>,
): Promise<Recording> {
  const statements: RecordedStatement[] = [];
  const { size } = statSync(journal);
  const prototype = Object.getPrototypeOf(house.store.writer.prepare('select 1')) as Database.Statement;
  const { run, all } = prototype;
  const listen = (original: (...parameters: unknown[]) => unknown, reads: boolean) =>
    function (this: Database.Statement, ...parameters: unknown[]): unknown {
      statements.push({ text: this.source, reads, parameters });
      return Reflect.apply(original, this, parameters);
    };
  Object.assign(prototype, { run: listen(run, false), all: listen(all, true) });
  try {
    await work();
  } finally {
    Object.assign(prototype, { run, all });
  }
  const appended = readFileSync(journal).subarray(size);
  const appends: Buffer[] = [];
  for (let start = 0; start < appended.length;) {
    const end = appended.indexOf(10, start) + 1;
    appends.push(appended.subarray(start, end));
    start = end;
  }
  return { statements, appends };
}

/** Replays a recording on a copy of the files it was made on, its statements compiled beforehand. @returns milliseconds */
export function replay(recording: Recording, files: { readonly database: string; readonly journal: string }): number {
  const connection = openWriter(files.database);
  const descriptor = openSync(files.journal, 'a');
  const statementByText = new Map<string, Database.Statement>();
  for (const { text, reads } of recording.statements)
    if (!statementByText.has(text)) {
      const statement = connection.prepare(text);
      statementByText.set(text, reads ? statement.raw(true) : statement);
    }
  const appends = recording.appends.values();
  const startedMs = performance.now();
  for (const { text, reads, parameters } of recording.statements) {
    const statement = statementByText.get(text)!;
    if (reads) {
      statement.all(...parameters);
      continue;
    }
    statement.run(...parameters);
    if (text !== 'commit') continue;
    writeSync(descriptor, appends.next().value!);
    fdatasyncSync(descriptor);
  }
  const tookMs = performance.now() - startedMs;
  connection.close();
  closeSync(descriptor);
  return tookMs;
}
