/** Seats from the scale on at which they are discs. */
import type { SeatScene } from '../seat-scene.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import { stampAll } from './mask.ts';
import { mapBounds, pixelsAround } from './projection.ts';
import type { SeatPainter } from './seat-painter.ts';
import { LETTER_FROM_PX } from './seat-parts.ts';
import { createSeatSprites } from './seat-sprites.ts';
import { createSeatSwap } from './seat-swap.ts';
import { stampSprite } from './sprite-sheet.ts';
import { createStampOrder } from './stamp-order.ts';

/** Seats as they are, stamped from masks, those to be seen before others last. */
export function createStampPainter(
  scene: SeatScene,
  scale: number,
  atlas: MaskAtlas,
  isCrowded: (ordinal: number) => boolean,
): SeatPainter {
  const { columns, index, radii, styles } = scene;
  const { x, y, labels } = columns;
  const reaches = Float64Array.from(radii.sizes, (r) => reachPx(r * scale, atlas));
  const largest = Math.max(...reaches);
  const sprites = createSeatSprites(scene, scale, atlas);
  const { shift } = sprites;
  const order = createStampOrder(scene, scale, reaches, sprites.stampsOf);

  return {
    boundsOf: (ordinal, projection) =>
      pixelsAround(x[ordinal]!, y[ordinal]!, reaches[radii.sizeOf[ordinal]!]!, projection),
    ...createSeatSwap(scene, scale, atlas, reaches, sprites, isCrowded),
    paint(frame, part, projection) {
      index.visitRuns(mapBounds(projection, part, largest), (seats, from, to) =>
        order.add(part, projection, seats, from, to),
      );
      atlas.fill();
      order.take((ordinal, look, isLit) => {
        const middle = sprites.middleOf(ordinal, projection);
        const phase = sprites.phaseOf(middle);
        const start = sprites.startOf(ordinal, styles[ordinal]!, isLit, phase);
        const box = sprites.boxOf(ordinal, phase);
        stampSprite(frame, part, sprites.pixels(), start, box, middle.x >> shift, middle.y >> shift);
        if (isLit && look.hasText)
          stampAll(frame, part, look.textOf(labels[ordinal]!), middle.x, middle.y, atlas.phases);
      });
    },
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
