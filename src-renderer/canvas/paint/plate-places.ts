/** Where sections' names stand at a scale. Places are device pixels from the map's origin, so that a pan leaves them. */
import { coversObject } from '../map-extent.ts';
import type { SeatScene, SectionExtent } from '../seat-scene.ts';
import { type Bounds, expandBounds } from '../view.ts';
import { createPlateGrid } from './plate-grid.ts';
import type { RowLetters } from './row-letters.ts';

export interface Plate {
  readonly section: SectionExtent;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly box: Bounds;
  /** It lies on seats and needs a ground of its own. */
  readonly hasField: boolean;
  readonly hasCount: boolean;
}

export interface PlatePlacer {
  /** All of them, over their sections' hearts, the largest sections first; one that would lie on another is left out. */
  overSeats(scale: number, hasCount: boolean): Plate[];
  /** Below, above or beside the section's seats where that covers nothing; else over their middle, on a field. */
  besideSeats(section: SectionExtent, scale: number): Plate;
  /** How far beyond its seats a section's name may reach, in device pixels. */
  reachPx(section: SectionExtent): number;
}

export interface PlateSizes {
  readonly pixelRatio: number;
  /** In CSS pixels. */
  nameWidth(section: SectionExtent): number;
  /** Of the widest count that the section can have. */
  countWidth(section: SectionExtent): number;
}

/** Half the height of a plate with a name, and with a count under it. */
const NAME_HALF_PX = 11;
const BOTH_HALF_PX = 18;
const PADDING_PX = 7;
const NAME_GAP_PX = 9;
/** What of a name's line its letters take up, up and down from the middle. */
const LETTERS_HALF_PX = 6.5;
/** Row letters keep so far from a name. */
const LETTER_GAP_PX = 6;

export function createPlatePlacer(
  scene: SeatScene,
  sections: readonly SectionExtent[],
  letters: RowLetters,
  sizes: PlateSizes,
): PlatePlacer {
  const { pixelRatio, nameWidth, countWidth } = sizes;
  const { columns, index, hidden } = scene;
  const widest = (section: SectionExtent, hasCount: boolean) =>
    Math.max(nameWidth(section), hasCount ? countWidth(section) : 0);

  function plateAt(section: SectionExtent, at: { x: number; y: number }, hasField: boolean, hasCount: boolean): Plate {
    const [x, y] = [Math.round(at.x), Math.round(at.y)];
    const halfWidth = Math.ceil((widest(section, hasCount) / 2 + PADDING_PX) * pixelRatio);
    const halfHeight = Math.ceil((hasCount ? BOTH_HALF_PX : NAME_HALF_PX) * pixelRatio);
    const box = { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
    return { section, x, y, box, hasField, hasCount };
  }

  /** Whether a name there, in device pixels, would lie on a seat or on a row's letter. */
  function covers(at: { readonly x: number; readonly y: number }, width: number, scale: number): boolean {
    const halfX = ((width / 2 + 4) * pixelRatio) / scale;
    const halfY = (LETTERS_HALF_PX * pixelRatio) / scale;
    const [x, y] = [at.x / scale, at.y / scale];
    const box = { left: x - halfX, right: x + halfX, top: y - halfY, bottom: y + halfY };
    if (coversObject(scene, box)) return true;
    if (letters.touches(expandBounds(box, (LETTER_GAP_PX * pixelRatio) / scale))) return true;
    let isCovered = false;
    index.visitNear(box, (ordinal) => {
      const [seatX, seatY, r] = [columns.x[ordinal]!, columns.y[ordinal]!, columns.radius[ordinal]!];
      const isShown = hidden === null || hidden[ordinal] !== 1;
      isCovered ||=
        isShown && seatX + r > box.left && seatX - r < box.right && seatY + r > box.top && seatY - r < box.bottom;
    });
    return isCovered;
  }

  return {
    overSeats(scale, hasCount) {
      const grid = createPlateGrid();
      return sections
        .toSorted((a, b) => areaOf(b) - areaOf(a) || a.index - b.index)
        .map((section) => plateAt(section, { x: section.heart.x * scale, y: section.heart.y * scale }, true, hasCount))
        .filter(({ box }) => grid.take(box));
    },
    besideSeats(section, scale) {
      const { bounds } = section;
      const [left, right] = [bounds.left * scale, bounds.right * scale];
      const [top, bottom] = [bounds.top * scale, bounds.bottom * scale];
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
      const besidePx = (nameWidth(section) / 2 + NAME_GAP_PX) * pixelRatio;
      const whole = index.bounds;
      const isLeft = whole !== null && bounds.left + bounds.right < whole.left + whole.right;
      const sides = [left - besidePx, right + besidePx].map((x) => ({ x, y: middle.y }));
      const candidates = [
        { x: middle.x, y: bottom + (NAME_GAP_PX + 2) * pixelRatio },
        { x: middle.x, y: top - NAME_GAP_PX * pixelRatio },
        ...(isLeft ? sides : sides.toReversed()),
      ];
      const free = candidates.find((at) => !covers(at, nameWidth(section), scale));
      return plateAt(section, free ?? middle, free === undefined, false);
    },
    reachPx: (section) => (nameWidth(section) + NAME_GAP_PX * 2 + PADDING_PX) * pixelRatio,
  };
}

function areaOf({ bounds }: SectionExtent): number {
  return (bounds.right - bounds.left) * (bounds.bottom - bounds.top);
}
