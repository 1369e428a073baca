/**
 * Pixels as 32-bit numbers, straight (not premultiplied) as an ImageData holds them: alpha in the highest byte, then
 * blue, green, red. So it is on every little-endian machine, which is every one that a browser runs on.
 *
 * Places are in device pixels of the frame, whole numbers; a Bounds here is half open: right and bottom lie outside.
 */
import { parseColor } from '../contrast.ts';
import type { Bounds } from '../view.ts';

export interface Frame {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/** `color` as a pixel; what is not `#rrggbb` is mid-grey. `alpha` from 0 to 255. */
export function pixelOf(color: string, alpha = 255): number {
  const [red, green, blue] = parseColor(color) ?? [107, 114, 128];
  return withAlpha((blue << 16) | (green << 8) | red, alpha);
}

export function withAlpha(pixel: number, alpha: number): number {
  return ((pixel & 0xffffff) | (alpha << 24)) >>> 0;
}

/** Draws `color`, its alpha times `coverage` (0 to 255), over what stands at `at`. */
export function blendPixel(pixels: Uint32Array, at: number, color: number, coverage: number): void {
  const alpha = divide255((color >>> 24) * coverage);
  const under = pixels[at]!;
  const underAlpha = under >>> 24;
  if (underAlpha === 0) {
    pixels[at] = ((color & 0xffffff) | (alpha << 24)) >>> 0;
    return;
  }
  if (underAlpha === 255) {
    const rest = 255 - alpha;
    const red = divide255((color & 0xff) * alpha + (under & 0xff) * rest);
    const green = divide255(((color >> 8) & 0xff) * alpha + ((under >> 8) & 0xff) * rest);
    const blue = divide255(((color >> 16) & 0xff) * alpha + ((under >> 16) & 0xff) * rest);
    pixels[at] = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    return;
  }
  const kept = divide255(underAlpha * (255 - alpha));
  const sum = alpha + kept;
  if (sum === 0) return;
  const red = ((color & 0xff) * alpha + (under & 0xff) * kept) / sum;
  const green = (((color >> 8) & 0xff) * alpha + ((under >> 8) & 0xff) * kept) / sum;
  const blue = (((color >> 16) & 0xff) * alpha + ((under >> 16) & 0xff) * kept) / sum;
  pixels[at] = ((sum << 24) | ((blue + 0.5) << 16) | ((green + 0.5) << 8) | (red + 0.5)) >>> 0;
}

export function fillRect({ pixels, width }: Frame, { left, top, right, bottom }: Bounds, pixel: number): void {
  for (let y = top; y < bottom; y += 1) fillRow(pixels, y * width + left, y * width + right, pixel);
}

export function fillRow(pixels: Uint32Array, from: number, to: number, pixel: number): void {
  // A call to fill a few pixels costs more than they do.
  if (to - from > 32) pixels.fill(pixel, from, to);
  else for (let at = from; at < to; at += 1) pixels[at] = pixel;
}

/**
 * Moves what the frame shows by whole pixels. Returns the parts that nothing was moved to, at most two; their pixels
 * are to be painted.
 */
export function scrollFrame({ pixels, width, height }: Frame, dx: number, dy: number): Bounds[] {
  if (Math.abs(dx) >= width || Math.abs(dy) >= height) return [{ left: 0, top: 0, right: width, bottom: height }];
  const by = dy * width + dx;
  // One move of the whole memory: what wraps from a row's end to the next row's start lies in a part to be painted.
  if (by > 0) pixels.copyWithin(by, 0, pixels.length - by);
  else if (by < 0) pixels.copyWithin(0, -by);
  const bare: Bounds[] = [];
  const top = dy > 0 ? dy : 0;
  const bottom = dy < 0 ? height + dy : height;
  if (dy > 0) bare.push({ left: 0, top: 0, right: width, bottom: dy });
  if (dy < 0) bare.push({ left: 0, top: bottom, right: width, bottom: height });
  if (dx > 0) bare.push({ left: 0, top, right: dx, bottom });
  if (dx < 0) bare.push({ left: width + dx, top, right: width, bottom });
  return bare;
}

/** What both hold; null when that is nothing. */
export function overlap(a: Bounds, b: Bounds): Bounds | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

function divide255(value: number): number {
  const rounded = value + 128;
  return (rounded + (rounded >> 8)) >> 8;
}
