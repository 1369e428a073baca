/**
 * Which seat is seen where several share a pixel: the one a clerk looks for. Free seats first, then held ones (they can
 * be released), those in another basket or kept for another counter (they may come back), those that want a price, and
 * last what is gone: not ours, blocked, sold.
 *
 * Far out the rank is the pixel's alpha: 255 for the first, one less for each rank after it, which nobody sees. As alpha
 * is the highest byte of a pixel, the greater of two pixels is the one to show, whatever the order they are drawn in. The
 * lowest bit, which nobody sees either, says that several seats have a part in the pixel: where none but one has, that one
 * may change its colour without a look at its neighbours.
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

/** Set in a pixel that several seats share. */
export const SHARED = 1;
/** Pixels below this are of no seat. */
const LEAST_SEAT_PIXEL = ((DIMMED_ALPHA - RANKS + 1) << 24) >>> 0;

/** The style as one pixel that no other seat shares: ring and body in one colour, as the eye would mix them. */
export function farPixel(style: SeatStyle, isDimmed: boolean): number {
  const { fill, stroke } = style;
  const color = fill !== null && stroke !== null ? mix(fill, stroke, 0.6) : (fill ?? stroke ?? style.ink);
  return (pixelOf(color, (isDimmed ? DIMMED_ALPHA : 255) - rankOf(style)) & ~SHARED) >>> 0;
}

/** What a pixel becomes when one more seat has a part in it: the same whatever the order of the seats. */
export function withSeat(under: number, pixel: number): number {
  if (under < LEAST_SEAT_PIXEL) return pixel;
  return ((under > pixel ? under : pixel) | SHARED) >>> 0;
}
