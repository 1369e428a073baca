import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import type { SeatMapDocument } from '../../../src-shared/domain/seat-map/document.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';

const rowsOf = (...seats: readonly unknown[]) => seats.map((each, index) => ({ name: String(index + 1), seats: each }));
const sector = (name: string, ...seats: readonly unknown[]) => ({ name, rows: rowsOf(...seats) });

/** Four stands of two sectors, the north one with boxes. */
const STADIUM = {
  tribune_west: { name: 'west', sector_1: sector('1', '10', '12', '14'), sector_2: sector('2', '10', '12', '14') },
  tribune_north: {
    name: 'north',
    sector_3: sector('3', '8', '9', '10'),
    sector_4: sector('4', '8', '9', '10'),
    sector_VIP_A: sector('VIP_A', '6', '6', '6', '6'),
    sector_SB_1: sector('SB_1', '5'),
  },
  tribune_east: { name: 'east', sector_5: sector('5', '10', '12', '14'), sector_6: sector('6', '1-4,9-12', '12') },
  tribune_south: { name: 'south', sector_7: sector('7', '8', '9'), sector_8: sector('8', '8', '9') },
};

const module = (house: unknown) => `'use strict';\n\nexport const Stadium = ${JSON.stringify(house, null, 2)};\n`;
const read = (source: string, fileName = 'stadium.js') => readPlan(source, { fileName });

function documentOf(source: string, fileName?: string): SeatMapDocument {
  const plan = read(source, fileName);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value.document;
}

/** Seats by section and row. */
function countsOf(document: SeatMapDocument): Record<string, number[]> {
  const seats = Map.groupBy(document.seats, ({ rowId }) => rowId);
  return Object.fromEntries(
    document.sections.map(({ id, name }) => [
      name,
      document.rows.filter(({ sectionId }) => sectionId === id).map((row) => seats.get(row.id)?.length ?? 0),
    ]),
  );
}

function middleOf(document: SeatMapDocument, name: string) {
  const sectionId = document.sections.find((section) => section.name === name)!.id;
  const rows = new Set(document.rows.filter((row) => row.sectionId === sectionId).map(({ id }) => id));
  const seats = document.seats.filter(({ rowId }) => rows.has(rowId));
  const mean = (of: 'x' | 'y') => seats.reduce((sum, seat) => sum + seat[of], 0) / seats.length;
  return { x: mean('x') - document.focalPoint.x, y: mean('y') - document.focalPoint.y };
}

/** The smallest distance between any two seats. */
function nearest(document: SeatMapDocument): number {
  const sorted = document.seats.toSorted((a, b) => a.x - b.x);
  let least = Infinity;
  sorted.forEach((seat, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.x - seat.x < least; next++)
      least = Math.min(least, Math.hypot(sorted[next]!.x - seat.x, sorted[next]!.y - seat.y));
  });
  return least;
}

