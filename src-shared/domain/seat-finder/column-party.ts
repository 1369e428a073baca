/**
 * A party about one column of seats: of each row a window that holds the column's seat, so that together they seat the
 * party at the highest rank. Row by row, of every number of people seated so far the best way is kept.
 */
import { ROW_PARTY_MIN } from './rooms.ts';
import { lengthOf } from './runs.ts';
import type { Run } from './runs.ts';
import type { View } from './view.ts';
import { aislesIn, NO_RANK, rankOf } from './window.ts';

export interface ColumnParty {
  /**
   * The best windows that hold the seats of a column, one in each of these runs, or null when there are none that the
   * rules allow.
   */
  seat(column: readonly number[], runs: readonly Run[]): { readonly windows: Run[]; readonly rank: number } | null;
}

/**
 * By number of people seated, twice: without a seat on an aisle, and with one. Which is which matters only when an
 * aisle is asked for.
 */
interface Ways {
  readonly rank: Float64Array;
  /** Of this row's window. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The way of the rows before that this one goes on from. */
  readonly before: Int32Array;
}

export function createColumnParty(view: View): ColumnParty {
  const { quantity, aisle } = view.wishes;
  const states = 2 * (quantity + 1);
  const waysByRow: Ways[] = [];
  const windowRank = new Float64Array(states);
  const windowStart = new Int32Array(states);

  /** The best window about a seat of every size, without an aisle and with one. */
  function lookAtWindows(seat: number, run: Run, sizeMax: number): void {
    windowRank.fill(NO_RANK, 0, 2 * (sizeMax + 1));
    for (let size = ROW_PARTY_MIN; size <= sizeMax; size++) {
      const last = Math.min(seat, run.end - size);
      for (let start = Math.max(run.start, seat - size + 1); start <= last; start++) {
        const way = 2 * size + (aisle && aislesIn(view, start, start + size) > 0 ? 1 : 0);
        const rank = rankOf(view, start, start + size);
        if (rank <= windowRank[way]!) continue;
        windowRank[way] = rank;
        windowStart[way] = start;
      }
    }
  }

  /** Every way of the rows before with every window of this row, as long as the rows to come have two each. */
  function goOn(before: Ways, ways: Ways, sizeMax: number, seatedMax: number): void {
    ways.rank.fill(NO_RANK);
    for (let way = 0; way < states; way++) {
      if (before.rank[way] === NO_RANK) continue;
      const sizes = Math.min(sizeMax, seatedMax - (way >> 1));
      for (let window = 2 * ROW_PARTY_MIN; window <= 2 * sizes + 1; window++) {
        const rank = before.rank[way]! + windowRank[window]!;
        const next = 2 * ((way >> 1) + (window >> 1)) + ((way | window) & 1);
        if (rank <= ways.rank[next]!) continue;
        ways.rank[next] = rank;
        ways.start[next] = windowStart[window]!;
        ways.end[next] = windowStart[window]! + (window >> 1);
        ways.before[next] = way;
      }
    }
  }

  const waysOf = (row: number): Ways => {
    waysByRow[row] ??= {
      rank: new Float64Array(states).fill(NO_RANK),
      start: new Int32Array(states),
      end: new Int32Array(states),
      before: new Int32Array(states),
    };
    return waysByRow[row];
  };
  waysOf(0).rank[0] = 0;

  return {
    seat(column, runs) {
      column.forEach((seat, row) => {
        const toCome = (column.length - 1 - row) * ROW_PARTY_MIN;
        const sizeMax = Math.min(lengthOf(runs[row]!), quantity - (column.length - 1) * ROW_PARTY_MIN);
        lookAtWindows(seat, runs[row]!, sizeMax);
        goOn(waysOf(row), waysOf(row + 1), sizeMax, quantity - toCome);
      });
      const all = 2 * quantity + (aisle ? 1 : 0);
      const rank = waysOf(column.length).rank[all]!;
      if (rank === NO_RANK) return null;
      const windows: Run[] = [];
      for (let row = column.length, way = all; row > 0; way = waysOf(row--).before[way]!)
        windows.unshift({ start: waysOf(row).start[way]!, end: waysOf(row).end[way]! });
      return { windows, rank };
    },
  };
}
