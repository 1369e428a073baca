/** What is seen of each seat beneath the sections' names at one scale, worked out name by name as names come. */
import type { SeatScene } from '../seat-scene.ts';
import { type Bounds, expandBounds } from '../view.ts';
import { overlap } from './pixels.ts';
import type { Plate } from './plate-places.ts';

/** No name lies on it. */
export const SEEN_WHOLE = 0;
/** A name may lie on some of it. */
export const SEEN_PARTLY = 1;
/** It lies beneath a name's field, or is drawn nowhere. */
export const UNSEEN = 2;

/** No seat has a pixel further beyond its radius. */
const BEYOND_PX = 8;

export interface SeatsSeen {
  /**
   * One of the above for each seat, with these plates on the map: those of the last time, and any that came after them.
   * `boundsOf` is a seat's pixels from the map's origin.
   */
  flags(plates: readonly Plate[], boundsOf: (ordinal: number) => Bounds): Uint8Array;
}

/** `hides` tells whether a part, in device pixels from the map's origin, lies all beneath the plate's field. */
export function createSeatsSeen(
  { columns, index, radii, hidden }: SeatScene,
  scale: number,
  hides: (plate: Plate, part: Bounds) => boolean,
): SeatsSeen {
  const reach = Math.max(...radii.sizes) * scale + BEYOND_PX;
  let flags: Uint8Array | null = null;
  let laid = 0;

  function lay(plate: Plate, boundsOf: (ordinal: number) => Bounds, into: Uint8Array): void {
    const { box } = plate;
    const { left, top, right, bottom } = expandBounds(box, reach);
    const around = { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale };
    index.visitRuns(around, ({ ordinals }, from, to) => {
      for (let i = from; i < to; i += 1) {
        const part = boundsOf(ordinals[i]!);
        const isUnder = overlap(part, box) !== null && into[ordinals[i]!] !== UNSEEN;
        if (isUnder) into[ordinals[i]!] = hides(plate, part) ? UNSEEN : SEEN_PARTLY;
      }
    });
  }

  return {
    flags(plates, boundsOf) {
      flags ??= undrawn(columns, hidden);
      for (; laid < plates.length; laid += 1) lay(plates[laid]!, boundsOf, flags);
      return flags;
    },
  };
}

/** Seats not shown, and those without a place or a size, which no index holds. */
function undrawn({ count, x, y, radius }: SeatScene['columns'], hidden: Uint8Array | null): Uint8Array {
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    if (hidden?.[i] === 1 || !Number.isFinite(x[i]! + y[i]! + radius[i]!)) flags[i] = UNSEEN;
  }
  return flags;
}
