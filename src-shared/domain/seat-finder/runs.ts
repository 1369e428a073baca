/**
 * Runs of neighbours, and what stays of them when seats are taken.
 */
import type { House } from './house.ts';

/** Seats next to each other: ordinals from `start` to before `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

export function lengthOf({ start, end }: Run): number {
  return end - start;
}

export function seatsOf({ start, end }: Run): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Seats as groups of neighbours; the seats ascend. */
export function groupsOf({ touchesNext }: House, seats: readonly number[]): Run[] {
  const groups: Run[] = [];
  for (let from = 0, at = 0; at < seats.length; at++) {
    const seat = seats[at]!;
    if (seats[at + 1] === seat + 1 && touchesNext[seat] === 1) continue;
    groups.push({ start: seats[from]!, end: seat + 1 });
    from = at + 1;
  }
  return groups;
}

/** The longest run about a seat whose seats are all part of it. */
export function runAbout({ touchesNext }: House, isPart: (seat: number) => boolean, seat: number): Run {
  let [start, end] = [seat, seat + 1];
  while (touchesNext[start - 1] === 1 && isPart(start - 1)) start--;
  while (touchesNext[end - 1] === 1 && isPart(end)) end++;
  return { start, end };
}

/** A run that seats are taken from. */
export interface Taking {
  readonly run: Run;
  /** How many are taken. */
  readonly taken: number;
  /** What stays, piece by piece. */
  readonly left: readonly Run[];
}

/**
 * The runs that seats are taken from, each with what stays of it. `isPart` tells which seats runs are made of, as it
 * was before; seats that are not part are passed over.
 */
export function takingsOf(house: House, isPart: (seat: number) => boolean, seats: readonly number[]): Taking[] {
  const takings: Taking[] = [];
  const isTaken = new Set(seats);
  let seen = -1;
  for (const seat of [...isTaken].sort((a, b) => a - b)) {
    if (seat < seen || !isPart(seat)) continue;
    const run = runAbout(house, isPart, seat);
    seen = run.end;
    const left: Run[] = [];
    let from = run.start;
    for (let at = run.start; at <= run.end; at++) {
      if (at < run.end && !isTaken.has(at)) continue;
      if (at > from) left.push({ start: from, end: at });
      from = at + 1;
    }
    const stay = left.reduce((sum, piece) => sum + lengthOf(piece), 0);
    takings.push({ run, taken: lengthOf(run) - stay, left });
  }
  return takings;
}

/** The places that lose their last neighbour, ascending. One that had none before is nobody's fault. */
export function singlesOf(takings: readonly Taking[]): number[] {
  return takings.flatMap(({ left }) => left.filter((piece) => lengthOf(piece) === 1).map(({ start }) => start));
}
