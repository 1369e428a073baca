/**
 * What is asked of the finder, what it must know of prices, and what it answers.
 */

export interface SeatQuestion {
  readonly quantity: number;
  /** Price levels to choose from, as indices; any when absent. */
  readonly levels?: readonly number[];
  /** Sections to choose from, as indices into the columns' sections; any when absent. */
  readonly sections?: readonly number[];
  /** At least one of the seats is on an aisle. */
  readonly aisle?: boolean;
  /** So many of the seats are wheelchair places; companion places are offered only with them. 0 unless told. */
  readonly wheelchairs?: number;
  /** No seat dearer than this, in minor units. */
  readonly priceLimitMinor?: number;
}

/** An event's prices. Without them a seat's level is its category on the map and no price limit can be met. */
export interface SeatPrices {
  /** Index of the event's price level of each seat; 255 for none. */
  readonly level: Uint8Array;
  /** Price of a seat in minor units, or null when it has none. */
  readonly priceMinor: (ordinal: number) => number | null;
}

/** How well a party sits, best first (product.md, FIND 1). */
export const FINDER_STAGES = [
  'TOGETHER',
  'TOGETHER_SINGLE_LEFT',
  'ADJOINING_ROWS',
  'ONE_SECTION',
  'ACROSS_SECTIONS',
] as const;

export type FinderStage = (typeof FINDER_STAGES)[number];

export interface Proposal {
  readonly stage: FinderStage;
  /** Ordinals, ascending; exactly as many as asked. */
  readonly seats: readonly number[];
  /** One line for the clerk: which seats, how they sit, what to know. */
  readonly reason: string;
}

/** A seat is free by this mask (1 is free) or rule. It says all about selling: ownership, holds, pins, price. */
export type FreeSeats = Uint8Array | ((ordinal: number) => boolean);
