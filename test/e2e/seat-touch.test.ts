/** Touching the seat map in a real browser: rows and sections whole, blocks, the view, by mouse, finger and key. */
import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import {
  focusMap,
  ground,
  nameOf,
  picks,
  placeOf,
  said,
  seatsOf,
  settled,
  useMapPages,
  viewOf,
} from './support/seat-map-page.ts';

const withMap = useMapPages();

describe('rows and sections whole', () => {
  test('a click on a row’s letter picks the row, which it shows first and says', async () => {
    await withMap({}, async (page) => {
      const row = await seatsOf(page, 'Circle', 'A');
      const letter = await nameOf(page, 'ROW', row);
      await page.mouse.move(letter.x, letter.y);
      await expectPage(page.getByRole('application')).toHaveCSS('cursor', 'pointer');
      await page.mouse.click(letter.x, letter.y);
      expect(await picks(page)).toEqual([{ ordinals: row, how: 'ROW' }]);
      await expectPage(said(page)).toHaveText(new RegExp(`^The whole row, ${row.length} seats: Circle, row A`));
    });
  });

  test('a click on a section’s name picks the section, a drag from it pans', async () => {
    await withMap({}, async (page) => {
      const section = await seatsOf(page, 'Stalls');
      const name = await nameOf(page, 'SECTION', section);
      await page.mouse.click(name.x, name.y);
      expect(await picks(page)).toEqual([{ ordinals: section, how: 'SECTION' }]);
      const before = await viewOf(page);
      await page.mouse.move(name.x, name.y);
      await page.mouse.down();
      await page.mouse.move(name.x + 40, name.y + 12, { steps: 4 });
      await page.mouse.up();
      const after = await viewOf(page);
      expect([after.x - before.x, after.y - before.y]).toEqual([40, 12]);
      expect(await picks(page)).toHaveLength(1);
    });
  });

  test('far out a name lies over seats: it is what is clicked and pointed at, and no seat that nobody sees', async () => {
    await withMap({ seats: 50_000 }, async (page) => {
      const covered = await page.evaluate(() => {
        const { layer } = window.harness;
        const { left, top } = document.querySelector('[role=application]')!.getBoundingClientRect();
        const { width, height } = layer!.window();
        const { scale, x: originX, y: originY } = layer!.view();
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const seat = layer!.index.hit((x - originX) / scale, (y - originY) / scale);
            const named = layer!.namedAt({ x, y });
            if (seat !== -1 && named?.how === 'SECTION') return { x: x + left, y: y + top, section: named.ordinals };
          }
        }
        throw new Error('no name lies over a seat');
      });
      await page.mouse.move(covered.x, covered.y);
      await expectPage(page.locator('.seat-card')).toHaveCount(0);
      await page.mouse.click(covered.x, covered.y);
      expect(await picks(page)).toEqual([{ ordinals: covered.section, how: 'SECTION' }]);
    });
  });

  test('a click on a table picks its chairs, and a finger’s tap does the same', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const [first, fourth] = [await seatsOf(page, 'Cabaret', '1'), await seatsOf(page, 'Dinner tables', '4')];
      const [one, four] = [await nameOf(page, 'ROW', first), await nameOf(page, 'ROW', fourth)];
      await page.mouse.click(one.x, one.y);
      await page.touchscreen.tap(four.x, four.y);
      expect(await picks(page)).toEqual([
        { ordinals: first, how: 'ROW' },
        { ordinals: fourth, how: 'ROW' },
      ]);
      await expectPage(said(page)).toHaveText(/^The whole table, 8 seats/);
    });
  });

  test('Shift and a click do not run across an aisle', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const row = await seatsOf(page, 'Balcony', 'B');
      const [from, to] = [await placeOf(page, row[6]!), await placeOf(page, row[12]!)];
      await page.mouse.click(from.x, from.y);
      await page.keyboard.down('Shift');
      await page.mouse.click(to.x, to.y);
      await page.keyboard.up('Shift');
      expect((await picks(page)).at(-1)).toEqual({ ordinals: row.slice(10, 13), how: 'RUN' });
    });
  });

  test('Shift and a drag from the ground pick what the marquee holds', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const [a, b] = [await seatsOf(page, 'Balcony', 'A'), await seatsOf(page, 'Balcony', 'B')];
      const [from, to] = [await placeOf(page, a[12]!), await placeOf(page, b[15]!)];
      await page.keyboard.down('Shift');
      await page.mouse.move(from.x - from.radius - 3, from.y - from.radius - 8);
      await expectPage(page.getByRole('application')).toHaveCSS('cursor', 'crosshair');
      await page.mouse.down();
      await page.mouse.move(to.x + 5, to.y + 5, { steps: 5 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      expect(await picks(page)).toEqual([{ ordinals: [...a.slice(12, 16), ...b.slice(12, 16)], how: 'MARQUEE' }]);
    });
  });
});

