import { sql } from 'drizzle-orm';
import { assert, fail, ok } from '../domain/result.ts';
import { permissionsOf } from '../domain/access/permissions.ts';
import type { Queries } from '../commands/registry.ts';
import { text } from '../text/text.ts';

export const sessionQueries: Queries<'session'> & Queries<'person'> = {
  'session.house': async (read, { agencyId, deviceId }) => {
    const [agency] = await read.rows('agencies', sql`where id = ${agencyId}`);
    const [device] = await read.rows('devices', sql`where agency_id = ${agencyId} and id = ${deviceId}`);
    assert(agency && device, 'the house is set up');
    const people = await read.rows('users', sql`where agency_id = ${agencyId} and archived_at is null order by name`);
    return ok({
      name: agency.name,
      address: agency.address,
      currency: agency.currency,
      timeZone: agency.timeZone,
      tradingDayMinutes: agency.tradingDayMinutes,
      cashRoundingMinor: agency.cashRoundingMinor,
      deviceName: device.name,
      deviceId: device.id,
      people: people.map(({ id, name, role }) => ({ id, name, role })),
    });
  },
  'session.me': async (read, { agencyId, userId }) => {
    const [user] = await read.rows('users', sql`where agency_id = ${agencyId} and id = ${userId}`);
    if (!user) return fail('NO_SUCH_PERSON', text('core.noSuchPerson'));
    return ok({ user: { id: user.id, name: user.name, role: user.role }, permissions: permissionsOf(user.role) });
  },
  'person.list': async (read, { agencyId }) => {
    const people = await read.rows('users', sql`where agency_id = ${agencyId} order by archived_at is not null, name`);
    return ok(
      people.map((user) => ({
        id: user.id,
        name: user.name,
        role: user.role,
        hasPin: user.pinHash !== null,
        hasPassword: user.passwordHash !== null,
        archivedAt: user.archivedAt,
      })),
    );
  },
};
