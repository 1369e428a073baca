/**
 * Row letters and section names: where they stand, drawing them, and which of them, or of the tables, lies under a
 * point. They are drawn on the screen's own scale, so that a name is as large in the whole map as close by.
 */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import { isOnFloor } from './map-floors.ts';
import { GROUND } from './marks.ts';
import { isOnTable } from './paint-tables.ts';
import { isInside } from './seat-index.ts';
import type { RowLabel, SeatScene, SectionExtent } from './seat-scene.ts';
import { seatsOfRow, seatsOfSection } from './seat-walk.ts';
import { type Bounds, expandBounds, mapToScreen, screenToMap, type View } from './view.ts';

/** What a letter, a table or a name stands for: all of its seats that are shown, in order. */
export interface NamedSeats {
  readonly how: 'ROW' | 'SECTION';
  readonly ordinals: readonly number[];
}

const QUIET_INK = '#566070';
const NAME_INK = '#273142';

/** Row letters come when their rows are so far apart that they do not run together, and their seats are more than dots. */
const ROW_LETTER_PITCH_PX = 11;
const ROW_LETTER_SEAT_PX = 2;
/** What is left free between a small seat and its row's letter. */
const ROW_LETTER_GAP_PX = 3;
const NAME_FONT_PX = 13;
const NAME_GAP_PX = 9;
const NAME_HEIGHT_PX = 22;
/** Round a letter or a name that is touched, as an eye aims and not as a letter is shaped. */
const TOUCH_PX = 4;

/** Draws the letters that stand in `near`. */
export function paintRowLabels(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, near: Bounds): void {
  if (!showsRowLabels(scene, view)) return;
  ctx.font = rowFont(scene, view);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = QUIET_INK;
  for (const row of scene.rowLabels) {
    if (!isInside(near, row.at.x, row.at.y) || scene.hidden?.[row.seat] === 1) continue;
    const screen = rowLetterPoint(scene, row, view, ctx.measureText(row.label).width);
    ctx.fillText(row.label, screen.x, screen.y);
  }
}

/** Draws every shown section's name. */
export function paintSectionNames(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View): void {
  ctx.font = nameFont(scene);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { name, at, widthPx, isClear } of placeNames(ctx, scene, view.scale)) {
    const [x, y] = [at.x + view.x, at.y + view.y];
    if (!isClear) {
      ctx.fillStyle = `${GROUND}e6`;
      ctx.beginPath();
      ctx.roundRect(x - widthPx / 2 - 7, y - NAME_HEIGHT_PX / 2, widthPx + 14, NAME_HEIGHT_PX, NAME_HEIGHT_PX / 2);
      ctx.fill();
    }
    ctx.fillStyle = NAME_INK;
    ctx.fillText(name, x, y);
  }
}

/** The row whose letter or table, or the section whose name, is drawn at the screen point. `ctx` measures. */
export function namedAt(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, screen: Point): NamedSeats | null {
  const seat = rowSeatAt(ctx, scene, view, screen);
  if (seat !== -1) return { how: 'ROW', ordinals: seatsOfRow(scene.columns, seat) };
  ctx.font = nameFont(scene);
  const named = placeNames(ctx, scene, view.scale).find(
    ({ at, widthPx }) =>
      Math.abs(screen.x - view.x - at.x) <= widthPx / 2 + TOUCH_PX &&
      Math.abs(screen.y - view.y - at.y) <= NAME_HEIGHT_PX / 2,
  );
  return named === undefined ? null : { how: 'SECTION', ordinals: seatsOfSection(scene.columns, named.section) };
}

function rowSeatAt(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, screen: Point): number {
  const isShown = (seat: number) => scene.hidden === null || scene.hidden[seat] === 0;
  const at = screenToMap(view, screen);
  const table = scene.tables.find((place) => isShown(place.first) && isOnTable(place.table, at.x, at.y));
  if (table !== undefined) return table.first;
  if (!showsRowLabels(scene, view)) return -1;
  ctx.font = rowFont(scene, view);
  const heightPx = rowFontPx(scene, view);
  const letter = scene.rowLabels.find((row) => {
    // Measuring is dear: only what may be near is.
    const roughly = mapToScreen(view, row.at);
    if (Math.hypot(roughly.x - screen.x, roughly.y - screen.y) > heightPx * 8 || !isShown(row.seat)) return false;
    const widthPx = ctx.measureText(row.label).width;
    const drawn = rowLetterPoint(scene, row, view, widthPx);
    return (
      Math.abs(drawn.x - screen.x) <= widthPx / 2 + TOUCH_PX && Math.abs(drawn.y - screen.y) <= heightPx / 2 + TOUCH_PX
    );
  });
  return letter?.seat ?? -1;
}

function showsRowLabels(scene: SeatScene, view: View): boolean {
  return scene.seatRadius * view.scale >= ROW_LETTER_SEAT_PX && scene.rowPitch * view.scale >= ROW_LETTER_PITCH_PX;
}

