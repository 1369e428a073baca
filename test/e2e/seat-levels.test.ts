/**
 * Every seat is really there at every level of detail: what the layer paints against a slow renderer of the same house,
 * and against itself painting the same view anew.
 */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { useHarnessPages } from './support/harness-page.ts';
import type {} from './support/seat-layer/levels.ts';
import type { Spoiling } from './support/seat-layer/spoiled-house.ts';

interface Options {
  readonly seats?: number;
  readonly theme?: 'IDENTITY' | 'LEVEL';
  readonly pixelRatio?: number;
  readonly spoil?: Spoiling;
  /** DRESSED with sections' names, rows' letters and a stage; BARE unless told. */
  readonly house?: 'BARE' | 'DRESSED';
}

const withPage = useHarnessPages();

function withLevels(options: Options, act: (page: Page) => Promise<void>): Promise<void> {
  const { seats = 5000, theme = 'LEVEL', spoil = 'NOTHING', house = 'BARE', pixelRatio = 1 } = options;
  const query = new URLSearchParams({ seats: String(seats), theme, spoil, house });
  return withPage(
    {
      path: `levels.html?${query.toString()}`,
      context: { viewport: { width: 940, height: 680 }, deviceScaleFactor: pixelRatio },
    },
    async (page) => {
      await page.waitForFunction(() => window.levels?.layer.isAtRest());
      await act(page);
    },
  );
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.levels.layer.isAtRest());
}

async function show(page: Page, radiusDevicePx: number): Promise<void> {
  await page.evaluate((radius) => window.levels.show(radius), radiusDevicePx);
  await settled(page);
}

function radiusOf(page: Page): Promise<number> {
  return page.evaluate(() => window.levels.layer.placeOf(0).radius);
}

async function pan(page: Page, dx: number, dy: number): Promise<void> {
  await page.evaluate(([x, y]) => window.levels.layer.panBy(x!, y!), [dx, dy]);
  await settled(page);
}

/**
 * Compares with the slow renderer: the seats in the window whose own colour is not at their place, and the pixels that
 * one of the two covers wholly and the other does not cover by half. Edges may lie a quarter of a pixel elsewhere.
 */
function differences(page: Page): Promise<{ inWindow: number; missing: number[]; pixelsOff: number }> {
  return page.evaluate(() => {
    const drawn = window.levels.pixels();
    const slow = window.levels.slowly();
    const { width, height, data } = drawn;
    const missing: number[] = [];
    let inWindow = 0;
    for (const { ordinal, x, y, radius } of window.levels.seats()) {
      // Wheelchairs stand in the middle, then numbers: look beside them, and below.
      const beside = radius < 6 ? [0, 0] : radius < 9 ? [-0.72, 0] : [-0.62, 0.55];
      const [atX, atY] = [Math.floor(x + radius * beside[0]!), Math.floor(y + radius * beside[1]!)];
      if (atX < 1 || atY < 1 || atX > width - 2 || atY > height - 2) continue;
      inWindow += 1;
      const at = (atY * width + atX) * 4;
      const expected = (slow.data[at]! << 16) | (slow.data[at + 1]! << 8) | slow.data[at + 2]!;
      const found = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
      if (expected !== ordinal + 1 || found !== ordinal + 1) missing.push(ordinal);
    }
    let pixelsOff = 0;
    for (let at = 3; at < data.length; at += 4) {
      if ((slow.data[at]! > 250 && data[at]! < 120) || (slow.data[at]! < 5 && data[at]! > 135)) pixelsOff += 1;
    }
    return { inWindow, missing, pixelsOff };
  });
}

/**
 * Pixels that painting the same view anew would change. A few shades are the canvas's own: where on its sheet a mask is
 * painted, it smooths a little differently.
 */
