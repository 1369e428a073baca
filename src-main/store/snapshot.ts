/** One state of a store, whatever is written meanwhile: a read transaction on a connection of its own. */
import type { Reader } from '../../src-shared/core/store.ts';
import { openReader, type Connection } from './database.ts';
import { createReader, type SqliteStore } from './sqlite-store.ts';

export interface Snapshot {
  readonly agencyId: string;
  readonly read: Reader;
  readonly connection: Connection;
  close(): void;
}

/** A store in memory has one connection and is read as it stands. */
export function takeSnapshot({ agencyId, writer, read }: SqliteStore): Snapshot {
  if (writer.memory) return { agencyId, read, connection: writer, close: () => undefined };
  const connection = openReader(writer.name);
  connection.exec('begin');
  // The state is the one of the first read, not of "begin".
  connection.prepare('select count(*) from agencies').get();
  return {
    agencyId,
    read: createReader(connection, async (work) => work()),
    connection,
    close: () => connection.close(),
  };
}
