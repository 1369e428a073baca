import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from '../../../../src-renderer/canvas/paint/pixels.ts';
import { createPlateGrid } from '../../../../src-renderer/canvas/paint/plate-grid.ts';
import type { Bounds } from '../../../../src-renderer/canvas/view.ts';

const box = fc
  .record({
    left: fc.integer({ min: -400, max: 400 }),
    top: fc.integer({ min: -400, max: 400 }),
    width: fc.integer({ min: 1, max: 160 }),
    height: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ left, top, width, height }): Bounds => ({ left, top, right: left + width, bottom: top + height }));

test('a box is taken exactly when it lies on none taken before it', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
      const grid = createPlateGrid();
      const taken: Bounds[] = [];
      for (const each of boxes) {
        const isFree = taken.every((other) => overlap(each, other) === null);
        expect(grid.take(each)).toBe(isFree);
        if (isFree) taken.push(each);
      }
    }),
  );
});
