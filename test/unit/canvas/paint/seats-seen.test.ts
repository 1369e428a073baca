import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStatusTheme } from '../../../../src-renderer/canvas/marks.ts';
import type { Plate } from '../../../../src-renderer/canvas/paint/plate-places.ts';
import { createSeatsSeen, SEEN_PARTLY, SEEN_WHOLE, UNSEEN } from '../../../../src-renderer/canvas/paint/seats-seen.ts';
import { createSquarePainter } from '../../../../src-renderer/canvas/paint/square-painter.ts';
import type { Bounds } from '../../../../src-renderer/canvas/view.ts';
import { createDemoStates, createDemoTheatre, DEMO_HOLDS } from '../../../support/demo-theatre.ts';
import { createTestScene } from '../../../support/seat-scene.ts';

const { columns } = createDemoTheatre(400);
const SCALE = 0.3;
const extent = createTestScene(columns, createStatusTheme(DEMO_HOLDS), createDemoStates(columns)).index.bounds!;

const plate = fc
  .record({
    x: fc.integer({ min: Math.floor(extent.left * SCALE), max: Math.ceil(extent.right * SCALE) }),
    y: fc.integer({ min: Math.floor(extent.top * SCALE), max: Math.ceil(extent.bottom * SCALE) }),
    halfWidth: fc.integer({ min: 1, max: 30 }),
    halfHeight: fc.integer({ min: 1, max: 12 }),
    hasField: fc.boolean(),
  })
  .map(({ x, y, halfWidth, halfHeight, hasField }): Plate => {
    const box = { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
    const section = { index: 0, name: '', bounds: extent, heart: { x, y } };
    return { section, x, y, box, hasField, hasCount: false };
  });

const isInside = (part: Bounds, box: Bounds) =>
  part.left >= box.left && part.right <= box.right && part.top >= box.top && part.bottom <= box.bottom;
const isMet = (part: Bounds, box: Bounds) =>
  part.left < box.right && part.right > box.left && part.top < box.bottom && part.bottom > box.top;

test('a seat is unseen beneath a field, seen in part where a name meets it, else whole, and names may come one by one', () => {
  fc.assert(
    fc.property(fc.array(plate, { maxLength: 5 }), fc.nat({ max: 5 }), fc.integer(), (plates, first, pan) => {
      const scene = createTestScene(columns, createStatusTheme(DEMO_HOLDS), createDemoStates(columns));
      const painter = createSquarePainter(scene, SCALE);
      const seen = createSeatsSeen(scene, SCALE, ({ box, hasField }, part) => hasField && isInside(part, box));
      const boundsOf = (seat: number) => painter.boundsOf(seat, { scale: SCALE, x: 0, y: 0, pixelRatio: 1 });
      seen.flags(plates.slice(0, first), boundsOf);
      const flags = seen.flags(plates, boundsOf);
      const [x, y] = [pan % 1000, -pan % 700];
      for (let seat = 0; seat < columns.count; seat += 1) {
        const { left, top, right, bottom } = painter.boundsOf(seat, { scale: SCALE, x, y, pixelRatio: 1 });
        const part = { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
        const met = plates.filter(({ box }) => isMet(part, box));
        const isHidden = met.some(({ box, hasField }) => hasField && isInside(part, box));
        expect(flags[seat]).toBe(isHidden ? UNSEEN : met.length > 0 ? SEEN_PARTLY : SEEN_WHOLE);
      }
    }),
    { numRuns: 60 },
  );
});

test('hidden seats, and seats without a place or a size, are unseen', () => {
  const [x, y, radius] = [columns.x.slice(), columns.y.slice(), columns.radius.slice()];
  [x[0], y[1], radius[2]] = [Number.NaN, Infinity, Number.NaN];
  const odd = { ...columns, x, y, radius };
  const scene = createTestScene(odd, createStatusTheme(DEMO_HOLDS), createDemoStates(odd));
  scene.hidden = new Uint8Array(odd.count);
  scene.hidden[3] = 1;
  const flags = createSeatsSeen(scene, SCALE, () => false).flags([], () => extent);
  expect([...flags.subarray(0, 5)]).toEqual([UNSEEN, UNSEEN, UNSEEN, UNSEEN, SEEN_WHOLE]);
});
