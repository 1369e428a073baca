/**
 * Which seats may be part of an answer, and what taking some of them leaves behind.
 */
import { FLAG_AISLE, FLAG_RESTRICTED_VIEW, SEAT_KINDS } from '../seat-map/columns.ts';
import type { House } from './house.ts';
import type { SeatQuestion, SeatStock } from './question.ts';

const WHEELCHAIR = SEAT_KINDS.indexOf('WHEELCHAIR');
const COMPANION = SEAT_KINDS.indexOf('COMPANION');

/** A seat with restricted view is chosen like one twice as far away: offered, but last among equals. */
const RESTRICTED_SHARE = 0.5;

export interface Candidates {
  readonly house: House;
  /** 1 for seats that are free and meet the question. */
  readonly fits: Uint8Array;
  /** 1 for free places that anyone may take: not wheelchair or companion places. Whom a single is left for. */
  readonly open: Uint8Array;
  /** How good a seat is to this party. */
  readonly worth: Float64Array;
  readonly priceMinor: Int32Array;
  readonly quantity: number;
  readonly wheelchairs: number;
  readonly aisle: boolean;
}

/** Applies a question to a house. */
export function createCandidates(
  question: SeatQuestion,
  house: House,
  { free, level, priceMinor }: SeatStock,
): Candidates {
  const { columns } = house;
  const levels = question.levels === undefined ? null : new Set(question.levels);
  const sections = question.sections === undefined ? null : new Set(question.sections);
  const limit = question.priceLimitMinor ?? null;
  const wheelchairs = question.wheelchairs ?? 0;
  const fits = new Uint8Array(columns.count);
  const open = new Uint8Array(columns.count);
  const worth = new Float64Array(columns.count);
  for (let ordinal = 0; ordinal < columns.count; ordinal++) {
    const isRestricted = ((columns.flags[ordinal] ?? 0) & FLAG_RESTRICTED_VIEW) !== 0;
    worth[ordinal] = (columns.quality[ordinal] ?? 0) * (isRestricted ? RESTRICTED_SHARE : 1);
    if (free[ordinal] !== 1) continue;
    const kind = columns.kind[ordinal] ?? 0;
    const isReserved = kind === WHEELCHAIR || kind === COMPANION;
    if (!isReserved) open[ordinal] = 1;
    if (isReserved && wheelchairs === 0) continue;
    if (levels !== null && !levels.has(level[ordinal] ?? 255)) continue;
    if (sections !== null && !sections.has(columns.section[ordinal] ?? 0)) continue;
    if (limit !== null && !isWithin(priceMinor[ordinal]!, limit)) continue;
    fits[ordinal] = 1;
  }
  const { quantity, aisle = false } = question;
  return { house, fits, open, worth, priceMinor, quantity, wheelchairs, aisle };
}

function isWithin(priceMinor: number, limitMinor: number): boolean {
  return priceMinor >= 0 && priceMinor <= limitMinor;
}

export function isWheelchair({ house }: Candidates, ordinal: number): boolean {
  return house.columns.kind[ordinal] === WHEELCHAIR;
}

export function isOnAisle({ house }: Candidates, ordinal: number): boolean {
  return ((house.columns.flags[ordinal] ?? 0) & FLAG_AISLE) !== 0;
}

/** A run of seats next to each other: ordinals from `start` to before `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The longest runs of seats that a mask marks, none of them across an aisle or a row's end. */
export function runsOf(house: House, mask: Uint8Array): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let ordinal = 0; ordinal < mask.length; ordinal++) {
    if (mask[ordinal] !== 1) {
      start = ordinal + 1;
      continue;
    }
    if (house.touchesNext[ordinal] === 1 && mask[ordinal + 1] === 1) continue;
    runs.push({ start, end: ordinal + 1 });
    start = ordinal + 1;
  }
  return runs;
}

/**
 * The places that would be left alone and were not alone before: free for anyone, with no free neighbour after the
 * seats are taken. Ascending.
 */
export function singlesLeft({ house, open }: Candidates, seats: readonly number[]): number[] {
  const taken = new Set(seats);
  const isOpen = (ordinal: number) => open[ordinal] === 1 && !taken.has(ordinal);
  const left = new Set<number>();
  for (const seat of seats) {
    // Whoever sat beside a wheelchair place had no neighbour there to lose.
    if (open[seat] !== 1) continue;
    for (const beside of [seat - 1, seat + 1]) {
      const touchesSeat = house.touchesNext[Math.min(beside, seat)] === 1;
      if (!touchesSeat || !isOpen(beside)) continue;
      const other = beside + (beside - seat);
      const touchesOther = house.touchesNext[Math.min(beside, other)] === 1;
      if (!touchesOther || !isOpen(other)) left.add(beside);
    }
  }
  return [...left].sort((a, b) => a - b);
}

/** The sum of what the seats are worth, for comparing answers of one size. */
export function worthOf({ worth }: Candidates, seats: readonly number[]): number {
  return seats.reduce((sum, seat) => sum + (worth[seat] ?? 0), 0);
}