function rowFontPx(scene: SeatScene, view: View): number {
  return Math.min(15, Math.max(9, scene.seatRadius * view.scale * 1.1));
}

function rowFont(scene: SeatScene, view: View): string {
  return `500 ${rowFontPx(scene, view)}px ${scene.fontFamily}`;
}

function nameFont({ fontFamily }: SeatScene): string {
  return `600 ${NAME_FONT_PX}px ${fontFamily}`;
}

/** Where a row's letter stands: as far out as the map says, and clear of its seat. */
function rowLetterPoint(scene: SeatScene, { at, end }: RowLabel, view: View, widthPx: number): Point {
  const leastPx = scene.seatRadius * view.scale + ROW_LETTER_GAP_PX + widthPx / 2;
  const from = mapToScreen(view, end);
  const to = mapToScreen(view, at);
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance === 0 || distance >= leastPx) return to;
  const stretch = leastPx / distance;
  return { x: from.x + (to.x - from.x) * stretch, y: from.y + (to.y - from.y) * stretch };
}

interface PlacedName {
  /** Index into the columns' sections. */
  readonly section: number;
  readonly name: string;
  /** Its middle, in screen pixels from the map's origin. */
  readonly at: Point;
  readonly widthPx: number;
  /** It covers nothing where it stands. */
  readonly isClear: boolean;
}

interface PlacedNames {
  readonly scale: number;
  readonly floor: string | null;
  readonly widthPx: number;
  readonly names: readonly PlacedName[];
}

/** Looking for free places costs more than drawing names, and depends on the scale alone: panning keeps them. */
const placedByScene = new WeakMap<SeatScene, PlacedNames>();

function placeNames(ctx: CanvasRenderingContext2D, scene: SeatScene, scale: number): readonly PlacedName[] {
  if (scene.sections.length < 2) return [];
  const { columns, floor } = scene;
  const shown = scene.sections.filter(({ index }) => isOnFloor(columns.sections[index]!, floor));
  const widths = shown.map(({ name }) => ctx.measureText(name).width);
  // Another total is another font: the right one has come.
  const widthPx = widths.reduce((sum, width) => sum + width, 0);
  const held = placedByScene.get(scene);
  if (held?.scale === scale && held.floor === floor && held.widthPx === widthPx) return held.names;
  const names = shown.map((section, i): PlacedName => {
    const { index, name } = section;
    return { section: index, name, widthPx: widths[i]!, ...placeName(scene, section, scale, widths[i]!) };
  });
  placedByScene.set(scene, { scale, floor, widthPx, names });
  return names;
}

/** Below, above or beside its seats where that covers nothing; else over their middle, on a field of its own. */
function placeName(
  scene: SeatScene,
  { bounds }: SectionExtent,
  scale: number,
  widthPx: number,
): Pick<PlacedName, 'at' | 'isClear'> {
  const [left, top] = [bounds.left * scale, bounds.top * scale];
  const [right, bottom] = [bounds.right * scale, bounds.bottom * scale];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const beside = widthPx / 2 + NAME_GAP_PX;
  const sides = [
    { x: left - beside, y: middle.y },
    { x: right + beside, y: middle.y },
  ];
  const whole = scene.index.bounds;
  const isLeft = whole !== null && bounds.left + bounds.right < whole.left + whole.right;
  const candidates = [
    { x: middle.x, y: bottom + NAME_GAP_PX + 2 },
    { x: middle.x, y: top - NAME_GAP_PX },
    ...(isLeft ? sides : sides.toReversed()),
  ];
  const free = candidates.find((at) => !covers(scene, scale, at, widthPx));
  return free === undefined ? { at: middle, isClear: false } : { at: free, isClear: true };
}

/** Whether a name there would lie on a seat, a row's letter, an area or a table. */
function covers(scene: SeatScene, scale: number, at: Point, widthPx: number): boolean {
  const half = { x: (widthPx / 2 + 4) / scale, y: NAME_FONT_PX / 2 / scale };
  const [x, y] = [at.x / scale, at.y / scale];
  const box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
  const letters = expandBounds(box, 6 / scale);
  let covered =
    scene.rowLabels.some((row) => isInside(letters, row.at.x, row.at.y) && scene.hidden?.[row.seat] !== 1) ||
    scene.areas.some(({ area, bounds }) => isOnFloor(area, scene.floor) && meets(box, bounds)) ||
    scene.tables.some(({ table, first }) => {
      const reach = Math.max(table.width, table.height) / 2;
      const bounds = { left: table.x - reach, right: table.x + reach, top: table.y - reach, bottom: table.y + reach };
      return scene.hidden?.[first] !== 1 && meets(box, bounds);
    });
  scene.index.visitNear(box, (ordinal) => {
    const r = scene.columns.radius[ordinal]!;
    const [seatX, seatY] = [scene.columns.x[ordinal]!, scene.columns.y[ordinal]!];
    covered ||= meets(box, { left: seatX - r, right: seatX + r, top: seatY - r, bottom: seatY + r });
  });
  return covered;
}

function meets(a: Bounds, b: Bounds): boolean {
  return a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;
}
