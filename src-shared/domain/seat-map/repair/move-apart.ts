/**
 * Moves what is drawn on top of something else. A balcony drawn over the stalls is moved outwards as a whole, a
 * section whose coordinates begin at its own corner likewise; a single seat goes to the nearest free place.
 */
import { text } from '../../../text/text.ts';
import { createPlaces, overlapsOf } from '../check/overlap.ts';
import type { Area, Point, Seat, SeatMapDocument, Section } from '../document.ts';
import { fitPlanSize, moveArea, moveRow } from '../plan-size.ts';
import { groupBy, seatsByRow } from '../reading-order.ts';
import { boundsOf, median, middleOf, spacingOfRows } from '../row-geometry.ts';
import { runSteps } from './repaired.ts';
import type { Repaired } from './repaired.ts';

/** A floor or section with this share of its seats on others was drawn over them; with less, single seats slipped. */
const WHOLE_SHARE = 0.3;

/** The aisle left between what was moved and what was there, in spacings. */
const CLEARANCE_SPACINGS = 2;

/** A cell two spacings wide holds nine seats; heaps of more say no more than that it is taken. */
const CELL_MAX = 32;

/** Steps of one spacing before a unit jumps clear of everything. A stand deeper than this is not drawn over another by chance. */
const STEPS_MAX = 64;

/** Moves floors, then sections, then single seats, until no two seats share a place; the plan's frame grows with them. */
export function moveApart(document: SeatMapDocument): Repaired {
  if (overlapsOf(document).length === 0) return { document, notes: [] };
  const moved = runSteps(document, [
    (before) =>
      moveUnits(
        before,
        (section) => section.floor ?? section.id,
        (section) => section.floor ?? section.name,
        (area) => area.floor,
      ),
    (before) =>
      moveUnits(
        before,
        (section) => section.id,
        (section) => section.name,
        () => null,
      ),
    moveSeats,
  ]);
  return { document: fitPlanSize(moved.document), notes: moved.notes };
}

function moveUnits(
  document: SeatMapDocument,
  unitOf: (section: Section) => string,
  nameOf: (section: Section) => string,
  /** The unit an area goes with; null when it stays. */
  unitOfArea: (area: Area) => string | null,
): Repaired {
  const spacing = usualSpacing(document);
  const unitByRowId = new Map<string, string>();
  const unitBySectionId = new Map(document.sections.map((section) => [section.id, unitOf(section)]));
  for (const row of document.rows) unitByRowId.set(row.id, unitBySectionId.get(row.sectionId) ?? '');
  const seatsByUnit = groupBy(document.seats, (seat) => unitByRowId.get(seat.rowId) ?? '');
  const taken = createPlaces(median(document.seats.map((seat) => seat.radius)), CELL_MAX);
  const kept = createPlaces(CLEARANCE_SPACINGS * spacing, CELL_MAX);
  const placed: Point[] = [];
  const shiftByUnit = new Map<string, Point>();
  for (const [unit, seats] of seatsByUnit) {
    const overlapping = seats.filter((seat) => taken.near(seat) !== null).length;
    const shift =
      overlapping >= WHOLE_SHARE * seats.length
        ? shiftClear(seats, document.focalPoint, spacing, (point) => kept.near(point) === null, placed)
        : { x: 0, y: 0 };
    if (shift.x !== 0 || shift.y !== 0) shiftByUnit.set(unit, shift);
    for (const seat of seats) {
      const point = { x: seat.x + shift.x, y: seat.y + shift.y };
      taken.add(point, 0);
      kept.add(point, 0);
      placed.push(point);
    }
  }
  if (shiftByUnit.size === 0) return { document, notes: [] };
  const shiftOf = (unit: string) => shiftByUnit.get(unit) ?? { x: 0, y: 0 };
  const move = <T extends Point>(point: T, unit: string): T => ({
    ...point,
    x: point.x + shiftOf(unit).x,
    y: point.y + shiftOf(unit).y,
  });
  const sections = document.sections.map((section) => ({
    ...section,
    outline: section.outline?.map((point) => move(point, unitOf(section))) ?? null,
  }));
  const rows = document.rows.map((row) => {
    const { x, y } = shiftOf(unitByRowId.get(row.id) ?? '');
    return moveRow(row, x, y);
  });
  const seats = document.seats.map((seat) => move(seat, unitByRowId.get(seat.rowId) ?? ''));
  const areas = document.areas?.map((area) => {
    const { x, y } = shiftOf(unitOfArea(area) ?? '');
    return moveArea(area, x, y);
  });
  const names = new Set(document.sections.filter((section) => shiftByUnit.has(unitOf(section))).map(nameOf));
  const notes = [text('planRepair.moveUnits', { names: [...names].slice(0, 5).join(', ') })];
  return { document: { ...document, sections, rows, seats, ...(areas && { areas }) }, notes };
}

