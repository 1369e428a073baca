import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countedMinor,
  PIECES_MAX,
  textToPieces,
  withPieces,
  type DenominationCount,
} from '../../../src-renderer/ui/denomination-count.ts';

const HOUSE = [
  { valueMinor: 1_000, kind: 'NOTE' as const },
  { valueMinor: 500, kind: 'NOTE' as const },
  { valueMinor: 50, kind: 'COIN' as const },
];

it.each([
  ['', null],
  ['12', 12],
  ['0', 0],
  ['٧', 7],
  ['7x', 7],
  ['-3', 3],
  ['99999', PIECES_MAX],
])('reads %j pieces as %j', (typed, pieces) => {
  expect(textToPieces(typed)).toBe(pieces);
});

it('counts what was entered and nothing else', () => {
  const pieces = fc.option(fc.integer({ min: 0, max: PIECES_MAX }), { nil: null });
  fc.assert(
    fc.property(fc.tuple(pieces, pieces, pieces), (counts) => {
      const count = HOUSE.reduce<DenominationCount>(
        (sum, { valueMinor }, index) => withPieces(sum, valueMinor, counts[index] ?? null),
        { 7: 3 },
      );
      const expected = HOUSE.reduce((sum, { valueMinor }, index) => sum + valueMinor * (counts[index] ?? 0), 0);
      expect(countedMinor(HOUSE, count)).toBe(expected);
    }),
  );
});

it('keeps "not counted" apart from none', () => {
  const none = withPieces({}, 500, 0);
  expect(none).toEqual({ 500: 0 });
  expect(withPieces(none, 500, null)).toEqual({});
});
