/** One Postgres server per test run, and in it a template database with the newest tables. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateCentral } from '../../src-central/store/migrate.ts';
import { OWNER_ROLE, prepareRoles } from '../../src-central/store/roles.ts';

export interface PostgresServer {
  readonly port: number;
  /** Of every role; the server is thrown away and answers on 127.0.0.1 only. */
  readonly password: string;
}

export const TEMPLATE_DATABASE = 'parterre_template';

export function connectionStringOf(server: PostgresServer, role: string, database: string): string {
  return `postgres://${role}:${server.password}@127.0.0.1:${server.port}/${database}`;
}

/** Starts a server. @returns it, and how to stop it; it also stops when this process ends in any way */
export async function startPostgres(): Promise<{ server: PostgresServer; stop: () => Promise<void> }> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(keeper, 'exit');
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const { value } = (await lines.next()) as { value: string | undefined };
  if (value === undefined) throw new Error('Postgres for the tests did not start; see above.');
  return {
    server: JSON.parse(value) as PostgresServer,
    stop: async () => {
      keeper.stdin.end();
      await exited;
    },
  };
}

async function prepareTemplate(server: PostgresServer): Promise<void> {
  const admin = connectionStringOf(server, 'postgres', 'postgres');
  await prepareRoles(admin, { owner: server.password, app: server.password });
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`create database ${TEMPLATE_DATABASE} owner ${OWNER_ROLE}`);
  await client.end();
  await migrateCentral(connectionStringOf(server, OWNER_ROLE, TEMPLATE_DATABASE));
}

/** Vitest's global set-up of the project `store`. @returns the tearing down */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startPostgres();
  try {
    await prepareTemplate(server);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', server);
  return stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresServer;
  }
}