describe('a stadium as row counts', () => {
  test('has every row with its seats, sections called by their stand and number', () => {
    expect(countsOf(documentOf(module(STADIUM)))).toEqual({
      'West 1': [10, 12, 14],
      'West 2': [10, 12, 14],
      'North 3': [8, 9, 10],
      'North 4': [8, 9, 10],
      'North VIP A': [6, 6, 6, 6],
      'North SB 1': [5],
      'East 5': [10, 12, 14],
      'East 6': [8, 12],
      'South 7': [8, 9],
      'South 8': [8, 9],
    });
  });

  test('has its stands where their names say, round a pitch in the middle of what one looks at', () => {
    const document = documentOf(module(STADIUM));
    expect(middleOf(document, 'West 1').x).toBeLessThan(-500);
    expect(middleOf(document, 'East 5').x).toBeGreaterThan(500);
    expect(middleOf(document, 'North 3').y).toBeLessThan(-500);
    expect(middleOf(document, 'South 7').y).toBeGreaterThan(500);
    const pitch = document.shapes.find((shape) => shape.kind === 'STAGE')!;
    const inside = pitch.points.map(({ x, y }) => [
      Math.sign(x - document.focalPoint.x),
      Math.sign(y - document.focalPoint.y),
    ]);
    expect(inside).toEqual([
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ]);
  });

  test('goes round clockwise in the order of its numbers, and boxes stand behind the front', () => {
    const document = documentOf(module(STADIUM));
    expect(middleOf(document, 'West 1').y).toBeGreaterThan(middleOf(document, 'West 2').y);
    expect(middleOf(document, 'North 3').x).toBeLessThan(middleOf(document, 'North 4').x);
    expect(middleOf(document, 'East 5').y).toBeLessThan(middleOf(document, 'East 6').y);
    expect(middleOf(document, 'South 7').x).toBeGreaterThan(middleOf(document, 'South 8').x);
    const depths = ['North 3', 'North VIP A', 'North SB 1'].map((name) => -middleOf(document, name).y);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
  });

  test('numbered the other way round is laid out the other way round', () => {
    const { tribune_west: west, tribune_north: north, tribune_east: east, tribune_south: south } = STADIUM;
    const turned = {
      tribune_west: west,
      tribune_south: { ...north, name: 'south' },
      tribune_east: east,
      tribune_north: { ...south, name: 'north' },
    };
    const document = documentOf(module(turned));
    expect(middleOf(document, 'West 1').y).toBeLessThan(middleOf(document, 'West 2').y);
    expect(middleOf(document, 'South 3').x).toBeLessThan(middleOf(document, 'South 4').x);
  });

  test('leaves the places free that a row’s numbers leave out', () => {
    const document = documentOf(module(STADIUM));
    const rowId = document.rows.find(({ id }) => id.startsWith('east-6-'))!.id;
    const seats = document.seats.filter((seat) => seat.rowId === rowId);
    expect(seats.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '9', '10', '11', '12']);
    const step = (from: number) => Math.hypot(seats[from]!.x - seats[from + 1]!.x, seats[from]!.y - seats[from + 1]!.y);
    expect(step(3) / step(0)).toBeCloseTo(5, 1);
  });

  test('can be sold as it is: nothing but what the file itself leaves out is a fault', () => {
    const plan = read(module(STADIUM));
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.faults.map(({ kind, count }) => [kind, count])).toEqual([['NUMBER_GAP', 4]]);
    expect(repairPlan(plan.value, []).ok).toBe(true);
  });

  test('is the same as JSON, as JSON5, with module.exports, and inside one more object', () => {
    const wanted = { ...documentOf(module(STADIUM)), name: '' };
    const named = (source: string, fileName: string) => ({ ...documentOf(source, fileName), name: '' });
    const json = JSON.stringify(STADIUM);
    expect(named(json, 'stadium.json')).toEqual(wanted);
    expect(named(json.replaceAll(/"(\w+)":/g, '$1:'), 'stadium.json5')).toEqual(wanted);
    expect(named(`// a stadium\nmodule.exports = ${json}`, 'stadium.cjs')).toEqual(wanted);
    expect(named(`const S = ${json};\nexport default S;\n`, 'stadium.mjs')).toEqual(wanted);
    expect(named(JSON.stringify({ stadium: STADIUM }), 'stadium.json')).toEqual(wanted);
  });

  test('of stands that name no side goes round in the file’s order', () => {
    const stands = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`tribune_${name}`, { sector_1: sector('1', 9, 9) }]),
    );
    const document = documentOf(JSON.stringify(stands), 'stadium.json');
    expect(middleOf(document, 'A 1').x).toBeLessThan(0);
    expect(middleOf(document, 'B 1').y).toBeLessThan(0);
    expect(middleOf(document, 'C 1').x).toBeGreaterThan(0);
    expect(middleOf(document, 'D 1').y).toBeGreaterThan(0);
  });

  test('has tiers behind each other, which are its floors', () => {
    const tier = (name: string, at: number) => ({
      name,
      s1: sector(`${at}`, 12, 12, 12),
      s2: sector(`${at + 1}`, 12, 12, 12),
    });
    const stand = (name: string, at: number) => ({ name, tier_1: tier('Lower', at), tier_2: tier('Upper', at + 100) });
    const house = { stand_w: stand('West', 1), stand_e: stand('East', 3) };
    const document = documentOf(JSON.stringify(house), 'stadium.json');
    expect(new Set(document.sections.map(({ floor }) => floor))).toEqual(new Set(['Lower', 'Upper']));
    expect(middleOf(document, 'West 101').x).toBeLessThan(middleOf(document, 'West 1').x - 200);
    expect(checkDocument(document)).toEqual([]);
  });
});

