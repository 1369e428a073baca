/**
 * Walking the seats by keyboard: pure geometry over the columns, the same for every screen.
 *
 * 1. The two keys that lie along a row (left and right; up and down where the row itself stands upright) visit its
 *    seats in order, and past its end go on to the nearest seat ahead, across the aisle.
 * 2. The two keys across go to the neighbouring row's seat that lies most nearly straight ahead.
 * 3. A step never leaves the seat for one that is not ahead of it; where nothing is ahead, it stays.
 */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { SeatIndex } from './seat-index.ts';

export type Heading = 'LEFT' | 'RIGHT' | 'UP' | 'DOWN';

export interface SeatWalk {
  /** Where one lands the first time: the seat nearest the point, or -1 in an empty house. */
  nearest(x: number, y: number): number;
  step(from: number, heading: Heading): number;
  /** The row's end that lies to the left (START) or right (END). */
  rowEnd(from: number, end: 'START' | 'END'): number;
  /** The first seat of the next or previous section that has seats, in the map's own order, round and round. */
  section(from: number, by: 1 | -1): number;
}

const DIRECTIONS: Readonly<Record<Heading, readonly [number, number]>> = {
  LEFT: [-1, 0],
  RIGHT: [1, 0],
  UP: [0, -1],
  DOWN: [0, 1],
};

/** Off-axis distance counts double: straight ahead and a little farther beats near but sideways. */
const SIDEWAYS_WEIGHT = 2;
/** A seat counts as ahead within this cone (tangent of the angle off the axis): curved rows drift, but not past 63°. */
const CONE = 2;

export function createSeatWalk(columns: SeatColumns, index: SeatIndex): SeatWalk {
  const { x, y } = columns;
  const firstOfSection = firstSeats(columns);
  const reach = spacing(columns);

  function step(from: number, heading: Heading): number {
    const along = alongRow(columns, from, heading);
    if (along !== null && along !== from) return along;
    const ahead = nearestAhead(from, heading, along === null);
    return ahead === -1 ? from : ahead;
  }

  /** Looks in a box ahead that doubles until it holds a seat in the cone, then once more so that no nearer one is missed. */
  function nearestAhead(from: number, heading: Heading, otherRow: boolean): number {
    const bounds = index.bounds;
    if (bounds === null) return -1;
    const widest = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top) * 2;
    for (let size = reach * 2; ; size *= 2) {
      const best = bestAhead(from, heading, otherRow, size);
      if (best !== -1) return bestAhead(from, heading, otherRow, size * (1 + CONE * SIDEWAYS_WEIGHT));
      if (size > widest) return -1;
    }
  }

  function bestAhead(from: number, heading: Heading, otherRow: boolean, size: number): number {
    const [dirX, dirY] = DIRECTIONS[heading];
    const x0 = x[from]!;
    const y0 = y[from]!;
    let best = -1;
    let bestCost = Infinity;
    index.visitNear({ left: x0 - size, right: x0 + size, top: y0 - size, bottom: y0 + size }, (other) => {
      if (other === from || (otherRow && columns.row[other] === columns.row[from])) return;
      const dx = x[other]! - x0;
      const dy = y[other]! - y0;
      const ahead = dx * dirX + dy * dirY;
      const aside = Math.abs(dx * dirY) + Math.abs(dy * dirX);
      if (ahead <= 0 || aside > ahead * CONE || ahead + aside > size * 2) return;
      const cost = ahead + aside * SIDEWAYS_WEIGHT;
      if (cost < bestCost || (cost === bestCost && other < best)) {
        best = other;
        bestCost = cost;
      }
    });
    return best;
  }

  function nearest(px: number, py: number): number {
    const bounds = index.bounds;
    if (bounds === null) return -1;
    const widest = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top) + Math.hypot(px, py);
    for (let slack = reach; ; slack *= 2) {
      const found = index.hit(px, py, slack);
      if (found !== -1 || slack > widest * 2) return found;
    }
  }

  function rowEnd(from: number, end: 'START' | 'END'): number {
    const [first, last] = rowSpan(columns, from);
    const forwards = x[last]! > x[first]! || (x[last] === x[first] && y[last]! >= y[first]!);
    return (end === 'END') === forwards ? last : first;
  }

  function section(from: number, by: 1 | -1): number {
    const here = firstOfSection.findIndex((first) => columns.section[first] === columns.section[from]);
    return firstOfSection[(here + by + firstOfSection.length) % firstOfSection.length] ?? from;
  }

  return { nearest, step, rowEnd, section };
}

/**
 * The contiguous run from one seat to another of the same row, in order along the row; just the second seat when they
 * are not in one row.
 */
export function runBetween(columns: SeatColumns, from: number, to: number): number[] {
  if (columns.row[from] !== columns.row[to]) return [to];
  const low = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => low + i);
}

/** First and last ordinal of a seat's row: the seats of a row are adjacent ordinals. */
export function rowSpan(columns: Pick<SeatColumns, 'count' | 'row'>, seat: number): readonly [number, number] {
  let first = seat;
  let last = seat;
  while (first > 0 && columns.row[first - 1] === columns.row[seat]) first -= 1;
  while (last < columns.count - 1 && columns.row[last + 1] === columns.row[seat]) last += 1;
  return [first, last];
}

/** The next seat of the row if the row runs this way here; the seat itself at the row's end; null when the row runs across. */
function alongRow(columns: SeatColumns, from: number, heading: Heading): number | null {
  const [first, last] = rowSpan(columns, from);
  if (first === last) return null;
  const before = Math.max(first, from - 1);
  const after = Math.min(last, from + 1);
  const dx = columns.x[after]! - columns.x[before]!;
  const dy = columns.y[after]! - columns.y[before]!;
  const upright = Math.abs(dy) > Math.abs(dx);
  const headsUpright = heading === 'UP' || heading === 'DOWN';
  if (upright !== headsUpright) return null;
  const forwards = (upright ? dy : dx) > 0 === (heading === 'RIGHT' || heading === 'DOWN');
  return forwards ? Math.min(last, from + 1) : Math.max(first, from - 1);
}

function firstSeats(columns: SeatColumns): number[] {
  const seen = new Set<number>();
  const firsts: number[] = [];
  for (let i = 0; i < columns.count; i += 1) {
    const section = columns.section[i]!;
    if (seen.has(section)) continue;
    seen.add(section);
    firsts.push(i);
  }
  return firsts;
}

/** A usual distance between neighbours, to start searches with: three radii of the middle seat. */
function spacing({ count, radius }: SeatColumns): number {
  const usual = count === 0 ? 1 : radius[count >> 1]!;
  return Number.isFinite(usual) && usual > 0 ? usual * 3 : 1;
}
