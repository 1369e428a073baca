/**
 * Masks: what of each pixel a part of a seat, a figure or a letter covers, worked out once and stamped in any colour.
 * A part has a mask for every place it can have between two pixels, so that rows do not wobble.
 */
import type { Bounds } from '../view.ts';
import { blendPixel, type Frame } from './pixels.ts';

export interface Mask {
  /** Where its first pixel lies from the pixel that holds the part's origin. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 255, row by row. */
  readonly coverage: Uint8Array;
  /** Of each row four columns: where it begins, where it is wholly covered from and to, where it ends. */
  readonly spans: Int16Array;
}

/**
 * The masks of one part by its place between pixels: `phases` (a power of two) down, each with as many across. Empty
 * until it is filled.
 */
export interface MaskSet {
  readonly masks: Mask[];
}

export function createMask(coverage: Uint8Array, { left, top, right, bottom }: Bounds): Mask {
  const width = right - left;
  const height = bottom - top;
  const spans = new Int16Array(height * 4);
  for (let row = 0; row < height; row += 1) spans.set(spansOf(coverage, row * width, width), row * 4);
  return { left, top, width, height, coverage, spans };
}

function spansOf(coverage: Uint8Array, start: number, width: number): readonly [number, number, number, number] {
  let first = 0;
  while (first < width && coverage[start + first] === 0) first += 1;
  let end = width;
  while (end > first && coverage[start + end - 1] === 0) end -= 1;
  let solidFrom = first;
  while (solidFrom < end && coverage[start + solidFrom] !== 255) solidFrom += 1;
  let solidTo = solidFrom;
  while (solidTo < end && coverage[start + solidTo] === 255) solidTo += 1;
  return [first, solidFrom, solidTo, end];
}

/** Stamps the mask with its origin in the pixel (x, y), within `clip`. */
export function stampMask(frame: Frame, clip: Bounds, mask: Mask, x: number, y: number, color: number): void {
  const { pixels, width: frameWidth } = frame;
  const { coverage, width, spans } = mask;
  const left = x + mask.left;
  const top = y + mask.top;
  const lastRow = Math.min(mask.height, clip.bottom - top);
  const clipFrom = clip.left - left;
  const clipTo = clip.right - left;
  if (clipFrom >= width || clipTo <= 0) return;
  const isOpaque = color >>> 24 === 255;
  for (let row = Math.max(0, clip.top - top); row < lastRow; row += 1) {
    const at = (top + row) * frameWidth + left;
    const from = row * width;
    const end = Math.min(spans[row * 4 + 3]!, clipTo);
    let column = Math.max(spans[row * 4]!, clipFrom);
    if (isOpaque) {
      const solidFrom = Math.min(spans[row * 4 + 1]!, end);
      const solidTo = Math.min(spans[row * 4 + 2]!, end);
      for (; column < solidFrom; column += 1) blendPixel(pixels, at + column, color, coverage[from + column]!);
      for (; column < solidTo; column += 1) pixels[at + column] = color;
    }
    for (; column < end; column += 1) blendPixel(pixels, at + column, color, coverage[from + column]!);
  }
}

/** A mask set at a distance from a seat's or a label's middle, in the atlas's fractions of a pixel, with its colour. */
export interface Stamp {
  readonly set: MaskSet;
  readonly dx: number;
  readonly dy: number;
  readonly color: number;
}

/** Stamps with the middle at (x, y), counted in `phases` to a pixel. */
export function stampAll(
  frame: Frame,
  clip: Bounds,
  stamps: readonly Stamp[],
  x: number,
  y: number,
  phases: number,
): void {
  const shift = 31 - Math.clz32(phases);
  for (let i = 0; i < stamps.length; i += 1) {
    const stamp = stamps[i]!;
    const atX = x + stamp.dx;
    const atY = y + stamp.dy;
    const mask = stamp.set.masks[((atY & (phases - 1)) << shift) | (atX & (phases - 1))];
    if (mask !== undefined) stampMask(frame, clip, mask, atX >> shift, atY >> shift, stamp.color);
  }
}
