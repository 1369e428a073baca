/** Draws single seats with canvas paths, over the map or in a legend, in CSS pixels. The map itself is stamped (paint/). */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { MINE, type SeatStyle } from './marks.ts';
import {
  bodyParts,
  drawPart,
  markPart,
  seatTexts,
  type SeatText,
  traceOutline,
  wheelchairPart,
} from './paint/seat-parts.ts';
import { OUTLINE_DISC, type SeatScene } from './seat-scene.ts';
import type { View } from './view.ts';

/** Below this a disc and a square are the same pixels, and the square costs a fifth. */
const DISC_FROM_PX = 1.6;
/** Half the height of a digit, in ems: centres text exactly where 'middle' is off by a pixel. */
export const HALF_CAP_EM = 0.36;

/** The part of a scene that drawing given seats takes. */
type SeatCanvas = Pick<SeatScene, 'outlines' | 'seatRadius' | 'fontFamily'> & {
  readonly columns: Pick<SeatColumns, 'x' | 'y' | 'radius' | 'labels'>;
};

/** My seats, drawn over whatever the map shows there: larger than any other, dark, ringed. */
export function paintMine(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  ordinals: readonly number[],
): void {
  const { columns, outlines, fontFamily } = scene;
  for (const ordinal of ordinals) {
    const at = { x: columns.x[ordinal]! * view.scale + view.x, y: columns.y[ordinal]! * view.scale + view.y };
    paintMySeat(
      ctx,
      at,
      columns.radius[ordinal]! * view.scale,
      outlines[ordinal]!,
      columns.labels[ordinal]!,
      fontFamily,
    );
  }
}

function paintMySeat(
  ctx: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  radiusPx: number,
  outline: number,
  label: string,
  fontFamily: string,
): void {
  const bodyPx = Math.max(0.5, radiusPx * 1.08);
  const ringPx = Math.max(1.5, radiusPx * 0.2);
  for (const [color, r] of [
    [MINE.stroke!, bodyPx + ringPx],
    [MINE.fill!, bodyPx],
  ] as const) {
    ctx.beginPath();
    traceOutline(ctx, outline, x, y, r);
    ctx.fillStyle = color;
    ctx.fill();
  }
  ctx.save();
  ctx.translate(x, y);
  const texts = seatTexts(MINE, OUTLINE_DISC, radiusPx, label);
  const mark = texts.length === 0 ? markPart(MINE, radiusPx) : null;
  if (mark !== null) paintPart(ctx, mark);
  for (const each of texts) paintText(ctx, each, fontFamily);
  ctx.restore();
}

/** One seat of the style, filling a square of `sizePx`: what a legend shows. */
export function paintSwatch(ctx: CanvasRenderingContext2D, style: SeatStyle, sizePx: number, fontFamily: string): void {
  const radiusPx = (style.mark === 'CHECK' ? 0.36 : 0.44) * sizePx;
  const middle = { x: sizePx / 2, y: sizePx / 2 };
  if (style.key === MINE.key) return paintMySeat(ctx, middle, radiusPx, OUTLINE_DISC, '', fontFamily);
  ctx.save();
  ctx.translate(middle.x, middle.y);
  const marks = [markPart(style, radiusPx), wheelchairPart(style, OUTLINE_DISC, radiusPx)];
  for (const part of [...bodyParts(style, OUTLINE_DISC, radiusPx), ...marks]) if (part !== null) paintPart(ctx, part);
  for (const each of seatTexts(style, OUTLINE_DISC, radiusPx, '')) paintText(ctx, each, fontFamily);
  ctx.restore();
}

/** Adds each seat's outline to the path, its radius times `factor` and `growPx` wider. */
export function traceOutlines(
  ctx: CanvasRenderingContext2D,
  { columns, outlines }: SeatCanvas,
  view: View,
  ordinals: readonly number[],
  factor: number,
  growPx: number,
): void {
  for (const ordinal of ordinals) {
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y;
    const r = Math.max(0.5, columns.radius[ordinal]! * view.scale * factor + growPx);
    if (r < DISC_FROM_PX) ctx.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    else traceOutline(ctx, outlines[ordinal]!, x, y, r);
  }
}

function paintPart(
  ctx: CanvasRenderingContext2D,
  part: Parameters<typeof drawPart>[1] & { readonly color: string },
): void {
  ctx.fillStyle = part.color;
  ctx.strokeStyle = part.color;
  drawPart(ctx, part);
}

function paintText(
  ctx: CanvasRenderingContext2D,
  { label, fontPx, weight, color, dy }: SeatText,
  family: string,
): void {
  ctx.font = `${weight} ${fontPx}px ${family}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = color;
  ctx.fillText(label, 0, dy + fontPx * HALF_CAP_EM);
}
