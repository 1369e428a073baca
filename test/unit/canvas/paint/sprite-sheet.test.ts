import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMask, type Stamp } from '../../../../src-renderer/canvas/paint/mask.ts';
import type { Frame } from '../../../../src-renderer/canvas/paint/pixels.ts';
import {
  composeSprite,
  createSpriteSheet,
  spriteBox,
  type SpriteBox,
  stampSprite,
  swapSprite,
} from '../../../../src-renderer/canvas/paint/sprite-sheet.ts';

const SIDE = 12;
const whole = { left: 0, top: 0, right: SIDE, bottom: SIDE };
const newFrame = (): Frame => ({ pixels: new Uint32Array(SIDE * SIDE), width: SIDE, height: SIDE });

/** Empty, half covered and wholly covered pixels. */
const pixel = fc.constantFrom(0, 0x80102030, 0x80102031, 0xff405060, 0xff405061);

interface Pair {
  readonly box: SpriteBox;
  /** Something else, the one sprite, and the other. */
  readonly source: Uint32Array;
  readonly from: number;
  readonly to: number;
}

const pair = fc
  .record({
    left: fc.integer({ min: -4, max: 1 }),
    top: fc.integer({ min: -4, max: 1 }),
    width: fc.integer({ min: 0, max: 5 }),
    height: fc.integer({ min: 0, max: 5 }),
  })
  .chain((box) => {
    const size = box.width * box.height;
    return fc
      .array(pixel, { minLength: 3 + size * 2, maxLength: 3 + size * 2 })
      .map((pixels): Pair => ({ box, source: Uint32Array.from(pixels), from: 3, to: 3 + size }));
  });
const place = fc.integer({ min: -2, max: SIDE + 2 });
const edge = fc.integer({ min: 0, max: SIDE });

function stamped({ box, source }: Pair, start: number, x: number, y: number): Frame {
  const frame = newFrame();
  stampSprite(frame, whole, source, start, box, x, y);
  return frame;
}

test('a sprite that stands alone is swapped as if it had never been there', () => {
  fc.assert(
    fc.property(pair, place, place, (of, x, y) => {
      const frame = stamped(of, of.from, x, y);
      expect(swapSprite(frame, whole, of.source, of.from, of.to, of.box, x, y)).toBe(true);
      expect(frame).toEqual(stamped(of, of.to, x, y));
    }),
  );
});

test('where a part of it is painted anew already, the rest is swapped', () => {
  fc.assert(
    fc.property(pair, place, place, edge, (of, x, y, column) => {
      const frame = stamped(of, of.from, x, y);
      const fresh = stamped(of, of.to, x, y);
      fresh.pixels.forEach((held, at) => {
        if (at % SIDE < column) frame.pixels[at] = held;
      });
      expect(swapSprite(frame, whole, of.source, of.from, of.to, of.box, x, y)).toBe(true);
      expect(frame).toEqual(fresh);
    }),
  );
});

test('a sprite is swapped only when nothing else is in a pixel that changes', () => {
  fc.assert(
    fc.property(pair, place, place, fc.nat({ max: SIDE * SIDE - 1 }), (of, x, y, at) => {
      const frame = stamped(of, of.from, x, y);
      const isChanging = frame.pixels[at] !== stamped(of, of.to, x, y).pixels[at];
      frame.pixels[at] = 0x90909090;
      expect(swapSprite(frame, whole, of.source, of.from, of.to, of.box, x, y)).toBe(!isChanging);
      if (!isChanging) expect(frame.pixels[at]).toBe(0x90909090);
    }),
  );
});

test('nothing is swapped outside the part', () => {
  fc.assert(
    fc.property(pair, place, place, edge, edge, (of, x, y, across, down) => {
      const clip = { left: Math.min(across, 4), top: Math.min(down, 3), right: across, bottom: down };
      const frame = stamped(of, of.from, x, y);
      const expected = frame.pixels.slice();
      stamped(of, of.to, x, y).pixels.forEach((held, at) => {
        const [column, row] = [at % SIDE, Math.floor(at / SIDE)];
        const isInside = column >= clip.left && column < clip.right && row >= clip.top && row < clip.bottom;
        if (isInside) expected[at] = held;
      });
      expect(swapSprite(frame, clip, of.source, of.from, of.to, of.box, x, y)).toBe(true);
      expect(frame.pixels).toEqual(expected);
    }),
  );
});

/** A disc's worth of one colour, the same for every place between pixels. */
function stampOf(radius: number, color: number, alpha = 255): Stamp {
  const side = radius * 2 + 1;
  const coverage = new Uint8Array(side * side).fill(alpha);
  const mask = createMask(coverage, { left: -radius, top: -radius, right: radius + 1, bottom: radius + 1 });
  return { set: { masks: Array(16).fill(mask) }, dx: 0, dy: 0, color };
}

test('each look, size and place between pixels has its sprite, wherever the sheet has grown to', () => {
  const reaches = [2.2, 9.7];
  const colorOf = (size: number, outline: number, style: number, isLit: boolean) =>
    (0xff000000 | (size << 16) | (outline << 12) | (style << 4) | (isLit ? 1 : 0)) >>> 0;
  const stampsOf = (...kind: Parameters<typeof colorOf>) => [stampOf(1, colorOf(...kind))];
  const sheet = createSpriteSheet({ reaches, outlines: 4, styles: 5, phases: 4, stampsOf });
  const kinds = [0, 1].flatMap((size) =>
    [0, 3].flatMap((outline) =>
      [0, 4].flatMap((style) =>
        [true, false].flatMap((isLit) =>
          Array.from({ length: 16 }, (_, phase) => ({ size, outline, style, isLit, phase })),
        ),
      ),
    ),
  );
  const startOf = ({ size, outline, style, isLit, phase }: (typeof kinds)[number]) =>
    sheet.startOf(size, outline, style, isLit, phase);
  const first = kinds.map(startOf);
  expect(new Set(first).size).toBe(kinds.length);
  expect(kinds.map(startOf)).toEqual(first);
  for (const [i, { size, outline, style, isLit, phase }] of kinds.entries()) {
    const box = sheet.boxOf(size, phase);
    expect(box).toEqual(spriteBox(reaches[size]!, phase, 4));
    expect(sheet.pixels().slice(first[i]!, first[i]! + box.width * box.height)).toEqual(
      composeSprite(stampsOf(size, outline, style, isLit), box, phase, 4),
    );
  }
});

test('a box holds all that is within reach of a middle between pixels, and not a pixel more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 40, noNaN: true }), fc.nat({ max: 15 }), (reach, phase) => {
      const { left, top, width, height } = spriteBox(reach, phase, 4);
      const [x, y] = [(phase % 4) / 4, Math.floor(phase / 4) / 4];
      for (const [from, to, middle] of [
        [left, left + width, x],
        [top, top + height, y],
      ] as const) {
        expect(from).toBeLessThanOrEqual(middle - reach);
        expect(from + 1).toBeGreaterThan(middle - reach);
        expect(to).toBeGreaterThanOrEqual(middle + reach);
        expect(to - 1).toBeLessThan(middle + reach);
      }
    }),
  );
});

test('the last trace of an edge is left out', () => {
  const box = spriteBox(1, 0, 1);
  expect(composeSprite([stampOf(1, 0xff112233, 12)], box, 0, 1).every((held) => held === 0)).toBe(true);
  expect(composeSprite([stampOf(1, 0xff112233, 13)], box, 0, 1).every((held) => held === 0x0d112233)).toBe(true);
});
