/** Draws what stands around and under the seats: stage, shapes, pictures, areas, tables. */
import type { Shape } from '../../src-shared/domain/seat-map/document.ts';
import { text } from '../../src-shared/text/text.ts';
import { paintAreas } from './paint-areas.ts';
import { paintTables } from './paint-tables.ts';
import { boundsOfPoints } from './seat-index.ts';
import type { SeatScene } from './seat-scene.ts';
import { type Bounds, mapToScreen, type View } from './view.ts';

type Picture = Extract<Shape, { kind: 'IMAGE' }>;

const STAGE_FILL = '#e3e7ed';
const STAGE_BORDER = '#c3cad4';
const SHAPE_FILL = '#eceff3';
const QUIET_INK = '#566070';

const PICTURE_FRAME = '#98a1ae';

/** All that lies under the seats. */
export function paintGround(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View): void {
  for (const shape of scene.shapes) {
    ctx.save();
    turn(ctx, shape, view);
    if (shape.kind === 'IMAGE') paintPicture(ctx, shape, scene, view);
    else paintShape(ctx, shape, view, scene.fontFamily);
    ctx.restore();
  }
  // After all shapes: a pitch's lines and circle lie on it, and its name must not lie under them.
  for (const shape of scene.shapes) {
    if (shape.kind === 'STAGE' && shape.text !== '') paintStageName(ctx, shape, view, scene.fontFamily);
  }
  paintAreas(ctx, scene, view);
  paintTables(ctx, scene, view);
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

function paintShape(ctx: CanvasRenderingContext2D, shape: Exclude<Shape, Picture>, view: View, family: string): void {
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
}

/** While it is decoded nothing stands in its place; one that cannot be drawn leaves a frame that says so. */
function paintPicture(ctx: CanvasRenderingContext2D, shape: Picture, scene: SeatScene, view: View): void {
  const picture = scene.pictures.get(shape.source);
  if (picture === 'LOADING') return;
  const { x, y } = mapToScreen(view, shape);
  const [width, height] = [shape.width * view.scale, shape.height * view.scale];
  if (picture !== 'BROKEN') {
    ctx.globalAlpha = Math.min(1, Math.max(0, shape.opacity));
    ctx.drawImage(picture, x, y, width, height);
    return;
  }
  ctx.strokeStyle = PICTURE_FRAME;
  ctx.lineWidth = 1;
  ctx.strokeRect(x, y, width, height);
  const words = text('seatLayer.brokenPicture');
  const fontPx = Math.min(12, height * 0.4, width / (words.length * 0.6));
  if (fontPx < 6) return;
  ctx.font = `500 ${fontPx}px ${scene.fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = QUIET_INK;
  ctx.fillText(words, x + width / 2, y + height / 2);
}

function traceShape(
  ctx: CanvasRenderingContext2D,
  shape: Exclude<Shape, { kind: 'TEXT' } | Picture>,
  view: View,
): void {
  if (shape.kind === 'RECTANGLE') {
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

/** Upright, however the stage is turned. */
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
