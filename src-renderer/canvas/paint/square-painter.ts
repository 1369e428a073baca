/** Seats far out. */
import { createFilterTest, type SeatScene } from '../seat-scene.ts';
import { farPixel, SHARED, withSeat } from './priority.ts';
import { mapBounds } from './projection.ts';
import type { SeatPainter } from './seat-painter.ts';

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

  return {
    boundsOf(ordinal, projection) {
      const side = sides[sizeOf[ordinal]!]!;
      const left = Math.round(columns.x[ordinal]! * scale - side / 2) + projection.x;
      const top = Math.round(columns.y[ordinal]! * scale - side / 2) + projection.y;
      return { left, top, right: left + side, bottom: top + side };
    },
    paintOver(frame, part, _projection, ordinal) {
      if (hidden !== null && hidden[ordinal] === 1) return false;
      const { pixels, width } = frame;
      const pixel = (isLit(ordinal) ? lit : dimmed)[styles[ordinal]!]!;
      // A greater pixel that is shared may be what the seat itself was before: what else stands there is not known.
      for (let row = part.top; row < part.bottom; row += 1) {
        for (let at = row * width + part.left; at < row * width + part.right; at += 1) {
          if (pixels[at]! > pixel && (pixels[at]! & SHARED) !== 0) return false;
        }
      }
      for (let row = part.top; row < part.bottom; row += 1) {
        for (let at = row * width + part.left; at < row * width + part.right; at += 1) {
          pixels[at] = (pixel | (pixels[at]! & SHARED)) >>> 0;
        }
      }
      return true;
    },
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
