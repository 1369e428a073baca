/** What stands on the seat map and over it, in a real browser: floors, objects, the minimap, and who covers whom. */
import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { BALCONY_FLOOR, MAIN_FLOOR } from '../support/cabaret-house.ts';
import {
  focusMap,
  type MapOptions,
  minimap,
  picks,
  pixelsOf,
  placeOf,
  said,
  seatsOf,
  settled,
  useMapPages,
  viewOf,
} from './support/seat-map-page.ts';

const withMap = useMapPages();

describe('floors', () => {
  test('one floor shown alone is all that is drawn, found, walked and drawn around', async () => {
    await withMap({ house: 'cabaret', theme: 'IDENTITY' }, async (page) => {
      const balcony = await seatsOf(page, 'Balcony');
      await page.getByRole('button', { name: BALCONY_FLOOR }).click();
      await settled(page);
      const found = await page.evaluate(() => {
        const { layer, columns } = window.harness;
        const { width, height } = layer!.window();
        const all = [
          [-1e5, -1e5],
          [1e5, -1e5],
          [1e5, 1e5],
          [-1e5, 1e5],
        ].map(([x, y]) => ({ x: x!, y: y! }));
        const hit = new Set<number>();
        for (let y = 0; y < height; y += 3) for (let x = 0; x < width; x += 3) hit.add(layer!.seatAt({ x, y }));
        hit.delete(-1);
        const canvas = document.querySelector('canvas')!;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        const drawn = Array.from({ length: columns.count }, (_, seat) => seat).filter((seat) => {
          const place = layer!.placeOf(seat);
          // Numbers stand in the middle.
          const [x, y] = [Math.floor(place.x), Math.floor(place.y - place.radius * 0.6)];
          if (x < 0 || y < 0 || x >= width || y >= height) return false;
          const at = (y * canvas.width + x) * 4;
          return ((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!) === seat + 1;
        });
        const sorted = (seats: Iterable<number>) => [...seats].sort((a, b) => a - b);
        return { inside: layer!.seatsInside(all), hit: sorted(hit), drawn };
      });
      expect(found).toEqual({ inside: balcony, hit: balcony, drawn: balcony });
      await focusMap(page);
      for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'PageDown', 'PageDown', 'End'])
        await page.keyboard.press(key);
      await expectPage(said(page)).toHaveText(/^Balcony, row A, seat 20$/);
    });
  });

  test('by keyboard the floors go round, are said, and the buttons follow', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const floor = (name: string) => page.getByRole('button', { name, exact: true });
      await focusMap(page);
      await page.keyboard.press('Shift+PageDown');
      await expectPage(said(page)).toHaveText(new RegExp(`^${MAIN_FLOOR}\\. `));
      await expectPage(floor(MAIN_FLOOR)).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('Shift+PageDown');
      await expectPage(said(page)).toHaveText(/^Balcony\. Balcony, row/);
      await page.keyboard.press('Shift+PageDown');
      await expectPage(floor('All floors')).toHaveAttribute('aria-pressed', 'true');
    });
  });

  test('a seat on a floor that is not shown is brought there when it is to be shown', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      await page.getByRole('button', { name: MAIN_FLOOR }).click();
      const [seat] = await seatsOf(page, 'Balcony');
      await page.evaluate((ordinal) => window.harness.layer!.reveal(ordinal), seat!);
      await expectPage(page.getByRole('button', { name: BALCONY_FLOOR })).toHaveAttribute('aria-pressed', 'true');
    });
  });

  test('a house of one floor has no buttons for it', async () => {
    await withMap({}, async (page) => {
      await expectPage(page.getByRole('group', { name: 'Floors' })).toHaveCount(0);
    });
  });
});

describe('objects', () => {
  /** Between the picture's two browns, half over the ground. */
  const PARQUET = [191, 170, 150] as const;

  test('a picture is drawn once it is decoded, and a broken one leaves the map whole', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      await expect.poll(() => pixelsOf(page, PARQUET)).toBeGreaterThan(100);
    });
    await withMap({ house: 'cabaret', picture: 'broken' }, async (page) => {
      expect(await pixelsOf(page, PARQUET)).toBeLessThan(50);
      const seat = await placeOf(page, 0);
      await page.mouse.click(seat.x, seat.y);
      expect(await picks(page)).toEqual([{ ordinals: [0], how: 'SEAT' }]);
    });
  });

  test('areas are drawn in their category’s tint, and go with their floor', async () => {
    const TINT = [229, 221, 240] as const;
    await withMap({ house: 'cabaret' }, async (page) => {
      expect(await pixelsOf(page, TINT)).toBeGreaterThan(3000);
      await page.getByRole('button', { name: BALCONY_FLOOR }).click();
      await settled(page);
      // Smoothed edges of other colours come near it here and there.
      expect(await pixelsOf(page, TINT)).toBeLessThan(100);
    });
  });
});

