/** The seats of a part, laid out in the order in which they are stamped. */
import type { SeatRuns } from '../seat-index.ts';
import { createFilterTest, type SeatScene } from '../seat-scene.ts';
import type { Bounds } from '../view.ts';
import type { Projection } from './projection.ts';
import { rankOf, RANKS } from './priority.ts';
import type { SeatStamps } from './stamps.ts';

export interface StampOrder {
  /**
   * Adds of a run those that touch the part, and asks for their masks. Of seats of one size at the very same place the
   * one to be seen first stands for all: a plan with its seats in one heap must not cost a heap of discs.
   */
  add(part: Bounds, projection: Projection, seats: SeatRuns, from: number, to: number): void;
  /** Takes all that were added, those outside the filter first, and of each kind those to be seen before others last. */
  take(act: (ordinal: number, stamps: SeatStamps, isLit: boolean) => void): void;
}

/** Its first `count`; the room stays for the next part, as a changed seat is a part of a few pixels. */
interface Layer {
  readonly ordinals: number[];
  readonly stamps: SeatStamps[];
  count: number;
}

/** `reaches`: how far from its middle something of a seat may lie, by its size, in device pixels. */
export function createStampOrder(
  scene: SeatScene,
  scale: number,
  reaches: Float64Array,
  stampsOf: (ordinal: number, style: number) => SeatStamps,
): StampOrder {
  const { columns, radii, styles, hidden } = scene;
  const { labels } = columns;
  const ranks = Uint8Array.from(scene.theme.styles, rankOf);
  const isLit = createFilterTest(scene);
  const layers = Array.from({ length: RANKS * 2 }, (): Layer => ({ ordinals: [], stamps: [], count: 0 }));

  function add(part: Bounds, projection: Projection, seats: SeatRuns, from: number, to: number): void {
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
      const stamps = stampsOf(ordinal, styles[ordinal]!);
      if (lit && stamps.hasText) stamps.textOf(labels[ordinal]!);
      const into = layers[layer]!;
      into.ordinals[into.count] = ordinal;
      into.stamps[into.count] = stamps;
      into.count += 1;
      top = layer;
    }
  }

  return {
    add,
    take(act) {
      for (let at = 0; at < layers.length; at += 1) {
        const layer = layers[at]!;
        for (let i = 0; i < layer.count; i += 1) act(layer.ordinals[i]!, layer.stamps[i]!, at >= RANKS);
        layer.count = 0;
      }
    },
  };
}
