/** Seats from the scale on at which they are discs. */
import type { SeatScene } from '../seat-scene.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import { stampAll } from './mask.ts';
import { mapBounds, pixelsAround, type Projection } from './projection.ts';
import type { SeatPainter } from './seat-painter.ts';
import { LETTER_FROM_PX } from './seat-parts.ts';
import { stampSprite, swapSprite } from './sprite.ts';
import { createStampOrder } from './stamp-order.ts';
import { createSeatStamps, type SeatStamps } from './stamps.ts';

/** As many as there are OUTLINE_* of a scene. */
const OUTLINES = 4;

/** Seats as they are, stamped from masks, those to be seen before others last. */
export function createStampPainter(
  scene: SeatScene,
  scale: number,
  atlas: MaskAtlas,
  isCrowded: (ordinal: number) => boolean,
): SeatPainter {
  const { columns, index, radii, styles, hidden } = scene;
  const { x, y, labels } = columns;
  const { phases } = atlas;
  const shift = 31 - Math.clz32(phases);
  const stampsOf = createLooks(scene, scale, atlas);
  const reaches = Float64Array.from(radii.sizes, (r) => reachPx(r * scale, atlas));
  const largest = Math.max(...reaches);
  const order = createStampOrder(scene, scale, reaches, stampsOf);

  /** A seat's middle in the atlas's fractions of a pixel. */
  function placeOf(ordinal: number, projection: Projection): { readonly atX: number; readonly atY: number } {
    // Rounded before the view's place is added, which is whole: a pan must not round a seat to another place.
    return {
      atX: Math.round(x[ordinal]! * scale * phases) + projection.x * phases,
      atY: Math.round(y[ordinal]! * scale * phases) + projection.y * phases,
    };
  }

  return {
    boundsOf: (ordinal, projection) =>
      pixelsAround(x[ordinal]!, y[ordinal]!, reaches[radii.sizeOf[ordinal]!]!, projection),
    paintOver(frame, part, projection, ordinal, before) {
      if (scene.filter !== null || (hidden !== null && hidden[ordinal] === 1) || isCrowded(ordinal)) return false;
      const was = stampsOf(ordinal, before);
      const is = stampsOf(ordinal, styles[ordinal]!);
      if (is.hasText) return false;
      atlas.fill();
      const { atX, atY } = placeOf(ordinal, projection);
      const phaseX = atX & (phases - 1);
      const phaseY = atY & (phases - 1);
      const from = was.spriteOf(true, phaseX, phaseY);
      return swapSprite(frame, part, from, is.spriteOf(true, phaseX, phaseY), atX >> shift, atY >> shift);
    },
    paint(frame, part, projection) {
      index.visitRuns(mapBounds(projection, part, largest), (seats, from, to) =>
        order.add(part, projection, seats, from, to),
      );
      atlas.fill();
      order.take((ordinal, look, isLit) => {
        const { atX, atY } = placeOf(ordinal, projection);
        const sprite = look.spriteOf(isLit, atX & (phases - 1), atY & (phases - 1));
        stampSprite(frame, part, sprite, atX >> shift, atY >> shift);
        if (isLit && look.hasText) stampAll(frame, part, look.textOf(labels[ordinal]!), atX, atY, phases);
      });
    },
  };
}

/** What is stamped of a seat in a style, put together once for all that look the same. */
function createLooks(
  { outlines, radii, theme, fontFamily }: SeatScene,
  scale: number,
  atlas: MaskAtlas,
): (ordinal: number, style: number) => SeatStamps {
  const count = theme.styles.length;
  const looks = Array<SeatStamps | undefined>(radii.sizes.length * OUTLINES * count).fill(undefined);

  function create(size: number, outline: number, style: number): SeatStamps {
    const radiusPx = (radii.sizes[size]! * scale) / atlas.pixelRatio;
    return createSeatStamps(atlas, fontFamily, theme.styles[style]!, outline, radiusPx);
  }

  return (ordinal, style) => {
    const outline = outlines[ordinal]!;
    const size = radii.sizeOf[ordinal]!;
    return (looks[(size * OUTLINES + outline) * count + style] ??= create(size, outline, style));
  };
}

/**
 * Everything of a seat lies within its radius, but for its place between pixels and the last trace of a smoothed edge;
 * and, once there are figures, for the field behind one.
 */
function reachPx(radiusPx: number, { phases, pixelRatio }: MaskAtlas): number {
  const beyond = radiusPx < LETTER_FROM_PX * pixelRatio ? 0.1 : 1.5 * pixelRatio;
  return Math.max(0.5 * pixelRatio, radiusPx) + 0.5 / phases + beyond;
}
