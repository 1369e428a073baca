/** The places beside their seats that sections would have their names at, first choice first, and who gives way to whom. */
import type { Point } from '../../../src-shared/domain/seat-map/document.ts';
import type { SectionExtent } from '../seat-scene.ts';
import type { Bounds } from '../view.ts';

export interface NameWishes {
  /** In device pixels from the map's origin. */
  of(section: SectionExtent, scale: number): readonly Point[];
  /**
   * Whether the place, the section's wish of that rank at the scale last asked for, is more another's: an earlier wish
   * of it, or as early a one of a section that comes before.
   */
  isOthers(at: Point, rank: number, section: SectionExtent): boolean;
}

export const NAME_GAP_PX = 9;
/** What of a name's line its letters take up, up and down from the middle. */
export const LETTERS_HALF_PX = 6.5;

export function createNameWishes(
  sections: readonly SectionExtent[],
  house: Bounds | null,
  nameWidth: (section: SectionExtent) => number,
  pixelRatio: number,
): NameWishes {
  let wishedScale = 0;
  let wishes = new Map<number, readonly Point[]>();

  /** Below, above and beside its seats, on the house's outer side first. */
  function wishesOf(section: SectionExtent, scale: number): readonly Point[] {
    const { bounds } = section;
    const [left, right] = [bounds.left * scale, bounds.right * scale];
    const middle = { x: (left + right) / 2, y: ((bounds.top + bounds.bottom) / 2) * scale };
    const besidePx = (nameWidth(section) / 2 + NAME_GAP_PX) * pixelRatio;
    const isLeft = house !== null && bounds.left + bounds.right < house.left + house.right;
    const sides = [left - besidePx, right + besidePx].map((x) => ({ x, y: middle.y }));
    return [
      { x: middle.x, y: bounds.bottom * scale + (NAME_GAP_PX + 2) * pixelRatio },
      { x: middle.x, y: bounds.top * scale - NAME_GAP_PX * pixelRatio },
      ...(isLeft ? sides : sides.toReversed()),
    ];
  }

  return {
    of(section, scale) {
      if (wishedScale !== scale) {
        wishedScale = scale;
        wishes = new Map(sections.map((each) => [each.index, wishesOf(each, scale)]));
      }
      return wishes.get(section.index)!;
    },
    isOthers(at, rank, section) {
      return sections.some((other) => {
        if (other === section) return false;
        const apartX = ((nameWidth(section) + nameWidth(other)) / 2 + NAME_GAP_PX) * pixelRatio;
        const theirs = wishes.get(other.index)!;
        const first = other.index < section.index ? rank + 1 : rank;
        return theirs
          .slice(0, first)
          .some(({ x, y }) => Math.abs(y - at.y) < LETTERS_HALF_PX * 2 * pixelRatio && Math.abs(x - at.x) < apartX);
      });
    },
  };
}
