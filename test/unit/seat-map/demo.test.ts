import { describe, expect, test } from 'vitest';
import { FLAG_AISLE } from '../../../src-shared/domain/seat-map/columns.ts';
import { checkDocument } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { generateHouse } from '../../../src-shared/domain/seat-map/demo/generate-house.ts';
import { studio } from '../../../src-shared/domain/seat-map/demo/studio.ts';
import { theatreRoyal } from '../../../src-shared/domain/seat-map/demo/theatre-royal.ts';

const houses = [
  ['Theatre Royal', theatreRoyal, 642],
  ['the studio', studio, 90],
  ...(['THEATRE', 'ARENA', 'STADIUM'] as const).flatMap((kind) =>
    [1, 2, 37, 500, 2999, 5000, 20_000].map(
      (seats) => [`${kind} of ${seats}`, () => generateHouse({ kind, seats }), seats] as const,
    ),
  ),
] as const;

describe.each(houses)('%s', (_, draw, seats) => {
  test('has its seats, no fault, lies in its frame, and is the same every time', () => {
    const document = draw();
    expect(document.seats).toHaveLength(seats);
    expect(checkDocument(document)).toEqual([]);
    const isInside = document.seats.every(({ x, y }) => x > 0 && x < document.width && y > 0 && y < document.height);
    expect(isInside).toBe(true);
    expect(JSON.stringify(draw())).toBe(JSON.stringify(document));
    expect([...compileColumns(document).ids]).toEqual(document.seats.map(({ id }) => id));
  });
});

describe('Theatre Royal', () => {
  const document = theatreRoyal();

  test('has four priced categories, two boxes, wheelchair places with a companion each and seats with restricted view', () => {
    expect(document.categories.map(({ letter, defaultPriceMinor }) => [letter, defaultPriceMinor])).toEqual([
      ['P', 6800],
      ['A', 5200],
      ['B', 3800],
      ['C', 2400],
    ]);
    expect(document.sections.map(({ name }) => name)).toEqual(['Stalls', 'Circle', 'Box A', 'Box B']);
    const wheelchairs = document.seats.filter(({ kind }) => kind === 'WHEELCHAIR').map(({ id }) => id);
    const companions = document.seats.filter(({ kind }) => kind === 'COMPANION').map(({ companionOf }) => companionOf);
    expect(companions.toSorted()).toEqual(wheelchairs.toSorted());
    expect(document.seats.some(({ restrictedView }) => restrictedView)).toBe(true);
  });

  test('is the same to the left and the right of its centre aisle', () => {
    const stage = document.shapes.find(({ kind }) => kind === 'STAGE');
    const xs = stage?.kind === 'STAGE' ? stage.points.map(({ x }) => x) : [];
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
    const isAt = (x: number, y: number) =>
      document.seats.some((seat) => Math.abs(seat.x - x) < 0.1 && Math.abs(seat.y - y) < 0.1);
    expect(document.seats.filter(({ x, y }) => !isAt(2 * middle - x, y))).toEqual([]);
  });
});

describe.each(['THEATRE', 'ARENA', 'STADIUM'] as const)('a generated %s', (kind) => {
  const document = generateHouse({ kind, seats: 30_000 });

  test('of 150,000 has each section, row and seat once', () => {
    const { sections, rows, seats } = generateHouse({ kind, seats: 150_000 });
    expect(seats).toHaveLength(150_000);
    for (const records of [sections, rows, seats])
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  test('has wheelchair places with a companion each, seats with restricted view, tiers and several prices', () => {
    const wheelchairs = document.seats.filter((seat) => seat.kind === 'WHEELCHAIR').map(({ id }) => id);
    const companions = document.seats.filter((seat) => seat.kind === 'COMPANION').map(({ companionOf }) => companionOf);
    expect(wheelchairs.length).toBeGreaterThanOrEqual(4);
    expect(companions.toSorted()).toEqual(wheelchairs.toSorted());
    expect(document.seats.some(({ restrictedView }) => restrictedView)).toBe(true);
    expect(new Set(document.sections.map(({ floor }) => floor)).size).toBeGreaterThan(1);
    expect(
      new Set(document.categories.map(({ letter, defaultPriceMinor }) => `${letter} ${defaultPriceMinor}`)).size,
    ).toBeGreaterThan(2);
  });

  test('has aisles within reach of every seat, and gaps inside rows that nobody sits across', () => {
    const { flags, row } = compileColumns(document);
    const aisles = [...flags.keys()].filter((seat) => (flags[seat]! & FLAG_AISLE) !== 0);
    expect(Math.max(...aisles.slice(1).map((seat, index) => seat - aisles[index]!))).toBeLessThanOrEqual(36);
    expect(aisles.some((seat) => row[seat - 1] === row[seat] && row[seat + 1] === row[seat])).toBe(true);
  });

  test('draws no two seats over each other', () => {
    const sorted = document.seats.toSorted((a, b) => a.x - b.x);
    const diameter = 2 * sorted[0]!.radius;
    let nearest = Infinity;
    sorted.forEach((seat, index) => {
      for (let next = index + 1; next < sorted.length && sorted[next]!.x - seat.x < diameter; next++)
        nearest = Math.min(nearest, Math.hypot(sorted[next]!.x - seat.x, sorted[next]!.y - seat.y));
    });
    expect(nearest).toBeGreaterThanOrEqual(diameter);
  });
});
