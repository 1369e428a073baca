/**
 * Makes masks by painting parts in black on a canvas of its own and reading back what they cover: the same curves and
 * letters as the canvas draws in a legend. Parts are asked for first and painted together, as reading back is what
 * costs (half a millisecond for all of a scale's parts, a tenth for a single one).
 */
import type { Bounds } from '../view.ts';
import { createMask, type MaskSet } from './mask.ts';

export interface MaskAtlas {
  /** Places between two pixels that a part may have, across as well as down. A power of two. */
  readonly phases: number;
  readonly pixelRatio: number;
  /**
   * The masks of what `paint` draws about (0, 0), in CSS pixels, within `reach` of it. The same key gets the same masks.
   * They are there after the next `fill`.
   */
  request(key: string, reach: Bounds, paint: (ctx: CanvasRenderingContext2D) => void): MaskSet;
  /** Paints what was asked for and is not there yet. */
  fill(): void;
  /** What the text takes up from its origin, at the left end of its baseline, in CSS pixels. */
  measure(font: string, label: string): TextExtent;
}

export interface TextExtent {
  readonly advance: number;
  readonly ink: Bounds;
}

interface Wanted {
  readonly set: MaskSet;
  readonly paint: (ctx: CanvasRenderingContext2D) => void;
  /** In device pixels from the pixel that holds the origin. */
  readonly box: Bounds;
}

const SHEET_WIDTH = 1024;
/** So many rows of the sheet are read back at a time: memory, should a house want very many or very large masks. */
const SHEET_HEIGHT = 1024;

/** Wobble shows most where seats are small; large ones would need much memory for what nobody sees. */
export function phasesFor(radiusDevicePx: number): number {
  if (radiusDevicePx < 6) return 4;
  return radiusDevicePx < 24 ? 2 : 1;
}

/** `ctx` belongs to a canvas for this use alone, which may serve one atlas after the other. */
export function createMaskAtlas(ctx: CanvasRenderingContext2D, phases: number, pixelRatio: number): MaskAtlas {
  const sets = new Map<string, MaskSet>();
  const extents = new Map<string, TextExtent>();
  let wanted: Wanted[] = [];

  return {
    phases,
    pixelRatio,
    request(key, reach, paint) {
      const held = sets.get(key);
      if (held !== undefined) return held;
      const set: MaskSet = { masks: [] };
      sets.set(key, set);
      wanted.push({ set, paint, box: boxOf(reach, pixelRatio) });
      return set;
    },
    fill() {
      if (wanted.length === 0) return;
      const parts = wanted;
      wanted = [];
      for (const sheet of sheetsOf(parts, phases)) paintSheet(ctx, sheet, phases, pixelRatio);
    },
    measure(font, label) {
      const key = `${font}\n${label}`;
      let extent = extents.get(key);
      if (extent === undefined) {
        ctx.font = font;
        ctx.textAlign = 'left';
        ctx.textBaseline = 'alphabetic';
        extent = extentOf(ctx.measureText(label));
        extents.set(key, extent);
      }
      return extent;
    },
  };
}

function extentOf(measured: TextMetrics): TextExtent {
  return {
    advance: measured.width,
    ink: {
      left: -measured.actualBoundingBoxLeft,
      top: -measured.actualBoundingBoxAscent,
      right: measured.actualBoundingBoxRight,
      bottom: measured.actualBoundingBoxDescent,
    },
  };
}

/** A pixel more on each side for smoothing, one more at the far ones for the place between pixels. */
function boxOf({ left, top, right, bottom }: Bounds, pixelRatio: number): Bounds {
  return {
    left: Math.floor(left * pixelRatio) - 1,
    top: Math.floor(top * pixelRatio) - 1,
    right: Math.ceil(right * pixelRatio) + 2,
    bottom: Math.ceil(bottom * pixelRatio) + 2,
  };
}

interface Cell {
  readonly part: Wanted;
  readonly phase: number;
  readonly x: number;
  readonly y: number;
}

interface Sheet {
  readonly cells: Cell[];
  width: number;
  height: number;
}

/** Lays the parts out in shelves, each part in all its phases. */
function sheetsOf(parts: readonly Wanted[], phases: number): Sheet[] {
  const sheets: Sheet[] = [];
  let sheet: Sheet | null = null;
  let [x, y, shelf] = [0, 0, 0];
  for (const part of parts) {
    const [width, height] = sizeOf(part.box);
    for (let phase = 0; phase < phases * phases; phase += 1) {
      if (x + width > SHEET_WIDTH) [x, y, shelf] = [0, y + shelf, 0];
      if (sheet === null || (y + height > SHEET_HEIGHT && sheet.cells.length > 0)) {
        sheet = { cells: [], width: 0, height: 0 };
        sheets.push(sheet);
        [x, y, shelf] = [0, 0, 0];
      }
      sheet.cells.push({ part, phase, x, y });
      sheet.width = Math.max(sheet.width, x + width);
      sheet.height = Math.max(sheet.height, y + height);
      shelf = Math.max(shelf, height);
      x += width;
    }
  }
  return sheets;
}

function paintSheet(
  ctx: CanvasRenderingContext2D,
  { cells, width, height }: Sheet,
  phases: number,
  pixelRatio: number,
): void {
  makeRoom(ctx, width, height);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, width, height);
  ctx.fillStyle = '#000000';
  ctx.strokeStyle = '#000000';
  for (const { part, phase, x, y } of cells) {
    const originX = x - part.box.left + (phase % phases) / phases;
    const originY = y - part.box.top + Math.floor(phase / phases) / phases;
    ctx.setTransform(pixelRatio, 0, 0, pixelRatio, originX, originY);
    part.paint(ctx);
  }
  const { data } = ctx.getImageData(0, 0, width, height);
  for (const { part, phase, x, y } of cells) {
    const [cellWidth, cellHeight] = sizeOf(part.box);
    const coverage = new Uint8Array(cellWidth * cellHeight);
    for (let row = 0; row < cellHeight; row += 1) {
      const from = (y + row) * width + x;
      for (let column = 0; column < cellWidth; column += 1) {
        coverage[row * cellWidth + column] = data[(from + column) * 4 + 3]!;
      }
    }
    part.set.masks[phase] = createMask(coverage, part.box);
  }
}

function sizeOf({ left, top, right, bottom }: Bounds): readonly [width: number, height: number] {
  return [right - left, bottom - top];
}

/** Room on the sheet's canvas, which stays as large as it ever had to be. */
function makeRoom({ canvas }: CanvasRenderingContext2D, width: number, height: number): void {
  if (canvas.width < width) canvas.width = width;
  if (canvas.height < height) canvas.height = height;
}
