/**
 * Blocks of rows round a field: on each side the main blocks next to each other, from the first row back, and upper
 * blocks (boxes, higher tiers) behind them wherever there is room.
 */
import type { Point } from '../document.ts';
import { boundsOf, largest } from '../row-geometry.ts';
import {
  alongOf,
  anchorAt,
  closeBowl,
  lengthOf,
  pointAt,
  shareTurns,
  type Anchor,
  type Side,
  type Stretch,
} from './bowl.ts';

/** Centimetres: a stadium seat, the next row, stairs that two people pass on, and a walkway behind a tier. */
export const BOWL_SEAT_WIDTH = 50;
export const BOWL_ROW_DEPTH = 80;
export const BOWL_SEAT_RADIUS = 20;
const STAIRS = 140;
const WALKWAY = 160;

/** Blocks of so few rows are boxes, which stand side by side: deeper ones fill what the rows in front leave. */
const BOX_ROWS_MAX = 3;

/** A side without blocks, and the least that a side of a very small stand is long. */
const SIDE_MIN = 1200;

/** From the first row to the edge of the field. */
const CLEARANCE = 400;

/** Points along each front and back of a block's outline. */
const OUTLINE_STEPS = 8;

export interface BowlRow {
  /** Rows between this one and the first that the block could have: 0 is nearest the pitch. */
  readonly slot: number;
  /** The row's width in places, whether a seat stands on each or not. */
  readonly width: number;
  /** The places with a seat, from 0, in ascending order; a place that is no whole number lies between two. */
  readonly places: readonly number[];
}

export interface BowlBlock {
  readonly rows: readonly BowlRow[];
  /** Upper blocks of one tier stand in one line while they fit; null stands in front. */
  readonly tier: string | null;
}

export interface PlacedBlock {
  /** By row and place as given. */
  readonly rows: readonly (readonly Point[])[];
  /** Round the rows from one slot to another, or round all of them. */
  outline(front?: number, back?: number): Point[];
}

/** What is played on, in centimetres. */
export interface FieldSize {
  readonly length: number;
  readonly width: number;
}

export interface LaidOutBowl {
  /** By side and block as given. */
  readonly sides: readonly (readonly PlacedBlock[])[];
  readonly field: { readonly middle: Point; readonly halfWidth: number; readonly halfHeight: number };
}

/** Lays out four sides, clockwise from the left; the blocks of each go clockwise too. No two seats come near each other. */
export function layOutBowl(sides: readonly (readonly BowlBlock[])[], field: FieldSize): LaidOutBowl {
  const main = sides.map((blocks) => blocks.filter(({ tier }) => tier === null));
  const turns = shareTurns(main.map((blocks) => blocks.map(growthOf)));
  const stretches = main.map((blocks, side) => blocks.map((block, index) => stretchOf(block, turns[side]![index]!)));
  const lengths = sides.map((blocks) =>
    largest(
      blocks.map((block) => widthOf(block) + STAIRS),
      SIDE_MIN,
    ),
  );
  const lines = closeBowl(stretches, lengths);
  return {
    sides: sides.map((blocks, side) => placeSide(blocks, lines[side]!)),
    field: fieldIn(lines, field),
  };
}

function depthOf(slot: number): number {
  return slot * BOWL_ROW_DEPTH;
}

function widthOf({ rows }: BowlBlock): number {
  return (
    largest(
      rows.map(({ width }) => width),
      0,
    ) * BOWL_SEAT_WIDTH
  );
}

/** By how much a block's rows get wider towards the back, as an angle: what a wedge that they fill would turn. */
function growthOf({ rows }: BowlBlock): number {
  const middle = rows.reduce((sum, { slot }) => sum + slot, 0) / rows.length;
  let spread = 0;
  let growth = 0;
  for (const { slot, width } of rows) {
    spread += (slot - middle) ** 2;
    growth += (slot - middle) * width;
  }
  return spread === 0 ? 0 : Math.max(0, ((growth / spread) * BOWL_SEAT_WIDTH) / BOWL_ROW_DEPTH);
}

/** The shortest stretch of this turn on which each row finds room, stairs beside it. */
function stretchOf({ rows }: BowlBlock, turn: number): Stretch {
  const needs = rows.map(({ slot, width }) => width * BOWL_SEAT_WIDTH + STAIRS - turn * depthOf(slot));
  return { length: largest(needs, 0), turn };
}

/** A block on its side: where its middle is, how deep its first possible row. */
interface Standing {
  readonly middle: Anchor;
  readonly depth: number;
}

function placeSide(blocks: readonly BowlBlock[], line: Side): PlacedBlock[] {
  const standing = new Map<BowlBlock, Standing>();
  const main = blocks.filter(({ tier }) => tier === null);
  const taken = main.map((block, index): Taken => {
    standing.set(block, { middle: { stretch: 2 * index + 1, share: 0.5 }, depth: 0 });
    return { from: 2 * index + 1, to: 2 * index + 2, depth: backOf(block) };
  });
  const upper = Map.groupBy(
    blocks.filter(({ tier }) => tier !== null),
    ({ tier }) => tier,
  );
  for (const tier of upper.values()) standBehind(tier, line, taken, standing);
  return blocks.map((block) => placeBlock(block, line, standing.get(block)!));
}