const anyRows = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
const anyStadium = fc.array(
  fc.record({
    stand: fc.constantFrom('west', 'north', 'east', 'south', 'Kop', 'Away end'),
    sectors: fc.array(fc.record({ prefix: fc.constantFrom('', '', 'VIP_', 'SB_'), rows: anyRows }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  { minLength: 1, maxLength: 5 },
);

test('whatever the counts are, each row is exact, no two seats touch, and the map can be sold', () => {
  fc.assert(
    fc.property(anyStadium, (stands) => {
      let number = 0;
      const wanted: number[] = [];
      const house = Object.fromEntries(
        stands.map(({ stand, sectors }, index) => [
          `tribune_${index}`,
          {
            name: `${stand} ${index}`,
            ...Object.fromEntries(
              sectors.map(({ prefix, rows }) => {
                wanted.push(...rows);
                return [`sector_${++number}`, sector(`${prefix}${number}`, ...rows)];
              }),
            ),
          },
        ]),
      );
      const document = documentOf(JSON.stringify(house), 'stadium.json');
      expect(Object.values(countsOf(document)).flat().toSorted()).toEqual(wanted.toSorted());
      expect(nearest(document)).toBeGreaterThan(2 * document.seats[0]!.radius);
      expect(checkDocument(document)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('row counts that cannot be read', () => {
  const refusal = (house: unknown) => {
    const plan = read(JSON.stringify(house), 'stadium.json');
    if (plan.ok) throw new Error('it was read');
    return plan.error;
  };

  test('are told all at once, each with its place', () => {
    const bad = {
      tribune_west: { sector_1: sector('1', '-5', 'abc', '1000000000', 12.5, null, '9-3', '1-5,3-8', '14') },
    };
    const { code, data } = refusal(bad);
    const { count, fields } = data as { count: number; fields: { place: string; problem: string }[] };
    expect(code).toBe('PLAN_BAD_FIELDS');
    expect(count).toBe(7);
    expect(fields.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7].map((row) => `West 1, row ${row}`));
    expect(fields[1]!.problem).toContain('“abc”');
    expect(fields[2]!.problem).toContain('1000');
  });

  test('of more seats than a map can hold are refused with both numbers before any is laid out', () => {
    const rows = rowsOf(...Array.from({ length: 301 }, () => 1000));
    expect(
      refusal({ tribune_west: { sector_1: { rows } }, tribune_east: { sector_2: { rows: rowsOf(1) } } }),
    ).toMatchObject({
      code: 'PLAN_TOO_MANY_SEATS',
      data: { count: 301_001, limit: 300_000 },
    });
  });

  test('with no seats at all are refused', () => {
    expect(refusal({ tribune_west: { sector_1: sector('1', '0', 0) } })).toMatchObject({ code: 'PLAN_NO_SEATS' });
  });

  test('in a module that is not data are refused with line and column, and nothing is run', () => {
    for (const source of [
      'export const S = { rows: [{ name: "1", seats: process.exit(1) }] };',
      'export const S = (() => ({ rows: [] }))();',
      'module.exports = require("fs")',
      'export const S = {',
    ])
      expect(read(source)).toMatchObject({ ok: false, error: { code: 'PLAN_NOT_DATA', data: { line: 1 } } });
  });

  test('in which a sector is written twice are refused: reading would lose one of them', () => {
    const source =
      "export const S = {\n  tribune_west: {\n    sector_1: { rows: [{ name: '1', seats: '4' }] },\n    sector_1: { rows: [] },\n  },\n};";
    expect(read(source)).toMatchObject({ ok: false, error: { code: 'PLAN_NOT_DATA', data: { line: 4, column: 5 } } });
  });
});

describe('row counts with faults', () => {
  test('of rows and sectors without seats leave them out and say where', () => {
    const house = {
      tribune_west: { sector_1: sector('1', 4, 0, 5), sector_2: { name: '2', rows: [] }, sector_3: { name: '3' } },
      tribune_east: { sector_4: sector('4', 4) },
    };
    const plan = read(JSON.stringify(house), 'stadium.json');
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.document.seats).toHaveLength(13);
    const fault = plan.value.faults.find(({ kind }) => kind === 'EMPTY')!;
    expect([fault.severity, fault.count]).toEqual(['WARNING', 3]);
    expect(fault.places.map(({ section, row }) => [section, row])).toEqual([
      ['West 1', '2'],
      ['West 2', ''],
      ['West 3', ''],
    ]);
  });

  test('of sectors and rows named twice are repaired like those of any plan', () => {
    const twice = { name: '1', rows: [...rowsOf(4, 5), { name: '2', seats: 6 }] };
    const house = { tribune_west: { a: twice, b: sector('1', 7) }, tribune_east: { c: sector('2', 4) } };
    const plan = read(JSON.stringify(house), 'stadium.json');
    if (!plan.ok) throw new Error(plan.error.message);
    const kinds = plan.value.faults.map(({ kind, repair }) => [kind, repair?.id]);
    expect(kinds).toContainEqual(['REPEATED_SECTION', 'separate-names']);
    expect(kinds).toContainEqual(['REPEATED_ROW', 'separate-names']);
    const repaired = repairPlan(plan.value, 'all');
    if (!repaired.ok) throw new Error(repaired.error.message);
    expect(repaired.value.seats).toHaveLength(4 + 5 + 6 + 7 + 4);
  });
});

describe('row counts in CSV', () => {
  const csv = (...lines: string[]) => read(['section,row,count', ...lines].join('\n'), 'house.csv');

  test('are a hall before a stage when no names say that there are sides', () => {
    const plan = csv('Stalls,A,10', 'Stalls,B,12', 'Circle,A,8');
    if (!plan.ok) throw new Error(plan.error.message);
    expect(countsOf(plan.value.document)).toEqual({ Stalls: [10, 12], Circle: [8] });
    expect(plan.value.faults.map(({ kind }) => kind)).toEqual(['NO_CATEGORY']);
  });

  test('are a stadium when sections name sides, or a column names stands', () => {
    for (const source of [
      'section;row;seats\nWest 1;1;10\nEast 2;1;10\nNorth 3;1;10',
      'Stand;Sector;Row;Number of seats\nwest;1;1;10\neast;2;1;10\nnorth;3;1;10',
    ]) {
      const document = documentOf(source, 'stadium.csv');
      expect(countsOf(document)).toEqual({ 'West 1': [10], 'East 2': [10], 'North 3': [10] });
      expect(middleOf(document, 'West 1').x).toBeLessThan(0);
    }
  });

  test('with bad counts are told by line, all at once', () => {
    expect(csv('Stalls,A,ten', 'Stalls,B,-1', 'Stalls,C,5', 'Stalls,D,1001')).toMatchObject({
      ok: false,
      error: { code: 'PLAN_BAD_LINES', data: { count: 3, lines: [{ line: 2 }, { line: 3 }, { line: 5 }] } },
    });
  });

  test('leave out rows of no seats and say so', () => {
    const plan = csv('Stalls,A,10', 'Stalls,B,0');
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.faults.find(({ kind }) => kind === 'EMPTY')).toMatchObject({ count: 1, places: [{ row: 'B' }] });
  });

  test('are not taken for a seat list, nor a seat list for them', () => {
    expect(documentOf('section,row,seat,count\nStalls,A,1,2', 'list.csv').seats).toHaveLength(1);
  });
});
