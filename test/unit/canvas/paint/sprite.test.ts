import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '../../../../src-renderer/canvas/paint/pixels.ts';
import { type Sprite, stampSprite, swapSprite } from '../../../../src-renderer/canvas/paint/sprite.ts';

const SIDE = 12;
const whole = { left: 0, top: 0, right: SIDE, bottom: SIDE };
const newFrame = (): Frame => ({ pixels: new Uint32Array(SIDE * SIDE), width: SIDE, height: SIDE });

/** Empty, half covered and wholly covered pixels. */
const pixel = fc.constantFrom(0, 0x80102030, 0xff405060);
const sprite = fc
  .record({
    left: fc.integer({ min: -4, max: 1 }),
    top: fc.integer({ min: -4, max: 1 }),
    width: fc.integer({ min: 0, max: 5 }),
    height: fc.integer({ min: 0, max: 5 }),
  })
  .chain((box) =>
    fc
      .array(pixel, { minLength: box.width * box.height, maxLength: box.width * box.height })
      .map((pixels): Sprite => ({ ...box, pixels: Uint32Array.from(pixels) })),
  );
const place = fc.integer({ min: -2, max: SIDE + 2 });

test('a sprite that stands alone is swapped as if it had never been there', () => {
  fc.assert(
    fc.property(sprite, sprite, place, place, (from, to, x, y) => {
      const frame = newFrame();
      stampSprite(frame, whole, from, x, y);
      expect(swapSprite(frame, whole, from, to, x, y)).toBe(true);
      const expected = newFrame();
      stampSprite(expected, whole, to, x, y);
      expect(frame).toEqual(expected);
    }),
  );
});

test('a sprite is swapped only when nothing else is in its pixels or in those of the next', () => {
  fc.assert(
    fc.property(sprite, sprite, place, place, fc.nat({ max: SIDE * SIDE - 1 }), (from, to, x, y, at) => {
      const frame = newFrame();
      const [own, next] = [newFrame(), newFrame()];
      stampSprite(frame, whole, from, x, y);
      stampSprite(own, whole, from, x, y);
      stampSprite(next, whole, to, x, y);
      frame.pixels[at] = 0x90909090;
      const isTheirs = own.pixels[at] !== 0 || next.pixels[at] !== 0;
      expect(swapSprite(frame, whole, from, to, x, y)).toBe(!isTheirs);
      if (!isTheirs) expect(frame.pixels[at]).toBe(0x90909090);
    }),
  );
});
