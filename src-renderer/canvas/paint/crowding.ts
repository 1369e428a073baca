/** Which seats stand so close to others that what is seen at their place may be another's. */
import type { SeatScene } from '../seat-scene.ts';

/** No outline reaches further from its middle: a square's rounded corner, in radii. */
const REACH = 1.2;

const ALONE = 1;
const CROWDED = 2;

/**
 * Whether a seat's outline may meet that of another seat shown. Each is worked out once, when it is first asked for, and
 * again when other seats are hidden.
 */
export function createCrowding(scene: SeatScene): (ordinal: number) => boolean {
  const { columns, index, radii } = scene;
  const { x, y, count } = columns;
  const largest = Math.max(...radii.sizes);
  const radiusOf = (ordinal: number) => radii.sizes[radii.sizeOf[ordinal]!]!;
  let hidden = scene.hidden;
  let known: Uint8Array | null = null;

  function isCrowded(ordinal: number): boolean {
    const [atX, atY, own] = [x[ordinal]!, y[ordinal]!, radiusOf(ordinal)];
    const reach = (own + largest) * REACH;
    const around = { left: atX - reach, top: atY - reach, right: atX + reach, bottom: atY + reach };
    let isMet = false;
    index.visitRuns(around, (seats, from, to) => {
      for (let i = from; i < to && !isMet; i += 1) {
        const other = seats.ordinals[i]!;
        if (other === ordinal || (hidden !== null && hidden[other] === 1)) continue;
        const [dx, dy, apart] = [seats.x[i]! - atX, seats.y[i]! - atY, (own + radiusOf(other)) * REACH];
        isMet = dx * dx + dy * dy < apart * apart;
      }
    });
    return isMet;
  }

  return (ordinal) => {
    if (hidden !== scene.hidden) known = null;
    hidden = scene.hidden;
    known ??= new Uint8Array(count);
    if (known[ordinal] === 0) known[ordinal] = isCrowded(ordinal) ? CROWDED : ALONE;
    return known[ordinal] === CROWDED;
  };
}
