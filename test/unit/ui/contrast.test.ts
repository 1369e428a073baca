import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio, hexToRgb, tokensOf, type Tokens } from '../../support/color.ts';
import { perceivedDistance, type Vision } from '../../support/color-vision.ts';

const css = readFileSync(new URL('../../../src-renderer/ui/tokens.css', import.meta.url), 'utf8');
const themes: Readonly<Record<string, Tokens>> = { light: tokensOf(css, 'light'), door: tokensOf(css, 'door') };

const TEXT_PAIRS = [
  ...['ink', 'ink-soft', 'ink-faint'].flatMap((ink) =>
    ['surface', 'sunken', 'ground', 'hover'].map((ground) => [`color-${ink}`, `color-${ground}`]),
  ),
  ...['ink', 'ink-soft'].flatMap((ink) =>
    ['accent-tint', 'ok-tint', 'warn-tint', 'bad-tint', 'pressed'].map((ground) => [`color-${ink}`, `color-${ground}`]),
  ),
  ['color-on-accent', 'color-accent'],
  ['color-on-accent', 'color-accent-pressed'],
  ['color-on-bad', 'color-bad'],
  ['color-on-bad', 'color-bad-pressed'],
  ['color-on-warn-band', 'color-warn-band'],
  ['color-accent-pressed', 'color-accent-tint'],
  ['color-bad', 'color-surface'],
  ['color-surface', 'color-ink'],
  ['verdict-on-admit', 'verdict-admit'],
  ['verdict-on-refuse', 'verdict-refuse'],
  ['verdict-on-ask', 'verdict-ask'],
  ['verdict-on-check', 'verdict-check'],
] as const;

/** What is not text but must be seen: edges of fields, focus, marks. */
const MARK_PAIRS = [
  ...['surface', 'ground', 'sunken'].flatMap((ground) => [
    ['color-line-strong', `color-${ground}`],
    ['color-focus', `color-${ground}`],
    ['color-accent', `color-${ground}`],
  ]),
  ...['ok', 'warn', 'bad'].flatMap((tone) => [
    [`color-${tone}`, 'color-surface'],
    [`color-${tone}`, `color-${tone}-tint`],
    [`color-${tone}`, 'color-ground'],
  ]),
  ['color-accent', 'color-accent-tint'],
] as const;

function ratio(tokens: Tokens, [front, back]: readonly string[]): number {
  return contrastRatio(hexToRgb(tokens, front ?? ''), hexToRgb(tokens, back ?? ''));
}

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  it.each(TEXT_PAIRS)('has text %s on %s at 4.5 or more', (...pair) => {
    expect(ratio(tokens, pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARK_PAIRS)('has the mark %s on %s at 3 or more', (...pair) => {
    expect(ratio(tokens, pair)).toBeGreaterThanOrEqual(3);
  });

  const visions: readonly Vision[] = ['protanopia', 'deuteranopia', 'tritanopia'];
  const sets = [
    ['color-ok', 'color-warn', 'color-bad', 'color-accent'],
    ['verdict-admit', 'verdict-refuse', 'verdict-ask', 'verdict-check'],
  ];
  it.each(visions)('has statuses and verdicts that differ under %s', (vision) => {
    for (const set of sets) {
      for (const [index, one] of set.entries()) {
        for (const other of set.slice(index + 1)) {
          const distance = perceivedDistance(hexToRgb(tokens, one), hexToRgb(tokens, other), vision);
          // A difference of 10 in CIELAB is plain to see side by side.
          expect(distance, `${one} and ${other}`).toBeGreaterThanOrEqual(10);
        }
      }
    }
  });
});

it('has no text under 14 px and no target of a clerk under 44', () => {
  const { light } = themes;
  const pixels = (name: string) => Number.parseFloat(light?.get(name) ?? '') * 16;
  const sizes = [...(light?.keys() ?? [])].filter((name) => name.startsWith('text-'));
  expect(sizes.length).toBeGreaterThan(4);
  for (const name of sizes) expect(pixels(name), name).toBeGreaterThanOrEqual(14);
  expect(pixels('target')).toBeGreaterThanOrEqual(44);
});
