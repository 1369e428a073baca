/**
 * What the house and its suppliers do to a seat: hold, release, block, unblock, own, disown. Each function gives the
 * patch for the seat's row, or WRONG_STATE naming the seat and both states. Selling is in sale-seats.ts.
 *
 * Invariant S1: a seat's generation only grows, and grows whenever the seat is freed.
 * Invariant S3: a seat pinned to a device is not held, blocked or disowned before its pin is back.
 */
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import { fail, ok, type AppError, type Result } from '../result.ts';
import { ownershipMachine, seatMachine } from './states.ts';

export type Seat = Row<'eventSeats'>;
export type SeatChange = Partial<
  Pick<
    Seat,
    | 'status'
    | 'generation'
    | 'holdId'
    | 'blockReason'
    | 'ownership'
    | 'supplierId'
    | 'purchaseOrderLineId'
    | 'costMinor'
    | 'proofOfPurchase'
  >
>;
export type SeatRule = (seat: Seat) => Result<SeatChange>;

/** Keeps a free seat for the house. A blocked seat is not taken into a hold: somebody would sit on a broken chair. */
export function hold(seat: Seat, holdId: string): Result<SeatChange> {
  if (seat.status !== 'AVAILABLE') return refused(seat, 'HELD');
  return unpinned(seat, { status: 'HELD', holdId });
}

/** Gives a held seat back to everyone. */
export function release(seat: Seat): Result<SeatChange> {
  if (seat.status !== 'HELD') return refused(seat, 'AVAILABLE');
  return unpinned(seat, { status: 'AVAILABLE', holdId: null, generation: seat.generation + 1 });
}

/** Takes a free or held seat out of use; it remembers its hold. */
export function block(seat: Seat, reason: string): Result<SeatChange> {
  if (!seatMachine.allows(seat.status, 'BLOCKED') || seat.status === 'SOLD') return refused(seat, 'BLOCKED');
  return unpinned(seat, { status: 'BLOCKED', blockReason: reason });
}

/** Puts a blocked seat back: into its hold while that is active, else free for all. */
export function unblock(seat: Seat, holdIsActive: boolean): Result<SeatChange> {
  const target = seat.holdId !== null && holdIsActive ? 'HELD' : 'AVAILABLE';
  if (seat.status !== 'BLOCKED') return refused(seat, target);
  const freed = target === 'AVAILABLE' ? { holdId: null, generation: seat.generation + 1 } : {};
  return unpinned(seat, { status: target, blockReason: null, ...freed });
}

export interface Purchase {
  readonly supplierId: string;
  readonly purchaseOrderLineId: string;
  readonly costMinor: number;
  readonly proofOfPurchase: string;
}

/** A seat received from a supplier is ours to sell. */
export function own(seat: Seat, purchase: Purchase): Result<SeatChange> {
  const moved = ownershipMachine.move(seat.ownership, 'OWNED');
  if (!moved.ok) return wrongState(seat, seat.ownership, 'OWNED');
  const { supplierId, purchaseOrderLineId, costMinor, proofOfPurchase } = purchase;
  return ok({ ownership: moved.value, supplierId, purchaseOrderLineId, costMinor, proofOfPurchase });
}

/** A receipt is corrected: the seat was never ours. Not while it is in a basket or sold. */
export function disown(seat: Seat): Result<SeatChange> {
  const moved = ownershipMachine.move(seat.ownership, 'NOT_OWNED');
  if (!moved.ok) return wrongState(seat, seat.ownership, 'NOT_OWNED');
  if (seat.status === 'RESERVED' || seat.status === 'SOLD') return wrongState(seat, seat.status, 'NOT_OWNED');
  const bare = { supplierId: null, purchaseOrderLineId: null, costMinor: null, proofOfPurchase: null };
  return unpinned(seat, { ownership: moved.value, ...bare });
}

export interface RefusedSeat {
  readonly seat: Seat;
  readonly error: AppError;
}

/** All seats change or none: the changes, or every seat that refuses. */
export function changeAll(
  seats: readonly Seat[],
  rule: SeatRule,
): Result<readonly { seat: Seat; change: SeatChange }[], readonly RefusedSeat[]> {
  const changes: { seat: Seat; change: SeatChange }[] = [];
  const refusals: RefusedSeat[] = [];
  for (const seat of seats) {
    const result = rule(seat);
    if (result.ok) changes.push({ seat, change: result.value });
    else refusals.push({ seat, error: result.error });
  }
  return refusals.length === 0 ? ok(changes) : { ok: false, error: refusals };
}

function unpinned(seat: Seat, change: SeatChange): Result<SeatChange> {
  if (seat.pinnedTo === null) return ok(change);
  return fail('SEAT_PINNED', text('seat.pinned', { seat: seat.seatId }), { seatId: seat.seatId });
}

function refused(seat: Seat, to: string): Result<never> {
  return wrongState(seat, seat.status, to);
}

function wrongState(seat: Seat, from: string, to: string): Result<never> {
  const data = { subject: 'seat', seatId: seat.seatId, from, to };
  return fail('WRONG_STATE', text('seat.wrongState', { seat: seat.seatId, from, to }), data);
}
