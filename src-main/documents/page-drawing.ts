/**
 * A page being drawn in millimetres, collected as what pdfmake prints: every text already fitted to its box and placed,
 * so that pdfmake decides nothing and nothing overlaps. A drawing can be moved and scaled as a whole, which is how one
 * ticket becomes an A6 page, a quarter or a half of an A4 page.
 */
import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import type { Face, FontSet } from './fonts.ts';
import { outlineToPath, pieceOutline } from './glyph-outline.ts';
import type { Line } from './line-measure.ts';
import type { Typesetter } from './typesetting.ts';

const POINTS_PER_MM = 72 / 25.4;

export interface Placement {
  readonly xMm: number;
  readonly yMm: number;
  readonly scale: number;
}

export interface TextSpec {
  readonly text: string;
  readonly face: Face;
  /** Box in mm; `y` is the baseline of the first line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Sizes in points before the drawing's scale. */
  readonly size: number;
  readonly smallest?: number;
  readonly lines?: number;
  readonly color: string;
  /** START, the usual, is the side its language starts from. */
  readonly align?: 'START' | 'LEFT' | 'CENTRE' | 'RIGHT';
  /** Lines grow upwards from `y`, which is then the last line's baseline. */
  readonly fromBottom?: boolean;
  readonly leading?: number;
}

export interface DrawingDeps {
  readonly typesetter: Typesetter;
  readonly fonts: FontSet;
}

export interface PageDrawing {
  /** Returns the height in mm from the first to the last baseline. */
  text(spec: TextSpec): number;
  /** Whether the text goes into its box without leaving anything out. */
  fits(spec: TextSpec): boolean;
  rectangle(x: number, y: number, width: number, height: number, style: ShapeStyle): void;
  line(x0: number, y0: number, x1: number, y1: number, style: LineStyle): void;
  /** Black modules, rows of true and false, as one path. */
  modules(rows: readonly (readonly boolean[])[], x: number, y: number, moduleMm: number): void;
  /** Bar and space widths in modules, as one path of bars. */
  bars(widths: readonly number[], x: number, y: number, moduleMm: number, heightMm: number): void;
}

interface ShapeStyle {
  readonly fill?: string;
  readonly stroke?: string;
  readonly radius?: number;
  readonly lineWidthPt?: number;
}

interface LineStyle {
  readonly color: string;
  readonly widthPt: number;
  readonly dashPt?: number;
}

/** Distance of lines, in sizes, where a spec says nothing. */
const USUAL_LEADING = 1.2;

/** pdfmake draws these; its types do not know it. */
interface PathShape {
  readonly type: 'path';
  readonly d: string;
  readonly color: string;
}

export interface PageContent {
  readonly shapes: (CanvasElement | PathShape)[];
  readonly texts: Content[];
}

export function emptyPage(): PageContent {
  return { shapes: [], texts: [] };
}

/** A drawing surface on a page; several may share one page. */
export function createPageDrawing(page: PageContent, placement: Placement, deps: DrawingDeps): PageDrawing {
  const unit = POINTS_PER_MM * placement.scale;
  const scale: Scale = {
    unit,
    size: placement.scale,
    toX: (mm) => placement.xMm * POINTS_PER_MM + mm * unit,
    toY: (mm) => placement.yMm * POINTS_PER_MM + mm * unit,
  };
  return { ...createTextDrawing(page, scale, deps), ...createShapeDrawing(page, scale) };
}

/** From a drawing's millimetres to the page's points. */
interface Scale {
  /** Points a millimetre of the drawing. */
  readonly unit: number;
  /** By which sizes that are given in points are scaled. */
  readonly size: number;
  readonly toX: (mm: number) => number;
  readonly toY: (mm: number) => number;
}

