import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import type { SeatLot } from '../../../src-shared/domain/seat-finder/question.ts';
import { allowsSplit } from '../../../src-shared/domain/seat-finder/splits.ts';
import type { SplitRule } from '../../../src-shared/domain/seat-finder/splits.ts';
import { seatsInWords } from '../../../src-shared/domain/seat-map/seat-words.ts';
import { smallHouse, stockOf } from '../../support/random-house.ts';
import type { SmallHouse } from '../../support/random-house.ts';
import { piecesOf } from './brute-force.ts';

function answers(house: SmallHouse, quantity: number, lots: readonly SeatLot[]): string[] {
  const finder = createSeatFinder(house.columns, { ...stockOf(house, 0), lots });
  return finder.find({ quantity }).map(({ seats }) => seatsInWords(house.columns, seats));
}

describe('seats of a lot', () => {
  const house = smallHouse({ Stalls: ['......'] });
  const lotOf = (rule: SplitRule): SeatLot[] => [{ start: 0, end: 6, rule }];

  test.each([
    ['ANY', 5, 1],
    ['NONE', 5, 0],
    ['NONE', 6, 1],
    ['PAIRS', 3, 0],
    ['PAIRS', 2, 3],
    ['SMART', 5, 0],
    ['SMART', 4, 1],
  ] as const)('%s of six: a party of %i is offered %i places', (rule, quantity, places) => {
    expect(answers(house, quantity, lotOf(rule))).toHaveLength(places);
  });

  test('are taken from an end when the middle would leave a single', () => {
    expect(answers(house, 3, lotOf('SMART'))[0]).toBe('Stalls A 4–6');
  });

  test('what is left of a lot is a lot', () => {
    const finder = createSeatFinder(house.columns, { ...stockOf(house, 0), lots: lotOf('PAIRS') });
    finder.update({ ordinals: [0, 1], free: [0, 0], level: [0, 0], priceMinor: [2000, 2000] });
    expect(finder.find({ quantity: 3 })).toEqual([]);
    expect(finder.find({ quantity: 4 })).toHaveLength(1);
  });

  test('are broken up for no party that sits apart', () => {
    const apart = smallHouse({ Stalls: ['..x..', '..'] });
    expect(answers(apart, 4, [])).not.toEqual([]);
    expect(answers(apart, 4, [{ start: 0, end: 2, rule: 'SMART' }])).toEqual(['Stalls A 4–5; Stalls B 1–2']);
  });

  test('are offered only as their rules allow, and whenever they do', () => {
    const rule = fc.constantFrom<SplitRule>('ANY', 'NONE', 'PAIRS', 'SMART');
    const line = fc.array(fc.constantFrom('.', '.', '.', 'x', '|'), { minLength: 3, maxLength: 12 });
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), rule), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(line, sizes, fc.integer({ min: 1, max: 6 }), (marks, lotSizes, quantity) => {
        const drawn = smallHouse({ Stalls: [marks.join(''), 'xxxxxxx'] });
        const inRow = marks.filter((mark) => mark !== '|').length;
        const lots: SeatLot[] = [];
        for (const [size, each] of lotSizes) {
          const start = lots.at(-1)?.end ?? 0;
          lots.push({ start, end: Math.min(start + size, inRow), rule: each });
        }
        const found = createSeatFinder(drawn.columns, { ...stockOf(drawn, 0), lots }).find({
          quantity,
          noSingle: 'OFF',
        });
        const free = [...drawn.free.keys()].filter((seat) => drawn.free[seat] === 1);
        const windows = piecesOf(drawn, free).flatMap((run) =>
          run.slice(quantity - 1).map((last) => run.filter((seat) => seat > last - quantity && seat <= last)),
        );
        const allowed = windows.filter((seats) => keepsLots(drawn, lots, seats));
        expect(found[0]?.stage === 'TOGETHER').toBe(allowed.length > 0);
        const finder = createSeatFinder(drawn.columns, { ...stockOf(drawn, 0), lots });
        for (const seats of windows)
          expect(finder.judgePick(seats, [], 'OFF').breaksLot).toBe(!keepsLots(drawn, lots, seats));
        for (const { seats } of found) expect(keepsLots(drawn, lots, seats)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Of every lot, of every run of free seats of it, the seats are as many, and where, as its rule allows. */
function keepsLots(house: SmallHouse, lots: readonly SeatLot[], seats: readonly number[]): boolean {
  return lots.every(({ start, end, rule }) => {
    const ofLot = [...house.free.keys()].filter((seat) => seat >= start && seat < end && house.free[seat] === 1);
    return piecesOf(house, ofLot).every((run) => {
      const taken = run.filter((seat) => seats.includes(seat)).length;
      const left = piecesOf(
        house,
        run.filter((seat) => !seats.includes(seat)),
      );
      return (
        taken === 0 ||
        allowsSplit(
          rule,
          taken,
          left.map((piece) => piece.length),
        )
      );
    });
  });
}
