/**
 * Paints seats into a part of the frame at one scale. What it paints there does not depend on which part it is asked
 * for: a pan's strip and a changed seat's few pixels come out as in a whole repaint.
 */
import type { RestyledSeats } from '../seat-scene.ts';
import type { Bounds } from '../view.ts';
import type { Frame } from './pixels.ts';
import type { Projection } from './projection.ts';

export interface SeatPainter {
  /** Paints every seat that touches the part, and of it only what lies in it. */
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** The pixels that a seat may have; no numbers for one without a place. */
  boundsOf(ordinal: number, projection: Projection): Bounds;
  /**
   * Paints seats over what is there that looked otherwise until now. Calls `other` for those in the window that this
   * cannot be done with, as part of them lies under a name or somebody else's part in their pixels. `seen` is as
   * seats-seen.ts has it.
   */
  restyle(
    frame: Frame,
    seats: RestyledSeats,
    projection: Projection,
    seen: Uint8Array,
    other: (ordinal: number, before: number) => void,
  ): void;
  /**
   * Paints one seat, which looked like the style `before` until now, over what is there, in `part`, what the frame shows
   * of its bounds. False when that is not enough and all of the part must be painted anew.
   */
  paintOver(frame: Frame, part: Bounds, projection: Projection, ordinal: number, before: number): boolean;
}
