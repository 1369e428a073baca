import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../src-shared/domain/seat-map/document.ts';
import { createSeatIndex, type SeatPlaces } from '../../../src-renderer/canvas/seat-index.ts';
import { createDemoTheatre } from '../../support/demo-theatre.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function placesOf(places: readonly Place[]): SeatPlaces {
  return {
    count: places.length,
    x: Float32Array.from(places, ({ x }) => x),
    y: Float32Array.from(places, ({ y }) => y),
    radius: Float32Array.from(places, ({ radius }) => radius),
  };
}

const coordinate = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: -200, max: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity) },
);
const house = fc
  .array(fc.record({ x: coordinate, y: coordinate, radius: fc.integer({ min: 1, max: 12 }) }), { maxLength: 120 })
  .map(placesOf);
const point = fc.record({ x: fc.integer({ min: -220, max: 220 }), y: fc.integer({ min: -220, max: 220 }) });

const all = ({ count }: SeatPlaces) => Array.from({ length: count }, (_, i) => i);
const isPlaced = ({ x, y }: SeatPlaces, i: number) => Number.isFinite(x[i]!) && Number.isFinite(y[i]!);
const apart = ({ x, y }: SeatPlaces, i: number, at: Point) => Math.hypot(x[i]! - at.x, y[i]! - at.y);

function toSegment(at: Point, start: Point, end: Point): number {
  const square = (end.x - start.x) ** 2 + (end.y - start.y) ** 2;
  const along =
    square === 0 ? 0 : ((at.x - start.x) * (end.x - start.x) + (at.y - start.y) * (end.y - start.y)) / square;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(start.x + t * (end.x - start.x) - at.x, start.y + t * (end.y - start.y) - at.y);
}

