import { decideTimes } from '../../domain/event/times.ts';
import { fail, ok } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { Command } from '../registry.ts';
import { checkCapacity, loadOpenEvent, peekReadiness } from './load-event.ts';

export const updateEvent: Command<'event.update'> = async (read, { facts }, { eventId, version, ...details }) => {
  const times = decideTimes(details);
  if (!times.ok) return times;
  const loaded = await loadOpenEvent(read, eventId);
  if (!loaded.ok) return loaded;
  const event = loaded.value;
  if (event.version !== version)
    return fail('EVENT_CHANGED', text('event.changedMeanwhile'), { version: event.version });
  const { openSeats } = await peekReadiness(read, event);
  const fits = checkCapacity({ ...event, licensedCapacity: details.licensedCapacity }, openSeats);
  if (!fits.ok) return fits;
  facts.change('events', event, details);
  return ok(null);
};
