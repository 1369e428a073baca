/** The seat map in a real browser, touched by mouse and by keyboard alike. */
import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { picks, placeOf, said, settled, useMapPages } from './support/seat-map-page.ts';

const withMap = useMapPages();

/** The ordinals of a row's seats, by section and row letter. */
function rowOf(page: Page, section: number, label: string): Promise<number[]> {
  return page.evaluate(
    ([wantedSection, wantedLabel]) => {
      const { columns } = window.harness;
      return [...Array(columns.count).keys()].filter(
        (i) => columns.section[i] === wantedSection && columns.rows[columns.row[i]!]!.label === wantedLabel,
      );
    },
    [section, label] as const,
  );
}

test('the number of Konva nodes does not grow with the seats', async () => {
  const counts: number[] = [];
  for (const seats of [300, 5000]) {
    await withMap({ seats }, async (page) => {
      counts.push(await page.evaluate(() => window.harness.layer!.stage.find(() => true).length));
    });
  }
  expect(counts).toEqual([4, 4]);
});

describe('by mouse', () => {
  test('a click picks the seat under the pointer, wherever it is', async () => {
    await withMap({}, async (page) => {
      const seats = [0, 137, 402, 815, 1199];
      for (const seat of seats) {
        const { x, y } = await placeOf(page, seat);
        await page.mouse.click(x, y);
      }
      expect(await picks(page)).toEqual(seats.map((seat) => ({ ordinals: [seat], how: 'SEAT' })));
    });
  });

  test('Shift and a click pick the run from the seat clicked before', async () => {
    await withMap({}, async (page) => {
      const row = await rowOf(page, 1, 'F');
      const [first, last] = [await placeOf(page, row[2]!), await placeOf(page, row[6]!)];
      await page.mouse.click(first.x, first.y);
      await page.keyboard.down('Shift');
      await page.mouse.click(last.x, last.y);
      await page.keyboard.up('Shift');
      expect((await picks(page)).at(-1)).toEqual({ ordinals: row.slice(2, 7), how: 'RUN' });
    });
  });

  test('a line drawn from a seat picks the seats it went through', async () => {
    await withMap({}, async (page) => {
      const row = await rowOf(page, 1, 'D');
      const places = await Promise.all(row.slice(1, 6).map((seat) => placeOf(page, seat)));
      await page.mouse.move(places[0]!.x, places[0]!.y);
      await page.mouse.down();
      for (const { x, y } of places) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
      expect(await picks(page)).toEqual([{ ordinals: row.slice(1, 6), how: 'LINE' }]);
    });
  });

  test('a lasso drawn with Alt picks the seats inside it', async () => {
    await withMap({}, async (page) => {
      const row = await rowOf(page, 0, 'M');
      const [left, right] = [await placeOf(page, row[0]!), await placeOf(page, row[3]!)];
      const outline = [
        [left.x - 6, left.y - 6],
        [right.x + 6, right.y - 6],
        [right.x + 6, right.y + 6],
        [left.x - 6, left.y + 6],
      ] as const;
      await page.keyboard.down('Alt');
      await page.mouse.move(...outline[0]);
      await page.mouse.down();
      for (const corner of outline) await page.mouse.move(...corner, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.up('Alt');
      expect(await picks(page)).toEqual([{ ordinals: row.slice(0, 4), how: 'LASSO' }]);
    });
  });

  test('the wheel zooms about the pointer, a drag on the ground pans, and what is picked is still what lies there', async () => {
    await withMap({}, async (page) => {
      const seat = 500;
      const before = await placeOf(page, seat);
      await page.mouse.move(before.x, before.y);
      await page.mouse.wheel(0, -600);
      await settled(page);
      const zoomed = await placeOf(page, seat);
      expect(zoomed.radius).toBeGreaterThan(before.radius * 2);
      // The browser gives a wheel's place in whole pixels, which zooming enlarges.
      expect(Math.hypot(zoomed.x - before.x, zoomed.y - before.y)).toBeLessThan(2.5);
      const ground = await page.evaluate(() => {
        const { layer } = window.harness;
        const { width, height } = layer!.window();
        for (let y = 40; y < height; y += 5) {
          for (let x = 40; x < width - 120; x += 5) if (layer!.seatAt({ x, y }) === -1) return { x, y: y + 48 };
        }
        throw new Error('no ground in sight');
      });
      await page.mouse.move(ground.x, ground.y);
      await page.mouse.down();
      await page.mouse.move(ground.x + 61, ground.y + 33, { steps: 5 });
      await page.mouse.up();
      const panned = await placeOf(page, seat);
      expect(panned.x - zoomed.x).toBeCloseTo(61);
      expect(panned.y - zoomed.y).toBeCloseTo(33);
      await page.mouse.click(panned.x, panned.y);
      expect(await picks(page)).toEqual([{ ordinals: [seat], how: 'SEAT' }]);
    });
  });

  test('with space a drag pans even from a seat, and letting space go picks nothing', async () => {
    await withMap({}, async (page) => {
      const before = await placeOf(page, 500);
      await page.mouse.click(before.x, before.y);
      await page.keyboard.down('Space');
      await page.mouse.move(before.x, before.y);
      await page.mouse.down();
      await page.mouse.move(before.x + 50, before.y + 20, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.up('Space');
      const after = await placeOf(page, 500);
      expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([50, 20]);
      expect(await picks(page)).toEqual([{ ordinals: [500], how: 'SEAT' }]);
    });
  });

  test('a double click on the ground goes into the section there, and back', async () => {
    await withMap({}, async (page) => {
      const row = await rowOf(page, 3, 'A');
      const [seat, next] = [await placeOf(page, row[20]!), await placeOf(page, row[21]!)];
      const between = [(seat.x + next.x) / 2, seat.y - seat.radius * 2] as const;
      await page.mouse.dblclick(...between);
      await settled(page);
      const shown = await page.evaluate((seats) => {
        const { layer } = window.harness;
        const { width } = layer!.window();
        return seats.map((each) => layer!.placeOf(each).x / width);
      }, row);
      expect(Math.min(...shown)).toBeGreaterThan(0);
      expect(Math.max(...shown)).toBeLessThan(1);
      expect((await placeOf(page, row[20]!)).radius).toBeGreaterThan(seat.radius);
      expect(await picks(page)).toEqual([]);
      await page.mouse.dblclick(20, 60);
      expect((await placeOf(page, row[20]!)).radius).toBeCloseTo(seat.radius);
    });
  });

  test('the card says what lies under the pointer, and goes when it leaves', async () => {
    await withMap({}, async (page) => {
      const row = await rowOf(page, 1, 'F');
      const { x, y } = await placeOf(page, row[0]!);
      await page.mouse.move(x, y);
      await expectPage(page.locator('.seat-card')).toContainText('Stalls, row F, seat');
      await page.mouse.move(5, 5);
      await expectPage(page.locator('.seat-card')).toHaveCount(0);
    });
  });

  test('the right button asks for the seat’s story', async () => {
    await withMap({}, async (page) => {
      const { x, y } = await placeOf(page, 321);
      await page.mouse.click(x, y, { button: 'right' });
      expect(await page.evaluate(() => window.harness.stories)).toEqual([321]);
      expect(await picks(page)).toEqual([]);
    });
  });

  test('the legend counts, and its chips show only what they name', async () => {
    await withMap({ states: 'evening' }, async (page) => {
      const sold = page.getByRole('button', { name: /^Sold, \d+ seats$/ });
      const count = await page.evaluate(() => {
        const { store } = window.harness;
        return store.states().status.filter((status) => status === 4).length;
      });
      await expectPage(sold).toHaveAccessibleName(`Sold, ${count} seats`);
      await expectPage(sold).toHaveAttribute('aria-pressed', 'false');
      await sold.click();
      await expectPage(sold).toHaveAttribute('aria-pressed', 'true');
      await page.evaluate(() =>
        window.harness.store.apply({ sequence: 9, ordinals: [0, 1], status: [4, 4], bits: [3, 3] }),
      );
      await expectPage(sold).toHaveAccessibleName(
        `Sold, ${await page.evaluate(() => window.harness.store.states().status.filter((status) => status === 4).length)} seats`,
      );
    });
  });
});

describe('by keyboard alone', () => {
  test('the map is reached by Tab, walked by arrows, says where one is, and picks with Enter and Space', async () => {
    await withMap({}, async (page) => {
      await page.keyboard.press('Tab');
      await expectPage(page.getByRole('application')).toBeFocused();
      await page.keyboard.press('Home');
      await expectPage(said(page)).toHaveText(/^Stalls.*, row \w+, seat \d+$/);
      const before = await said(page).textContent();
      await page.keyboard.press('ArrowRight');
      await expectPage(said(page)).not.toHaveText(before!);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      const [first, second] = await picks(page);
      expect([first!.how, second!.how]).toEqual(['SEAT', 'SEAT']);
      expect(first!.ordinals).not.toEqual(second!.ordinals);
    });
  });

  test('Shift and arrows pick a run, and the seat with the focus never leaves the window', async () => {
    await withMap({}, async (page) => {
      await page.keyboard.press('Tab');
      for (let i = 0; i < 6; i += 1) await page.keyboard.press('+');
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Home');
      await expectPage(said(page)).toHaveText(/^\d+ seats: /);
      await page.keyboard.press('Enter');
      const [run] = await picks(page);
      expect(run!.how).toBe('RUN');
      const rows = await page.evaluate((seats) => seats.map((seat) => window.harness.columns.row[seat]), run!.ordinals);
      expect(new Set(rows).size).toBe(1);
      const start = await placeOf(page, run!.ordinals[0]!);
      const box = (await page.getByRole('application').boundingBox())!;
      expect(start.x).toBeGreaterThan(box.x);
      expect(start.x).toBeLessThan(box.x + box.width);
      expect(start.y).toBeGreaterThan(box.y);
      expect(start.y).toBeLessThan(box.y + box.height);
    });
  });

  test('Tab goes on out of the map, to the legend', async () => {
    await withMap({}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expectPage(page.getByRole('button', { name: /^Premium/ })).toBeFocused();
    });
  });
});
