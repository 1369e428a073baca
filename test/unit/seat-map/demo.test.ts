import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { generateHouse } from '../../../src-shared/domain/seat-map/demo/generate-house.ts';
import { studio } from '../../../src-shared/domain/seat-map/demo/studio.ts';
import { theatreRoyal } from '../../../src-shared/domain/seat-map/demo/theatre-royal.ts';

const houses = [
  ['Theatre Royal', theatreRoyal, 642],
  ['the studio', studio, 90],
  ['a house of one seat', () => generateHouse({ seats: 1 }), 1],
  ['a house of 500', () => generateHouse({ seats: 500 }), 500],
  ['a house of 5,000', () => generateHouse({ seats: 5000 }), 5000],
] as const;

describe.each(houses)('%s', (_, draw, seats) => {
  test('has its seats, no fault, lies in its frame, and is the same every time', () => {
    const document = draw();
    expect(document.seats).toHaveLength(seats);
    expect(checkDocument(document)).toEqual([]);
    for (const { x, y } of document.seats) {
      expect(x > 0 && x < document.width && y > 0 && y < document.height).toBe(true);
    }
    expect(draw()).toEqual(document);
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

test('a house of 150,000 has each section, row and seat once', () => {
  const { sections, rows, seats } = generateHouse({ seats: 150_000 });
  for (const records of [sections, rows, seats]) expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
});

test('generated houses have aisles within reach of every seat', () => {
  const { rows, seats } = generateHouse({ seats: 5000 });
  const longest = rows.map(({ id }) => seats.filter(({ rowId }) => rowId === id).length);
  expect(Math.max(...longest)).toBeLessThanOrEqual(36);
});
