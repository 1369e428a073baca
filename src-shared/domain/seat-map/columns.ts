/**
 * A published map as columns: what the seat layer draws and the finder searches. Index i is the seat's ordinal,
 * the same in every column and in an event's state columns. Compiled once, when a version is published.
 */
import type { Point, Table } from './document.ts';
import type { SeatIds } from './seat-ids.ts';

export interface SeatColumns {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** Index into `sections`. */
  readonly section: Uint16Array;
  /** Index into `rows`; the seats of a row are adjacent ordinals, in order along the row. */
  readonly row: Uint16Array;
  /** Index into `categories`; 255 for none. */
  readonly category: Uint8Array;
  /** Index into SEAT_KINDS. */
  readonly kind: Uint8Array;
  /** Bit 0: restricted view. Bit 1: on an aisle (the row ends or a gap of more than 1.6 spacings follows on a side). */
  readonly flags: Uint8Array;
  /** Best is highest: 65535 at the focal point, falling with distance. */
  readonly quality: Uint16Array;
  /** What the audience looks at, in map units; maps published by older programs do not say. */
  readonly focalPoint?: Point;
  readonly ids: SeatIds;
  /** Strings are shared between seats of one label. */
  readonly labels: readonly string[];
  readonly sections: readonly {
    readonly id: string;
    readonly name: string;
    readonly entrance: string | null;
    readonly floor: string | null;
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly section: number;
    readonly labelPosition: 'START' | 'END' | 'BOTH' | 'NONE';
    readonly table?: Table;
  }[];
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly color: string;
    readonly letter: string;
  }[];
}

export const SEAT_KINDS = ['STANDARD', 'VIP', 'WHEELCHAIR', 'COMPANION', 'HOUSE'] as const;

export const FLAG_RESTRICTED_VIEW = 1;
export const FLAG_AISLE = 2;

/**
 * An event's seats in the same order. `sequence` numbers the changes of the event: a screen drops a delta at or
 * below the sequence of the snapshot it holds.
 */
export interface SeatStates {
  readonly sequence: number;
  /** Index into SEAT_STATUSES. */
  readonly status: Uint8Array;
  /** Index into the event's price levels; 255 for none. */
  readonly level: Uint8Array;
  /** STATE_* bits. */
  readonly bits: Uint8Array;
  /** Index into the event's holds + 1; 0 for none. */
  readonly hold: Uint16Array;
}

export const SEAT_STATUSES = ['AVAILABLE', 'HELD', 'BLOCKED', 'RESERVED', 'SOLD'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

/** Ours to sell: ownership OWNED. */
export const STATE_OWNED = 1;
/** The seat has a price. */
export const STATE_PRICED = 2;
/** Pinned to another device. */
export const STATE_PINNED_ELSEWHERE = 4;
