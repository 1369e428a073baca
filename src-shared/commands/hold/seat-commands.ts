/** Kills: seats taken out of capacity, and put back. */
import { block, unblock } from '../../domain/inventory/seat-changes.ts';
import { ok } from '../../domain/result.ts';
import type { Commands } from '../registry.ts';
import { checkCapacity, loadOpenEvent, peekReadiness } from '../event/load-event.ts';
import { changeSeats, loadEventSeats } from './change-seats.ts';

export const seatCommands: Commands<'seat'> = {
  'seat.block': async (read, context, { eventId, seatIds, reason }) => {
    const event = await loadOpenEvent(read, eventId);
    if (!event.ok) return event;
    const seats = await loadEventSeats(read, eventId, seatIds);
    if (!seats.ok) return seats;
    const blocked = await changeSeats(read, context, event.value, seats.value, (seat) => block(seat, reason), {
      code: 'SEATS_NOT_FREE',
      key: 'seat.cannotBlock',
    });
    return blocked.ok ? ok(null) : blocked;
  },
  'seat.unblock': async (read, context, { eventId, seatIds }) => {
    const event = await loadOpenEvent(read, eventId);
    if (!event.ok) return event;
    const holds = await read.loadShared('holds', { eventId, status: 'ACTIVE' });
    const active = new Set(holds.map((hold) => hold.id));
    const seats = await loadEventSeats(read, eventId, seatIds);
    if (!seats.ok) return seats;
    const rule = (seat: (typeof seats.value)[number]) => unblock(seat, seat.holdId !== null && active.has(seat.holdId));
    const unblocked = await changeSeats(read, context, event.value, seats.value, rule, {
      code: 'SEATS_NOT_BLOCKED',
      key: 'seat.notBlocked',
    });
    if (!unblocked.ok) return unblocked;
    const { openSeats } = await peekReadiness(read, event.value);
    const fits = checkCapacity(event.value, openSeats + unblocked.value);
    return fits.ok ? ok(null) : fits;
  },
};
