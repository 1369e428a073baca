/**
 * Theatre Royal, 642 seats: a Victorian house with curved stalls either side of a centre aisle, a circle in three
 * blocks above their back, and two boxes by the stage. Every kind of seat a box office meets is in it.
 */
import { text } from '../../../text/text.ts';
import type { Category, Point, SeatMapDocument, Shape } from '../document.ts';
import {
  alongRow,
  arcPoints,
  onArc,
  planToDocument,
  roundPoint,
  ROW_DEPTH,
  SEAT_WIDTH,
  WHEELCHAIR_WIDTH,
} from './house-plan.ts';
import type { PlannedRow, PlannedSeat, PlannedSection } from './house-plan.ts';

const CATEGORIES: readonly Category[] = [
  { id: 'premium', name: 'Premium', color: '#8e4585', letter: 'P', defaultPriceMinor: 6800 },
  { id: 'band-a', name: 'Band A', color: '#1f6fb2', letter: 'A', defaultPriceMinor: 5200 },
  { id: 'band-b', name: 'Band B', color: '#1d8068', letter: 'B', defaultPriceMinor: 3800 },
  { id: 'band-c', name: 'Band C', color: '#b45a14', letter: 'C', defaultPriceMinor: 2400 },
];

/** Rows are arcs round a point behind the stage; the stage's edge is at y = 0. */
const CENTER: Point = { x: 0, y: -900 };
const STALLS_RADIUS = 1180;
const CIRCLE_RADIUS = 2730;
const CENTRE_AISLE = 110;
const CIRCLE_AISLE = 100;

/** Rows skip I and O, which are read as 1 and 0. */
const STALLS_ROWS = [22, 24, 24, 26, 26, 28, 28, 30, 30, 32, 32, 32, 34] as const;
const STALLS_LETTERS = 'ABCDEFGHJKLMN';
/** Seats of each side block; the middle block is as wide in every row, so that its aisles are straight. */
const CIRCLE_SIDES = [10, 11, 12, 12, 13, 11] as const;
const CIRCLE_MIDDLE = 16;

/** The house as a map. The same map every time. */
export function theatreRoyal(): SeatMapDocument {
  return planToDocument({
    name: 'Theatre Royal',
    focalPoint: { x: 0, y: -60 },
    categories: CATEGORIES,
    sections: [stalls(), circle(), box('Box A', -1), box('Box B', 1)],
    shapes: shapes(),
  });
}

function stalls(): PlannedSection {
  const rows = STALLS_ROWS.map((count, index): PlannedRow => {
    const offsets = alongRow(
      Array.from({ length: count }, () => SEAT_WIDTH),
      new Map([[count / 2 - 1, CENTRE_AISLE]]),
    );
    const radius = STALLS_RADIUS + index * ROW_DEPTH;
    const seats = offsets.map((offset, place): PlannedSeat => {
      // Two pillars carry the circle; the seats right behind them see half the stage.
      const restrictedView = index === 10 && (place === 5 || place === count - 6);
      return {
        ...onArc(CENTER, radius, offset / radius),
        categoryId: restrictedView ? 'band-c' : stallsCategory(index, Math.abs(offset)),
        restrictedView,
      };
    });
    return { label: STALLS_LETTERS.charAt(index), seats };
  });
  return { name: 'Stalls', floor: 'Ground floor', entrance: 'Door 1', rows: [...rows, wheelchairRow()] };
}

/** The last row of the stalls is level with the foyer: three wheelchair places with a companion each at both ends. */
function wheelchairRow(): PlannedRow {
  const half = Array.from({ length: 8 }, () => 'STANDARD' as const);
  const ends = Array.from({ length: 3 }, () => ['WHEELCHAIR', 'COMPANION'] as const).flat();
  const kinds = [...ends, ...half, ...half, ...ends.toReversed()];
  const offsets = alongRow(
    kinds.map((kind) => (kind === 'WHEELCHAIR' ? WHEELCHAIR_WIDTH : SEAT_WIDTH)),
    new Map([[kinds.length / 2 - 1, CENTRE_AISLE]]),
  );
  const radius = STALLS_RADIUS + STALLS_ROWS.length * ROW_DEPTH;
  const seats = kinds.map((kind, place): PlannedSeat => {
    const at = { ...onArc(CENTER, radius, (offsets[place] ?? 0) / radius), categoryId: 'band-b', kind };
    if (kind !== 'COMPANION') return at;
    return { ...at, companionOf: place < kinds.length / 2 ? place - 1 : place + 1 };
  });
  return { label: 'P', seats };
}

function stallsCategory(row: number, fromMiddle: number): string {
  if (row <= 2) return fromMiddle < 420 ? 'band-a' : 'band-b';
  if (row <= 8) return fromMiddle < 520 ? 'premium' : 'band-a';
  return row <= 10 ? 'band-a' : 'band-b';
}

