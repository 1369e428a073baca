/** Signing in, and the wrong PINs in between. */
import { ok } from '../../domain/result.ts';
import { pinLockUntil } from '../../domain/access/pin.ts';
import type { Commands } from '../registry.ts';

export const sessionCommands: Commands<'session'> = {
  'session.open': async (read, { facts, deviceId, newId }, { userId, tokenHash }) => {
    const [user] = await read.load('users', { id: userId });
    if (user && user.pinFailures > 0) facts.change('users', user, { pinFailures: 0, pinLockedUntil: null });
    facts.insert('sessions', { id: newId(), userId, deviceId, tokenHash, endedAt: null });
    return ok(null);
  },
  'session.close': async (read, { facts, now }, { tokenHash }) => {
    const [session] = await read.load('sessions', { tokenHash, endedAt: null });
    if (session) facts.change('sessions', session, { endedAt: now });
    return ok(null);
  },
  'session.recordWrongPin': async (read, { facts, now }, { userId }) => {
    const [user] = await read.load('users', { id: userId });
    if (!user) return ok({ lockedUntil: null });
    const pinFailures = user.pinFailures + 1;
    const lockedUntil = pinLockUntil(pinFailures, now);
    facts.change('users', user, { pinFailures, pinLockedUntil: lockedUntil });
    return ok({ lockedUntil });
  },
};
