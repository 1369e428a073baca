/**
 * The map's seats, letters and names as one frame of pixels, the window's own size, painted in memory and copied to the
 * canvas whole. A pan moves what is there and paints the strip that came into sight; a changed seat paints its own few
 * pixels anew; only another scale paints all.
 *
 * Cached bitmaps were tried first, one larger than the window and then tiles of 512 pixels. A canvas that has been
 * drawn is copied when it is next written to, so that 200 changed seats cost more than two pans (tiles 0.8 to 0.3 ms);
 * and stretching an old scale's bitmap while the new one is painted costs as much as painting it (3.8 ms of 1400 × 900).
 * Here a copy to the canvas is the same for a pan and for any number of changes (0.2 ms), and every frame is sharp.
 *
 * 1. Whatever came before, the pixels are those that painting the whole frame anew would give.
 */
import type { Point } from '../../../src-shared/domain/seat-map/document.ts';
import type { PaintedName } from '../named-seats.ts';
import type { RestyledSeats, SeatScene } from '../seat-scene.ts';
import type { Bounds, Size, View } from '../view.ts';
import { createCrowding } from './crowding.ts';
import { createMaskAtlas, type MaskAtlas, phasesFor } from './mask-atlas.ts';
import { fillRect, type Frame, overlap, scrollFrame } from './pixels.ts';
import { isFar, pixelBounds, type Projection, projectionOf } from './projection.ts';
import { createRowLetters, type RowLetters } from './row-letters.ts';
import type { SeatPainter } from './seat-painter.ts';
import { createSectionPlates, type SectionPlates } from './section-plates.ts';
import { createSectionTint, type SectionTint } from './section-tint.ts';
import { createSquarePainter } from './square-painter.ts';
import { createStampPainter } from './stamp-painter.ts';

export interface MapRaster {
  /** Forgets what is painted, and all that was worked out from theme, filter, hidden seats and fonts. */
  invalidate(): void;
  /** These seats look different now; `before` are their styles until now. */
  touch(seats: RestyledSeats): void;
  /** Brings sections' fields and counts up to date with their free seats. */
  refreshSections(): void;
  /** The letter or name that was last painted at a point, in CSS pixels. */
  nameAt(point: Point): PaintedName | null;
  /** The frame as the view shows it. */
  draw(view: View, window: Size, pixelRatio: number): { readonly image: ImageData; readonly projection: Projection };
}

/** Above this many changes painting everything once is cheaper. */
const MOST_TOUCHED = 3000;

