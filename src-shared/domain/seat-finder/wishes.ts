/**
 * A question as it is worked on: what was left out filled in, what is asked by index as masks.
 */
import type { House } from './house.ts';
import { FLAG_RESTRICTED_VIEW } from '../seat-map/columns.ts';
import type { NoSingleRule, SeatQuestion } from './question.ts';

export interface Wishes {
  readonly quantity: number;
  readonly wheelchairs: number;
  readonly aisle: boolean;
  readonly noSingle: NoSingleRule;
  /** 1 at each index that may be chosen; null for any. */
  readonly levels: Uint8Array | null;
  readonly sections: Uint8Array | null;
  readonly priceLimitMinor: number | null;
  /** Ordinals; none when the party comes alone. */
  readonly near: readonly number[];
}

/** Levels are bytes. */
const LEVELS = 256;

/** Of a larger booking so many seats are looked at, evenly chosen: who sits near to one sits near to the next. */
const NEAR_SEATS_MAX = 16;

/** Seats from here are far away, in tenths of a seat's spacing: no house reaches it, and sums stay small. */
const FAR = 2 ** 17;

/**
 * What a companion's place is worth to a wheelchair's party, and a seat beside a booking to who comes near to it: more
 * than any number of good seats (500 of 2^18), less than a place left single costs.
 */
const LONGED_FOR = 2 ** 28;

/** What a place left single costs a seating: more than all that its seats can be worth. */
export const SINGLE_COST = 2 ** 40;

/** @returns null for what is no question: no whole number of people, or more wheelchairs than people */
export function readQuestion(question: SeatQuestion, { columns }: House): Wishes | null {
  const { quantity, wheelchairs = 0, aisle = false, noSingle = 'LENIENT' } = question;
  const isCount = (value: number) => Number.isInteger(value) && value >= 0;
  if (!isCount(quantity) || quantity === 0 || !isCount(wheelchairs) || wheelchairs > quantity) return null;
  const near = (question.near ?? []).filter((seat) => isCount(seat) && seat < columns.count);
  return {
    quantity,
    wheelchairs,
    aisle,
    noSingle,
    levels: question.levels === undefined ? null : maskOf(question.levels, LEVELS),
    sections: question.sections === undefined ? null : maskOf(question.sections, columns.sections.length),
    priceLimitMinor: question.priceLimitMinor ?? null,
    near: evenlyChosen(
      [...new Set(near)].sort((a, b) => a - b),
      NEAR_SEATS_MAX,
    ),
  };
}

/** The same for questions that ask the same. */
export function keyOf(question: SeatQuestion): string {
  const { quantity, wheelchairs, aisle, noSingle, levels, sections, priceLimitMinor, near } = question;
  return JSON.stringify([quantity, wheelchairs, aisle, noSingle, levels, sections, priceLimitMinor, near]);
}

/** Whether a price level and a price are what was asked for: of a seat or of an area. */
export function isAffordable({ levels, priceLimitMinor }: Wishes, level: number, priceMinor: number): boolean {
  if (levels !== null && levels[level] !== 1) return false;
  return priceLimitMinor === null || (priceMinor >= 0 && priceMinor <= priceLimitMinor);
}

/**
 * How good each seat is to this party, summed over the ordinals before each: its quality, or how near it is to the
 * booking; companions' places and seats beside the booking first. Whole numbers.
 */
export function worthToParty(house: House, { near, wheelchairs }: Wishes): Float64Array {
  const { columns, wheelchairOf, worthBefore } = house;
  const longedFor = [...besides(house, near), ...(wheelchairs > 0 ? wheelchairOf.keys() : [])];
  if (near.length === 0 && longedFor.length === 0) return worthBefore;
  const longings = new Uint8Array(columns.count);
  for (const seat of longedFor) longings[seat]!++;
  const away = near.length === 0 ? null : distancesFrom(house, near);
  const before = new Float64Array(columns.count + 1);
  for (let seat = 0, sum = 0; seat < columns.count; seat++) {
    sum += longings[seat]! * LONGED_FOR + (away === null ? worthBefore[seat + 1]! - worthBefore[seat]! : -away[seat]!);
    before[seat + 1] = sum;
  }
  return before;
}

/** The seats beside some seats. */
function besides({ touchesNext }: House, seats: readonly number[]): Set<number> {
  const beside = new Set<number>();
  for (const seat of seats) {
    if (touchesNext[seat - 1] === 1) beside.add(seat - 1);
    if (touchesNext[seat] === 1) beside.add(seat + 1);
  }
  return beside;
}

/** How far each seat is from the nearest of some, in tenths of a spacing; a restricted view counts twice. */
function distancesFrom({ columns, spacing }: House, near: readonly number[]): Int32Array {
  const { x, y, flags, count } = columns;
  const nearX = Float64Array.from(near, (seat) => x[seat]!);
  const nearY = Float64Array.from(near, (seat) => y[seat]!);
  const away = new Int32Array(count);
  for (let seat = 0; seat < count; seat++) {
    let least = Infinity;
    for (let each = 0; each < nearX.length; each++) {
      const alongX = x[seat]! - nearX[each]!;
      const alongY = y[seat]! - nearY[each]!;
      const squared = alongX * alongX + alongY * alongY;
      if (squared < least) least = squared;
    }
    const tenths = Math.min(Math.round((Math.sqrt(least) / spacing) * 10), FAR);
    away[seat] = (flags[seat]! & FLAG_RESTRICTED_VIEW) === 0 ? tenths : 2 * tenths;
  }
  return away;
}

function maskOf(indices: readonly number[], size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const index of indices) mask[index] = 1;
  return mask;
}

function evenlyChosen<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)]!);
}
