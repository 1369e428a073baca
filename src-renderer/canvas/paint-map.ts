/** Draws what stands around the seats: stage, shapes, row letters, section names. */
import type { Point, Shape } from '../../src-shared/domain/seat-map/document.ts';
import { GROUND } from './marks.ts';
import { boundsOfPoints, isInside } from './seat-index.ts';
import type { RowLabel, SeatScene, SectionExtent } from './seat-scene.ts';
import { type Bounds, expandBounds, mapToScreen, type View } from './view.ts';

const STAGE_FILL = '#e3e7ed';
const STAGE_BORDER = '#c3cad4';
const SHAPE_FILL = '#eceff3';
const QUIET_INK = '#566070';
const NAME_INK = '#273142';

/** Row letters come when their rows are so far apart that they do not run together, and their seats are more than dots. */
const ROW_LETTER_PITCH_PX = 11;
const ROW_LETTER_SEAT_PX = 2;
/** What is left free between a small seat and its row's letter. */
const ROW_LETTER_GAP_PX = 3;
const NAME_FONT_PX = 13;
const NAME_GAP_PX = 9;

export function paintShapes(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View): void {
  for (const shape of scene.shapes) {
    ctx.save();
    turn(ctx, shape, view);
    paintShape(ctx, shape, view, scene.fontFamily);
    ctx.restore();
  }
}

/** A shape turns about its own middle: degrees, clockwise. */
function turn(ctx: CanvasRenderingContext2D, shape: Shape, view: View): void {
  if (shape.rotation === 0) return;
  const bounds = boundsOfShape(shape);
  if (bounds === null) return;
  const middle = mapToScreen(view, { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 });
  ctx.translate(middle.x, middle.y);
  ctx.rotate((shape.rotation * Math.PI) / 180);
  ctx.translate(-middle.x, -middle.y);
}

