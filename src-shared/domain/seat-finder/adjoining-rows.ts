/**
 * The party in rows one behind the other, nobody alone: each row's seats are a window of at least two, and through all
 * of them runs a column, a seat of the first row with the seats right behind it.
 *
 * Fewest rows first, then fewest singles left, then worth. For each column the best windows are found exactly; columns
 * that cannot beat what was found are not looked at. Parties with wheelchair places are not split over rows, which have
 * steps between them.
 */
import { createColumnParty, ROW_PARTY_MIN } from './column-party.ts';
import { NOBODY } from './neighbours.ts';
import { runAbout, seatsOf } from './runs.ts';
import type { Run } from './runs.ts';
import type { Offered, Stage } from './seating.ts';
import { lotAt } from './stock.ts';
import type { View } from './view.ts';
import { NO_RANK, worthOf } from './window.ts';

/** Of larger parties each run seats one column, the best that can: the windows hardly differ, and cost the most. */
const EVERY_COLUMN_PARTY_MAX = 12;

interface Found {
  readonly rows: number;
  readonly rank: number;
  readonly windows: readonly Run[];
}

/** A row from which a column may start. */
interface Front {
  readonly row: number;
  /** The fewest rows that hold the party, were every column unbroken. */
  readonly rowsMin: number;
  /** No seat of those rows is worth more. */
  readonly top: number;
}

/** The best seating of all columns. */
export const inAdjoiningRows: Stage = (view, offered) => {
  const { quantity, wheelchairs } = view.wishes;
  const isToBeSplit = wheelchairs === 0 && quantity >= 2 * ROW_PARTY_MIN;
  const tops = new Map<number, number>();
  // What is offered takes room away and gives none: fronts stay the most that can be hoped for.
  const fronts = isToBeSplit ? frontsOf(view, tops) : [];
  return () => {
    const columns = createColumns(view, offered);
    let best: Found | null = null;
    for (const { row, rowsMin, top } of fronts) {
      if (best !== null && !mayBeat(best, rowsMin, top * quantity)) break;
      if (best !== null && !mayBeat(best, rowsMin, mostWorth(roomsFrom(view, tops, row, rowsMin), quantity))) continue;
      best = columns.bestFrom(row, best);
    }
    return best === null ? null : { stage: 'ADJOINING_ROWS', seats: best.windows.flatMap(seatsOf) };
  };
};

function mayBeat(best: Found, rows: number, rank: number): boolean {
  return rows < best.rows || (rows === best.rows && rank > best.rank);
}

/** The rows that may be a party's first, the most promising first. Fills in the worth of each row's best seat. */
function frontsOf(view: View, tops: Map<number, number>): Front[] {
  const { house, longest, wishes } = view;
  const { rows } = house.columns;
  const fronts: Front[] = [];
  const topOf = (row: number): number => {
    const top = tops.get(row) ?? topWorth(view, row);
    tops.set(row, top);
    return top;
  };
  for (let row = 0; row < rows.length; row++) {
    let capacity = 0;
    for (let rowsMin = 1; rowsMin * ROW_PARTY_MIN <= wishes.quantity; rowsMin++) {
      const last = row + rowsMin - 1;
      if (rows[last]?.section !== rows[row]!.section || longest[last]! < ROW_PARTY_MIN) break;
      capacity += longest[last]!;
      if (rowsMin === 1 || capacity < wishes.quantity) continue;
      let top = NO_RANK;
      for (let each = row; each <= last; each++) top = Math.max(top, topOf(each));
      fronts.push({ row, rowsMin, top });
      break;
    }
  }
  return fronts.sort((a, b) => a.rowsMin - b.rowsMin || b.top - a.top || a.row - b.row);
}

function roomsFrom({ longest }: View, tops: ReadonlyMap<number, number>, row: number, rows: number): Room[] {
  return Array.from({ length: rows }, (_, depth) => ({ size: longest[row + depth]!, top: tops.get(row + depth)! }));
}

