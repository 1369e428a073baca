import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import type { AreaStock, SeatStock, StockChange } from '../../../src-shared/domain/seat-finder/question.ts';
import { randomPlans, randomQuestions, smallHouse, stockOf } from '../../support/random-house.ts';

/** Some seats, named by numbers that are taken round the house, and what becomes of them. */
const randomChange = fc.record({
  places: fc.array(fc.nat(200), { maxLength: 5 }),
  free: fc.integer({ min: 0, max: 1 }),
  level: fc.nat(1),
  priceMinor: fc.constantFrom(-1, 2000, 3000),
  left: fc.option(fc.nat(9), { nil: undefined }),
});

const areasWith = (left: number): AreaStock[] => [{ id: 'a', name: 'Floor', left, level: 0, priceMinor: 2000 }];

test('a finder told of changes answers as one made of the stock they lead to', () => {
  fc.assert(
    fc.property(
      randomPlans(18),
      fc.array(randomQuestions(8), { minLength: 1, maxLength: 5 }),
      fc.array(randomChange, { minLength: 1, maxLength: 6 }),
      (plan, questions, changes) => {
        const house = smallHouse(plan);
        const { columns } = house;
        const given = stockOf(house, 3);
        const stock = {
          free: given.free.slice(),
          level: given.level,
          priceMinor: given.priceMinor,
          areas: areasWith(4),
        };
        const told = createSeatFinder(columns, stock);
        for (const { places, free, level, priceMinor, left } of changes) {
          // Asked between changes, or there would be nothing kept that could be out of date.
          for (const question of questions) told.find(question);
          const ordinals = places.map((place) => place % columns.count);
          const all = (value: number) => ordinals.map(() => value);
          const areas = left === undefined ? {} : { areas: areasWith(left) };
          told.update({ ordinals, free: all(free), level: all(level), priceMinor: all(priceMinor), ...areas });
          apply(stock, { ordinals, free: all(free), level: all(level), priceMinor: all(priceMinor), ...areas });
        }
        const fresh = createSeatFinder(columns, stock);
        for (const question of questions) expect(told.find(question)).toEqual(fresh.find(question));
        expect(told.judgePick([0, 1], [], 'STRICT')).toEqual(fresh.judgePick([0, 1], [], 'STRICT'));
      },
    ),
    { numRuns: 3000 },
  );
});

function apply(stock: SeatStock & { areas: readonly AreaStock[] }, change: StockChange): void {
  for (let index = 0; index < change.ordinals.length; index++) {
    const ordinal = change.ordinals[index]!;
    stock.free[ordinal] = change.free[index]!;
    stock.level[ordinal] = change.level[index]!;
    stock.priceMinor[ordinal] = change.priceMinor[index]!;
  }
  stock.areas = change.areas ?? stock.areas;
}

test('the finder keeps a stock of its own', () => {
  const house = smallHouse({ Stalls: ['....'] });
  const stock = stockOf(house, 0);
  const finder = createSeatFinder(house.columns, stock);
  stock.free.fill(0);
  expect(finder.find({ quantity: 4 })).toHaveLength(1);
});
