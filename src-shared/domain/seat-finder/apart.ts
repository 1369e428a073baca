/**
 * The party in several places of one section, or of the house. Fewest groups first, then fewest people alone, then
 * fewest singles left, then worth.
 */
import { seatGroups } from './groups.ts';
import { groupsOf, lengthOf, runAbout, seatsOf, singlesOf, takingsOf } from './runs.ts';
import type { Run } from './runs.ts';
import type { Offered, Stage } from './seating.ts';
import { lotAt } from './stock.ts';
import type { View } from './view.ts';
import { waysWithWheelchairs } from './wheelchairs.ts';
import { NO_RANK, rankOf, worthOf } from './window.ts';

interface Apart {
  readonly seats: readonly number[];
  readonly groups: number;
  readonly alone: number;
  readonly singlesLeft: number;
  readonly worth: number;
}

/** In one section: the best of all sections. Sections that cannot beat the best are not looked at. */
export const inOneSection: Stage = (view, offered) => {
  const prospects = prospectsOf(view);
  const seatingOf = new Map<Prospect, Apart | null>();
  return () => {
    let best: Apart | null = null;
    for (const prospect of prospects) {
      if (best !== null && !mayBeat(best, prospect, view.wishes.quantity)) continue;
      const known = seatingOf.get(prospect);
      const isGone = known === undefined || known?.seats.some((seat) => offered.has(seat));
      const apart = isGone ? seatApart(view, prospect.place, offered) : known;
      seatingOf.set(prospect, apart);
      if (apart !== null && (best === null || compareApart(apart, best) < 0)) best = apart;
    }
    return best === null ? null : { stage: 'ONE_SECTION', seats: best.seats };
  };
};

/** Anywhere. */
export const acrossSections: Stage = (view, offered) => {
  const place = createPlace(view, view.house.rowsOfSection.flat());
  return () => {
    const apart = seatApart(view, place, offered);
    return apart === null ? null : { stage: 'ACROSS_SECTIONS', seats: apart.seats };
  };
};

function compareApart(a: Apart, b: Apart): number {
  return (
    a.groups - b.groups ||
    a.alone - b.alone ||
    a.singlesLeft - b.singlesLeft ||
    b.worth - a.worth ||
    a.seats[0]! - b.seats[0]!
  );
}

/** Rows that a party may be seated in together, and the runs in them, listed when they are needed. */
interface Place {
  readonly rows: readonly number[];
  runs(): readonly Run[];
}

function createPlace(view: View, rows: readonly number[]): Place {
  let runs: readonly Run[] | null = null;
  return { rows, runs: () => (runs ??= runsIn(view, rows)) };
}

/** A section with room for the party, and the best that can be hoped for in it. */
interface Prospect {
  readonly place: Place;
  readonly groupsMin: number;
  readonly aloneMin: number;
  /** The worth of its best seat. */
  readonly top: number;
}

function mayBeat(best: Apart, { groupsMin, aloneMin, top }: Prospect, quantity: number): boolean {
  if (groupsMin !== best.groups) return groupsMin < best.groups;
  return best.alone > aloneMin || best.singlesLeft > 0 || best.worth < top * quantity;
}

/** The most promising first. */
function prospectsOf(view: View): Prospect[] {
  const { house, wishes } = view;
  const prospects: Prospect[] = [];
  for (const rows of house.rowsOfSection) {
    const runs = countRuns(view, rows);
    if (runs.seats < wishes.quantity) continue;
    const { byLength, top } = runs;
    // Wheelchairs' places are groups of their own, or none.
    const groupsMin = wishes.wheelchairs > 0 ? 1 : fewestRuns(byLength, wishes.quantity);
    prospects.push({ place: createPlace(view, rows), groupsMin, aloneMin: byLength.length === 2 ? groupsMin : 0, top });
  }
  return prospects.sort((a, b) => a.groupsMin - b.groupsMin || b.top - a.top || a.place.rows[0]! - b.place.rows[0]!);
}

/** How many runs of seats that fit these rows have of each length, and what is the worth of their best seat. */
function countRuns(view: View, rows: readonly number[]) {
  const { house, fits, longest } = view;
  const { rowStart, touchesNext } = house;
  const byLength: number[] = [0];
  let [seats, top] = [0, NO_RANK];
  for (const row of rows) {
    if (longest[row] === 0) continue;
    let run = 0;
    for (let seat = rowStart[row]!; seat < rowStart[row + 1]!; seat++) {
      if (fits[seat] !== 1) continue;
      run++;
      seats++;
      const worth = worthOf(view, seat, seat + 1);
      if (worth > top) top = worth;
      if (touchesNext[seat] === 1 && fits[seat + 1] === 1) continue;
      while (byLength.length <= run) byLength.push(0);
      byLength[run]!++;
      run = 0;
    }
  }
  return { byLength, seats, top };
}

