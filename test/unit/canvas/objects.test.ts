/** Areas, tables, pictures and floors as the seat layer holds them, without a browser. */
import { describe, expect, test, vi } from 'vitest';
import { placeAreas } from '../../../src-renderer/canvas/area-spot.ts';
import { floorsOf, seatsOffFloor } from '../../../src-renderer/canvas/map-floors.ts';
import { isOnTable } from '../../../src-renderer/canvas/paint-tables.ts';
import { createPictures } from '../../../src-renderer/canvas/pictures.ts';
import { createSeatIndex } from '../../../src-renderer/canvas/seat-index.ts';
import { rowLabelsOf, sectionsOf, tablesOf } from '../../../src-renderer/canvas/seat-scene.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import type { Area, Point, Table } from '../../../src-shared/domain/seat-map/document.ts';
import { BALCONY_FLOOR, createCabaretHouse, MAIN_FLOOR } from '../../support/cabaret-house.ts';

const house = createCabaretHouse();
const columns = compileColumns(house);

describe('an area’s name', () => {
  const areaOf = (points: readonly Point[]): Area => ({
    id: 'a',
    name: 'Floor',
    floor: null,
    capacity: 1,
    categoryId: null,
    outline: { kind: 'POLYGON', points },
  });
  const point = (x: number, y: number): Point => ({ x, y });

  test('stands in the middle of a rectangle', () => {
    const [place] = placeAreas([areaOf([point(0, 0), point(100, 0), point(100, 60), point(0, 60)])]);
    expect(place).toMatchObject({ spot: { x: 50, y: 30, width: 100 }, bounds: { left: 0, right: 100 } });
  });

  test('stands inside where the outline bends round a stage', () => {
    const horseshoe = [
      point(0, 0),
      point(20, 0),
      point(20, 70),
      point(180, 70),
      point(180, 0),
      point(200, 0),
      point(200, 100),
      point(0, 100),
    ];
    const [{ spot }] = placeAreas([areaOf(horseshoe)]) as [ReturnType<typeof placeAreas>[number]];
    expect(spot).toMatchObject({ x: 100, width: 200 });
    expect(spot.y).toBeGreaterThan(70);
  });

  test('an area without an outline has no place', () => {
    expect(placeAreas([areaOf([])])).toEqual([]);
  });
});

describe('tables', () => {
  test('stand with their chairs, and have no row letter of their own', () => {
    const tables = tablesOf(columns);
    expect(tables).toHaveLength(15);
    for (const { table, first, last } of tables) {
      expect(columns.row[first]).toBe(columns.row[last]);
      const away = Math.hypot(columns.x[first]! - table.x, columns.y[first]! - table.y);
      expect(away).toBeLessThan(Math.max(table.width, table.height));
    }
    const labelled = rowLabelsOf(columns).map(({ seat }) => columns.sections[columns.section[seat]!]!.name);
    expect(new Set(labelled)).toEqual(new Set(['Balcony']));
  });

  test('belong to how far their section reaches', () => {
    const booths = sectionsOf(columns).find(({ name }) => name === 'Booths')!;
    // Turned by a quarter: 150 wide, and 190 high.
    expect(booths.bounds.right).toBeCloseTo(1420 + 75);
    expect(booths.bounds.top).toBeCloseTo(460 - 95);
  });

  const table = (kind: Table['kind'], rotation: number): Table => ({
    kind,
    x: 100,
    y: 100,
    width: 80,
    height: 20,
    rotation,
    isSoldWhole: false,
  });
  test.each([
    ['RECTANGLE', 0, 138, 108, true],
    ['RECTANGLE', 90, 138, 108, false],
    ['RECTANGLE', 90, 108, 138, true],
    ['ROUND', 0, 138, 108, false],
    ['ROUND', 0, 130, 103, true],
    ['BOOTH', 45, 125, 125, true],
    ['BOOTH', -45, 125, 125, false],
  ] as const)('a %s table turned by %s° under the point %s, %s: %s', (kind, rotation, x, y, isOn) => {
    expect(isOnTable(table(kind, rotation), x, y)).toBe(isOn);
  });
});

describe('pictures', () => {
  const good = 'data:image/png;base64,AAAA';
  const image = {} as CanvasImageSource;

  test('are decoded once, and drawn when they are there', async () => {
    const decode = vi.fn(() => Promise.resolve(image));
    const changed = new Promise<void>((resolve) => {
      const pictures = createPictures(() => {
        expect(pictures.get(good)).toBe(image);
        resolve();
      }, decode);
      expect([pictures.get(good), pictures.get(good)]).toEqual(['LOADING', 'LOADING']);
    });
    await changed;
    expect(decode).toHaveBeenCalledTimes(1);
  });

  test('that are none are broken', async () => {
    const changed = new Promise<unknown>((resolve) => {
      const pictures = createPictures(
        () => resolve(pictures.get(good)),
        () => Promise.reject(new Error('no picture')),
      );
      pictures.get(good);
    });
    expect(await changed).toBe('BROKEN');
  });

  test.each(['https://example.com/a.png', 'data:image/svg+xml;base64,AAAA', 'file:///etc/passwd', ''])(
    'from %j are never asked for',
    (source) => {
      const decode = vi.fn();
      expect(createPictures(() => {}, decode).get(source)).toBe('BROKEN');
      expect(decode).not.toHaveBeenCalled();
    },
  );
});

describe('floors', () => {
  test('are those that sections and areas name, in the map’s order; one alone is no choice', () => {
    expect(floorsOf(columns, house.areas!)).toEqual([MAIN_FLOOR, BALCONY_FLOOR]);
    expect(floorsOf({ sections: columns.sections.filter(({ floor }) => floor === MAIN_FLOOR) }, [])).toEqual([]);
    expect(floorsOf({ sections: [] }, house.areas!)).toEqual([MAIN_FLOOR, BALCONY_FLOOR]);
  });

  test('what names no floor is on each', () => {
    const open = {
      ...columns,
      sections: columns.sections.map((each, i) => (i === 0 ? { ...each, floor: null } : each)),
    };
    expect([...seatsOffFloor(open, BALCONY_FLOOR)!].filter((hidden) => hidden === 0)).toHaveLength(48 + 60);
    expect(seatsOffFloor(open, null)).toBeNull();
  });

  test('a seat that is not shown is never found, even where it lies over one that is', () => {
    const stacked = { ...columns, x: columns.x.slice(), y: columns.y.slice() };
    const balcony = columns.section.indexOf(3);
    [stacked.x[balcony], stacked.y[balcony]] = [columns.x[0]! + 5, columns.y[0]!];
    const index = createSeatIndex(stacked);
    index.hide(seatsOffFloor(columns, MAIN_FLOOR));
    const [x, y] = [stacked.x[balcony]!, stacked.y[balcony]!];
    const around = { left: x - 30, right: x + 30, top: y - 30, bottom: y + 30 };
    expect(index.hit(x, y)).toBe(0);
    expect(index.inBox(around)).not.toContain(balcony);
    expect(
      index.along([
        { x: x - 40, y },
        { x: x + 40, y },
      ]),
    ).not.toContain(balcony);
    index.hide(seatsOffFloor(columns, BALCONY_FLOOR));
    expect(index.hit(x, y)).toBe(balcony);
    expect(index.inBox(around)).toEqual([balcony]);
    index.hide(null);
    expect(index.inBox(around)).toEqual([0, balcony]);
  });
});
