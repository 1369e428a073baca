/** A seat's body, ring and mark put together in their colours: stamped in one go, and mostly by copying pixels. */
import type { Bounds } from '../view.ts';
import { stampAll, type Stamp } from './mask.ts';
import { blendPixel, type Frame } from './pixels.ts';

export interface Sprite {
  /** Where its first pixel lies from the pixel that holds its middle. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** A thirtieth of a pixel: the last trace of an edge, which would be blended with the next seat's to no effect. */
const LEAST_ALPHA = 8;

/** The stamps with their middle `phaseX` and `phaseY` of `phases` into its pixel. Their masks must be there. */
export function composeSprite(stamps: readonly Stamp[], phaseX: number, phaseY: number, phases: number): Sprite {
  const box = boundsOf(stamps);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const frame: Frame = { pixels: new Uint32Array(width * height), width, height };
  const whole = { left: 0, top: 0, right: width, bottom: height };
  stampAll(frame, whole, stamps, phaseX - box.left * phases, phaseY - box.top * phases, phases);
  return cropped(frame, box);
}

/** Without what nobody sees, and the empty rows and columns round it, which masks have for other places between pixels. */
function cropped({ pixels, width }: Frame, box: Bounds): Sprite {
  let [left, top, right, bottom] = [width, pixels.length, 0, 0];
  pixels.forEach((pixel, at) => {
    if (pixel >>> 24 < LEAST_ALPHA) pixels[at] = 0;
    if (pixels[at] === 0) return;
    const [column, row] = [at % width, Math.floor(at / width)];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  });
  if (right === 0) return { left: 0, top: 0, width: 0, height: 0, pixels: new Uint32Array(0) };
  const kept = new Uint32Array((right - left) * (bottom - top));
  for (let row = top; row < bottom; row += 1) {
    kept.set(pixels.subarray(row * width + left, row * width + right), (row - top) * (right - left));
  }
  return { left: box.left + left, top: box.top + top, width: right - left, height: bottom - top, pixels: kept };
}

/** Stamps the sprite with its middle in the pixel (x, y), within `clip`. */
export function stampSprite(frame: Frame, clip: Bounds, sprite: Sprite, x: number, y: number): void {
  const { pixels, width: frameWidth } = frame;
  const { pixels: source, width } = sprite;
  const { left, top, from, to, firstRow, endRow } = shownPart(sprite, clip, x, y);
  for (let row = firstRow; row < endRow; row += 1) {
    const at = (top + row) * frameWidth + left;
    for (let column = from; column < to; column += 1) {
      const pixel = source[row * width + column]!;
      if (pixel === 0) continue;
      if (pixel >= 0xff000000 || pixels[at + column] === 0) pixels[at + column] = pixel;
      else blendPixel(pixels, at + column, pixel, 255);
    }
  }
}

/**
 * Puts the sprite `to` in place of `from`, both with their middle in the pixel (x, y), within `clip`. False when
 * something else has a part in one of their pixels: then all of `clip` must be painted anew.
 */
export function swapSprite(frame: Frame, clip: Bounds, from: Sprite, to: Sprite, x: number, y: number): boolean {
  return replacePixels(frame, clip, from, x, y, false) && replacePixels(frame, clip, to, x, y, true);
}

/** Sets the sprite's pixels where nothing is, or takes them away where nothing but they are; false where that is not so. */
function replacePixels(frame: Frame, clip: Bounds, sprite: Sprite, x: number, y: number, isSetting: boolean): boolean {
  const { pixels, width: frameWidth } = frame;
  const { pixels: source, width } = sprite;
  const { left, top, from, to, firstRow, endRow } = shownPart(sprite, clip, x, y);
  for (let row = firstRow; row < endRow; row += 1) {
    const at = (top + row) * frameWidth + left;
    for (let column = from; column < to; column += 1) {
      const pixel = source[row * width + column]!;
      if (pixel === 0) continue;
      if (pixels[at + column] !== (isSetting ? 0 : pixel)) return false;
      pixels[at + column] = isSetting ? pixel : 0;
    }
  }
  return true;
}

/** Where in the frame the sprite begins, with its middle in the pixel (x, y), and which of its columns and rows are in `clip`. */
function shownPart({ left, top, width, height }: Sprite, clip: Bounds, x: number, y: number) {
  return {
    left: x + left,
    top: y + top,
    from: Math.max(0, clip.left - x - left),
    to: Math.min(width, clip.right - x - left),
    firstRow: Math.max(0, clip.top - y - top),
    endRow: Math.min(height, clip.bottom - y - top),
  };
}

/** What any phase of the stamps may cover. */
function boundsOf(stamps: readonly Stamp[]): Bounds {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const { set } of stamps) {
    for (const mask of set.masks) {
      left = Math.min(left, mask.left);
      top = Math.min(top, mask.top);
      right = Math.max(right, mask.left + mask.width);
      bottom = Math.max(bottom, mask.top + mask.height);
    }
  }
  return { left, top, right, bottom };
}
