/**
 * Walking the seats by keyboard: pure geometry over the columns, the same for every screen.
 *
 * 1. The two keys that lie along a row (left and right; up and down where the row itself stands upright) visit its
 *    seats in order, and past its end go on to the nearest seat ahead, across the aisle.
 * 2. The two keys across go to the nearest row ahead, however few seats it has, and there to the seat that lies most
 *    nearly straight ahead.
 * 3. Round a table the keys go to the chair beside, then to the chair across, and past them to what stands beyond.
 * 4. A step never leaves the seat for one that is not ahead of it; where nothing is ahead, it stays.
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
  /** The first seat of the next or previous section that shows seats, in the map's own order, round and round. */
  section(from: number, by: 1 | -1): number;
}

export interface WalkDeps {
  readonly index: SeatIndex;
  /** Seats not shown are not walked; the index passes them over already. */
  isShown(seat: number): boolean;
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

export function createSeatWalk(columns: SeatColumns, { index, isShown }: WalkDeps): SeatWalk {
  const { x, y, rows, row } = columns;
  const firstOfSection = firstSeats(columns);
  const reach = spacing(columns);
  const nearestAhead = createLookout(columns, { index, isShown }, reach);

  function step(from: number, heading: Heading): number {
    if (rows[row[from]!]?.table !== undefined) {
      const chair = chairAhead(columns, from, DIRECTIONS[heading]);
      if (chair !== -1) return chair;
      const beyond = nearestAhead(from, heading, true);
      return beyond === -1 ? from : beyond;
    }
    const along = alongRow(columns, from, heading);
    if (along !== null && along !== from) return along;
    const ahead = nearestAhead(from, heading, along === null);
    return ahead === -1 ? from : ahead;
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
    if (rows[row[from]!]?.table !== undefined) return outermostChair(columns, first, last, end);
    const forwards = x[last]! > x[first]! || (x[last] === x[first] && y[last]! >= y[first]!);
    return (end === 'END') === forwards ? last : first;
  }

  function section(from: number, by: 1 | -1): number {
    const shown = firstOfSection.filter(isShown);
    const here = shown.findIndex((first) => columns.section[first] === columns.section[from]);
    return shown[(here + by + shown.length) % shown.length] ?? from;
  }

  return { nearest, step, rowEnd, section };
}

/** Finds the nearest seat ahead of another, -1 for none; `otherRow` passes over its own row. */
function createLookout(
  columns: SeatColumns,
  { index, isShown }: WalkDeps,
  reach: number,
): (from: number, heading: Heading, otherRow: boolean) => number {
  const { x, y, rows, row } = columns;

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
    const direction = DIRECTIONS[heading];
    const x0 = x[from]!;
    const y0 = y[from]!;
    let best = -1;
    let bestCost = Infinity;
    /** How far ahead the nearest row lies, of which some seat is in the cone; across rows, no other is gone to. */
    let rowAhead = Infinity;
    let bestRow = -1;
    const box = { left: x0 - size, right: x0 + size, top: y0 - size, bottom: y0 + size };
    const visit = (see: (other: number, cost: number, ahead: number) => void) =>
      index.visitNear(box, (other) => {
        if (other === from || !isShown(other) || (otherRow && row[other] === row[from])) return;
        const [dx, dy] = [x[other]! - x0, y[other]! - y0];
        const cost = costAhead(dx, dy, direction);
        // Whole cells are looked at: what lies outside the box may not win, as a nearer one may lie outside it too.
        if (cost <= size * (1 + SIDEWAYS_WEIGHT)) see(other, cost, dx * direction[0] + dy * direction[1]);
      });
    const isByRow = otherRow && rows[row[from]!]?.table === undefined;
    if (isByRow) {
      visit((other, _cost, ahead) => {
        if (ahead < rowAhead || (ahead === rowAhead && row[other]! < bestRow))
          [rowAhead, bestRow] = [ahead, row[other]!];
      });
    }
    visit((other, cost) => {
      if (isByRow && row[other] !== bestRow) return;
      if (cost < bestCost || (cost === bestCost && other < best)) [best, bestCost] = [other, cost];
    });
    return best;
  }

