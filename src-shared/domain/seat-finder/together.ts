/**
 * Stages that seat a party together: one row, or rows one behind the other.
 */
import { isOnAisle, isWheelchair, runsOf, singlesLeft, worthOf } from './candidates.ts';
import type { Candidates, Run } from './candidates.ts';
import { NOBODY } from './house.ts';

/** A way to seat the party, with what it is compared by: fewer rows, then fewer singles left, then worth. */
export interface Seating {
  readonly seats: readonly number[];
  readonly rows: number;
  readonly singlesLeft: number;
  readonly worth: number;
}

/** Nobody sits alone: each row of a party in several rows has at least this many. */
const ROW_PARTY_MIN = 2;

/** All ways to seat the party next to each other in one row. */
export function seatingsInOneRow(candidates: Candidates): Seating[] {
  const { house, fits, quantity } = candidates;
  const seatings: Seating[] = [];
  for (const { start, end } of runsOf(house, fits)) {
    for (let first = start; first + quantity <= end; first++) {
      const seats = Array.from({ length: quantity }, (_, index) => first + index);
      if (meetsWishes(candidates, seats)) seatings.push(seatingOf(candidates, seats, 1));
    }
  }
  return seatings;
}

/** The seats have the wheelchair places and the aisle that were asked for. */
export function meetsWishes(candidates: Candidates, seats: readonly number[]): boolean {
  const wheelchairs = seats.filter((seat) => isWheelchair(candidates, seat)).length;
  return (
    wheelchairs === candidates.wheelchairs && (!candidates.aisle || seats.some((seat) => isOnAisle(candidates, seat)))
  );
}

/**
 * Ways to seat the party in rows one behind the other: each row's seats are together, at least two, and somebody sits
 * right behind somebody. For each column of seats one behind the other the best way with the fewest rows. Parties with
 * wheelchair places are not split over rows, which have steps between them.
 */
export function seatingsInAdjoiningRows(candidates: Candidates): Seating[] {
  const { house, fits, quantity, wheelchairs } = candidates;
  if (wheelchairs > 0 || quantity < 2 * ROW_PARTY_MIN) return [];
  const runs = runsOf(house, fits);
  const runAt = new Map<number, Run>();
  for (const run of runs) for (let seat = run.start; seat < run.end; seat++) runAt.set(seat, run);
  const seatings: Seating[] = [];
  for (const front of runAt.keys()) {
    const seats = seatColumn(candidates, front, runAt);
    if (seats !== null) seatings.push(seats);
  }
  return seatings;
}

function seatColumn(candidates: Candidates, front: number, runAt: ReadonlyMap<number, Run>): Seating | null {
  const { house, quantity } = candidates;
  const anchors: number[] = [];
  let capacity = 0;
  for (let seat = front; seat !== NOBODY; seat = house.behind[seat] ?? NOBODY) {
    const run = runAt.get(seat);
    if (run === undefined || run.end - run.start < ROW_PARTY_MIN) return null;
    anchors.push(seat);
    capacity += run.end - run.start;
    if (anchors.length * ROW_PARTY_MIN > quantity) return null;
    if (anchors.length === 1 || capacity < quantity) continue;
    const seats = growParty(candidates, anchors, runAt);
    if (seats !== null) return seatingOf(candidates, seats, anchors.length);
  }
  return null;
}

interface Piece {
  start: number;
  end: number;
  readonly run: Run;
}

/** Grows each row's piece from its anchor by the best seat next to any piece, until the party sits. */
function growParty(
  candidates: Candidates,
  anchors: readonly number[],
  runAt: ReadonlyMap<number, Run>,
): number[] | null {
  const pieces = anchors.map((anchor): Piece => ({ start: anchor, end: anchor + 1, run: runAt.get(anchor) as Run }));
  if (candidates.aisle && !reachAisle(candidates, pieces)) return null;
  for (const piece of pieces) while (piece.end - piece.start < ROW_PARTY_MIN) grow(candidates, [piece]);
  let seated = pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  if (seated > candidates.quantity) return null;
  for (; seated < candidates.quantity; seated++) grow(candidates, pieces);
  return pieces
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index))
    .sort((a, b) => a - b);
}

function grow({ worth }: Candidates, pieces: readonly Piece[]): void {
  let best: { readonly piece: Piece; readonly seat: number } | null = null;
  for (const piece of pieces) {
    for (const seat of [piece.start - 1, piece.end]) {
      if (seat < piece.run.start || seat >= piece.run.end) continue;
      if (best === null || (worth[seat] ?? 0) > (worth[best.seat] ?? 0)) best = { piece, seat };
    }
  }
  if (best === null) return;
  if (best.seat < best.piece.start) best.piece.start = best.seat;
  else best.piece.end = best.seat + 1;
}

/** Stretches the piece that is nearest to an aisle seat of its run up to that seat. */
function reachAisle(candidates: Candidates, pieces: readonly Piece[]): boolean {
  let nearest: { readonly piece: Piece; readonly seat: number; readonly away: number } | null = null;
  for (const piece of pieces) {
    for (let seat = piece.run.start; seat < piece.run.end; seat++) {
      const away = seat < piece.start ? piece.start - seat : Math.max(seat - piece.end + 1, 0);
      if (isOnAisle(candidates, seat) && (nearest === null || away < nearest.away)) nearest = { piece, seat, away };
    }
  }
  if (nearest === null) return false;
  nearest.piece.start = Math.min(nearest.piece.start, nearest.seat);
  nearest.piece.end = Math.max(nearest.piece.end, nearest.seat + 1);
  return true;
}

export function seatingOf(candidates: Candidates, seats: readonly number[], rows: number): Seating {
  return { seats, rows, singlesLeft: singlesLeft(candidates, seats).length, worth: worthOf(candidates, seats) };
}
