import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidiLevels, visualOrder } from '../../../src-main/documents/reading-order.ts';
import { printableText } from '../../../src-main/documents/typesetting.ts';
import { NASTY_LABELS } from '../../support/paper-fixtures.ts';
import { fonts, typesetter } from '../../support/receipt-deps.ts';

/** What stands on the line from left to right, glyph by glyph; `_` is a gap between pieces. */
function visual(text: string): string {
  const glyphs = new Map<string, string>();
  const line = typesetter.line(text, 'TEXT', 10);
  for (const character of new Set(text))
    for (const font of ['Text', 'Wide'] as const) {
      const [glyph] = fonts[font].font.layout(character).glyphs;
      glyphs.set(`${font}${JSON.stringify(glyph?.path.commands)}`, character);
    }
  return line.pieces
    .toSorted((left, right) => left.x - right.x)
    .map((piece) => {
      const font = piece.font ?? 'Text';
      const run = fonts[font].font.layout(piece.text);
      return run.glyphs.map((glyph) => glyphs.get(`${font}${JSON.stringify(glyph.path.commands)}`) ?? '·').join('');
    })
    .join('_');
}

describe('reading order', () => {
  test.each([
    ['left to right', 'Row F, seat 14', 'Row F, seat 14'],
    ['Hebrew', 'אבג', 'גבא'],
    ['two Hebrew words', 'אב גד', 'דג_בא'],
    ['Hebrew with a number', 'אב 14 גד', 'דג_14_בא'],
    ['Hebrew in English', 'Row אב left', 'Row_בא_left'],
    ['brackets turn round', 'אב (14)', '(_14_)_בא'],
    ['signs alone in Hebrew', 'אב !? גד', 'דג_?!_בא'],
    ['eastern digits run to the right', 'אב ٢٠٢٦', '٢_٠_٢_٦_בא'],
  ])('%s', (_, text, expected) => {
    expect(visual(text)).toBe(expected);
  });

  test('every character keeps one place in the order, whatever the levels', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'aב1٢ .,(א$'), { maxLength: 30 }), (characters) => {
        const { levels } = bidiLevels(characters);
        expect(visualOrder(levels).toSorted((left, right) => left - right)).toEqual(characters.map((_, at) => at));
      }),
    );
  });
});

describe('fitting text to a box', () => {
  const box = { face: 'STRONG', width: 120, lines: 2, size: 20, smallest: 8 } as const;

  test('no line is ever wider than its box, and there are never more of them than asked for', () => {
    const label = fc.oneof(
      fc.constantFrom(...NASTY_LABELS),
      fc.string({ unit: 'binary' }),
      fc.string({ minLength: 30, maxLength: 200 }),
    );
    fc.assert(
      fc.property(label, fc.integer({ min: 1, max: 3 }), (text, lines) => {
        const fitted = typesetter.fit(text, { ...box, lines });
        expect(fitted.lines.length).toBeLessThanOrEqual(lines);
        for (const line of fitted.lines) expect(line.width).toBeLessThanOrEqual(box.width);
      }),
      { numRuns: 500 },
    );
  });

  test('shrinks before it shortens, and says when it had to shorten', () => {
    expect(typesetter.fit('Short', box)).toMatchObject({ size: 20, shortened: false });
    const shrunk = typesetter.fit('A rather longer title', { ...box, lines: 1 });
    expect(shrunk.shortened).toBe(false);
    expect(shrunk.size).toBeLessThan(20);
    const cut = typesetter.fit('word '.repeat(100), box);
    expect(cut).toMatchObject({ size: 8, shortened: true });
    expect(cut.lines.at(-1)?.pieces.at(-1)?.text).toMatch(/…$/);
  });
});

describe('what is printed of a label', () => {
  test.each([
    ['a\u0000b\u001b[31mc', 'a b [31mc'],
    ['one\r\n two\u2028three', 'one two three'],
    ['safe \u202Eevil\u202C', 'safe evil'],
    ['cafe\u0301', 'café'],
    ['x\u0301\u0301\u0301\u0301\u0301', 'x\u0301\u0301\u0301'],
    ['\uD800', '\uFFFD'],
  ])('%j is printed as %j', (label, printed) => {
    expect(printableText(label)).toBe(printed);
  });

  test('characters that no font has are named, each once', () => {
    expect(typesetter.unprintable('Žižek אב عرب Ω 🎭 ☎')).toEqual([]);
    expect(typesetter.unprintable('演劇の演')).toEqual(['演', '劇', 'の']);
  });
});
