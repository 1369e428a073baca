/** An event's seats as typed columns: what a screen loads once and then follows by deltas. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import { fail, ok } from '../domain/result.ts';
import { STATE_OWNED, STATE_PINNED_ELSEWHERE, STATE_PRICED } from '../domain/seat-map/columns.ts';
import { int, text as textColumn } from '../schema/kit.ts';
import { text } from '../text/text.ts';

const NO_LEVEL = 255;

/** Status below, STATE_* bits above, in one number a seat that the store packs: three values to decode instead of six. */
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
  const rows = await read.query(
    { packed: int(), priceLevelId: textColumn().orNull, holdId: textColumn().orNull },
    sql`select
          case status when 'AVAILABLE' then 0 when 'HELD' then 1 when 'BLOCKED' then 2 when 'RESERVED' then 3 else 4 end
          + case when ownership = 'OWNED' then ${sql.raw(String(STATE_OWNED * STATUS_BITS))} else 0 end
          + case when price_minor is not null then ${sql.raw(String(STATE_PRICED * STATUS_BITS))} else 0 end
          + case when pinned_to <> ${deviceId} then ${sql.raw(String(STATE_PINNED_ELSEWHERE * STATUS_BITS))} else 0 end,
          price_level_id, hold_id
        from event_seats ${ofEvent} order by ordinal`,
  );
  const snapshot = {
    sequence: feed?.number ?? 0,
    status: new Uint8Array(rows.length),
    level: new Uint8Array(rows.length),
    bits: new Uint8Array(rows.length),
    hold: new Uint16Array(rows.length),
  };
  for (let i = 0; i < rows.length; i++) {
    const { packed, priceLevelId, holdId } = rows[i]!;
    snapshot.status[i] = packed % STATUS_BITS;
    snapshot.bits[i] = packed / STATUS_BITS;
    snapshot.level[i] = priceLevelId === null ? NO_LEVEL : (levelById.get(priceLevelId) ?? NO_LEVEL);
    snapshot.hold[i] = holdId === null ? 0 : (holdById.get(holdId) ?? 0);
  }
  return ok(snapshot);
};