function pixelsStale(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const SHADES = 40;
    const before = window.levels.pixels().data;
    const after = (await window.levels.paintedAnew()).data;
    const onWhite = (data: Uint8ClampedArray, at: number, channel: number) =>
      255 + ((data[at + channel]! - 255) * data[at + 3]!) / 255;
    let stale = 0;
    for (let at = 0; at < before.length; at += 4) {
      const differs = [0, 1, 2].some((rgb) => Math.abs(onWhite(before, at, rgb) - onWhite(after, at, rgb)) > SHADES);
      if (differs) stale += 1;
    }
    return stale;
  });
}

/** Radii in device pixels: small discs, discs, marks, numbers, numbers with letters. */
const DISCS = [2, 3.3, 5, 7, 10, 14, 30];

describe.each([1, 1.5, 2])('at %s device pixels a pixel', (pixelRatio) => {
  test('every seat is at its place in its own colour at every level, and nothing else is', async () => {
    await withLevels({ theme: 'IDENTITY', pixelRatio }, async (page) => {
      for (const radius of DISCS) {
        await show(page, radius);
        const { inWindow, missing, pixelsOff } = await differences(page);
        expect({ radius, missing, pixelsOff }).toEqual({ radius, missing: [], pixelsOff: 0 });
        expect(inWindow).toBeGreaterThan(20);
      }
    });
  });

  test.each(['BARE', 'DRESSED'] as const)(
    'after pans, changes and filters every level is as if painted anew, %s',
    async (house) => {
      await withLevels({ pixelRatio, house, seats: 30_000 }, async (page) => {
        await page.evaluate(() => document.fonts.ready);
        for (const [step, radius] of [1.05, 1.4, ...DISCS].entries()) {
          await show(page, radius);
          expect((await radiusOf(page)) * pixelRatio).toBeCloseTo(radius);
          for (const [dx, dy] of [
            [13, -7],
            [-200.4, 31.7],
            [0, 90],
          ] as const) {
            await pan(page, dx, dy);
          }
          await changeSeats(page, step);
          expect({ radius, stale: await pixelsStale(page) }).toEqual({ radius, stale: 0 });
          await page.evaluate(() => window.levels.layer.setFilter({ styles: new Set(['SOLD', 'LEVEL:0']) }));
          await pan(page, -21, 40);
          expect({ radius, filtered: await pixelsStale(page) }).toEqual({ radius, filtered: 0 });
          await page.evaluate(() => window.levels.layer.setFilter(null));
          await settled(page);
        }
      });
    },
  );
});

/** Gives a thousand seats all over the house other states, in five deltas within one frame and a pan. */
async function changeSeats(page: Page, step: number): Promise<void> {
  await page.evaluate((first) => {
    const { store, columns } = window.levels;
    for (let i = 0; i < 5; i += 1) {
      const ordinals = Array.from({ length: 200 }, (_, at) => (at * 7919 + i * 104_729 + first) % columns.count);
      const status = ordinals.map((_, at) => (at + i) % 5);
      store.apply({ sequence: store.states().sequence + 1, ordinals, status });
    }
    window.levels.layer.panBy(5, 3);
  }, step);
  await settled(page);
}

/** Far out: pixels whose colour is not that of a seat which stands there and is to be seen before all others there. */
function farPixelsOff(page: Page): Promise<{ covered: number; off: number; strange: number }> {
  return page.evaluate(() => {
    const { width, height, data } = window.levels.pixels();
    const SEEN_FIRST = ['SOLID', 'LETTER', 'HALF', 'HATCH', 'DASHED', 'HOLLOW', 'CROSS', 'SMALL'];
    const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    const colorOf = ({ fill, stroke }: { fill: string | null; stroke: string | null }) => {
      const [a, b] = [channels(fill ?? stroke!), channels(stroke ?? fill!)];
      return fill === null || stroke === null ? a : a.map((channel, i) => channel + (b[i]! - channel) * 0.6);
    };
    const onPixel = new Map<number, { rank: number; colors: number[][] }>();
    for (const { square, style } of window.levels.seats()) {
      const { left, top, side } = square;
      const rank = SEEN_FIRST.indexOf(style.mark);
      for (let at = 0; at < side * side; at += 1) {
        const [column, row] = [left + (at % side), top + Math.floor(at / side)];
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
        const held = onPixel.get(row * width + column);
        if (held === undefined || rank < held.rank)
          onPixel.set(row * width + column, { rank, colors: [colorOf(style)] });
        else if (rank === held.rank) held.colors.push(colorOf(style));
      }
    }
    let off = 0;
    let strange = 0;
    for (let at = 0; at < width * height; at += 1) {
      const seats = onPixel.get(at);
      const found = data.subarray(at * 4, at * 4 + 4);
      if (seats === undefined) strange += found[3]! > 60 ? 1 : 0;
      else if (!seats.colors.some((color) => color.every((each, i) => Math.abs(each - found[i]!) <= 2))) off += 1;
    }
    return { covered: onPixel.size, off, strange };
  });
}

