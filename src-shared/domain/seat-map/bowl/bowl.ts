/**
 * The line on which the first rows of a stadium stand, and the lines behind it. It goes once round the pitch, clockwise,
 * over four sides (0 left, 1 top, 2 right, 3 bottom) made of stretches that are straight or turn inwards, never
 * outwards. So its parallels never cross: what stands between two normals of it keeps clear of what stands beside.
 */
import type { Point } from '../document.ts';

/** A part of the line: its length where the first row stands, and by how much it turns, in radians. */
export interface Stretch {
  readonly length: number;
  readonly turn: number;
}

export interface Side {
  readonly stretches: readonly PlacedStretch[];
}

interface PlacedStretch extends Stretch, Point {
  /** Where it goes at its start: 0 is up, a quarter turn is to the right. */
  readonly heading: number;
}

/** A place on a side, the same at every depth: which stretch, and which share of it is passed. */
export interface Anchor {
  readonly stretch: number;
  readonly share: number;
}

const QUARTER = Math.PI / 2;

/** A line that is open by less than this many centimetres is closed. */
const ROUNDING = 1e-6;

/**
 * How far blocks may turn so that each corner of the bowl is a quarter turn from the middle of one side to the middle of
 * the next. `wished[side][block]` is how much a block would fill out. What blocks leave of a corner stays empty.
 */
export function shareTurns(wished: readonly (readonly number[])[]): number[][] {
  const halves = wished.map((blocks) => ({ first: sum(blocks.map(firstHalf)), last: sum(blocks.map(lastHalf)) }));
  const room = halves.map(({ last }, side) => {
    const both = last + halves[(side + 1) % 4]!.first;
    return both > QUARTER ? QUARTER / both : 1;
  });
  return wished.map((blocks, side) =>
    blocks.map(
      (turn, index) =>
        firstHalf(turn, index, blocks) * room[(side + 3) % 4]! + lastHalf(turn, index, blocks) * room[side]!,
    ),
  );
}

function firstHalf(turn: number, index: number, blocks: { readonly length: number }): number {
  return turn * Math.min(Math.max(blocks.length / 2 - index, 0), 1);
}

function lastHalf(turn: number, index: number, blocks: { readonly length: number }): number {
  return turn - firstHalf(turn, index, blocks);
}

/**
 * The closed line of four sides with these blocks, a gap before and after each. Blocks and gaps are lengthened alike
 * until a side has at least its `lengths` and the line ends where it began. Stretch 2i + 1 of a side is its block i.
 */
export function closeBowl(blocks: readonly (readonly Stretch[])[], lengths: readonly number[]): Side[] {
  const spare = blocks.map((side, index) => Math.max(0, lengths[index]! - sum(side.map(({ length }) => length))));
  const open = end(place(blocks, spare));
  // A longer side ends further on in about its own direction: blocks that turn have chords, gaps alone might cancel out.
  const reach = blocks.map((_, side) => {
    const further = end(place(blocks, spare.with(side, spare[side]! + 1)));
    return { x: further.x - open.x, y: further.y - open.y };
  });
  // Two sides next to each other can always make up for what is open, since the four point in all directions.
  for (const [side, a] of reach.entries()) {
    const next = (side + 1) % 4;
    const b = reach[next]!;
    const determinant = a.x * b.y - a.y * b.x;
    const byA = (-open.x * b.y + open.y * b.x) / determinant;
    const byB = (-a.x * open.y + a.y * open.x) / determinant;
    if (byA < -ROUNDING || byB < -ROUNDING) continue;
    return place(blocks, spare.with(side, spare[side]! + byA).with(next, spare[next]! + byB));
  }
  throw new Error('a bowl can be closed');
}

function place(blocks: readonly (readonly Stretch[])[], spare: readonly number[]): Side[] {
  let at: Point = { x: 0, y: 0 };
  return blocks.map((side, index) => {
    const more = spare[index]! / (2 * side.length + 1);
    const gap = { length: more, turn: 0 };
    const longer = side.map(({ length, turn }) => ({ length: length + more, turn }));
    let heading = index * QUARTER - sum(longer.map(({ turn }, block) => firstHalf(turn, block, side)));
    const stretches = [gap, ...longer.flatMap((block) => [block, gap])].map((stretch): PlacedStretch => {
      const placed = { ...stretch, ...at, heading };
      at = pointOn(placed, 1, 0);
      heading += stretch.turn;
      return placed;
    });
    return { stretches };
  });
}

function end(sides: readonly Side[]): Point {
  return pointOn(sides.at(-1)!.stretches.at(-1)!, 1, 0);
}

/** The length of a side at a depth behind the first row. */
export function lengthOf({ stretches }: Side, depth: number): number {
  return sum(stretches.map((stretch) => lengthAt(stretch, depth)));
}

function lengthAt({ length, turn }: Stretch, depth: number): number {
  return length + turn * depth;
}

/** The anchor that is passed after so much of a side's line at a depth. */
export function anchorAt({ stretches }: Side, along: number, depth: number): Anchor {
  let left = along;
  for (let stretch = 0; ; stretch++) {
    const length = lengthAt(stretches[stretch]!, depth);
    if (left <= length || stretch === stretches.length - 1) return { stretch, share: length === 0 ? 0 : left / length };
    left -= length;
  }
}

/** How much of a side's line at a depth lies before an anchor. */
export function alongOf({ stretches }: Side, { stretch, share }: Anchor, depth: number): number {
  let before = 0;
  for (let index = 0; index < stretch; index++) before += lengthAt(stretches[index]!, depth);
  return before + share * lengthAt(stretches[stretch]!, depth);
}

/** The point of a side's line at a depth after so much of it. */
export function pointAt(side: Side, along: number, depth: number): Point {
  const { stretch, share } = anchorAt(side, along, depth);
  return pointOn(side.stretches[stretch]!, share, depth);
}

/** Along the chord, then out: the middle of a stretch that hardly turns is too far away to be reckoned from. */
function pointOn({ x, y, length, turn, heading }: PlacedStretch, share: number, depth: number): Point {
  const half = (share * turn) / 2;
  const chord = share * length * (half === 0 ? 1 : Math.sin(half) / half);
  const there = heading + share * turn;
  return {
    x: x + chord * Math.sin(heading + half) - depth * Math.cos(there),
    y: y - chord * Math.cos(heading + half) - depth * Math.sin(there),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
