import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blendPixel,
  type Frame,
  overlap,
  pixelOf,
  scrollFrame,
  withAlpha,
} from '../../../../src-renderer/canvas/paint/pixels.ts';

describe('a pixel', () => {
  test('holds alpha, blue, green and red from the highest byte down', () => {
    expect(pixelOf('#123456')).toBe(0xff563412);
    expect(pixelOf('#123456', 0x80)).toBe(0x80563412);
    expect(withAlpha(0xff563412, 1)).toBe(0x01563412);
    expect(pixelOf('not a colour')).toBe(pixelOf('#6b7280'));
  });

  const blended = (under: number, color: number, coverage: number) => {
    const pixels = Uint32Array.of(under);
    blendPixel(pixels, 0, color, coverage);
    return pixels[0]!;
  };

  test.each([
    ['full cover replaces', 0xff000000, 0xff0000ff, 255, 0xff0000ff],
    ['no cover leaves', 0xff112233, 0xff0000ff, 0, 0xff112233],
    ['half over nothing is half of the colour', 0, 0xff0000ff, 128, 0x800000ff],
    ['half of white over black is grey', 0xff000000, 0xffffffff, 128, 0xff808080],
    ['half over half is three quarters', 0x80ffffff, 0xffffffff, 128, 0xc0ffffff],
  ])('%s', (_, under, color, coverage, expected) => {
    expect(blended(under, color, coverage).toString(16)).toBe(expected.toString(16));
  });

  test('drawn over another is never less opaque, and of no colour outside of the two', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const pixel = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(pixel, pixel, channel, (under, color, coverage) => {
        const result = blended(under, color, coverage);
        expect(result >>> 24).toBeGreaterThanOrEqual(under >>> 24);
        if (under >>> 24 === 0 || result >>> 24 === 0) return;
        for (const shift of [0, 8, 16]) {
          const [low, high] = [(under >>> shift) & 255, (color >>> shift) & 255].toSorted((a, b) => a - b);
          expect((result >>> shift) & 255).toBeGreaterThanOrEqual(low! - 1);
          expect((result >>> shift) & 255).toBeLessThanOrEqual(high! + 1);
        }
      }),
    );
  });
});

describe('a frame that is scrolled', () => {
  const picture = (x: number, y: number) => (x * 1000 + y + 7) >>> 0;

  /** The picture as seen with its origin at (x, y). */
  function paint(
    { pixels, width }: Frame,
    part: { left: number; top: number; right: number; bottom: number },
    x: number,
    y: number,
  ) {
    for (let row = part.top; row < part.bottom; row += 1) {
      for (let column = part.left; column < part.right; column += 1) {
        pixels[row * width + column] = picture(column - x, row - y);
      }
    }
  }

  test('shows, once its bare parts are painted, what painting all of it would', () => {
    const size = fc.integer({ min: 1, max: 12 });
    const by = fc.integer({ min: -15, max: 15 });
    fc.assert(
      fc.property(size, size, by, by, (width, height, dx, dy) => {
        const whole = { left: 0, top: 0, right: width, bottom: height };
        const frame: Frame = { pixels: new Uint32Array(width * height), width, height };
        paint(frame, whole, 0, 0);
        const bare = scrollFrame(frame, dx, dy);
        for (const part of bare) paint(frame, part, dx, dy);
        const expected: Frame = { pixels: new Uint32Array(width * height), width, height };
        paint(expected, whole, dx, dy);
        expect(frame.pixels).toEqual(expected.pixels);
        const area = bare.reduce((sum, part) => sum + (part.right - part.left) * (part.bottom - part.top), 0);
        expect(area).toBe(width * height - Math.max(0, width - Math.abs(dx)) * Math.max(0, height - Math.abs(dy)));
      }),
      { numRuns: 500 },
    );
  });
});

test('boxes that only touch have nothing in common', () => {
  const box = { left: 0, top: 0, right: 4, bottom: 4 };
  expect(overlap(box, { left: 4, top: 0, right: 8, bottom: 4 })).toBeNull();
  expect(overlap(box, { left: 3, top: 2, right: 8, bottom: 9 })).toEqual({ left: 3, top: 2, right: 4, bottom: 4 });
});
