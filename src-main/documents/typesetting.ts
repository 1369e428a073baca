/**
 * Sets one line or a few of plain text: cleans it, finds a font for every character, puts right-to-left text in its
 * order, measures, wraps, shrinks and shortens it to a box. What comes out is placed and measured, so whoever draws it
 * (PDF, raster) cannot overlap anything.
 *
 * Lengths are in the unit of the size that is asked for (points, dots); x grows to the right from the line's left end.
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

interface FittedText {
  readonly lines: readonly Line[];
  readonly size: number;
  /** Something had to be left out. */
  readonly shortened: boolean;
}

interface TextBox {
  readonly face: Face;
  readonly width: number;
  readonly lines: number;
  /** Tried first; shrunk in steps down to `smallest` before anything is left out. */
  readonly size: number;
  readonly smallest: number;
}

export interface Typesetter {
  /** One line, as long as it is. */
  line(text: string, face: Face, size: number): Line;
  /** As many lines as the box has at most; at the smallest size the rest is cut with an ellipsis. */
  fit(text: string, box: TextBox): FittedText;
  /** The characters no font has, each once. */
  unprintable(text: string): readonly string[];
}

/** Width of the empty box for a character no font has, in ems. */
const MISSING_WIDTH = 0.6;
/** Each step shrinks by this much: fine enough that two tickets of a run look alike. */
const SHRINK_STEP = 0.94;
/** No label on paper is longer; without a limit a megabyte in a title would be measured thousands of times. */
const LONGEST_TEXT = 2_000;
/** Words are measured again and again through a run of tickets; names of a whole evening fit in here. */
const LARGEST_CACHE = 50_000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * What a person can read of a label: composed, controls and bidirectional marks taken out, any white space or line
 * break one space, marks above each other at most three (no script needs more, and a tower of them covers the line
 * above). Applied to everything that is printed.
 */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

interface Cluster {
  readonly text: string;
  readonly font: OpenFont | null;
  readonly level: number;
}

export function createTypesetter(fonts: FontSet): Typesetter {
  const widths = new Map<string, number>();
  const unitLines = new Map<string, Line>();

  function fontFor(cluster: string, face: Face): OpenFont | null {
    const stack = FONTS_BY_FACE[face].map((name) => fonts[name]);
    const points = [...cluster].map((character) => character.codePointAt(0) ?? 0).filter((point) => !isJoiner(point));
    if (/\p{Emoji_Presentation}|\uFE0F/u.test(cluster) && points.every((point) => fonts.Emoji.has(point)))
      return fonts.Emoji;
    return stack.find((font) => points.every((point) => font.has(point))) ?? null;
  }

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

  /** A line of size 1: every width grows with the size, so trying another costs a multiplication. */
  function unitLine(text: string, face: Face): Line {
    const key = `${face} ${text}`;
    let line = unitLines.get(key);
    if (line === undefined) {
      line = measureLine(text, face);
      if (unitLines.size >= LARGEST_CACHE) unitLines.clear();
      unitLines.set(key, line);
    }
    return line;
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

  function setLine(text: string, face: Face, size: number): Line {
    const unit = unitLine(text, face);
    return {
      pieces: unit.pieces.map((piece) => ({ ...piece, x: piece.x * size, width: piece.width * size })),
      width: unit.width * size,
      rightToLeft: unit.rightToLeft,
    };
  }

  function wrap(text: string, box: TextBox, size: number): string[] {
    const fits = (line: string) => unitLine(line, box.face).width * size <= box.width;
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      // At the smallest size a word wider than the box goes on in the next line.
      while (size === box.smallest && !fits(line) && lines.length < box.lines) {
        const head = longestStart(line, fits);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    return [...lines, line];
  }

  function shorten(text: string, box: TextBox, size: number): string {
    const fits = (start: string) => unitLine(`${start.trimEnd()}…`, box.face).width * size <= box.width;
    return `${longestStart(text, fits).trimEnd()}…`;
  }

  return {
    line: (text, face, size) => setLine(printableText(text), face, size),
    fit(text, box) {
      const clean = printableText(text).slice(0, LONGEST_TEXT);
      for (let size = box.size; ; size = Math.max(size * SHRINK_STEP, box.smallest)) {
        const wrapped = wrap(clean, box, size);
        const set = wrapped.map((line) => setLine(line, box.face, size));
        if (set.length <= box.lines && set.every((line) => line.width <= box.width))
          return { lines: set, size, shortened: clean.length < printableText(text).length };
        if (size > box.smallest) continue;
        return { lines: shortenedLines(wrapped, box, size), size, shortened: true };
      }
    },
    unprintable(text) {
      const clean = printableText(text);
      if (simpleFont(clean, 'TEXT')) return [];
      return [...new Set(clustersOf(clean, 'TEXT').flatMap((each) => (each.font === null ? [each.text] : [])))];
    },
  };

  /** At the smallest size: whole lines where they fit, a cut word where one is wider than the box, the last one cut. */
  function shortenedLines(wrapped: readonly string[], box: TextBox, size: number): Line[] {
    const kept = wrapped.slice(0, box.lines - 1);
    const rest = wrapped.slice(box.lines - 1).join(' ');
    return [...kept, rest].map((line) => {
      const set = setLine(line, box.face, size);
      return set.width <= box.width ? set : setLine(shorten(line, box, size), box.face, size);
    });
  }
}

/** As many whole characters from the start as fit, at least one. */
function longestStart(text: string, fits: (start: string) => boolean): string {
  const clusters = Array.from(graphemes.segment(text), (each) => each.segment);
  let [enough, tooMany] = [1, clusters.length + 1];
  while (tooMany - enough > 1) {
    const middle = (enough + tooMany) >> 1;
    if (fits(clusters.slice(0, middle).join(''))) enough = middle;
    else tooMany = middle;
  }
  return clusters.slice(0, enough).join('');
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
