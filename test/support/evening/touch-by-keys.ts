/** A keyboard and no mouse: no pointer is ever moved and nothing is clicked. */
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { PATIENCE_MS, pinDialog, quantityOf, signInHeading, waitUntilReady, type Pieces, type Touch } from './touch.ts';

export function touchByKeys(page: Page): Touch {
  const press = (key: string) => page.keyboard.press(key);
  const type = (words: string) => page.keyboard.type(words);
  return {
    page,
    presses: async (button, key) => {
      await waitUntilReady(button);
      if (key === undefined) await tabTo(page, button);
      await press(key ?? 'Enter');
    },
    writes: async (field, words) => {
      await tabTo(page, field);
      await press('ControlOrMeta+a');
      await type(words);
    },
    ticks: async (box) => {
      await tabTo(page, box);
      await press('Space');
    },
    takes: async (entry) => {
      await entry.waitFor();
      await press('Home');
      await walkTo(page, entry, 'ArrowDown');
      await press('Enter');
    },
    selects: (row) => walkToRow(page, row),
    opens: async (row) => {
      await walkToRow(page, row);
      await press('Enter');
    },
    signsIn: async (name, pin) => {
      await signInHeading(page).waitFor();
      await page.getByRole('option', { name }).waitFor();
      await type(name.split(' ')[0]!);
      await page.getByRole('heading', { name }).waitFor();
      await type(pin);
      await press('Enter');
      await signInHeading(page).waitFor({ state: 'hidden' });
    },
    isAllowedBy: async (name, pin) => {
      const dialog = pinDialog(page);
      const option = dialog.getByRole('option', { name });
      await option.waitFor();
      while ((await option.getAttribute('aria-selected')) !== 'true') await press('ArrowDown');
      await type(pin);
      await press('Enter');
      await expect(dialog).toBeHidden({ timeout: PATIENCE_MS });
    },
    counts: (label, pieces) => countSheet(page, label, pieces),
    choosesSeat: (card, says) => walkToSeat(page, card, says),
    leavesMap: () => press('Escape'),
    asksForBest: async (count) => {
      const digits = String(count);
      for (let end = 1; end <= digits.length; end += 1) {
        await press(digits[end - 1]!);
        await expect(quantityOf(page)).toContainText(digits.slice(0, end));
      }
      await press('Enter');
    },
    gives: async (amount) => {
      await type(amount);
      await press('Enter');
    },
  };
}

/** More stops than any screen has. */
const MOST_STOPS = 200;

/** Presses Tab, or Shift+Tab where that is the way, until the keyboard is there or inside of it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const way = await target.evaluate((element) => {
      const { activeElement: at } = document;
      if (at === null || element.contains(at)) return at === null ? 'Tab' : null;
      const isBefore = (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      return isBefore && at !== document.body && !at.contains(element) ? 'Shift+Tab' : 'Tab';
    });
    if (way === null) return;
    await page.keyboard.press(way);
  }
  throw new Error(`no way by Tab to ${String(target)}`);
}

/** Presses an arrow until the keyboard stands on one of a list. */
async function walkTo(page: Page, target: Locator, arrow: string): Promise<void> {
  await expect(async () => {
    // A list under a box is walked while the box keeps the keyboard.
    const isThere = await target.evaluate(
      (element) => element.contains(document.activeElement) || element.hasAttribute('data-focused'),
    );
    if (isThere) return;
    await page.keyboard.press(arrow);
    throw new Error(`not yet at ${String(target)}`);
  }).toPass({ timeout: PATIENCE_MS, intervals: [10] });
}

async function walkToRow(page: Page, row: Locator): Promise<void> {
  await row.waitFor();
  await tabTo(page, page.getByRole('grid').filter({ has: row }));
  await page.keyboard.press('Home');
  await walkTo(page, row, 'ArrowDown');
}

/** Types pieces from the largest down; Enter walks, and after the last stands on the button. */
async function countSheet(page: Page, label: string, pieces: Pieces): Promise<void> {
  const fields = page.getByRole('group', { name: label }).getByRole('textbox');
  await expect(fields.first()).toBeFocused({ timeout: PATIENCE_MS });
  for (let index = 0, total = await fields.count(); index < total; index += 1) {
    const field = fields.nth(index);
    await expect(field).toBeFocused();
    const name = (await field.getAttribute('aria-label')) ?? '';
    const count = pieces[name.replace('How many of ', '')];
    if (count !== undefined) await page.keyboard.type(String(count));
    await page.keyboard.press('Enter');
  }
}

/** More rows than any of these maps has. */
const MOST_ROWS = 40;

/** Along each row, from the front of the house to its back. */
async function walkToSeat(page: Page, card: Locator, says: RegExp): Promise<string> {
  const map = page.getByRole('application');
  await tabTo(page, map);
  await expect(card).toBeVisible({ timeout: PATIENCE_MS });
  const press = async (key: string): Promise<boolean> => {
    const before = await card.innerText();
    await page.keyboard.press(key);
    return (await card.innerText()) !== before;
  };
  const isFound = async () => says.test(await card.innerText());
  const isInRow = async (): Promise<boolean> => {
    do if (await isFound()) return true;
    while (await press('ArrowRight'));
    await press('Home');
    return false;
  };
  const picked = async () => {
    const words = await card.innerText();
    await page.keyboard.press('Enter');
    return words;
  };
  if (await isInRow()) return picked();
  for (let row = 0; row < MOST_ROWS && (await press('ArrowUp')); row += 1);
  for (let row = 0; row < MOST_ROWS; row += 1) {
    if (await isInRow()) return picked();
    if (!(await press('ArrowDown'))) break;
  }
  throw new Error(`no seat on this map says ${says}`);
}
