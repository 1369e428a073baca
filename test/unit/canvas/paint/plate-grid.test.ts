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

test('an item is added exactly when its box lies on none added before it', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
      const grid = createPlateGrid();
      const added: Bounds[] = [];
      for (const each of boxes) {
        const isFree = added.every((other) => overlap(each, other) === null);
        expect(grid.addIfFree({ box: each })).toBe(isFree);
        if (isFree) added.push(each);
      }
    }),
  );
});

test('of all added, each that lies on a place is visited once, and no other', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), box, (boxes, place) => {
      const grid = createPlateGrid<{ readonly box: Bounds }>();
      for (const each of boxes) grid.add({ box: each });
      const visited: number[] = [];
      grid.visit(place, (item) => visited.push(boxes.indexOf(item.box)));
      const expected = [...boxes.keys()].filter((index) => overlap(boxes[index]!, place) !== null);
      expect(visited.toSorted((a, b) => a - b)).toEqual(expected);
    }),
  );
});
