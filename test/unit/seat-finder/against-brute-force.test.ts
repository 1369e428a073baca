import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import { FINDER_STAGES } from '../../../src-shared/domain/seat-finder/question.ts';
import type {
  NoSingleRule,
  Proposal,
  SeatQuestion,
  SeatStock,
} from '../../../src-shared/domain/seat-finder/question.ts';
import { randomPlans, randomQuestions, smallHouse, stockOf } from '../../support/random-house.ts';
import type { Plan, SmallHouse } from '../../support/random-house.ts';
import { compareFigures, figuresOf, isAllowed, isFitting, reachableStages, singlesLeft } from './brute-force.ts';

const PARTY_MAX = 6;

interface Asked {
  readonly house: SmallHouse;
  readonly stock: SeatStock;
  readonly question: SeatQuestion;
  readonly proposals: readonly Proposal[];
}

function ask(plan: Plan, seed: number, question: SeatQuestion): Asked {
  const house = smallHouse(plan);
  const stock = stockOf(house, seed);
  const { columns } = house;
  // A question may name seats of a larger house, which are not there.
  const near = question.near?.filter((seat) => seat < columns.count);
  const asked = { ...question, ...(near && { near }) };
  return { house, stock, question: asked, proposals: createSeatFinder(columns, stock).find(question) };
}

function check(
  questions: fc.Arbitrary<SeatQuestion>,
  numRuns: number,
  holds: (asked: Asked) => void,
  plans: fc.Arbitrary<Plan> = randomPlans(11),
): void {
  fc.assert(
    fc.property(plans, fc.nat(1000), questions, (plan, seed, question) => holds(ask(plan, seed, question))),
    { numRuns },
  );
}

/** Of questions that cut through runs of free seats, STRICT may give up a party that sits apart (see apart.ts). */
const cutsNoRun = ({ noSingle, levels, priceLimitMinor }: SeatQuestion) =>
  noSingle !== 'STRICT' || (levels === undefined && priceLimitMinor === undefined);

test('each answer is free, fits the question and breaks no rule, has exactly as many seats as asked, and none twice', () => {
  check(randomQuestions(PARTY_MAX), 3000, ({ house, stock, question, proposals }) => {
    expect(proposals.length).toBeLessThanOrEqual(3);
    const seen = new Set<number>();
    for (const { seats, figures } of proposals) {
      expect(seats).toEqual([...new Set(seats)].sort((a, b) => a - b));
      expect(seats).toHaveLength(question.quantity);
      expect(isAllowed(house, stock, question, seats), 'allowed').toBe(true);
      for (const seat of seats) {
        expect(isFitting(house, stock, question, seat), `${seat} fits`).toBe(true);
        expect(seen.has(seat)).toBe(false);
        seen.add(seat);
      }
      expect(figures.singlesLeft).toBe(singlesLeft(house, (seat) => stock.free[seat] === 1, seats).length);
      expect(figures.pricesMinor).toEqual(seats.map((seat) => stock.priceMinor[seat]));
    }
    const stages = proposals.map(({ stage }) => FINDER_STAGES.indexOf(stage));
    expect(stages).toEqual([...stages].sort((a, b) => a - b));
  });
});

test('the first answer is at the first stage that can be had; there is none only when no seats would do', () => {
  check(randomQuestions(PARTY_MAX).filter(cutsNoRun), 3000, ({ house, stock, question, proposals }) => {
    const reachable = reachableStages(house, stock, question).map(({ stage }) => stage);
    expect(proposals[0]?.stage).toBe(reachable[0]);
    for (const { stage } of proposals) expect(reachable).toContain(stage);
  });
});

test('who sits together, or in adjoining rows, has the best seats there are', () => {
  const together = ['TOGETHER', 'TOGETHER_SINGLE_LEFT', 'ADJOINING_ROWS'];
  check(randomQuestions(PARTY_MAX), 3000, ({ house, stock, question, proposals: [first] }) => {
    if (first === undefined || !together.includes(first.stage)) return;
    const { best } = reachableStages(house, stock, question)[0]!;
    const figures = figuresOf(house, stock, question, first.seats);
    expect(compareFigures(figures, best), `${figures} for ${best}`).toBe(0);
  });
});

test('a party too large for a row has the best of all ways to share it among adjoining rows', () => {
  const line = fc.array(fc.constantFrom('.', '.', '.', '.', 'r', 'x'), { minLength: 3, maxLength: 4 });
  const dense = fc.array(line, { minLength: 2, maxLength: 3 }).map((lines): Plan => {
    return { S1: [...lines.map((marks) => marks.join('')), 'xxxxxxx'] };
  });
  const questions = fc.record({
    quantity: fc.integer({ min: 4, max: 7 }),
    aisle: fc.boolean(),
    noSingle: fc.constantFrom<NoSingleRule>('LENIENT', 'STRICT', 'OFF'),
  });
  const expectBest = ({ house, stock, question, proposals: [first] }: Asked) => {
    const [reached] = reachableStages(house, stock, question);
    expect(first?.stage).toBe(reached?.stage);
    if (first?.stage !== 'ADJOINING_ROWS') return;
    const figures = figuresOf(house, stock, question, first.seats);
    expect(compareFigures(figures, reached!.best), `${figures} for ${reached!.best}`).toBe(0);
  };
  check(questions, 1000, expectBest, dense);
});

test('a party that sits apart has its aisle, and nobody alone gives it up', () => {
  const line = fc.array(fc.constantFrom('.', '.', '.', 'x', 'x', 'W', 'C'), { minLength: 5, maxLength: 9 });
  const lone = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines): Plan => {
    return { S1: [...lines.map((marks) => marks.join('')), 'xxxxxxx'] };
  });
  const questions = fc.record({
    quantity: fc.integer({ min: 2, max: 6 }),
    aisle: fc.constant(true),
    wheelchairs: fc.constantFrom(0, 0, 1, 2),
  });
  const expectAisle = ({ house, stock, question, proposals }: Asked) => {
    expect(proposals[0]?.stage).toBe(reachableStages(house, stock, question)[0]?.stage);
    for (const { seats } of proposals) expect(isAllowed(house, stock, question, seats)).toBe(true);
  };
  check(questions, 1000, expectAisle, lone);
});

test('whatever is offered under the strict rule is no pick that it refuses', () => {
  check(randomQuestions(PARTY_MAX, ['STRICT']), 1000, ({ house, stock, proposals }) => {
    const finder = createSeatFinder(house.columns, stock);
    for (const { seats } of proposals) expect(finder.judgePick(seats, [], 'STRICT').verdict).not.toBe('REFUSE');
  });
});
