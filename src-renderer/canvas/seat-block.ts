/**
 * What lies between two seats: a run where they are of one row, else a block across rows. Pure geometry, as the walk is.
 *
 * 1. A block has vertical sides where its rows lie across, level ones where they stand upright, however the rows curve.
 * 2. It takes a seat of each row it passes, so that a walk straight back marks a column of seats and not every second.
 */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { PickHow } from './seat-gestures.ts';
import type { SeatIndex } from './seat-index.ts';
import { isUpright, rowSpan } from './seat-walk.ts';

export interface Mark {
  readonly how: Extract<PickHow, 'SEAT' | 'RUN' | 'BLOCK' | 'ROW' | 'SECTION'>;
  /** Ascending. */
  readonly ordinals: readonly number[];
}

/** Rows are staggered by half a pitch: a side takes in what is nearer than a quarter. */
const SIDE_PITCHES = 0.25;
/** A row whose nearest seat is farther off than this many pitches is not passed, but stands elsewhere. */
const BESIDE_PITCHES = 1;

/** From the seat where the mark began to the one it has come to. */
export function markBetween(columns: SeatColumns, index: SeatIndex, from: number, to: number): Mark {
  if (from === to) return { how: 'SEAT', ordinals: [to] };
  if (columns.row[from] === columns.row[to]) return { how: 'RUN', ordinals: between(from, to) };
  const isOneSection = columns.section[from] === columns.section[to];
  const isAtTable = [from, to].some((seat) => columns.rows[columns.row[seat]!]!.table !== undefined);
  const ordinals = isOneSection && !isAtTable ? acrossRows(columns, from, to) : inBoxOf(columns, index, from, to);
  return { how: 'BLOCK', ordinals };
}

/** The run of touching neighbours that ends at `to` and reaches towards `from`: up to it, or to the gap before it. */
export function contiguousRun(columns: SeatColumns, touches: Uint8Array, from: number, to: number): readonly number[] {
  if (columns.row[from] !== columns.row[to]) return [to];
  let reach = to;
  if (from < to) while (reach > from && touches[reach - 1] === 1) reach -= 1;
  else while (reach < from && touches[reach] === 1) reach += 1;
  return between(reach, to);
}

/** Rows of a section follow each other in their ordinals: those from one to the other, each between the block's sides. */
function acrossRows(columns: SeatColumns, from: number, to: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const axis = isUpright(columns, from) ? columns.y : columns.x;
  const pitch = pitchAt(columns, from);
  const sides = [Math.min(axis[from]!, axis[to]!), Math.max(axis[from]!, axis[to]!)] as const;
  const end = rowSpan(columns, high)[1];
  const ordinals: number[] = [];
  for (let first = rowSpan(columns, low)[0]; first <= end;) {
    const last = rowSpan(columns, first)[1];
    ordinals.push(...betweenSides(axis, first, last, sides, pitch));
    first = last + 1;
  }
  return ordinals;
}

function betweenSides(
  axis: Float32Array,
  first: number,
  last: number,
  [low, high]: readonly [number, number],
  pitch: number,
): number[] {
  const inside: number[] = [];
  let nearest = first;
  let nearestAway = Infinity;
  for (let seat = first; seat <= last; seat += 1) {
    const away = Math.max(low - axis[seat]!, axis[seat]! - high, 0);
    if (away < pitch * SIDE_PITCHES) inside.push(seat);
    if (away >= nearestAway) continue;
    nearest = seat;
    nearestAway = away;
  }
  if (inside.length > 0) return inside;
  return nearestAway <= pitch * BESIDE_PITCHES ? [nearest] : [];
}

/** Between sections, and among tables, no order of rows says what lies between: all in the box of the two does. */
function inBoxOf({ x, y, radius }: SeatColumns, index: SeatIndex, from: number, to: number): number[] {
  const slack = radius[from]! / 2;
  return index.inBox({
    left: Math.min(x[from]!, x[to]!) - slack,
    right: Math.max(x[from]!, x[to]!) + slack,
    top: Math.min(y[from]!, y[to]!) - slack,
    bottom: Math.max(y[from]!, y[to]!) + slack,
  });
}

/** The distance to the seat's neighbour, or what it would be. */
function pitchAt(columns: SeatColumns, seat: number): number {
  const [first, last] = rowSpan(columns, seat);
  const neighbours = [seat - 1, seat + 1].filter((each) => each >= first && each <= last);
  const distances = neighbours.map((each) =>
    Math.hypot(columns.x[each]! - columns.x[seat]!, columns.y[each]! - columns.y[seat]!),
  );
  return distances.length === 0 ? columns.radius[seat]! * 2.4 : Math.min(...distances);
}

function between(from: number, to: number): number[] {
  const low = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => low + i);
}
