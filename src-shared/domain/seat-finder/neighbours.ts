/**
 * Who sits beside whom, right behind whom, and whose companion sits where: from the drawing alone.
 */
import { SEAT_KINDS } from '../seat-map/columns.ts';
import type { SeatColumns } from '../seat-map/columns.ts';
import { groupBy } from '../seat-map/reading-order.ts';
import { isGapOf } from '../seat-map/row-geometry.ts';

/** The seat behind is in the next row and no further than this many spacings: 90 cm at 50 cm, but no cross aisle. */
const BEHIND_SPACINGS = 2.5;

export const NOBODY = -1;

const WHEELCHAIR = SEAT_KINDS.indexOf('WHEELCHAIR');
const COMPANION = SEAT_KINDS.indexOf('COMPANION');

export interface Neighbours {
  /** 1 where the next ordinal is the neighbour along the row with no aisle between. Never at a table. */
  readonly touchesNext: Uint8Array;
  /** Ordinal of the seat right behind, in the next row of the section; NOBODY for none. */
  readonly behind: Int32Array;
}

export function distanceBetween({ x, y }: SeatColumns, a: number, b: number): number {
  const alongX = x[a]! - x[b]!;
  const alongY = y[a]! - y[b]!;
  // Math.hypot guards against overflow, which no map reaches, and costs five times as much.
  return Math.sqrt(alongX * alongX + alongY * alongY);
}

export function neighboursOf(columns: SeatColumns, rowStart: Int32Array, spacings: readonly number[]): Neighbours {
  const { rows } = columns;
  const touchesNext = new Uint8Array(columns.count);
  const behind = new Int32Array(columns.count).fill(NOBODY);
  for (let row = 0; row < rows.length; row++) {
    if (rows[row]!.table !== undefined) continue;
    const from = rowStart[row]!;
    const to = rowStart[row + 1]!;
    const next = rows[row + 1];
    const hasNext = next !== undefined && next.section === rows[row]!.section && next.table === undefined;
    const nextTo = hasNext ? rowStart[row + 2]! : to;
    let nearest = to;
    for (let seat = from; seat < to; seat++) {
      if (seat + 1 < to && !isGapOf(distanceBetween(columns, seat, seat + 1), spacings[row]!)) touchesNext[seat] = 1;
      if (nextTo === to) continue;
      nearest = nearestOf(columns, seat, to, nextTo, nearest);
      if (distanceBetween(columns, seat, nearest) <= spacings[row]! * BEHIND_SPACINGS) behind[seat] = nearest;
    }
  }
  return { touchesNext, behind };
}

/**
 * The nearest of the seats from `from` to before `to`, the earlier of two as near. Walks from a guess (where the
 * neighbour's was, so that two rows side by side cost a step each) or from the nearer end, since the next row may run
 * the other way.
 */
function nearestOf(columns: SeatColumns, seat: number, from: number, to: number, guess: number): number {
  const away = (other: number) => distanceBetween(columns, seat, other);
  let best = guess;
  let least = away(best);
  for (const end of [from, to - 1]) if (away(end) < least) [best, least] = [end, away(end)];
  for (let next = best + 1; next < to && away(next) < least; next++) [best, least] = [next, away(next)];
  for (let before = best - 1; before >= from && away(before) <= least; before--) [best, least] = [before, away(before)];
  return best;
}

/** By companion place, its wheelchair place: the nearest of its row, or else of its section. A section without has none. */
export function wheelchairsOfCompanions(columns: SeatColumns): Map<number, number> {
  const { kind, row, section } = columns;
  const ordinals = Array.from({ length: columns.count }, (_, seat) => seat);
  const places = ordinals.filter((seat) => kind[seat] === WHEELCHAIR);
  const placesByRow = groupBy(places, (seat) => row[seat]!);
  const placesBySection = groupBy(places, (seat) => section[seat]!);
  const wheelchairOf = new Map<number, number>();
  for (const companion of ordinals.filter((seat) => kind[seat] === COMPANION)) {
    let nearest = NOBODY;
    let least = Infinity;
    for (const place of placesByRow.get(row[companion]!) ?? placesBySection.get(section[companion]!) ?? []) {
      const away = distanceBetween(columns, companion, place);
      if (away < least) [nearest, least] = [place, away];
    }
    if (nearest !== NOBODY) wheelchairOf.set(companion, nearest);
  }
  return wheelchairOf;
}
