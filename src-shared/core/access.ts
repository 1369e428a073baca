/** Sessions and PINs: who is calling. Hashing and comparing is slow on purpose, so it stands outside every transaction. */
import { sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../domain/result.ts';
import { pinWaitMs } from '../domain/access/pin.ts';
import { roleMay, type Permission } from '../domain/access/permissions.ts';
import type { Person } from '../contract/session.ts';
import { text } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';
import type { Executor } from './execute.ts';
import type { Store } from './store.ts';
import { text as say } from '../text/text.ts';

export interface SecretHasher {
  /** argon2id. */
  hash(secret: string): Promise<string>;
  matches(hash: string, secret: string): Promise<boolean>;
  /** For session tokens, which are random and need no slow hash. */
  digest(token: string): string;
}

export interface AccessDependencies {
  readonly store: Store;
  readonly executor: Executor;
  readonly hasher: SecretHasher;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Access {
  /** The person behind a session token, or null. */
  personOf(session: string | null): Promise<Person | null>;
  /** @returns the person if the secret is theirs. Errors: WRONG_PIN { waitMs }, PIN_LOCKED { waitMs }, NO_SUCH_PERSON */
  check(userId: string, secret: { readonly pin?: string; readonly password?: string }): Promise<Result<Person>>;
  /** A manager's PIN in place: may this person allow this act? */
  allow(override: { readonly userId: string; readonly pin: string }, permission: Permission): Promise<Result<Person>>;
}

const SYSTEM = { userId: 'system', allowedBy: null };

export function createAccess(dependencies: AccessDependencies): Access {
  const { store, hasher } = dependencies;

  const check: Access['check'] = async (userId, secret) => {
    const [user] = await store.read.rows(
      'users',
      sql`where agency_id = ${store.agencyId} and id = ${userId} and archived_at is null`,
    );
    if (!user) return fail('NO_SUCH_PERSON', say('core.noSuchPerson'));
    const now = dependencies.now();
    const waitMs = pinWaitMs(user.pinLockedUntil, now);
    if (waitMs > 0) return fail('PIN_LOCKED', say('core.pinLocked', { seconds: Math.ceil(waitMs / 1000) }), { waitMs });
    if (await isTheirs(user, secret)) return ok({ id: user.id, name: user.name, role: user.role });
    const recorded = await dependencies.executor.run(
      'session.recordWrongPin',
      { userId },
      SYSTEM,
      dependencies.newId(),
    );
    const lockedUntil = recorded.ok ? (recorded.value as { lockedUntil: number | null }).lockedUntil : null;
    return fail('WRONG_PIN', say('core.wrongPin'), { waitMs: lockedUntil === null ? 0 : lockedUntil - now });
  };

  async function isTheirs(
    user: Row<'users'>,
    secret: { readonly pin?: string; readonly password?: string },
  ): Promise<boolean> {
    if (secret.pin !== undefined && user.pinHash !== null) return hasher.matches(user.pinHash, secret.pin);
    if (secret.password !== undefined && user.passwordHash !== null)
      return hasher.matches(user.passwordHash, secret.password);
    return false;
  }

  return {
    check,
    personOf: async (session) => {
      if (session === null) return null;
      const shape = { id: text(), name: text(), role: text<Person['role']>() };
      const [person] = await store.read.query(
        shape,
        sql`select u.id, u.name, u.role from sessions s join users u on u.agency_id = s.agency_id and u.id = s.user_id
            where s.agency_id = ${store.agencyId} and s.token_hash = ${hasher.digest(session)} and s.ended_at is null and u.archived_at is null`,
      );
      return person ?? null;
    },
    allow: async (override, permission) => {
      const checked = await check(override.userId, { pin: override.pin });
      if (!checked.ok) return checked;
      return roleMay(checked.value.role, permission)
        ? checked
        : fail('NOT_PERMITTED', say('core.mayNotAllow', { name: checked.value.name }), { permission });
    },
  };
}
