/** A mouse: everything is clicked, and typed only what has no button. */
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { PATIENCE_MS, pinDialog, quantityOf, signInHeading, type Pieces, type Touch } from './touch.ts';

export function touchByMouse(page: Page): Touch {
  const writes: Touch['writes'] = async (field, words) => {
    const isDate = (await field.getAttribute('type')) === 'date';
    // A date is typed from its first part on.
    await field.click(isDate ? { position: { x: 14, y: 14 } } : { clickCount: 3 });
    await page.keyboard.type(words);
  };
  return {
    page,
    writes,
    presses: (button) => button.click(),
    ticks: (box) => page.locator('label').filter({ has: box }).click(),
    takes: (entry) => entry.click(),
    selects: (row) => row.click(),
    opens: (row) => row.dblclick(),
    signsIn: async (name, pin) => {
      await signInHeading(page).waitFor();
      await page.getByRole('option', { name }).click();
      await page.getByRole('heading', { name }).waitFor();
      await clickPin(page.getByRole('region', { name: 'Sign in' }), pin);
      await signInHeading(page).waitFor({ state: 'hidden' });
    },
    isAllowedBy: async (name, pin) => {
      const dialog = pinDialog(page);
      await dialog.getByRole('option', { name }).click();
      await clickPin(dialog, pin);
      await expect(dialog).toBeHidden({ timeout: PATIENCE_MS });
    },
    counts: async (label, pieces) => {
      const sheet = page.getByRole('group', { name: label });
      await sheet.waitFor();
      for (const [value, count] of Object.entries<number>(pieces satisfies Pieces))
        await writes(sheet.getByRole('textbox', { name: `How many of ${value}`, exact: true }), String(count));
    },
    choosesSeat: (card, says) => clickSeat(page, card, says),
    leavesMap: () => Promise.resolve(),
    asksForBest: async (count) => {
      for (let asked = 1; asked <= count; asked += 1) {
        await page.getByRole('button', { name: 'One more', exact: true }).click();
        await expect(quantityOf(page)).toContainText(String(asked));
      }
      await page.locator('.sell-bar').getByRole('button', { name: 'Best' }).click();
    },
    gives: async (amount) => {
      await writes(page.getByRole('textbox', { name: 'Given in cash' }), amount);
      await page.locator('.sell-paying-foot').getByRole('button', { name: 'Finish' }).click();
    },
  };
}

async function clickPin(place: Locator, pin: string): Promise<void> {
  for (const digit of pin) await place.getByRole('button', { name: `Digit ${digit}`, exact: true }).click();
  await place.getByRole('button', { name: 'Enter', exact: true }).click();
}

/** Lines over the map, as parts of its height, from where seats most likely are. */
const LINES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.46, 0.54, 0.38, 0.62, 0.3, 0.7, 0.1, 0.9];
/** Smaller than a seat on any of these maps. */
const STEP_PX = 5;

/** Moves along lines over the map until the card beside the pointer says what is looked for, and clicks there. */
async function clickSeat(page: Page, card: Locator, says: RegExp): Promise<string> {
  const map = page.getByRole('application');
  await map.waitFor();
  const box = (await map.boundingBox())!;
  const words = async () => (await card.allInnerTexts()).join('\n');
  for (const line of LINES) {
    const y = box.y + box.height * line;
    for (let x = box.x + box.width * 0.05; x < box.x + box.width * 0.95; x += STEP_PX) {
      await page.mouse.move(x, y);
      if (!says.test(await words())) continue;
      await settled(page);
      const found = await words();
      if (!says.test(found)) continue;
      await page.mouse.click(x, y);
      return found;
    }
  }
  throw new Error(`no seat on this map says ${says}`);
}

/** Passes once what the pointer did is drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
