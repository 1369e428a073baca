/** What a committed command tells the screens: seat changes as data, everything else as "look again". */
import type { ChangedNotice, EventSeatsNotice, ScansNotice, SeatChange } from '../contract/notices.ts';
import type { Notice } from '../contract/wire.ts';
import type { FactsBuilder } from './facts.ts';

export function noticesOf(facts: FactsBuilder, sequenceByEvent: ReadonlyMap<string, number>): Notice[] {
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
  const notices: Notice[] = [...sequenceByEvent].map(([eventId, sequence]) => ({
    topic: 'event-seats',
    data: { eventId, sequence, seats: seatsByEvent.get(eventId) ?? null } satisfies EventSeatsNotice,
  }));
  for (const [eventId, scans] of Map.groupBy(facts.rowsOf('scans'), ({ after }) => after.eventId)) {
    const ticketIds = [...new Set(scans.flatMap(({ after }) => after.ticketId ?? []))];
    if (eventId !== null && ticketIds.length > 0)
      notices.push({ topic: 'scans', data: { eventId, ticketIds } satisfies ScansNotice });
  }
  notices.push({ topic: 'changed', data: { tables: facts.tables } satisfies ChangedNotice });
  return notices;
}