function fewestRuns(byLength: readonly number[], quantity: number): number {
  let [runs, needed] = [0, quantity];
  for (let length = byLength.length - 1; length > 0 && needed > 0; length--) {
    const taken = Math.min(byLength[length]!, Math.ceil(needed / length));
    runs += taken;
    needed -= taken * length;
  }
  return runs;
}

/**
 * The party in a place, or null when there is no room for it. Of a run that was offered from nothing is offered again:
 * the second answer is not the first with a few seats changed.
 */
function seatApart(view: View, place: Place, offered: Offered): Apart | null {
  const { house, stock, wishes } = view;
  const seats = wishes.wheelchairs > 0 ? seatWithWheelchairs(view, place, offered) : seatAll(view, place, offered);
  if (seats === null) return null;
  const groups = groupsOf(house, seats);
  const singles = singlesOf(takingsOf(house, (seat) => stock.open[seat] === 1, seats));
  return {
    seats,
    groups: groups.length,
    alone: groups.filter((group) => lengthOf(group) === 1).length,
    singlesLeft: wishes.noSingle === 'OFF' ? 0 : singles.length,
    worth: groups.reduce((sum, { start, end }) => sum + worthOf(view, start, end), 0),
  };
}

function seatAll(view: View, place: Place, offered: Offered): number[] | null {
  const { quantity, aisle } = view.wishes;
  return inOrder(seatGroups(view, notOffered(place, offered), { people: quantity, aisle, anchor: null }));
}

/** Wheelchairs and their companions first, then the others as near to them as can be. */
function seatWithWheelchairs(view: View, place: Place, offered: Offered): number[] | null {
  const ways = waysWithWheelchairs(view, place.rows, offered);
  const runs = ways.length > 0 ? notOffered(place, offered) : [];
  for (const { places, others, aisle } of ways) {
    const windows = seatGroups(view, runs, { people: others, aisle, anchor: places[0]! });
    if (windows !== null) return [...places, ...inOrder(windows)!].sort((a, b) => a - b);
  }
  return null;
}

function notOffered(place: Place, offered: Offered): readonly Run[] {
  if (offered.seats.length === 0) return place.runs();
  return place.runs().filter(({ start, end }) => !offered.meets(start, end));
}

function inOrder(windows: readonly Run[] | null): number[] | null {
  return windows && windows.flatMap(seatsOf).sort((a, b) => a - b);
}

/**
 * The runs of these rows that groups may sit in, each of which may be taken whole: no tables, no lots, no places for
 * wheelchairs and companions.
 */
function runsIn(view: View, rows: readonly number[]): Run[] {
  const { house, stock, fits, wishes } = view;
  const isPart = (seat: number) => fits[seat] === 1 && stock.open[seat] === 1 && lotAt(stock, seat) === null;
  const runs: Run[] = [];
  for (const row of rows) {
    if (view.longest[row] === 0) continue;
    for (let seat = house.rowStart[row]!; seat < house.rowStart[row + 1]!; seat++) {
      if (!isPart(seat)) continue;
      const run = runAbout(house, isPart, seat);
      runs.push(run);
      seat = run.end - 1;
    }
  }
  const isCut = wishes.levels !== null || wishes.priceLimitMinor !== null || stock.lots.length > 0;
  return wishes.noSingle === 'STRICT' && isCut ? runsThatMayGo(view, runs) : runs;
}

/**
 * STRICT judges all that is taken from a run of free seats together. So that windows may be judged one by one, only one
 * of several runs that a question cuts such a run into is used, and of that one what may be taken whole.
 */
function runsThatMayGo(view: View, runs: readonly Run[]): Run[] {
  const { house, stock } = view;
  const byFreeRun = new Map<number, Run>();
  for (const run of runs) {
    const window = largestWindow(view, run);
    const { start } = runAbout(house, (seat) => stock.open[seat] === 1, run.start);
    if (window !== null && lengthOf(window) > lengthOf(byFreeRun.get(start) ?? { start: 0, end: 0 }))
      byFreeRun.set(start, window);
  }
  return [...byFreeRun.values()];
}

function largestWindow(view: View, { start, end }: Run): Run | null {
  for (let size = end - start; size > 0; size--)
    for (let first = start; first + size <= end; first++)
      if (rankOf(view, first, first + size) !== NO_RANK) return { start: first, end: first + size };
  return null;
}
