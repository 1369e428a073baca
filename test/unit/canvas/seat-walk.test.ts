import { describe, expect, test } from 'vitest';
import { createSeatIndex } from '../../../src-renderer/canvas/seat-index.ts';
import { createSeatWalk, type Heading } from '../../../src-renderer/canvas/seat-walk.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { createDemoTheatre } from '../../support/demo-theatre.ts';

const HEADINGS: readonly Heading[] = ['LEFT', 'RIGHT', 'UP', 'DOWN'];
const AHEAD: Readonly<Record<Heading, readonly [number, number]>> = {
  LEFT: [-1, 0],
  RIGHT: [1, 0],
  UP: [0, -1],
  DOWN: [0, 1],
};

function walkOf(columns: SeatColumns) {
  return createSeatWalk(columns, { index: createSeatIndex(columns), isShown: () => true });
}

/** Rows as lists of places, in the order of their seats. */
function columnsOf(rows: readonly (readonly (readonly [number, number])[])[]): SeatColumns {
  const seats = rows.flatMap((row, r) => row.map(([x, y]) => ({ x, y, r })));
  const base = createDemoTheatre(seats.length).columns;
  return {
    ...base,
    x: Float32Array.from(seats, ({ x }) => x),
    y: Float32Array.from(seats, ({ y }) => y),
    radius: new Float32Array(seats.length).fill(4),
    row: Uint16Array.from(seats, ({ r }) => r),
  };
}

const { columns } = createDemoTheatre(1_000);
const walk = walkOf(columns);

function find(section: number, row: string, label: string): number {
  for (let i = 0; i < columns.count; i += 1) {
    const inRow = columns.section[i] === section && columns.rows[columns.row[i]!]!.label === row;
    if (inRow && columns.labels[i] === label) return i;
  }
  throw new Error(`no seat ${section} ${row} ${label}`);
}

function nameOf(seat: number): string {
  return `${columns.section[seat]} ${columns.rows[columns.row[seat]!]!.label} ${columns.labels[seat]}`;
}

describe('walking the seats', () => {
  test('left and right go along the row, seat by seat', () => {
    const seat = find(1, 'F', '18');
    expect(nameOf(walk.step(seat, 'RIGHT'))).toBe('1 F 19');
    expect(nameOf(walk.step(seat, 'LEFT'))).toBe('1 F 17');
  });

  test('past the row’s end the walk crosses the aisle into the same row of the next block', () => {
    const end = walk.rowEnd(find(1, 'C', '15'), 'END');
    expect(nameOf(walk.step(end, 'RIGHT'))).toBe(`2 C ${Number(columns.labels[end]) + 1}`);
  });

  test('up and down go to the seat nearest straight ahead in the neighbouring row', () => {
    const seat = find(1, 'F', '18');
    const behind = walk.step(seat, 'DOWN');
    expect(columns.rows[columns.row[behind]!]!.label).toBe('G');
    expect(Math.abs(columns.x[behind]! - columns.x[seat]!)).toBeLessThan(56);
    expect(columns.rows[columns.row[walk.step(seat, 'UP')]!]!.label).toBe('E');
  });

  test('a row numbered from the right is still walked by geometry', () => {
    const row = columnsOf([
      [
        [30, 0],
        [20, 0],
        [10, 0],
        [0, 0],
      ],
    ]);
    expect(walkOf(row).step(1, 'RIGHT')).toBe(0);
    expect(walkOf(row).rowEnd(1, 'START')).toBe(3);
  });

  test('an upright row is walked with up and down', () => {
    const boxes = columnsOf([
      [
        [0, 0],
        [0, 10],
        [0, 20],
      ],
      [
        [30, 0],
        [30, 10],
        [30, 20],
      ],
    ]);
    expect(walkOf(boxes).step(1, 'DOWN')).toBe(2);
    expect(walkOf(boxes).step(1, 'UP')).toBe(0);
    expect(walkOf(boxes).step(1, 'RIGHT')).toBe(4);
    expect(walkOf(boxes).step(4, 'LEFT')).toBe(1);
  });

  test.each(HEADINGS)('a step %s never goes the other way, and stays where nothing is ahead', (heading) => {
    const [dirX, dirY] = AHEAD[heading];
    for (let seat = 0; seat < columns.count; seat += 1) {
      const to = walk.step(seat, heading);
      if (to === seat) continue;
      const ahead = (columns.x[to]! - columns.x[seat]!) * dirX + (columns.y[to]! - columns.y[seat]!) * dirY;
      expect(ahead, `${nameOf(seat)} ${heading} ${nameOf(to)}`).toBeGreaterThan(0);
    }
  });

  test('sections go round and round, each once', () => {
    const visited: number[] = [];
    let seat = find(1, 'F', '18');
    for (let i = 0; i < columns.sections.length; i += 1) {
      seat = walk.section(seat, 1);
      visited.push(columns.section[seat]!);
    }
    expect(visited).toEqual([2, 3, 4, 5, 0, 1]);
    expect(columns.section[walk.section(seat, -1)]).toBe(0);
  });

  test('one lands on the seat nearest to where one looks, from however far', () => {
    const seat = find(3, 'B', '12');
    expect(walk.nearest(columns.x[seat]! + 3, columns.y[seat]! - 3)).toBe(seat);
    expect(walk.nearest(1e6, 1e6)).toBeGreaterThanOrEqual(0);
  });

  test('an empty house, and a house of one, do not move', () => {
    const empty = { ...columns, count: 0, x: new Float32Array(0), y: new Float32Array(0), radius: new Float32Array(0) };
    expect(walkOf(empty).nearest(0, 0)).toBe(-1);
    const one = columnsOf([[[5, 5]]]);
    for (const heading of HEADINGS) expect(walkOf(one).step(0, heading)).toBe(0);
    expect(walkOf(one).section(0, 1)).toBe(0);
  });

  test('seats at one and the same place do not trap the walk', () => {
    const stacked = columnsOf([
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      [[0, 10]],
    ]);
    for (const heading of HEADINGS) expect(walkOf(stacked).step(1, heading)).toBeGreaterThanOrEqual(0);
  });
});
