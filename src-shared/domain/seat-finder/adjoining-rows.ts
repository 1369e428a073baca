/**
 * The party in rows one behind the other, nobody alone: each row's seats are a window of at least two, and through all
 * of them runs a column, a seat of the first row with the seats right behind it.
 *
 * Fewest rows first, then fewest singles left, then worth. For each column the best windows are found exactly; columns
 * that cannot beat what was found are not looked at. Parties with wheelchair places are not split over rows, which have
 * steps between them.
 */
import { createColumnParty } from './column-party.ts';
import type { ColumnParty } from './column-party.ts';
import { NOBODY } from './neighbours.ts';
import { createRooms, ROW_PARTY_MIN } from './rooms.ts';
import type { Room, Rooms } from './rooms.ts';
import { lengthOf, seatsOf } from './runs.ts';
import type { Run } from './runs.ts';
import type { Stage } from './seating.ts';
import type { View } from './view.ts';
import { NO_RANK, worthOf } from './window.ts';

/** Of larger parties each room seats one column, the best that can: the windows hardly differ, and cost the most. */
const EVERY_COLUMN_PARTY_MAX = 12;

interface Found {
  readonly rows: number;
  readonly rank: number;
  readonly windows: readonly Run[];
}

/** The best seating of all columns. */
export const inAdjoiningRows: Stage = (view, offered) => {
  const { quantity, wheelchairs } = view.wishes;
  if (wheelchairs > 0 || quantity < 2 * ROW_PARTY_MIN) return () => null;
  const rooms = createRooms(view, offered);
  const fronts = frontsOf(view, rooms);
  const party = createColumnParty(view);
  return () => {
    rooms.refresh();
    let best: Found | null = null;
    for (const { row, rowsMin, top } of fronts) {
      if (best !== null && !mayBeat(best, rowsMin, top * quantity)) break;
      best = bestFrom(view, rooms, party, row, best);
    }
    return best === null ? null : { stage: 'ADJOINING_ROWS', seats: best.windows.flatMap(seatsOf) };
  };
};

function mayBeat(best: Found, rows: number, rank: number): boolean {
  return rows < best.rows || (rows === best.rows && rank > best.rank);
}

/** A row from which a column may start. */
interface Front {
  readonly row: number;
  /** The fewest rows that hold the party, were every column unbroken. */
  readonly rowsMin: number;
  /** No seat of those rows is worth more. */
  readonly top: number;
}

/** The rows that may be a party's first, the most promising first. */
function frontsOf({ house, longest, wishes }: View, rooms: Rooms): Front[] {
  const { rows } = house.columns;
  const fronts: Front[] = [];
  for (let row = 0; row < rows.length; row++) {
    let [capacity, top] = [0, NO_RANK];
    for (let rowsMin = 1; rowsMin * ROW_PARTY_MIN <= wishes.quantity; rowsMin++) {
      const last = row + rowsMin - 1;
      if (rows[last]?.section !== rows[row]!.section || longest[last]! < ROW_PARTY_MIN) break;
      capacity += longest[last]!;
      top = Math.max(top, rooms.topOf(last));
      if (rowsMin === 1 || capacity < wishes.quantity) continue;
      fronts.push({ row, rowsMin, top });
      break;
    }
  }
  return fronts.sort((a, b) => a.rowsMin - b.rowsMin || b.top - a.top || a.row - b.row);
}

/** The best of what was found and the seatings whose first row this is. */
function bestFrom(view: View, rooms: Rooms, party: ColumnParty, row: number, found: Found | null): Found | null {
  const { quantity } = view.wishes;
  const seated = new Set<Room>();
  let best = found;
  for (const front of frontSeats(view, rooms, row)) {
    const room = rooms.at(front)!;
    if (seated.has(room)) continue;
    const better = betterBehind(view, rooms, party, front, best);
    if (better === null) continue;
    best = better;
    if (quantity > EVERY_COLUMN_PARTY_MAX) seated.add(room);
  }
  return best;
}

/** The seats of a row whose columns may hold the party, in the order to be tried. */
function frontSeats(view: View, rooms: Rooms, row: number): number[] {
  const { house, wishes } = view;
  const { rowStart } = house;
  const seats: number[] = [];
  for (let seat = rowStart[row]!; seat < rowStart[row + 1]!; seat++)
    if (rooms.at(seat) !== null && rooms.behind(seat) >= wishes.quantity) seats.push(seat);
  if (wishes.quantity <= EVERY_COLUMN_PARTY_MAX) return seats;
  return seats.sort((a, b) => worthOf(view, b, b + 1) - worthOf(view, a, a + 1) || a - b);
}

/** The best seating of the column behind a seat, if it beats what was found. */
function betterBehind(view: View, rooms: Rooms, party: ColumnParty, front: number, best: Found | null): Found | null {
  const { house, wishes } = view;
  const column: number[] = [];
  const through: Room[] = [];
  let capacity = 0;
  for (let seat = front; seat !== NOBODY; seat = house.behind[seat]!) {
    const room = rooms.at(seat);
    if (room === null) return null;
    const rows = column.push(seat);
    through.push(room);
    capacity += lengthOf(room);
    if (rows * ROW_PARTY_MIN > wishes.quantity) return null;
    if (rows === 1 || capacity < wishes.quantity) continue;
    if (best !== null && !mayBeat(best, rows, mostWorth(through, wishes.quantity))) return null;
    const seating = party.seat(column, through);
    if (seating !== null) return best === null || mayBeat(best, rows, seating.rank) ? { rows, ...seating } : null;
  }
  return null;
}

/** No party in these rooms has a higher worth. */
function mostWorth(rooms: readonly Room[], quantity: number): number {
  let [worth, needed] = [0, quantity];
  for (const room of rooms.toSorted((a, b) => b.top - a.top)) {
    const people = Math.min(lengthOf(room), needed);
    worth += people * room.top;
    needed -= people;
  }
  return worth;
}
