/**
 * Where the seats are, for touching them: a grid over the columns in compressed rows (cell → slice of ordinals),
 * built in one counting pass and asked in time that does not grow with the house.
 *
 * 1. Every seat with finite coordinates is in exactly one cell; seats without are in none, and are never found.
 * 2. The border cells reach to infinity, so a seat a million units away costs its own cell and not the grid's.
 */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { type Bounds, expandBounds } from './view.ts';

export type SeatPlaces = Pick<SeatColumns, 'count' | 'x' | 'y' | 'radius'>;

export interface SeatIndex {
  /** What the seats' discs cover; null when there is no seat to be found. */
  readonly bounds: Bounds | null;
  /** The seat whose disc, widened by `slack` map units, holds the point; of several the one with the nearest centre. -1 for none. */
  hit(x: number, y: number, slack?: number): number;
  /** Calls `visit` for every seat whose disc may touch the bounds (whole cells: never misses one, may name a few outside). */
  visitNear(bounds: Bounds, visit: (ordinal: number) => void): void;
  /** Seats with their centre in the bounds, ascending. */
  inBox(bounds: Bounds): number[];
  /** Seats with their centre inside the closed outline (even-odd), ascending. */
  inOutline(outline: readonly Point[]): number[];
  /** Seats whose disc the path touches, in the order the path reaches them. */
  along(path: readonly Point[]): number[];
}

/** About two seats a cell: fewer makes boxes visit empty cells, more makes hits test strangers. */
const SEATS_A_CELL = 2;
/** Seats looked at to find where most of the map is; enough to place the grid, cheap to sort. */
const SAMPLE_SIZE = 1024;

/** Seats that `hidden` marks with a 1 are passed over by every question, as if they were not there. */
export function createSeatIndex(places: SeatPlaces, hidden: () => Uint8Array | null = () => null): SeatIndex {
  const { x, y, radius } = places;
  const located = locatedSeats(places);
  const grid = layGrid(places, located);
  const { maxRadius } = grid;

  function visitNear(bounds: Bounds, visit: (ordinal: number) => void): void {
    const wide = expandBounds(bounds, maxRadius);
    const firstColumn = grid.columnOf(wide.left);
    const lastColumn = grid.columnOf(wide.right);
    const lastRow = grid.rowOf(wide.bottom);
    const passedOver = hidden();
    for (let row = grid.rowOf(wide.top); row <= lastRow; row += 1) {
      const start = grid.starts[row * grid.columns + firstColumn]!;
      const end = grid.starts[row * grid.columns + lastColumn + 1]!;
      for (let i = start; i < end; i += 1) {
        const ordinal = grid.ordinals[i]!;
        if (passedOver === null || passedOver[ordinal] === 0) visit(ordinal);
      }
    }
  }

  function hit(px: number, py: number, slack = 0): number {
    let nearest = -1;
    let nearestSquare = Infinity;
    visitNear({ left: px - slack, right: px + slack, top: py - slack, bottom: py + slack }, (ordinal) => {
      const dx = x[ordinal]! - px;
      const dy = y[ordinal]! - py;
      const square = dx * dx + dy * dy;
      const reach = radius[ordinal]! + slack;
      if (square <= reach * reach && (square < nearestSquare || (square === nearestSquare && ordinal < nearest))) {
        nearest = ordinal;
        nearestSquare = square;
      }
    });
    return nearest;
  }

  function inBox(bounds: Bounds): number[] {
    return collect(visitNear, bounds, (ordinal) => isInside(bounds, x[ordinal]!, y[ordinal]!));
  }

  function inOutline(outline: readonly Point[]): number[] {
    const bounds = boundsOfPoints(outline);
    if (bounds === null || outline.length < 3) return [];
    return collect(visitNear, bounds, (ordinal) => isInOutline(outline, x[ordinal]!, y[ordinal]!));
  }

  function along(path: readonly Point[]): number[] {
    const reachedAt = new Map<number, number>();
    path.forEach((end, leg) => {
      const start = path[Math.max(0, leg - 1)]!;
      visitNear(boundsOfPoints([start, end])!, (ordinal) => {
        if (reachedAt.has(ordinal)) return;
        const at = touchedAt(start, end, x[ordinal]!, y[ordinal]!, radius[ordinal]!);
        if (at !== null) reachedAt.set(ordinal, leg + at);
      });
    });
    return [...reachedAt].toSorted((a, b) => a[1] - b[1] || a[0] - b[0]).map(([ordinal]) => ordinal);
  }

  return { bounds: grid.bounds, hit, visitNear, inBox, inOutline, along };
}

interface Grid {
  readonly bounds: Bounds | null;
  readonly maxRadius: number;
  readonly columns: number;
  /** Cell c holds ordinals[starts[c]] to ordinals[starts[c + 1] - 1]. */
  readonly starts: Uint32Array;
  readonly ordinals: Uint32Array;
  columnOf(x: number): number;
  rowOf(y: number): number;
}

