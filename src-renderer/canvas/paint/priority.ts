/**
 * Which seat is seen where several share a pixel: the one a clerk looks for. Free seats first, then held ones (they can
 * be released), those in another basket or kept for another counter (they may come back), those that want a price, and
 * last what is gone: not ours, blocked, sold.
 *
 * Far out the rank is the pixel's alpha: 255 for the first, one less for each rank after it, which nobody sees. As alpha
 * is the highest byte of a pixel, the greater of two pixels is the one to show, whatever the order they are drawn in.
 */
import { mix } from '../contrast.ts';
import type { SeatMark, SeatStyle } from '../marks.ts';
import { pixelOf } from './pixels.ts';

const RANK_BY_MARK: Readonly<Record<SeatMark, number>> = {
  CHECK: 0,
  SOLID: 1,
  LETTER: 2,
  HALF: 3,
  HATCH: 4,
  DASHED: 5,
  HOLLOW: 6,
  CROSS: 7,
  SMALL: 8,
};

export const RANKS = 9;

/** How much of a seat outside the filter is left. */
export const DIMMED_ALPHA = 41;

/** 0 is seen before all others. */
export function rankOf({ mark }: SeatStyle): number {
  return RANK_BY_MARK[mark];
}

/** The style as one pixel: ring and body in one colour, as the eye would mix them. */
export function farPixel(style: SeatStyle, isDimmed: boolean): number {
  const { fill, stroke } = style;
  const color = fill !== null && stroke !== null ? mix(fill, stroke, 0.6) : (fill ?? stroke ?? style.ink);
  return pixelOf(color, (isDimmed ? DIMMED_ALPHA : 255) - rankOf(style));
}
