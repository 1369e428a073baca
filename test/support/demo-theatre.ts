/** A made-up theatre of any size, with an evening's mix of states: what the seat layer's tests draw and touch. */
import {
  FLAG_AISLE,
  FLAG_RESTRICTED_VIEW,
  SEAT_KINDS,
  SEAT_STATUSES,
  type SeatColumns,
  type SeatStates,
  type SeatStatus,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
} from '../../src-shared/domain/seat-map/columns.ts';
import { SeatIds } from '../../src-shared/domain/seat-map/seat-ids.ts';
import type { Point, SeatKind, Shape } from '../../src-shared/domain/seat-map/document.ts';

export interface DemoTheatre {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
}

export const DEMO_LEVELS = [
  { name: 'Premium', color: '#a3328a', letter: 'P' },
  { name: 'Standard', color: '#1f66d6', letter: 'S' },
  { name: 'Circle', color: '#0b7f79', letter: 'C' },
  { name: 'Restricted', color: '#b45309', letter: 'R' },
] as const;

export const DEMO_HOLDS = [
  { name: 'House seats', color: '#7c4dbd', letter: 'H' },
  { name: 'Press', color: '#be185d', letter: 'P' },
] as const;

const SEAT_PITCH = 56;
const ROW_PITCH = 92;
const RADIUS = 23;
/** The arcs' centre lies behind the stage; the first row is this far from it. */
const FIRST_ARC = 1300;
const HALF_ANGLE = 0.6;
const AISLE_ANGLE = 0.21;
const FOOT_AISLE = 250;

interface DraftSeat {
  readonly x: number;
  readonly y: number;
  readonly section: number;
  readonly row: number;
  readonly label: string;
  readonly kind: SeatKind;
  readonly category: number;
  readonly flags: number;
}

/** Curved stalls in three blocks, a circle behind, two boxes of upright rows at the sides; exactly `count` seats. */
export function createDemoTheatre(count: number): DemoTheatre {
  const seats: DraftSeat[] = [];
  const rows: { id: string; label: string; section: number; labelPosition: 'START' | 'END' | 'BOTH' | 'NONE' }[] = [];
  const addRow = (section: number, label: string, labelPosition: 'START' | 'END' | 'BOTH' | 'NONE') => {
    rows.push({ id: `row-${rows.length}`, label, section, labelPosition });
    return rows.length - 1;
  };
  const boxSeats = count >= 300 ? 16 : 0;
  const stallsRows = rowsFor((count - boxSeats) * 0.64, FIRST_ARC);
  const circleArc = FIRST_ARC + stallsRows * ROW_PITCH + FOOT_AISLE;
  const blocks = [
    [-HALF_ANGLE, -AISLE_ANGLE],
    [-AISLE_ANGLE, AISLE_ANGLE],
    [AISLE_ANGLE, HALF_ANGLE],
  ] as const;
  const wanted = count - boxSeats;
  blocks.forEach((block, section) => {
    for (let i = 0; i < stallsRows && seats.length < wanted; i += 1) {
      const arc = FIRST_ARC + i * ROW_PITCH;
      const row = addRow(section, rowLetter(i), section === 0 ? 'START' : section === 2 ? 'END' : 'NONE');
      const category = i < Math.ceil(stallsRows * 0.3) ? 0 : 1;
      seats.push(
        ...arcSeats(arc, block, section, row, category, i === stallsRows - 1, seatsLeftOf(arc, blocks, section)),
      );
    }
  });
  for (let i = 0; seats.length < wanted; i += 1) {
    const row = addRow(3, rowLetter(i), 'BOTH');
    const arc = circleArc + i * ROW_PITCH;
    seats.push(...arcSeats(arc, [-HALF_ANGLE, HALF_ANGLE], 3, row, 2, false, 0));
  }
  seats.length = wanted;
  for (let box = 0; box < boxSeats / 4; box += 1) {
    const side = box % 2 === 0 ? -1 : 1;
    const row = addRow(4 + (box % 2), String(Math.floor(box / 2) + 1), 'START');
    for (let i = 0; i < 4; i += 1) {
      const x = side * (980 + Math.floor(box / 2) * 70);
      seats.push({
        x,
        y: 240 + i * SEAT_PITCH - FIRST_ARC + 900,
        section: 4 + (box % 2),
        row,
        label: String(i + 1),
        kind: 'STANDARD',
        category: 3,
        flags: FLAG_RESTRICTED_VIEW,
      });
    }
  }
  const names = ['Stalls left', 'Stalls', 'Stalls right', 'Circle', 'Box 1', 'Box 2'].slice(0, boxSeats > 0 ? 6 : 4);
  return { columns: seatsToColumns(seats, rows, names), shapes: [demoStage()] };
}

