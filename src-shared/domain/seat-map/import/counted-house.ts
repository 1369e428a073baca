/**
 * Row counts as a seat map: a stadium is laid out round its pitch, any other house before a stage. It is an ordinary
 * document afterwards, to be moved about as people know the house to be.
 */
import { text } from '../../../text/text.ts';
import { BOWL_SEAT_RADIUS, layOutBowl, type BowlBlock, type LaidOutBowl } from '../bowl/lay-out-bowl.ts';
import { categoryColor, categoryLetter } from '../category-style.ts';
import type { Category, Point, Row, Seat, SeatMapDocument, Section, Shape } from '../document.ts';
import { fitPlanSize } from '../plan-size.ts';
import { labelNumber } from '../reading-order.ts';
import { largest } from '../row-geometry.ts';
import { sectionName, type CountedRow, type CountedSection } from './counted-section.ts';
import { layOutDocument } from './lay-out.ts';
import type { RowCounts } from './row-counts.ts';
import { nameSides, standSections, type StandingSection } from './stands.ts';

/** A football pitch, in centimetres. */
const PITCH = { length: 10_500, width: 6800 } as const;

/** Row numbers that leave out more rows than this in front of a section count something else. */
const SLOTS_MAX = 120;

const CATEGORIES = ['sidesFront', 'sidesBack', 'endsFront', 'endsBack', 'vip', 'boxes'] as const;
type CategoryName = (typeof CATEGORIES)[number];

export function houseOfCounts({ sections, hasStands }: RowCounts, name: string): SeatMapDocument {
  return hasStands || nameSides(sections) ? stadiumOf(sections, name) : hallOf(sections, name);
}

function stadiumOf(sections: readonly CountedSection[], name: string): SeatMapDocument {
  const sides = standSections(sections);
  const blocks = sides.map(blocksOf);
  const bowl = layOutBowl(blocks, PITCH);
  const house = createHouse();
  const used = new Set<CategoryName>();
  sides.forEach((standing, side) =>
    standing.forEach(({ section, tier }, index) => {
      const placed = bowl.sides[side]![index]!;
      const sectionId = house.addSection(section, placed.outline());
      const { rows } = blocks[side]![index]!;
      section.rows.forEach((row, rowIndex) => {
        const category = categoryOf(side, tier, rows[rowIndex]!.slot, blocks[side]!);
        used.add(category);
        house.addRow(sectionId, row, placed.rows[rowIndex]!, category);
      });
    }),
  );
  return fitPlanSize({
    name,
    width: 0,
    height: 0,
    focalPoint: bowl.field.middle,
    categories: CATEGORIES.filter((id) => used.has(id)).map((id, index): Category => ({
      id,
      name: text(`planImport.category.${id}`),
      color: categoryColor(index),
      letter: categoryLetter(index),
      defaultPriceMinor: null,
    })),
    ...house.records,
    shapes: pitchShapes(bowl.field),
  });
}

/** Rows where their numbers say they are, when they do: row 16 without rows 1 to 15 stands behind an opening. */
function blocksOf(side: readonly StandingSection[]): BowlBlock[] {
  const front = side
    .filter(({ tier }) => tier === null)
    .flatMap(({ section }) => section.rows.flatMap((row) => labelNumber(row.label) ?? []));
  const first = front.reduce((least, number) => Math.min(least, number), Infinity);
  return side.map(({ section: { rows }, tier }) => {
    const numbers = rows.map((row) => labelNumber(row.label) ?? -1);
    const isCounted =
      new Set(numbers).size === rows.length && numbers.every((number) => number >= first && number < first + SLOTS_MAX);
    const slots = tier === null && isCounted ? numbers.map((number) => number - first) : [...rows.keys()];
    return { tier, rows: placesOf(rows).map((row, index) => ({ ...row, slot: slots[index]! })) };
  });
}

