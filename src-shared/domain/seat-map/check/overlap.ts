/**
 * Seats drawn at the same place. Linear in the seats whatever the file does: a grid of places taken, and a seat that
 * overlaps is not itself entered, so a cell never holds more than a few.
 */
import { text } from '../../../text/text.ts';
import type { Point, SeatMapDocument } from '../document.ts';
import { createFinding, seatsInContext } from '../fault.ts';
import type { Finding } from '../fault.ts';
import { distance, median } from '../row-geometry.ts';
import { seatName } from './numbering.ts';
import { isOnPaper } from './places.ts';

export interface Overlap {
  /** Ordinal of the later seat. */
  readonly seat: number;
  /** Ordinal of the earlier seat at the same place. */
  readonly under: number;
}

/** Two seats nearer than this share of the usual radius cannot be told apart or clicked apart. */
const SAME_PLACE_RADII = 0.9;

/** Every seat that lies on an earlier one, in reading order, whatever the two are called. */
export function overlapsOf(document: SeatMapDocument): Overlap[] {
  const reach = SAME_PLACE_RADII * median(document.seats.map((seat) => seat.radius));
  const taken = createPlaces(reach);
  const overlaps: Overlap[] = [];
  document.seats.forEach((seat, ordinal) => {
    const under = taken.near(seat);
    if (under === null) taken.add(seat, ordinal);
    else overlaps.push({ seat: ordinal, under });
  });
  return overlaps;
}

/** OVERLAP. A seat listed twice is a REPEATED_LABEL and not told again here. */
export function findOverlaps(document: SeatMapDocument): Finding[] {
  const finding = createFinding('OVERLAP', 'ERROR');
  const inContext = seatsInContext(document);
  for (const { seat, under } of overlapsOf(document)) {
    const upper = inContext[seat];
    const lower = inContext[under];
    if (upper === undefined || lower === undefined) continue;
    const place = { section: lower.section.name, row: lower.row.label, label: lower.seat.label };
    const sameName =
      seatName(place.section, place.row, place.label) ===
      seatName(upper.section.name, upper.row.label, upper.seat.label);
    if (!sameName) finding.addSeat(upper, text('planFault.overlap', { other: text('planFault.place', place) }));
  }
  return finding.done();
}

/**
 * Places taken on the plan, each with a number. Two places are near each other below `reach`. Beyond `cellMax` places
 * in one cell of the grid (a square of that size) further ones are not kept: whoever enters heaps says so, or pays the
 * square of them. A point that cannot be drawn is near nothing.
 */
export function createPlaces(reach: number, cellMax = Infinity) {
  const cells = new Map<number, { readonly point: Point; readonly mark: number }[]>();
  const size = Math.max(reach, 1e-6);
  const cellOf = (value: number) => Math.floor(value / size);
  // Cells far apart may share a key, and then a list: who is near is told by distance. Keys of text took four times as long.
  const keyOf = (column: number, line: number) => Math.imul(column, 0x9e3779b1) ^ Math.imul(line, 0x85ebca6b);
  return {
    add(point: Point, mark: number): void {
      if (!isOnPaper(point)) return;
      const key = keyOf(cellOf(point.x), cellOf(point.y));
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [{ point, mark }]);
      else if (cell.length < cellMax) cell.push({ point, mark });
    },
    /** The mark of the nearest place nearer than the reach, or null. */
    near(point: Point): number | null {
      if (!isOnPaper(point)) return null;
      const column = cellOf(point.x);
      const line = cellOf(point.y);
      let nearest = size;
      let mark: number | null = null;
      for (let y = line - 1; y <= line + 1; y++) {
        for (let x = column - 1; x <= column + 1; x++) {
          const cell = cells.get(keyOf(x, y));
          if (cell === undefined) continue;
          for (const other of cell) {
            const away = distance(other.point, point);
            if (away < nearest) [nearest, mark] = [away, other.mark];
          }
        }
      }
      return mark;
    },
  };
}
