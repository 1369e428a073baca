/**
 * Where the seats are, for touching them: a grid over the columns in compressed rows (cell → slice of ordinals),
 * built in one counting pass and asked in time that does not grow with the house.
 *
 * 1. Every seat with finite coordinates is in exactly one cell; seats without are in none, and are never found.
 * 2. The border cells reach to infinity, so a seat a million units away costs its own cell and not the grid's.
 * 3. Hidden seats are never touched. They keep their place in the grid, as a floor is shown and hidden in one frame.
 */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { type Bounds, expandBounds } from './view.ts';

export type SeatPlaces = Pick<SeatColumns, 'count' | 'x' | 'y' | 'radius'>;

/** The seats cell by cell, with their places beside them: reading on costs far less than looking up each by its ordinal. */
export interface SeatRuns {
  readonly ordinals: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface SeatIndex {
  /** What the seats' discs cover; null when there is no seat to be found. */
  readonly bounds: Bounds | null;
  /** The same without strays far from all others: what one wants to see of a map at first. */
  readonly houseBounds: Bounds | null;
  /** Seats with a 1 are not touched by anything but visitNear and visitRuns. Null hides none. */
  hide(hidden: Uint8Array | null): void;
  /**
   * The seats with their middle in a cell that touches the bounds, in runs from `from` up to but not including `to`: an
   * order that does not depend on the bounds. For painters, which ask for thousands at a time.
   */
  visitRuns(bounds: Bounds, visit: (seats: SeatRuns, from: number, to: number) => void): void;
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

export function createSeatIndex(places: SeatPlaces): SeatIndex {
  const { x, y, radius } = places;
  const located = locatedSeats(places);
  const grid = layGrid(places, located);
  const { maxRadius } = grid;
  let hidden: Uint8Array | null = null;
  const isShown = (ordinal: number) => hidden === null || hidden[ordinal] !== 1;

  function visitRuns(bounds: Bounds, visit: (seats: SeatRuns, from: number, to: number) => void): void {
    const { columns, starts, seats } = grid;
    const firstColumn = grid.columnOf(bounds.left);
    const lastColumn = grid.columnOf(bounds.right);
    const lastRow = grid.rowOf(bounds.bottom);
    for (let row = grid.rowOf(bounds.top); row <= lastRow; row += 1) {
      const from = starts[row * columns + firstColumn]!;
      const to = starts[row * columns + lastColumn + 1]!;
      if (from < to) visit(seats, from, to);
    }
  }

  function visitNear(bounds: Bounds, visit: (ordinal: number) => void): void {
    visitRuns(expandBounds(bounds, maxRadius), ({ ordinals }, from, to) => {
      for (let i = from; i < to; i += 1) visit(ordinals[i]!);
    });
  }

  function hit(px: number, py: number, slack = 0): number {
    let nearest = -1;
    let nearestSquare = Infinity;
    visitNear({ left: px - slack, right: px + slack, top: py - slack, bottom: py + slack }, (ordinal) => {
      const dx = x[ordinal]! - px;
      const dy = y[ordinal]! - py;
      const square = dx * dx + dy * dy;
      const reach = radius[ordinal]! + slack;
      if (!isShown(ordinal)) return;
      if (square <= reach * reach && (square < nearestSquare || (square === nearestSquare && ordinal < nearest))) {
        nearest = ordinal;
        nearestSquare = square;
      }
    });
    return nearest;
  }

  function inBox(bounds: Bounds): number[] {
    return collect(visitNear, bounds, (ordinal) => isShown(ordinal) && isInside(bounds, x[ordinal]!, y[ordinal]!));
  }

  function inOutline(outline: readonly Point[]): number[] {
    const bounds = boundsOfPoints(outline);
    if (bounds === null || outline.length < 3) return [];
    return collect(visitNear, bounds, (ordinal) => isShown(ordinal) && isInOutline(outline, x[ordinal]!, y[ordinal]!));
  }

  return {
    bounds: grid.bounds,
    houseBounds: grid.houseBounds,
    hide: (mask) => void (hidden = mask),
    visitRuns,
    hit,
    visitNear,
    inBox,
    inOutline,
    along: (path) => seatsAlong(places, visitNear, path).filter(isShown),
  };
}

interface Grid {
  readonly bounds: Bounds | null;
  readonly houseBounds: Bounds | null;
  readonly maxRadius: number;
  readonly columns: number;
  /** Cell c holds the seats starts[c] to starts[c + 1] - 1. */
  readonly starts: Uint32Array;
  readonly seats: SeatRuns;
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

function layGrid(places: SeatPlaces, located: Uint32Array): Grid {
  const { x, y } = places;
  const [sampleX, sampleY] = [sampleOf(x, located), sampleOf(y, located)];
  const [left, right] = bulk(sampleX);
  const [top, bottom] = bulk(sampleY);
  const { bounds, houseBounds, maxRadius } = extentOf(places, located, houseBox(sampleX, sampleY));
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
  const seats = {
    ordinals,
    x: Float32Array.from(ordinals, (ordinal) => x[ordinal]!),
    y: Float32Array.from(ordinals, (ordinal) => y[ordinal]!),
  };
  return { bounds, houseBounds, maxRadius, columns, starts, seats, columnOf, rowOf };
}

/** Beyond this a seat is a stray: three times as far from the middle 80 % of the seats as those are wide or high. */
function houseBox(sampleX: readonly number[], sampleY: readonly number[]): Bounds {
  const [left, right] = middleOf(sampleX, 0.1);
  const [top, bottom] = middleOf(sampleY, 0.1);
  return expandBounds({ left, top, right, bottom }, 3 * Math.max(right - left, bottom - top));
}

function extentOf(
  { x, y, radius }: SeatPlaces,
  located: Uint32Array,
  house: Bounds,
): { readonly bounds: Bounds | null; readonly houseBounds: Bounds | null; readonly maxRadius: number } {
  let bounds: Bounds | null = null;
  let houseBounds: Bounds | null = null;
  let maxRadius = 0;
  for (const i of located) {
    const [px, py, r] = [x[i]!, y[i]!, radius[i]!];
    maxRadius = Math.max(maxRadius, r);
    bounds = grown(bounds, px, py, r);
    if (isInside(house, px, py)) houseBounds = grown(houseBounds, px, py, r);
  }
  return { bounds, houseBounds, maxRadius };
}

function grown(bounds: Bounds | null, x: number, y: number, r: number): Bounds {
  if (bounds === null) return { left: x - r, top: y - r, right: x + r, bottom: y + r };
  if (x - r >= bounds.left && x + r <= bounds.right && y - r >= bounds.top && y + r <= bounds.bottom) return bounds;
  return {
    left: Math.min(bounds.left, x - r),
    top: Math.min(bounds.top, y - r),
    right: Math.max(bounds.right, x + r),
    bottom: Math.max(bounds.bottom, y + r),
  };
}

/** Where 98 % of a sample lies, half as wide again on each side: strays may fall outside and then share the border cells. */
function bulk(sample: readonly number[]): readonly [number, number] {
  const [low, high] = middleOf(sample, 0.01);
  const beyond = (high - low) / 2;
  return [Math.max(low - beyond, sample[0] ?? 0), Math.min(high + beyond, sample.at(-1) ?? 0)];
}

/** Some of the values, ascending. */
function sampleOf(values: Float32Array, located: Uint32Array): number[] {
  const step = Math.max(1, Math.floor(located.length / SAMPLE_SIZE));
  const sample: number[] = [];
  for (let i = 0; i < located.length; i += step) sample.push(values[located[i]!]!);
  return sample.sort((a, b) => a - b);
}

/** Where a sample lies without so large a share of it at each end. */
function middleOf(sample: readonly number[], share: number): readonly [number, number] {
  const last = sample.length - 1;
  return [sample[Math.floor(last * share)] ?? 0, sample[Math.ceil(last * (1 - share))] ?? 0];
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

function seatsAlong(
  { x, y, radius }: SeatPlaces,
  visitNear: SeatIndex['visitNear'],
  path: readonly Point[],
): readonly number[] {
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