export function createMapRaster(scene: SeatScene): MapRaster {
  const sheet = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const isCrowded = createCrowding(scene);
  let image: ImageData | null = null;
  let frame: Frame = { pixels: new Uint32Array(0), width: 0, height: 0 };
  let painted: Projection | null = null;
  let layers: Layers | null = null;
  let seats: SeatPainter | null = null;
  let touched: RestyledSeats[] = [];

  /** A frame of that size and the painters of that scale; false when nothing that is painted can stay. */
  function prepare(next: Projection, width: number, height: number): boolean {
    const isSameSize = image !== null && image.width === width && image.height === height;
    if (!isSameSize) {
      image = new ImageData(width, height);
      frame = { pixels: new Uint32Array(image.data.buffer), width, height };
    }
    const isSameRatio = painted?.pixelRatio === next.pixelRatio;
    if (layers === null || !isSameRatio) layers = createLayers(scene, createMaskAtlas(sheet, 1, next.pixelRatio));
    const isSameScale = isSameRatio && painted?.scale === next.scale;
    if (seats === null || !isSameScale) seats = createPainter(scene, next, sheet, isCrowded);
    return isSameSize && isSameScale;
  }

  /** All but the names. */
  function paintBeneath(part: Bounds, projection: Projection): void {
    fillRect(frame, part, 0);
    if (isFar(projection, scene.seatRadius)) layers!.tint.paint(frame, part, projection);
    seats!.paint(frame, part, projection);
    layers!.letters.paint(frame, part, projection);
  }

  function paintPart(part: Bounds, projection: Projection): void {
    paintBeneath(part, projection);
    layers!.plates.paint(frame, part, projection);
  }

  /** A changed seat that is not all in the window, or under a name, or has others at its place. */
  function paintSeat(ordinal: number, before: number): void {
    const part = overlap(seats!.boundsOf(ordinal, painted!), wholeOf(frame));
    if (part === null) return;
    const rest = layers!.plates.rest(part, painted!);
    if (rest === 'MIXED') paintPart(part, painted!);
    else if (rest !== 'NOTHING' && !seats!.paintOver(frame, rest, painted!, ordinal, before))
      paintBeneath(rest, painted!);
  }

  function paintTouched(): void {
    const seen = layers!.plates.seatsSeen((ordinal) => seats!.boundsOf(ordinal, { ...painted!, x: 0, y: 0 }));
    for (const each of touched) seats!.restyle(frame, each, painted!, seen, paintSeat);
  }

  return {
    invalidate() {
      painted = null;
      layers = null;
      seats = null;
    },
    touch: (seats) => void touched.push(seats),
    refreshSections() {
      if (painted === null || layers === null) return;
      for (const part of refreshLayers(scene, layers, painted, wholeOf(frame))) paintPart(part, painted);
    },
    nameAt: (point) => (painted === null || layers === null ? null : nameAt(layers, point, painted)),
    draw(view, window, pixelRatio) {
      const next = projectionOf(view, pixelRatio);
      const width = Math.round(window.width * pixelRatio);
      const height = Math.round(window.height * pixelRatio);
      const mayMove = prepare(next, width, height) && countOf(touched) <= MOST_TOUCHED;
      const bare = mayMove ? scrollFrame(frame, next.x - painted!.x, next.y - painted!.y) : [wholeOf(frame)];
      layers!.plates.see(wholeOf(frame), next);
      for (const part of bare) paintPart(part, next);
      painted = next;
      if (mayMove && touched.length > 0) paintTouched();
      touched = [];
      return { image: image!, projection: next };
    },
  };
}

function createPainter(
  scene: SeatScene,
  at: Projection,
  sheet: CanvasRenderingContext2D,
  isCrowded: (ordinal: number) => boolean,
): SeatPainter {
  if (isFar(at, scene.seatRadius)) return createSquarePainter(scene, at.scale);
  const atlas = createMaskAtlas(sheet, phasesFor(scene.seatRadius * at.scale), at.pixelRatio);
  return createStampPainter(scene, at.scale, atlas, isCrowded);
}

function countOf(touched: readonly RestyledSeats[]): number {
  return touched.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
}

/** What is painted besides the seats. */
interface Layers {
  readonly tint: SectionTint;
  readonly letters: RowLetters;
  readonly plates: SectionPlates;
}

/** Takes over the sections' free seats of the moment. Returns the parts of the frame that are to look different. */
function refreshLayers(
  scene: SeatScene,
  { tint, plates }: Layers,
  projection: Projection,
  whole: Bounds,
): readonly Bounds[] {
  const recolored = new Set(tint.refresh());
  const parts = plates.refresh(projection);
  if (!isFar(projection, scene.seatRadius)) return [];
  for (const { index, bounds } of scene.sections) {
    if (recolored.has(index)) parts.push(pixelBounds(projection, bounds, tint.reachPx(projection)));
  }
  return parts.flatMap((part) => overlap(part, whole) ?? []);
}

function nameAt({ letters, plates }: Layers, point: Point, projection: Projection): PaintedName | null {
  const [x, y] = [point.x * projection.pixelRatio, point.y * projection.pixelRatio];
  const seat = letters.at(x, y, projection);
  if (seat !== -1) return { kind: 'ROW', seat };
  const plate = plates.at(x, y, projection);
  return plate && { kind: 'SECTION', section: plate.section.index, hidesSeats: plate.hasField };
}

function createLayers(scene: SeatScene, atlas: MaskAtlas): Layers {
  const letters = createRowLetters(scene, atlas);
  return { tint: createSectionTint(scene), letters, plates: createSectionPlates(scene, atlas, letters) };
}

function wholeOf({ width, height }: Frame): Bounds {
  return { left: 0, top: 0, right: width, bottom: height };
}