/** So many seats, none of them worth more than this. */
interface Room {
  readonly size: number;
  readonly top: number;
}

interface RoomRun extends Room, Run {}

/** No party in these rooms, at least two in each, has a higher worth. */
function mostWorth(rooms: readonly Room[], quantity: number): number {
  let [worth, needed] = [0, quantity];
  for (const { size, top } of rooms.toSorted((a, b) => b.top - a.top)) {
    const people = Math.min(size, needed);
    worth += people * top;
    needed -= people;
  }
  return worth;
}

/** The worth of the best seat of a row that fits. */
function topWorth(view: View, row: number): number {
  const { rowStart } = view.house;
  let top = NO_RANK;
  for (let seat = rowStart[row]!; seat < rowStart[row + 1]!; seat++)
    if (view.fits[seat] === 1) top = Math.max(top, worthOf(view, seat, seat + 1));
  return top;
}

/** Finds the best seating of each column of seats one behind the other. */
function createColumns(view: View, offered: Offered) {
  const { house, stock, fits, wishes } = view;
  const party = createColumnParty(view);
  // Lots are broken up for parties that sit together in one row, and for nobody else.
  const isPart = (seat: number) => fits[seat] === 1 && !offered.has(seat) && lotAt(stock, seat) === null;
  const roomOf: (RoomRun | undefined)[] = [];
  const roomAt = (seat: number): RoomRun => {
    const known = roomOf[seat];
    if (known !== undefined) return known;
    const { start, end } = runAbout(house, isPart, seat);
    let top = NO_RANK;
    for (let each = start; each < end; each++) top = Math.max(top, worthOf(view, each, each + 1));
    const room = { start, end, size: end - start, top };
    for (let each = start; each < end; each++) roomOf[each] = room;
    return room;
  };

  /** The best seating of the column behind a seat, if it beats what was found. */
  function betterBehind(front: number, best: Found | null): Found | null {
    const column: number[] = [];
    const rooms: RoomRun[] = [];
    let capacity = 0;
    for (let seat = front; seat !== NOBODY && isPart(seat); seat = house.behind[seat]!) {
      const room = roomAt(seat);
      const rows = column.push(seat);
      rooms.push(room);
      capacity += room.size;
      if (room.size < ROW_PARTY_MIN || rows * ROW_PARTY_MIN > wishes.quantity) return null;
      if (rows === 1 || capacity < wishes.quantity) continue;
      if (best !== null && !mayBeat(best, rows, mostWorth(rooms, wishes.quantity))) return null;
      const seated = party.seat(column, rooms);
      if (seated !== null) return best === null || mayBeat(best, rows, seated.rank) ? { rows, ...seated } : null;
    }
    return null;
  }

  return {
    /** The best of what was found and the seatings whose first row this is. */
    bestFrom(row: number, found: Found | null): Found | null {
      let best = found;
      const seated = new Set<Run>();
      for (const front of frontSeats(view, row, isPart)) {
        if (seated.has(roomAt(front))) continue;
        const better = betterBehind(front, best);
        if (better === null) continue;
        best = better;
        if (wishes.quantity > EVERY_COLUMN_PARTY_MAX) seated.add(roomAt(front));
      }
      return best;
    },
  };
}

/** The seats of a row with somebody's seat right behind. */
function frontSeats(view: View, row: number, isPart: (seat: number) => boolean): number[] {
  const { rowStart, behind } = view.house;
  const seats: number[] = [];
  for (let seat = rowStart[row]!; seat < rowStart[row + 1]!; seat++)
    if (behind[seat] !== NOBODY && isPart(seat) && isPart(behind[seat]!)) seats.push(seat);
  if (view.wishes.quantity <= EVERY_COLUMN_PARTY_MAX) return seats;
  return seats.sort((a, b) => worthOf(view, b, b + 1) - worthOf(view, a, a + 1) || a - b);
}
