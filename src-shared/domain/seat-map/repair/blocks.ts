/**
 * Blocks: the separate groups of rows that one section of a file may really be. Found by where the rows stand, and
 * numbered as people walk round a house.
 */
import { isOnPaper } from '../check/places.ts';
import type { Point } from '../document.ts';
import { distance, largest, median, middleOf } from '../row-geometry.ts';

export interface BlockRow {
  readonly label: string;
  readonly points: readonly Point[];
}

/** Rows of one block are nearer to each other than this many row pitches; the aisle to the next block is wider. */
const LINK_PITCHES = 1.5;

/** A cell of the grid compares at most this many seats: ten times what a drawable plan has, and files can be anything. */
const CELL_SEATS_MAX = 64;

/** A stand that goes round the focal point leaves no opening wider than this. */
const OPENING_MAX_RADIANS = (2 * Math.PI) / 3;

/** The rows in blocks by where they stand: indices into `rows`, blocks in the order of their first row. */
export function blocksByPlace(rows: readonly BlockRow[]): number[][] {
  const reach = LINK_PITCHES * pitchOf(rows);
  const parent = rows.map((_, index) => index);
  const rootOf = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root] as number;
    parent[row] = root;
    return root;
  };
  const cells = new Map<string, { readonly point: Point; readonly row: number }[]>();
  const cellOf = (value: number) => Math.floor(value / Math.max(reach, 1e-6));
  rows.forEach(({ points }, row) => {
    for (const point of points) {
      if (!isOnPaper(point)) continue;
      const column = cellOf(point.x);
      const line = cellOf(point.y);
      for (let y = line - 1; y <= line + 1; y++) {
        for (let x = column - 1; x <= column + 1; x++) {
          for (const other of cells.get(`${x},${y}`) ?? []) {
            if (distance(other.point, point) <= reach) parent[rootOf(other.row)] = rootOf(row);
          }
        }
      }
      const own = cells.get(`${column},${line}`) ?? [];
      if (own.length < CELL_SEATS_MAX) own.push({ point, row });
      cells.set(`${column},${line}`, own);
    }
  });
  const blocks = new Map<number, number[]>();
  rows.forEach((_, row) => {
    const root = rootOf(row);
    blocks.set(root, [...(blocks.get(root) ?? []), row]);
  });
  return [...blocks.values()];
}

/** Rows in runs in which no label comes twice, in the order given. */
export function runsWithoutRepeats(rows: readonly BlockRow[], indices: readonly number[]): number[][] {
  const runs: number[][] = [];
  let labels = new Set<string>();
  for (const index of indices) {
    const label = (rows[index] as BlockRow).label;
    if (runs.length === 0 || labels.has(label)) {
      runs.push([]);
      labels = new Set();
    }
    labels.add(label);
    runs.at(-1)?.push(index);
  }
  return runs;
}

/**
 * Whether blocks stand all round a point. Then they are numbered clockwise from the top, else from left to right and
 * front to back.
 */
export function standAround(middles: readonly Point[], focalPoint: Point): boolean {
  if (middles.length < 4) return false;
  const angles = middles.map((middle) => clockwiseFromTop(middle, focalPoint)).sort((a, b) => a - b);
  const openings = angles.map((angle, index) =>
    index === 0 ? angle + 2 * Math.PI - (angles.at(-1) ?? 0) : angle - (angles[index - 1] ?? 0),
  );
  return largest(openings, 0) <= OPENING_MAX_RADIANS;
}

/** Blocks in the order in which a house numbers them. */
export function inHouseOrder<T extends { readonly middle: Point; readonly depth: number }>(
  blocks: readonly T[],
  focalPoint: Point,
): T[] {
  const middles = blocks.map((block) => block.middle);
  if (standAround(middles, focalPoint)) {
    const half = Math.PI / Math.max(blocks.length, 1);
    // The block at the top is number 1 even when its middle is a little to the left of it.
    const turn = (block: T) => (clockwiseFromTop(block.middle, focalPoint) + half) % (2 * Math.PI);
    return [...blocks].sort((a, b) => turn(a) - turn(b));
  }
  const depth = Math.max(median(blocks.map((block) => block.depth)), 1e-6);
  const line = (block: T) => Math.round(block.middle.y / depth);
  return [...blocks].sort((a, b) => line(a) - line(b) || a.middle.x - b.middle.x);
}

function clockwiseFromTop(point: Point, around: Point): number {
  const angle = Math.atan2(point.x - around.x, around.y - point.y);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** The larger of the usual distance between neighbours and between rows that follow each other. */
function pitchOf(rows: readonly BlockRow[]): number {
  const spacings = rows.flatMap(({ points }) =>
    points.length > 1 ? [distance(points[0] as Point, points[1] as Point)] : [],
  );
  const pitches: number[] = [];
  for (let index = 1; index < rows.length; index++) {
    const from = middleOf((rows[index - 1] as BlockRow).points);
    let nearest = Infinity;
    for (const point of (rows[index] as BlockRow).points) nearest = Math.min(nearest, distance(from, point));
    if (nearest < Infinity) pitches.push(nearest);
  }
  return Math.max(median(spacings), median(pitches));
}
