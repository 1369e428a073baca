import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cashOffers } from '../../../src-renderer/ui/cash-offers.ts';

const NOTES = [500, 1_000, 2_000, 5_000, 10_000];

it.each([
  [3_750, [4_000, 5_000, 10_000]],
  [13_750, [14_000, 15_000, 20_000]],
  [4_000, [5_000, 10_000]],
  [501, [1_000, 2_000, 5_000]],
])('offers what is likely handed over for %i', (amount, offers) => {
  expect(cashOffers(amount, NOTES, 3)).toEqual(offers);
});

it('offers only more than is owed, nearest first, each once', () => {
  const notes = fc.uniqueArray(fc.integer({ min: 1, max: 50_000 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      notes,
      fc.integer({ min: 0, max: 6 }),
      (amount, each, count) => {
        const offers = cashOffers(amount, each, count);
        expect(offers.length).toBeLessThanOrEqual(count);
        expect(offers).toEqual([...new Set(offers)].sort((left, right) => left - right));
        for (const offer of offers) {
          expect(offer).toBeGreaterThan(amount);
          expect(each.some((note) => offer % note === 0 && offer - note < amount)).toBe(true);
        }
      },
    ),
  );
});
