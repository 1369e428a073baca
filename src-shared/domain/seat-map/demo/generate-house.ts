/**
 * Houses of any size for benchmarks and trials: an amphitheatre round half a stage, in tiers of sections with aisles,
 * stairs cut into them and a control desk. Linear in the seats.
 */
import { text } from '../../../text/text.ts';
import { categoryLetter } from '../category-style.ts';
import type { Category, Point, SeatMapDocument, Shape } from '../document.ts';
import { onArc, planToDocument, ROW_DEPTH, SEAT_WIDTH } from './house-plan.ts';
import type { PlannedRow, PlannedSeat, PlannedSection } from './house-plan.ts';

const CATEGORIES: readonly Category[] = [
  { id: 'inner', name: 'Inner', color: '#8e4585', letter: 'A', defaultPriceMinor: 9000 },
  { id: 'middle', name: 'Middle', color: '#1f6fb2', letter: 'B', defaultPriceMinor: 6500 },
  { id: 'outer', name: 'Outer', color: '#1d8068', letter: 'C', defaultPriceMinor: 4500 },
  { id: 'upper', name: 'Upper', color: '#b45a14', letter: 'D', defaultPriceMinor: 3000 },
];

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

/** A house with exactly so many seats (at least 1). The same house every time for the same number. */
export function generateHouse({ seats }: { readonly seats: number }): SeatMapDocument {
  const sections: PlannedSection[] = [];
  let left = seats;
  let tier = 0;
  let radius = INNER_RADIUS;
  while (left > 0) {
    const tierSections = tierOf(tier, radius, left);
    for (const section of tierSections) left -= section.rows.reduce((sum, row) => sum + row.seats.length, 0);
    sections.push(...tierSections);
    radius += ROWS_PER_TIER * ROW_DEPTH + TIER_GAP;
    tier++;
  }
  return planToDocument({
    name: text('demo.generatedHouse', { seats }),
    // In front of the stage, not in the middle of the arcs, or a row's ends would be as good as its middle.
    focalPoint: { x: 0, y: 240 },
    categories: CATEGORIES,
    sections,
    shapes: [stage()],
  });
}

/**
 * A tier's sections from left to right, so that a clerk finds B04 between B03 and B05. Filled row by row, so that the
 * last tier is shallower and not narrower.
 */
function tierOf(tier: number, radius: number, seatsMax: number): PlannedSection[] {
  const count = Math.max(3, Math.round((2 * HALF_ANGLE * radius) / SECTION_WIDTH));
  const rowsBySection = Array.from({ length: count }, (): PlannedRow[] => []);
  let left = seatsMax;
  for (let row = 0; row < ROWS_PER_TIER; row++) {
    rowsBySection.forEach((rows, index) => {
      const seats = rowSeats(tier, row, index, count, radius).slice(0, left);
      left -= seats.length;
      if (seats.length > 0) rows.push({ label: String(row + 1), seats });
    });
  }
  const floor = text('demo.tier', { number: tier + 1 });
  return rowsBySection.flatMap((rows, index) =>
    rows.length === 0 ? [] : [{ name: `${categoryLetter(tier)}${String(index + 1).padStart(2, '0')}`, floor, rows }],
  );
}

function rowSeats(tier: number, row: number, section: number, count: number, tierRadius: number): PlannedSeat[] {
  const wedge = (2 * HALF_ANGLE) / count;
  const middle = -HALF_ANGLE + wedge * (section + 0.5);
  const radius = tierRadius + row * ROW_DEPTH;
  const places = Math.floor((wedge * radius - AISLE) / SEAT_WIDTH);
  const hasStairs = tier > 0 && section % 3 === 1 && row < STAIRS_ROWS;
  const hasDesk = tier === 0 && section === count >> 1 && row >= ROWS_PER_TIER - DESK_ROWS;
  const cut = hasStairs ? STAIRS_SEATS : hasDesk ? DESK_SEATS : 0;
  const seats: PlannedSeat[] = [];
  for (let place = 0; place < places; place++) {
    if (isCut(place, places, cut)) continue;
    const offset = (place - (places - 1) / 2) * SEAT_WIDTH;
    seats.push({ ...onArc(CENTER, radius, middle + offset / radius), categoryId: categoryOf(tier, row) });
  }
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