function circle(): PlannedSection {
  const rows = CIRCLE_SIDES.map((side, index): PlannedRow => {
    const count = CIRCLE_MIDDLE + 2 * side;
    const offsets = alongRow(
      Array.from({ length: count }, () => SEAT_WIDTH),
      new Map([
        [side - 1, CIRCLE_AISLE],
        [count - side - 1, CIRCLE_AISLE],
      ]),
    );
    const radius = CIRCLE_RADIUS + index * ROW_DEPTH;
    const seats = offsets.map((offset, place): PlannedSeat => {
      // At the ends of the front rows the rail and the box front hide a corner of the stage.
      const restrictedView = index < 2 && (place < 2 || place >= count - 2);
      return {
        ...onArc(CENTER, radius, offset / radius),
        categoryId: restrictedView ? 'band-c' : circleCategory(index, Math.abs(offset)),
        restrictedView,
      };
    });
    return { label: 'ABCDEF'.charAt(index), seats };
  });
  return { name: 'Circle', floor: 'First floor', entrance: 'Door 2', rows };
}

function circleCategory(row: number, fromMiddle: number): string {
  if (row === 0) return fromMiddle < 420 ? 'premium' : 'band-a';
  if (row <= 2) return fromMiddle < 420 ? 'band-a' : 'band-b';
  return row === 3 ? 'band-b' : 'band-c';
}

/** Six chairs in two rows, turned to the stage. `side` is -1 on the left as one faces the stage, 1 on the right. */
function box(name: string, side: -1 | 1): PlannedSection {
  const rows = [0, 1].map((row): PlannedRow => {
    const seats = [0, 1, 2].map((place): PlannedSeat => {
      const along = place * 64;
      const back = row * 74;
      return {
        x: side * (830 + back + along * 0.22),
        y: 40 + along * 0.98 - back * 0.22,
        categoryId: place === 0 ? 'band-c' : 'band-b',
        restrictedView: place === 0,
      };
    });
    return { label: String(row + 1), seats, firstNumber: 1 + row * 3, labelPosition: 'NONE' };
  });
  return { name, floor: 'First floor', entrance: side < 0 ? 'Door 3' : 'Door 4', rows };
}

function shapes(): Shape[] {
  const look = { color: '#f4f1ec', borderColor: '#d3ccc0', rotation: 0 } as const;
  const back = CIRCLE_RADIUS + CIRCLE_SIDES.length * ROW_DEPTH + 20;
  const rail = CIRCLE_RADIUS - 78;
  const left = [
    { x: -620, y: -70 },
    { x: -1010, y: -70 },
    { x: -1060, y: 330 },
    { x: -1130, y: 1120 },
  ];
  const walls = [...left, ...arcPoints(CENTER, back, -0.43, 0.43), ...mirrored(left)];
  const boxFront = (side: -1 | 1): Point[] =>
    [
      { x: 772, y: -20 },
      { x: 820, y: 222 },
      { x: 968, y: 196 },
      { x: 968, y: -20 },
    ].map(({ x, y }) => ({ x: side * x, y }));
  const boxLook = { color: '#e9e2d6', borderColor: '#cfc5b4', rotation: 0 } as const;
  return [
    { id: 'walls', kind: 'POLYGON', points: walls.map(roundPoint), ...look },
    { id: 'box-a-front', kind: 'POLYGON', points: boxFront(-1), ...boxLook },
    { id: 'box-b-front', kind: 'POLYGON', points: boxFront(1), ...boxLook },
    {
      id: 'circle-floor',
      kind: 'POLYGON',
      points: [...arcPoints(CENTER, rail, -0.425, 0.425), ...arcPoints(CENTER, back - 30, 0.425, -0.425)],
      color: '#ebe5da',
      borderColor: '#bfb4a2',
      rotation: 0,
    },
    {
      id: 'stage',
      kind: 'STAGE',
      points: stagePoints(),
      text: text('planImport.stage'),
      color: '#dcdfe4',
      borderColor: '#9aa1ab',
      rotation: 0,
    },
  ];
}

/** A proscenium stage with a shallow apron. */
function stagePoints(): Point[] {
  const apron = Array.from({ length: 13 }, (_, step) => {
    const across = step / 6 - 1;
    return roundPoint({ x: -across * 600, y: 90 - 90 * across * across });
  });
  return [{ x: -600, y: -70 }, { x: -460, y: -430 }, { x: 460, y: -430 }, { x: 600, y: -70 }, ...apron];
}

function mirrored(points: readonly Point[]): Point[] {
  return points.map(({ x, y }) => ({ x: -x, y })).reverse();
}
