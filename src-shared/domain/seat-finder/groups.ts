/**
 * People who cannot all sit together: as few groups as can be, and nobody alone if it can be helped. The first group has
 * the best seats, the others sit as near to it as they can.
 */
import { distanceBetween } from './neighbours.ts';
import { lengthOf } from './runs.ts';
import type { Run } from './runs.ts';
import type { View } from './view.ts';
import { aislesIn, NO_RANK, rankOf, worthOf } from './window.ts';

export interface GroupWishes {
  readonly people: number;
  /** One of the groups has a seat on an aisle. */
  readonly aisle: boolean;
  /** A seat to sit near to, a wheelchair's place; null when the first group may have the best seats. */
  readonly anchor: number | null;
}

/**
 * @param runs each of which may be taken whole
 * @returns a window a group, each in a run of its own; null when there is no room for so many
 */
export function seatGroups(view: View, runs: readonly Run[], { people, aisle, anchor }: GroupWishes): Run[] | null {
  const pool = createPool(runs);
  if (pool.seats < people || (aisle && people === 0)) return null;
  const windows: Run[] = [];
  let needed = people;
  let middle = anchor;
  while (needed > 0) {
    const wantsAisle = aisle && windows.length === 0;
    const longest = pool.longest();
    if (middle !== null && longest < needed && !wantsAisle) {
      // Runs of one length are taken in one go: one by one, a house of single seats would be looked at for each of them.
      const whole = nearestRuns(view, middle, pool.ofLength(longest), Math.floor(needed / longest));
      windows.push(...whole);
      needed -= longest * whole.length;
      pool.take(whole, longest);
      if (whole.length === 0) return null;
      continue;
    }
    if (needed === 1 && longest > 1 && giveOneUp(view, windows, aisle ? 1 : 0)) needed++;
    const next = bestGroup(view, pool, needed, middle, wantsAisle);
    if (next === null) return null;
    windows.push(next.window);
    needed -= lengthOf(next.window);
    pool.take([next.run], lengthOf(next.run));
    middle ??= middleOf(next.window);
  }
  return windows;
}

/** Runs by length. */
interface Pool {
  /** How many there were in all. */
  readonly seats: number;
  /** The length of the longest run left; 0 for none. */
  longest(): number;
  ofLength(length: number): readonly Run[];
  take(runs: readonly Run[], length: number): void;
}

function createPool(runs: readonly Run[]): Pool {
  const byLength: Run[][] = [];
  let seats = 0;
  for (const run of runs) {
    const length = lengthOf(run);
    seats += length;
    while (byLength.length <= length) byLength.push([]);
    byLength[length]!.push(run);
  }
  return {
    seats,
    longest() {
      while (byLength.length > 0 && byLength.at(-1)!.length === 0) byLength.pop();
      return Math.max(byLength.length - 1, 0);
    },
    ofLength: (length) => byLength[length] ?? [],
    take(taken, length) {
      const isTaken = new Set(taken);
      byLength[length] = byLength[length]!.filter((run) => !isTaken.has(run));
    },
  };
}

interface Group {
  readonly run: Run;
  readonly window: Run;
}

/** The best window of the largest group that can be had. */
function bestGroup(view: View, pool: Pool, needed: number, middle: number | null, aisle: boolean): Group | null {
  const longest = pool.longest();
  for (let size = Math.min(needed, longest); size > 0; size--) {
    let best: Group | null = null;
    let most = NO_RANK;
    for (let length = longest; length >= size; length--) {
      for (const run of pool.ofLength(length)) {
        for (let start = run.start; start + size <= run.end; start++) {
          const end = start + size;
          if (aisle && aislesIn(view, start, end) === 0) continue;
          const good = goodnessOf(view, start, end, middle);
          // A rank is a worth less what it costs: few windows are good enough to be ranked.
          const cost = good > most ? worthOf(view, start, end) - rankOf(view, start, end) : Infinity;
          if (good - cost > most) [best, most] = [{ run, window: { start, end } }, good - cost];
        }
      }
    }
    if (best !== null) return best;
  }
  return null;
}

/** A window's worth, or its nearness when there is somebody to sit near to. */
function goodnessOf(view: View, start: number, end: number, middle: number | null): number {
  if (middle === null) return worthOf(view, start, end);
  return -distanceBetween(view.house.columns, middle, middleOf({ start, end }));
}

/** So many runs whose middles are nearest, the first of equals first. */
function nearestRuns({ house }: View, middle: number, runs: readonly Run[], count: number): readonly Run[] {
  if (runs.length <= count) return runs;
  const chosen: { readonly run: Run; readonly away: number }[] = [];
  for (const run of runs) {
    const away = distanceBetween(house.columns, middle, middleOf(run));
    if (chosen.length === count && away >= chosen.at(-1)!.away) continue;
    if (chosen.length === count) chosen.pop();
    const place = chosen.findLastIndex((other) => other.away <= away) + 1;
    chosen.splice(place, 0, { run, away });
  }
  return chosen.map(({ run }) => run);
}

/** Makes a group of three or more one smaller, so that the last of the party has company. */
function giveOneUp(view: View, windows: Run[], from: number): boolean {
  for (let index = windows.length - 1; index >= from; index--) {
    const { start, end } = windows[index]!;
    if (end - start <= 2) continue;
    const [withoutLast, withoutFirst] = [rankOf(view, start, end - 1), rankOf(view, start + 1, end)];
    if (withoutLast === NO_RANK && withoutFirst === NO_RANK) continue;
    windows[index] = withoutFirst > withoutLast ? { start: start + 1, end } : { start, end: end - 1 };
    return true;
  }
  return false;
}

function middleOf({ start, end }: Run): number {
  return (start + end - 1) >> 1;
}
