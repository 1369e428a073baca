/**
 * Sections' names: far out on plates over the seats, with how many are free; nearer beside the seats, where they cover
 * nothing. Where a name stands is worked out once a scale, and near to only for sections that come into sight.
 */
import { text } from '../../../src-shared/text/text.ts';
import { GROUND } from '../marks.ts';
import type { SeatScene, SectionExtent } from '../seat-scene.ts';
import { type Bounds, expandBounds } from '../view.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import { stampAll, type Stamp } from './mask.ts';
import { type Frame, overlap, pixelOf } from './pixels.ts';
import { createPlateGrid, type PlateGrid } from './plate-grid.ts';
import { createPlatePlacer, type Plate, type PlatePlacer } from './plate-places.ts';
import { isFar, type Projection } from './projection.ts';
import type { RowLetters } from './row-letters.ts';
import { createSeatsSeen } from './seats-seen.ts';
import { textStamps, textWidth } from './stamps.ts';

const NAME = { fontPx: 13, weight: 600, color: '#273142' } as const;
const COUNT = { fontPx: 11, weight: 500, color: '#566070' } as const;
/** How far above the middle a name stands that has a count below it, and the count below. */
const LINE_PX = 7.5;
const CORNER_PX = 4;

/** What is not beneath a plate; MIXED when that is no rectangle, or some pixels are a plate's only in part. */
type Rest = Bounds | 'NOTHING' | 'MIXED';

export interface SectionPlates {
  /** Before a frame is painted: the plates that lie in it. */
  see(whole: Bounds, projection: Projection): void;
  /** Paints what of the plates seen lies in the part. */
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** What is seen of each seat beneath the plates that have come into sight at this scale (seats-seen.ts). */
  seatsSeen(boundsOf: (ordinal: number) => Bounds): Uint8Array;
  /** What the plates leave of a part. */
  rest(part: Bounds, projection: Projection): Rest;
  /** The plate of those seen that lies at a pixel of the frame. */
  at(x: number, y: number, projection: Projection): Plate | null;
  /** Takes over the sections' counts of the moment. Returns the parts of the frame where another count is to stand. */
  refresh(projection: Projection): Bounds[];
}

/** `atlas` is one without phases: plates stand on whole pixels. */
export function createSectionPlates(scene: SeatScene, atlas: MaskAtlas, letters: RowLetters): SectionPlates {
  const { counts, fontFamily } = scene;
  const sections = scene.sections.length < 2 ? [] : shownSections(scene);
  const counted = counts.free.slice();
  const corner = CORNER_PX * atlas.pixelRatio;
  const hides = ({ box, hasField }: Plate, part: Bounds) => hasField && isWithin(box, part, corner);
  const placer = createPlacer(scene, sections, atlas, letters);
  let placedScale = 0;
  let far: Plate[] | null = null;
  let near = new Map<number, Plate>();
  let placed = createPlateGrid<Plate>();
  let seatsSeen = createSeatsSeen(scene, 1, hides);
  let seen: readonly Plate[] = [];
  const stampsByPlate = new Map<Plate, readonly Stamp[]>();

  function see(whole: Bounds, projection: Projection): void {
    const { scale } = projection;
    if (placedScale !== scale) {
      placedScale = scale;
      near = new Map();
      placed = createPlateGrid();
      seatsSeen = createSeatsSeen(scene, scale, hides);
      stampsByPlate.clear();
      far = isFar(projection, scene.seatRadius) ? placer.overSeats(scale, counts.isSelling(), placed) : null;
    }
    seen =
      far ?? sections.filter((section) => isNear(section, placer.reachPx(section), whole, projection)).map(nearPlate);
  }

  function nearPlate(section: SectionExtent): Plate {
    let plate = near.get(section.index);
    if (plate === undefined) {
      plate = placer.besideSeats(section, placedScale);
      near.set(section.index, plate);
      placed.add(plate);
    }
    return plate;
  }

  function stampsOf(plate: Plate): readonly Stamp[] {
    const held = stampsByPlate.get(plate) ?? plateStamps(atlas, fontFamily, plate, counted[plate.section.index]!);
    stampsByPlate.set(plate, held);
    return held;
  }

  return {
    see,
    seatsSeen: (boundsOf) => seatsSeen.flags(far ?? [...near.values()], boundsOf),
    rest: (part, projection) => restOf(placed, part, projection, corner),
    paint(frame, part, { x, y }) {
      const plates: Plate[] = [];
      placed.visit(movedBy(part, -x, -y), (plate) => void plates.push(plate));
      // Two that lie on each other do so in the same order in every part.
      for (const plate of plates.sort((a, b) => a.section.index - b.section.index)) {
        const stamps = stampsOf(plate);
        atlas.fill();
        stampAll(frame, part, stamps, plate.x + x, plate.y + y, 1);
      }
    },
    at: (x, y, projection) => plateAt(seen, x - projection.x, y - projection.y),
    refresh({ x, y }) {
      const stale = seen.filter(
        ({ section, hasCount }) => hasCount && counted[section.index] !== counts.free[section.index],
      );
      counted.set(counts.free);
      for (const plate of stale) stampsByPlate.delete(plate);
      return stale.map(({ box }) => expandBounds(movedBy(box, x, y), 1));
    },
  };
}

