import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { compareLabels, orderAlongRow } from '../../../src-shared/domain/seat-map/reading-order.ts';
import { seatsInWords } from '../../../src-shared/domain/seat-map/seat-words.ts';
import { smallHouse } from '../../support/random-house.ts';

const house = smallHouse({ Stalls: ['.........', '.........'], Circle: ['...'] });
const wordsFor = (...names: string[]) =>
  seatsInWords(
    house.columns,
    names.map((name) => house.at(name)),
  );

describe('seatsInWords', () => {
  test.each([
    [['Stalls B 4'], 'Stalls B 4'],
    [['Stalls B 5', 'Stalls B 4', 'Stalls B 6'], 'Stalls B 4–6'],
    [['Stalls A 1', 'Stalls A 2', 'Stalls A 4', 'Stalls A 7', 'Stalls A 8'], 'Stalls A 1–2, 4, 7–8'],
    [['Circle A 1', 'Stalls A 9', 'Stalls B 1'], 'Stalls A 9; Stalls B 1; Circle A 1'],
  ])('%j is "%s"', (names, words) => {
    expect(wordsFor(...names)).toBe(words);
  });

  test('a row that runs from right to left is still told from the lowest number', () => {
    const { document } = smallHouse({ Stalls: ['....'] });
    const seats = document.seats.map((seat, index) => ({ ...seat, label: String(4 - index) }));
    expect(seatsInWords(compileColumns({ ...document, seats }), [0, 1, 3])).toBe('Stalls A 1, 3–4');
  });

  test('numbers that are neighbours but do not follow each other are listed', () => {
    const { document } = smallHouse({ Stalls: ['....'] });
    const labels = ['7', '5', '6A', '2'];
    const seats = document.seats.map((seat, index) => ({ ...seat, label: labels[index] ?? '' }));
    const columns = compileColumns({ ...document, seats });
    expect(seatsInWords(columns, [0, 1])).toBe('Stalls A 5, 7');
    expect(seatsInWords(columns, [1, 2])).toBe('Stalls A 5, 6A');
  });
});

describe('orderAlongRow', () => {
  test('seats listed by number across the aisle stand in the order of the row', () => {
    // 1 3 5 right of the middle, 2 4 6 left of it, as continental houses number.
    const points = [0, 1, 2, -1, -2, -3].map((x) => ({ x: x * 50, y: 0 }));
    expect(orderAlongRow(points)).toEqual([5, 4, 3, 0, 1, 2]);
  });

  test('a horseshoe keeps the order it is given', () => {
    const points = Array.from({ length: 30 }, (_, index) => {
      const angle = (index / 29) * 1.8 * Math.PI;
      return { x: 500 * Math.cos(angle), y: 500 * Math.sin(angle) };
    });
    expect(orderAlongRow(points)).toEqual(points.map((_, index) => index));
  });
});

describe('compareLabels', () => {
  test('orders labels as people count', () => {
    const labels = ['10', 'B', 'B10', '2', 'AA', 'A', '1', 'Z', 'B2', '١'];
    expect(labels.toSorted(compareLabels)).toEqual(['1', '2', '10', 'A', 'B', 'Z', 'AA', 'B2', 'B10', '١']);
  });

  test('is an order: what follows from two comparisons holds for the third', () => {
    const label = fc.string({ unit: fc.constantFrom('1', '2', '0', 'A', 'b', 'Z', '-'), maxLength: 4 });
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        expect(Math.sign(compareLabels(a, b))).toBe(-Math.sign(compareLabels(b, a)) + 0);
        if (compareLabels(a, b) <= 0 && compareLabels(b, c) <= 0) expect(compareLabels(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 5000 },
    );
  });
});
