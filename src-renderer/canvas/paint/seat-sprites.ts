/** Seats' looks and places at one scale, for those who stamp them and those who swap them. */
import type { SeatScene } from '../seat-scene.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import type { Projection } from './projection.ts';
import { createSpriteSheet, type SpriteBox } from './sprite-sheet.ts';
import { createSeatStamps, type SeatStamps } from './stamps.ts';

export interface SeatSprites {
  /** A seat's middle in the frame, in the atlas's fractions of a pixel. */
  middleOf(ordinal: number, projection: Projection): Middle;
  /** How far into its pixel a middle lies: fractions down, times as many across. */
  phaseOf(middle: Middle): number;
  /** Those fractions to a pixel as a power of two. */
  readonly shift: number;
  /** All that is stamped of a seat in a style. */
  stampsOf(ordinal: number, style: number): SeatStamps;
  /** What is stamped of it but for its text lies among these pixels, from there on, and takes up that box. */
  pixels(): Uint32Array;
  startOf(ordinal: number, style: number, isLit: boolean, phase: number): number;
  boxOf(ordinal: number, phase: number): SpriteBox;
}

export interface Middle {
  readonly x: number;
  readonly y: number;
}

/** As many as there are OUTLINE_* of a scene. */
const OUTLINES = 4;

export function createSeatSprites(scene: SeatScene, scale: number, atlas: MaskAtlas): SeatSprites {
  const { columns, radii, outlines, theme, fontFamily } = scene;
  const { phases, pixelRatio } = atlas;
  const { x, y } = columns;
  const { sizes, sizeOf } = radii;
  const shift = 31 - Math.clz32(phases);
  const styles = theme.styles.length;
  const looks = Array<SeatStamps | undefined>(sizes.length * OUTLINES * styles).fill(undefined);

  /** Put together once for all that look the same. */
  function lookOf(size: number, outline: number, style: number): SeatStamps {
    const at = (size * OUTLINES + outline) * styles + style;
    const create = () =>
      createSeatStamps(atlas, fontFamily, theme.styles[style]!, outline, (sizes[size]! * scale) / pixelRatio);
    return (looks[at] ??= create());
  }

  const sheet = createSpriteSheet({
    reaches: sizes.map((r) => spriteReachPx(r * scale, pixelRatio)),
    outlines: OUTLINES,
    styles,
    phases,
    stampsOf(size, outline, style, isLit) {
      const stamps = lookOf(size, outline, style).bodyOf(isLit);
      atlas.fill();
      return stamps;
    },
  });

  return {
    // Rounded before the view's place is added, which is whole: a pan must not round a seat to another place.
    middleOf: (ordinal, projection) => ({
      x: Math.round(x[ordinal]! * scale * phases) + projection.x * phases,
      y: Math.round(y[ordinal]! * scale * phases) + projection.y * phases,
    }),
    phaseOf: (middle) => ((middle.y & (phases - 1)) << shift) | (middle.x & (phases - 1)),
    shift,
    stampsOf: (ordinal, style) => lookOf(sizeOf[ordinal]!, outlines[ordinal]!, style),
    pixels: sheet.pixels,
    startOf: (ordinal, style, isLit, phase) => sheet.startOf(sizeOf[ordinal]!, outlines[ordinal]!, style, isLit, phase),
    boxOf: (ordinal, phase) => sheet.boxOf(sizeOf[ordinal]!, phase),
  };
}

/** All of a seat but its text lies within its radius, but for the last trace of a smoothed edge. */
function spriteReachPx(radiusPx: number, pixelRatio: number): number {
  return Math.max(0.5 * pixelRatio, radiusPx) + 0.1;
}
