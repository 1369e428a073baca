/** What stands on a map beside its seats: moved with it, framed with it, checked with it, repaired with it. */
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import type { Area, SeatMapDocument, Shape, Table } from '../../../src-shared/domain/seat-map/document.ts';
import { decideEdit } from '../../../src-shared/domain/seat-map/edit.ts';
import { areaPoints, fitPlanSize, movePlan, tableCorners } from '../../../src-shared/domain/seat-map/plan-size.ts';
import { BALCONY_FLOOR, createCabaretHouse, MAIN_FLOOR } from '../../support/cabaret-house.ts';
import { faultOf, houseOf, line, repaired } from '../../support/faulty-house.ts';

const ellipse = { kind: 'ELLIPSE', x: 0, y: 0, radiusX: 50, radiusY: 50 } as const;
const area = (more: Partial<Area>): Area => ({
  id: 'g1',
  name: 'Floor',
  floor: null,
  capacity: 400,
  categoryId: 'c1',
  outline: ellipse,
  ...more,
});
const table = (more: Partial<Table>): Table => ({
  kind: 'ROUND',
  x: 0,
  y: 0,
  width: 60,
  height: 60,
  rotation: 0,
  isSoldWhole: false,
  ...more,
});
const picture = (more: Partial<Extract<Shape, { kind: 'IMAGE' }>>): Shape => ({
  id: 'p1',
  kind: 'IMAGE',
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  rotation: 0,
  color: null,
  borderColor: null,
  opacity: 1,
  source: 'data:image/png;base64,AAAA',
  ...more,
});
const withObjects = (areas: readonly Area[], shapes: readonly Shape[] = []) =>
  houseOf([['Stalls', 'A', line(100, 100, ['1', '2', '3'])]], { areas, shapes });
const withTable = (own: Table): SeatMapDocument => {
  const house = withObjects([]);
  return { ...house, rows: house.rows.map((row) => ({ ...row, table: own })) };
};

test('the cabaret is a map to be proud of', () => {
  expect(checkDocument(createCabaretHouse())).toEqual([]);
});

describe('moved and framed', () => {
  test('everything drawn moves by the same way, and back to where it was', () => {
    const house = createCabaretHouse();
    const moved = movePlan(house, 30, -20);
    expect(moved.areas!.map(areaPoints)).toEqual(
      house.areas!.map((each) => areaPoints(each).map(({ x, y }) => ({ x: x + 30, y: y - 20 }))),
    );
    expect(moved.rows.map((row) => row.table && [row.table.x, row.table.y])).toEqual(
      house.rows.map((row) => row.table && [row.table.x + 30, row.table.y - 20]),
    );
    expect(movePlan(moved, -30, 20)).toEqual(house);
  });

  test('a map from before there were areas still has none', () => {
    expect(movePlan(houseOf([['Stalls', 'A', line(0, 0, ['1'])]]), 5, 5)).not.toHaveProperty('areas');
  });

  test('the frame holds areas and turned tables as well as seats', () => {
    const far = area({ outline: { ...ellipse, x: -900, y: 3000 } });
    const framed = fitPlanSize(withObjects([far]));
    const [topLeft, bottomRight] = areaPoints(framed.areas![0]!);
    expect(topLeft!.x).toBeGreaterThan(0);
    expect(bottomRight!.y).toBeLessThan(framed.height);

    const long = fitPlanSize(withTable(table({ x: 100, y: 100, width: 1000, height: 40, rotation: 90 })));
    expect(Math.min(...tableCorners(long.rows[0]!.table!).map(({ y }) => y))).toBeGreaterThan(0);
    expect(long.height).toBeGreaterThan(1000);
    expect(long.width).toBeLessThan(300);
  });

  test('a floor drawn over another moves clear with its tables and areas', () => {
    const stalls = line(100, 100, ['1', '2', '3', '4']);
    const house = houseOf(
      [
        ['Stalls', 'A', stalls],
        ['Balcony', 'A', stalls],
      ],
      { areas: [area({ id: 'g1', floor: 'Up' }), area({ id: 'g2', name: 'Pit', floor: null })] },
    );
    const over: SeatMapDocument = {
      ...house,
      sections: house.sections.map((section, i) => ({ ...section, floor: i === 1 ? 'Up' : null })),
      rows: house.rows.map((row, i) => (i === 1 ? { ...row, table: table({ x: 140, y: 100 }) } : row)),
    };
    const apart = repaired(over);
    const [firstBefore, firstAfter] = [over.seats[4]!, apart.seats[4]!];
    const shift = { x: firstAfter.x - apart.seats[0]!.x, y: firstAfter.y - apart.seats[0]!.y };
    expect(Math.hypot(shift.x, shift.y)).toBeGreaterThan(20);
    expect(apart.rows[1]!.table!.x - firstAfter.x).toBe(140 - firstBefore.x);
    expect(apart.rows[1]!.table!.y - firstAfter.y).toBe(100 - firstBefore.y);
    const [up, pit] = apart.areas!.map((each) => each.outline as typeof ellipse);
    expect({ x: up!.x - pit!.x, y: up!.y - pit!.y }).toEqual(shift);
  });
});

