/**
 * Reading order: section by section, row by row, then along the row. A seat's place in it is its ordinal, and
 * neighbours in a row have neighbouring ordinals.
 */
import type { Point, Row, Seat, SeatMapDocument } from './document.ts';
import { distance } from './row-geometry.ts';

/** How much longer the walk in the file's order may be before the seats are ordered by where they stand. */
const DETOUR = 1.05;

/**
 * The order in which the seats of one row stand beside each other, as indices into `points`. The given order is kept
 * when walking it is no detour (a horseshoe row is right as given); else the row's own direction decides, from left to
 * right, since files that list 1, 3, 5, 2, 4, 6 jump across the aisle.
 */
export function orderAlongRow(points: readonly Point[]): number[] {
  const given = points.map((_, index) => index);
  if (points.length < 3) return given;
  const along = projections(points);
  const byDirection = [...given].sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
  return walk(points, given) <= DETOUR * walk(points, byDirection) ? given : byDirection;
}

/** The same house with rows and seats in reading order; rows and sections without seats are dropped. */
export function inReadingOrder(document: SeatMapDocument): SeatMapDocument {
  const seatsByRow = groupBy(document.seats, (seat) => seat.rowId);
  const rowsBySection = groupBy(
    document.rows.filter((row) => seatsByRow.has(row.id)),
    (row) => row.sectionId,
  );
  const sections = document.sections.filter((section) => rowsBySection.has(section.id));
  const rows = sections.flatMap((section) => rowsBySection.get(section.id) ?? []);
  const seats: Seat[] = [];
  for (const row of rows) {
    const ofRow = seatsByRow.get(row.id) ?? [];
    // Chairs go round their table as the file names them: no line runs through them.
    const order = row.table === undefined ? orderAlongRow(ofRow) : ofRow.keys();
    for (const index of order) seats.push(ofRow[index] as Seat);
  }
  return { ...document, sections, rows, seats };
}

/** Items by key, keys and items in the order met. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Compares labels as people count: numbers, then letters (Z before AA), then mixtures (B2 before B10).
 */
export function compareLabels(a: string, b: string): number {
  const kind = labelKind(a) - labelKind(b);
  if (kind !== 0) return kind;
  if (labelKind(a) === 1 && a.length !== b.length) return a.length - b.length;
  const piecesA = a.match(LABEL_PIECES) ?? [];
  const piecesB = b.match(LABEL_PIECES) ?? [];
  for (let index = 0; index < Math.min(piecesA.length, piecesB.length); index++) {
    const pieces = comparePieces(piecesA[index] ?? '', piecesB[index] ?? '');
    if (pieces !== 0) return pieces;
  }
  return piecesA.length - piecesB.length;
}

const LABEL_PIECES = /\d{1,9}|[^\d]+/g;

function labelKind(label: string): number {
  if (labelNumber(label) !== null) return 0;
  return /^[A-Z]+$/i.test(label) ? 1 : 2;
}

function comparePieces(a: string, b: string): number {
  const [numberA, numberB] = [labelNumber(a), labelNumber(b)];
  if (numberA !== null && numberB !== null && numberA !== numberB) return numberA - numberB;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number a label is, or null: "12" is 12, "12A" is none. */
export function labelNumber(label: string): number | null {
  return /^\d{1,9}$/.test(label) ? Number(label) : null;
}

/** The rows of a section, each with its seats, in the document's order. */
export function seatsByRow(document: SeatMapDocument): Map<Row, readonly Seat[]> {
  const groups = groupBy(document.seats, (seat) => seat.rowId);
  return new Map(document.rows.map((row) => [row, groups.get(row.id) ?? []]));
}

function walk(points: readonly Point[], order: readonly number[]): number {
  let length = 0;
  for (let i = 1; i < order.length; i++) {
    length += distance(points[order[i - 1] as number] as Point, points[order[i] as number] as Point);
  }
  return length;
}

/** Each point's place along the direction in which the points spread most. */
function projections(points: readonly Point[]): number[] {
  const meanX = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const meanY = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const point of points) {
    xx += (point.x - meanX) ** 2;
    xy += (point.x - meanX) * (point.y - meanY);
    yy += (point.y - meanY) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return points.map((point) => (point.x - meanX) * Math.cos(angle) + (point.y - meanY) * Math.sin(angle));
}
