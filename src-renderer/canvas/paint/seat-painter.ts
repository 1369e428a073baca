/**
 * Paints seats into a part of the frame at one scale. What it paints there does not depend on which part it is asked
 * for: a pan's strip and a changed seat's few pixels come out as in a whole repaint.
 */
import type { Bounds } from '../view.ts';
import type { Frame } from './pixels.ts';
import type { Projection } from './projection.ts';

export interface SeatPainter {
  /** Paints every seat that touches the part, and of it only what lies in it. */
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** The pixels that a seat may have; no numbers for one without a place. */
  boundsOf(ordinal: number, projection: Projection): Bounds;
  /**
   * Paints a seat, which has looked like the style `before` until now, over what is there, in `part`, what the frame holds
   * of its bounds. False when that is not enough and all of the part must be painted anew.
   */
  paintOver(frame: Frame, part: Bounds, projection: Projection, ordinal: number, before: number): boolean;
}