/** An evening half sold: the same for the same seed. */
export function createDemoStates(columns: SeatColumns, seed = 7): SeatStates {
  const { count } = columns;
  const random = createRandom(seed);
  const status = new Uint8Array(count);
  const bits = new Uint8Array(count).fill(STATE_OWNED | STATE_PRICED);
  const hold = new Uint16Array(count);
  const set = (name: SeatStatus, from: number, to: number) => status.fill(SEAT_STATUSES.indexOf(name), from, to);
  for (let i = 0; i < count;) {
    const party = 1 + Math.floor(random() * 5);
    const draw = random();
    if (draw < 0.42) set('SOLD', i, i + party);
    else if (draw < 0.45) set('RESERVED', i, i + party);
    else if (draw < 0.47) set('BLOCKED', i, i + Math.min(2, party));
    else if (draw < 0.5) {
      set('HELD', i, i + party);
      hold.fill(draw < 0.485 ? 1 : 2, i, i + party);
    }
    i += party;
  }
  const from = Math.floor(count * 0.78);
  for (let i = from; i < Math.min(count, from + Math.ceil(count * 0.03)); i += 1) bits[i]! |= STATE_PINNED_ELSEWHERE;
  for (let i = Math.floor(count * 0.9); i < count * 0.95; i += 1) bits[i]! &= ~STATE_OWNED;
  for (let i = Math.floor(count * 0.5); i < count * 0.5 + 4; i += 1) bits[i]! &= ~STATE_PRICED;
  return { sequence: 1, status, level: columns.category.slice(), bits, hold };
}

/** Every seat ours, priced and free. */
export function createFreeStates(columns: SeatColumns): SeatStates {
  return {
    sequence: 1,
    status: new Uint8Array(columns.count),
    level: columns.category.slice(),
    bits: new Uint8Array(columns.count).fill(STATE_OWNED | STATE_PRICED),
    hold: new Uint16Array(columns.count),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function rowsFor(seats: number, firstArc: number): number {
  let rows = 0;
  for (let placed = 0; placed < seats; rows += 1)
    placed += (2 * HALF_ANGLE * (firstArc + rows * ROW_PITCH)) / SEAT_PITCH;
  return rows;
}

function seatsInArc(arc: number, [from, to]: readonly [number, number]): number {
  return Math.floor(((to - from) * arc) / SEAT_PITCH - 0.9);
}

function seatsLeftOf(arc: number, blocks: readonly (readonly [number, number])[], section: number): number {
  return blocks.slice(0, section).reduce((sum, block) => sum + seatsInArc(arc, block), 0);
}

function arcSeats(
  arc: number,
  block: readonly [number, number],
  section: number,
  row: number,
  category: number,
  isLastRow: boolean,
  numberedBefore: number,
): DraftSeat[] {
  const count = seatsInArc(arc, block);
  const middle = (block[0] + block[1]) / 2;
  return Array.from({ length: count }, (_, i) => {
    const angle = middle + ((i - (count - 1) / 2) * SEAT_PITCH) / arc;
    const atEnd = i === 0 || i === count - 1;
    const isAccessible = isLastRow && (section === 0 ? i > count - 5 : section === 2 && i < 4);
    return {
      x: Math.sin(angle) * arc,
      y: Math.cos(angle) * arc - FIRST_ARC,
      section,
      row,
      label: String(numberedBefore + i + 1),
      kind: isAccessible ? (i % 2 === 0 ? 'WHEELCHAIR' : 'COMPANION') : 'STANDARD',
      category,
      flags: (atEnd ? FLAG_AISLE : 0) | (section === 3 && (i < 3 || i > count - 4) ? FLAG_RESTRICTED_VIEW : 0),
    };
  });
}

function seatsToColumns(
  seats: readonly DraftSeat[],
  rows: SeatColumns['rows'],
  sectionNames: readonly string[],
): SeatColumns {
  return {
    count: seats.length,
    x: Float32Array.from(seats, ({ x }) => x),
    y: Float32Array.from(seats, ({ y }) => y),
    radius: new Float32Array(seats.length).fill(RADIUS),
    section: Uint16Array.from(seats, ({ section }) => section),
    row: Uint16Array.from(seats, ({ row }) => row),
    category: Uint8Array.from(seats, ({ category }) => category),
    kind: Uint8Array.from(seats, ({ kind }) => SEAT_KINDS.indexOf(kind)),
    flags: Uint8Array.from(seats, ({ flags }) => flags),
    quality: Uint16Array.from(seats, ({ x, y }) => Math.max(0, 65535 - Math.hypot(x, y + 200) * 8)),
    ids: SeatIds.of(seats.map((_, i) => `seat-${i}`)),
    labels: seats.map(({ label }) => label),
    sections: sectionNames.map((name, i) => ({ id: `section-${i}`, name, entrance: null, floor: null })),
    rows,
    categories: DEMO_LEVELS.map((level, i) => ({ id: `category-${i}`, ...level })),
  };
}

function demoStage(): Shape {
  const front: Point[] = [];
  for (let angle = -0.44; angle <= 0.45; angle += 0.11) {
    front.push({ x: Math.sin(angle) * (FIRST_ARC - 190), y: Math.cos(angle) * (FIRST_ARC - 190) - FIRST_ARC });
  }
  const points = [{ x: -560, y: -520 }, ...front, { x: 560, y: -520 }];
  return { id: 'stage', kind: 'STAGE', points, text: 'STAGE', color: null, borderColor: null, rotation: 0 };
}

function rowLetter(index: number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const letter = letters[index % letters.length]!;
  return letter.repeat(Math.floor(index / letters.length) + 1);
}