function locatedSeats({ count, x, y, radius }: SeatPlaces): Uint32Array {
  const located = new Uint32Array(count);
  let found = 0;
  for (let i = 0; i < count; i += 1) {
    if (Number.isFinite(x[i]!) && Number.isFinite(y[i]!) && Number.isFinite(radius[i]!)) located[found++] = i;
  }
  return located.subarray(0, found);
}

function layGrid({ x, y, radius }: SeatPlaces, located: Uint32Array): Grid {
  let bounds: Bounds | null = null;
  let maxRadius = 0;
  if (located.length > 0) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of located) {
      const r = radius[i]!;
      left = Math.min(left, x[i]! - r);
      right = Math.max(right, x[i]! + r);
      top = Math.min(top, y[i]! - r);
      bottom = Math.max(bottom, y[i]! + r);
      maxRadius = Math.max(maxRadius, r);
    }
    bounds = { left, top, right, bottom };
  }
  const [left, right] = bulk(x, located);
  const [top, bottom] = bulk(y, located);
  const cells = Math.max(1, located.length / SEATS_A_CELL);
  const width = Math.max(right - left, Number.MIN_VALUE);
  const height = Math.max(bottom - top, Number.MIN_VALUE);
  const columns = clampCount(Math.sqrt((cells * width) / height), cells);
  const rows = clampCount(cells / columns, cells);
  const columnOf = (value: number) => cellOf((value - left) / width, columns);
  const rowOf = (value: number) => cellOf((value - top) / height, rows);
  const starts = new Uint32Array(columns * rows + 1);
  for (const i of located) starts[rowOf(y[i]!) * columns + columnOf(x[i]!) + 1]! += 1;
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell]! += starts[cell - 1]!;
  const next = starts.slice();
  const ordinals = new Uint32Array(located.length);
  for (const i of located) {
    const cell = rowOf(y[i]!) * columns + columnOf(x[i]!);
    ordinals[next[cell]!] = i;
    next[cell]! += 1;
  }
  return { bounds, maxRadius, columns, starts, ordinals, columnOf, rowOf };
}

/** Where 98 % of a sample lies, half as wide again on each side: strays may fall outside and then share the border cells. */
function bulk(values: Float32Array, located: Uint32Array): readonly [number, number] {
  if (located.length === 0) return [0, 0];
  const step = Math.max(1, Math.floor(located.length / SAMPLE_SIZE));
  const sample: number[] = [];
  for (let i = 0; i < located.length; i += step) sample.push(values[located[i]!]!);
  sample.sort((a, b) => a - b);
  const low = sample[Math.floor((sample.length - 1) * 0.01)]!;
  const high = sample[Math.ceil((sample.length - 1) * 0.99)]!;
  const beyond = (high - low) / 2;
  return [Math.max(low - beyond, sample[0]!), Math.min(high + beyond, sample.at(-1)!)];
}

function cellOf(fraction: number, cells: number): number {
  const cell = Math.floor(fraction * cells);
  return cell >= cells ? cells - 1 : cell > 0 ? cell : 0;
}

function clampCount(wanted: number, most: number): number {
  return Math.max(1, Math.min(Math.ceil(most), Math.round(wanted)));
}

function collect(visitNear: SeatIndex['visitNear'], bounds: Bounds, holds: (ordinal: number) => boolean): number[] {
  const found: number[] = [];
  visitNear(bounds, (ordinal) => {
    if (holds(ordinal)) found.push(ordinal);
  });
  return found.sort((a, b) => a - b);
}

export function boundsOfPoints(points: readonly Point[]): Bounds | null {
  if (points.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, point.x);
    right = Math.max(right, point.x);
    top = Math.min(top, point.y);
    bottom = Math.max(bottom, point.y);
  }
  return { left, top, right, bottom };
}

export function isInside(bounds: Bounds, x: number, y: number): boolean {
  return x >= bounds.left && x <= bounds.right && y >= bounds.top && y <= bounds.bottom;
}

function isInOutline(outline: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let previous = outline.at(-1)!;
  for (const point of outline) {
    const crosses = point.y > y !== previous.y > y;
    if (crosses && x < ((previous.x - point.x) * (y - point.y)) / (previous.y - point.y) + point.x) inside = !inside;
    previous = point;
  }
  return inside;
}

/** How far along the leg (0 to 1) it comes nearest to a seat's centre, if it touches the disc; else null. */
function touchedAt(start: Point, end: Point, x: number, y: number, radius: number): number | null {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const lengthSquare = dx * dx + dy * dy;
  const along = lengthSquare === 0 ? 0 : ((x - start.x) * dx + (y - start.y) * dy) / lengthSquare;
  const at = Math.min(1, Math.max(0, along));
  const offX = start.x + at * dx - x;
  const offY = start.y + at * dy - y;
  return offX * offX + offY * offY <= radius * radius ? at : null;
}
