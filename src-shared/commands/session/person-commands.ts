/** The people of the house and its first setting up. */
import { fail, ok } from '../../domain/result.ts';
import type { Command, Commands } from '../registry.ts';
import { text } from '../../text/text.ts';

export const personCommands: Commands<'person'> = {
  'person.store': async (read, { facts, newId }, input) => {
    if (input.userId === null) {
      const [namesake] = await read.load('users', { name: input.name!, archivedAt: null });
      if (namesake) return fail('NAME_TAKEN', text('core.nameTaken', { name: namesake.name }));
      const userId = newId();
      facts.insert('users', {
        id: userId,
        name: input.name!,
        role: input.role!,
        pinHash: input.pinHash,
        passwordHash: input.passwordHash,
        pinFailures: 0,
        pinLockedUntil: null,
        archivedAt: null,
      });
      return ok({ userId });
    }
    const [user] = await read.load('users', { id: input.userId });
    if (!user) return fail('NOT_FOUND', text('core.noSuchPerson'));
    facts.change('users', user, {
      pinHash: input.pinHash ?? user.pinHash,
      passwordHash: input.passwordHash ?? user.passwordHash,
      pinFailures: 0,
      pinLockedUntil: null,
    });
    return ok({ userId: user.id });
  },
  'person.archive': async (read, { facts, now, userId }, input) => {
    if (input.userId === userId) return fail('OWN_ACCOUNT', text('core.ownAccount'));
    const [user] = await read.load('users', { id: input.userId });
    if (!user) return fail('NOT_FOUND', text('core.noSuchPerson'));
    facts.change('users', user, { archivedAt: now });
    for (const session of await read.load('sessions', { userId: user.id, endedAt: null }))
      facts.change('sessions', session, { endedAt: now });
    return ok(null);
  },
};

/** Trading days change at 05:00 unless the house says otherwise (design: product, "Time"). */
const TRADING_DAY_MINUTES = 5 * 60;
const CASH_DIFFERENCE_LIMIT_MINOR = 500;

export const setUp: Command<'system.setUp'> = async (read, { facts, agencyId }, input) => {
  const existing = await read.load('agencies', { id: agencyId });
  if (existing.length > 0) return fail('SET_UP_ALREADY', text('core.setUpAlready'));
  facts.insert('agencies', {
    id: agencyId,
    name: input.name,
    address: input.address,
    currency: input.currency,
    timeZone: input.timeZone,
    tradingDayMinutes: TRADING_DAY_MINUTES,
    cashRoundingMinor: 1,
    receiptFooter: input.receiptFooter,
    cashDifferenceLimitMinor: CASH_DIFFERENCE_LIMIT_MINOR,
  });
  facts.insert('devices', { id: input.deviceId, name: input.deviceName, number: 1, incarnation: 0 });
  return ok(null);
};

export const startDevice: Command<'system.startDevice'> = async (read, { facts, deviceId }) => {
  const [device] = await read.load('devices', { id: deviceId });
  if (!device) return fail('NOT_SET_UP', text('core.notSetUp'));
  const incarnation = device.incarnation + 1;
  facts.change('devices', device, { incarnation });
  return ok({ incarnation });
};
