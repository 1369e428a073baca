/** What a committed command tells the screens: seat changes as data, everything else as "look again". */
import type { ChangedNotice, EventSeatsNotice, ScansNotice, SeatChange } from '../contract/notices.ts';
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

/** Seats by event, scans by event, and which tables changed. */
export function noticesOf(facts: FactsBuilder, seats: readonly EventSeatsNotice[]): Notice[] {
  const notices: Notice[] = seats.map((data) => ({ topic: 'event-seats', data }));
  for (const [eventId, scans] of Map.groupBy(facts.rowsOf('scans'), ({ after }) => after.eventId)) {
    const ticketIds = [...new Set(scans.flatMap(({ after }) => after.ticketId ?? []))];
    if (eventId !== null && ticketIds.length > 0)
      notices.push({ topic: 'scans', data: { eventId, ticketIds } satisfies ScansNotice });
  }
  notices.push({ topic: 'changed', data: { tables: facts.tables } satisfies ChangedNotice });
  return notices;
}
