/** Row letters beside their rows, from the scale on at which rows do not run together. */
import { createSeatIndex, isInside, type SeatIndex } from '../seat-index.ts';
import type { RowLabel, SeatScene } from '../seat-scene.ts';
import type { Bounds } from '../view.ts';
import type { MaskAtlas } from './mask-atlas.ts';
import { stampAll, type Stamp } from './mask.ts';
import type { Frame } from './pixels.ts';
import { mapBounds, type Projection } from './projection.ts';
import { textStamps, textWidth } from './stamps.ts';

const QUIET_INK = '#566070';
/** Row letters come when their rows are so far apart that they do not run together, and their seats are more than dots. */
const ROW_LETTER_PITCH_PX = 11;
const ROW_LETTER_SEAT_PX = 2;
/** What is left free between a small seat and its row's letter. */
const ROW_LETTER_GAP_PX = 3;
const LARGEST_FONT_PX = 15;
/** Round a letter that is touched, as an eye aims and not as a letter is shaped. */
const TOUCH_PX = 4;

export interface RowLetters {
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** The seat whose row's letter is painted at a pixel of the frame, or right beside it; -1 for none. */
  at(x: number, y: number, projection: Projection): number;
  /** Whether a letter's place lies in those bounds of the map. */
  touches(bounds: Bounds): boolean;
}

/** `atlas` is one without phases: letters stand on whole pixels. */
export function createRowLetters(scene: SeatScene, atlas: MaskAtlas): RowLetters {
  const { rowLabels, hidden } = scene;
  const index = indexOf(rowLabels);
  const longest = Math.max(0, ...rowLabels.map(({ label }) => label.length));
  let near: RowLabel[] = [];
  const stampsByLook = new Map<string, readonly Stamp[]>();

  function stampsOf(label: string, fontPx: number): readonly Stamp[] {
    const look = `${fontPx} ${label}`;
    let held = stampsByLook.get(look);
    if (held === undefined) {
      const text = { label, fontPx, weight: 500, color: QUIET_INK, dy: 0, field: null };
      held = textStamps(atlas, scene.fontFamily, text);
      stampsByLook.set(look, held);
    }
    return held;
  }

  /** Finds the letters, to `near`, that may reach into a part of the frame; their size in CSS pixels, 0 where none is painted. */
  function gather(part: Bounds, projection: Projection): number {
    const { scale, pixelRatio } = projection;
    const radiusPx = (scene.seatRadius * scale) / pixelRatio;
    if (radiusPx < ROW_LETTER_SEAT_PX || (scene.rowPitch * scale) / pixelRatio < ROW_LETTER_PITCH_PX) return 0;
    const fontPx = Math.round(Math.min(LARGEST_FONT_PX, Math.max(9, radiusPx * 1.1)) * 2) / 2;
    const reachPx = radiusPx + ROW_LETTER_GAP_PX + (longest + 1) * fontPx;
    near = [];
    index.visitNear(mapBounds(projection, part, reachPx * pixelRatio), (at) => {
      const row = rowLabels[at]!;
      if (hidden === null || hidden[row.seat] !== 1) near.push(row);
    });
    return fontPx;
  }

  /** A letter's middle in the frame, and how wide it is, in device pixels. */
  function placeOf(row: RowLabel, fontPx: number, { scale, pixelRatio, x, y }: Projection) {
    const widthPx = textWidth(atlas, scene.fontFamily, { label: row.label, fontPx, weight: 500 });
    const radiusPx = (scene.seatRadius * scale) / pixelRatio;
    const at = letterPlace(row, scale, (radiusPx + ROW_LETTER_GAP_PX + widthPx / 2) * pixelRatio);
    return { x: Math.round(at.x) + x, y: Math.round(at.y) + y, width: widthPx * pixelRatio };
  }

  function paint(frame: Frame, part: Bounds, projection: Projection): void {
    const fontPx = gather(part, projection);
    if (fontPx === 0) return;
    const stamps = near.map(({ label }) => stampsOf(label, fontPx));
    atlas.fill();
    near.forEach((row, i) => {
      const { x, y } = placeOf(row, fontPx, projection);
      stampAll(frame, part, stamps[i]!, x, y, 1);
    });
  }

  return {
    paint,
    at(x, y, projection) {
      const fontPx = gather({ left: x, top: y, right: x, bottom: y }, projection);
      if (fontPx === 0) return -1;
      const slack = TOUCH_PX * projection.pixelRatio;
      const touched = near.find((row) => {
        const letter = placeOf(row, fontPx, projection);
        const half = (fontPx * projection.pixelRatio) / 2;
        return Math.abs(letter.x - x) <= letter.width / 2 + slack && Math.abs(letter.y - y) <= half + slack;
      });
      return touched?.seat ?? -1;
    },
    touches(bounds) {
      let isTouched = false;
      index.visitNear(bounds, (at) => {
        isTouched ||= isInside(bounds, rowLabels[at]!.at.x, rowLabels[at]!.at.y);
      });
      return isTouched;
    },
  };
}

function indexOf(rowLabels: readonly RowLabel[]): SeatIndex {
  return createSeatIndex({
    count: rowLabels.length,
    x: Float32Array.from(rowLabels, ({ at }) => at.x),
    y: Float32Array.from(rowLabels, ({ at }) => at.y),
    radius: new Float32Array(rowLabels.length),
  });
}

/** Where a row's letter stands: as far out as the map says, and at least `least` device pixels from its seat's middle. */
function letterPlace({ at, end }: RowLabel, scale: number, least: number): { readonly x: number; readonly y: number } {
  const [fromX, fromY] = [end.x * scale, end.y * scale];
  const [dx, dy] = [at.x * scale - fromX, at.y * scale - fromY];
  const distance = Math.hypot(dx, dy);
  const stretch = distance === 0 || distance >= least ? 1 : least / distance;
  return { x: fromX + dx * stretch, y: fromY + dy * stretch };
}
