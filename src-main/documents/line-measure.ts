/**
 * Measures a line of plain text at size 1: finds a font for every character and puts right-to-left text in its order.
 * What comes out is placed and measured, so whoever draws it (PDF, raster) cannot overlap anything.
 */
import { FONTS_BY_FACE } from './fonts.ts';
import type { Face, FontName, FontSet, OpenFont } from './fonts.ts';
import { bidiLevels, hasRightToLeft, mirrored, visualOrder } from './reading-order.ts';

export interface Piece {
  readonly text: string;
  /** Null where no font has the character: it is drawn as an empty box. */
  readonly font: FontName | null;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** The line reads from right to left and belongs at the right edge of its box. */
  readonly rightToLeft: boolean;
}

export interface LineMeasure {
  /** A line of size 1: every width grows with the size, so trying another costs a multiplication. */
  unitLine(text: string, face: Face): Line;
  /** The characters no font has, each once. */
  unprintable(text: string, face: Face): readonly string[];
}

/** Width of the empty box for a character no font has, in ems. */
const MISSING_WIDTH = 0.6;
/** Words are measured again and again through a run of tickets; names of a whole evening fit in here. */
const LARGEST_CACHE = 50_000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

interface Cluster {
  readonly text: string;
  readonly font: OpenFont | null;
  readonly level: number;
}

export function createLineMeasure(fonts: FontSet): LineMeasure {
  const { simpleFont, clustersOf } = createFontChoice(fonts);
  const widths = new Map<string, number>();
  const unitLines = new Map<string, Line>();

  /** In ems. Measured word by word with the space after it, as pdfkit sets it, so that both agree on kerning. */
  function emsOf(text: string, font: OpenFont | null): number {
    if (font === null) return text === '' ? 0 : MISSING_WIDTH;
    let ems = 0;
    for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) {
      const key = `${font.name} ${word}`;
      let width = widths.get(key);
      if (width === undefined) {
        width = font.font.layout(word).advanceWidth / font.font.unitsPerEm;
        if (widths.size >= LARGEST_CACHE) widths.clear();
        widths.set(key, width);
      }
      ems += width;
    }
    return ems;
  }

  function measureLine(text: string, face: Face): Line {
    const simple = simpleFont(text, face);
    if (simple) {
      const width = emsOf(text, simple);
      return { pieces: text === '' ? [] : [{ text, font: simple.name, x: 0, width }], width, rightToLeft: false };
    }
    const runs = runsOf(clustersOf(text, face));
    const pieces: Piece[] = [];
    let x = 0;
    for (const at of visualOrder(runs.map((run) => run.level))) {
      const run = runs[at];
      if (!run) continue;
      const width = emsOf(run.text, run.font);
      const shown = run.text.trim();
      // pdfmake drops spaces at a piece's ends; here they are distance.
      const before = shown === '' ? 0 : emsOf(run.text.slice(0, run.text.indexOf(shown)), run.font);
      if (shown !== '')
        pieces.push({ text: shown, font: run.font?.name ?? null, x: x + before, width: width - before });
      x += width;
    }
    return { pieces, width: x, rightToLeft: bidiLevels([...text]).base === 1 };
  }

  return {
    unitLine(text, face) {
      const key = `${face} ${text}`;
      let line = unitLines.get(key);
      if (line === undefined) {
        line = measureLine(text, face);
        if (unitLines.size >= LARGEST_CACHE) unitLines.clear();
        unitLines.set(key, line);
      }
      return line;
    },
    unprintable(text, face) {
      if (simpleFont(text, face)) return [];
      return [...new Set(clustersOf(text, face).flatMap((each) => (each.font === null ? [each.text] : [])))];
    },
  };
}

/** Which font has which characters. */
function createFontChoice(fonts: FontSet) {
  function fontFor(cluster: string, face: Face): OpenFont | null {
    const stack = FONTS_BY_FACE[face].map((name) => fonts[name]);
    const points = [...cluster].map((character) => character.codePointAt(0) ?? 0).filter((point) => !isJoiner(point));
    if (/\p{Emoji_Presentation}|\uFE0F/u.test(cluster) && points.every((point) => fonts.Emoji.has(point)))
      return fonts.Emoji;
    return stack.find((font) => points.every((point) => font.has(point))) ?? null;
  }

  /** Left-to-right text that one font covers needs none of what follows; nearly all text is that. */
  function simpleFont(text: string, face: Face): OpenFont | null {
    const [name] = FONTS_BY_FACE[face];
    const first = name ? fonts[name] : null;
    if (!first || hasRightToLeft(text) || /[\p{Emoji_Presentation}\uFE0F\u200C\u200D]/u.test(text)) return null;
    for (const character of text) if (!first.has(character.codePointAt(0) ?? 0)) return null;
    return first;
  }

  function clustersOf(text: string, face: Face): Cluster[] {
    const characters = [...text];
    const { levels } = bidiLevels(characters);
    const clusters: Cluster[] = [];
    let at = 0;
    for (const { segment } of graphemes.segment(text)) {
      const level = levels[at] ?? 0;
      at += [...segment].length;
      const shown = level % 2 === 1 ? mirrored(segment) : segment;
      clusters.push({ text: shown, font: fontFor(shown, face), level });
    }
    return clusters;
  }

  return { simpleFont, clustersOf };
}

function isJoiner(point: number): boolean {
  return point === 0x200c || point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f);
}

/** Digits of Arabic and its neighbours run from left to right, but the font engine takes them for Arabic letters. */
const EASTERN_DIGITS = /[\u0600-\u0605\u0660-\u066C\u06DD\u06F0-\u06F9]/;

/**
 * Clusters of one font and level together, as the font engine will set them right: it lays right-to-left letters out
 * by itself but words always left to right, so those stand alone, and so does each eastern digit.
 */
function runsOf(clusters: readonly Cluster[]): Cluster[] {
  const runs: Cluster[] = [];
  let open = false;
  for (const cluster of clusters) {
    const last = runs.at(-1);
    const alone =
      cluster.font === null || (cluster.level % 2 === 1 ? cluster.text === ' ' : EASTERN_DIGITS.test(cluster.text));
    if (last && open && !alone && last.font === cluster.font && last.level === cluster.level)
      runs[runs.length - 1] = { ...last, text: last.text + cluster.text };
    else runs.push(cluster);
    open = !alone;
  }
  return runs.map((run) =>
    run.level % 2 === 1 && !hasRightToLeft(run.text) ? { ...run, text: reversed(run.text) } : run,
  );
}

/** Signs alone, among right-to-left text: the font engine does not see that they run that way. */
function reversed(text: string): string {
  return Array.from(graphemes.segment(text), (each) => each.segment)
    .reverse()
    .join('');
}
