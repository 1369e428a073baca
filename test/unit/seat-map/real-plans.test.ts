import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import type { SeatMapDocument } from '../../../src-shared/domain/seat-map/document.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import type { PlanImport } from '../../../src-shared/domain/seat-map/import/read-plan.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const isThere = existsSync(DATA);
if (!isThere) console.warn('Skipped: the real plans in ../shared/data are not on this machine.');

function readFile(path: string): PlanImport {
  const result = readPlan(readFileSync(DATA + path, 'utf8'), { fileName: path });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function repair(plan: PlanImport): SeatMapDocument {
  const result = repairPlan(plan, 'all');
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const countsOf = (plan: PlanImport) => Object.fromEntries(plan.faults.map(({ kind, count }) => [kind, count]));

function expectNamed(document: SeatMapDocument, seats: number): void {
  const { columns, names } = namesOf(document);
  expect(columns.count).toBe(seats);
  expect(new Set(columns.ids).size).toBe(seats);
  expect(new Set(names).size).toBe(seats);
  expect(checkDocument(document)).toEqual([]);
}

function namesOf(document: SeatMapDocument) {
  const columns = compileColumns(document);
  const names = columns.labels.map((label, ordinal) => {
    const row = columns.rows[columns.row[ordinal] ?? 0];
    return [columns.sections[row?.section ?? 0]?.name, row?.label, label].join('/');
  });
  return { columns, names };
}

describe.skipIf(!isThere)('a theatre published with its ids repeated (pretix-theatre)', () => {
  test('is told of 84 repeated ids and of numbers that say their row', () => {
    expect(countsOf(readFile('pretix-theatre/plan.en.json'))).toEqual({ REPEATED_SEAT_ID: 84, PREFIXED_LABEL: 1057 });
  });

  test('becomes 1,057 seats that can be named and told apart', () => {
    const plan = readFile('pretix-theatre/plan.en.json');
    expectNamed(repair(plan), 1057);
    const { names } = namesOf(repair(plan));
    expect([names[0], names.at(-1)]).toEqual(['Ground floor/1/1', 'Balcony/19/33']);
  });

  test('keeps its four aisles', () => {
    const { columns } = namesOf(repair(readFile('pretix-theatre/plan.en.json')));
    const firstRow = [...columns.flags].slice(0, 26).map((flags) => (flags & 2) !== 0);
    expect(firstRow.flatMap((onAisle, seat) => (onAisle ? [seat + 1] : []))).toEqual([1, 3, 4, 13, 14, 23, 24, 26]);
  });
});

describe.skipIf(!isThere)('a stadium with one row letter for several blocks (seatmap-canvas-stadium)', () => {
  test('is told of 420 repeated ids, 420 repeated names and a floor drawn on top of another', () => {
    expect(countsOf(readFile('seatmap-canvas-stadium/stadium.json'))).toEqual({
      REPEATED_SEAT_ID: 420,
      REPEATED_LABEL: 420,
      REPEATED_ROW: 60,
      OVERLAP: 162,
    });
  });

  test('becomes 738 seats in the blocks one sees', () => {
    const document = repair(readFile('seatmap-canvas-stadium/stadium.json'));
    expectNamed(document, 738);
    const { columns } = namesOf(document);
    const sizes = columns.sections.map((_, section) => columns.section.filter((of) => of === section).length);
    expect(columns.sections.map(({ name, floor }, section) => [name, floor, sizes[section]])).toEqual([
      ...[78, 42, 42, 42, 42, 42, 78, 42, 42, 42, 42, 42].map((size, index) => [
        `Ground floor Block ${index + 1}`,
        'Ground floor',
        size,
      ]),
      ...[42, 78, 42].map((size, index) => [`First Floor Block ${index + 1}`, 'First Floor', size]),
    ]);
  });
});

describe.skipIf(!isThere)('a ballpark as a list without places (field-seating-baseball)', () => {
  test('is laid out with all its 12,851 seats', () => {
    const plan = readFile('field-seating-baseball/rakuten-taoyuan.csv');
    expect(countsOf(plan)).toEqual({ NO_CATEGORY: 12_851 });
    expectNamed(repair(plan), 12_851);
    expect(repair(plan).sections).toHaveLength(52);
  });
});

describe.skipIf(!isThere)('a stadium as row counts (metalist-stadium)', () => {
  const source = isThere ? readFileSync(`${DATA}metalist-stadium/metalist.js`, 'utf8') : '';

  /** Sector after sector as the file has them, each row as it is written there. */
  const written = [...source.matchAll(/rows: \[([\s\S]*?)\]/g)].map(([, rows]) =>
    [...rows!.matchAll(/seats: '([^']*)'/g)].map(([, seats]) => seats!),
  );

  test('is laid out with each of its 1,453 rows: 39,264 seats in rows that are counted, 352 in rows that are numbered', () => {
    const plan = readFile('metalist-stadium/metalist.js');
    const counted = written.flat().filter((seats) => /^\d+$/.test(seats));
    expect([counted.length, counted.reduce((sum, seats) => sum + Number(seats), 0)]).toEqual([1434, 39_264]);
    const { seats, rows, sections } = plan.document;
    expect([sections.length, rows.length, seats.length]).toEqual([58, 1453, 39_264 + 352]);
    const seatsByRow = Map.groupBy(seats, ({ rowId }) => rowId);
    const sizes = sections.map(({ id }) =>
      rows.filter(({ sectionId }) => sectionId === id).map((row) => seatsByRow.get(row.id)!.length),
    );
    const wanted = written.map((ofSector) => ofSector.map(seatsWritten));
    expect(sizes.map(String).toSorted()).toEqual(wanted.map(String).toSorted());
  });

  test('has no two seats on each other, and its only faults are the numbers its rows leave out', () => {
    const plan = readFile('metalist-stadium/metalist.js');
    expect(countsOf(plan)).toEqual({ NUMBER_GAP: 21 });
    expect(new Set(namesOf(plan.document).names).size).toBe(plan.document.seats.length);
  });
});

/** "18" is 18, "1-10,12-16" is 15. */
function seatsWritten(notation: string): number {
  if (/^\d+$/.test(notation)) return Number(notation);
  return notation.split(',').reduce((sum, run) => {
    const [from = 0, to = from] = run.split('-').map(Number);
    return sum + to - from + 1;
  }, 0);
}