/** How far to move the seats, outwards from the focal point along the nearer axis, until they stand clear. */
function shiftClear(
  seats: readonly Seat[],
  focalPoint: Point,
  spacing: number,
  isClear: (point: Point) => boolean,
  placed: readonly Point[],
): Point {
  const middle = middleOf(seats);
  const dx = middle.x - focalPoint.x;
  const dy = middle.y - focalPoint.y;
  const sideways = Math.abs(dx) > Math.abs(dy);
  const direction = sideways ? { x: Math.sign(dx), y: 0 } : { x: 0, y: dy < 0 ? -1 : 1 };
  const at = (length: number): Point => ({ x: direction.x * length, y: direction.y * length });
  for (let step = 1; step <= STEPS_MAX; step++) {
    const shift = at(step * spacing);
    if (seats.every((seat) => isClear({ x: seat.x + shift.x, y: seat.y + shift.y }))) return shift;
  }
  const own = boundsOf(seats);
  const all = boundsOf(placed);
  if (own === null || all === null) return { x: 0, y: 0 };
  const clearance = CLEARANCE_SPACINGS * spacing;
  if (direction.x > 0) return at(all.right - own.left + clearance);
  if (direction.x < 0) return at(own.right - all.left + clearance);
  return at(direction.y > 0 ? all.bottom - own.top + clearance : own.bottom - all.top + clearance);
}

function moveSeats(document: SeatMapDocument): Repaired {
  const overlaps = overlapsOf(document);
  if (overlaps.length === 0) return { document, notes: [] };
  const spacing = usualSpacing(document);
  const free = createPlaces(spacing * 0.9);
  const overlapping = new Set(overlaps.map(({ seat }) => seat));
  document.seats.forEach((seat, ordinal) => {
    if (!overlapping.has(ordinal)) free.add(seat, ordinal);
  });
  // Seats on one place share one search, which goes on where the one before ended: a heap of them stays linear.
  const searchByPlace = new Map<number, Generator<Point>>();
  const seats = [...document.seats];
  for (const { seat: ordinal, under } of overlaps) {
    const search = searchByPlace.get(under) ?? placesAround(document.seats[under] as Seat, spacing);
    searchByPlace.set(under, search);
    let place = search.next().value as Point;
    while (free.near(place) !== null) place = search.next().value as Point;
    free.add(place, ordinal);
    seats[ordinal] = { ...(seats[ordinal] as Seat), ...place };
  }
  return { document: { ...document, seats }, notes: [text('planRepair.moveSeats', { count: overlaps.length })] };
}

/** Places round a seat without end, ring by ring, in each ring those along the row before those behind it. */
function* placesAround(around: Point, spacing: number): Generator<Point> {
  const far = (point: Point) => Math.abs(point.y - around.y) * 2 + Math.abs(point.x - around.x);
  for (let ring = 1; ; ring++) {
    const places: Point[] = [];
    for (let along = -ring; along <= ring; along++) {
      const isSide = Math.abs(along) === ring;
      for (let behind = -ring; behind <= ring; behind += isSide ? 1 : 2 * ring) {
        places.push({ x: around.x + along * spacing, y: around.y + behind * spacing });
      }
    }
    yield* places.sort((a, b) => far(a) - far(b) || b.x - a.x || b.y - a.y);
  }
}

function usualSpacing(document: SeatMapDocument): number {
  const rows = [...seatsByRow(document).values()];
  const spacing = median(
    spacingOfRows(
      rows,
      rows.map(() => 0),
    ),
  );
  return spacing || 2.5 * median(document.seats.map((seat) => seat.radius)) || 1;
}
