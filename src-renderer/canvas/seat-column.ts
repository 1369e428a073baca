/**
 * A figure for each seat that a theme shows beside the seat's state: its order, a step of heat, whether its guest is
 * in. A theme reads `values` by ordinal; who feeds it says which seats changed, and only those are styled anew.
 */
import type { SeatStateSource } from './seat-state-source.ts';

export interface SeatColumn {
  /** By ordinal; 0 for no figure. The same array for ever, changed in place. */
  readonly values: Uint16Array;
  /** Goes up with every change. */
  version(): number;
  /** The listener gets the seats that changed, or null when they are most of the house. Returns the way to stop. */
  subscribe(listener: (changed: ArrayLike<number> | null) => void): () => void;
}

export interface SeatColumnStore extends SeatColumn {
  /** The figures of all seats, as read anew: what is the same as before is not announced. */
  replace(values: ArrayLike<number>): void;
  /** The figures of some seats; `values` runs parallel to `ordinals`. */
  apply(ordinals: ArrayLike<number>, values: ArrayLike<number>): void;
}

/** Above this share of the house one repaint of all costs less than one of each. */
const MOST_ONE_BY_ONE = 0.25;

export function createSeatColumn(count: number): SeatColumnStore {
  const held = new Uint16Array(count);
  const listeners = new Set<(changed: ArrayLike<number> | null) => void>();
  let version = 0;

  function announce(changed: readonly number[]): void {
    if (changed.length === 0) return;
    version += 1;
    const told = changed.length > count * MOST_ONE_BY_ONE ? null : changed;
    for (const listener of listeners) listener(told);
  }

  /** True when the seat is one of the map's and its figure is another than before. */
  function write(ordinal: number, value: number): boolean {
    if (ordinal >= count || held[ordinal] === value) return false;
    held[ordinal] = value;
    return true;
  }

  return {
    values: held,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace(values) {
      const changed: number[] = [];
      for (let ordinal = 0; ordinal < count; ordinal += 1) {
        if (write(ordinal, values[ordinal] ?? 0)) changed.push(ordinal);
      }
      announce(changed);
    },
    apply(ordinals, values) {
      const changed: number[] = [];
      for (let i = 0; i < ordinals.length; i += 1) if (write(ordinals[i]!, values[i]!)) changed.push(ordinals[i]!);
      announce(changed);
    },
  };
}

/** The states with the column beside them, as one source of changes: what a map is given whose theme reads the column. */
export function withColumn(source: SeatStateSource, column: SeatColumn): SeatStateSource {
  return {
    states: () => source.states(),
    version: () => source.version() + column.version(),
    subscribe(listener) {
      const stops = [source.subscribe(listener), column.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