describe('the minimap', () => {
  test('comes when a part of the map is out of sight, shows which, and takes the view where it is clicked and dragged', async () => {
    await withMap({}, async (page) => {
      await expectPage(minimap(page)).toBeHidden();
      await page.evaluate(() => window.harness.layer!.zoomBy(8));
      await expectPage(minimap(page)).toBeVisible();
      const box = (await minimap(page).boundingBox())!;
      const rectangle = minimap(page).locator('div');
      const middle = async () => {
        const { x, y, width, height } = (await rectangle.boundingBox())!;
        return { x: x + width / 2, y: y + height / 2 };
      };
      const target = { x: box.x + box.width * 0.3, y: box.y + box.height * 0.7 };
      await page.mouse.click(target.x, target.y);
      await settled(page);
      await expect.poll(async () => Math.abs((await middle()).x - target.x)).toBeLessThan(2);
      expect(Math.abs((await middle()).y - target.y)).toBeLessThan(2);
      const before = await viewOf(page);
      await page.mouse.move(target.x + 3, target.y + 2);
      await page.mouse.down();
      await page.mouse.move(target.x + 23, target.y + 2, { steps: 5 });
      await page.mouse.up();
      await settled(page);
      const after = await viewOf(page);
      expect(after.x).toBeLessThan(before.x);
      expect(after.y).toBeCloseTo(before.y);
      await expect.poll(async () => Math.abs((await middle()).x - (target.x + 20))).toBeLessThan(2);
      expect(await picks(page)).toEqual([]);
    });
  });

  test('is painted once for a burst of changes, and not while the map is moved', async () => {
    await withMap({}, async (page) => {
      await page.evaluate(() => window.harness.layer!.zoomBy(4));
      await expectPage(minimap(page)).toBeVisible();
      const paintings = await page.evaluate(async () => {
        const { layer, store } = window.harness;
        const { drawOverview } = layer!;
        let count = 0;
        Object.assign(layer!, {
          drawOverview: (...args: Parameters<typeof drawOverview>) => {
            count += 1;
            return drawOverview(...args);
          },
        });
        const frame = () => new Promise<void>((resolve) => layer!.onFrame(resolve));
        const counts: number[] = [];
        for (let i = 0; i < 10; i += 1) {
          layer!.panBy(-9, 4);
          await frame();
        }
        counts.push(count);
        for (let i = 0; i < 40; i += 1) store.apply({ sequence: 2 + i, ordinals: [i, i + 40], status: [4, 4] });
        while (count === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
        layer!.panBy(3, 3);
        await frame();
        counts.push(count);
        return counts;
      });
      expect(paintings).toEqual([0, 1]);
    });
  });
});

describe('what stands over the map', () => {
  const SIZES: readonly MapOptions[] = [
    { width: 1366, height: 768, basket: '380px' },
    { width: 1366, height: 768, basket: '380px', text: '200%' },
    { width: 760, height: 520 },
    { width: 683, height: 384, basket: '160px' },
    { width: 560, height: 420, text: '200%' },
  ];
  test.each(SIZES)('is never over another: %j', async (size) => {
    await withMap({ house: 'cabaret', ...size }, async (page) => {
      await page.evaluate(() => window.harness.layer!.zoomBy(3));
      await settled(page);
      const map = (await page.getByRole('application').boundingBox())!;
      for (const [across, down] of [
        [0.06, 0.1],
        [0.5, 0.5],
        [0.94, 0.9],
        [0.1, 0.92],
      ] as const) {
        // A seat comes under the pointer wherever it points: the map moves there.
        const at = { x: map.x + map.width * across, y: map.y + map.height * down };
        const covered = await page.evaluate(
          ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-over-map]') !== null,
          at,
        );
        if (covered) continue;
        const seat = await placeOf(page, 30);
        await page.evaluate(([dx, dy]) => window.harness.layer!.panBy(dx, dy), [at.x - seat.x, at.y - seat.y] as const);
        await page.mouse.move(at.x, at.y);
        await expectPage(page.locator('[data-over-map=card]')).toBeVisible();
        await settled(page);
        expect(await overlapsOver(page)).toEqual([]);
      }
    });
  });

  /** Pairs of things over the map that cover each other, and things that reach out of it. */
  function overlapsOver(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const map = document.querySelector('[role=application]')!.getBoundingClientRect();
      const boxes = [...document.querySelectorAll<HTMLElement>('[data-over-map]')]
        .map((element) => ({ name: element.dataset['overMap']!, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      const faults = boxes.flatMap(({ name, box }, i) =>
        boxes
          .slice(i + 1)
          .filter(
            ({ box: other }) =>
              box.right > other.left && box.left < other.right && box.bottom > other.top && box.top < other.bottom,
          )
          .map((other) => `${name} over ${other.name}`),
      );
      const out = boxes.filter(
        ({ box }) => box.left < map.left || box.top < map.top || box.right > map.right || box.bottom > map.bottom,
      );
      return [...faults, ...out.map(({ name }) => `${name} out of the map`)];
    });
  }
});

describe('seats found elsewhere', () => {
  test('are gone to when they are too small or out of sight, and left where they are when they can be seen', async () => {
    await withMap({ seats: 60_000 }, async (page) => {
      const seats = [9000, 9001, 9002];
      const lead = () => page.evaluate((ordinals) => window.harness.layer!.lead(ordinals), seats);
      expect((await placeOf(page, 9001)).radius).toBeLessThan(2);
      await lead();
      await settled(page);
      const { width, height } = page.viewportSize()!;
      for (const seat of seats) {
        const { x, y, radius } = await placeOf(page, seat);
        expect(radius).toBeGreaterThan(9);
        expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
      }
      await page.evaluate(() => window.harness.layer!.panBy(60, -30));
      const before = await viewOf(page);
      await lead();
      expect(await viewOf(page)).toEqual(before);
      await page.evaluate(() => window.harness.layer!.panBy(4000, 0));
      await lead();
      expect((await placeOf(page, 9001)).x).toBeLessThan(width);
    });
  });
});
