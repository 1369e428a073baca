/**
 * Seats' bodies, rings and marks in their colours, put together once for each look and each place between pixels, and
 * copied from then on. All lie in one run of memory: with an object for each, a changed seat waited for memory object
 * by object, which took longer than painting it.
 */
import type { Bounds } from '../view.ts';
import { stampAll, type Stamp } from './mask.ts';
import { blendPixel, type Frame } from './pixels.ts';

/** What sprites of one size and one place between pixels take up, from the pixel that holds the seat's middle. */
export interface SpriteBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SpriteSheet {
  /** Every sprite's pixels, row by row. Another array once more have come. */
  pixels(): Uint32Array;
  /** `phase` is how far the seat's middle lies into its pixel: the atlas's phases down, times as many across. */
  boxOf(size: number, phase: number): SpriteBox;
  /** Where among the pixels the sprite begins. */
  startOf(size: number, outline: number, style: number, isLit: boolean, phase: number): number;
}

export interface SpriteSheetDeps {
  /** How far a seat of each size reaches from its middle, in device pixels; no text is in a sprite. */
  readonly reaches: ArrayLike<number>;
  readonly outlines: number;
  readonly styles: number;
  readonly phases: number;
  /** What is stamped of such a seat, the masks filled. */
  stampsOf(size: number, outline: number, style: number, isLit: boolean): readonly Stamp[];
}

/** A twentieth of a pixel: the last trace of an edge, which would be blended with the next seat's to no effect. */
const LEAST_ALPHA = 13;

const FIRST_ROOM = 4096;

export function createSpriteSheet({ reaches, outlines, styles, phases, stampsOf }: SpriteSheetDeps): SpriteSheet {
  const places = phases * phases;
  const boxes = Array.from(reaches, (reach) =>
    Array.from({ length: places }, (_, phase) => spriteBox(reach, phase, phases)),
  ).flat();
  /** By size and outline: where the sprite of a style, lit or not, and a phase begins; one more, as 0 is none. */
  const starts = Array<Uint32Array | undefined>(reaches.length * outlines).fill(undefined);
  let pixels = new Uint32Array(FIRST_ROOM);
  let used = 0;

  function add(sprite: Uint32Array): number {
    if (used + sprite.length > pixels.length) {
      const held = pixels;
      pixels = new Uint32Array(Math.max(held.length * 2, used + sprite.length));
      pixels.set(held);
    }
    pixels.set(sprite, used);
    used += sprite.length;
    return used - sprite.length;
  }

  function boxOf(size: number, phase: number): SpriteBox {
    return boxes[size * places + phase]!;
  }

  return {
    pixels: () => pixels,
    boxOf,
    startOf(size, outline, style, isLit, phase) {
      const ofKind = (starts[size * outlines + outline] ??= new Uint32Array(styles * 2 * places));
      const at = (style * 2 + (isLit ? 1 : 0)) * places + phase;
      if (ofKind[at] === 0) {
        ofKind[at] = add(composeSprite(stampsOf(size, outline, style, isLit), boxOf(size, phase), phase, phases)) + 1;
      }
      return ofKind[at]! - 1;
    },
  };
}

export function spriteBox(reachPx: number, phase: number, phases: number): SpriteBox {
  const atX = (phase % phases) / phases;
  const atY = Math.floor(phase / phases) / phases;
  const left = Math.floor(atX - reachPx);
  const top = Math.floor(atY - reachPx);
  return { left, top, width: Math.ceil(atX + reachPx) - left, height: Math.ceil(atY + reachPx) - top };
}

/** The stamps' pixels in the box. */
export function composeSprite(
  stamps: readonly Stamp[],
  { left, top, width, height }: SpriteBox,
  phase: number,
  phases: number,
): Uint32Array {
  const frame: Frame = { pixels: new Uint32Array(width * height), width, height };
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const [phaseX, phaseY] = [phase % phases, Math.floor(phase / phases)];
  stampAll(frame, whole, stamps, phaseX - left * phases, phaseY - top * phases, phases);
  return frame.pixels.map((pixel) => (pixel >>> 24 < LEAST_ALPHA ? 0 : pixel));
}

/** Stamps the sprite that begins at `start` in `source` with its middle in the pixel (x, y), within `clip`. */
export function stampSprite(
  frame: Frame,
  clip: Bounds,
  source: Uint32Array,
  start: number,
  box: SpriteBox,
  x: number,
  y: number,
): void {
  const { pixels, width: frameWidth } = frame;
  const left = x + box.left;
  const top = y + box.top;
  const from = Math.max(0, clip.left - left);
  const to = Math.min(box.width, clip.right - left);
  const endRow = Math.min(box.height, clip.bottom - top);
  for (let row = Math.max(0, clip.top - top); row < endRow; row += 1) {
    const at = (top + row) * frameWidth + left;
    const ofRow = start + row * box.width;
    for (let column = from; column < to; column += 1) {
      const pixel = source[ofRow + column]!;
      if (pixel === 0) continue;
      if (pixel >= 0xff000000 || pixels[at + column] === 0) pixels[at + column] = pixel;
      else blendPixel(pixels, at + column, pixel, 255);
    }
  }
}

/**
 * Puts the sprite that begins at `to` in place of the one at `from`, of the same box, with their middle in the pixel (x,
 * y), within `clip`. False when a pixel in which they differ is neither's, so that something else has a part in it: then
 * all of `clip` must be painted anew.
 */
export function swapSprite(
  frame: Frame,
  clip: Bounds,
  source: Uint32Array,
  from: number,
  to: number,
  box: SpriteBox,
  x: number,
  y: number,
): boolean {
  const [left, top] = [x + box.left, y + box.top];
  const column = Math.max(0, clip.left - left);
  const row = Math.max(0, clip.top - top);
  const columns = Math.min(box.width, clip.right - left) - column;
  const rows = Math.min(box.height, clip.bottom - top) - row;
  const first = row * box.width + column;
  const at = (top + row) * frame.width + left + column;
  return swapPixels(frame, at, source, from + first, to + first, box.width, columns, rows);
}

/** The same of so many columns and rows, from the frame's pixel `at` on, in sprites `width` pixels wide. */
export function swapPixels(
  { pixels, width: frameWidth }: Frame,
  at: number,
  source: Uint32Array,
  from: number,
  to: number,
  width: number,
  columns: number,
  rows: number,
): boolean {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const was = source[from + column]!;
      const is = source[to + column]!;
      if (was === is) continue;
      const held = pixels[at + column]!;
      if (held !== was && held !== is) return false;
      pixels[at + column] = is;
    }
    at += frameWidth;
    from += width;
    to += width;
  }
  return true;
}