describe('where several seats share a pixel', () => {
  test.each([1, 1.5, 2])('the one a clerk looks for is seen, at %s device pixels a pixel', async (pixelRatio) => {
    await withLevels({ seats: 100_000, pixelRatio }, async (page) => {
      for (const radius of [0.6, 1, 1.5]) {
        await show(page, radius);
        expect((await radiusOf(page)) * pixelRatio).toBeCloseTo(radius);
        const { covered, off, strange } = await farPixelsOff(page);
        expect({ radius, off, strange }).toEqual({ radius, off: 0, strange: 0 });
        expect(covered).toBeGreaterThan(1000);
      }
    });
  });
});

describe('a house as a broken import may leave it', () => {
  test.each<Spoiling>(['NOWHERE', 'ONE_PLACE', 'STRAYS', 'NO_RADIUS', 'GIANT_RADIUS', 'ANY_RADIUS', 'LONG_LABELS'])(
    '%s is drawn at every level, and stays as if painted anew',
    async (spoiling) => {
      await withLevels({ spoil: spoiling }, async (page) => {
        for (const radius of [1.2, 3, 7, 14]) {
          await show(page, radius);
          await pan(page, 31, -17);
          await page.evaluate(() => {
            const { store } = window.levels;
            const ordinals = [0, 1, 2, 50, 51, 100, 2500];
            store.apply({ sequence: store.states().sequence + 1, ordinals, status: [4, 0, 3, 2, 1, 4, 0] });
          });
          await settled(page);
          expect({ radius, stale: await pixelsStale(page) }).toEqual({ radius, stale: 0 });
        }
      });
    },
  );

  test('a seat a million units away does not make a dot of the house, and is still reached', async () => {
    await withLevels({ spoil: 'STRAYS' }, async (page) => {
      const place = () =>
        page.evaluate(() => {
          const { layer } = window.levels;
          const inside = (seat: number) => {
            const { x, y } = layer.placeOf(seat);
            return x >= 0 && y >= 0 && x <= layer.window().width && y <= layer.window().height;
          };
          return { radius: layer.placeOf(1).radius, sees: inside(1), seesStray: inside(0) };
        });
      expect(await place()).toEqual({ radius: expect.any(Number), sees: true, seesStray: false });
      expect((await place()).radius).toBeGreaterThan(1);
      await page.evaluate(() => window.levels.layer.reveal(0));
      await settled(page);
      expect(await place()).toMatchObject({ sees: false, seesStray: true });
    });
  });

  test('no seats at all, and 300,000 of them', async () => {
    await withLevels({ seats: 0 }, async (page) => {
      await page.evaluate(() => window.levels.layer.zoomBy(2));
      await settled(page);
      expect(await pixelsStale(page)).toBe(0);
    });
    await withLevels({ seats: 300_000 }, async (page) => {
      for (const radius of [0.4, 2, 12]) {
        await show(page, radius);
        await pan(page, 40, 11);
        expect({ radius, stale: await pixelsStale(page) }).toEqual({ radius, stale: 0 });
      }
    });
  });
});
