/** What a committed command tells the screens: seat changes as data, everything else as "look again". */
import type { ChangedNotice, EventSeatsNotice, SeatChange } from '../contract/notices.ts';
import type { Notice } from '../contract/wire.ts';
import type { FactsBuilder } from './facts.ts';

/** What became of the seats of each event that was touched. */
export function seatNoticesOf(facts: FactsBuilder, sequenceByEvent: ReadonlyMap<string, number>): EventSeatsNotice[] {
  const seatsByEvent = new Map<string, SeatChange[]>();
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
  const inBulk = new Set(facts.bulkOperations.map((operation) => operation.arguments['eventId']));
  return [...sequenceByEvent].map(([eventId, sequence]) => ({
    eventId,
    sequence,
    seats: inBulk.has(eventId) ? null : (seatsByEvent.get(eventId) ?? null),
  }));
}

export function noticesOf(facts: FactsBuilder, seats: readonly EventSeatsNotice[]): Notice[] {
  return [
    ...seats.map((data) => ({ topic: 'event-seats', data })),
    { topic: 'changed', data: { tables: facts.tables } satisfies ChangedNotice },
  ];
}
