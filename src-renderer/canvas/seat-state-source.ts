/**
 * An event's seat states as a screen holds them: a snapshot, then deltas. One source feeds the map, its legend and
 * whatever else counts seats, without any of them going through React for each change.
 */
import type { SeatStates } from '../../src-shared/domain/seat-map/columns.ts';

/** What became of some seats. The columns run parallel to `ordinals`; a column left out has not changed. */
export interface SeatDelta {
  /** The event's number of the last change in it. */
  readonly sequence: number;
  readonly ordinals: ArrayLike<number>;
  readonly status?: ArrayLike<number>;
  readonly level?: ArrayLike<number>;
  readonly bits?: ArrayLike<number>;
  readonly hold?: ArrayLike<number>;
}

export interface SeatStateSource {
  /** The states now. The same object until a new snapshot comes; its columns change in place with each delta. */
  states(): SeatStates;
  /** Goes up with every change: tells React that there is something to read. */
  version(): number;
  /** The listener gets the seats that changed, or null after a new snapshot. Returns the way to stop. */
  subscribe(listener: (changed: ArrayLike<number> | null) => void): () => void;
}

export interface SeatStateStore extends SeatStateSource {
  replace(snapshot: SeatStates): void;
  /** False, and nothing changes, when the delta is at or below the sequence held: it is in the snapshot already. */
  apply(delta: SeatDelta): boolean;
}

/** Keeps its own copy of the snapshot's columns. */
export function createSeatStateStore(snapshot: SeatStates): SeatStateStore {
  let held = copyStates(snapshot);
  let version = 0;
  const listeners = new Set<(changed: ArrayLike<number> | null) => void>();

  function announce(changed: ArrayLike<number> | null): void {
    version += 1;
    for (const listener of listeners) listener(changed);
  }

  return {
    states: () => held,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace(next) {
      held = copyStates(next);
      announce(null);
    },
    apply(delta) {
      if (delta.sequence <= held.sequence) return false;
      writeDelta(held, delta);
      announce(delta.ordinals);
      return true;
    },
  };
}

type HeldStates = { -readonly [Column in keyof SeatStates]: SeatStates[Column] };

function copyStates(states: SeatStates): HeldStates {
  return {
    sequence: states.sequence,
    status: states.status.slice(),
    level: states.level.slice(),
    bits: states.bits.slice(),
    hold: states.hold.slice(),
  };
}

function writeDelta(held: HeldStates, delta: SeatDelta): void {
  for (const column of ['status', 'level', 'bits', 'hold'] as const) {
    const values = delta[column];
    if (values !== undefined) write(held[column], delta.ordinals, values);
  }
  held.sequence = delta.sequence;
}

function write(column: Uint8Array | Uint16Array, ordinals: ArrayLike<number>, values: ArrayLike<number>): void {
  for (let i = 0; i < ordinals.length; i += 1) column[ordinals[i]!] = values[i]!;
}
