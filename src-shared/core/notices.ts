/** What a committed command tells the screens: seat changes as data, everything else as "look again". */
import type { Notice } from '../contract/wire.ts';
import type { FactsBuilder } from './facts.ts';
import type { TableName } from '../schema/schema.ts';

/** Topic `event-seats`. `seats` is null when the whole event must be read again. */
export interface EventSeatsNotice {
  readonly eventId: string;
  readonly sequence: number;
  readonly seats: readonly SeatDelta[] | null;
}

export interface SeatDelta {
  readonly ordinal: number;
  readonly status: string;
  readonly ownership: string;
  readonly priceMinor: number | null;
  readonly priceLevelId: string | null;
  readonly holdId: string | null;
  readonly pinnedTo: string | null;
}

/** Topic `changed`: the tables a command touched. */
export interface ChangedNotice {
  readonly tables: readonly TableName[];
}

export function noticesOf(facts: FactsBuilder, sequenceByEvent: ReadonlyMap<string, number>): Notice[] {
  const seatsByEvent = new Map<string, SeatDelta[]>();
  for (const { after } of facts.rowsOf('eventSeats')) {
    const seats = seatsByEvent.get(after.eventId) ?? [];
    seats.push({
      ordinal: after.ordinal,
      status: after.status,
      ownership: after.ownership,
      priceMinor: after.priceMinor,
      priceLevelId: after.priceLevelId,
      holdId: after.holdId,
      pinnedTo: after.pinnedTo,
    });
    seatsByEvent.set(after.eventId, seats);
  }
  const notices: Notice[] = [...sequenceByEvent].map(([eventId, sequence]) => ({
    topic: 'event-seats',
    data: { eventId, sequence, seats: seatsByEvent.get(eventId) ?? null } satisfies EventSeatsNotice,
  }));
  notices.push({ topic: 'changed', data: { tables: facts.tables } satisfies ChangedNotice });
  return notices;
}
