/**
 * The runs that columns of seats one behind the other go through: for each seat the run about it, the worth of that
 * run's best seat, and how many seats an unbroken column behind it has about it.
 */
import { NOBODY } from './neighbours.ts';
import { lengthOf } from './runs.ts';
import type { Run } from './runs.ts';
import type { Offered } from './seating.ts';
import { lotAt } from './stock.ts';
import type { View } from './view.ts';
import { NO_RANK, worthOf } from './window.ts';

/** Nobody sits alone: each row of a party in several rows has at least this many. */
export const ROW_PARTY_MIN = 2;

/** A run, none of whose seats is worth more than `top`. */
export interface Room extends Run {
  readonly top: number;
}

export interface Rooms {
  /** No seat of a row that has a room is worth more; NO_RANK when it has none. */
  topOf(row: number): number;
  /** The room about a seat, null when it is not free to this party or has no neighbour that is. */
  at(seat: number): Room | null;
  /** No column behind this seat, its own row included, has more seats about it. */
  behind(seat: number): number;
  /** Looks again at the rows of what was offered. */
  refresh(): void;
}

export function createRooms(view: View, offered: Offered): Rooms {
  const { house, stock, fits, longest } = view;
  const { columns, rowStart, touchesNext, behind } = house;
  const rooms: Room[] = [];
  /** By seat, the index of its room plus 1; 0 for none. */
  const roomOf = new Int32Array(columns.count);
  const seatsBehind = new Int32Array(columns.count);
  const topOfRow = new Float64Array(longest.length).fill(NO_RANK);
  // Lots are broken up for parties that sit together in one row, and for nobody else.
  const isPart = (seat: number) =>
    fits[seat] === 1 && !offered.has(seat) && (stock.lots.length === 0 || lotAt(stock, seat) === null);

  function lookAt(row: number): void {
    const rowEnd = rowStart[row + 1]!;
    for (let start = rowStart[row]!, end = start; start < rowEnd; start = end) {
      let top = NO_RANK;
      for (; end < rowEnd && isPart(end) && (end === start || touchesNext[end - 1] === 1); end++)
        top = Math.max(top, worthOf(view, end, end + 1));
      const isRoom = end - start >= ROW_PARTY_MIN;
      // A seat that is no part is passed over by itself.
      end = Math.max(end, start + 1);
      for (let seat = start; seat < end; seat++) roomOf[seat] = isRoom ? rooms.length + 1 : 0;
      if (!isRoom) continue;
      rooms.push({ start, end, top });
      topOfRow[row] = Math.max(topOfRow[row]!, top);
    }
  }

  for (let row = longest.length - 1; row >= 0; row--) {
    if (longest[row]! < ROW_PARTY_MIN) continue;
    lookAt(row);
    for (let seat = rowStart[row]!; seat < rowStart[row + 1]!; seat++) {
      if (roomOf[seat] === 0) continue;
      const next = behind[seat]!;
      seatsBehind[seat] = lengthOf(rooms[roomOf[seat]! - 1]!) + (next === NOBODY ? 0 : seatsBehind[next]!);
    }
  }
  return {
    topOf: (row) => topOfRow[row]!,
    at: (seat) => (roomOf[seat] === 0 ? null : rooms[roomOf[seat]! - 1]!),
    behind: (seat) => seatsBehind[seat]!,
    refresh() {
      for (const row of new Set(offered.seats.map((seat) => columns.row[seat]!))) lookAt(row);
    },
  };
}
