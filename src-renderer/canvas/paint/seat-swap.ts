/**
 * Seats that look different now, painted over what is there. A small disc that stands alone is put, pixel for pixel, in
 * place of how it looked. Two hundred a frame are to cost next to nothing beside moving the map: so a seat's pixels are
 * found by arithmetic alone, and nothing is made for it.
 */
import type { SeatScene } from '../seat-scene.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import type { SeatPainter } from './seat-painter.ts';
import { LETTER_FROM_PX } from './seat-parts.ts';
import type { SeatSprites } from './seat-sprites.ts';
import { SEEN_WHOLE, UNSEEN } from './seats-seen.ts';
import { swapPixels, swapSprite } from './sprite-sheet.ts';

/** `reaches`: how far from its middle something of a seat may lie, by its size, in device pixels. */
export function createSeatSwap(
  scene: SeatScene,
  scale: number,
  { pixelRatio, phases }: MaskAtlas,
  reaches: Float64Array,
  sprites: SeatSprites,
  isCrowded: (ordinal: number) => boolean,
): Pick<SeatPainter, 'restyle' | 'paintOver'> {
  const { radii, styles } = scene;
  const { shift } = sprites;
  const hasText = radii.sizes.map((r) => (r * scale) / pixelRatio >= LETTER_FROM_PX);
  const least = -Math.max(...reaches) * phases;
  const mayBeSwapped = (ordinal: number) =>
    scene.filter === null && !hasText[radii.sizeOf[ordinal]!]! && !isCrowded(ordinal);

  return {
    restyle(frame, seats, projection, seen, other) {
      const { width, height } = frame;
      const [mostX, mostY] = [width * phases - least, height * phases - least];
      for (let i = 0; i < seats.ordinals.length; i += 1) {
        const ordinal = seats.ordinals[i]!;
        if (seen[ordinal] === UNSEEN) continue;
        const middle = sprites.middleOf(ordinal, projection);
        if (middle.x <= least || middle.y <= least || middle.x >= mostX || middle.y >= mostY) continue;
        const before = seats.before[i]!;
        const phase = sprites.phaseOf(middle);
        const box = sprites.boxOf(ordinal, phase);
        const left = (middle.x >> shift) + box.left;
        const top = (middle.y >> shift) + box.top;
        const isInside = left >= 0 && top >= 0 && left + box.width <= width && top + box.height <= height;
        if (!isInside || seen[ordinal] !== SEEN_WHOLE || !mayBeSwapped(ordinal)) {
          other(ordinal, before);
          continue;
        }
        const from = sprites.startOf(ordinal, before, true, phase);
        const to = sprites.startOf(ordinal, seats.after[i]!, true, phase);
        const at = Math.imul(top, width) + left;
        const isSwapped = swapPixels(frame, at, sprites.pixels(), from, to, box.width, box.width, box.height);
        if (!isSwapped) other(ordinal, before);
      }
    },
    paintOver(frame, part, projection, ordinal, before) {
      if (!mayBeSwapped(ordinal)) return false;
      const middle = sprites.middleOf(ordinal, projection);
      const phase = sprites.phaseOf(middle);
      const from = sprites.startOf(ordinal, before, true, phase);
      const to = sprites.startOf(ordinal, styles[ordinal]!, true, phase);
      const box = sprites.boxOf(ordinal, phase);
      return swapSprite(frame, part, sprites.pixels(), from, to, box, middle.x >> shift, middle.y >> shift);
    },
  };
}
