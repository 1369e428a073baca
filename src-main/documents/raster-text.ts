/**
 * Text as dots, for a receipt printer whose code pages lack its characters: typeset with the same fonts as tickets,
 * filled by scan lines, at the height of the printer's own letters.
 */
import { createBitmap, setBlack } from '../../src-shared/domain/receipt/bitmap.ts';
import type { Bitmap } from '../../src-shared/domain/receipt/bitmap.ts';
import type { FontSet } from './fonts.ts';
import { outlineToPolygons, pieceOutline } from './glyph-outline.ts';
import type { Polygon } from './glyph-outline.ts';
import type { Line } from './line-measure.ts';
import type { Typesetter } from './typesetting.ts';

/**
 * A line of the printer's own is 30 dots with its spacing; 32 because pictures come in steps of eight dots, and the
 * encoder would stretch one that does not. The size gives letters of font A's height.
 */
const CELL_DOTS = 32;
const SIZE_DOTS = 22;
const BASELINE_DOTS = 21;

interface RasterRow {
  readonly left: string;
  readonly right: string;
  readonly align: 'LEFT' | 'CENTRE';
  readonly strong: boolean;
  readonly widthDots: number;
}

export type RasterText = (row: RasterRow) => Bitmap;

/** A row of a receipt as a bitmap: wrapped text on the left (or centred), an amount on the right of its first line. */
export function createRasterText(typesetter: Typesetter, fonts: FontSet): RasterText {
  return (row) => {
    const face = row.strong ? 'STRONG' : 'TEXT';
    const right = typesetter.line(row.right, face, SIZE_DOTS);
    const gap = row.right === '' ? 0 : SIZE_DOTS;
    const fitted = typesetter.fit(row.left, {
      face,
      width: row.widthDots - right.width - gap,
      lines: 4,
      size: SIZE_DOTS,
      smallest: SIZE_DOTS,
    });
    const bitmap = createBitmap(row.widthDots, fitted.lines.length * CELL_DOTS);
    const draw = (line: Line, x: number, at: number) =>
      fillPolygons(
        bitmap,
        line.pieces.flatMap((piece) =>
          outlineToPolygons(
            pieceOutline(piece, { x, baseline: at * CELL_DOTS + BASELINE_DOTS, size: SIZE_DOTS }, fonts),
            6,
          ),
        ),
      );
    fitted.lines.forEach((line, at) => draw(line, row.align === 'CENTRE' ? (row.widthDots - line.width) / 2 : 0, at));
    draw(right, row.widthDots - right.width, 0);
    return bitmap;
  };
}

/** Scan lines through a dot. Four see strokes thinner than a dot; more change no letter at this size. */
const SCANS_PER_DOT = 4;
/** How much of a dot must be covered to burn it: a little under half, or thin strokes break up. */
const BURN_COVERAGE = 0.4;

interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly xAtTop: number;
  readonly slope: number;
  readonly winds: 1 | -1;
}

/** Fills with the non-zero rule, which is what fonts are drawn for. What falls outside the bitmap is left out. */
function fillPolygons(bitmap: Bitmap, polygons: readonly Polygon[]): void {
  const edges = polygons.flatMap(edgesOf);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const near = edges.filter((edge) => edge.top < y + 1 && edge.bottom > y);
    if (near.length === 0) continue;
    const coverage = new Float32Array(bitmap.widthDots);
    for (let scan = 0; scan < SCANS_PER_DOT; scan += 1)
      for (const [from, to] of spansAt(y + (scan + 0.5) / SCANS_PER_DOT, near)) addSpan(coverage, from, to);
    coverage.forEach((covered, x) => {
      if (covered / SCANS_PER_DOT >= BURN_COVERAGE) setBlack(bitmap, x, y);
    });
  }
}

function edgesOf({ points }: Polygon): Edge[] {
  const edges: Edge[] = [];
  points.forEach(([x1, y1], at) => {
    const [x0, y0] = points[(at + points.length - 1) % points.length] ?? [x1, y1];
    if (y0 === y1) return;
    const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
    edges.push({ top, bottom, xAtTop: y0 < y1 ? x0 : x1, slope: (x1 - x0) / (y1 - y0), winds: y1 > y0 ? 1 : -1 });
  });
  return edges;
}

function spansAt(y: number, edges: readonly Edge[]): [number, number][] {
  const crossings = edges
    .filter((edge) => edge.top <= y && edge.bottom > y)
    .map((edge) => ({ x: edge.xAtTop + (y - edge.top) * edge.slope, winds: edge.winds }))
    .sort((left, right) => left.x - right.x);
  const spans: [number, number][] = [];
  let winding = 0;
  let from = 0;
  for (const { x, winds } of crossings) {
    if (winding === 0) from = x;
    winding += winds;
    if (winding === 0) spans.push([from, x]);
  }
  return spans;
}

function addSpan(coverage: Float32Array, from: number, to: number): void {
  const [first, last] = [Math.max(0, Math.floor(from)), Math.min(coverage.length, Math.ceil(to))];
  for (let x = first; x < last; x += 1)
    coverage[x] = (coverage[x] ?? 0) + Math.max(0, Math.min(to, x + 1) - Math.max(from, x));
}