/** A part of a side that is built on, as far back as `depth`. Places along it are a stretch's index and a share of it. */
interface Taken {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Stands blocks in lines in the middle of the side, each as near the front as what is there lets it. */
function standBehind(tier: readonly BowlBlock[], line: Side, taken: Taken[], standing: Map<BowlBlock, Standing>): void {
  // A line is never nearer than this, and further back the same width takes a smaller share of the side.
  const nearest = taken.reduce((least, { depth }) => Math.min(least, depth), Infinity);
  const depth = nearest === Infinity ? 0 : nearest;
  const length = lengthOf(line, depth);
  for (const blocks of inLines(tier, length)) {
    const width = blocks.reduce((sum, block) => sum + widthOf(block) + STAIRS, 0);
    let along = (length - width) / 2;
    const spans = blocks.map((block) => {
      const from = anchorAt(line, along, depth);
      const middle = anchorAt(line, along + (widthOf(block) + STAIRS) / 2, depth);
      along += widthOf(block) + STAIRS;
      const to = anchorAt(line, along, depth);
      const span = { from: from.stretch + from.share, to: to.stretch + to.share };
      const inFront = taken.filter((other) => other.from < span.to && other.to > span.from);
      return {
        block,
        middle,
        ...span,
        front: largest(
          inFront.map((other) => other.depth + WALKWAY),
          0,
        ),
      };
    });
    const isBoxes = blocks.every(({ rows }) => rows.length <= BOX_ROWS_MAX);
    const shared = isBoxes
      ? largest(
          spans.map(({ front }) => front),
          0,
        )
      : 0;
    for (const { block, middle, from, to, front } of spans) {
      const depth = Math.max(front, shared) - depthOf(frontOf(block.rows));
      standing.set(block, { middle, depth });
      taken.push({ from, to, depth: depth + backOf(block) });
    }
  }
}

function inLines(tier: readonly BowlBlock[], length: number): BowlBlock[][] {
  const lines: BowlBlock[][] = [[]];
  let width = 0;
  for (const block of tier) {
    const next = widthOf(block) + STAIRS;
    if (width > 0 && width + next > length) {
      lines.push([]);
      width = 0;
    }
    lines.at(-1)!.push(block);
    width += next;
  }
  return lines;
}

function backOf({ rows }: BowlBlock): number {
  return depthOf(
    largest(
      rows.map(({ slot }) => slot),
      0,
    ) + 1,
  );
}

function placeBlock({ rows }: BowlBlock, line: Side, { middle, depth }: Standing): PlacedBlock {
  const rowAt = (slot: number) => {
    const back = depth + depthOf(slot);
    const center = alongOf(line, middle, back);
    return (offset: number): Point => rounded(pointAt(line, center + offset, back));
  };
  return {
    rows: rows.map(({ slot, width, places }) => {
      const at = rowAt(slot);
      return places.map((place) => at((place - (width - 1) / 2) * BOWL_SEAT_WIDTH));
    }),
    outline: (front = frontOf(rows), back = largest(slotsOf(rows), 0)) => {
      const within = rows.filter(({ slot }) => slot >= front && slot <= back);
      return outlineOf(within, line.stretches[middle.stretch]!.turn, rowAt);
    },
  };
}

/** Its sides go straight back as the stairs beside it do. */
function outlineOf(
  rows: readonly BowlRow[],
  turn: number,
  rowAt: (slot: number) => (offset: number) => Point,
): Point[] {
  const front = frontOf(rows) - 0.5;
  const back = largest(slotsOf(rows), 0) + 0.5;
  const spread = (slot: number): number => (turn / 2) * depthOf(slot - front);
  const halves = rows.map(({ slot, width }) => (width * BOWL_SEAT_WIDTH) / 2 - spread(slot));
  const half = largest(halves, 0) + BOWL_SEAT_RADIUS;
  const edge = (slot: number) => {
    const at = rowAt(slot);
    return Array.from({ length: OUTLINE_STEPS + 1 }, (_, step) =>
      at((half + spread(slot)) * ((2 * step) / OUTLINE_STEPS - 1)),
    );
  };
  return [...edge(front), ...edge(back).toReversed()];
}

function slotsOf(rows: readonly BowlRow[]): number[] {
  return rows.map(({ slot }) => slot);
}

function frontOf(rows: readonly BowlRow[]): number {
  return rows.reduce((least, { slot }) => Math.min(least, slot), Infinity);
}

/** The largest field of this shape, up to its own size, that lies inside the line with room round it. */
function fieldIn(lines: readonly Side[], { length: long, width: short }: FieldSize): LaidOutBowl['field'] {
  const inside = lines.flatMap((side) => {
    const length = lengthOf(side, 0);
    return Array.from({ length: 65 }, (_, step) => pointAt(side, (length * step) / 64, 0));
  });
  const bounds = boundsOf(inside)!;
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  const isUpright = bounds.bottom - bounds.top > bounds.right - bounds.left;
  const size = isUpright ? { x: short / 2, y: long / 2 } : { x: long / 2, y: short / 2 };
  // A rectangle round the middle stays inside while each point of the line lies beyond it one way or the other.
  const scaleWith = (clearance: number): number =>
    inside.reduce((least, { x, y }) => {
      const [right, down] = [Math.abs(x - middle.x) - clearance, Math.abs(y - middle.y) - clearance];
      return Math.min(least, Math.max(right / size.x, down / size.y));
    }, 1);
  const roomy = scaleWith(CLEARANCE);
  const scale = roomy > 0.1 ? roomy : scaleWith(0) / 2;
  return { middle, halfWidth: scale * size.x, halfHeight: scale * size.y };
}

/** Tenths of a millimetre: documents stay readable, and the same on every machine. */
function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
}
