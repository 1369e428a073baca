/** Where sections' names stand at a scale. Places are device pixels from the map's origin, so that a pan leaves them. */
import { coversObject } from '../map-extent.ts';
import type { SeatScene, SectionExtent } from '../seat-scene.ts';
import { type Bounds, expandBounds } from '../view.ts';
import { createNameWishes, LETTERS_HALF_PX, NAME_GAP_PX } from './name-wishes.ts';
import type { PlateGrid } from './plate-grid.ts';
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
  /**
   * Over their sections' hearts, the largest sections first. One that would lie on another is left out, and so is what
   * would hide too much of its own section: first the count, then the name. All are added to the grid.
   */
  overSeats(scale: number, hasCount: boolean, grid: PlateGrid<Plate>): Plate[];
  /**
   * Below, above or beside the section's seats where that covers nothing and no other section would rather have its
   * name; else over their middle, on a field. Whether the other does have it there is not asked: a name must not move
   * because the one beside it came into sight.
   */
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
/** The share of its section that a plate may cover: with its count, and with its name alone. */
const MOST_COVERED_BOTH = 0.35;
const MOST_COVERED_NAME = 0.5;
/** What a seat takes up with its share of the aisles, in squares of its radius: a turned section's extent says too much. */
const GROUND_A_SEAT = 11;
/** Row letters keep so far from a name. */
const LETTER_GAP_PX = 6;

export function createPlatePlacer(
  scene: SeatScene,
  sections: readonly SectionExtent[],
  letters: RowLetters,
  sizes: PlateSizes,
): PlatePlacer {
  const { pixelRatio, nameWidth, countWidth } = sizes;
  const { columns, counts, index, hidden } = scene;
  const wishes = createNameWishes(sections, index.bounds, nameWidth, pixelRatio);
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

  function plateOver(section: SectionExtent, scale: number, hasCount: boolean): Plate | null {
    const at = { x: section.heart.x * scale, y: section.heart.y * scale };
    const ground = counts.seats[section.index]! * (scene.seatRadius * scale) ** 2 * GROUND_A_SEAT;
    const both = hasCount ? plateAt(section, at, true, true) : null;
    if (both !== null && areaOf(both.box) <= ground * MOST_COVERED_BOTH) return both;
    const name = plateAt(section, at, true, false);
    return areaOf(name.box) <= ground * MOST_COVERED_NAME ? name : null;
  }

  return {
    overSeats: (scale, hasCount, grid) =>
      sections
        .toSorted((a, b) => areaOf(b.bounds) - areaOf(a.bounds) || a.index - b.index)
        .flatMap((section) => plateOver(section, scale, hasCount) ?? [])
        .filter(grid.addIfFree),
    besideSeats(section, scale) {
      const free = wishes
        .of(section, scale)
        .find((at, rank) => !covers(at, nameWidth(section), scale) && !wishes.isOthers(at, rank, section));
      if (free !== undefined) return plateAt(section, free, false, false);
      const { left, top, right, bottom } = section.bounds;
      return plateAt(section, { x: ((left + right) / 2) * scale, y: ((top + bottom) / 2) * scale }, true, false);
    },
    reachPx: (section) => (nameWidth(section) + NAME_GAP_PX * 2 + PADDING_PX) * pixelRatio,
  };
}

function areaOf({ left, top, right, bottom }: Bounds): number {
  return (right - left) * (bottom - top);
}
