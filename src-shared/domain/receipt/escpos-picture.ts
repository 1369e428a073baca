/**
 * A decoded receipt as an SVG picture: what the printer makes of exactly those bytes, dot for dot in its layout, so
 * that the screen shows what comes out of the printer and nothing else.
 */
import { isBlack } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';
import { COLUMN_DOTS, LINE_DOTS } from './escpos-decoder.ts';
import type { DecodedReceipt, QrLevel, ReceiptAlignment, ReceiptElement, TextRun } from './escpos-decoder.ts';

/** Symbols are drawn as the printer would make them itself; encoding them is not this module's business. */
export interface ReceiptSymbols {
  /** Rows of modules, true for black, without the quiet zone. */
  qr(data: string, level: QrLevel): readonly (readonly boolean[])[];
  /** Widths in modules, bar first, then bar and space in turn. */
  code128(data: string): readonly number[];
}

export interface ReceiptPicture {
  readonly svg: string;
  readonly widthDots: number;
  readonly heightDots: number;
}

const MARGIN_DOTS = 36;
/** Where letters stand in their 24 dots, from above; the rest of the line is spacing. */
const BASELINE_DOTS = 21;
const BARCODE_TEXT_DOTS = 30;

/** Draws the receipt; `labels` are what people read beside a cut or a drawer pulse. */
export function escposPicture(
  receipt: DecodedReceipt,
  symbols: ReceiptSymbols,
  labels: { readonly drawerOpens: string },
): ReceiptPicture {
  const paperDots = receipt.columns * COLUMN_DOTS;
  const parts: string[] = [];
  let y = MARGIN_DOTS;
  for (const element of receipt.elements) {
    const drawn = drawElement(element, paperDots, symbols, labels);
    if (drawn.svg !== '') parts.push(`<g transform="translate(${MARGIN_DOTS} ${y})">${drawn.svg}</g>`);
    y += drawn.heightDots;
  }
  const widthDots = paperDots + 2 * MARGIN_DOTS;
  const heightDots = y + MARGIN_DOTS;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthDots} ${heightDots}" width="${widthDots / 2}" height="${heightDots / 2}">` +
    `<rect width="${widthDots}" height="${heightDots}" fill="#fffdf8"/>` +
    `<g fill="#1c1a17" font-family="'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace" font-size="20" xml:space="preserve">` +
    `${parts.join('')}</g></svg>`;
  return { svg, widthDots, heightDots };
}

interface Drawn {
  readonly svg: string;
  readonly heightDots: number;
}

function drawElement(
  element: ReceiptElement,
  paperDots: number,
  symbols: ReceiptSymbols,
  labels: { readonly drawerOpens: string },
): Drawn {
  switch (element.kind) {
    case 'LINE':
      return drawLine(element.runs, element.align, paperDots);
    case 'FEED':
      return { svg: '', heightDots: element.lines * LINE_DOTS };
    case 'QR': {
      const rows = symbols.qr(element.data, element.level);
      const size = rows.length * element.moduleDots;
      const path = blackRuns(rows.length, rows.length, (x, y) => rows[y]?.[x] ?? false, element.moduleDots);
      return { svg: shifted(offsetOf(element.align, size, paperDots), path), heightDots: size };
    }
    case 'CODE_128':
      return drawBarcode(element, paperDots, symbols);
    case 'RASTER': {
      const { bitmap } = element;
      const svg = shifted(offsetOf(element.align, bitmap.widthDots, paperDots), bitmapPath(bitmap));
      return { svg, heightDots: bitmap.heightDots };
    }
    case 'CUT':
      return {
        svg: `<path d="M${-MARGIN_DOTS} 12H${paperDots + MARGIN_DOTS}" stroke="#8a857b" stroke-width="2" stroke-dasharray="10 ${element.partial ? 8 : 2}" fill="none"/>`,
        heightDots: 24,
      };
    case 'PULSE':
      return {
        svg: `<text y="${BASELINE_DOTS}" fill="#5f5a50">${escaped(labels.drawerOpens)}</text>`,
        heightDots: LINE_DOTS,
      };
    case 'ASK_STATUS':
      return { svg: '', heightDots: 0 };
  }
}

