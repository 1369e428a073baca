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

/**
 * What an event has to sell, by ordinal. The finder keeps its own copy, told of every change.
 */
export interface SeatStock {
  /** 1 where a seat may be sold here and now: status, ownership, holds, pins and price all say so. */
  readonly free: Uint8Array;
  /** Index of the event's price level; 255 for none. */
  readonly level: Uint8Array;
  /** In minor units; -1 for none. */
  readonly priceMinor: Int32Array;
}

/** What became of some seats: the columns run parallel to `ordinals`. */
export interface StockChange {
  readonly ordinals: ArrayLike<number>;
  readonly free: ArrayLike<number>;
  readonly level: ArrayLike<number>;
  readonly priceMinor: ArrayLike<number>;
}

/** Whether a pick may leave a place with no free neighbour (product.md, FIND 3). */
export type NoSingleRule = 'STRICT' | 'LENIENT' | 'OFF';

/** What the no-single rule says of a pick made by hand. */
export interface PickJudgement {
  /** REFUSE asks for somebody with the right to pass the rule, WARN is said and no more. */
  readonly verdict: 'FINE' | 'WARN' | 'REFUSE';
  /** Places that had a free neighbour and would have none: ascending. */
  readonly alone: readonly number[];
  /** As many seats in the same row that leave nobody alone, nearest to those picked; null when the row has none. */
  readonly instead: readonly number[] | null;
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
