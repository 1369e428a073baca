/**
 * A window: seats next to each other in one row, all of which fit. What it is worth to the party, and whether the rules
 * let it be taken.
 */
import { isWheelchair } from './house.ts';
import { allowsSplit } from './splits.ts';
import { lotAt } from './stock.ts';
import type { View } from './view.ts';
import { SINGLE_COST } from './wishes.ts';

/** What may not be taken: below every rank. */
export const NO_RANK = -Infinity;

export function worthOf({ worthBefore }: View, start: number, end: number): number {
  return worthBefore[end]! - worthBefore[start]!;
}

/** How many of the seats from `start` to before `end` are on an aisle. */
export function aislesIn({ house: { aislesBefore } }: View, start: number, end: number): number {
  return aislesBefore[end]! - aislesBefore[start]!;
}

export function wheelchairsIn({ house: { wheelchairsBefore } }: View, start: number, end: number): number {
  return wheelchairsBefore[end]! - wheelchairsBefore[start]!;
}

/**
 * The worth of a window less what the places it leaves single cost, or NO_RANK when it may not be taken: by itself, as
 * if the party took nothing else.
 */
export function rankOf(view: View, start: number, end: number): number {
  if (view.wishes.wheelchairs > 0 && !hasWheelchairsOfCompanions(view, start, end)) return NO_RANK;
  if (view.stock.lots.length > 0 && !keepsLots(view, start, end)) return NO_RANK;
  const worth = worthOf(view, start, end);
  if (view.wishes.noSingle === 'OFF') return worth;
  const { before, after } = sidesOf(view, start, end);
  const singles = (before === 1 ? 1 : 0) + (after === 1 ? 1 : 0);
  if (singles === 0) return worth;
  return isRefused(view, start, end, before + after) ? NO_RANK : worth - singles * SINGLE_COST;
}

/**
 * STRICT lets a single be left only by who takes all but one of a run: of every other number some seats at an end leave
 * none. Seats on both sides of a wheelchair's or companion's place are all at ends of their runs.
 */
function isRefused({ house, wishes }: View, start: number, end: number, stay: number): boolean {
  if (wishes.noSingle !== 'STRICT' || stay === 1) return false;
  for (let seat = start; seat < end; seat++) if (house.isReserved[seat] === 1) return false;
  return true;
}

/** How many open places would stay beside the window on either side: 0, 1, or 2 for more. */
function sidesOf({ house: { touchesNext }, stock: { open } }: View, start: number, end: number) {
  const isOpenBefore = (seat: number) => touchesNext[seat - 1] === 1 && open[seat - 1] === 1;
  const isOpenAfter = (seat: number) => touchesNext[seat] === 1 && open[seat + 1] === 1;
  // Whoever sits beside a wheelchair's place had no neighbour there to lose.
  const before = open[start] !== 1 || !isOpenBefore(start) ? 0 : isOpenBefore(start - 1) ? 2 : 1;
  const after = open[end - 1] !== 1 || !isOpenAfter(end - 1) ? 0 : isOpenAfter(end) ? 2 : 1;
  return { before, after };
}

function hasWheelchairsOfCompanions({ house }: View, start: number, end: number): boolean {
  for (let seat = start; seat < end; seat++) {
    if (house.isReserved[seat] === 0 || isWheelchair(house, seat)) continue;
    const wheelchair = house.wheelchairOf.get(seat);
    if (wheelchair === undefined || wheelchair < start || wheelchair >= end) return false;
  }
  return true;
}

/** Every lot that the window takes from may be split so. */
function keepsLots({ house: { touchesNext }, stock }: View, start: number, end: number): boolean {
  const { free, lotOf } = stock;
  for (let from = start; from < end;) {
    let to = from + 1;
    while (to < end && lotOf[to] === lotOf[from]) to++;
    const lot = lotAt(stock, from);
    if (lot !== null) {
      let [first, last] = [from, to - 1];
      while (first > lot.start && touchesNext[first - 1] === 1 && free[first - 1] === 1) first--;
      while (last + 1 < lot.end && touchesNext[last] === 1 && free[last + 1] === 1) last++;
      if (!allowsSplit(lot.rule, to - from, [from - first, last + 1 - to])) return false;
    }
    from = to;
  }
  return true;
}

/** Whether seats of the window are part of an answer already given. */
export type IsOffered = (start: number, end: number) => boolean;

/**
 * The best window of the party's size in a row, the first of equals: its first seat and its rank, NO_RANK when the row
 * has none.
 */
export function bestWindowOfRow(view: View, row: number, isOffered: IsOffered): { start: number; rank: number } {
  const { house, fits, wishes } = view;
  const { touchesNext, rowStart } = house;
  const best = { start: 0, rank: NO_RANK };
  for (let seat = rowStart[row]!, runStart = seat; seat < rowStart[row + 1]!; seat++) {
    if (fits[seat] !== 1) {
      runStart = seat + 1;
      continue;
    }
    if (seat > runStart && touchesNext[seat - 1] !== 1) runStart = seat;
    const end = seat + 1;
    const start = end - wishes.quantity;
    // No rank is above the worth: most windows end here.
    if (start < runStart || worthOf(view, start, end) <= best.rank) continue;
    if (wishes.aisle && aislesIn(view, start, end) === 0) continue;
    if (wheelchairsIn(view, start, end) !== wishes.wheelchairs || isOffered(start, end)) continue;
    const rank = rankOf(view, start, end);
    if (rank > best.rank) [best.start, best.rank] = [start, rank];
  }
  return best;
}