  return nearestAhead;
}

/** Whether the seat's row stands upright on the plan there, as in a box beside the stage. */
export function isUpright(columns: SeatColumns, seat: number): boolean {
  const [first, last] = rowSpan(columns, seat);
  const { x, y } = columns;
  const [before, after] = [Math.max(first, seat - 1), Math.min(last, seat + 1)];
  return Math.abs(y[after]! - y[before]!) > Math.abs(x[after]! - x[before]!);
}

/** The seats of a seat's row, or at its table, in order. */
export function seatsOfRow(columns: SeatColumns, seat: number): number[] {
  const [first, last] = rowSpan(columns, seat);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The seats of a section, by its index, in order. */
export function seatsOfSection({ count, section }: SeatColumns, wanted: number): number[] {
  const seats: number[] = [];
  for (let i = 0; i < count; i += 1) if (section[i] === wanted) seats.push(i);
  return seats;
}

/** First and last ordinal of a seat's row: the seats of a row are adjacent ordinals. */
export function rowSpan(columns: Pick<SeatColumns, 'count' | 'row'>, seat: number): readonly [number, number] {
  let first = seat;
  let last = seat;
  while (first > 0 && columns.row[first - 1] === columns.row[seat]) first -= 1;
  while (last < columns.count - 1 && columns.row[last + 1] === columns.row[seat]) last += 1;
  return [first, last];
}

/**
 * The chair of the same table that a key leads to, -1 when none is ahead: one of the two beside it round the table, the
 * more straight ahead of them; else, of all, the one that costs least as any other seat would. The two beside it lie in
 * different directions, so one key or another leads to each, and the four keys reach every chair.
 */
function chairAhead(columns: SeatColumns, from: number, direction: readonly [number, number]): number {
  const [first, last] = rowSpan(columns, from);
  const { x, y } = columns;
  const table = columns.rows[columns.row[from]!]!.table!;
  const turn = (seat: number) => Math.atan2(y[seat]! - table.y, x[seat]! - table.x);
  const chairs = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const ring = chairs.toSorted((a, b) => turn(a) - turn(b) || a - b);
  const place = ring.indexOf(from);
  const beside = [ring.at(place - 1)!, ring[(place + 1) % ring.length]!];
  const cost = (seat: number) => costAhead(x[seat]! - x[from]!, y[seat]! - y[from]!, direction);
  for (const candidates of [beside, ring]) {
    const best = candidates.toSorted((a, b) => cost(a) - cost(b) || a - b)[0]!;
    if (cost(best) < Infinity) return best;
  }
  return -1;
}

/** What a step costs: Infinity when it is not ahead. */
function costAhead(dx: number, dy: number, [dirX, dirY]: readonly [number, number]): number {
  const ahead = dx * dirX + dy * dirY;
  const aside = Math.abs(dx * dirY) + Math.abs(dy * dirX);
  return ahead <= 0 || aside > ahead * CONE ? Infinity : ahead + aside * SIDEWAYS_WEIGHT;
}

function outermostChair({ x }: SeatColumns, first: number, last: number, end: 'START' | 'END'): number {
  let outermost = first;
  for (let seat = first; seat <= last; seat += 1) {
    if (end === 'START' ? x[seat]! < x[outermost]! : x[seat]! > x[outermost]!) outermost = seat;
  }
  return outermost;
}

/** The next seat of the row if the row runs this way here; the seat itself at the row's end; null when the row runs across. */
function alongRow(columns: SeatColumns, from: number, heading: Heading): number | null {
  const [first, last] = rowSpan(columns, from);
  if (first === last) return null;
  const before = Math.max(first, from - 1);
  const after = Math.min(last, from + 1);
  const dx = columns.x[after]! - columns.x[before]!;
  const dy = columns.y[after]! - columns.y[before]!;
  const upright = isUpright(columns, from);
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
