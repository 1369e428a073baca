/**
 * Draws seats in batches: all of one style in one path, so that a house of thousands costs a handful of fills. It draws
 * in CSS pixels into a context already scaled to the device's.
 */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { MINE, type SeatMark, type SeatStyle } from './marks.ts';
import { OUTLINE_CUT, OUTLINE_DISC, OUTLINE_WHEELCHAIR, passes, type SeatScene } from './seat-scene.ts';
import type { Bounds, View } from './view.ts';

/** Below this a disc and a square are the same pixels, and the square costs a fifth. */
const DISC_FROM_PX = 1.6;
/** From here a mark can be told from its neighbours. */
const MARK_FROM_PX = 4.5;
const LETTER_FROM_PX = 6;
export const NUMBER_FROM_PX = 9;
/** From here number and letter fit under each other. */
const BOTH_FROM_PX = 11.5;
const SMALLEST_FONT_PX = 6;
/** Half the height of a digit, in ems: centres text exactly where 'middle' is off by a pixel. */
const HALF_CAP_EM = 0.36;
const DIMMED_ALPHA = 0.16;

/** Where the flat top of a cut disc begins, up from the horizontal. */
const CUT_ANGLE = 0.8;
const CUT_HALF_WIDTH = Math.cos(CUT_ANGLE);
const CUT_HEIGHT = Math.sin(CUT_ANGLE);

const TAU = Math.PI * 2;
const DASHES = 7;

/** Draws every seat whose disc may touch `near`, those outside the filter dimmed and without marks. */
export function paintSeats(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, near: Bounds): void {
  const lit: number[][] = [];
  const dim: number[][] = [];
  const filtering = scene.filter !== null;
  scene.index.visitNear(near, (ordinal) => {
    const batches = filtering && !passes(scene, ordinal) ? dim : lit;
    (batches[scene.styles[ordinal]!] ??= []).push(ordinal);
  });
  ctx.globalAlpha = DIMMED_ALPHA;
  dim.forEach((ordinals, style) => paintBodies(ctx, scene, view, scene.theme.styles[style]!, ordinals));
  ctx.globalAlpha = 1;
  lit.forEach((ordinals, style) => paintBatch(ctx, scene, view, scene.theme.styles[style]!, ordinals));
}

/** The part of a scene that drawing given seats in a given style takes. */
type SeatCanvas = Pick<SeatScene, 'outlines' | 'seatRadius' | 'fontFamily'> & {
  readonly columns: Pick<SeatColumns, 'x' | 'y' | 'radius' | 'labels'>;
};

const SWATCH_COLUMNS = {
  x: new Float32Array(1),
  y: new Float32Array(1),
  radius: new Float32Array([1]),
  labels: [''],
};

/** My seats, drawn over whatever the base shows there: larger than any other, dark, ringed. */
export function paintMine(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  ordinals: readonly number[],
): void {
  if (ordinals.length === 0) return;
  const radiusPx = scene.seatRadius * view.scale;
  const ring = Math.max(1.5, radiusPx * 0.2);
  ctx.fillStyle = MINE.stroke!;
  fillOutlines(ctx, scene, view, ordinals, 1.08, ring);
  ctx.fillStyle = MINE.fill!;
  fillOutlines(ctx, scene, view, ordinals, 1.08, 0);
  if (radiusPx >= NUMBER_FROM_PX) paintNumbers(ctx, scene, view, MINE, ordinals);
  else if (radiusPx >= MARK_FROM_PX) paintMark(ctx, scene, view, MINE, ordinals);
}

/** One seat of the style, filling a square of `sizePx`: what a legend shows. */
export function paintSwatch(ctx: CanvasRenderingContext2D, style: SeatStyle, sizePx: number, fontFamily: string): void {
  const scene = { columns: SWATCH_COLUMNS, outlines: new Uint8Array(1), seatRadius: 1, fontFamily };
  const radiusPx = (style.mark === 'CHECK' ? 0.36 : 0.44) * sizePx;
  const view = { scale: radiusPx, x: sizePx / 2, y: sizePx / 2 };
  if (style.key === MINE.key) return paintMine(ctx, scene, view, [0]);
  paintBatch(ctx, scene, view, style, [0]);
}

function paintBatch(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  style: SeatStyle,
  ordinals: readonly number[],
): void {
  const radiusPx = scene.seatRadius * view.scale;
  paintBodies(ctx, scene, view, style, ordinals);
  if (radiusPx >= MARK_FROM_PX) paintMark(ctx, scene, view, style, ordinals);
  if (radiusPx >= NUMBER_FROM_PX && showsNumber(style, radiusPx)) paintNumbers(ctx, scene, view, style, ordinals);
  if (radiusPx >= LETTER_FROM_PX) paintLetters(ctx, scene, view, style, ordinals);
}

/** How much of its radius a seat's body takes up. */
function bodyScale(mark: SeatMark): number {
  if (mark === 'SMALL') return 0.78;
  return mark === 'HOLLOW' || mark === 'DASHED' ? 0.86 : 1;
}