function createPlacer(
  scene: SeatScene,
  sections: readonly SectionExtent[],
  atlas: MaskAtlas,
  letters: RowLetters,
): PlatePlacer {
  const { counts, fontFamily } = scene;
  const nameWidths = new Map(
    sections.map((section) => [section.index, textWidth(atlas, fontFamily, { label: section.name, ...NAME })]),
  );
  return createPlatePlacer(scene, sections, letters, {
    pixelRatio: atlas.pixelRatio,
    nameWidth: ({ index }) => nameWidths.get(index)!,
    // As wide as the count can be, so that a plate stays where it is while seats are sold.
    countWidth: ({ index }) => textWidth(atlas, fontFamily, { label: countText(counts.seats[index]!), ...COUNT }),
  });
}

function restOf(plates: PlateGrid<Plate>, part: Bounds, { x, y }: Projection, corner: number): Rest {
  const own = movedBy(part, -x, -y);
  let rest: Rest = own;
  plates.visit(own, ({ box, hasField }) => {
    if (typeof rest !== 'string') rest = hasField ? without(rest, box, corner) : 'MIXED';
  });
  if (rest === own) return part;
  return typeof rest === 'string' ? rest : movedBy(rest, x, y);
}

/** What a field leaves of the part. */
function without(part: Bounds, field: Bounds, corner: number): Rest {
  const shared = overlap(part, field);
  if (shared === null) return part;
  if (!isWithin(field, shared, corner)) return 'MIXED';
  const isAsWide = shared.left === part.left && shared.right === part.right;
  const isAsHigh = shared.top === part.top && shared.bottom === part.bottom;
  if (isAsWide && isAsHigh) return 'NOTHING';
  if (isAsWide && shared.top === part.top) return { ...part, top: shared.bottom };
  if (isAsWide && shared.bottom === part.bottom) return { ...part, bottom: shared.top };
  if (isAsHigh && shared.left === part.left) return { ...part, left: shared.right };
  if (isAsHigh && shared.right === part.right) return { ...part, right: shared.left };
  return 'MIXED';
}

function movedBy({ left, top, right, bottom }: Bounds, x: number, y: number): Bounds {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** Whether the part lies in the field, which stands on whole pixels, and clear of its rounded corners. */
function isWithin({ left, top, right, bottom }: Bounds, part: Bounds, corner: number): boolean {
  const besideX = Math.min(part.left - left, right - part.right);
  const besideY = Math.min(part.top - top, bottom - part.bottom);
  if (besideX < 0 || besideY < 0) return false;
  return besideX >= corner || besideY >= corner || Math.hypot(corner - besideX, corner - besideY) <= corner - 1;
}

/** Of plates that lie on each other the one painted last. */
function plateAt(plates: readonly Plate[], x: number, y: number): Plate | null {
  return plates.findLast(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? null;
}

/** Whether the section, or a name so far from it, lies in the frame. */
function isNear({ bounds }: SectionExtent, reach: number, whole: Bounds, { scale, x, y }: Projection): boolean {
  return (
    bounds.left * scale + x - reach < whole.right &&
    bounds.right * scale + x + reach > whole.left &&
    bounds.top * scale + y - reach < whole.bottom &&
    bounds.bottom * scale + y + reach > whole.top
  );
}

function plateStamps(atlas: MaskAtlas, family: string, plate: Plate, free: number): readonly Stamp[] {
  const { section, box, hasField, hasCount } = plate;
  const line = (label: string, look: typeof NAME | typeof COUNT, dy: number) =>
    textStamps(atlas, family, { label, ...look, dy, field: null });
  return [
    ...(hasField ? [fieldStamp(atlas, box)] : []),
    ...line(section.name, NAME, hasCount ? -LINE_PX : 0),
    ...(hasCount ? line(countText(free), COUNT, LINE_PX) : []),
  ];
}

function countText(free: number): string {
  return text('seatLayer.sectionFree', { count: free });
}

function fieldStamp(atlas: MaskAtlas, box: Bounds): Stamp {
  const halfWidth = (box.right - box.left) / 2 / atlas.pixelRatio;
  const halfHeight = (box.bottom - box.top) / 2 / atlas.pixelRatio;
  const reach = { left: -halfWidth, top: -halfHeight, right: halfWidth, bottom: halfHeight };
  const set = atlas.request(`plate ${halfWidth} ${halfHeight}`, reach, (ctx) => {
    ctx.beginPath();
    ctx.roundRect(-halfWidth, -halfHeight, halfWidth * 2, halfHeight * 2, Math.min(CORNER_PX, halfHeight));
    ctx.fill();
  });
  return { set, dx: 0, dy: 0, color: pixelOf(GROUND) };
}

/** Those with a seat that is not hidden. */
function shownSections({ sections, columns, hidden }: SeatScene): readonly SectionExtent[] {
  if (hidden === null) return sections;
  const shown = new Set<number>();
  for (let i = 0; i < columns.count; i += 1) if (hidden[i] !== 1) shown.add(columns.section[i]!);
  return sections.filter(({ index }) => shown.has(index));
}
