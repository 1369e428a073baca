import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import type { NoSingleRule, SeatLot } from '../../../src-shared/domain/seat-finder/question.ts';
import { randomPlans, smallHouse, stockOf } from '../../support/random-house.ts';
import type { SmallHouse } from '../../support/random-house.ts';
import { judgeByTrying, piecesOf, singlesLeft } from './brute-force.ts';

/** Judges seats of row A by their places in the drawing, from 0. */
function judge(
  line: string,
  take: readonly number[],
  rule: NoSingleRule,
  give: readonly number[] = [],
  lots: readonly SeatLot[] = [],
) {
  const house = smallHouse({ Stalls: [line] });
  return createSeatFinder(house.columns, { ...stockOf(house, 0), lots }).judgePick(take, give, rule);
}

describe('a pick by hand', () => {
  test.each([
    ['leaves nobody alone', '......', [0, 1], 'STRICT', 'FINE', [], null],
    ['leaves one alone at the end', '......', [1, 2], 'STRICT', 'REFUSE', [0], [0, 1]],
    ['is warned of and no more', '......', [1, 2], 'LENIENT', 'WARN', [0], [0, 1]],
    ['is nobody’s business', '......', [1, 2], 'OFF', 'FINE', [], null],
    ['leaves one alone between two parties', 'x...x', [2], 'STRICT', 'REFUSE', [1, 3], [1]],
    ['takes all but one, which cannot be helped', 'x...x', [1, 2], 'STRICT', 'WARN', [3], null],
    ['finds a single that was there before', '.x....', [2, 3], 'STRICT', 'FINE', [], null],
    ['may be seats that are not next to each other', '.......', [0, 2], 'STRICT', 'REFUSE', [1], [0, 1]],
    ['is judged on each side of an aisle', '...|...', [1, 4], 'STRICT', 'REFUSE', [0, 2, 3, 5], [0, 3]],
    ['leaves a wheelchair’s place to wheelchairs', '..W', [0, 1], 'STRICT', 'FINE', [], null],
    ['of a wheelchair’s place leaves no neighbour behind', '.WC', [1, 2], 'STRICT', 'FINE', [], null],
  ] as const)('%s', (_, line, take, rule, verdict, alone, instead) => {
    const judged = judge(line, take, rule);
    expect({ verdict: judged.verdict, instead: judged.instead }).toEqual({ verdict, instead });
    if (alone.length > 0) expect(judged.alone).toEqual(alone);
  });

  test('counts the seats given up for it as free', () => {
    // Seats 1 and 2 are ours, and would be moved one to the left.
    expect(judge('.xx..', [0, 1], 'STRICT', [1, 2])).toMatchObject({ verdict: 'FINE', alone: [] });
    expect(judge('.xx.', [0, 1, 2], 'STRICT', [1, 2])).toMatchObject({ verdict: 'WARN', alone: [3] });
  });

  test('may break up no lot in a way its rule forbids, whatever is said of singles', () => {
    const lots = [{ start: 0, end: 4, rule: 'PAIRS' }] as const;
    expect(judge('......', [0], 'OFF', [], lots)).toMatchObject({ verdict: 'REFUSE', breaksLot: true, instead: [4] });
    expect(judge('......', [0, 1], 'OFF', [], lots)).toMatchObject({ verdict: 'FINE', breaksLot: false });
    expect(judge('......', [3, 4], 'OFF', [], lots)).toMatchObject({ verdict: 'REFUSE', instead: [2, 3] });
  });

  test('is judged as trying every other pick would judge it', () => {
    fc.assert(
      fc.property(
        randomPlans(14),
        fc.constantFrom<NoSingleRule>('STRICT', 'LENIENT', 'OFF'),
        fc.array(fc.nat(13), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(40), { maxLength: 3 }),
        (plan, rule, places, given) => {
          const house = smallHouse(plan);
          const free = [...house.free.keys()].filter((seat) => house.free[seat] === 1);
          const give = given.filter((seat) => house.free[seat] === 0);
          const available = [...free, ...give];
          const take = [...new Set(places.flatMap((place) => available[place] ?? []))];
          expectAsTried(house, take, give, rule);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function expectAsTried(house: SmallHouse, take: readonly number[], give: readonly number[], rule: NoSingleRule): void {
  const isFree = (seat: number) => house.free[seat] === 1 || give.includes(seat);
  const judged = createSeatFinder(house.columns, stockOf(house, 0)).judgePick(take, give, rule);
  const tried = judgeByTrying(house, isFree, take, rule);
  expect({ verdict: judged.verdict, alone: judged.alone }).toEqual({ verdict: tried.verdict, alone: tried.alone });
  expect(judged.instead !== null, 'a better pick').toBe(tried.hasBetter);
  if (judged.instead === null) return;
  expect(judged.instead).toHaveLength(take.length);
  expect(judged.instead.every(isFree)).toBe(true);
  expect(singlesLeft(house, isFree, judged.instead)).toEqual([]);
  const runs = piecesOf(house, [...house.free.keys()].filter(isFree));
  for (const run of runs) {
    const inRun = (seats: readonly number[]) => seats.filter((seat) => run.includes(seat)).length;
    expect(inRun(judged.instead)).toBe(inRun(take));
  }
}
