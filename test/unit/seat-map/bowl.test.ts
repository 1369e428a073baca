import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  alongOf,
  anchorAt,
  closeBowl,
  lengthOf,
  pointAt,
  shareTurns,
} from '../../../src-shared/domain/seat-map/bowl/bowl.ts';

const anySide = fc.array(
  fc.record({ length: fc.integer({ min: 0, max: 5000 }), turn: fc.double({ min: 0, max: 4, noNaN: true }) }),
  {
    maxLength: 6,
  },
);
const anySides = fc.tuple(anySide, anySide, anySide, anySide);

/** The last block's middle lies two hundred thousand kilometres away. */
const hardlyTurning = [
  { length: 0, turn: 0 },
  { length: 0, turn: 2.790_625_443_841_008_3 },
  { length: 1800, turn: 1.026_896_521_691_880_5e-7 },
];

const bowlOf = (sides: readonly (readonly { length: number; turn: number }[])[]) => {
  const turns = shareTurns(sides.map((side) => side.map(({ turn }) => turn)));
  const blocks = sides.map((side, index) => side.map(({ length }, block) => ({ length, turn: turns[index]![block]! })));
  return closeBowl(blocks, [1000, 1000, 1000, 1000]);
};

test('four sides of any blocks are one closed line, on which no block is shorter than it must be', () => {
  fc.assert(
    fc.property(anySides, (sides) => {
      const bowl = bowlOf(sides);
      bowl.forEach((side, index) => {
        const next = bowl[(index + 1) % 4]!;
        const from = pointAt(side, lengthOf(side, 0), 0);
        const to = pointAt(next, 0, 0);
        expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeLessThan(0.01);
        sides[index]!.forEach(({ length }, block) =>
          expect(side.stretches[2 * block + 1]!.length).toBeGreaterThanOrEqual(length - 0.01),
        );
      });
    }),
    { examples: [[[[], hardlyTurning, [], []]]] },
  );
});

test('the lines behind it keep their distance from it and never go back', () => {
  fc.assert(
    fc.property(anySides, fc.integer({ min: 1, max: 8000 }), (sides, depth) => {
      for (const side of bowlOf(sides)) {
        for (const share of [0, 0.25, 0.5, 0.75, 1]) {
          const anchor = anchorAt(side, share * lengthOf(side, 0), 0);
          const front = pointAt(side, alongOf(side, anchor, 0), 0);
          const back = pointAt(side, alongOf(side, anchor, depth), depth);
          expect(Math.hypot(front.x - back.x, front.y - back.y)).toBeCloseTo(depth, 2);
        }
        expect(lengthOf(side, depth)).toBeGreaterThanOrEqual(lengthOf(side, 0));
      }
    }),
  );
});
