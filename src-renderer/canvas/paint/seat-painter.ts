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
import { farPixel, rankOf, RANKS } from './priority.ts';
import { mapBounds, type Projection } from './projection.ts';
import { LETTER_FROM_PX } from './seat-parts.ts';
import { createSeatStamps, type SeatStamps } from './stamps.ts';

export interface SeatPainter {
  /** Paints every seat that touches the part, and of it only what lies in it. */
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** How far from a seat's middle its pixels may lie, in device pixels. */
  reachOf(ordinal: number): number;
}

/** The share of its diameter that a square as large as the disc has on a side. */
const SQUARE_OF_DISC = 0.9;

/** Seats as squares of whole pixels, the one to be seen first on top, whatever the scale. */
export function createSquarePainter(scene: SeatScene, scale: number): SeatPainter {
  const { index, radii, styles, hidden } = scene;
  const { sizeOf } = radii;
  const lit = Uint32Array.from(scene.theme.styles, (style) => farPixel(style, false));
  const dimmed = Uint32Array.from(scene.theme.styles, (style) => farPixel(style, true));
  const sides = Int32Array.from(radii.sizes, (r) => Math.max(1, Math.round(r * scale * 2 * SQUARE_OF_DISC)));
  const largest = Math.max(...sides);
  const isOneSize = sides.length === 1;
  const isLit = createFilterTest(scene);

  return {
    reachOf: (ordinal) => sides[sizeOf[ordinal]!]! / 2 + 0.5,
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
            // Of two pixels the greater stays: whatever the order, the same one is seen.
            for (let at = row * width + from; at < row * width + right; at += 1) {
              if (pixels[at]! < pixel) pixels[at] = pixel;
            }
          }
        }
      });
    },
  };
}

/** Seats as they are, stamped from masks, those to be seen before others last. */
export function createStampPainter(scene: SeatScene, scale: number, atlas: MaskAtlas): SeatPainter {
  const { columns, index, radii, styles, hidden, theme } = scene;
  const { x, y, labels } = columns;
  const { phases, pixelRatio } = atlas;
  const ranks = Uint8Array.from(theme.styles, rankOf);
  const stampsByLook = new Map<number, SeatStamps>();
  const isLit = createFilterTest(scene);
  const layers = Array.from({ length: RANKS * 2 }, createLayer);
  const reaches = Float64Array.from(radii.sizes, (r) => reachPx(r * scale, pixelRatio));
  const largest = Math.max(...reaches);

  function stampsOf(ordinal: number): SeatStamps {
    const [style, outline, size] = [styles[ordinal]!, scene.outlines[ordinal]!, radii.sizeOf[ordinal]!];
    const look = (size * 4 + outline) * 65_536 + style;
    let held = stampsByLook.get(look);
    if (held === undefined) {
      const radiusPx = (radii.sizes[size]! * scale) / pixelRatio;
      held = createSeatStamps(atlas, scene.fontFamily, theme.styles[style]!, outline, radiusPx);
      stampsByLook.set(look, held);
    }
    return held;
  }

  /** Lays those that touch the part into layers, and asks for their masks. */
  function sort(part: Bounds, projection: Projection, seats: SeatRuns, from: number, to: number): void {
    for (let i = from; i < to; i += 1) {
      const atX = seats.x[i]! * scale + projection.x;
      const atY = seats.y[i]! * scale + projection.y;
      if (atX + largest <= part.left || atX - largest >= part.right) continue;
      const ordinal = seats.ordinals[i]!;
      const reach = reaches[radii.sizeOf[ordinal]!]!;
      if (atX + reach <= part.left || atX - reach >= part.right) continue;
      if (atY + reach <= part.top || atY - reach >= part.bottom) continue;
      if (hidden !== null && hidden[ordinal] === 1) continue;
      const stamps = stampsOf(ordinal);
      const lit = isLit(ordinal);
      if (lit) stamps.textOf(labels[ordinal]!);
      const layer = layers[(lit ? RANKS : 0) + RANKS - 1 - ranks[styles[ordinal]!]!]!;
      layer.ordinals.push(ordinal);
      layer.stamps.push(stamps);
    }
  }

  return {
    reachOf: (ordinal) => reaches[radii.sizeOf[ordinal]!]!,
    paint(frame, part, projection) {
      index.visitRuns(mapBounds(projection, part, largest), (seats, from, to) =>
        sort(part, projection, seats, from, to),
      );
      atlas.fill();
      layers.forEach(({ ordinals, stamps }, at) => {
        if (ordinals.length === 0) return;
        for (let i = 0; i < ordinals.length; i += 1) {
          const ordinal = ordinals[i]!;
          const look = stamps[i]!;
          // Rounded before the view's place is added, which is whole: a pan must not round a seat to another place.
          const atX = Math.round(x[ordinal]! * scale * phases) + projection.x * phases;
          const atY = Math.round(y[ordinal]! * scale * phases) + projection.y * phases;
          stampAll(frame, part, at < RANKS ? look.dimmed : look.lit, atX, atY, phases);
          if (at >= RANKS) stampAll(frame, part, look.textOf(labels[ordinal]!), atX, atY, phases);
        }
        ordinals.length = 0;
        stamps.length = 0;
      });
    },
  };
}

interface Layer {
  readonly ordinals: number[];
  readonly stamps: SeatStamps[];
}

function createLayer(): Layer {
  return { ordinals: [], stamps: [] };
}

/** Everything of a seat lies within its radius, but for smoothed edges and, once there are figures, the field behind one. */
function reachPx(radiusPx: number, pixelRatio: number): number {
  return Math.max(0.5 * pixelRatio, radiusPx) + (radiusPx < LETTER_FROM_PX * pixelRatio ? 0.75 : 1.5 * pixelRatio);
}