function showsNumber(style: SeatStyle, radiusPx: number): boolean {
  if (style.mark === 'CROSS') return false;
  return style.mark === 'LETTER' || style.mark === 'SMALL' ? radiusPx >= BOTH_FROM_PX : true;
}

function paintBodies(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  style: SeatStyle,
  ordinals: readonly number[],
): void {
  const radiusPx = scene.seatRadius * view.scale;
  const lineWidth = Math.min(2, Math.max(0.75, radiusPx * 0.12));
  const inset = style.stroke === null ? 0 : -lineWidth / 2;
  ctx.beginPath();
  traceOutlines(ctx, scene, view, ordinals, bodyScale(style.mark), inset);
  if (style.fill !== null) {
    ctx.fillStyle = style.fill;
    ctx.fill();
  }
  if (style.stroke === null) return;
  if (style.mark === 'DASHED' && radiusPx >= MARK_FROM_PX) {
    ctx.beginPath();
    traceDashes(ctx, scene, view, ordinals, bodyScale(style.mark));
  }
  ctx.strokeStyle = style.stroke;
  ctx.lineWidth = lineWidth;
  ctx.lineCap = 'butt';
  ctx.stroke();
}

/** A broken ring, dash by dash: the canvas's own dashes begin elsewhere on each repaint, and the ring would crawl. */
function traceDashes(
  ctx: CanvasRenderingContext2D,
  { columns }: SeatCanvas,
  view: View,
  ordinals: readonly number[],
  factor: number,
): void {
  for (const ordinal of ordinals) {
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y;
    const r = columns.radius[ordinal]! * view.scale * factor;
    for (let dash = 0; dash < DASHES; dash += 1) {
      const from = (dash / DASHES) * TAU;
      ctx.moveTo(x + r * Math.cos(from), y + r * Math.sin(from));
      ctx.arc(x, y, r, from, from + (TAU / DASHES) * 0.6);
    }
  }
}

function fillOutlines(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  ordinals: readonly number[],
  factor: number,
  growPx: number,
): void {
  ctx.beginPath();
  traceOutlines(ctx, scene, view, ordinals, factor, growPx);
  ctx.fill();
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
    const outline = outlines[ordinal]!;
    if (r < DISC_FROM_PX) {
      ctx.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    } else if (outline === OUTLINE_DISC) {
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, TAU);
    } else if (outline === OUTLINE_CUT) {
      ctx.moveTo(x + r * CUT_HALF_WIDTH, y - r * CUT_HEIGHT);
      ctx.arc(x, y, r, -CUT_ANGLE, Math.PI + CUT_ANGLE);
      ctx.closePath();
    } else {
      ctx.roundRect(x - r * 0.94, y - r * 0.94, r * 1.88, r * 1.88, r * 0.42);
    }
  }
}

function paintMark(
  ctx: CanvasRenderingContext2D,
  { columns, seatRadius }: SeatCanvas,
  view: View,
  { mark, stroke, ink }: SeatStyle,
  ordinals: readonly number[],
): void {
  const trace = MARK_TRACERS[mark];
  if (trace === undefined) return;
  ctx.beginPath();
  for (const ordinal of ordinals) {
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y;
    trace(ctx, x, y, columns.radius[ordinal]! * view.scale);
  }
  if (mark === 'HALF') {
    ctx.fillStyle = stroke!;
    ctx.fill();
    return;
  }
  const radiusPx = seatRadius * view.scale;
  ctx.strokeStyle = mark === 'CHECK' ? ink : stroke!;
  ctx.lineWidth = mark === 'HATCH' ? Math.max(0.7, radiusPx * 0.1) : Math.max(1, radiusPx * 0.2);
  ctx.lineCap = mark === 'HATCH' ? 'butt' : 'round';
  ctx.lineJoin = 'round';
  ctx.stroke();
}

const MARK_TRACERS: Partial<
  Record<SeatMark, (ctx: CanvasRenderingContext2D, x: number, y: number, r: number) => void>
> = {
  HALF(ctx, x, y, r) {
    // While there is no number to clear, half the disc; then the segment below it.
    const angle = r < NUMBER_FROM_PX ? 0.08 : 0.62;
    ctx.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    ctx.arc(x, y, r, angle, Math.PI - angle);
    ctx.closePath();
  },
  CROSS(ctx, x, y, r) {
    const arm = r * 0.4;
    ctx.moveTo(x - arm, y - arm);
    ctx.lineTo(x + arm, y + arm);
    ctx.moveTo(x + arm, y - arm);
    ctx.lineTo(x - arm, y + arm);
  },
  HATCH(ctx, x, y, r) {
    for (const offset of [-0.62, -0.2, 0.2, 0.62]) {
      const across = (offset * r) / Math.SQRT2;
      const half = Math.sqrt(0.94 - offset * offset) * (r / Math.SQRT2);
      ctx.moveTo(x + across - half, y + across + half);
      ctx.lineTo(x + across + half, y + across - half);
    }
  },
  CHECK(ctx, x, y, r) {
    ctx.moveTo(x - r * 0.45, y + r * 0.02);
    ctx.lineTo(x - r * 0.12, y + r * 0.36);
    ctx.lineTo(x + r * 0.46, y - r * 0.34);
  },
};

