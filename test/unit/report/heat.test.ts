import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlinessOf, heatSteps, medianOf, stepOf } from '../../../src-renderer/features/report/heat-steps.ts';
import {
  halfSoldText,
  revenueStepText,
  seatFigureText,
  speedStepText,
} from '../../../src-renderer/features/report/heat-words.ts';
import { sectionFigures } from '../../../src-renderer/features/report/section-figures.ts';
import { smallHouse } from '../../support/random-house.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STARTS_AT = Date.UTC(2026, 10, 21, 19);
const money = {
  plain: (amountMinor: number) => (amountMinor / 100).toFixed(2),
  full: (amountMinor: number) => `€${(amountMinor / 100).toFixed(2)}`,
};

describe('a figure in steps', () => {
  test('few figures have a step each', () => {
    expect(heatSteps([68, 38, 38, 0, 52], 7)).toEqual([0, 38, 52, 68].map((each) => ({ from: each, to: each })));
    expect(heatSteps([], 7)).toEqual([]);
  });

  test('one dear box does not put the rest of the house into one step', () => {
    const house = [...Array.from({ length: 90 }, (_, i) => 20 + i), 5000];
    const steps = heatSteps(house, 7);
    expect(steps).toHaveLength(7);
    const counts = steps.map(({ from, to }) => house.filter((each) => each >= from && each <= to).length);
    expect(counts).toEqual([13, 13, 13, 13, 13, 13, 13]);
  });

  test('whatever the figures, each is in exactly one of at most so many ascending steps whose ends occur', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 9 }), (house, most) => {
        const steps = heatSteps(house, most);
        expect(steps.length).toBeLessThanOrEqual(most);
        steps.forEach(({ from, to }, i) => {
          expect(house).toContain(from);
          expect(house).toContain(to);
          expect(from).toBeGreaterThan(steps[i - 1]?.to ?? -1);
        });
        for (const figure of house) {
          const { from, to } = steps[stepOf(steps, figure) - 1]!;
          expect(figure >= from && figure <= to).toBe(true);
        }
      }),
    );
  });

  test('a figure beyond them has no step', () => {
    expect(stepOf(heatSteps([10, 20], 7), 15)).toBe(0);
  });
});

describe('how early a seat was sold', () => {
  const soldAt = (...beforeMs: number[]) => Float64Array.from(beforeMs, (each) => STARTS_AT - each);

  test('is told in days, and in hours where all was sold within three', () => {
    expect(earlinessOf(soldAt(12 * DAY_MS, DAY_MS - 1, 0), STARTS_AT)).toEqual({
      unit: 'DAY',
      before: Float64Array.of(12, 0, 0),
    });
    expect(earlinessOf(soldAt(50 * HOUR_MS, HOUR_MS, -HOUR_MS), STARTS_AT)).toEqual({
      unit: 'HOUR',
      before: Float64Array.of(50, 1, 0),
    });
  });

  test.each([
    [0, 0, 'DAY', 'On the last day'],
    [0, 2, 'DAY', 'Up to 2 days before'],
    [1, 1, 'DAY', '1 day before'],
    [12, 20, 'DAY', '12 to 20 days before'],
    [0, 0, 'HOUR', 'In the last hour'],
    [3, 5, 'HOUR', '3 to 5 hours before'],
  ] as const)('%i to %i, in the unit %s: %s', (from, to, unit, words) => {
    expect(speedStepText({ from, to }, unit)).toBe(words);
  });

  test.each([
    [4500, 12 * DAY_MS + 5, '€45.00, sold 12 days before'],
    [4500, 47 * HOUR_MS, '€45.00, sold 47 hours before'],
    [4500, HOUR_MS, '€45.00, sold 1 hour before'],
    [0, HOUR_MS - 1, 'complimentary, sold in the last hour'],
    [4500, -1, '€45.00, sold after the start'],
  ])('a seat of %i, %i ms before: %s', (revenueMinor, beforeMs, words) => {
    expect(seatFigureText(revenueMinor, STARTS_AT - beforeMs, STARTS_AT, money)).toBe(words);
  });

  test('a range of money names both ends, one amount itself', () => {
    expect(revenueStepText({ from: 2000, to: 3800 }, money)).toBe('€20.00 to €38.00');
    expect(revenueStepText({ from: 2000, to: 2000 }, money)).toBe('€20.00');
  });
});

test('sections add up their own seats, and say when half of what they sold was sold', () => {
  const { columns } = smallHouse({ Stalls: ['....'], Circle: ['..'] });
  const figures = {
    ordinals: Uint32Array.of(0, 1, 3, 99),
    revenueMinor: Float64Array.of(100, 200, 0, 7),
    soldAt: Float64Array.of(30, 10, 20, 1),
  };
  expect(sectionFigures(columns, figures)).toMatchObject([
    { name: 'Stalls', seats: 4, sold: 3, revenueMinor: 300, halfSoldAt: 20 },
    { name: 'Circle', seats: 2, sold: 0, revenueMinor: 0, halfSoldAt: null },
  ]);
  expect(medianOf([])).toBeNull();
  expect(halfSoldText(2 * DAY_MS, 'DAY')).toBe('half sold 2 days before');
});
