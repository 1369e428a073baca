/**
 * A house and its stock as one question sees them: which seats fit, and the best place of each row.
 */
import type { House } from './house.ts';
import type { Stock } from './stock.ts';
import type { Wishes } from './wishes.ts';

export interface View {
  readonly house: House;
  readonly stock: Stock;
  readonly wishes: Wishes;
  /** 1 for seats that are free and meet the question. */
  readonly fits: Uint8Array;
  /** How good a seat is to this party, summed over the ordinals before each. */
  readonly worthBefore: Float64Array;
  /** By row, the longest run of seats that fit; 0 for a table. */
  readonly longest: Int32Array;
  /** By row, the best place for the whole party: its first seat and its rank, NO_RANK for none. */
  readonly bestStart: Int32Array;
  readonly bestRank: Float64Array;
}
