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

test('of all added, those that touch a place or meet its edge are asked, and no others', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), box, (boxes, place) => {
      const grid = createPlateGrid<{ readonly box: Bounds }>();
      for (const each of boxes) grid.add({ box: each });
      const asked = new Set<Bounds>();
      grid.someAt(place, (item) => {
        asked.add(item.box);
        return false;
      });
      const expected = boxes.filter(
        ({ left, top, right, bottom }) =>
          left <= place.right && right >= place.left && top <= place.bottom && bottom >= place.top,
      );
      expect([...asked].toSorted(inOrder(boxes))).toEqual(expected);
    }),
  );
});

function inOrder(boxes: readonly Bounds[]): (a: Bounds, b: Bounds) => number {
  return (a, b) => boxes.indexOf(a) - boxes.indexOf(b);
}