describe('the seat index', () => {
  test('finds under a point the seat a search through all of them finds', () => {
    fc.assert(
      fc.property(house, point, fc.integer({ min: 0, max: 30 }), (places, at, slack) => {
        const reached = all(places).filter(
          (i) => isPlaced(places, i) && apart(places, i, at) <= places.radius[i]! + slack,
        );
        const found = createSeatIndex(places).hit(at.x, at.y, slack);
        if (reached.length === 0) {
          expect(found).toBe(-1);
          return;
        }
        expect(reached).toContain(found);
        expect(apart(places, found, at)).toBe(Math.min(...reached.map((i) => apart(places, i, at))));
      }),
      { numRuns: 400 },
    );
  });

  test('finds in a box exactly the seats with their centre in it', () => {
    fc.assert(
      fc.property(house, point, point, (places, a, b) => {
        const box = {
          left: Math.min(a.x, b.x),
          right: Math.max(a.x, b.x),
          top: Math.min(a.y, b.y),
          bottom: Math.max(a.y, b.y),
        };
        const expected = all(places).filter(
          (i) =>
            places.x[i]! >= box.left &&
            places.x[i]! <= box.right &&
            places.y[i]! >= box.top &&
            places.y[i]! <= box.bottom,
        );
        expect(createSeatIndex(places).inBox(box)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('finds along a path exactly the seats whose disc it touches', () => {
    fc.assert(
      fc.property(house, fc.array(point, { minLength: 1, maxLength: 5 }), (places, path) => {
        const expected = all(places).filter((i) =>
          path.some(
            (end, leg) =>
              isPlaced(places, i) &&
              toSegment({ x: places.x[i]!, y: places.y[i]! }, path[Math.max(0, leg - 1)]!, end) <= places.radius[i]!,
          ),
        );
        expect(
          createSeatIndex(places)
            .along(path)
            .toSorted((a, b) => a - b),
        ).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('names the seats along a path in the order the path reaches them', () => {
    const row = placesOf([30, 0, 20, 10].map((x) => ({ x, y: 0, radius: 4 })));
    const path = [
      { x: -10, y: 0 },
      { x: 40, y: 0 },
    ];
    expect(createSeatIndex(row).along(path)).toEqual([1, 3, 2, 0]);
    expect(createSeatIndex(row).along(path.toReversed())).toEqual([0, 2, 3, 1]);
  });

  test('finds inside a lasso the seats inside it, whichever way it was drawn', () => {
    const places = placesOf(
      Array.from({ length: 400 }, (_, i) => ({ x: (i % 20) * 10, y: Math.floor(i / 20) * 10, radius: 4 })),
    );
    const index = createSeatIndex(places);
    const outline = Array.from({ length: 24 }, (_, i) => ({
      x: 95 + 52 * Math.cos((i / 24) * Math.PI * 2),
      y: 95 + 52 * Math.sin((i / 24) * Math.PI * 2),
    }));
    const inside = index.inOutline(outline);
    expect(inside).toEqual(all(places).filter((i) => apart(places, i, { x: 95, y: 95 }) < 51.5));
    expect(index.inOutline(outline.toReversed())).toEqual(inside);
    expect(index.inOutline(outline.slice(0, 2))).toEqual([]);
  });

  test('covers every seat that has a place, and says so when none has', () => {
    fc.assert(
      fc.property(house, (places) => {
        const { bounds } = createSeatIndex(places);
        const placed = all(places).filter((i) => isPlaced(places, i));
        if (placed.length === 0) {
          expect(bounds).toBeNull();
          return;
        }
        expect(bounds!.left).toBe(Math.min(...placed.map((i) => places.x[i]! - places.radius[i]!)));
        expect(bounds!.bottom).toBe(Math.max(...placed.map((i) => places.y[i]! + places.radius[i]!)));
      }),
    );
  });

  test('looks at a handful of seats for a hit in a house of 20,000, with one seat a million units away', () => {
    const { columns } = createDemoTheatre(20_000);
    const x = columns.x.slice();
    x[0] = 1_000_000;
    const index = createSeatIndex({ ...columns, x });
    let looked = 0;
    const at = { x: columns.x[9_000]!, y: columns.y[9_000]! };
    index.visitNear({ left: at.x, right: at.x, top: at.y, bottom: at.y }, () => (looked += 1));
    expect(looked).toBeLessThan(40);
    expect(index.hit(at.x, at.y)).toBe(9_000);
    expect(index.hit(1_000_000, columns.y[0]!)).toBe(0);
  });
});

describe('for painters', () => {
  const gathered = (places: SeatPlaces, bounds: { left: number; top: number; right: number; bottom: number }) => {
    const found: number[] = [];
    createSeatIndex(places).visitRuns(bounds, ({ ordinals, x, y }, from, to) => {
      for (let i = from; i < to; i += 1) {
        expect([x[i], y[i]]).toEqual([places.x[ordinals[i]!], places.y[ordinals[i]!]]);
        found.push(ordinals[i]!);
      }
    });
    return found;
  };

  test('runs miss no seat with its middle in the bounds, and keep one order whatever the bounds', () => {
    fc.assert(
      fc.property(house, point, point, (places, a, b) => {
        const bounds = {
          left: Math.min(a.x, b.x),
          top: Math.min(a.y, b.y),
          right: Math.max(a.x, b.x),
          bottom: Math.max(a.y, b.y),
        };
        const found = gathered(places, bounds);
        const isInBounds = (i: number) =>
          places.x[i]! >= bounds.left &&
          places.x[i]! <= bounds.right &&
          places.y[i]! >= bounds.top &&
          places.y[i]! <= bounds.bottom;
        for (const seat of all(places).filter(isInBounds)) expect(found).toContain(seat);
        const everything = gathered(places, { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity });
        expect(everything.length).toBe(all(places).filter((i) => isPlaced(places, i)).length);
        expect(found).toEqual(everything.filter((seat) => found.includes(seat)));
      }),
    );
  });

  test('what is seen of a house at first leaves out a few strays, and no wing of it', () => {
    const row = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({ x: from + i * 10, y: 0, radius: 4 }));
    const strays = [
      { x: 1e6, y: 1e6, radius: 4 },
      { x: -1e6, y: 3, radius: 4 },
    ];
    expect(createSeatIndex(placesOf([...row(0, 40), ...strays])).houseBounds).toEqual({
      left: -4,
      top: -4,
      right: 394,
      bottom: 4,
    });
    expect(createSeatIndex(placesOf([...row(0, 40), ...row(900, 5)])).houseBounds?.right).toBe(944);
    expect(createSeatIndex(placesOf([])).houseBounds).toBeNull();
    expect(createSeatIndex(placesOf(row(5, 1))).houseBounds).toEqual({ left: 1, top: -4, right: 9, bottom: 4 });
  });
});

test('hidden seats are touched by nothing', () => {
  const places = placesOf([
    { x: 0, y: 0, radius: 5 },
    { x: 20, y: 0, radius: 5 },
  ]);
  const index = createSeatIndex(places);
  const touched = () => [
    index.hit(0, 0),
    index.hit(20, 0),
    index.inBox({ left: -9, top: -9, right: 29, bottom: 9 }),
    index.inOutline([
      { x: -9, y: -9 },
      { x: 29, y: -9 },
      { x: 29, y: 9 },
      { x: -9, y: 9 },
    ]),
    index.along([
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ]),
  ];
  expect(touched()).toEqual([0, 1, [0, 1], [0, 1], [0, 1]]);
  index.hide(Uint8Array.of(1, 0));
  expect(touched()).toEqual([-1, 1, [1], [1], [1]]);
  index.hide(null);
  expect(touched()).toEqual([0, 1, [0, 1], [0, 1], [0, 1]]);
});
