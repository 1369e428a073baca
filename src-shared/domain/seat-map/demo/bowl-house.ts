/**
 * Arenas and stadiums: tiers all round a field, cut into blocks by stairs, with vomitories, wheelchair places along the
 * front, and in an arena a stage at one end with blocks of chairs before it.
 */
import { text } from '../../../text/text.ts';
import { BOWL_SEAT_WIDTH, layOutBowl, type BowlBlock, type LaidOutBowl } from '../bowl/lay-out-bowl.ts';
import { categoryColor, categoryLetter } from '../category-style.ts';
import type { Category, Point, Shape } from '../document.ts';
import type { HousePlan, PlannedRow, PlannedSeat, PlannedSection } from './house-plan.ts';

interface BowlKind {
  /** In centimetres. */
  readonly field: { readonly length: number; readonly width: number };
  readonly rowsPerTier: number;
  /** Places of a block's first row. */
  readonly blockWidth: number;
  /** Blocks of a whole ring: on each end, on each long side. */
  readonly blocks: readonly [ends: number, sides: number];
  /** A ring has all its blocks from so many seats on. */
  readonly fullAt: number;
}

const STADIUM: BowlKind = {
  field: { length: 10_500, width: 6800 },
  rowsPerTier: 28,
  blockWidth: 28,
  blocks: [5, 8],
  fullAt: 25_000,
};
const ARENA: BowlKind = {
  field: { length: 6000, width: 3000 },
  rowsPerTier: 16,
  blockWidth: 22,
  blocks: [2, 5],
  fullAt: 8000,
};

/** A house of fewer seats has no blocks in its corners. */
const CORNERS_FROM_SEATS = 3000;
/** A corner is two blocks, each a wedge of an eighth of a turn: its rows grow by this many places. */
const CORNER_WIDTH = 8;
const CORNER_GROWTH = ((Math.PI / 4) * 80) / BOWL_SEAT_WIDTH;

/** Nobody passes more knees than this on one side: wider rows of a corner have stairs in them, two places wide. */
const STAIRS_EVERY = 30;

/** The least rows that small houses have, so that they are no single line round a field. */
const ROWS_MIN = 6;
/** Slots without seats between tiers: a walkway, and the wall of the tier above. */
const TIER_GAP = 3;

/** People come out in the middle of every second block; the rows behind look over its wall. */
const VOMITORY = { from: 8, to: 12, places: 4 } as const;

/** Places that a wheelchair place and its companion's take in a row, and where in them the two stand. */
const WHEELCHAIR_PLACES = 3;
const WHEELCHAIR_AT = 0.4;
const COMPANION_AT = 1.8;
/** Wheelchair places at the start of the front row of a block that has some. */
const WHEELCHAIRS_A_BLOCK = 2;

const CATEGORIES = ['floor', 'sidesLower', 'endsLower', 'sidesUpper', 'endsUpper', 'behindStage'] as const;
type CategoryId = (typeof CATEGORIES)[number];
const PRICES_MINOR: Readonly<Record<CategoryId, number>> = {
  floor: 9500,
  sidesLower: 7000,
  endsLower: 5000,
  sidesUpper: 4000,
  endsUpper: 3000,
  behindStage: 2000,
};

/** A stadium with exactly so many seats round a pitch. */
export function planStadium(seats: number): HousePlan {
  const ring = planRing(STADIUM, seats);
  const bowl = layOutBowl(ring, STADIUM.field);
  const { middle, halfWidth, halfHeight } = bowl.field;
  const corner = (x: number, y: number): Point => ({ x: middle.x + x * halfWidth, y: middle.y + y * halfHeight });
  return housePlan(seats, middle, sectionsOf(ring, bowl, STADIUM, false), [
    area('pitch', [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], text('planImport.pitch'), '#d5e6d2'),
  ]);
}

/** An arena with exactly so many seats: a stage at the left end, chairs on the floor before it. */
export function planArena(seats: number): HousePlan {
  const chairs = Math.min(Math.floor(seats / 8), FLOOR_SEATS_MAX);
  const ring = planRing(ARENA, seats - chairs);
  const bowl = layOutBowl(ring, ARENA.field);
  const { middle, halfWidth, halfHeight } = bowl.field;
  const stageFront = middle.x - halfWidth * 0.55;
  const [left, half] = [middle.x - halfWidth, halfHeight * 0.6];
  const stage = [
    { x: left, y: middle.y - half },
    { x: stageFront, y: middle.y - half },
    { x: stageFront, y: middle.y + half },
    { x: left, y: middle.y + half },
  ];
  const floor = floorSections(chairs, { x: stageFront + 200, y: middle.y }, halfHeight);
  return housePlan(
    seats,
    { x: stageFront, y: middle.y },
    [...floor, ...sectionsOf(ring, bowl, ARENA, true)],
    [area('stage', stage, text('planImport.stage'), '#dcdfe4')],
  );
}

