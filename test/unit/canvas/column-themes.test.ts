import { describe, expect, test } from 'vitest';
import { colorRamp } from '../../../src-renderer/canvas/color-ramp.ts';
import {
  createArrivalsTheme,
  createHeatTheme,
  createPurchaseOrderTheme,
  MOST_HEAT_STEPS,
} from '../../../src-renderer/canvas/column-themes.ts';
import { contrast, MARK_CONTRAST, TEXT_CONTRAST } from '../../../src-renderer/canvas/contrast.ts';
import { countStyles, GROUND, MINE, type SeatStyle, type SeatTheme } from '../../../src-renderer/canvas/marks.ts';
import { ARRIVALS, type Arrival } from '../../../src-shared/domain/door/arrival.ts';
import { SEAT_STATUSES, type SeatStatus, STATE_OWNED } from '../../../src-shared/domain/seat-map/columns.ts';
import { categoryColor, categoryLetter } from '../../../src-shared/domain/seat-map/category-style.ts';
import { colorDifference, type Sight, SIGHTS } from '../../support/color-sight.ts';
import { createDemoStates, createDemoTheatre } from '../../support/demo-theatre.ts';

const { columns } = createDemoTheatre(400);
const ORDERS = Array.from({ length: 12 }, (_, i) => ({
  name: `PO-2026-000${i}`,
  color: categoryColor(i),
  letter: categoryLetter(i),
}));
const RANGES = Array.from({ length: MOST_HEAT_STEPS }, (_, i) => `${i * 10} to ${i * 10 + 9}`);
const column = (...figures: number[]) => ({ values: Uint16Array.from({ length: 400 }, (_, i) => figures[i] ?? 0) });
const none = column();

const themes: readonly (readonly [string, SeatTheme])[] = [
  ['stock', createPurchaseOrderTheme(ORDERS, none)],
  ['one order', createPurchaseOrderTheme(ORDERS, none, 3)],
  ['arrivals', createArrivalsTheme(none)],
  ...RANGES.map((_, i) => [`heat of ${i + 1}`, createHeatTheme(RANGES.slice(0, i + 1), none)] as const),
];

function keyOf(theme: SeatTheme, status: SeatStatus, bits: number): string {
  const states = {
    sequence: 1,
    status: Uint8Array.of(SEAT_STATUSES.indexOf(status)),
    level: Uint8Array.of(0),
    bits: Uint8Array.of(bits),
    hold: Uint16Array.of(0),
  };
  return theme.styles[theme.styleOf(0, columns, states)]!.key;
}

/** How light it prints: CIE L*, 0 black to 100 white. */
function lightness(fill: string): number {
  const share = 1.05 / contrast('#ffffff', fill) - 0.05;
  return share > 0.008856 ? 116 * Math.cbrt(share) - 16 : 903.3 * share;
}

describe('themes with a figure beside the state', () => {
  test.each(themes)('no two styles of the %s theme share fill, mark and letter', (_, theme) => {
    const looks = [...theme.styles, MINE].map(({ fill, mark, letter }) => `${mark} ${fill} ${letter}`);
    expect(new Set(looks).size).toBe(looks.length);
    expect(new Set(theme.styles.map(({ key }) => key)).size).toBe(theme.styles.length);
  });

  test.each(themes)('without colour, mark and letter tell the styles of the %s theme apart', (_, theme) => {
    const marks = theme.styles.map(({ mark, letter }) => `${mark} ${letter}`);
    expect(new Set(marks).size).toBe(marks.length);
  });

  test.each(themes)('figures of the %s theme are legible, and every seat’s edge can be seen', (_, theme) => {
    for (const { key, fill, stroke, ink, mark } of theme.styles) {
      expect(contrast(ink, fill ?? GROUND), key).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      // What was sold long since recedes on purpose.
      if (mark === 'SMALL') continue;
      const edge = Math.max(...[fill, stroke].map((color) => (color === null ? 1 : contrast(color, GROUND))));
      expect(edge, key).toBeGreaterThanOrEqual(MARK_CONTRAST);
    }
  });

  test.each(themes)('every seat of the %s theme is counted once', (_, theme) => {
    const counts = countStyles(theme, columns, createDemoStates(columns));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(columns.count);
  });
});

