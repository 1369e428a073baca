/**
 * The finders of the events that are being sold, kept in memory: a question costs what the finder needs, not what the
 * event has seats. Whoever asks reads the event's feed number in their own reader or transaction first, and no finder
 * that has seen less than that is asked.
 *
 * Invariant K1: a kept event has seen every change up to its sequence, each after it was committed; one that was rolled
 * back is never seen.
 * Invariant K2: what cannot be followed (a change too big to list, a number missed because another process committed
 * it) is read anew by the next question.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { EventSeatsNotice, SeatChange } from '../contract/notices.ts';
import { assert } from '../domain/result.ts';
import { createSeatFinder, type SeatFinder } from '../domain/seat-finder/find-seats.ts';
import type { NoSingleRule, SeatStock } from '../domain/seat-finder/question.ts';
import type { SeatColumns } from '../domain/seat-map/columns.ts';
import { unpackColumns } from '../domain/seat-map/pack.ts';
import { bytes, int, text, type Columns, type RowOf } from '../schema/kit.ts';

/** Either a query's reader or a command's `peek`. */
export type Select = <S extends Columns>(shape: S, statement: SQL) => Promise<RowOf<S>[]>;

/** One event as it is asked for one device. Use it at once: it goes on changing. */
export interface EventFinder {
  readonly finder: SeatFinder;
  readonly columns: SeatColumns;
  /** What the finder calls a price level. */
  readonly levelById: ReadonlyMap<string, number>;
  readonly noSingleRule: NoSingleRule;
}

export interface SeatFinders {
  /** @returns null when there is no such event or its map is not published */
  of(select: Select, eventId: string, deviceId: string): Promise<EventFinder | null>;
  /** Told of every command that committed, after its commit. In any order: what is early waits for what is missing. */
  follow(notice: EventSeatsNotice): void;
}

/** The six events on the counter's top line and two more: at 150,000 seats each about 20 MB with its views, and no more is held. */
const EVENTS_KEPT = 8;

/** Notices that wait for an earlier one. On one PC none do; at a centre a few, unless the missing one is another process's. */
const EARLY_MAX = 64;

const NO_LEVEL = 255;
const NO_PRICE = -1;
/** Below every feed number: to be read anew. */
const NOT_CURRENT = -1;
/** Whose finder it is while nothing is pinned: everybody's. */
const ANYBODY = '';

interface Kept {
  readonly mapVersionId: string;
  readonly columns: SeatColumns;
  readonly levelById: ReadonlyMap<string, number>;
  /** Pins left aside: `free` for whoever a seat is pinned to. */
  readonly stock: SeatStock;
  /** By ordinal. A pinned seat is free for one device only, so that devices share a finder only while there are none. */
  readonly pinnedTo: Map<number, string>;
  readonly finderByDevice: Map<string, SeatFinder>;
  sequence: number;
}

interface Place {
  kept: Kept | null;
  /** By number: what came before its turn, or while the event was being read. */
  readonly early: Map<number, readonly SeatChange[] | null>;
}

export interface SeatFindersOptions {
  readonly agencyId: string;
  readonly eventsKept?: number;
}

/** Keeps the finders of the events that were asked for last. One for each core; it lives as long as its store is open. */
export function createSeatFinders({ agencyId, eventsKept = EVENTS_KEPT }: SeatFindersOptions): SeatFinders {
  /** Least recently asked first. */
  const places = new Map<string, Place>();

  const placeOf = (eventId: string): Place => {
    const place = places.get(eventId) ?? { kept: null, early: new Map() };
    places.delete(eventId);
    places.set(eventId, place);
    for (const oldest of places.keys()) if (places.size > eventsKept) places.delete(oldest);
    return place;
  };

  const columnsOf = async (select: Select, mapVersionId: string): Promise<SeatColumns | null> => {
    for (const { kept } of places.values()) if (kept?.mapVersionId === mapVersionId) return kept.columns;
    const [map] = await select(
      { columns: bytes().orNull },
      sql`select columns from map_versions where agency_id = ${agencyId} and id = ${mapVersionId}`,
    );
    if (!map?.columns) return null;
    const unpacked = unpackColumns(map.columns);
    assert(unpacked.ok, 'a published map unpacks');
    return unpacked.value;
  };

  return {
    of: async (select, eventId, deviceId) => {
      const [event] = await select(
        { mapVersionId: text(), noSingleRule: text<NoSingleRule>(), number: int().orNull },
        sql`select e.map_version_id, e.no_single_rule, f.number from events e
            left join feeds f on f.agency_id = e.agency_id and f.id = ${`event:${eventId}`}
            where e.agency_id = ${agencyId} and e.id = ${eventId}`,
      );
      if (!event) return null;
      const { mapVersionId, noSingleRule } = event;
      const sequence = event.number ?? 0;
      const place = placeOf(eventId);
      // One that has seen more followed a commit that came after the number was read: nothing is decided on it here.
      if (place.kept !== null && place.kept.sequence >= sequence)
        return { ...viewOf(place.kept, deviceId), noSingleRule };
      const columns = await columnsOf(select, mapVersionId);
      if (!columns) return null;
      // The number was read before the seats: what changed in between comes again, and is the same a second time.
      const read = await readStock(select, agencyId, eventId, columns.count);
      const loaded: Kept = { mapVersionId, columns, ...read, finderByDevice: new Map(), sequence };
      if (place.kept === null || place.kept.sequence < sequence) place.kept = loaded;
      catchUp(place);
      return { ...viewOf(place.kept, deviceId), noSingleRule };
    },
    follow: ({ eventId, sequence, seats }) => {
      const place = places.get(eventId);
      if (!place) return;
      place.early.set(sequence, seats);
      catchUp(place);
      if (place.early.size > EARLY_MAX) place.early.clear();
    },
  };
}

