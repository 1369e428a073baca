import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMask, stampAll, stampMask } from '../../../../src-renderer/canvas/paint/mask.ts';
import { blendPixel, type Frame } from '../../../../src-renderer/canvas/paint/pixels.ts';
import { composeSprite, spriteBox, stampSprite } from '../../../../src-renderer/canvas/paint/sprite-sheet.ts';

const SIZE = 10;
const emptyFrame = (): Frame => ({ pixels: new Uint32Array(SIZE * SIZE), width: SIZE, height: SIZE });
const whole = { left: 0, top: 0, right: SIZE, bottom: SIZE };

const mask = fc
  .record({
    left: fc.integer({ min: -5, max: 2 }),
    top: fc.integer({ min: -5, max: 2 }),
    width: fc.integer({ min: 1, max: 7 }),
    height: fc.integer({ min: 1, max: 7 }),
    coverage: fc.array(fc.constantFrom(0, 0, 60, 255, 255), { minLength: 49, maxLength: 49 }),
  })
  .map(({ left, top, width, height, coverage }) =>
    createMask(Uint8Array.from(coverage.slice(0, width * height)), {
      left,
      top,
      right: left + width,
      bottom: top + height,
    }),
  );
const place = fc.integer({ min: -8, max: 18 });
const edge = fc.integer({ min: 0, max: SIZE });
const color = fc.constantFrom(0xff0000ff, 0x80ff0000);

test('a stamp blends each pixel by what the mask covers of it, within its clip and nowhere else', () => {
  fc.assert(
    fc.property(mask, place, place, edge, edge, color, (stamped, x, y, across, down, pixel) => {
      const frame = emptyFrame();
      const clip = { left: Math.min(across, 4), top: Math.min(down, 3), right: across, bottom: down };
      stampMask(frame, clip, stamped, x, y, pixel);
      const expected = emptyFrame();
      for (let row = clip.top; row < clip.bottom; row += 1) {
        for (let column = clip.left; column < clip.right; column += 1) {
          const [inX, inY] = [column - x - stamped.left, row - y - stamped.top];
          if (inX < 0 || inY < 0 || inX >= stamped.width || inY >= stamped.height) continue;
          const covered = stamped.coverage[inY * stamped.width + inX]!;
          if (covered > 0) blendPixel(expected.pixels, row * SIZE + column, pixel, covered);
        }
      }
      expect(frame.pixels).toEqual(expected.pixels);
    }),
    { numRuns: 400 },
  );
});

test('a sprite stamped on an empty frame, within its clip, is its stamps there', () => {
  fc.assert(
    fc.property(
      fc.array(mask, { minLength: 0, maxLength: 3 }),
      place,
      place,
      edge,
      edge,
      (masks, x, y, across, down) => {
        const colors = [0xff0000ff, 0x80ff0000, 0xff00ff00];
        const stamps = masks.map((each, i) => ({ set: { masks: [each] }, dx: 0, dy: 0, color: colors[i]! }));
        const clip = { left: Math.min(across, 4), top: Math.min(down, 3), right: across, bottom: down };
        const [frame, expected] = [emptyFrame(), emptyFrame()];
        const box = spriteBox(9, 0, 1);
        stampSprite(frame, clip, composeSprite(stamps, box, 0, 1), 0, box, x, y);
        stampAll(expected, clip, stamps, x, y, 1);
        expect(frame.pixels).toEqual(expected.pixels);
      },
    ),
    { numRuns: 300 },
  );
});

test('of the masks of a part the one for its place between pixels is stamped', () => {
  const dot = (value: number) => createMask(Uint8Array.of(value), { left: 0, top: 0, right: 1, bottom: 1 });
  const set = { masks: [10, 20, 30, 40].map(dot) };
  const stamps = [{ set, dx: 1, dy: 0, color: 0xff000000 }];
  const alphaAt = (x: number, y: number) => {
    const frame = emptyFrame();
    stampAll(frame, whole, stamps, x, y, 2);
    return [...frame.pixels].map((pixel, at) => [at, pixel >>> 24] as const).filter(([, alpha]) => alpha > 0);
  };
  expect(alphaAt(5, 4)).toEqual([[2 * SIZE + 3, 10]]);
  expect(alphaAt(4, 4)).toEqual([[2 * SIZE + 2, 20]]);
  expect(alphaAt(5, 5)).toEqual([[2 * SIZE + 3, 30]]);
  expect(alphaAt(4, 5)).toEqual([[2 * SIZE + 2, 40]]);
  expect(alphaAt(-40, -40)).toEqual([]);
});