function offsetOf(align: ReceiptAlignment, widthDots: number, paperDots: number): number {
  if (align === 'LEFT') return 0;
  return align === 'RIGHT' ? paperDots - widthDots : Math.floor((paperDots - widthDots) / 2);
}

function shifted(x: number, svg: string): string {
  return x === 0 ? svg : `<g transform="translate(${x} 0)">${svg}</g>`;
}

function drawLine(runs: readonly TextRun[], align: ReceiptAlignment, paperDots: number): Drawn {
  const tallest = Math.max(...runs.map((run) => run.heightFactor));
  const widthOf = (run: TextRun) => run.text.length * run.widthFactor * COLUMN_DOTS;
  let x = offsetOf(
    align,
    runs.reduce((sum, run) => sum + widthOf(run), 0),
    paperDots,
  );
  let svg = '';
  for (const run of runs) {
    const leading = run.text.length - run.text.trimStart().length;
    // A picture element folds runs of spaces, whatever xml:space says, and textLength would then stretch what is left.
    const shown = run.text.trim().replace(/ {2,}/g, (gap) => '\u00a0'.repeat(gap.length));
    const left = x + leading * run.widthFactor * COLUMN_DOTS;
    // Letters of every size stand on the line's own baseline, whatever is tallest in it.
    const baseline = BASELINE_DOTS * tallest;
    if (run.inverted) svg += `<rect x="${x}" width="${widthOf(run)}" height="${24 * tallest}"/>`;
    if (shown !== '')
      svg +=
        `<text transform="translate(${left} ${baseline}) scale(${run.widthFactor} ${run.heightFactor})" textLength="${shown.length * COLUMN_DOTS}" lengthAdjust="spacingAndGlyphs"` +
        `${run.bold ? ' font-weight="700"' : ''}${run.inverted ? ' fill="#fffdf8"' : ''}>${escaped(shown)}</text>`;
    if (run.underline) svg += `<rect x="${x}" y="${baseline + 2}" width="${widthOf(run)}" height="2"/>`;
    x += widthOf(run);
  }
  return { svg, heightDots: LINE_DOTS + 24 * (tallest - 1) };
}

function drawBarcode(
  element: ReceiptElement & { kind: 'CODE_128' },
  paperDots: number,
  symbols: ReceiptSymbols,
): Drawn {
  const widths = symbols.code128(element.data);
  const total = widths.reduce((sum, width) => sum + width, 0) * element.moduleDots;
  const x = offsetOf(element.align, total, paperDots);
  let path = '';
  let at = 0;
  widths.forEach((width, index) => {
    if (index % 2 === 0)
      path += `M${at} 0h${width * element.moduleDots}v${element.heightDots}h${-width * element.moduleDots}z`;
    at += width * element.moduleDots;
  });
  const below = element.textBelow
    ? `<text x="${total / 2}" y="${element.heightDots + BASELINE_DOTS}" text-anchor="middle">${escaped(element.data)}</text>`
    : '';
  const heightDots = element.heightDots + (element.textBelow ? BARCODE_TEXT_DOTS : 0);
  return { svg: shifted(x, `<path d="${path}"/>${below}`), heightDots };
}

function bitmapPath(bitmap: Bitmap): string {
  return blackRuns(bitmap.widthDots, bitmap.heightDots, (x, y) => isBlack(bitmap, x, y), 1);
}

/** One path of a rectangle for each run of black in each row. */
function blackRuns(width: number, height: number, black: (x: number, y: number) => boolean, dots: number): string {
  let path = '';
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!black(x, y)) continue;
      let end = x;
      while (end < width && black(end, y)) end += 1;
      path += `M${x * dots} ${y * dots}h${(end - x) * dots}v${dots}h${(x - end) * dots}z`;
      x = end;
    }
  return `<path d="${path}" shape-rendering="crispEdges"/>`;
}

/** Spaces that no browser folds: `xml:space` is not honoured everywhere any more. */
function escaped(label: string): string {
  return label.replaceAll(' ', '\u00a0').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
