/**
 * Outlines of typeset pieces: for what a PDF or a receipt printer cannot set itself (emoji, a character no font has,
 * a line in a script the printer does not speak).
 */
import type { PathCommand } from './font-engine.ts';
import type { FontSet } from './fonts.ts';
import type { Piece } from './line-measure.ts';

/** Absolute coordinates, y growing downwards. */
export type OutlineCommand = PathCommand;

/** The piece's outline at its place: `x` is the left end of its line, `baseline` where its letters stand. */
export function pieceOutline(
  piece: Piece,
  place: { readonly x: number; readonly baseline: number; readonly size: number },
  fonts: FontSet,
): OutlineCommand[] {
  if (piece.font === null) return emptyBox(place.x + piece.x, place.baseline, place.size);
  const { font } = fonts[piece.font];
  const scale = place.size / font.unitsPerEm;
  const run = font.layout(piece.text);
  const outline: OutlineCommand[] = [];
  let penX = place.x + piece.x;
  run.glyphs.forEach((glyph, at) => {
    const position = run.positions[at];
    const left = penX + (position?.xOffset ?? 0) * scale;
    const top = place.baseline - (position?.yOffset ?? 0) * scale;
    for (const { command, args } of glyph.path.commands)
      outline.push({
        command,
        args: args.map((value, index) => (index % 2 === 0 ? left + value * scale : top - value * scale)),
      });
    penX += (position?.xAdvance ?? 0) * scale;
  });
  return outline;
}

/** A frame a tenth of an em thick, as wide as typesetting took it to be: "a character stood here". */
function emptyBox(x: number, baseline: number, size: number): OutlineCommand[] {
  const [left, right, bottom, top] = [x + 0.08 * size, x + 0.52 * size, baseline, baseline - 0.7 * size];
  const inset = 0.05 * size;
  return [
    ...rectangle(left, top, right, bottom),
    // Wound the other way round, so that it is a hole.
    ...rectangle(right - inset, top + inset, left + inset, bottom - inset),
  ];
}

function rectangle(x0: number, y0: number, x1: number, y1: number): OutlineCommand[] {
  return [
    { command: 'moveTo', args: [x0, y0] },
    { command: 'lineTo', args: [x1, y0] },
    { command: 'lineTo', args: [x1, y1] },
    { command: 'lineTo', args: [x0, y1] },
    { command: 'closePath', args: [] },
  ];
}

const LETTERS: Readonly<Record<OutlineCommand['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** As SVG path data, to a thousandth. */
export function outlineToPath(outline: readonly OutlineCommand[]): string {
  return outline
    .map(({ command, args }) => LETTERS[command] + args.map((value) => Math.round(value * 1_000) / 1_000).join(' '))
    .join('');
}

export interface Polygon {
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Curves as straight segments, `steps` to a curve. */
export function outlineToPolygons(outline: readonly OutlineCommand[], steps: number): Polygon[] {
  const polygons: Polygon[] = [];
  let points: [number, number][] = [];
  const close = () => {
    if (points.length > 2) polygons.push({ points });
    points = [];
  };
  for (const { command, args } of outline) {
    if (command === 'moveTo') close();
    if (command === 'closePath') close();
    else points.push(...flattened(points.at(-1) ?? [0, 0], args, steps));
  }
  close();
  return polygons;
}

/** De Casteljau on however many control points there are: a line has none, so its end alone comes out. */
function flattened(from: readonly [number, number], args: readonly number[], steps: number): [number, number][] {
  const controls: [number, number][] = [[...from]];
  for (let at = 0; at < args.length; at += 2) controls.push([args[at] ?? 0, args[at + 1] ?? 0]);
  const count = controls.length === 2 ? 1 : steps;
  return Array.from({ length: count }, (_, step) => {
    const t = (step + 1) / count;
    let row = controls;
    while (row.length > 1)
      row = row.slice(1).map(([x, y], at): [number, number] => {
        const [x0, y0] = row[at] ?? [x, y];
        return [x0 + (x - x0) * t, y0 + (y - y0) * t];
      });
    return row[0] ?? [0, 0];
  });
}
