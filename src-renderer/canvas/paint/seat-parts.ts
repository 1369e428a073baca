/**
 * How a seat looks, part by part: body, ring, mark, figure, letter. The map stamps the parts, legends and my seats draw
 * them with canvas paths; both read them here. Lengths are CSS pixels about the seat's middle.
 */
import type { SeatMark, SeatStyle } from '../marks.ts';
import { OUTLINE_CUT, OUTLINE_DISC, OUTLINE_WHEELCHAIR } from '../seat-scene.ts';

/** From here a mark can be told from its neighbours. */
export const MARK_FROM_PX = 4.5;
export const LETTER_FROM_PX = 6;
export const NUMBER_FROM_PX = 9;
/** From here number and letter fit under each other. */
const BOTH_FROM_PX = 11.5;
const SMALLEST_FONT_PX = 6;

/** Where the flat top of a cut disc begins, up from the horizontal. */
const CUT_ANGLE = 0.8;
const CUT_HALF_WIDTH = Math.cos(CUT_ANGLE);
const CUT_HEIGHT = Math.sin(CUT_ANGLE);

const TAU = Math.PI * 2;
const DASHES = 7;

type Ctx = CanvasRenderingContext2D;

export interface PartLine {
  readonly widthPx: number;
  readonly cap: CanvasLineCap;
}

/** A shape in one colour. */
export interface SeatPart {
  /** Parts of the same key and size cover the same. */
  readonly key: string;
  readonly color: string;
  /** The part lies within so much of the middle. */
  readonly reachPx: number;
  /** Null for a filled shape. */
  readonly line: PartLine | null;
  trace(ctx: Ctx): void;
}

export interface SeatText {
  readonly label: string;
  readonly fontPx: number;
  readonly weight: number;
  readonly color: string;
  /** How far below the seat's middle its own middle lies. */
  readonly dy: number;
  /** The colour of a clear field behind it; null for none. */
  readonly field: string | null;
}

/** Draws the part about the origin in the colour that the context has. */
export function drawPart(ctx: Ctx, { line, trace }: SeatPart): void {
  ctx.beginPath();
  trace(ctx);
  if (line === null) {
    ctx.fill();
    return;
  }
  ctx.lineWidth = line.widthPx;
  ctx.lineCap = line.cap;
  ctx.lineJoin = 'round';
  ctx.stroke();
}

/** Body and ring: what is drawn of a seat outside the filter, and beneath the marks of all others. */
export function bodyParts(style: SeatStyle, outline: number, radiusPx: number): SeatPart[] {
  const parts: SeatPart[] = [];
  const { fill, stroke, mark } = style;
  const widthPx = Math.min(2, Math.max(0.75, radiusPx * 0.12));
  const r = Math.max(0.5, radiusPx * bodyScale(mark) - (stroke === null ? 0 : widthPx / 2));
  const trace = (ctx: Ctx) => traceOutline(ctx, outline, 0, 0, r);
  if (fill !== null) parts.push({ key: `body ${outline} ${r}`, color: fill, reachPx: r, line: null, trace });
  if (stroke === null) return parts;
  const isDashed = mark === 'DASHED' && radiusPx >= MARK_FROM_PX;
  parts.push({
    key: `${isDashed ? 'dashes' : 'ring'} ${outline} ${r}`,
    color: stroke,
    reachPx: radiusPx + widthPx,
    line: { widthPx, cap: 'butt' },
    trace: isDashed ? (ctx) => traceDashes(ctx, radiusPx * bodyScale(mark)) : trace,
  });
  return parts;
}

/** The sign that tells the style without its colour; null while it could not be told, and for styles without one. */
export function markPart({ mark, stroke, ink }: SeatStyle, radiusPx: number): SeatPart | null {
  const trace = MARK_TRACERS[mark];
  if (trace === undefined || radiusPx < MARK_FROM_PX) return null;
  const key = `${mark} ${radiusPx}`;
  if (mark === 'HALF')
    return { key, color: stroke!, reachPx: radiusPx, line: null, trace: (ctx) => trace(ctx, radiusPx) };
  const isHatch = mark === 'HATCH';
  return {
    key,
    color: mark === 'CHECK' ? ink : stroke!,
    reachPx: radiusPx,
    line: {
      widthPx: isHatch ? Math.max(0.7, radiusPx * 0.1) : Math.max(1, radiusPx * 0.2),
      cap: isHatch ? 'butt' : 'round',
    },
    trace: (ctx) => trace(ctx, radiusPx),
  };
}

/** The wheelchair: alone while there is no number, then beneath it. Null on other seats, and where a letter stands. */
export function wheelchairPart({ mark, ink }: SeatStyle, outline: number, radiusPx: number): SeatPart | null {
  if (outline !== OUTLINE_WHEELCHAIR || mark === 'LETTER' || mark === 'CROSS' || radiusPx < LETTER_FROM_PX) return null;
  const isAlone = radiusPx < NUMBER_FROM_PX;
  if (!isAlone && radiusPx < BOTH_FROM_PX) return null;
  return {
    key: `wheelchair ${radiusPx}`,
    color: ink,
    reachPx: radiusPx,
    line: { widthPx: Math.max(0.9, radiusPx * (isAlone ? 0.16 : 0.09)), cap: 'round' },
    trace: (ctx) =>
      isAlone ? traceWheelchair(ctx, 0, radiusPx * 0.68) : traceWheelchair(ctx, radiusPx * 0.47, radiusPx * 0.33),
  };
}

