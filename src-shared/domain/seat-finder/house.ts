/**
 * What the finder knows of a house before it is asked: where rows are interrupted, and who sits behind whom. Made once
 * a map version; availability comes with each question.
 */
import type { SeatColumns } from '../seat-map/columns.ts';
import type { Point } from '../seat-map/document.ts';
import { distance, isGap, spacingOfRows } from '../seat-map/row-geometry.ts';

/** The seat behind is in the next row and no further than this many spacings: 90 cm at 50 cm, but no cross aisle. */
const BEHIND_SPACINGS = 2.5;

export const NOBODY = -1;

export interface House {
  readonly columns: SeatColumns;
  /** 1 where the next ordinal is the neighbour along the row with no aisle between. */
  readonly touchesNext: Uint8Array;
  /** Ordinal of the seat right behind, in the next row of the section; NOBODY for none. */
  readonly behind: Int32Array;
  /** First ordinal of each section, and the count at the end: sections are runs of ordinals. */
  readonly sectionStart: readonly number[];
}

/** Prepares a published map for finding. */
export function createHouse(columns: SeatColumns): House {
  const pointOf = (ordinal: number) => ({ x: columns.x[ordinal] ?? 0, y: columns.y[ordinal] ?? 0 });
  const rowStart = startsOf(columns.row, columns.rows.length);
  const rows = columns.rows.map((_, row) => range(rowStart[row] ?? 0, rowStart[row + 1] ?? 0).map(pointOf));
  const spacings = spacingOfRows(
    rows,
    columns.rows.map(({ section }) => section),
  );
  const touchesNext = new Uint8Array(columns.count);
  const behind = new Int32Array(columns.count).fill(NOBODY);
  for (let row = 0; row < rows.length; row++) {
    const start = rowStart[row] ?? 0;
    const seats = rows[row] ?? [];
    const next = columns.rows[row + 1]?.section === columns.rows[row]?.section ? (rows[row + 1] ?? []) : [];
    const spacing = spacings[row] ?? 0;
    let nearest = 0;
    seats.forEach((seat, place) => {
      const neighbour = seats[place + 1];
      if (neighbour !== undefined && !isGap(seat, neighbour, spacing)) touchesNext[start + place] = 1;
      nearest = nearestFrom(seat, next, nearest);
      const back = next[nearest];
      if (back !== undefined && distance(back, seat) <= spacing * BEHIND_SPACINGS) {
        behind[start + place] = (rowStart[row + 1] ?? 0) + nearest;
      }
    });
  }
  return { columns, touchesNext, behind, sectionStart: startsOf(columns.section, columns.sections.length) };
}

/**
 * The nearest point of a row, the earlier of two as near. Walks from a guess (where the neighbour's was, so that two
 * rows side by side cost a step each) or from the nearer end, since the next row may run the other way.
 */
function nearestFrom(seat: Point, row: readonly Point[], guess: number): number {
  const away = (place: number) => {
    const point = row[place];
    return point === undefined ? Infinity : distance(point, seat);
  };
  let best = Math.min(guess, Math.max(row.length - 1, 0));
  for (const end of [0, row.length - 1]) if (away(end) < away(best)) best = end;
  while (away(best + 1) < away(best)) best++;
  while (best > 0 && away(best - 1) <= away(best)) best--;
  return best;
}

/** The first ordinal of each group, and the number of ordinals at the end. A group without seats starts where the next does. */
function startsOf(groups: Uint16Array, count: number): number[] {
  const starts = Array.from({ length: count + 1 }, () => -1);
  for (let ordinal = groups.length - 1; ordinal >= 0; ordinal--) starts[groups[ordinal] ?? 0] = ordinal;
  let next = groups.length;
  for (let group = count; group >= 0; group--) {
    if (starts[group] === -1) starts[group] = next;
    next = starts[group] ?? next;
  }
  return starts;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
}
