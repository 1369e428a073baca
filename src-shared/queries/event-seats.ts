/** An event's seats as typed columns: what a screen loads once and then follows by deltas. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import { fail, ok } from '../domain/result.ts';
import { STATE_OWNED, STATE_PINNED_ELSEWHERE, STATE_PRICED } from '../domain/seat-map/columns.ts';
import { int, text as textColumn } from '../schema/kit.ts';
import { text } from '../text/text.ts';

const NO_LEVEL = 255;

/**
 * Status below, STATE_* bits above, in one number. The store groups the seats that are alike, so that an event comes in
 * a few rows with a list of ordinals each: a row a seat took four times as long at 150,000 seats.
 */
const STATUS_BITS = 8;

export const eventSeats: Query<'event.seats'> = async (read, { agencyId, deviceId }, { eventId }) => {
  const [event] = await read.query(
    { mapVersionId: textColumn() },
    sql`select map_version_id from events where agency_id = ${agencyId} and id = ${eventId}`,
  );
  if (!event) return fail('NOT_FOUND', text('event.notFound'));
  // Read before the seats: what is changed in between comes again as a delta, and nothing is missed.
  const [feed] = await read.query(
    { number: int() },
    sql`select number from feeds where agency_id = ${agencyId} and id = ${`event:${eventId}`}`,
  );
  const ofEvent = sql`where agency_id = ${agencyId} and event_id = ${eventId}`;
  const positions = { id: textColumn(), position: int() };
  const levels = await read.query(positions, sql`select id, position from price_levels ${ofEvent}`);
  const holds = await read.query(positions, sql`select id, position from holds ${ofEvent}`);
  const levelById = new Map(levels.map(({ id, position }) => [id, position]));
  const holdById = new Map(holds.map(({ id, position }) => [id, position + 1]));
  const groups = await read.query(
    { packed: int(), priceLevelId: textColumn().orNull, holdId: textColumn().orNull, ordinals: textColumn() },
    sql`select
          case status when 'AVAILABLE' then 0 when 'HELD' then 1 when 'BLOCKED' then 2 when 'RESERVED' then 3 else 4 end
          + case when ownership = 'OWNED' then ${sql.raw(String(STATE_OWNED * STATUS_BITS))} else 0 end
          + case when price_minor is not null then ${sql.raw(String(STATE_PRICED * STATUS_BITS))} else 0 end
          + case when pinned_to <> ${deviceId} then ${sql.raw(String(STATE_PINNED_ELSEWHERE * STATUS_BITS))} else 0 end,
          price_level_id, hold_id, string_agg(cast(ordinal as text), ',')
        from event_seats ${ofEvent} group by 1, 2, 3`,
  );
  const seatsByGroup = groups.map(({ ordinals }) => readNumbers(ordinals));
  const count = seatsByGroup.reduce((sum, seats) => sum + seats.length, 0);
  const snapshot = {
    sequence: feed?.number ?? 0,
    status: new Uint8Array(count),
    level: new Uint8Array(count),
    bits: new Uint8Array(count),
    hold: new Uint16Array(count),
  };
  groups.forEach(({ packed, priceLevelId, holdId }, group) => {
    const level = priceLevelId === null ? NO_LEVEL : (levelById.get(priceLevelId) ?? NO_LEVEL);
    const hold = holdId === null ? 0 : (holdById.get(holdId) ?? 0);
    for (const ordinal of seatsByGroup[group]!) {
      snapshot.status[ordinal] = packed % STATUS_BITS;
      snapshot.bits[ordinal] = packed / STATUS_BITS;
      snapshot.level[ordinal] = level;
      snapshot.hold[ordinal] = hold;
    }
  });
  return ok(snapshot);
};

/** "3,17,4" as numbers; splitting the text into strings took four times as long. */
function readNumbers(list: string): Uint32Array {
  const numbers = new Uint32Array(Math.ceil(list.length / 2));
  let count = 0;
  let number = 0;
  for (let at = 0; at <= list.length; at++) {
    const digit = list.charCodeAt(at) - 48;
    if (digit >= 0) number = number * 10 + digit;
    else {
      numbers[count++] = number;
      number = 0;
    }
  }
  return numbers.subarray(0, count);
}
