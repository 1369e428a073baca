/** What every command of the command line does first: read its arguments, open the data folder, find its person. */
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { sql } from 'drizzle-orm';
import type { Person } from '../../src-shared/contract/session.ts';
import type { Input } from '../../src-shared/contract/calls.ts';
import type { AppError } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import { createCore, LOCAL_AGENCY, type Core } from '../core.ts';
import { openDataFolder } from '../data-folder.ts';
import { defaultDataFolder } from '../default-data-folder.ts';
import { EXIT } from './exit-codes.ts';

/** Tells a person, or a program that asked for JSON, what went wrong. @returns the exit code */
export function report(error: AppError, asJson: boolean, code: number): number {
  if (asJson) console.log(JSON.stringify({ error }));
  else console.error(error.message);
  return code;
}

/** @returns the arguments, or null after saying what is wrong with them */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

export function dataFolderOf(value: string | undefined): string {
  return resolve(value ?? defaultDataFolder());
}

/** Opens the core, runs, and closes whatever happens. */
export async function withCore(
  options: {
    readonly data: string | undefined;
    readonly asJson: boolean;
    readonly setUp?: Omit<Input<'system.setUp'>, 'deviceId'>;
  },
  work: (core: Core) => Promise<number>,
): Promise<number> {
  const folder = openDataFolder(dataFolderOf(options.data), null);
  if (!folder.ok) return report(folder.error, options.asJson, EXIT.noData);
  try {
    const core = await createCore({ folder: folder.value, setUp: options.setUp ?? null });
    if (!core.ok) return report(core.error, options.asJson, EXIT.noData);
    try {
      return await work(core.value);
    } finally {
      await core.value.stop();
    }
  } finally {
    folder.value.release();
  }
}

/** Acts in a house that has nobody yet, so that its first people can be made. */
const NOBODY_YET: Person = { id: 'system', name: 'Command line', role: 'OWNER' };

/**
 * By name or id; the first owner when nobody is named. Whoever can read the data folder may act as anybody in it, and
 * is recorded as that person.
 */
export async function findPerson(core: Core, named: string | undefined): Promise<Person | null> {
  const people = await core.store.read.rows(
    'users',
    sql`where agency_id = ${LOCAL_AGENCY} and archived_at is null order by created_at, id`,
  );
  if (named === undefined && people.length === 0) return NOBODY_YET;
  const user =
    named === undefined
      ? people.find((one) => one.role === 'OWNER')
      : people.find((one) => one.id === named || one.name.toLowerCase() === named.toLowerCase());
  return user ? { id: user.id, name: user.name, role: user.role } : null;
}

export function noSuchPerson(named: string | undefined): AppError {
  return {
    code: 'NO_SUCH_PERSON',
    message: named === undefined ? text('cli.nobodyNamed') : text('cli.noSuchPerson', { name: named }),
  };
}