function housePlan(seats: number, focalPoint: Point, sections: PlannedSection[], shapes: Shape[]): HousePlan {
  const used = new Set(sections.flatMap(({ rows }) => rows.map((row) => row.seats[0]!.categoryId)));
  return {
    name: text('demo.generatedHouse', { seats }),
    focalPoint,
    categories: CATEGORIES.filter((id) => used.has(id)).map((id, index): Category => ({
      id,
      name: text(`demo.category.${id}`),
      color: categoryColor(index),
      letter: categoryLetter(index),
      defaultPriceMinor: PRICES_MINOR[id],
    })),
    sections,
    shapes,
  };
}

function area(id: string, points: readonly Point[], name: string, color: string): Shape {
  return { id, kind: 'STAGE', points, text: name, color, borderColor: '#9aa1ab', rotation: 0 };
}

/** A block over all tiers: its rows' slots say which tier they are in. */
function planRing(kind: BowlKind, seats: number): BowlBlock[][] {
  const share = Math.min(1, Math.sqrt(seats / kind.fullAt));
  const hasCorners = seats >= CORNERS_FROM_SEATS;
  const straight = kind.blocks.map((blocks) => Math.max(1, Math.round(blocks * share)));
  const columns = [0, 1, 2, 3].flatMap((side) => {
    const corner = hasCorners ? [{ side, isCorner: true }] : [];
    return [...corner, ...Array<Column>(straight[side % 2]!).fill({ side, isCorner: false }), ...corner];
  });
  const inRing = columns.filter(({ isCorner }) => !isCorner).length;
  const blockWidth = Math.max(1, Math.min(kind.blockWidth, Math.floor(seats / (inRing * ROWS_MIN))));
  const rows = columns.map((): BowlBlock['rows'][number][] => []);
  let left = seats;
  for (let row = 0; left > 0; row++) {
    const slot = row + Math.floor(row / kind.rowsPerTier) * TIER_GAP;
    columns.forEach(({ isCorner }, column) => {
      const width = isCorner ? Math.floor(CORNER_WIDTH + CORNER_GROWTH * slot) : blockWidth;
      const places = placesOf(kind, { row, column, isCorner, width }).slice(0, left);
      left -= places.length;
      if (places.length > 0) rows[column]!.push({ slot, width, places });
    });
  }
  const blocks = columns.map((column, index) => ({ ...column, block: { tier: null, rows: rows[index]! } }));
  return [0, 1, 2, 3].map((side) =>
    blocks.filter((each) => each.side === side && each.block.rows.length > 0).map(({ block }) => block),
  );
}

interface Column {
  readonly side: number;
  readonly isCorner: boolean;
}

interface RowInBlock {
  readonly row: number;
  readonly column: number;
  readonly isCorner: boolean;
  readonly width: number;
}

function placesOf({ rowsPerTier }: BowlKind, { row, column, isCorner, width }: RowInBlock): number[] {
  const isOdd = column % 2 === 1;
  const places: number[] = [];
  const wheelchairs = row === 0 && !isCorner && !isOdd && width >= 4 * WHEELCHAIR_PLACES ? WHEELCHAIRS_A_BLOCK : 0;
  for (let each = 0; each < wheelchairs; each++)
    places.push(each * WHEELCHAIR_PLACES + WHEELCHAIR_AT, each * WHEELCHAIR_PLACES + COMPANION_AT);
  const inTier = row % rowsPerTier;
  const isCut = isOdd && !isCorner && width >= 3 * VOMITORY.places && inTier >= VOMITORY.from && inTier < VOMITORY.to;
  const cutFrom = (width - VOMITORY.places) >> 1;
  for (let place = wheelchairs * WHEELCHAIR_PLACES; place < width; place++)
    if (!(isCut && place >= cutFrom && place < cutFrom + VOMITORY.places) && !isStairs(place, width))
      places.push(place);
  return places;
}

function isStairs(place: number, width: number): boolean {
  const runs = Math.ceil(width / STAIRS_EVERY);
  const stairs = Math.round((place * runs) / width);
  return stairs > 0 && stairs < runs && Math.abs(place + 0.5 - (stairs * width) / runs) < 1;
}

