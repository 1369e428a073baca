/** What screens read of events. */
import { sql } from 'drizzle-orm';
import type { Queries } from '../commands/registry.ts';
import type { EventDetail, EventSummary } from '../contract/event.ts';
import type { QueryContext } from '../core/context.ts';
import type { Reader } from '../core/store.ts';
import { isOffered, newestCells } from '../domain/event/price-change.ts';
import { missingBeforeSale } from '../domain/event/readiness.ts';
import { assert, fail, ok } from '../domain/result.ts';
import { tradingDayOf } from '../domain/time/trading-day.ts';
import { int } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';
import { text } from '../text/text.ts';
import { eventSeats } from './event-seats.ts';
import { eventSummaries, holdsOf } from './event-summaries.ts';
import { seatStory } from './seat-story.ts';

/** The top line has room for six events (design: screens, "Frame"). */
const MOST_CHIPS = 6;

export const eventQueries: Queries<'event'> = {
  'event.list': async (read, context, { from, until, onlyOnSale }) => {
    const bounds = sql.join(
      [
        sql`1 = 1`,
        ...(from === undefined ? [] : [sql`e.starts_at >= ${from}`]),
        ...(until === undefined ? [] : [sql`e.starts_at <= ${until}`]),
        ...(onlyOnSale === true ? [sql`e.status = 'ON_SALE'`] : []),
      ],
      sql` and `,
    );
    return ok(upcomingFirst(await eventSummaries(read, context, bounds), context.now));
  },
  'event.today': async (read, context) => {
    const [house] = await read.rows('agencies', sql`where id = ${context.agencyId}`);
    assert(house, 'the house is set up');
    const day = tradingDayOf(context.now, house.timeZone, house.tradingDayMinutes);
    return ok(
      await eventSummaries(
        read,
        context,
        sql`e.id in (select n.id from events n where n.agency_id = ${context.agencyId} and n.status not in ('DRAFT', 'CANCELLED')
              and n.ends_at > ${day.from} order by n.starts_at, n.number limit ${MOST_CHIPS})`,
      ),
    );
  },
  'event.get': async (read, context, { eventId }) => {
    const [summary] = await eventSummaries(read, context, sql`e.id = ${eventId}`);
    const [event] = await read.rows('events', sql`where agency_id = ${context.agencyId} and id = ${eventId}`);
    if (!summary || !event) return fail('NOT_FOUND', text('event.notFound'));
    return ok(await detailOf(read, context, event, summary));
  },
  'event.seats': eventSeats,
  'event.seatStory': seatStory,
};

/** What is to come by its start, then what is over, the latest first. */
function upcomingFirst(events: readonly EventSummary[], now: number): EventSummary[] {
  return [
    ...events.filter((event) => event.endsAt > now),
    ...events.filter((event) => event.endsAt <= now).toReversed(),
  ];
}

async function detailOf(
  read: Reader,
  context: QueryContext,
  event: Row<'events'>,
  summary: EventSummary,
): Promise<EventDetail> {
  const ofEvent = sql`where agency_id = ${context.agencyId} and event_id = ${event.id}`;
  const levels = await read.rows('priceLevels', sql`${ofEvent} order by position`);
  const types = (await read.rows('ticketTypes', sql`${ofEvent} order by position`)).filter(isOffered);
  const prices = newestCells(await read.rows('prices', ofEvent));
  const [priced] = await read.query({ count: int() }, sql`select count(price_minor) from event_seats ${ofEvent}`);
  const { counts } = summary;
  const openSeats = counts.available + counts.notForSale + counts.held + counts.reserved + counts.sold;
  const seatsGenerated = event.seatsGeneratedAt !== null;
  return {
    ...summary,
    mapVersionId: event.mapVersionId,
    venueId: event.venueId,
    version: event.version,
    basketMs: event.basketMs,
    seatsPerBooking: event.seatsPerBooking,
    noSingleRule: event.noSingleRule,
    licensedCapacity: event.licensedCapacity,
    refundUntil: event.refundUntil,
    seatsGenerated,
    levels: levels.map(({ id, name, color, letter, position }) => ({
      priceLevelId: id,
      name,
      color,
      letter,
      position,
    })),
    types: types.map(({ id, name, kind, position }) => ({ ticketTypeId: id, name, kind, position })),
    prices: [...prices.values()].flatMap(({ priceLevelId, ticketTypeId, amountMinor }) =>
      amountMinor === null ? [] : [{ priceLevelId, ticketTypeId, amountMinor }],
    ),
    holds: await holdsOf(read, context, event.id),
    missing: missingBeforeSale({ ...event, seatsGenerated, openSeats, pricedSeats: priced!.count }, context.now),
  };
}