function paintNumbers(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  style: SeatStyle,
  ordinals: readonly number[],
): void {
  const { columns } = scene;
  const isSmall = style.mark === 'SMALL';
  const fontScale = isSmall ? 0.8 : 1;
  const paint = textPainter(ctx, scene.fontFamily, style.mark === 'CHECK' ? 700 : isSmall ? 500 : 600, style.ink);
  for (const ordinal of ordinals) {
    const label = columns.labels[ordinal]!;
    const r = columns.radius[ordinal]! * view.scale;
    const below = r >= BOTH_FROM_PX && (style.letter !== null || scene.outlines[ordinal] === OUTLINE_WHEELCHAIR);
    const fontPx = Math.min(r * (below ? 0.84 : 0.92), (r * 1.72) / (0.62 * Math.max(1, label.length))) * fontScale;
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y - (below ? r * 0.2 : style.mark === 'HALF' ? r * 0.12 : 0);
    // On a hatched seat the number needs a clear field of its own.
    paint(label, x, y, fontPx, style.mark === 'HATCH' ? style.fill : null);
  }
}

/** The style's letter, or the wheelchair: alone while there is no number, then beneath it. */
function paintLetters(
  ctx: CanvasRenderingContext2D,
  scene: SeatCanvas,
  view: View,
  style: SeatStyle,
  ordinals: readonly number[],
): void {
  const { columns, outlines } = scene;
  const paint = textPainter(ctx, scene.fontFamily, 700, style.ink);
  const wheelchairs: number[] = [];
  for (const ordinal of ordinals) {
    const r = columns.radius[ordinal]! * view.scale;
    const alone = r < (style.mark === 'LETTER' ? BOTH_FROM_PX : NUMBER_FROM_PX);
    if (!alone && r < BOTH_FROM_PX) continue;
    if (outlines[ordinal] === OUTLINE_WHEELCHAIR && style.mark !== 'LETTER' && style.mark !== 'CROSS') {
      wheelchairs.push(ordinal);
      continue;
    }
    if (style.letter === null) continue;
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y;
    if (alone) paint(style.letter, x, y, r * (style.mark === 'LETTER' ? 1.2 : 1.08), null);
    else paint(style.letter, x, y + r * 0.56, r * 0.56, null);
  }
  paintWheelchairs(ctx, scene, view, style, wheelchairs);
}

function paintWheelchairs(
  ctx: CanvasRenderingContext2D,
  { columns }: SeatCanvas,
  view: View,
  style: SeatStyle,
  ordinals: readonly number[],
): void {
  if (ordinals.length === 0) return;
  let widest = 0;
  ctx.beginPath();
  for (const ordinal of ordinals) {
    const r = columns.radius[ordinal]! * view.scale;
    const alone = r < NUMBER_FROM_PX;
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y + (alone ? 0 : r * 0.47);
    traceWheelchair(ctx, x, y, alone ? r * 0.68 : r * 0.33);
    widest = Math.max(widest, alone ? r * 0.16 : r * 0.09);
  }
  ctx.strokeStyle = style.ink;
  ctx.lineWidth = Math.max(0.9, widest);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke();
}

/** A sitter and a wheel, `size` half its height. */
function traceWheelchair(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.moveTo(x - size * 0.22, y - size);
  ctx.lineTo(x - size * 0.22, y - size * 0.9);
  ctx.moveTo(x - size * 0.22, y - size * 0.55);
  ctx.lineTo(x - size * 0.16, y + size * 0.1);
  ctx.lineTo(x + size * 0.42, y + size * 0.1);
  ctx.lineTo(x + size * 0.68, y + size * 0.8);
  ctx.moveTo(x + size * 0.26, y + size * 0.62);
  ctx.arc(x - size * 0.16, y + size * 0.38, size * 0.52, 0.5, Math.PI * 1.42);
}

type PaintText = (label: string, x: number, y: number, fontPx: number, field: string | null) => void;

/** Sets the font only when its size changes: setting it costs as much as drawing. */
function textPainter(ctx: CanvasRenderingContext2D, family: string, weight: number, ink: string): PaintText {
  let current = 0;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  return (label, x, y, fontPx, field) => {
    const size = Math.round(fontPx * 2) / 2;
    if (size < SMALLEST_FONT_PX) return;
    if (size !== current) {
      ctx.font = `${weight} ${size}px ${family}`;
      current = size;
    }
    if (field !== null) {
      const half = size * 0.34 * label.length + 1;
      ctx.fillStyle = field;
      ctx.beginPath();
      ctx.roundRect(x - half, y - size * 0.52, half * 2, size * 1.04, size * 0.3);
      ctx.fill();
    }
    ctx.fillStyle = ink;
    ctx.fillText(label, x, y + size * HALF_CAP_EM);
  };
}
