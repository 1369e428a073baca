/** Maps that glide on when a drag is let go: a choice of the PC, taken in the program and felt on its maps. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openCounter, type CounterWindow } from './support/sell/counter.ts';
import { settled, useMapPages, viewOf } from './support/seat-map-page.ts';

/**
 * Throws the map by hand, with space, which drags from anywhere. Move and release are sent together: an answer waited for
 * between them would be a hand that rests, on a busy machine.
 */
async function throwMap(page: Page, from: { readonly x: number; readonly y: number }, across: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number) =>
    browser.send('Input.dispatchMouseEvent', { type, x, y: from.y, button: 'left', buttons: 1, clickCount: 1 });
  await page.mouse.move(from.x, from.y);
  await page.keyboard.down('Space');
  await mouse('mousePressed', from.x);
  await Promise.all([mouse('mouseMoved', from.x + across), mouse('mouseReleased', from.x + across)]);
  await page.keyboard.up('Space');
}

/** As long as any glide goes on: no frame of the next second moves the map. */
async function untilItStands(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let still = 0, last = ''; still < 60;) {
      await new Promise(requestAnimationFrame);
      const now = JSON.stringify(window.harness.layer!.view());
      still = now === last ? still + 1 : 0;
      last = now;
    }
  });
}

describe('a map by itself', () => {
  const withMap = useMapPages();
  const middle = { x: 500, y: 400 };

  test.each([
    ['glides on when the PC is set to it', { glides: 'yes' }, 'no-preference', true],
    ['stays where it is let go when it is not', {}, 'no-preference', false],
    ['stays when the system asks for less motion', { glides: 'yes' }, 'reduce', false],
  ] as const)('%s', async (_, options, reducedMotion, isGliding) => {
    await withMap(options, async (page) => {
      await page.emulateMedia({ reducedMotion });
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.wheel(0, -900);
      await page.locator('[role=application]').focus();
      await settled(page);
      const before = await viewOf(page);
      await throwMap(page, middle, 120);
      await untilItStands(page);
      const after = await viewOf(page);
      expect(Math.round(after.y)).toBe(Math.round(before.y));
      if (isGliding) expect(after.x - before.x).toBeGreaterThan(150);
      else expect(after.x - before.x).toBeCloseTo(120);
    });
  });
});

describe('in the program', () => {
  let counter: CounterWindow;
  beforeAll(async () => {
    counter = await openCounter();
    await counter.signIn(/Max/, '2000');
  });
  afterAll(() => counter?.close());

  const card = () => counter.page.locator('.sell-card-head strong');

  test('a manager chooses it in Settings, and it is felt at the counter', async () => {
    const { page } = counter;
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('button', { name: 'This PC' }).click();
    await page.getByText('The map glides on when a drag is let go').click();
    await counter.shot('glide-setting');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sell', exact: true }).click();
    await page.getByRole('application').waitFor();
    const seat = await counter.findSeat();
    await page.mouse.wheel(0, -900);
    await page.getByRole('application').focus();
    await expect(card()).toHaveText(seat.name);
    await throwMap(page, seat, 150);
    /** How far right of where it was picked up the seat is found; 0 when not well beyond where the hand let it go. */
    const wentFurther = async () => {
      for (let across = 220; across < 600; across += 6) {
        await page.mouse.move(seat.x + across, seat.y);
        if ((await card().count()) > 0 && (await card().textContent()) === seat.name) return across;
      }
      return 0;
    };
    await expect.poll(wentFurther, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(counter.complaints).toEqual([]);
  });
});
