/**
 * Stages for when the party cannot sit together: as few groups as can be, nobody alone if it can be helped.
 */
import { isOnAisle, isWheelchair, runsOf, worthOf } from './candidates.ts';
import type { Candidates, Run } from './candidates.ts';
import { seatingOf } from './together.ts';
import type { Seating } from './together.ts';

/** The party in one section: the best way for each section that has room. */
export function seatingsInOneSection(candidates: Candidates): Seating[] {
  const { sectionStart } = candidates.house;
  const seatings: Seating[] = [];
  for (let section = 0; section + 1 < sectionStart.length; section++) {
    const seating = seatWithin(candidates, sectionStart[section] ?? 0, sectionStart[section + 1] ?? 0);
    if (seating !== null) seatings.push(seating);
  }
  return seatings;
}

/** The party anywhere in the house; none when there are not enough seats at all. */
export function seatingsAcrossSections(candidates: Candidates): Seating[] {
  const seating = seatWithin(candidates, 0, candidates.house.columns.count);
  return seating === null ? [] : [seating];
}

function seatWithin(candidates: Candidates, from: number, to: number): Seating | null {
  const fits = new Uint8Array(candidates.fits.length);
  let wheelchairs = 0;
  let others = 0;
  for (let seat = from; seat < to; seat++) {
    if (candidates.fits[seat] !== 1) continue;
    fits[seat] = 1;
    if (isWheelchair(candidates, seat)) wheelchairs++;
    else others++;
  }
  const { quantity } = candidates;
  if (wheelchairs < candidates.wheelchairs || others < quantity - candidates.wheelchairs) return null;
  const seats =
    candidates.wheelchairs > 0
      ? seatNearWheelchairs(candidates, fits)
      : seatInGroups(candidates, runsOf(candidates.house, fits));
  return seats === null ? null : seatingOf(candidates, seats, groupsOf(candidates, seats).length);
}

/**
 * Takes the longest run each time, near those taken before; ends so that the last person is not alone when a group
 * before can give one up.
 */
function seatInGroups(candidates: Candidates, runs: readonly Run[]): number[] | null {
  let left = runs;
  const seats: number[] = [];
  if (candidates.aisle) {
    const onAisle = left.filter((run) => seatsOf(run).some((seat) => isOnAisle(candidates, seat)));
    const run = bestRun(candidates, longestOf(onAisle), Math.min(candidates.quantity, lengthOfLongest(onAisle)), seats);
    if (run === null) return null;
    left = left.filter((other) => other !== run);
    seats.push(...bestWindow(candidates, run, sizeFor(candidates.quantity, run, left), seats, true).seats);
  }
  while (seats.length < candidates.quantity) {
    const needed = candidates.quantity - seats.length;
    const fitting = left.filter((run) => lengthOf(run) >= needed);
    // A run that takes all who are left: the one with the best seats, not the longest.
    const choice = fitting.length > 0 ? fitting : longestOf(left);
    const run = bestRun(candidates, choice, Math.min(needed, lengthOfLongest(choice)), seats);
    if (run === null) return null;
    left = left.filter((other) => other !== run);
    seats.push(...bestWindow(candidates, run, sizeFor(needed, run, left), seats, false).seats);
  }
  return seats.sort((a, b) => a - b);
}

/** All that fit, but one fewer when that one would leave a last person alone who could have company elsewhere. */
function sizeFor(needed: number, run: Run, left: readonly Run[]): number {
  const size = Math.min(needed, run.end - run.start);
  const leavesOne = needed - size === 1 && size > 2;
  return leavesOne && left.some((other) => other.end - other.start >= 2) ? size - 1 : size;
}

/** A wheelchair party: the places with the best company, then the seats nearest to them. */
function seatNearWheelchairs(candidates: Candidates, fits: Uint8Array): number[] | null {
  const { house, worth, quantity } = candidates;
  const { x, y } = house.columns;
  const places = [...fits.keys()].filter((seat) => fits[seat] === 1);
  const wheelchairs = places.filter((seat) => isWheelchair(candidates, seat));
  const others = places.filter((seat) => !isWheelchair(candidates, seat));
  const away = (a: number, b: number) => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
  const byWorth = (a: number, b: number) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b;
  const [first] = [...wheelchairs].sort(byWorth);
  if (first === undefined) return null;
  const near = (a: number, b: number) => away(first, a) - away(first, b) || a - b;
  const chairs = [...wheelchairs].sort(near).slice(0, candidates.wheelchairs);
  const company = [...others].sort(near);
  const seats = [...chairs, ...company.slice(0, quantity - chairs.length)];
  if (candidates.aisle && !seats.some((seat) => isOnAisle(candidates, seat))) {
    const onAisle = company.find((seat) => isOnAisle(candidates, seat));
    const chairOnAisle = [...wheelchairs].sort(near).find((seat) => isOnAisle(candidates, seat));
    if (onAisle !== undefined && seats.length > chairs.length) seats[seats.length - 1] = onAisle;
    else if (chairOnAisle !== undefined) seats[chairs.length - 1] = chairOnAisle;
    else return null;
  }
  return seats.sort((a, b) => a - b);
}

/** The seats as groups of neighbours. */
export function groupsOf(candidates: Candidates, seats: readonly number[]): Run[] {
  const taken = new Uint8Array(candidates.fits.length);
  for (const seat of seats) taken[seat] = 1;
  return runsOf(candidates.house, taken);
}

function lengthOf(run: Run): number {
  return run.end - run.start;
}

function lengthOfLongest(runs: readonly Run[]): number {
  return runs.reduce((most, run) => Math.max(most, lengthOf(run)), 0);
}

function longestOf(runs: readonly Run[]): readonly Run[] {
  const length = lengthOfLongest(runs);
  return runs.filter((run) => lengthOf(run) === length);
}

/** The run with the best window for a group of this size. */
function bestRun(candidates: Candidates, runs: readonly Run[], size: number, beside: readonly number[]): Run | null {
  let found: Run | null = null;
  let most = -Infinity;
  for (const run of runs) {
    const { value } = bestWindow(candidates, run, size, beside, false);
    if (value > most) [found, most] = [run, value];
  }
  return found;
}

interface Window {
  readonly seats: readonly number[];
  readonly value: number;
}

/**
 * The best seats next to each other in a run: those worth most for the first group, those nearest to the first group
 * for the others; with one on the aisle if asked.
 */
function bestWindow(candidates: Candidates, run: Run, size: number, beside: readonly number[], aisle: boolean): Window {
  let found: Window = { seats: [], value: -Infinity };
  for (let start = run.start; start + size <= run.end; start++) {
    const seats = seatsOf({ start, end: start + size });
    if (aisle && !seats.some((seat) => isOnAisle(candidates, seat))) continue;
    const value = beside.length === 0 ? worthOf(candidates, seats) : -distanceBetween(candidates, seats, beside);
    if (value > found.value) found = { seats, value };
  }
  return found;
}

/** From the middle of one group to the middle of the other. */
function distanceBetween({ house }: Candidates, a: readonly number[], b: readonly number[]): number {
  const { x, y } = house.columns;
  const middle = (seats: readonly number[], of: Float32Array) =>
    seats.reduce((sum, seat) => sum + (of[seat] ?? 0), 0) / seats.length;
  return Math.hypot(middle(a, x) - middle(b, x), middle(a, y) - middle(b, y));
}

function seatsOf({ start, end }: Run): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
