/** By arrows alone, from every seat to every other of its floor, in whatever house; and never off the floor. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floorsOf, seatsOffFloor } from '../../../src-renderer/canvas/map-floors.ts';
import { createSeatIndex } from '../../../src-renderer/canvas/seat-index.ts';
import { createSeatWalk, type Heading } from '../../../src-renderer/canvas/seat-walk.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import type { Table } from '../../../src-shared/domain/seat-map/document.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import { createCabaretHouse } from '../../support/cabaret-house.ts';
import { createDemoTheatre } from '../../support/demo-theatre.ts';
import { smallHouse } from '../../support/random-house.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const HEADINGS: readonly Heading[] = ['LEFT', 'RIGHT', 'UP', 'DOWN'];

/** Where each step leads, of the seats shown. */
function stepsOf(columns: SeatColumns, floor: string | null): ReadonlyMap<number, readonly number[]> {
  const hidden = seatsOffFloor(columns, floor);
  const isShown = (seat: number) => hidden === null || hidden[seat] === 0;
  const walk = createSeatWalk(columns, { index: createSeatIndex(columns), isShown });
  const shown = Array.from({ length: columns.count }, (_, seat) => seat).filter(isShown);
  return new Map(shown.map((seat) => [seat, HEADINGS.map((heading) => walk.step(seat, heading))]));
}

function reachedFrom(start: number, next: ReadonlyMap<number, readonly number[]>): Set<number> {
  const reached = new Set([start]);
  const queue = [start];
  for (let seat = queue.pop(); seat !== undefined; seat = queue.pop()) {
    for (const to of next.get(seat) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      queue.push(to);
    }
  }
  return reached;
}

/** The seats that cannot be reached from the first, or from which the first cannot be: none means all reach all. */
function strandedSeats(steps: ReadonlyMap<number, readonly number[]>): number[] {
  const [first] = steps.keys();
  if (first === undefined) return [];
  const back = new Map<number, number[]>();
  for (const [from, tos] of steps) {
    for (const to of tos) {
      const before = back.get(to);
      if (before === undefined) back.set(to, [from]);
      else before.push(from);
    }
  }
  const [there, home] = [reachedFrom(first, steps), reachedFrom(first, back)];
  return [...steps.keys()].filter((seat) => !there.has(seat) || !home.has(seat));
}

const name =
  ({ rows, row, sections, section, labels }: SeatColumns) =>
  (seat: number) =>
    `${sections[section[seat]!]!.name} ${rows[row[seat]!]!.label} ${labels[seat]}`;

describe('the arrows alone reach every seat from every seat', () => {
  test.each([40, 300, 1000, 2500])('of a theatre of %s', (count) => {
    const { columns } = createDemoTheatre(count);
    expect(strandedSeats(stepsOf(columns, null)).map(name(columns))).toEqual([]);
  });

  test('of the cabaret, and of each of its floors, which no step leaves', () => {
    const columns = compileColumns(createCabaretHouse());
    for (const floor of [null, ...floorsOf(columns, [])]) {
      const steps = stepsOf(columns, floor);
      expect(strandedSeats(steps).map(name(columns))).toEqual([]);
      for (const tos of steps.values()) for (const to of tos) expect(steps.has(to)).toBe(true);
    }
  });

  const isThere = existsSync(DATA);
  if (!isThere) console.warn('Skipped: the real plans in ../shared/data are not on this machine.');
  test
    .skipIf(!isThere)
    .each([
      'pretix-theatre/plan.en.json',
      'seatmap-canvas-stadium/stadium.json',
      'field-seating-baseball/rakuten-taoyuan.csv',
    ])('of the real house in %s', (path) => {
    const plan = readPlan(readFileSync(DATA + path, 'utf8'), { fileName: path });
    if (!plan.ok) throw new Error(plan.error.message);
    const repaired = repairPlan(plan.value, 'all');
    if (!repaired.ok) throw new Error(repaired.error.message);
    const columns = compileColumns(repaired.value);
    expect(strandedSeats(stepsOf(columns, null)).map(name(columns))).toEqual([]);
  });

  const line = fc
    .array(fc.constantFrom('.', '.', '.', '.', ' '), { minLength: 1, maxLength: 14 })
    .map((marks) => `${marks.join('')}.`);
  const section = fc.array(line, { minLength: 1, maxLength: 6 });

  test('of any house of rows, wherever its aisles are', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), (sections) => {
        const plan = Object.fromEntries(sections.map((rows, i) => ['ABC'[i]!, rows]));
        const { columns } = smallHouse(plan);
        expect(strandedSeats(stepsOf(columns, null)).map(name(columns))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('of any hall of tables', () => {
    const hall = fc.record({
      chairs: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 12 }),
      turned: fc.integer({ min: 0, max: 359 }),
      columns: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(hall, ({ chairs, turned, columns: across }) => {
        const columns = tableHall(chairs, turned, across);
        expect(strandedSeats(stepsOf(columns, null)).map(name(columns))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Round tables in lines, each with its number of chairs, the first of them `turned` degrees from the top. */
function tableHall(chairs: readonly number[], turned: number, across: number): SeatColumns {
  const tables = chairs.map((_, i): Table => ({
    kind: 'ROUND',
    x: (i % across) * 300,
    y: Math.floor(i / across) * 300,
    width: 110,
    height: 110,
    rotation: 0,
    isSoldWhole: false,
  }));
  const house = smallHouse({ Hall: ['.'] }).document;
  const seat = house.seats[0]!;
  return compileColumns({
    ...house,
    rows: tables.map((table, i) => ({ ...house.rows[0]!, id: `t${i}`, label: String(i + 1), table })),
    seats: tables.flatMap((table, i) =>
      Array.from({ length: chairs[i]! }, (_, chair) => {
        const angle = ((turned + (chair / chairs[i]!) * 360) * Math.PI) / 180;
        return {
          ...seat,
          id: `t${i}-${chair}`,
          rowId: `t${i}`,
          label: String(chair + 1),
          x: table.x + 80 * Math.sin(angle),
          y: table.y - 80 * Math.cos(angle),
        };
      }),
    ),
  });
}