function createTextDrawing(page: PageContent, scale: Scale, deps: DrawingDeps): Pick<PageDrawing, 'text' | 'fits'> {
  const { unit, toX, toY } = scale;

  function placeLine(line: Line, leftPt: number, baselinePt: number, size: number, color: string): void {
    for (const piece of line.pieces) {
      if (piece.font === null || piece.font === 'Emoji') {
        const outline = pieceOutline(piece, { x: leftPt, baseline: baselinePt, size }, deps.fonts);
        page.shapes.push({ type: 'path', d: outlineToPath(outline), color });
        continue;
      }
      const { font } = deps.fonts[piece.font];
      page.texts.push({
        text: piece.text,
        font: piece.font,
        fontSize: size,
        color,
        noWrap: true,
        absolutePosition: { x: leftPt + piece.x, y: baselinePt - (font.ascent / font.unitsPerEm) * size },
      });
    }
  }

  const fit = (spec: TextSpec) =>
    deps.typesetter.fit(spec.text, {
      face: spec.face,
      width: spec.width * unit,
      lines: spec.lines ?? 1,
      size: spec.size * scale.size,
      smallest: (spec.smallest ?? spec.size) * scale.size,
    });

  return {
    fits: (spec) => !fit(spec).shortened,
    text(spec) {
      const widthPt = spec.width * unit;
      const fitted = fit(spec);
      const leadingPt = fitted.size * (spec.leading ?? USUAL_LEADING);
      const heightPt = leadingPt * (fitted.lines.length - 1);
      const firstPt = toY(spec.y) - (spec.fromBottom ? heightPt : 0);
      fitted.lines.forEach((line, at) => {
        const align = spec.align ?? 'START';
        const toEnd = align === 'START' ? line.rightToLeft : align === 'RIGHT';
        const shift = align === 'CENTRE' ? (widthPt - line.width) / 2 : toEnd ? widthPt - line.width : 0;
        placeLine(line, toX(spec.x) + shift, firstPt + at * leadingPt, fitted.size, spec.color);
      });
      return heightPt / unit;
    },
  };
}

function createShapeDrawing(
  page: PageContent,
  { unit, size: pointScale, toX, toY }: Scale,
): Pick<PageDrawing, 'rectangle' | 'line' | 'modules' | 'bars'> {
  return {
    rectangle(x, y, width, height, style) {
      page.shapes.push({
        type: 'rect',
        x: toX(x),
        y: toY(y),
        w: width * unit,
        h: height * unit,
        ...(style.radius === undefined ? {} : { r: style.radius * unit }),
        ...(style.fill === undefined ? {} : { color: style.fill }),
        ...(style.stroke === undefined ? {} : { lineColor: style.stroke }),
        lineWidth: (style.lineWidthPt ?? 0.5) * pointScale,
      });
    },
    line(x0, y0, x1, y1, style) {
      page.shapes.push({
        type: 'line',
        x1: toX(x0),
        y1: toY(y0),
        x2: toX(x1),
        y2: toY(y1),
        lineColor: style.color,
        lineWidth: style.widthPt * pointScale,
        ...(style.dashPt === undefined ? {} : { dash: { length: style.dashPt * pointScale } }),
      });
    },
    modules(rows, x, y, moduleMm) {
      const size = moduleMm * unit;
      let d = '';
      rows.forEach((row, at) => {
        for (let from = 0; from < row.length; from += 1) {
          if (!row[from]) continue;
          let to = from;
          while (row[to]) to += 1;
          // A hair taller than a module: viewers show a white line between rows that only touch.
          d += bar(toX(x) + from * size, toY(y) + at * size, (to - from) * size, size * 1.02);
          from = to;
        }
      });
      page.shapes.push({ type: 'path', d, color: 'black' });
    },
    bars(widths, x, y, moduleMm, heightMm) {
      let d = '';
      let at = toX(x);
      widths.forEach((modules, index) => {
        const width = modules * moduleMm * unit;
        if (index % 2 === 0) d += bar(at, toY(y), width, heightMm * unit);
        at += width;
      });
      page.shapes.push({ type: 'path', d, color: 'black' });
    },
  };
}

function bar(x: number, y: number, width: number, height: number): string {
  const rounded = [x, y, width, height, -width].map((value) => Math.round(value * 1_000) / 1_000);
  return `M${rounded[0]} ${rounded[1]}h${rounded[2]}v${rounded[3]}h${rounded[4]}z`;
}
