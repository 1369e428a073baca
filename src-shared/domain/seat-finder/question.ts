/**
 * What is asked of the finder, what it must know of an event's stock, and what it answers.
 */
import type { SplitRule } from './splits.ts';

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
  /** No seat dearer than this, in minor units. A seat without a price is within no limit. */
  readonly priceLimitMinor?: number;
  /** Seats of a booking to sit near to, as ordinals: beside them if it can be, else as near as can be. */
  readonly near?: readonly number[];
  /**
   * What counts of a place left with no free neighbour. LENIENT unless told: such seatings come second. STRICT: they
   * come second and only from runs that have no other. OFF: nobody asks.
   */
  readonly noSingle?: NoSingleRule;
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
  /** General admission; none unless told. */
  readonly areas?: readonly AreaStock[];
  /** Lots that may not be broken up at will; no two have a seat in common. None unless told. */
  readonly lots?: readonly SeatLot[];
}

/** A general-admission area of an event. */
export interface AreaStock {
  readonly id: string;
  readonly name: string;
  /** How many more people may be let in here and now. */
  readonly left: number;
  /** Index of the event's price level; 255 for none. */
  readonly level: number;
  /** In minor units; -1 for none. */
  readonly priceMinor: number;
}

/** Seats that were bought as one lot, and how it may be split: ordinals from `start` to before `end`, of one row. */
export interface SeatLot {
  readonly start: number;
  readonly end: number;
  readonly rule: SplitRule;
}

/** What became of some seats: the columns run parallel to `ordinals`. Lots stay as they are. */
export interface StockChange {
  readonly ordinals: ArrayLike<number>;
  readonly free: ArrayLike<number>;
  readonly level: ArrayLike<number>;
  readonly priceMinor: ArrayLike<number>;
  /** The areas as they are now, all of them; unchanged when absent. */
  readonly areas?: readonly AreaStock[];
}

/** Whether a pick may leave a place with no free neighbour (product.md, FIND 3). */
export type NoSingleRule = 'STRICT' | 'LENIENT' | 'OFF';

/** What the no-single rule says of a pick made by hand. */
export interface PickJudgement {
  /** REFUSE asks for somebody with the right to pass the rule, WARN is said and no more. */
  readonly verdict: 'FINE' | 'WARN' | 'REFUSE';
  /** Places that had a free neighbour and would have none: ascending. */
  readonly alone: readonly number[];
  /** A lot may not be split so, whatever the rule. */
  readonly breaksLot: boolean;
  /**
   * As many seats of the same runs that leave nobody alone and split no lot, nearest to those picked; null when the runs
   * have none, or nothing is wrong.
   */
  readonly instead: readonly number[] | null;
}

/** How well a party sits, best first (product.md, FIND 1). */
export const FINDER_STAGES = [
  'TOGETHER',
  'TOGETHER_SINGLE_LEFT',
  'ADJOINING_ROWS',
  'ONE_SECTION',
  'ACROSS_SECTIONS',
  'TABLE',
  'TABLES',
  'AREA',
] as const;

export type FinderStage = (typeof FINDER_STAGES)[number];

export interface Proposal {
  readonly stage: FinderStage;
  /** Ordinals, ascending; exactly as many as asked, or none when the party stands in an area. */
  readonly seats: readonly number[];
  /** Id of the area in which the whole party is let in by count; null when it has seats. */
  readonly area: string | null;
  /** One line for the clerk: which seats, how they sit, what to know. */
  readonly reason: string;
  readonly figures: ProposalFigures;
}

/** The reason as data. */
export interface ProposalFigures {
  /** How many rows, sections, and groups of neighbours the party sits in; 0 in an area. */
  readonly rows: number;
  readonly sections: number;
  readonly groups: number;
  /** Places left with no free neighbour that had one, whatever the rule. */
  readonly singlesLeft: number;
  /** Of the party's seats. */
  readonly onAisle: number;
  readonly restrictedView: number;
  /** Seats of the party with nobody of it beside them, when it is more than one person. */
  readonly sittingAlone: number;
  /** From the middle of the party to the focal point; null when the map does not say how large it is. */
  readonly metresToFocalPoint: number | null;
  /** The price of each seat, parallel to `seats`; in an area the one price. In minor units; -1 for none. */
  readonly pricesMinor: readonly number[];
}
