/** Draws general-admission areas: outline, letter, name, and how many may come in. */
import { text } from '../../src-shared/text/text.ts';
import type { Area } from '../../src-shared/domain/seat-map/document.ts';
import type { AreaPlace } from './area-spot.ts';
import { inkOn, MARK_CONTRAST, mix, standOut, TEXT_CONTRAST } from './contrast.ts';
import { isOnFloor } from './map-floors.ts';
import { GROUND } from './marks.ts';
import type { SeatScene } from './seat-scene.ts';
import { mapToScreen, type View } from './view.ts';

/** An area without a category, as a seat without one. */
const NO_COLOR = '#808996';
/** How much of the category's colour is left in the ground of an area: seats and words stand out from it. */
const TINT = 0.86;
const LARGEST_FONT_PX = 17;
const SMALLEST_FONT_PX = 8;
/** An average character's width, in ems. */
const CHARACTER_EM = 0.58;

interface Colors {
  readonly ground: string;
  readonly line: string;
  readonly ink: string;
}

export function paintAreas(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View): void {
  for (const place of scene.areas) {
    if (!isOnFloor(place.area, scene.floor)) continue;
    const category = scene.columns.categories.find(({ id }) => id === place.area.categoryId);
    const color = category?.color ?? NO_COLOR;
    const ground = mix(color, GROUND, TINT);
    const colors = {
      ground,
      line: standOut(color, GROUND, MARK_CONTRAST),
      ink: standOut(color, ground, TEXT_CONTRAST),
    };
    ctx.beginPath();
    traceArea(ctx, place.area, view);
    ctx.fillStyle = colors.ground;
    ctx.fill();
    ctx.strokeStyle = colors.line;
    ctx.lineWidth = 1.5;
    ctx.lineJoin = 'round';
    ctx.stroke();
    paintWords(ctx, scene, view, place, category?.letter ?? null, colors);
  }
}

function traceArea(ctx: CanvasRenderingContext2D, { outline }: Area, view: View): void {
  if (outline.kind === 'ELLIPSE') {
    const { x, y } = mapToScreen(view, outline);
    ctx.ellipse(x, y, outline.radiusX * view.scale, outline.radiusY * view.scale, 0, 0, Math.PI * 2);
    return;
  }
  for (const point of outline.points) {
    const { x, y } = mapToScreen(view, point);
    ctx.lineTo(x, y);
  }
  ctx.closePath();
}

/** The second line under an area's name. */
export function areaCount({ id, capacity }: Area, free: ReadonlyMap<string, number> | null): string {
  const left = free?.get(id);
  return left === undefined
    ? text('seatLayer.areaCapacity', { count: capacity })
    : text('seatLayer.areaFree', { free: left, count: capacity });
}

/** Letter and name on one line, the count under them; as much of it as is legible. */
function paintWords(
  ctx: CanvasRenderingContext2D,
  scene: SeatScene,
  view: View,
  { area, spot, bounds }: AreaPlace,
  letter: string | null,
  colors: Colors,
): void {
  const count = areaCount(area, scene.areaFree);
  const badgeEms = letter === null ? 0 : 1.9;
  const widestEms = Math.max(area.name.length * CHARACTER_EM + badgeEms, count.length * CHARACTER_EM * 0.85);
  const room = { width: spot.width * view.scale * 0.92, height: (bounds.bottom - bounds.top) * view.scale };
  const { x, y } = mapToScreen(view, spot);
  const fontPx = Math.min(LARGEST_FONT_PX, room.width / widestEms, room.height / 3);
  ctx.textBaseline = 'middle';
  if (fontPx < SMALLEST_FONT_PX) {
    const badgePx = Math.min(room.width, room.height) * 0.4;
    if (letter !== null && badgePx >= SMALLEST_FONT_PX)
      paintBadge(ctx, scene, letter, x, y, Math.min(13, badgePx), colors);
    return;
  }
  ctx.font = `600 ${fontPx}px ${scene.fontFamily}`;
  const nameWidth = ctx.measureText(area.name).width;
  const upper = y - fontPx * 0.65;
  ctx.textAlign = 'left';
  ctx.fillStyle = colors.ink;
  ctx.fillText(area.name, x - (nameWidth - badgeEms * fontPx) / 2, upper);
  if (letter !== null) paintBadge(ctx, scene, letter, x - (nameWidth + 0.2 * fontPx) / 2, upper, fontPx * 0.8, colors);
  ctx.font = `500 ${fontPx * 0.85}px ${scene.fontFamily}`;
  ctx.textAlign = 'center';
  ctx.fillStyle = colors.ink;
  ctx.fillText(count, x, y + fontPx * 0.65);
}

/** The category's letter, as its seats carry it. */
function paintBadge(
  ctx: CanvasRenderingContext2D,
  { fontFamily }: SeatScene,
  letter: string,
  x: number,
  y: number,
  fontPx: number,
  { line }: Colors,
): void {
  ctx.beginPath();
  ctx.arc(x, y, fontPx * 0.85, 0, Math.PI * 2);
  ctx.fillStyle = line;
  ctx.fill();
  ctx.font = `700 ${fontPx}px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.fillStyle = inkOn(line);
  ctx.fillText(letter, x, y + fontPx * 0.05);
}