/** Seats stand where their numbers say: "1-4,31-34" leaves room for 26, and "7-38" begins at the seventh place. */
function placesOf(rows: readonly CountedRow[]): { width: number; places: number[] }[] {
  const first = rows.reduce((least, { numbers }) => Math.min(least, numbers[0]!), Infinity);
  let before = 0;
  return rows.map(({ numbers }) => {
    const places = numbers.map((number) => number - first);
    const reach = places.at(-1)! + 1;
    const isWhole = reach === numbers.length;
    // A row with holes is as wide as the one before it, whose places it lacks some of.
    const width = isWhole ? reach : Math.max(reach, before);
    before = width;
    return { width, places };
  });
}

function categoryOf(side: number, tier: string | null, slot: number, blocks: readonly BowlBlock[]): CategoryName {
  if (tier !== null) return /^VIP/i.test(tier) ? 'vip' : 'boxes';
  const depth = largest(
    blocks.filter((block) => block.tier === null).flatMap(({ rows }) => rows.map((row) => row.slot)),
    0,
  );
  const isFront = slot <= depth / 2;
  return side % 2 === 0 ? (isFront ? 'sidesFront' : 'sidesBack') : isFront ? 'endsFront' : 'endsBack';
}

function pitchShapes({ middle, halfWidth, halfHeight }: LaidOutBowl['field']): Shape[] {
  const corner = (x: number, y: number): Point => ({ x: middle.x + x * halfWidth, y: middle.y + y * halfHeight });
  const lines = { color: null, borderColor: '#7d9c7d', rotation: 0 } as const;
  const radius = Math.min(halfWidth, halfHeight) * 0.27;
  const isUpright = halfHeight > halfWidth;
  const halfway = isUpright ? [corner(-1, 0), corner(1, 0)] : [corner(0, -1), corner(0, 1)];
  return [
    {
      id: 'pitch',
      kind: 'STAGE',
      points: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)],
      text: text('planImport.pitch'),
      color: '#d5e6d2',
      borderColor: '#7d9c7d',
      rotation: 0,
    },
    { id: 'halfway', kind: 'POLYGON', points: halfway, ...lines },
    { id: 'circle', kind: 'ELLIPSE', ...middle, radiusX: radius, radiusY: radius, ...lines },
  ];
}

function hallOf(sections: readonly CountedSection[], name: string): SeatMapDocument {
  const house = createHouse();
  for (const section of sections) {
    const sectionId = house.addSection(section, null);
    for (const row of section.rows)
      house.addRow(
        sectionId,
        row,
        row.numbers.map(() => ({ x: 0, y: 0 })),
        null,
      );
  }
  return layOutDocument({
    name,
    width: 0,
    height: 0,
    focalPoint: { x: 0, y: 0 },
    categories: [],
    ...house.records,
    shapes: [],
  });
}

/** Collects records; ids are made from names, and a name that comes again gets a number, since that is told as a fault. */
function createHouse() {
  const records = { sections: [] as Section[], rows: [] as Row[], seats: [] as Seat[] };
  const times = new Map<string, number>();
  const idOf = (wanted: string): string => {
    const id = wanted.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}~${time}`;
  };
  return {
    records,
    addSection({ stand, tier, name }: CountedSection, outline: readonly Point[] | null): string {
      const shown = sectionName(stand, name);
      const id = idOf([shown, tier].filter(Boolean).join('-'));
      records.sections.push({ id, name: shown, floor: tier, entrance: null, outline });
      return id;
    },
    addRow(
      sectionId: string,
      { label, numbers }: CountedRow,
      points: readonly Point[],
      categoryId: string | null,
    ): void {
      const rowId = idOf(`${sectionId}-${label}`);
      records.rows.push({ id: rowId, sectionId, label, labelPosition: 'BOTH' });
      numbers.forEach((number, index) => {
        records.seats.push({
          id: `${rowId}-${number}`,
          rowId,
          label: String(number),
          ...points[index]!,
          radius: BOWL_SEAT_RADIUS,
          categoryId,
          kind: 'STANDARD',
          restrictedView: false,
          companionOf: null,
        });
      });
    },
  };
}
