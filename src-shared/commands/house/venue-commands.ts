/** The houses that maps and events belong to. */
import { fail, ok } from '../../domain/result.ts';
import { isTimeZone } from '../../domain/time/trading-day.ts';
import { text } from '../../text/text.ts';
import type { Commands } from '../registry.ts';

export const venueCommands: Commands<'venue'> = {
  'venue.create': async (read, { facts, newId }, { name, address, timeZone }) => {
    if (!isTimeZone(timeZone)) return fail('BAD_TIME_ZONE', text('house.timeZoneUnknown', { timeZone }));
    const [namesake] = await read.load('venues', { name, archivedAt: null });
    if (namesake) return fail('NAME_TAKEN', text('house.nameTaken', { name }));
    const venueId = newId();
    facts.insert('venues', { id: venueId, name, address, timeZone, archivedAt: null });
    return ok({ venueId });
  },
};
