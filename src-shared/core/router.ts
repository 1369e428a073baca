/**
 * The one way in. Looks the call up, asks who calls and whether they may, checks the input, then runs the command,
 * query or service. No other place checks a permission.
 */
import { sql } from 'drizzle-orm';
import { roleMay, type Permission } from '../domain/access/permissions.ts';
import { fail, type AppError, type Result } from '../domain/result.ts';
import type { CallDefinition } from '../contract/define.ts';
import { calls } from '../contract/calls.ts';
import type { Person } from '../contract/session.ts';
import type { CallRequest } from '../contract/wire.ts';
import { text } from '../schema/kit.ts';
import { text as say } from '../text/text.ts';
import type { z } from 'zod';
import type { Access } from './access.ts';
import type { QueryHandler } from './context.ts';
import type { Caller, Executor } from './execute.ts';
import { faultsOfText, textError } from './input-text.ts';
import type { SeatFinders } from './seat-finders.ts';
import type { Store } from './store.ts';

export interface ServiceContext {
  readonly caller: Caller;
  readonly session: string | null;
  readonly action: string;
  readonly now: number;
}

export type ServiceHandler<I, O> = (context: ServiceContext, input: I) => Promise<Result<O>>;

export interface RouterDependencies {
  readonly store: Store;
  readonly executor: Executor;
  readonly access: Access;
  readonly queries: Readonly<Record<string, QueryHandler<never, unknown>>>;
  readonly services: Readonly<Record<string, ServiceHandler<never, unknown>>>;
  readonly deviceId: string;
  readonly seatFinders: SeatFinders;
  readonly now: () => number;
}

export interface Router {
  /** Errors: UNKNOWN_CALL, SIGN_IN_FIRST, NOT_PERMITTED { permission, people }, BAD_INPUT { issues }, CARD_NUMBER, and the call's own. */
  call(request: CallRequest): Promise<Result<unknown>>;
  /** For the command line, which acts as a person without a window. */
  callAs(person: Person, name: string, input: unknown, action: string): Promise<Result<unknown>>;
}

/** It is kept for ever with its answer, so it is no place for anything else. */
const ACTION = /^[A-Za-z0-9-]{1,128}$/;

type AnyCall = CallDefinition<'command' | 'query' | 'service', z.ZodType, unknown>;
const NOBODY: Caller = { userId: 'nobody', allowedBy: null };

export function createRouter(dependencies: RouterDependencies): Router {
  const { store, executor, access, deviceId, seatFinders } = dependencies;

  async function permit(
    definition: AnyCall,
    person: Person | null,
    override: CallRequest['override'],
  ): Promise<Result<Caller>> {
    if (definition.access === 'public')
      return { ok: true, value: person ? { userId: person.id, allowedBy: null } : NOBODY };
    if (!person) return fail('SIGN_IN_FIRST', say('core.signInFirst'));
    if (definition.access === 'signed-in') return { ok: true, value: { userId: person.id, allowedBy: null } };
    const permission = definition.access as Permission;
    if (roleMay(person.role, permission)) return { ok: true, value: { userId: person.id, allowedBy: null } };
    if (!override)
      return fail('NOT_PERMITTED', say('core.notPermitted'), {
        permission,
        people: await peopleWho(permission),
      });
    const allowed = await access.allow(override, permission);
    return allowed.ok ? { ok: true, value: { userId: person.id, allowedBy: allowed.value.id } } : allowed;
  }

  async function peopleWho(permission: Permission): Promise<Person[]> {
    const shape = { id: text(), name: text(), role: text<Person['role']>() };
    const people = await store.read.query(
      shape,
      sql`select id, name, role from users where agency_id = ${store.agencyId} and archived_at is null and pin_hash is not null order by name`,
    );
    return people.filter((person) => roleMay(person.role, permission));
  }

  async function run(
    name: string,
    definition: AnyCall,
    input: unknown,
    caller: Caller,
    session: string | null,
    action: string,
  ): Promise<Result<unknown>> {
    const refusal = refusalOfText(input, definition.rawFields, action);
    if (refusal) return { ok: false, error: refusal };
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) return badInput(parsed.error);
    if (definition.kind === 'command') return executor.run(name, parsed.data, caller, action);
    const now = dependencies.now();
    if (definition.kind === 'query') {
      const context = { agencyId: store.agencyId, deviceId, userId: caller.userId, now, seatFinders };
      return dependencies.queries[name]!(store.read, context, parsed.data as never);
    }
    return dependencies.services[name]!({ caller, session, action, now }, parsed.data as never);
  }

  function definitionOf(name: string): Result<AnyCall> {
    const definition = Object.hasOwn(calls, name) ? ((calls as Record<string, unknown>)[name] as AnyCall) : null;
    return definition && definition.access !== 'system'
      ? { ok: true, value: definition }
      : fail('UNKNOWN_CALL', say('core.unknownCall', { name: JSON.stringify(name).slice(0, 80) }));
  }

  return {
    call: async ({ name, input, session, action, override }) => {
      const definition = definitionOf(name);
      if (!definition.ok) return definition;
      const caller = await permit(definition.value, await access.personOf(session), override);
      return caller.ok ? run(name, definition.value, input, caller.value, session, action) : caller;
    },
    callAs: async (person, name, input, action) => {
      const definition = definitionOf(name);
      if (!definition.ok) return definition;
      const caller = await permit(definition.value, person, undefined);
      return caller.ok ? run(name, definition.value, input, caller.value, null, action) : caller;
    },
  };
}

function refusalOfText(input: unknown, rawFields: readonly string[], action: string): AppError | null {
  if (!ACTION.test(action)) return { code: 'BAD_INPUT', message: say('core.badAction') };
  const faults = [...faultsOfText(input, rawFields), ...faultsOfText({ action }, [])];
  return faults.length > 0 ? textError(faults) : null;
}

function badInput(error: z.ZodError): Result<never> {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return fail('BAD_INPUT', issues.map(({ path, message }) => (path ? `${path} ${message}` : message)).join('; '), {
    issues,
  });
}
