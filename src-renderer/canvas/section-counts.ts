/** How many seats of each section are free to sell, kept up to date change by change. */
import {
  SEAT_STATUSES,
  type SeatColumns,
  type SeatStates,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
} from '../../src-shared/domain/seat-map/columns.ts';

export interface SectionCounts {
  /** By the section's index. */
  readonly free: Uint32Array;
  readonly seats: Uint32Array;
  /** Some seat of the house is ours: an event's map, and not a plan being drawn, of which nothing is for sale. */
  isSelling(): boolean;
  /** Counts again: the seats named, or all. */
  update(states: SeatStates, changed: ArrayLike<number> | null): void;
}

const AVAILABLE = SEAT_STATUSES.indexOf('AVAILABLE');
const SELLABLE_BITS = STATE_OWNED | STATE_PRICED;

export function createSectionCounts({ count, section, sections }: SeatColumns): SectionCounts {
  const free = new Uint32Array(sections.length);
  const seats = new Uint32Array(sections.length);
  const isFree = new Uint8Array(count);
  let isSelling = false;
  for (let i = 0; i < count; i += 1) seats[section[i]!]! += 1;

  function countSeat({ status, bits }: SeatStates, ordinal: number): void {
    const own = bits[ordinal]!;
    isSelling ||= (own & STATE_OWNED) !== 0;
    const now = status[ordinal] === AVAILABLE && (own & (SELLABLE_BITS | STATE_PINNED_ELSEWHERE)) === SELLABLE_BITS;
    if (now === (isFree[ordinal] === 1)) return;
    isFree[ordinal] = now ? 1 : 0;
    free[section[ordinal]!]! += now ? 1 : -1;
  }

  return {
    free,
    seats,
    isSelling: () => isSelling,
    update(states, changed) {
      if (changed === null) {
        for (let i = 0; i < count; i += 1) countSeat(states, i);
        return;
      }
      for (let i = 0; i < changed.length; i += 1) if (changed[i]! < count) countSeat(states, changed[i]!);
    },
  };
}
