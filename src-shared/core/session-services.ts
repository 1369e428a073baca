/** Sign-in and secrets: what hashes outside a transaction and then runs a command. */
import { fail, ok, type Result } from '../domain/result.ts';
import { permissionsOf } from '../domain/access/permissions.ts';
import type { Input, Output } from '../contract/calls.ts';
import type { Access, SecretHasher } from './access.ts';
import type { Executor } from './execute.ts';
import type { ServiceHandler } from './router.ts';
import { text } from '../text/text.ts';

type Name = 'session.signIn' | 'session.signOut' | 'person.create' | 'person.setSecret';
type SessionServices = { readonly [N in Name]: ServiceHandler<Input<N>, Output<N>> };

export function createSessionServices(dependencies: {
  readonly access: Access;
  readonly executor: Executor;
  readonly hasher: SecretHasher;
  /** 128 random bits or more. */
  readonly newToken: () => string;
  readonly newId: () => string;
}): SessionServices {
  const { access, executor, hasher } = dependencies;
  const hashes = async (secrets: { pin?: string | undefined; password?: string | undefined }) => ({
    pinHash: secrets.pin === undefined ? null : await hasher.hash(secrets.pin),
    passwordHash: secrets.password === undefined ? null : await hasher.hash(secrets.password),
  });
  return {
    'session.signIn': async (_context, { userId, pin, password }) => {
      const checked = await access.check(userId, {
        ...(pin !== undefined && { pin }),
        ...(password !== undefined && { password }),
      });
      if (!checked.ok) return checked;
      const session = dependencies.newToken();
      // Never the window's action: a repeated sign-in has a new token, which must be the one that is kept.
      const opened = await executor.run(
        'session.open',
        { userId, tokenHash: hasher.digest(session) },
        { userId, allowedBy: null },
        dependencies.newId(),
      );
      if (!opened.ok) return opened;
      return ok({ session, user: checked.value, permissions: permissionsOf(checked.value.role) });
    },
    'session.signOut': async ({ session, caller, action }) => {
      if (session === null) return ok(null);
      const closed = await executor.run('session.close', { tokenHash: hasher.digest(session) }, caller, action);
      return closed.ok ? ok(null) : closed;
    },
    'person.create': async ({ caller, action }, { name, role, ...secrets }) => {
      if (secrets.pin === undefined && secrets.password === undefined)
        return fail('BAD_INPUT', text('core.secretNeeded'));
      const input = { userId: null, name, role, ...(await hashes(secrets)) };
      return executor.run('person.store', input, caller, action) as Promise<Result<{ userId: string }>>;
    },
    'person.setSecret': async ({ caller, action }, { userId, ...secrets }) => {
      const input = { userId, name: null, role: null, ...(await hashes(secrets)) };
      const stored = await executor.run('person.store', input, caller, action);
      return stored.ok ? ok(null) : stored;
    },
  };
}
