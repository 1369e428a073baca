/**
 * Maps and seat states as screens hold them: a published map is loaded once; an event's states are a snapshot kept
 * current by notices. A delta at or below the snapshot's sequence is dropped, a gap reads the snapshot again.
 */
import { assert, ok, type Result } from '../../src-shared/domain/result.ts';
import type { EventDetail } from '../../src-shared/contract/event.ts';
import type { EventSeatsNotice, SeatChange } from '../../src-shared/contract/notices.ts';
import {
  SEAT_STATUSES,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
  type SeatColumns,
  type SeatStatus,
} from '../../src-shared/domain/seat-map/columns.ts';
import type { Shape } from '../../src-shared/domain/seat-map/document.ts';
import { unpackColumns } from '../../src-shared/domain/seat-map/pack.ts';
import { createSeatStateStore, type SeatStateSource, type SeatStateStore } from '../canvas/seat-state-source.ts';
import type { ProgramBridge } from '../bridge/program-bridge.ts';

export interface LoadedMap {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
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
  levelById: Map<string, number>;
  holdById: Map<string, number>;
}

const NO_LEVEL = 255;

export function createEventMaps(bridge: ProgramBridge): EventMaps {
  const maps = new Map<string, Promise<Result<LoadedMap>>>();
  const open = new Map<string, OpenEvent>();

  const loadMap = async (mapVersionId: string): Promise<Result<LoadedMap>> => {
    const answer = await bridge.call('map.columns', { mapVersionId });
    if (!answer.ok) return answer;
    const columns = unpackColumns(answer.value.columns);
    return columns.ok ? ok({ columns: columns.value, shapes: answer.value.shapes }) : columns;
  };

  const map = (mapVersionId: string): Promise<Result<LoadedMap>> => {
    const known = maps.get(mapVersionId);
    if (known) return known;
    const loading = loadMap(mapVersionId);
    maps.set(mapVersionId, loading);
    // What failed may work the next time it is asked for.
    void loading.then((result) => (result.ok ? undefined : maps.delete(mapVersionId)));
    return loading;
  };

  const readAgain = async (eventId: string): Promise<void> => {
    const opened = open.get(eventId);
    if (!opened) return;
    const [detail, seats] = await Promise.all([
      bridge.call('event.get', { eventId }),
      bridge.call('event.seats', { eventId }),
    ]);
    if (!detail.ok || !seats.ok) return;
    setPositions(opened, detail.value);
    opened.states.replace(seats.value);
  };

  bridge.on('event-seats', (notice) => {
    const opened = open.get(notice.eventId);
    if (opened && !applyNotice(opened, notice)) void readAgain(notice.eventId);
  });
  bridge.onResume(() => {
    for (const eventId of open.keys()) void readAgain(eventId);
  });

  return {
    map,
    open: async (eventId) => {
      const event = await bridge.call('event.get', { eventId });
      if (!event.ok) return event;
      const loaded = await map(event.value.mapVersionId);
      if (!loaded.ok) return loaded;
      const seats = await bridge.call('event.seats', { eventId });
      if (!seats.ok) return seats;
      const opened = open.get(eventId) ?? {
        states: createSeatStateStore(seats.value),
        levelById: new Map(),
        holdById: new Map(),
      };
      setPositions(opened, event.value);
      if (open.has(eventId)) opened.states.replace(seats.value);
      else open.set(eventId, opened);
      return ok({ ...loaded.value, event: event.value, source: opened.states });
    },
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
