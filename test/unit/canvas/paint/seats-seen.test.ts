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

test('no name lies on a seat seen whole, a field lies on all of one unseen, and names may come one by one', () => {
  fc.assert(
    fc.property(fc.array(plate, { maxLength: 5 }), fc.nat({ max: 5 }), fc.integer(), (plates, first, pan) => {
      const scene = createTestScene(columns, createStatusTheme(DEMO_HOLDS), createDemoStates(columns));
      const painter = createSquarePainter(scene, SCALE);
      const seen = createSeatsSeen(scene, SCALE, ({ box, hasField }, part) => hasField && isInside(part, box));
      seen.flags(plates.slice(0, first), painter.reaches);
      const flags = seen.flags(plates, painter.reaches);
      const [x, y] = [pan % 1000, -pan % 700];
      for (let seat = 0; seat < columns.count; seat += 1) {
        const { left, top, right, bottom } = painter.boundsOf(seat, { scale: SCALE, x, y, pixelRatio: 1 });
        const part = { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
        const met = plates.filter(({ box }) => isMet(part, box));
        if (flags[seat] === SEEN_WHOLE) expect(met).toEqual([]);
        if (flags[seat] === UNSEEN) expect(met.some(({ box, hasField }) => hasField && isInside(part, box))).toBe(true);
        if (met.length === 0) expect(flags[seat]).not.toBe(UNSEEN);
      }
    }),
    { numRuns: 60 },
  );
});

test('a seat that lies across an edge of a name is seen in part', () => {
  const scene = createTestScene(columns, createStatusTheme(DEMO_HOLDS), createDemoStates(columns));
  const [atX, atY] = [columns.x[0]! * SCALE, columns.y[0]! * SCALE];
  const box = {
    left: Math.round(atX),
    top: Math.round(atY) - 9,
    right: Math.round(atX) + 20,
    bottom: Math.round(atY) + 9,
  };
  const across: Plate = { section: scene.sections[0]!, x: atX, y: atY, box, hasField: true, hasCount: false };
  const seen = createSeatsSeen(scene, SCALE, (_, part) => isInside(part, box));
  expect(seen.flags([across], Float64Array.of(3))[0]).toBe(SEEN_PARTLY);
});

test('hidden seats, and seats without a place or a size, are unseen', () => {
  const [x, y, radius] = [columns.x.slice(), columns.y.slice(), columns.radius.slice()];
  [x[0], y[1], radius[2]] = [Number.NaN, Infinity, Number.NaN];
  const odd = { ...columns, x, y, radius };
  const scene = createTestScene(odd, createStatusTheme(DEMO_HOLDS), createDemoStates(odd));
  scene.hidden = new Uint8Array(odd.count);
  scene.hidden[3] = 1;
  const flags = createSeatsSeen(scene, SCALE, () => false).flags(
    [],
    new Float64Array(scene.radii.sizes.length).fill(2),
  );
  expect([...flags.subarray(0, 5)]).toEqual([UNSEEN, UNSEEN, UNSEEN, UNSEEN, SEEN_WHOLE]);
});
