/**
 * What selling does to a seat. Each function gives the patch for the seat's state columns; the transition table says
 * whether it may be.
 *
 * Invariant S1: a seat's generation only grows, and grows whenever it is freed.
 * Invariant S2: only the seat's authority changes its state.
 */
import { fail, ok, type Result } from '../result.ts';
import type { Row } from '../../schema/schema.ts';
import { seatMachine } from './states.ts';
import { text } from '../../text/text.ts';

type Seat = Row<'eventSeats'>;
export type SeatPatch = Partial<
  Pick<Seat, 'status' | 'generation' | 'bookingId' | 'ticketId' | 'holdId' | 'blockReason'>
>;

/** Why a seat cannot be sold: the part of the message that says why, or null when it can. */
export type Refusal = 'TAKEN' | 'HELD' | 'BLOCKED' | 'NOT_OWNED' | 'NO_PRICE' | 'PINNED';

/** The rule of rules: OWNED, AVAILABLE, with a price, and ours to change (design: product, "A seat is sellable"). */
export function refusalOf(seat: Seat, deviceId: string): Refusal | null {
  if (seat.status === 'RESERVED' || seat.status === 'SOLD') return 'TAKEN';
  if (seat.status === 'HELD') return 'HELD';
  if (seat.status === 'BLOCKED') return 'BLOCKED';
  if (seat.ownership !== 'OWNED') return 'NOT_OWNED';
  if (seat.priceMinor === null) return 'NO_PRICE';
  if (seat.pinnedTo !== null && seat.pinnedTo !== deviceId) return 'PINNED';
  return null;
}

export function reservePatch(seat: Seat, bookingId: string, ticketId: string): Result<SeatPatch> {
  const moved = seatMachine.move(seat.status, 'RESERVED');
  return moved.ok ? ok({ status: moved.value, bookingId, ticketId }) : moved;
}

export function sellPatch(seat: Seat, ticketId: string): Result<SeatPatch> {
  if (seat.ticketId !== ticketId) return fail('SEAT_NOT_YOURS', text('sale.seatNotYours'), { seatId: seat.seatId });
  const moved = seatMachine.move(seat.status, 'SOLD');
  return moved.ok ? ok({ status: moved.value }) : moved;
}

/** Back to its hold if it came from one that is still active, else free for all. */
export function freePatch(seat: Seat, ticketId: string, holdIsActive: boolean): Result<SeatPatch> {
  if (seat.ticketId !== ticketId) return fail('SEAT_NOT_YOURS', text('sale.seatNotYours'), { seatId: seat.seatId });
  const target = seat.holdId !== null && holdIsActive ? 'HELD' : 'AVAILABLE';
  const moved = seatMachine.move(seat.status, target);
  if (!moved.ok) return moved;
  return ok({
    status: moved.value,
    generation: seat.generation + 1,
    bookingId: null,
    ticketId: null,
    holdId: target === 'HELD' ? seat.holdId : null,
  });
}
