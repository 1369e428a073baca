import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowsSplit, splitsOf } from '../../../src-shared/domain/seat-finder/splits.ts';

const LISTINGS = fileURLToPath(new URL('../../../../shared/data/ticketevolution-broker/', import.meta.url));
const FILES = ['ticket-groups-138953.json', 'ticket-groups-1591449.json'];
const isThere = existsSync(LISTINGS);
if (!isThere) console.warn('Skipped: the broker listings in ../shared/data are not on this machine.');

describe('how many of a lot may be sold', () => {
  test.each([
    ['ANY', 5, [1, 2, 3, 4, 5]],
    ['NONE', 5, [5]],
    ['PAIRS', 2, [2]],
    ['PAIRS', 3, [3]],
    ['PAIRS', 6, [2, 4, 6]],
    // Two pairs of five would leave one.
    ['PAIRS', 5, [2, 5]],
    ['SMART', 1, [1]],
    ['SMART', 2, [2]],
    ['SMART', 3, [1, 3]],
    ['SMART', 4, [2, 4]],
    ['SMART', 5, [1, 2, 3, 5]],
    ['SMART', 6, [1, 2, 3, 4, 6]],
    ['SMART', 7, [1, 2, 3, 4, 5, 7]],
    ['SMART', 8, [1, 2, 3, 4, 5, 6, 8]],
    ['SMART', 0, []],
  ] as const)('%s of %i: %j', (rule, quantity, expected) => {
    expect(splitsOf(rule, quantity)).toEqual(expected);
  });

  test('a lot can always be sold out, whole or in parts, and no place in it is sold to allow a part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ANY' as const, 'NONE' as const, 'PAIRS' as const, 'SMART' as const),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(20),
        (rule, before, taken, after) => {
          expect(splitsOf(rule, taken)).toContain(taken);
          if (allowsSplit(rule, taken, [before, after]))
            expect(splitsOf(rule, before + taken + after)).toContain(taken);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('two before and one behind are worse than three on one side', () => {
    expect(allowsSplit('SMART', 2, [2, 1])).toBe(false);
    expect(allowsSplit('SMART', 2, [3])).toBe(true);
  });
});

describe.skipIf(!isThere)('real listings of a broker', () => {
  test.each(FILES)('%s: SMART splits every lot as its listing does', (file) => {
    const lots = JSON.parse(readFileSync(LISTINGS + file, 'utf8')) as {
      readonly available_quantity: number;
      readonly splits: readonly number[];
    }[];
    expect(lots.length).toBeGreaterThan(100);
    for (const lot of lots) {
      expect(splitsOf('SMART', lot.available_quantity), `of ${lot.available_quantity}`).toEqual(lot.splits);
    }
  });
});