describe('moving the view', () => {
  test('Shift and the wheel, and a wheel turned sideways, move the map sideways; the wheel alone zooms', async () => {
    await withMap({}, async (page) => {
      await page.evaluate(() => window.harness.layer!.zoomBy(3));
      const { x, y } = await ground(page);
      await page.mouse.move(x, y);
      const start = await viewOf(page);
      await page.keyboard.down('Shift');
      await page.mouse.wheel(0, 100);
      await page.keyboard.up('Shift');
      await page.waitForFunction((from) => window.harness.layer!.view().x !== from, start.x);
      const shifted = await viewOf(page);
      expect([shifted.scale, shifted.y]).toEqual([start.scale, start.y]);
      expect(shifted.x).toBeLessThan(start.x);
      await page.mouse.wheel(-60, 0);
      await page.waitForFunction((from) => window.harness.layer!.view().x !== from, shifted.x);
      expect((await viewOf(page)).x - shifted.x).toBeCloseTo(60);
      await page.mouse.wheel(0, -100);
      await page.waitForFunction((from) => window.harness.layer!.view().scale > from, start.scale);
    });
  });

  test('Ctrl and arrows move the map, Star goes into the section of the focus and back', async () => {
    await withMap({}, async (page) => {
      await focusMap(page);
      const fitted = await viewOf(page);
      const seat = (await seatsOf(page, 'Circle'))[10]!;
      const { x, y } = await placeOf(page, seat);
      await page.mouse.click(x, y);
      await page.keyboard.press('*');
      await settled(page);
      const inside = await viewOf(page);
      expect(inside.scale).toBeGreaterThan(fitted.scale);
      await page.keyboard.press('Control+ArrowRight');
      expect((await viewOf(page)).x).toBeLessThan(inside.x);
      await page.keyboard.press('*');
      expect(await viewOf(page)).toEqual(fitted);
    });
  });

  test('the cursor grabs the ground, and says so', async () => {
    await withMap({}, async (page) => {
      const map = page.getByRole('application');
      const { x, y } = await ground(page);
      await page.mouse.move(x, y);
      await expectPage(map).toHaveCSS('cursor', 'grab');
      await page.mouse.down();
      await page.mouse.move(x + 20, y, { steps: 3 });
      await expectPage(map).toHaveCSS('cursor', 'grabbing');
      await page.mouse.up();
      await page.keyboard.down('Alt');
      await expectPage(map).toHaveCSS('cursor', 'crosshair');
      await page.keyboard.up('Alt');
      await expectPage(map).toHaveCSS('cursor', 'grab');
    });
  });
});

describe('by keyboard alone', () => {
  test('Shift and arrows mark a block, which is said and picked', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const row = await seatsOf(page, 'Balcony', 'A');
      const next = await seatsOf(page, 'Balcony', 'B');
      await focusMap(page);
      const { x, y } = await placeOf(page, row[2]!);
      await page.mouse.click(x, y);
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`);
      await expectPage(said(page)).toHaveText('6 seats in 2 rows: Balcony, row A, seat 3 to Balcony, row B, seat 5');
      await page.keyboard.press('Enter');
      expect((await picks(page)).at(-1)).toEqual({
        ordinals: [...row.slice(2, 5), ...next.slice(2, 5)],
        how: 'BLOCK',
      });
    });
  });

  test('Shift with Space marks the row and Ctrl with A the section; Escape drops them', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const [row, section] = [await seatsOf(page, 'Balcony', 'A'), await seatsOf(page, 'Balcony')];
      const { x, y } = await placeOf(page, row[2]!);
      await page.mouse.click(x, y);
      await page.keyboard.press('Shift+Space');
      await expectPage(said(page)).toHaveText(/^The whole row, 20 seats: Balcony, row A, seat 1 to/);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+a');
      await expectPage(said(page)).toHaveText(/^The whole section, 60 seats/);
      expect(await picks(page)).toHaveLength(1);
      await page.keyboard.press('Enter');
      expect((await picks(page)).at(-1)).toEqual({ ordinals: section, how: 'SECTION' });
    });
  });

  test('what the picture says of areas is said beside it', async () => {
    await withMap({ house: 'cabaret' }, async (page) => {
      const map = page.getByRole('application');
      await expectPage(map).toHaveAccessibleDescription(/Areas without seats: Standing, capacity 120; Balcony bar/);
      await page.evaluate(() => window.harness.setAreaFree(new Map([['pit', 37]])));
      await expectPage(map).toHaveAccessibleDescription(/Standing, 37 of 120 free; Balcony bar, capacity 40/);
    });
  });
});
