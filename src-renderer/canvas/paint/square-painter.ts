/** Seats far out. */
import { createFilterTest, type SeatScene } from '../seat-scene.ts';
import { farPixel, SHARED, withSeat } from './priority.ts';
import type { Frame } from './pixels.ts';
import { mapBounds } from './projection.ts';
import type { SeatPainter } from './seat-painter.ts';
import { SEEN_WHOLE, UNSEEN } from './seats-seen.ts';

/** The share of its diameter that a square as large as the disc has on a side. */
const SQUARE_OF_DISC = 0.9;

/** Seats as squares of whole pixels, the one to be seen first on top, whatever the scale. */
export function createSquarePainter(scene: SeatScene, scale: number): SeatPainter {
  const { columns, index, radii, styles, hidden } = scene;
  const { sizeOf } = radii;
  const lit = Uint32Array.from(scene.theme.styles, (style) => farPixel(style, false));
  const dimmed = Uint32Array.from(scene.theme.styles, (style) => farPixel(style, true));
  const sides = Int32Array.from(radii.sizes, (r) => Math.max(1, Math.round(r * scale * 2 * SQUARE_OF_DISC)));
  const largest = Math.max(...sides);
  const isOneSize = sides.length === 1;
  const isLit = createFilterTest(scene);

  /**
   * Gives the square its seat's colour of now, from (left, top) to (right, bottom). False where a greater pixel is shared:
   * it may be what the seat itself was before, and what else stands there is not known.
   */
  function recolor(frame: Frame, ordinal: number, left: number, top: number, right: number, bottom: number): boolean {
    const { pixels, width } = frame;
    const pixel = (isLit(ordinal) ? lit : dimmed)[styles[ordinal]!]!;
    for (let row = top; row < bottom; row += 1) {
      const end = Math.imul(row, width) + right;
      for (let at = Math.imul(row, width) + left; at < end; at += 1) {
        const shared = pixels[at]! & SHARED;
        if (shared !== 0 && pixels[at]! > pixel) return false;
        pixels[at] = pixel | shared;
      }
    }
    return true;
  }

  return {
    boundsOf(ordinal, projection) {
      const side = sides[sizeOf[ordinal]!]!;
      const left = Math.round(columns.x[ordinal]! * scale - side / 2) + projection.x;
      const top = Math.round(columns.y[ordinal]! * scale - side / 2) + projection.y;
      return { left, top, right: left + side, bottom: top + side };
    },
    restyle(frame, seats, projection, seen, other) {
      for (let i = 0; i < seats.ordinals.length; i += 1) {
        const ordinal = seats.ordinals[i]!;
        if (seen[ordinal] === UNSEEN) continue;
        const side = sides[sizeOf[ordinal]!]!;
        const left = Math.round(columns.x[ordinal]! * scale - side / 2) + projection.x;
        const top = Math.round(columns.y[ordinal]! * scale - side / 2) + projection.y;
        if (left >= frame.width || top >= frame.height || left <= -side || top <= -side) continue;
        const isWhole = left >= 0 && top >= 0 && left + side <= frame.width && top + side <= frame.height;
        if (!isWhole || seen[ordinal] !== SEEN_WHOLE || !recolor(frame, ordinal, left, top, left + side, top + side))
          other(ordinal, seats.before[i]!);
      }
    },
    paintOver: (frame, { left, top, right, bottom }, _projection, ordinal) =>
      recolor(frame, ordinal, left, top, right, bottom),
    paint({ pixels, width }, part, projection) {
      const isFiltered = scene.filter !== null;
      index.visitRuns(mapBounds(projection, part, largest / 2 + 0.5), ({ ordinals, x, y }, start, end) => {
        for (let i = start; i < end; i += 1) {
          const ordinal = ordinals[i]!;
          const side = isOneSize ? largest : sides[sizeOf[ordinal]!]!;
          const left = Math.round(x[i]! * scale - side / 2) + projection.x;
          const top = Math.round(y[i]! * scale - side / 2) + projection.y;
          const right = Math.min(part.right, left + side);
          const bottom = Math.min(part.bottom, top + side);
          const from = Math.max(part.left, left);
          if (from >= right || (hidden !== null && hidden[ordinal] === 1)) continue;
          const pixel = (isFiltered && !isLit(ordinal) ? dimmed : lit)[styles[ordinal]!]!;
          for (let row = Math.max(part.top, top); row < bottom; row += 1) {
            for (let at = row * width + from; at < row * width + right; at += 1) {
              pixels[at] = withSeat(pixels[at]!, pixel);
            }
          }
        }
      });
    },
  };
}
