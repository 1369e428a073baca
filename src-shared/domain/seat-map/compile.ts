/**
 * A map as columns: done once, when a version is published.
 */
import { assert } from '../result.ts';
import { CATEGORIES_MAX, ROWS_MAX } from './check/selling.ts';
import { FLAG_AISLE, FLAG_RESTRICTED_VIEW, SEAT_KINDS } from './columns.ts';
import type { SeatColumns } from './columns.ts';
import type { Seat, SeatMapDocument } from './document.ts';
import { inReadingOrder, seatsByRow } from './reading-order.ts';
import { distance, isGap, spacingOfRows } from './row-geometry.ts';
import { SeatIds } from './seat-ids.ts';

const NO_CATEGORY = 255;
const QUALITY_BEST = 65_535;

/**
 * The seat farthest from the focal point still gets a quality above nothing: quality would be 0 at this many times its
 * distance.
 */
const QUALITY_REACH = 1.25;

/**
 * Compiles a map whose faults are repaired (checkDocument without errors; more rows or categories than columns can
 * number are a bug here). Ordinals follow reading order whatever order the records are in.
 */
export function compileColumns(document: SeatMapDocument): SeatColumns {
  const { sections, rows, seats } = inReadingOrder(document);
  const { categories } = document;
  assert(rows.length <= ROWS_MAX && sections.length <= ROWS_MAX, 'rows and sections fit 16 bits');
  assert(categories.length <= CATEGORIES_MAX, 'categories fit 8 bits');
  const sectionIndexById = indexById(sections);
  const rowIndexById = indexById(rows);
  const categoryIndexById = indexById(categories);
  const sectionOfRow = rows.map((row) => sectionIndexById.get(row.sectionId) ?? 0);
  const rowOfSeat = seats.map((seat) => rowIndexById.get(seat.rowId) ?? 0);
  return {
    count: seats.length,
    x: Float32Array.from(seats, (seat) => seat.x),
    y: Float32Array.from(seats, (seat) => seat.y),
    radius: Float32Array.from(seats, (seat) => seat.radius),
    section: Uint16Array.from(rowOfSeat, (row) => sectionOfRow[row] ?? 0),
    row: Uint16Array.from(rowOfSeat),
    category: Uint8Array.from(seats, (seat) => categoryIndexById.get(seat.categoryId ?? '') ?? NO_CATEGORY),
    kind: Uint8Array.from(seats, (seat) => SEAT_KINDS.indexOf(seat.kind)),
    flags: flagsOf({ ...document, sections, rows, seats }, sectionOfRow),
    quality: qualitiesOf(seats, document),
    focalPoint: { x: document.focalPoint.x, y: document.focalPoint.y },
    ids: SeatIds.of(seats.map((seat) => seat.id)),
    labels: seats.map((seat) => seat.label),
    sections: sections.map(({ id, name, entrance, floor }) => ({ id, name, entrance, floor })),
    rows: rows.map(({ id, label, labelPosition, table }, row) => ({
      id,
      label,
      section: sectionOfRow[row] ?? 0,
      labelPosition,
      ...(table && { table }),
    })),
    categories: categories.map(({ id, name, color, letter }) => ({ id, name, color, letter })),
  };
}

/** 65535 at the focal point, falling evenly with the distance from it. */
function qualitiesOf(seats: readonly Seat[], { focalPoint }: SeatMapDocument): Uint16Array {
  const distances = seats.map((seat) => distance(seat, focalPoint));
  const farthest = distances.reduce((most, next) => Math.max(most, next), 0);
  const reach = farthest * QUALITY_REACH || 1;
  return Uint16Array.from(distances, (away) => Math.round(QUALITY_BEST * (1 - away / reach)));
}

/** Restricted view as drawn; on an aisle where the row ends or a gap follows. */
function flagsOf(document: SeatMapDocument, sectionOfRow: readonly number[]): Uint8Array {
  const rows = [...seatsByRow(document).values()];
  const spacings = spacingOfRows(rows, sectionOfRow);
  const flags: number[] = [];
  rows.forEach((seats, row) => {
    const spacing = spacings[row] ?? 0;
    seats.forEach((seat, place) => {
      const before = seats[place - 1];
      const after = seats[place + 1];
      const onAisle =
        before === undefined || after === undefined || isGap(before, seat, spacing) || isGap(seat, after, spacing);
      flags.push((seat.restrictedView ? FLAG_RESTRICTED_VIEW : 0) | (onAisle ? FLAG_AISLE : 0));
    });
  });
  return Uint8Array.from(flags);
}

function indexById(records: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(records.map((record, index) => [record.id, index]));
}
