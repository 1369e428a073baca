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
  const windows: Run[] = [];
  let left = runs;
  let needed = people;
  let middle = anchor;
  if (runs.reduce((sum, run) => sum + lengthOf(run), 0) < people || (aisle && people === 0)) return null;
  while (needed > 0) {
    const wantsAisle = aisle && windows.length === 0;
    const longest = lengthOfLongest(left);
    if (middle !== null && longest < needed && !wantsAisle) {
      // Runs of one length are taken in one go: one by one, a house of single seats would be looked at for each of them.
      const whole = nearestRuns(view, middle, runsOfLength(left, longest), Math.floor(needed / longest));
      windows.push(...whole);
      needed -= longest * whole.length;
      left = without(left, whole);
      continue;
    }
    if (needed === 1 && longest > 1 && giveOneUp(view, windows, aisle ? 1 : 0)) needed++;
    const next = bestGroup(view, left, needed, middle, wantsAisle);
    if (next === null) return null;
    windows.push(next.window);
    needed -= lengthOf(next.window);
    left = without(left, [next.run]);
    middle ??= middleOf(next.window);
  }
  return windows;
}

interface Group {
  readonly run: Run;
  readonly window: Run;
}

/** The best window of the largest group that can be had. */
function bestGroup(
  view: View,
  runs: readonly Run[],
  needed: number,
  middle: number | null,
  aisle: boolean,
): Group | null {
  const choice = aisle ? runs.filter(({ start, end }) => aislesIn(view, start, end) > 0) : runs;
  for (let size = Math.min(needed, lengthOfLongest(choice)); size > 0; size--) {
    let best: Group | null = null;
    let most = NO_RANK;
    for (const run of choice) {
      for (let start = run.start; start + size <= run.end; start++) {
        const window = { start, end: start + size };
        const rank = groupRank(view, window, middle);
        if (rank <= most || (aisle && aislesIn(view, start, window.end) === 0)) continue;
        [best, most] = [{ run, window }, rank];
      }
    }
    if (best !== null) return best;
  }
  return null;
}

/** A window's rank, with its nearness in place of its worth when there is somebody to sit near to. */
function groupRank(view: View, window: Run, middle: number | null): number {
  const { start, end } = window;
  const rank = rankOf(view, start, end);
  if (middle === null || rank === NO_RANK) return rank;
  return rank - worthOf(view, start, end) - distanceBetween(view.house.columns, middle, middleOf(window));
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

function lengthOfLongest(runs: readonly Run[]): number {
  return runs.reduce((most, run) => Math.max(most, lengthOf(run)), 0);
}

function runsOfLength(runs: readonly Run[], length: number): readonly Run[] {
  return runs.filter((run) => lengthOf(run) === length);
}

function without(runs: readonly Run[], taken: readonly Run[]): readonly Run[] {
  const isTaken = new Set(taken);
  return runs.filter((run) => !isTaken.has(run));
}
