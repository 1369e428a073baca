/**
 * Paints seats into a part of the frame at one scale. What it paints there does not depend on which part it is asked
 * for: a pan's strip and a changed seat's few pixels come out as in a whole repaint.
 */
import type { SeatRuns } from '../seat-index.ts';
import { createFilterTest, type SeatScene } from '../seat-scene.ts';
import type { Bounds } from '../view.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import { stampAll } from './mask.ts';
import type { Frame } from './pixels.ts';
import { farPixel, rankOf, RANKS, SHARED, withSeat } from './priority.ts';
import { mapBounds, pixelsAround, type Projection } from './projection.ts';
import { LETTER_FROM_PX } from './seat-parts.ts';
import { stampSprite } from './sprite.ts';
import { createSeatStamps, type SeatStamps } from './stamps.ts';

export interface SeatPainter {
  /** Paints every seat that touches the part, and of it only what lies in it. */
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** The pixels that a seat may have; no numbers for one without a place. */
  boundsOf(ordinal: number, projection: Projection): Bounds;
  /**
   * Paints a seat that looks different now over what is there, in `part`, what the frame holds of its bounds. False, and
   * nothing is painted, when that is not enough and the part must be painted anew.
   */
  paintOver(frame: Frame, part: Bounds, ordinal: number): boolean;
}

/** As many as there are OUTLINE_* of a scene. */
const OUTLINES = 4;
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
    paintOver(frame, part, ordinal) {
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

/** Seats as they are, stamped from masks, those to be seen before others last. */
export function createStampPainter(scene: SeatScene, scale: number, atlas: MaskAtlas): SeatPainter {
  const { columns, index, radii, styles, hidden } = scene;
  const { x, y, labels } = columns;
  const { phases } = atlas;
  const shift = 31 - Math.clz32(phases);
  const ranks = Uint8Array.from(scene.theme.styles, rankOf);
  const isLit = createFilterTest(scene);
  const stampsOf = createLooks(scene, scale, atlas);
  const layers = Array.from({ length: RANKS * 2 }, createLayer);
  const reaches = Float64Array.from(radii.sizes, (r) => reachPx(r * scale, atlas));
  const largest = Math.max(...reaches);

  /**
   * Lays those that touch the part into layers, and asks for their masks. Of seats of one size at the very same place the
   * one to be seen first stands for all: a plan with its seats in one heap must not cost a heap of discs.
   */
  function sort(part: Bounds, projection: Projection, seats: SeatRuns, from: number, to: number): void {
    let top = -1;
    for (let i = from; i < to; i += 1) {
      const ordinal = seats.ordinals[i]!;
      const size = radii.sizeOf[ordinal]!;
      const isHeaped =
        i > from &&
        seats.x[i] === seats.x[i - 1] &&
        seats.y[i] === seats.y[i - 1] &&
        size === radii.sizeOf[seats.ordinals[i - 1]!];
      if (!isHeaped) top = -1;
      const atX = seats.x[i]! * scale + projection.x;
      const atY = seats.y[i]! * scale + projection.y;
      const reach = reaches[size]!;
      if (atX + reach <= part.left || atX - reach >= part.right) continue;
      if (atY + reach <= part.top || atY - reach >= part.bottom) continue;
      if (hidden !== null && hidden[ordinal] === 1) continue;
      const lit = isLit(ordinal);
      const layer = (lit ? RANKS : 0) + RANKS - 1 - ranks[styles[ordinal]!]!;
      if (layer < top) continue;
      if (top >= 0) layers[top]!.count -= 1;
      const stamps = stampsOf(ordinal);
      if (lit && stamps.hasText) stamps.textOf(labels[ordinal]!);
      const into = layers[layer]!;
      into.ordinals[into.count] = ordinal;
      into.stamps[into.count] = stamps;
      into.count += 1;
      top = layer;
    }
  }

  return {
    boundsOf: (ordinal, projection) =>
      pixelsAround(x[ordinal]!, y[ordinal]!, reaches[radii.sizeOf[ordinal]!]!, projection),
    // Its edges would be blended with those of what it was.
    paintOver: () => false,
    paint(frame, part, projection) {
      index.visitRuns(mapBounds(projection, part, largest), (seats, from, to) =>
        sort(part, projection, seats, from, to),
      );
      atlas.fill();
      for (let layer = 0; layer < layers.length; layer += 1) {
        const { ordinals, stamps, count } = layers[layer]!;
        if (count === 0) continue;
        for (let i = 0; i < count; i += 1) {
          const ordinal = ordinals[i]!;
          const look = stamps[i]!;
          // Rounded before the view's place is added, which is whole: a pan must not round a seat to another place.
          const atX = Math.round(x[ordinal]! * scale * phases) + projection.x * phases;
          const atY = Math.round(y[ordinal]! * scale * phases) + projection.y * phases;
          const sprite = look.spriteOf(layer >= RANKS, atX & (phases - 1), atY & (phases - 1));
          stampSprite(frame, part, sprite, atX >> shift, atY >> shift);
          if (layer < RANKS || !look.hasText) continue;
          stampAll(frame, part, look.textOf(labels[ordinal]!), atX, atY, phases);
        }
        layers[layer]!.count = 0;
      }
    },
  };
}

/** What is stamped of a seat, put together once for all that look the same. */
function createLooks(scene: SeatScene, scale: number, atlas: MaskAtlas): (ordinal: number) => SeatStamps {
  const { styles, outlines, radii, theme, fontFamily } = scene;
  const looks: (SeatStamps | undefined)[] = [];
  return (ordinal) => {
    const style = styles[ordinal]!;
    const outline = outlines[ordinal]!;
    const size = radii.sizeOf[ordinal]!;
    const at = (size * OUTLINES + outline) * theme.styles.length + style;
    const radiusPx = (radii.sizes[size]! * scale) / atlas.pixelRatio;
    return (looks[at] ??= createSeatStamps(atlas, fontFamily, theme.styles[style]!, outline, radiusPx));
  };
}

/** Its first `count`; the room stays for the next part, as a changed seat is a part of a few pixels. */
interface Layer {
  readonly ordinals: number[];
  readonly stamps: SeatStamps[];
  count: number;
}

function createLayer(): Layer {
  return { ordinals: [], stamps: [], count: 0 };
}

/**
 * Everything of a seat lies within its radius, but for its place between pixels and the last trace of a smoothed edge;
 * and, once there are figures, for the field behind one.
 */
function reachPx(radiusPx: number, { phases, pixelRatio }: MaskAtlas): number {
  const beyond = radiusPx < LETTER_FROM_PX * pixelRatio ? 0.1 : 1.5 * pixelRatio;
  return Math.max(0.5 * pixelRatio, radiusPx) + 0.5 / phases + beyond;
}
