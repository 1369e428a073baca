/**
 * The party in rows one behind the other, nobody alone: each row's seats are a window of at least two, and through all
 * of them runs a column, a seat of the first row with the seats right behind it.
 *
 * Fewest rows first, then fewest singles left, then worth. For each column the best windows are found exactly; columns
 * that cannot beat what was found are not looked at. Parties with wheelchair places are not split over rows, which have
 * steps between them.
 */
import { createColumnParty, ROW_PARTY_MIN } from './column-party.ts';
import type { ColumnPlace } from './column-party.ts';
import { NOBODY } from './neighbours.ts';
import { lengthOf, runAbout, seatsOf } from './runs.ts';
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
  /** No seating from here in so many rows has a higher rank. */
  readonly rankMax: number;
}

/** The best seating of all columns. */
export const inAdjoiningRows: Stage = (view, offered) => () => {
  const { quantity, wheelchairs } = view.wishes;
  if (wheelchairs > 0 || quantity < 2 * ROW_PARTY_MIN) return null;
  const columns = createColumns(view, offered);
  let best: Found | null = null;
  for (const { row, rowsMin, rankMax } of frontsOf(view)) {
    if (best !== null && !mayBeat(best, rowsMin, rankMax)) break;
    best = columns.bestFrom(row, best);
  }
  return best === null ? null : { stage: 'ADJOINING_ROWS', seats: best.windows.flatMap(seatsOf) };
};

function mayBeat(best: Found, rows: number, rank: number): boolean {
  return rows < best.rows || (rows === best.rows && rank > best.rank);
}

/** The rows that may be a party's first, the most promising first. */
function frontsOf(view: View): Front[] {
  const { house, longest, wishes } = view;
  const { rows } = house.columns;
  const fronts: Front[] = [];
  const topByRow = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    let capacity = 0;
    for (let rowsMin = 1; rowsMin * ROW_PARTY_MIN <= wishes.quantity; rowsMin++) {
      const last = row + rowsMin - 1;
      if (rows[last]?.section !== rows[row]!.section || longest[last]! < ROW_PARTY_MIN) break;
      capacity += longest[last]!;
      if (rowsMin === 1 || capacity < wishes.quantity) continue;
      const rooms: Room[] = [];
      for (let each = row; each <= last; each++) {
        if (!topByRow.has(each)) topByRow.set(each, topWorth(view, each));
        rooms.push({ size: longest[each]!, top: topByRow.get(each)! });
      }
      fronts.push({ row, rowsMin, rankMax: mostWorth(rooms, wishes.quantity) });
      break;
    }
  }
  return fronts.sort((a, b) => a.rowsMin - b.rowsMin || b.rankMax - a.rankMax || a.row - b.row);
}

/** So many seats, none of them worth more than this. */
interface Room {
  readonly size: number;
  readonly top: number;
}

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
  const placeOf: (ColumnPlace | undefined)[] = [];
  const placeAt = (seat: number): ColumnPlace => {
    const known = placeOf[seat];
    if (known !== undefined) return known;
    const run = runAbout(house, isPart, seat);
    let top = NO_RANK;
    for (let each = run.start; each < run.end; each++) top = Math.max(top, worthOf(view, each, each + 1));
    for (let each = run.start; each < run.end; each++) placeOf[each] = { seat: each, run, top };
    return placeOf[seat]!;
  };

  /** The best seating of the column behind a seat, if it beats what was found. */
  function betterBehind(front: number, best: Found | null): Found | null {
    const places: ColumnPlace[] = [];
    let capacity = 0;
    for (let seat = front; seat !== NOBODY && isPart(seat); seat = house.behind[seat]!) {
      const place = placeAt(seat);
      const rows = places.push(place);
      capacity += lengthOf(place.run);
      if (lengthOf(place.run) < ROW_PARTY_MIN || rows * ROW_PARTY_MIN > wishes.quantity) return null;
      if (rows === 1 || capacity < wishes.quantity) continue;
      if (
        best !== null &&
        !mayBeat(
          best,
          rows,
          mostWorth(
            places.map(({ run, top }) => ({ size: lengthOf(run), top })),
            wishes.quantity,
          ),
        )
      )
        return null;
      const seated = party.seat(places);
      if (seated !== null) return best === null || mayBeat(best, rows, seated.rank) ? { rows, ...seated } : null;
    }
    return null;
  }

  return {
    /** The best of what was found and the seatings whose first row this is. */
    bestFrom(row: number, found: Found | null): Found | null {
      let best = found;
      const seated = new Set<Run>();
      for (const front of frontSeats(view, row)) {
        if (!isPart(front) || seated.has(placeAt(front).run)) continue;
        const better = betterBehind(front, best);
        if (better === null) continue;
        best = better;
        if (wishes.quantity > EVERY_COLUMN_PARTY_MAX) seated.add(placeAt(front).run);
      }
      return best;
    },
  };
}

function frontSeats(view: View, row: number): number[] {
  const { rowStart } = view.house;
  const seats = seatsOf({ start: rowStart[row]!, end: rowStart[row + 1]! });
  if (view.wishes.quantity <= EVERY_COLUMN_PARTY_MAX) return seats;
  return seats.sort((a, b) => worthOf(view, b, b + 1) - worthOf(view, a, a + 1) || a - b);
}