/** Every seat that somebody may sell, and its pin. */
async function readStock(select: Select, agencyId: string, eventId: string, count: number) {
  const ofEvent = sql`where agency_id = ${agencyId} and event_id = ${eventId}`;
  const levels = await select({ id: text(), position: int() }, sql`select id, position from price_levels ${ofEvent}`);
  const levelById = new Map(levels.map(({ id, position }) => [id, position]));
  const stock = {
    free: new Uint8Array(count),
    level: new Uint8Array(count).fill(NO_LEVEL),
    priceMinor: new Int32Array(count).fill(NO_PRICE),
  };
  const pinnedTo = new Map<number, string>();
  const rows = await select(
    { ordinal: int(), priceMinor: int(), priceLevelId: text().orNull, pinnedTo: text().orNull },
    sql`select ordinal, price_minor, price_level_id, pinned_to from event_seats ${ofEvent}
        and status = 'AVAILABLE' and ownership = 'OWNED' and price_minor is not null`,
  );
  for (const row of rows) {
    stock.free[row.ordinal] = 1;
    stock.level[row.ordinal] = levelById.get(row.priceLevelId ?? '') ?? NO_LEVEL;
    stock.priceMinor[row.ordinal] = row.priceMinor;
    if (row.pinnedTo !== null) pinnedTo.set(row.ordinal, row.pinnedTo);
  }
  return { levelById, stock, pinnedTo };
}

/** Applies what has come, as far as no number is missing. */
function catchUp({ kept, early }: Place): void {
  if (kept === null) return;
  for (let next = kept.sequence + 1; early.has(next); next = kept.sequence + 1) {
    const seats = early.get(next);
    if (seats) applyChanges(kept, seats);
    kept.sequence = seats ? next : NOT_CURRENT;
    if (!seats) return;
  }
  for (const number of early.keys()) if (number <= kept.sequence) early.delete(number);
}

function applyChanges(kept: Kept, changes: readonly SeatChange[]): void {
  const { stock, pinnedTo, finderByDevice } = kept;
  for (const { ordinal, status, ownership, priceMinor, priceLevelId, pinnedTo: pin } of changes) {
    stock.free[ordinal] = status === 'AVAILABLE' && ownership === 'OWNED' && priceMinor !== null ? 1 : 0;
    stock.level[ordinal] = kept.levelById.get(priceLevelId ?? '') ?? NO_LEVEL;
    stock.priceMinor[ordinal] = priceMinor ?? NO_PRICE;
    // Pins are lent and given back in bulk and seldom: whose finder is whose is made out anew.
    if (pin !== (pinnedTo.get(ordinal) ?? null)) finderByDevice.clear();
    if (pin === null) pinnedTo.delete(ordinal);
    else pinnedTo.set(ordinal, pin);
  }
  const ordinals = changes.map(({ ordinal }) => ordinal);
  for (const [deviceId, finder] of finderByDevice)
    finder.update({
      ordinals,
      free: ordinals.map((ordinal) => freeFor(kept, deviceId, ordinal)),
      level: ordinals.map((ordinal) => stock.level[ordinal]!),
      priceMinor: ordinals.map((ordinal) => stock.priceMinor[ordinal]!),
    });
}

function freeFor({ stock, pinnedTo }: Kept, deviceId: string, ordinal: number): number {
  const pin = pinnedTo.get(ordinal);
  return pin === undefined || pin === deviceId ? stock.free[ordinal]! : 0;
}

function viewOf(kept: Kept, deviceId: string): Omit<EventFinder, 'noSingleRule'> {
  const { columns, levelById, stock, pinnedTo, finderByDevice } = kept;
  const device = pinnedTo.size === 0 ? ANYBODY : deviceId;
  let finder = finderByDevice.get(device);
  if (!finder) {
    const free = stock.free.slice();
    for (const ordinal of pinnedTo.keys()) free[ordinal] = freeFor(kept, device, ordinal);
    finder = createSeatFinder(columns, { ...stock, free });
    finderByDevice.set(device, finder);
  }
  return { finder, columns, levelById };
}
