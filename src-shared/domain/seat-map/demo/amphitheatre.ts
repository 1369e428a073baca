/**
 * A theatre of any size: an amphitheatre round half a stage, in tiers of sections with aisles, stairs cut into them and
 * a control desk. Linear in the seats.
 */
import { text } from '../../../text/text.ts';
import { categoryColor, categoryLetter } from '../category-style.ts';
import type { Category, Point, SeatKind, Shape } from '../document.ts';
import { alongRow, onArc, ROW_DEPTH, SEAT_WIDTH, WHEELCHAIR_WIDTH } from './house-plan.ts';
import type { HousePlan, PlannedRow, PlannedSeat, PlannedSection } from './house-plan.ts';

const PRICES_MINOR = { inner: 9000, middle: 6500, outer: 4500, upper: 3000 } as const;

const CENTER: Point = { x: 0, y: 0 };
const INNER_RADIUS = 700;
const ROWS_PER_TIER = 14;
const TIER_GAP = 220;
const AISLE = 120;
/** Rows round the stage to this angle either side of straight ahead: a little less than half a circle. */
const HALF_ANGLE = 1.45;
/** A section is about this wide in its first row, so that nobody passes more than a dozen knees. */
const SECTION_WIDTH = 1_000;
/** Stairs come up in the middle of every third section of the upper tiers and take these seats of its first rows. */
const STAIRS_SEATS = 4;
const STAIRS_ROWS = 3;
/** The control desk stands in the middle of the last rows of the first tier. */
const DESK_SEATS = 10;
const DESK_ROWS = 2;
/** Wheelchair places, each with its companion's, at the outer ends of the first row; a room of fewer seats has none. */
const WHEELCHAIRS_FROM_SEATS = 100;
const WHEELCHAIRS_A_SIDE = 2;
/** So far out in the outermost sections the stage is seen from its side. */
const SIDE_VIEW_SEATS = 3;

/** A theatre with exactly so many seats (at least 1). */
export function planAmphitheatre(seats: number): HousePlan {
  const sections: PlannedSection[] = [];
  let left = seats;
  let tier = 0;
  let radius = INNER_RADIUS;
  while (left > 0) {
    const tierSections = tierOf(tier, radius, left, seats >= WHEELCHAIRS_FROM_SEATS);
    for (const section of tierSections) left -= section.rows.reduce((sum, row) => sum + row.seats.length, 0);
    sections.push(...tierSections);
    radius += ROWS_PER_TIER * ROW_DEPTH + TIER_GAP;
    tier++;
  }
  return {
    name: text('demo.generatedHouse', { seats }),
    // In front of the stage, not in the middle of the arcs, or a row's ends would be as good as its middle.
    focalPoint: { x: 0, y: 240 },
    categories: Object.entries(PRICES_MINOR).map(([id, defaultPriceMinor], index): Category => ({
      id,
      name: text(`demo.category.${id as keyof typeof PRICES_MINOR}`),
      color: categoryColor(index),
      letter: categoryLetter(index),
      defaultPriceMinor,
    })),
    sections,
    shapes: [stage()],
  };
}

/**
 * A tier's sections from left to right, so that a clerk finds B04 between B03 and B05. Filled row by row, so that the
 * last tier is shallower and not narrower.
 */
function tierOf(tier: number, radius: number, seatsMax: number, isAccessible: boolean): PlannedSection[] {
  const count = Math.max(3, Math.round((2 * HALF_ANGLE * radius) / SECTION_WIDTH));
  const rowsBySection = Array.from({ length: count }, (): PlannedRow[] => []);
  let left = seatsMax;
  for (let row = 0; row < ROWS_PER_TIER; row++) {
    rowsBySection.forEach((rows, index) => {
      const seats = rowSeats({ tier, row, section: index, count, tierRadius: radius, isAccessible }).slice(0, left);
      left -= seats.length;
      if (seats.length > 0) rows.push({ label: String(row + 1), seats });
    });
  }
  const floor = text('demo.tier', { number: tier + 1 });
  return rowsBySection.flatMap((rows, index) =>
    rows.length === 0 ? [] : [{ name: `${categoryLetter(tier)}${String(index + 1).padStart(2, '0')}`, floor, rows }],
  );
}

interface RowPlace {
  readonly tier: number;
  readonly row: number;
  readonly section: number;
  /** Sections of the tier. */
  readonly count: number;
  readonly tierRadius: number;
  readonly isAccessible: boolean;
}

function rowSeats({ tier, row, section, count, tierRadius, isAccessible }: RowPlace): PlannedSeat[] {
  const wedge = (2 * HALF_ANGLE) / count;
  const middle = -HALF_ANGLE + wedge * (section + 0.5);
  const radius = tierRadius + row * ROW_DEPTH;
  const isLeft = section === 0;
  const isOutermost = isLeft || section === count - 1;
  const wheelchairs = isAccessible && tier === 0 && row === 0 && isOutermost ? WHEELCHAIRS_A_SIDE : 0;
  const room = wedge * radius - AISLE - wheelchairs * (WHEELCHAIR_WIDTH - SEAT_WIDTH);
  const places = Math.floor(room / SEAT_WIDTH);
  const hasStairs = tier > 0 && section % 3 === 1 && row < STAIRS_ROWS;
  const hasDesk = tier === 0 && section === count >> 1 && row >= ROWS_PER_TIER - DESK_ROWS;
  const cut = hasStairs ? STAIRS_SEATS : hasDesk ? DESK_SEATS : 0;
  /** From the row's outer end, where the section is an outermost one. */
  const fromOutside = (place: number): number => (isLeft ? place : places - 1 - place);
  const kindOf = (place: number): SeatKind =>
    fromOutside(place) >= 2 * wheelchairs ? 'STANDARD' : fromOutside(place) % 2 === 0 ? 'WHEELCHAIR' : 'COMPANION';
  const widths = Array.from({ length: places }, (_, place) =>
    kindOf(place) === 'WHEELCHAIR' ? WHEELCHAIR_WIDTH : SEAT_WIDTH,
  );
  const seats: PlannedSeat[] = [];
  alongRow(widths).forEach((offset, place) => {
    if (isCut(place, places, cut)) return;
    const kind = kindOf(place);
    seats.push({
      ...onArc(CENTER, radius, middle + offset / radius),
      categoryId: categoryOf(tier, row),
      kind,
      restrictedView: isOutermost && tier === 0 && row > 0 && fromOutside(place) < SIDE_VIEW_SEATS,
      ...(kind === 'COMPANION' && { companionOf: isLeft ? place - 1 : place + 1 }),
    });
  });
  return seats;
}

function isCut(place: number, places: number, cut: number): boolean {
  const first = (places - cut) >> 1;
  return place >= first && place < first + cut;
}

function categoryOf(tier: number, row: number): string {
  if (tier === 0) return row < 6 ? 'inner' : 'middle';
  return tier === 1 ? 'outer' : 'upper';
}

function stage(): Shape {
  return {
    id: 'stage',
    kind: 'STAGE',
    points: [
      { x: -520, y: -260 },
      { x: 520, y: -260 },
      { x: 520, y: 60 },
      { x: 300, y: 260 },
      { x: -300, y: 260 },
      { x: -520, y: 60 },
    ],
    text: text('planImport.stage'),
    color: '#dcdfe4',
    borderColor: '#9aa1ab',
    rotation: 0,
  };
}