function paintShape(ctx: CanvasRenderingContext2D, shape: Shape, view: View, family: string): void {
  if (shape.kind === 'TEXT') {
    const fontPx = shape.size * view.scale;
    if (fontPx < 6) return;
    const at = mapToScreen(view, shape);
    ctx.font = `500 ${fontPx}px ${family}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = shape.color ?? QUIET_INK;
    ctx.fillText(shape.text, at.x, at.y);
    return;
  }
  ctx.beginPath();
  traceShape(ctx, shape, view);
  ctx.fillStyle = shape.color ?? (shape.kind === 'STAGE' ? STAGE_FILL : SHAPE_FILL);
  ctx.fill();
  const border = shape.borderColor ?? (shape.kind === 'STAGE' ? STAGE_BORDER : null);
  if (border !== null) {
    ctx.strokeStyle = border;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  if (shape.kind === 'STAGE' && shape.text !== '') paintStageName(ctx, shape, view, family);
}

function traceShape(ctx: CanvasRenderingContext2D, shape: Exclude<Shape, { kind: 'TEXT' }>, view: View): void {
  if (shape.kind === 'RECTANGLE' || shape.kind === 'IMAGE') {
    const at = mapToScreen(view, shape);
    ctx.rect(at.x, at.y, shape.width * view.scale, shape.height * view.scale);
  } else if (shape.kind === 'ELLIPSE') {
    const at = mapToScreen(view, shape);
    ctx.ellipse(at.x, at.y, shape.radiusX * view.scale, shape.radiusY * view.scale, 0, 0, Math.PI * 2);
  } else {
    for (const point of shape.points) {
      const at = mapToScreen(view, point);
      ctx.lineTo(at.x, at.y);
    }
    ctx.closePath();
  }
}

function paintStageName(
  ctx: CanvasRenderingContext2D,
  shape: Extract<Shape, { kind: 'STAGE' }>,
  view: View,
  family: string,
): void {
  const bounds = boundsOfPoints(shape.points);
  if (bounds === null) return;
  const widthPx = (bounds.right - bounds.left) * view.scale;
  const fontPx = Math.min(22, (bounds.bottom - bounds.top) * view.scale * 0.36, widthPx / (shape.text.length * 0.9));
  if (fontPx < 7) return;
  const at = mapToScreen(view, { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 });
  ctx.font = `600 ${fontPx}px ${family}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.letterSpacing = `${fontPx * 0.12}px`;
  ctx.fillStyle = QUIET_INK;
  ctx.fillText(shape.text, at.x, at.y);
  ctx.letterSpacing = '0px';
}

export function paintRowLabels(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, near: Bounds): void {
  const radiusPx = scene.seatRadius * view.scale;
  if (radiusPx < ROW_LETTER_SEAT_PX || scene.rowPitch * view.scale < ROW_LETTER_PITCH_PX) return;
  ctx.font = `500 ${Math.min(15, Math.max(9, radiusPx * 1.1))}px ${scene.fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = QUIET_INK;
  for (const row of scene.rowLabels) {
    const { at, label } = row;
    if (at.x < near.left || at.x > near.right || at.y < near.top || at.y > near.bottom) continue;
    const screen = rowLetterPoint(row, view, radiusPx + ROW_LETTER_GAP_PX + ctx.measureText(label).width / 2);
    ctx.fillText(label, screen.x, screen.y);
  }
}

/** Where a row's letter stands: as far out as the map says, and at least `leastPx` from its seat's middle. */
function rowLetterPoint({ at, end }: RowLabel, view: View, leastPx: number): Point {
  const from = mapToScreen(view, end);
  const to = mapToScreen(view, at);
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance === 0 || distance >= leastPx) return to;
  const stretch = leastPx / distance;
  return { x: from.x + (to.x - from.x) * stretch, y: from.y + (to.y - from.y) * stretch };
}

export function paintSectionNames(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View): void {
  if (scene.sections.length < 2) return;
  ctx.font = `600 ${NAME_FONT_PX}px ${scene.fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const section of scene.sections) {
    const width = ctx.measureText(section.name).width;
    const { at, clear } = placeName(scene, section, view, width);
    if (!clear) {
      ctx.fillStyle = `${GROUND}e6`;
      ctx.beginPath();
      ctx.roundRect(at.x - width / 2 - 7, at.y - 11, width + 14, 22, 11);
      ctx.fill();
    }
    ctx.fillStyle = NAME_INK;
    ctx.fillText(section.name, at.x, at.y);
  }
}

/** Below, above or beside its seats where that covers nothing; else over their middle, on a field of its own. */
function placeName(
  scene: SeatScene,
  { bounds }: SectionExtent,
  view: View,
  widthPx: number,
): { readonly at: Point; readonly clear: boolean } {
  const topLeft = mapToScreen(view, { x: bounds.left, y: bounds.top });
  const bottomRight = mapToScreen(view, { x: bounds.right, y: bounds.bottom });
  const middle = { x: (topLeft.x + bottomRight.x) / 2, y: (topLeft.y + bottomRight.y) / 2 };
  const below = { x: middle.x, y: bottomRight.y + NAME_GAP_PX + 2 };
  const above = { x: middle.x, y: topLeft.y - NAME_GAP_PX };
  const left = { x: topLeft.x - widthPx / 2 - NAME_GAP_PX, y: middle.y };
  const right = { x: bottomRight.x + widthPx / 2 + NAME_GAP_PX, y: middle.y };
  const whole = scene.index.bounds;
  const isLeft = whole !== null && bounds.left + bounds.right < whole.left + whole.right;
  const candidates = [below, above, ...(isLeft ? [left, right] : [right, left])];
  const free = candidates.find((at) => !covers(scene, view, at, widthPx));
  return free === undefined ? { at: middle, clear: false } : { at: free, clear: true };
}

/** Whether a name there would lie on a seat or on a row's letter. */
function covers(scene: SeatScene, view: View, at: Point, widthPx: number): boolean {
  const half = { x: (widthPx / 2 + 4) / view.scale, y: NAME_FONT_PX / 2 / view.scale };
  const x = (at.x - view.x) / view.scale;
  const y = (at.y - view.y) / view.scale;
  const box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
  const letters = expandBounds(box, 6 / view.scale);
  let covered = scene.rowLabels.some(({ at: letter }) => isInside(letters, letter.x, letter.y));
  scene.index.visitNear(box, (ordinal) => {
    const seatX = scene.columns.x[ordinal]!;
    const seatY = scene.columns.y[ordinal]!;
    const r = scene.columns.radius[ordinal]!;
    covered ||= seatX + r > box.left && seatX - r < box.right && seatY + r > box.top && seatY - r < box.bottom;
  });
  return covered;
}

/** What a shape covers before it is turned. Null for one without points. */
export function boundsOfShape(shape: Shape): Bounds | null {
  switch (shape.kind) {
    case 'POLYGON':
    case 'STAGE':
      return boundsOfPoints(shape.points);
    case 'RECTANGLE':
    case 'IMAGE':
      return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height };
    case 'ELLIPSE':
      return {
        left: shape.x - shape.radiusX,
        top: shape.y - shape.radiusY,
        right: shape.x + shape.radiusX,
        bottom: shape.y + shape.radiusY,
      };
    case 'TEXT': {
      const half = (shape.text.length * shape.size) / 3;
      return {
        left: shape.x - half,
        top: shape.y - shape.size / 2,
        right: shape.x + half,
        bottom: shape.y + shape.size / 2,
      };
    }
  }
}