/** Sections clockwise from the left end, tier by tier: 101, 102 … 201. */
function sectionsOf(ring: readonly (readonly BowlBlock[])[], bowl: LaidOutBowl, kind: BowlKind, hasStage: boolean) {
  const sections: PlannedSection[] = [];
  const numbers: number[] = [];
  const slotsPerTier = kind.rowsPerTier + TIER_GAP;
  const tierOf = (slot: number): number => Math.floor(slot / slotsPerTier);
  const tiers = 1 + ring.flat().reduce((most, { rows }) => Math.max(most, tierOf(rows.at(-1)!.slot)), 0);
  for (let tier = 0; tier < tiers; tier++) {
    ring.forEach((blocks, side) => {
      blocks.forEach((block, index) => {
        const placed = bowl.sides[side]![index]!;
        const categoryId = categoryOf(side, tier, hasStage);
        const isBehindStage = hasStage && side === 0;
        const rows = block.rows.flatMap((row, rowIndex): PlannedRow[] => {
          if (tierOf(row.slot) !== tier) return [];
          const inTier = row.slot % slotsPerTier;
          const seats = row.places.map((place, seat): PlannedSeat => {
            const isWheelchair = place % 1 !== 0;
            const kindOf = !isWheelchair ? 'STANDARD' : place % WHEELCHAIR_PLACES < 1 ? 'WHEELCHAIR' : 'COMPANION';
            return {
              ...placed.rows[rowIndex]![seat]!,
              categoryId,
              kind: kindOf,
              restrictedView: isBehindStage || isBehindWall(block, rowIndex, inTier, place),
              ...(kindOf === 'COMPANION' && { companionOf: seat - 1 }),
            };
          });
          return [{ label: String(inTier + 1), seats }];
        });
        if (rows.length === 0) return;
        numbers[tier] = (numbers[tier] ?? (tier + 1) * 100) + 1;
        const first = tier * slotsPerTier;
        sections.push({
          name: String(numbers[tier]),
          floor: text('demo.tier', { number: tier + 1 }),
          outline: placed.outline(first, first + kind.rowsPerTier - 1),
          rows,
        });
      });
    });
  }
  return sections;
}

/** The seats right behind a vomitory look over its wall. */
function isBehindWall({ rows }: BowlBlock, row: number, inTier: number, place: number): boolean {
  const before = rows[row - 1];
  return inTier === VOMITORY.to && before !== undefined && place < before.width && !before.places.includes(place);
}

function categoryOf(side: number, tier: number, hasStage: boolean): CategoryId {
  if (hasStage && side === 0) return 'behindStage';
  const isSide = side % 2 === 1;
  if (tier === 0) return isSide ? 'sidesLower' : 'endsLower';
  return isSide ? 'sidesUpper' : 'endsUpper';
}

const FLOOR_SEATS_MAX = 1600;
const FLOOR_ROW_DEPTH = 100;
const FLOOR_SPACING = 55;
const FLOOR_AISLE = 200;
const FLOOR_BLOCK_ROWS = 12;
const FLOOR_BLOCKS_ACROSS = 3;

/** Chairs in blocks before the stage, their rows across the hall: A1 to A3 in front, then B1. */
function floorSections(chairs: number, front: Point, halfHeight: number): PlannedSection[] {
  const sections: PlannedSection[] = [];
  const across = Math.floor(((2 * halfHeight - (FLOOR_BLOCKS_ACROSS - 1) * FLOOR_AISLE) * 0.9) / FLOOR_BLOCKS_ACROSS);
  const width = Math.max(1, Math.floor(across / FLOOR_SPACING));
  const pitch = (width - 1) * FLOOR_SPACING + FLOOR_AISLE;
  let left = chairs;
  for (let line = 0; left > 0; line++) {
    const x = front.x + line * ((FLOOR_BLOCK_ROWS - 1) * FLOOR_ROW_DEPTH + FLOOR_AISLE);
    for (let block = 0; block < FLOOR_BLOCKS_ACROSS && left > 0; block++) {
      const middle = front.y + (block - (FLOOR_BLOCKS_ACROSS - 1) / 2) * pitch;
      const rows: PlannedRow[] = [];
      for (let row = 0; row < FLOOR_BLOCK_ROWS && left > 0; row++) {
        const count = Math.min(width, left);
        left -= count;
        const seats = Array.from({ length: count }, (_, place): PlannedSeat => ({
          x: x + row * FLOOR_ROW_DEPTH,
          y: middle + (place - (width - 1) / 2) * FLOOR_SPACING,
          categoryId: 'floor',
        }));
        rows.push({ label: String(row + 1), seats });
      }
      const name = text('demo.floorBlock', { line: categoryLetter(line), number: block + 1 });
      sections.push({ name, floor: text('demo.floor'), rows });
    }
  }
  return sections;
}
