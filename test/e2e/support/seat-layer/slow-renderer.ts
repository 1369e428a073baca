/**
 * Draws seats one after the other with the canvas's own curves, from what the design says a seat looks like and from
 * nothing of the layer's: the judge of whether it loses one. Bodies only, in fills of their own.
 */
import type { SeatMark, SeatStyle } from '../../../../src-renderer/canvas/marks.ts';
import { FLAG_RESTRICTED_VIEW, SEAT_KINDS } from '../../../../src-shared/domain/seat-map/columns.ts';

/** In device pixels. */
export interface SlowSeat {
  readonly ordinal: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly square: { readonly left: number; readonly top: number; readonly side: number };
  readonly kind: number;
  readonly flags: number;
  readonly style: SeatStyle;
}

/** Below this radius in device pixels seats are squares of whole pixels. */
const SQUARES_BELOW_PX = 1.6;

/** First is seen before all others: free, held, in another basket, kept elsewhere, unpriced, not ours, blocked, sold. */
const SEEN_FIRST: readonly SeatMark[] = ['SOLID', 'LETTER', 'HALF', 'HATCH', 'DASHED', 'HOLLOW', 'CROSS', 'SMALL'];

export function drawSlowly(seats: readonly SlowSeat[], width: number, height: number): ImageData {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const ctx = canvas.getContext('2d')!;
  const lastFirst = seats.toSorted((a, b) => rankOf(b) - rankOf(a));
  for (const seat of lastFirst) {
    ctx.fillStyle = seat.style.fill ?? '#000000';
    ctx.beginPath();
    if (seat.radius < SQUARES_BELOW_PX) {
      const { left, top, side } = seat.square;
      ctx.rect(left, top, side, side);
    } else {
      traceBody(ctx, seat);
    }
    ctx.fill();
  }
  return ctx.getImageData(0, 0, width, height);
}

function rankOf({ style }: SlowSeat): number {
  return SEEN_FIRST.indexOf(style.mark);
}

/** The whole pixels that a seat has while it is too small for a disc, `origin` away from where x and y count from. */
export function squareOf(
  x: number,
  y: number,
  radius: number,
  origin: { readonly x: number; readonly y: number },
): SlowSeat['square'] {
  const side = Math.max(1, Math.round(radius * 1.8));
  return { left: Math.round(x - side / 2) + origin.x, top: Math.round(y - side / 2) + origin.y, side };
}

function traceBody(ctx: CanvasRenderingContext2D, { x, y, radius, kind, flags }: SlowSeat): void {
  const name = SEAT_KINDS[kind];
  if (name === 'WHEELCHAIR' || name === 'COMPANION') {
    ctx.roundRect(x - radius * 0.94, y - radius * 0.94, radius * 1.88, radius * 1.88, radius * 0.42);
  } else if ((flags & FLAG_RESTRICTED_VIEW) !== 0) {
    ctx.arc(x, y, radius, -0.8, Math.PI + 0.8);
    ctx.closePath();
  } else {
    ctx.arc(x, y, radius, 0, Math.PI * 2);
  }
}
