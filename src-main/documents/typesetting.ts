/**
 * Sets one line or a few of plain text: cleans it, finds a font for every character, puts right-to-left text in its
 * order, measures, wraps, shrinks and shortens it to a box. What comes out is placed and measured, so whoever draws it
 * (PDF, raster) cannot overlap anything.
 *
 * Lengths are in the unit of the size that is asked for (points, dots); x grows to the right from the line's left end.
 */
import type { Face, FontSet } from './fonts.ts';
import { createLineMeasure, type Line } from './line-measure.ts';

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

/** Each step shrinks by this much: fine enough that two tickets of a run look alike. */
const SHRINK_STEP = 0.94;
/** No label on paper is longer; without a limit a megabyte in a title would be measured thousands of times. */
const LONGEST_TEXT = 2_000;
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

export function createTypesetter(fonts: FontSet): Typesetter {
  const { unitLine, unprintable } = createLineMeasure(fonts);

  function setLine(text: string, face: Face, size: number): Line {
    const unit = unitLine(text, face);
    return {
      pieces: unit.pieces.map((piece) => ({ ...piece, x: piece.x * size, width: piece.width * size })),
      width: unit.width * size,
      rightToLeft: unit.rightToLeft,
    };
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
        const wrapped = wrap(clean, box, size, (line) => unitLine(line, box.face).width * size <= box.width);
        const set = wrapped.map((line) => setLine(line, box.face, size));
        if (set.length <= box.lines && set.every((line) => line.width <= box.width))
          return { lines: set, size, shortened: clean.length < printableText(text).length };
        if (size > box.smallest) continue;
        return { lines: shortenedLines(wrapped, box, size), size, shortened: true };
      }
    },
    unprintable: (text) => unprintable(printableText(text), 'TEXT'),
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

/** The text in lines that fit, as many as it takes. */
function wrap(text: string, box: TextBox, size: number, fits: (line: string) => boolean): string[] {
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
