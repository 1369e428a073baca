/**
 * A way to seat the party, and what has been offered already.
 */
import type { FinderStage } from './question.ts';
import type { KeptView } from './kept-view.ts';

export interface Seating {
  readonly stage: FinderStage;
  /** Ordinals, ascending. */
  readonly seats: readonly number[];
}

/** The seats of the answers so far: no two answers share one. */
export interface Offered {
  readonly seats: readonly number[];
  has(seat: number): boolean;
  /** Whether any seat from `start` to before `end` is among them. */
  meets(start: number, end: number): boolean;
  add(seats: readonly number[]): void;
  /** Forgets them all. */
  clear(): void;
}

export function createOffered(count: number): Offered {
  const isOffered = new Uint8Array(count);
  const seats: number[] = [];
  return {
    seats,
    has: (seat) => isOffered[seat] === 1,
    meets(start, end) {
      for (let seat = start; seat < end; seat++) if (isOffered[seat] === 1) return true;
      return false;
    },
    add(more) {
      for (const seat of more) isOffered[seat] = 1;
      seats.push(...more);
    },
    clear() {
      for (const seat of seats) isOffered[seat] = 0;
      seats.length = 0;
    },
  };
}

/**
 * Finds the party's best seating of a kind that shares no seat with what was offered, or null. Asked again after every
 * offer.
 */
export type Stage = (view: KeptView, offered: Offered) => () => Seating | null;