/** The seat's number and its style's letter, as far as they can be read. */
export function seatTexts(style: SeatStyle, outline: number, radiusPx: number, label: string): SeatText[] {
  const texts: SeatText[] = [];
  const isSmall = style.mark === 'SMALL';
  if (radiusPx >= NUMBER_FROM_PX && showsNumber(style, radiusPx)) {
    const shares = radiusPx >= BOTH_FROM_PX && (style.letter !== null || outline === OUTLINE_WHEELCHAIR);
    const most = (radiusPx * 1.72) / (0.62 * Math.max(1, label.length));
    texts.push({
      label,
      fontPx: Math.min(radiusPx * (shares ? 0.84 : 0.92), most) * (isSmall ? 0.8 : 1),
      weight: style.mark === 'CHECK' ? 700 : isSmall ? 500 : 600,
      color: style.ink,
      dy: -(shares ? radiusPx * 0.2 : style.mark === 'HALF' ? radiusPx * 0.12 : 0),
      // On a hatched seat the number needs a clear field of its own.
      field: style.mark === 'HATCH' ? style.fill : null,
    });
  }
  const letter = letterText(style, outline, radiusPx);
  if (letter !== null) texts.push(letter);
  return texts.flatMap((each) => {
    const fontPx = Math.round(each.fontPx * 2) / 2;
    return fontPx < SMALLEST_FONT_PX || each.label === '' ? [] : [{ ...each, fontPx }];
  });
}

function letterText(style: SeatStyle, outline: number, radiusPx: number): SeatText | null {
  const { letter, mark, ink } = style;
  const alone = radiusPx < (mark === 'LETTER' ? BOTH_FROM_PX : NUMBER_FROM_PX);
  if (letter === null || radiusPx < LETTER_FROM_PX || (!alone && radiusPx < BOTH_FROM_PX)) return null;
  if (outline === OUTLINE_WHEELCHAIR && mark !== 'LETTER' && mark !== 'CROSS') return null;
  const size = alone ? (mark === 'LETTER' ? 1.2 : 1.08) : 0.56;
  const dy = alone ? 0 : radiusPx * 0.56;
  return { label: letter, fontPx: radiusPx * size, weight: 700, color: ink, dy, field: null };
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

/** Adds a seat's outline to the path. */
export function traceOutline(ctx: Ctx, outline: number, x: number, y: number, r: number): void {
  if (outline === OUTLINE_DISC) {
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

/** A broken ring, dash by dash: the canvas's own dashes would not close evenly. */
function traceDashes(ctx: Ctx, r: number): void {
  for (let dash = 0; dash < DASHES; dash += 1) {
    const from = (dash / DASHES) * TAU;
    ctx.moveTo(r * Math.cos(from), r * Math.sin(from));
    ctx.arc(0, 0, r, from, from + (TAU / DASHES) * 0.6);
  }
}

const MARK_TRACERS: Partial<Record<SeatMark, (ctx: Ctx, r: number) => void>> = {
  HALF(ctx, r) {
    // While there is no number to clear, half the disc; then the segment below it.
    const angle = r < NUMBER_FROM_PX ? 0.08 : 0.62;
    ctx.moveTo(r * Math.cos(angle), r * Math.sin(angle));
    ctx.arc(0, 0, r, angle, Math.PI - angle);
    ctx.closePath();
  },
  CROSS(ctx, r) {
    const arm = r * 0.4;
    ctx.moveTo(-arm, -arm);
    ctx.lineTo(arm, arm);
    ctx.moveTo(arm, -arm);
    ctx.lineTo(-arm, arm);
  },
  HATCH(ctx, r) {
    for (const offset of [-0.62, -0.2, 0.2, 0.62]) {
      const across = (offset * r) / Math.SQRT2;
      const half = Math.sqrt(0.94 - offset * offset) * (r / Math.SQRT2);
      ctx.moveTo(across - half, across + half);
      ctx.lineTo(across + half, across - half);
    }
  },
  CHECK(ctx, r) {
    ctx.moveTo(-r * 0.45, r * 0.02);
    ctx.lineTo(-r * 0.12, r * 0.36);
    ctx.lineTo(r * 0.46, -r * 0.34);
  },
};

/** A sitter and a wheel, `size` half its height, `dy` below the seat's middle. */
function traceWheelchair(ctx: Ctx, dy: number, size: number): void {
  ctx.moveTo(-size * 0.22, dy - size);
  ctx.lineTo(-size * 0.22, dy - size * 0.9);
  ctx.moveTo(-size * 0.22, dy - size * 0.55);
  ctx.lineTo(-size * 0.16, dy + size * 0.1);
  ctx.lineTo(size * 0.42, dy + size * 0.1);
  ctx.lineTo(size * 0.68, dy + size * 0.8);
  ctx.moveTo(size * 0.26, dy + size * 0.62);
  ctx.arc(-size * 0.16, dy + size * 0.38, size * 0.52, 0.5, Math.PI * 1.42);
}