describe('checked', () => {
  test.each([
    ['a part of a person', area({ capacity: 1.5 }), 'its capacity is not a whole number from 0 to 1000000'],
    ['fewer than none', area({ capacity: -1 }), 'its capacity is not a whole number from 0 to 1000000'],
    [
      'a line',
      area({
        outline: {
          kind: 'POLYGON',
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 0 },
            { x: 4, y: 0 },
          ],
        },
      }),
      'its outline encloses nothing',
    ],
    [
      'two corners',
      area({
        outline: {
          kind: 'POLYGON',
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 9 },
          ],
        },
      }),
      'its outline encloses nothing',
    ],
    ['a flat ellipse', area({ outline: { ...ellipse, radiusY: 0 } }), 'its outline encloses nothing'],
    ['an ellipse inside out', area({ outline: { ...ellipse, radiusX: -5 } }), 'its outline encloses nothing'],
    ['a place that is no number', area({ outline: { ...ellipse, x: NaN } }), 'its outline encloses nothing'],
  ])('an area with %s', (_, bad, detail) => {
    expect(faultOf(withObjects([bad]), 'BAD_AREA')).toMatchObject({
      severity: 'ERROR',
      count: 1,
      places: [{ section: 'Floor', detail }],
      repair: null,
    });
  });

  test('an area closed for now, holding nobody, is fine', () => {
    expect(checkDocument(withObjects([area({ capacity: 0 })]))).toEqual([]);
  });

  test.each([table({ width: 0 }), table({ height: -3 }), table({ x: NaN }), table({ rotation: Infinity })])(
    'a table that could not be drawn: %j',
    (bad) => {
      expect(faultOf(withTable(bad), 'BAD_TABLE')).toMatchObject({
        severity: 'ERROR',
        count: 1,
        places: [{ row: 'A' }],
      });
      expect(checkDocument(withTable(table({})))).toEqual([]);
    },
  );

  test.each([
    'https://example.com/a.png',
    'data:image/svg+xml;base64,AAAA',
    'data:text/html;base64,AAAA',
    'data:image/png,raw',
    'javascript:alert(1)',
    '',
  ])('a picture from %j', (source) => {
    expect(faultOf(withObjects([], [picture({ source })]), 'BAD_PICTURE')).toMatchObject({
      severity: 'ERROR',
      count: 1,
    });
  });

  test('a picture kept in the map', () => {
    expect(checkDocument(withObjects([], [picture({})]))).toEqual([]);
  });
});

describe('repaired', () => {
  test('an area’s odd name, its namesakes and its lost category are told and put right', () => {
    const house = withObjects([
      area({ id: 'g1', name: ' \0', floor: ' Up ' }),
      area({ id: 'g2', name: 'Stalls' }),
      area({ id: 'g3', name: 'Pit', categoryId: null }),
      area({ id: 'g4', name: 'Yard', categoryId: 'unlisted:Gold' }),
    ]);
    expect(checkDocument(house).map(({ kind, count }) => [kind, count])).toEqual([
      ['ODD_NAME', 2],
      ['UNKNOWN_CATEGORY', 1],
      ['REPEATED_SECTION', 1],
      ['NO_CATEGORY', 1],
    ]);
    const whole = repaired(house);
    expect(checkDocument(whole)).toEqual([]);
    expect(whole.areas).toMatchObject([
      { name: 'Area 1', floor: 'Up' },
      { name: 'Stalls 2' },
      { categoryId: expect.any(String) },
      { categoryId: expect.any(String) },
    ]);
    expect(whole.categories.map(({ name }) => name)).toContain('Gold');
  });

  test('two tables of one label stay two tables', () => {
    const house = houseOf([
      ['Hall', '1', line(0, 0, ['1', '2'])],
      ['Hall', '1', line(0, 900, ['3', '4'])],
    ]);
    const tables = { ...house, rows: house.rows.map((row, i) => ({ ...row, table: table({ y: i * 900 }) })) };
    expect(repaired(tables).rows.map((row) => row.table?.y)).toEqual([0, 900]);
    expect(checkDocument(repaired(tables))).toEqual([]);
  });
});

test('a category cannot go while an area is in it', () => {
  const house = withObjects([area({ categoryId: 'c2', capacity: 0 })]);
  const both = {
    ...house,
    categories: [...house.categories, { ...house.categories[0]!, id: 'c2', name: 'Two', letter: 'T' }],
  };
  const kept = decideEdit(both, { kind: 'SET_CATEGORIES', categories: house.categories });
  expect(kept).toMatchObject({ ok: false, error: { code: 'CATEGORY_IN_USE' } });
});

test('chairs keep their order round the table when a map is compiled', () => {
  const columns = compileColumns(createCabaretHouse());
  const chairs = [...columns.row.keys()].filter((seat) => columns.rows[columns.row[seat]!]!.id === 'cabaret-1');
  expect(chairs.map((seat) => columns.labels[seat])).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(columns.rows[0]!.table).toMatchObject({ kind: 'ROUND' });
  expect(columns.sections.map(({ floor }) => floor)).toEqual([MAIN_FLOOR, MAIN_FLOOR, MAIN_FLOOR, BALCONY_FLOOR]);
});
