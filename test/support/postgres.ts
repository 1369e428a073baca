/** Databases for tests, on the server that the run's set-up started. */
import pg from 'pg';
import { inject } from 'vitest';
import { APP_ROLE, OWNER_ROLE } from '../../src-central/store/roles.ts';
import { connectionStringOf, TEMPLATE_DATABASE } from './postgres-server.ts';

export interface TestDatabase {
  readonly name: string;
  /** Connection strings by role: the owner of the tables, the program, the server's administrator. */
  readonly owner: string;
  readonly app: string;
  readonly admin: string;
  /** Closes whatever is still connected. */
  drop(): Promise<void>;
}

let made = 0;

/** A database of its own, with the newest tables and no rows; `empty` for one without tables. */
export async function createTestDatabase(from: 'template' | 'empty' = 'template'): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`;
  const source = from === 'template' ? TEMPLATE_DATABASE : 'template0';
  await asAdministrator(`create database ${name} owner ${OWNER_ROLE} template ${source} strategy file_copy`);
  return {
    name,
    owner: connectionStringOf(server, OWNER_ROLE, name),
    app: connectionStringOf(server, APP_ROLE, name),
    admin: connectionStringOf(server, 'postgres', name),
    drop: () => asAdministrator(`drop database ${name} with (force)`),
  };
}

async function asAdministrator(statement: string): Promise<void> {
  await queryAs(connectionStringOf(inject('postgres'), 'postgres', 'postgres'), statement);
}

/** One statement on a connection of its own. */
export async function queryAs<R extends pg.QueryResultRow>(
  connectionString: string,
  statement: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<R>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
