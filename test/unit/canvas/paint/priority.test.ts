import { describe, expect, test } from 'vitest';
import {
  createHoldTheme,
  createLevelTheme,
  createStatusTheme,
  type SeatStyle,
} from '../../../../src-renderer/canvas/marks.ts';
import { farPixel, rankOf } from '../../../../src-renderer/canvas/paint/priority.ts';
import { DEMO_HOLDS, DEMO_LEVELS } from '../../../support/demo-theatre.ts';

const { styles } = createStatusTheme(DEMO_HOLDS);
const named = (key: string) => styles.find((style) => style.key === key)!;

test('where seats share a pixel: free, held, in a basket, kept elsewhere, unpriced, not ours, blocked, sold', () => {
  const keys = ['AVAILABLE', 'HELD', 'RESERVED', 'PINNED_ELSEWHERE', 'NO_PRICE', 'NOT_OWNED', 'BLOCKED', 'SOLD'];
  const pixels = keys.map((key) => farPixel(named(key), false));
  expect(pixels).toEqual(pixels.toSorted((a, b) => b - a));
  expect(new Set(keys.map((key) => rankOf(named(key)))).size).toBe(keys.length);
});

describe('a seat as one pixel', () => {
  const all = [createStatusTheme(DEMO_HOLDS), createLevelTheme(DEMO_LEVELS, DEMO_HOLDS), createHoldTheme(DEMO_HOLDS)];
  const everyStyle = all.flatMap((theme): readonly SeatStyle[] => theme.styles);

  test('is as good as opaque, and always before one that the filter leaves out', () => {
    for (const style of everyStyle) {
      expect(farPixel(style, false) >>> 24).toBeGreaterThan(245);
      for (const other of everyStyle) expect(farPixel(style, false)).toBeGreaterThan(farPixel(other, true));
    }
  });

  test('has the style’s own colour, or one between its ring and its body', () => {
    expect(farPixel({ ...named('AVAILABLE'), fill: '#102030', stroke: null }, false) & 0xffffff).toBe(0x302010);
    expect(farPixel({ ...named('NOT_OWNED'), fill: null, stroke: '#102030' }, false) & 0xffffff).toBe(0x302010);
    expect(farPixel({ ...named('HELD'), fill: '#000000', stroke: '#646464' }, false) & 0xff).toBe(60);
  });
});
