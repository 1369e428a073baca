import { decideTimes } from '../../domain/event/times.ts';
import { assert, fail, ok } from '../../domain/result.ts';
import { text as textColumn } from '../../schema/kit.ts';
import { text } from '../../text/text.ts';
import { sql } from 'drizzle-orm';
import { nextNumber } from '../next-number.ts';
import type { Command } from '../registry.ts';
import type { SeatMapDocument } from '../../domain/seat-map/document.ts';
import type { CommandContext } from '../../core/context.ts';

/** What the price grid can show, and the contract allows. */
const LEVELS_MAX = 60;

export const createEvent: Command<'event.create'> = async (read, context, input) => {
  const times = decideTimes(input);
  if (!times.ok) return times;
  const [place] = await read.peek(
    { mapId: textColumn(), venueId: textColumn() },
    sql`select v.map_id, m.venue_id from map_versions v join maps m on m.agency_id = v.agency_id and m.id = v.map_id
        where v.agency_id = ${context.agencyId} and v.id = ${input.mapVersionId}`,
  );
  if (!place) return fail('NOT_FOUND', text('event.mapNotFound'));
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  const [venue] = await read.loadShared('venues', { id: place.venueId });
  const [mapVersion] = await read.loadShared('mapVersions', { id: input.mapVersionId });
  assert(agency && venue && mapVersion, 'a map has its house and venue');
  if (mapVersion.status !== 'PUBLISHED') return fail('MAP_NOT_PUBLISHED', text('event.mapNotPublished'));
  const { categories } = mapVersion.document;
  if (categories.length > LEVELS_MAX)
    return fail('TOO_MANY_LEVELS', text('event.tooManyLevels', { count: categories.length, limit: LEVELS_MAX }));
  const eventId = context.newId();
  context.facts.insert('events', {
    ...input,
    id: eventId,
    number: await nextNumber(read, context, 'event'),
    venueId: venue.id,
    status: 'DRAFT',
    timeZone: venue.timeZone,
    currency: agency.currency,
    seatsGeneratedAt: null,
  });
  insertGrid(context, eventId, categories);
  return ok({ eventId });
};

/** One level per category, and a first ticket type with the categories' own prices. */
function insertGrid(context: CommandContext, eventId: string, categories: SeatMapDocument['categories']): void {
  const { facts, now } = context;
  const ticketTypeId = context.newId();
  facts.insert('ticketTypes', {
    id: ticketTypeId,
    eventId,
    name: text('event.standardType'),
    kind: 'STANDARD',
    position: 0,
  });
  for (const [position, category] of categories.entries()) {
    const priceLevelId = context.newId();
    facts.insert('priceLevels', {
      id: priceLevelId,
      eventId,
      categoryId: category.id,
      name: category.name,
      color: category.color,
      letter: category.letter,
      position,
    });
    if (category.defaultPriceMinor !== null)
      facts.insert('prices', {
        id: context.newId(),
        eventId,
        priceLevelId,
        ticketTypeId,
        amountMinor: category.defaultPriceMinor,
        validFrom: now,
      });
  }
}
