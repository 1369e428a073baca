/**
 * Maps and seat states as screens hold them: a published map is loaded once; an event's states are a snapshot kept
 * current by notices.
 *
 * 1. A delta at or below the snapshot's number is in it already. A gap reads the snapshot again, and so does a snapshot
 *    that arrives after a change it does not have.
 * 2. An event's numbers count within one life of the core: a database that came back from its second journal begins at
 *    1 again. So a snapshot belongs to the life it was read in, and in the next one it stands for nothing.
 */
import { assert, ok, type Result } from '../../src-shared/domain/result.ts';
import type { EventDetail, EventSeatsSnapshot } from '../../src-shared/contract/event.ts';
import type { EventSeatsNotice, SeatChange } from '../../src-shared/contract/notices.ts';
import {
  SEAT_STATUSES,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
  type SeatColumns,
  type SeatStatus,
} from '../../src-shared/domain/seat-map/columns.ts';
import { unpackMap, type Scenery } from '../../src-shared/domain/seat-map/pack.ts';
import { createSeatStateStore, type SeatStateSource, type SeatStateStore } from '../canvas/seat-state-source.ts';
import type { ProgramBridge } from '../bridge/program-bridge.ts';

export interface LoadedMap extends Scenery {
  readonly columns: SeatColumns;
}

export interface EventMap extends LoadedMap {
  readonly event: EventDetail;
  readonly source: SeatStateSource;
}

export interface EventMaps {
  /** A published version's columns; the same object for as long as the window lives. */
  map(mapVersionId: string): Promise<Result<LoadedMap>>;
  /** An event's map with live states. `release` when the screen is done with it. */
  open(eventId: string): Promise<Result<EventMap>>;
}

interface OpenEvent {
  readonly states: SeatStateStore;
  /** The life of the core that the states are of. */
  life: number;
  levelById: Map<string, number>;
  holdById: Map<string, number>;
}

interface ReadEvent {
  readonly life: number;
  readonly event: EventDetail;
  readonly seats: EventSeatsSnapshot;
}

const NO_LEVEL = 255;

export function createEventMaps(bridge: ProgramBridge): EventMaps {
  const map = createMapLoader(bridge);
  const open = new Map<string, OpenEvent>();
  /** The newest change of each event that was told since its seats were last asked for. */
  const heard = new Map<string, number>();
  const reading = new Set<string>();
  let life = 0;

  const read = async (eventId: string): Promise<Result<ReadEvent>> => {
    const asked = life;
    heard.delete(eventId);
    const [event, seats] = await Promise.all([
      bridge.call('event.get', { eventId }),
      bridge.call('event.seats', { eventId }),
    ]);
    if (asked !== life) return read(eventId);
    if (!event.ok) return event;
    return seats.ok ? ok({ life, event: event.value, seats: seats.value }) : seats;
  };

  const take = (eventId: string, found: ReadEvent): OpenEvent => {
    const opened = open.get(eventId) ?? {
      states: createSeatStateStore(found.seats),
      life: found.life,
      levelById: new Map(),
      holdById: new Map(),
    };
    open.set(eventId, opened);
    const isOlder =
      found.life < opened.life ||
      (found.life === opened.life && found.seats.sequence < opened.states.states().sequence);
    if (!isOlder) {
      setPositions(opened, found.event);
      opened.life = found.life;
      opened.states.replace(found.seats);
    }
    if (opened.life !== life || (heard.get(eventId) ?? 0) > opened.states.states().sequence) void readAgain(eventId);
    return opened;
  };

  /** One at a time: what is told meanwhile is looked at when the answer is there. */
  const readAgain = async (eventId: string): Promise<void> => {
    if (reading.has(eventId)) return;
    reading.add(eventId);
    const found = await read(eventId);
    reading.delete(eventId);
    // What failed is asked for again with the next change, or when the core is back.
    if (found.ok) take(eventId, found.value);
  };

  bridge.on('event-seats', (notice) => {
    const { eventId, sequence } = notice;
    heard.set(eventId, Math.max(sequence, heard.get(eventId) ?? 0));
    const opened = open.get(eventId);
    if (opened && (opened.life !== life || !applyNotice(opened, notice))) void readAgain(eventId);
  });
  bridge.onResume(() => {
    life += 1;
    heard.clear();
    for (const eventId of open.keys()) void readAgain(eventId);
  });

  return {
    map,
    open: async (eventId) => {
      const found = await read(eventId);
      if (!found.ok) return found;
      const { event } = found.value;
      const loaded = await map(event.mapVersionId);
      if (!loaded.ok) return loaded;
      return ok({ ...loaded.value, event, source: take(eventId, found.value).states });
    },
  };
}

function createMapLoader(bridge: ProgramBridge): EventMaps['map'] {
  const maps = new Map<string, Promise<Result<LoadedMap>>>();
  const load = async (mapVersionId: string): Promise<Result<LoadedMap>> => {
    const answer = await bridge.call('map.columns', { mapVersionId });
    if (!answer.ok) return answer;
    const map = unpackMap(answer.value.columns);
    return map.ok ? ok({ columns: map.value.columns, ...map.value.scenery }) : map;
  };
  return (mapVersionId) => {
    const known = maps.get(mapVersionId);
    if (known) return known;
    const loading = load(mapVersionId);
    maps.set(mapVersionId, loading);
    // What failed may work the next time it is asked for.
    void loading.then((result) => (result.ok ? undefined : maps.delete(mapVersionId)));
    return loading;
  };
}

function setPositions(opened: OpenEvent, event: EventDetail): void {
  opened.levelById = new Map(event.levels.map((level) => [level.priceLevelId, level.position]));
  opened.holdById = new Map(event.holds.map((hold) => [hold.holdId, hold.position + 1]));
}

/** @returns false when the snapshot must be read again */
function applyNotice({ states, levelById, holdById }: OpenEvent, notice: EventSeatsNotice): boolean {
  const held = states.states().sequence;
  if (notice.sequence <= held) return true;
  if (notice.seats === null || notice.sequence !== held + 1) return false;
  // A hold or level made since the event was read: its place is not known here.
  if (notice.seats.some((seat) => seat.holdId !== null && !holdById.has(seat.holdId))) return false;
  states.apply({
    sequence: notice.sequence,
    ordinals: notice.seats.map((seat) => seat.ordinal),
    status: notice.seats.map((seat) => statusIndex(seat.status)),
    bits: notice.seats.map(bitsOf),
    level: notice.seats.map((seat) =>
      seat.priceLevelId === null ? NO_LEVEL : (levelById.get(seat.priceLevelId) ?? NO_LEVEL),
    ),
    hold: notice.seats.map((seat) => (seat.holdId === null ? 0 : holdById.get(seat.holdId)!)),
  });
  return true;
}

function statusIndex(status: string): number {
  const index = SEAT_STATUSES.indexOf(status as SeatStatus);
  assert(index >= 0, `${status} is a seat's status`);
  return index;
}

function bitsOf(seat: SeatChange): number {
  return (
    (seat.ownership === 'OWNED' ? STATE_OWNED : 0) |
    (seat.priceMinor !== null ? STATE_PRICED : 0) |
    (seat.pinnedTo !== null ? STATE_PINNED_ELSEWHERE : 0)
  );
}