describe('the order that a seat came with', () => {
  const theme = createPurchaseOrderTheme(ORDERS, column(2), 1);
  test.each([
    ['ours, of an order', theme, 'AVAILABLE', STATE_OWNED, 'ORDER:1'],
    ['held, of an order', theme, 'HELD', STATE_OWNED, 'ORDER:1'],
    ['sold, of an order', theme, 'SOLD', STATE_OWNED, 'ORDER_SOLD:1'],
    ['ours from the start', createPurchaseOrderTheme(ORDERS, none), 'AVAILABLE', STATE_OWNED, 'OWNED'],
    ['sold, of no order', createPurchaseOrderTheme(ORDERS, none), 'SOLD', STATE_OWNED, 'SOLD'],
    ['not ours', createPurchaseOrderTheme(ORDERS, none), 'AVAILABLE', 0, 'NOT_OWNED'],
    ['of an order not told of', createPurchaseOrderTheme([], column(1)), 'AVAILABLE', STATE_OWNED, 'OWNED'],
  ] as const)('a seat %s', (_, each, status, bits, key) => {
    expect(keyOf(each, status, bits)).toBe(key);
  });

  test('on one order’s map its seats are full discs and those of the others ringed letters', () => {
    const marks = theme.styles.slice(0, ORDERS.length).map(({ mark }) => mark);
    expect(marks.filter((mark) => mark === 'SOLID')).toHaveLength(1);
    expect(marks[1]).toBe('SOLID');
  });
});

describe('heat', () => {
  const steps = (theme: SeatTheme) => theme.styles.filter(({ key }) => key.startsWith('STEP'));

  test.each(SIGHTS)('with %s sight each step is as far from the next as any other, and always seen', (sight: Sight) => {
    const fills = steps(createHeatTheme(RANGES, none)).map(({ fill }) => fill!);
    const apart = fills.slice(1).map((fill, i) => colorDifference(fill, fills[i]!, sight));
    expect(Math.min(...apart)).toBeGreaterThan(7);
    expect(Math.max(...apart) / Math.min(...apart)).toBeLessThan(1.5);
  });

  test('printed in grey, more is always darker, by even steps', () => {
    const light = steps(createHeatTheme(RANGES, none)).map(({ fill }) => lightness(fill!));
    const darker = light.slice(1).map((each, i) => light[i]! - each);
    expect(Math.min(...darker)).toBeGreaterThan(6);
    expect(Math.max(...darker) / Math.min(...darker)).toBeLessThan(1.5);
  });

  test('a seat has the step of its figure, and one without a figure none', () => {
    const styled = (figure: number) => keyOf(createHeatTheme(RANGES, column(figure)), 'SOLD', 0);
    expect([0, 1, 7, 8].map(styled)).toEqual(['NO_FIGURE', 'STEP:1', 'STEP:7', 'NO_FIGURE']);
  });

  test('a ramp ends where it was told to, and one colour alone is the last', () => {
    expect(colorRamp('#d5e5f7', '#0c2f66', 3)).toEqual(['#d5e5f7', expect.stringMatching(/^#/), '#0c2f66']);
    expect(colorRamp('#d5e5f7', '#0c2f66', 1)).toEqual(['#0c2f66']);
    expect(colorRamp('#d5e5f7', '#0c2f66', 0)).toEqual([]);
  });
});

describe('arrivals', () => {
  const look = (arrival: Arrival, status: SeatStatus = 'SOLD') =>
    keyOf(createArrivalsTheme(column(ARRIVALS.indexOf(arrival))), status, STATE_OWNED);

  test.each(ARRIVALS)('a sold seat whose guest is %s looks so', (arrival) => {
    expect(look(arrival)).toBe(arrival);
  });

  test('a seat that is not sold recedes, whatever was scanned for it before', () => {
    for (const status of ['AVAILABLE', 'HELD', 'BLOCKED', 'RESERVED'] as const)
      expect(look('WRONG_DOOR', status)).toBe('NOT_SOLD');
  });

  test.each(SIGHTS)('with %s sight what wants a look is far in colour from all that does not', (sight: Sight) => {
    const { styles } = createArrivalsTheme(none);
    const glows = (style: SeatStyle) => style.key === 'SEEN_TWICE' || style.key === 'WRONG_DOOR';
    for (const loud of styles.filter(glows)) {
      for (const calm of styles.filter((style) => !glows(style)))
        expect(colorDifference(loud.fill!, calm.fill ?? GROUND, sight), `${loud.key} ${calm.key}`).toBeGreaterThan(25);
    }
  });
});
