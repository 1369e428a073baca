/** The primitives and the frame in a real browser, by keyboard. */
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, serveDevelopment, type ServedPages } from '../support/ui-browser.ts';

const SHOTS = new URL('../../test-output/screens/', import.meta.url).pathname;
let browser: Browser;
let pages: ServedPages;
let page: Page;
const faults: string[] = [];

async function open(hash: string): Promise<void> {
  await page.goto(`${pages.url}#${hash}`);
  await page.reload();
  await page.locator('#root > *').first().waitFor();
}

function said(name: string) {
  return page.getByTestId(name).textContent();
}

beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true });
  pages = await serveDevelopment();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
});

beforeEach(() => {
  faults.length = 0;
});

afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

describe('the primitives by keyboard', () => {
  beforeAll(async () => open('gallery'));

  it('says the key of a control to who cannot see it', async () => {
    const keyOf = (name: string) => page.getByRole('button', { name, exact: true }).getAttribute('aria-keyshortcuts');
    expect(await keyOf('Pay 180.00')).toBe('Enter');
    expect(await keyOf('Change seats')).toBe('X');
    expect(await keyOf('Lock')).toBe('Control+L');
    expect(await keyOf('Zoom in')).toBe('Plus');
    expect(await keyOf('Aisle')).toBe('A');
    expect(faults).toEqual([]);
  });

  it('presses a button with Enter and Space, and not one that cannot be pressed now', async () => {
    await page.getByRole('button', { name: 'Pay 180.00' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    expect(await said('pressed')).toBe('2');
    const refused = page.getByRole('button', { name: 'Change seats' });
    await page.keyboard.press('Tab');
    await refused.focus();
    await page.getByRole('tooltip').getByText('Choose seats first.').waitFor();
    expect(await refused.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await said('pressed')).toBe('2');
    expect(faults).toEqual([]);
  });

  it('chooses from a list by its first letters, and from many by typing', async () => {
    await page.getByRole('button', { name: /Standard Price level/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('pr');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Premium Price level/ }).waitFor();
    await page.getByRole('combobox', { name: 'Section' }).focus();
    await page.keyboard.type('restr');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'Section' }).inputValue()).toBe('Restricted view');
  });

  it('steps numbers, ticks boxes, turns switches and tabs', async () => {
    const seats = page.getByRole('textbox', { name: 'Seats' });
    await seats.focus();
    await page.keyboard.press('ArrowUp');
    expect(await seats.inputValue()).toBe('5');
    const receipt = page.getByRole('checkbox', { name: 'Print a receipt' });
    await receipt.focus();
    await page.keyboard.press('Space');
    expect(await receipt.isChecked()).toBe(false);
    const training = page.getByRole('switch', { name: 'Training' });
    await training.focus();
    await page.keyboard.press('Space');
    expect(await training.isChecked()).toBe(true);
    await page.getByRole('tab', { name: /Tickets/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('180.00 in cash', { exact: true }).waitFor();
  });

  it('keeps an amount as minor units, says what is wrong and keeps what was typed', async () => {
    const given = page.getByRole('textbox', { name: 'Given' });
    await given.focus();
    await page.keyboard.type('1.234,50');
    expect(await said('amount')).toBe('123450');
    await page.keyboard.press('Tab');
    expect(await given.inputValue()).toBe('1,234.50');
    await given.focus();
    await page.keyboard.type('4111 1111 1111 1111');
    await page.keyboard.press('Tab');
    await page.getByText('The largest amount taken here').waitFor();
    expect(await said('amount')).toBe('');
    expect(await given.inputValue()).toBe('4111 1111 1111 1111');
    await page.getByRole('button', { name: '150.00' }).press('Enter');
    expect(await said('tendered')).toBe('15000');
  });

  it('walks down a drawer with Enter and ends with its sum', async () => {
    await page.getByRole('textbox', { name: 'How many of 100.00' }).focus();
    for (const pieces of ['1', '2', '3', '', '', '', '', '', '', '5']) {
      if (pieces) await page.keyboard.type(pieces);
      await page.keyboard.press('Enter');
    }
    expect(await page.getByText('260.50').count()).toBe(1);
    expect(await said('counted')).toBe('done');
  });

  it('walks a table with the arrows and opens a row with Enter', async () => {
    await page.getByRole('row', { name: /Nguyen/ }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('row', { name: /Österreicher/ }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await said('opened')).toBe('9Q4RTB');
  });

  it('opens a dialog that keeps the focus and gives it back, and a menu', async () => {
    const opener = page.getByRole('button', { name: 'Open dialog' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Close the till?' });
    await dialog.waitFor();
    for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'More', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await said('chosen')).toBe('cancel');
  });

  it('shows figures whose digits keep their places', async () => {
    const widths = await page.evaluate(async () => {
      await document.fonts.ready;
      const place = document.querySelector('.ui-figure-value');
      return ['1111', '8888', '4747'].map((digits) => {
        const probe = document.createElement('span');
        probe.textContent = digits;
        place?.append(probe);
        const { width } = probe.getBoundingClientRect();
        probe.remove();
        return Math.round(width * 10);
      });
    });
    expect(new Set(widths).size).toBe(1);
  });

  it('has no element with text under 14 px', async () => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });
});

describe('the frame by keyboard', () => {
  it('signs in by letters, digits and Enter without choosing a field, and makes a wrong PIN wait', async () => {
    await open('gallery/sign-in');
    await page.keyboard.type('ben');
    await page.getByRole('heading', { name: 'Ben Okafor' }).waitFor();
    for (let attempt = 0; attempt < 3; attempt++) {
      await page.keyboard.type('1111');
      await page.keyboard.press('Enter');
      await page.getByText('That is not the PIN.').waitFor();
    }
    await page.getByText(/Try again in \d+ s/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await page.getByRole('heading', { name: 'Ana Bećirović' }).waitFor();
    await page.keyboard.type('2468');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Areas' }).waitFor();
  });

  it('goes to areas and events by keys, but leaves what is typed in a field', async () => {
    await open('gallery/frame');
    const basket = page.getByRole('heading', { name: 'Basket' });
    await basket.waitFor();
    await page.keyboard.press('b');
    // A letter outside a field is held for a moment: it may be the first of a scan.
    await expect.poll(() => said('said')).toBe('best');
    await page.getByRole('textbox', { name: 'Sale line' }).focus();
    await page.keyboard.type('c 4');
    expect(await said('said')).toBe('best');
    await page.keyboard.press('F6');
    await expect.poll(() => said('said')).toBe('card');
    await page.keyboard.press('Alt+2');
    expect(await page.getByRole('button', { name: /Late Night Jazz/ }).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Shift+F4');
    await basket.waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: 'Till' }).getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Control+1');
    await basket.waitFor();
  });

  it('says why an action cannot be done when its key is pressed', async () => {
    await open('gallery/frame');
    await page.getByRole('heading', { name: 'Basket' }).waitFor();
    await page.keyboard.press('x');
    await page.getByText('Nothing is chosen yet.').waitFor();
    await page.keyboard.press('b');
    await page.getByText('Nothing is chosen yet.').waitFor({ state: 'hidden' });
  });

  it('shows the keys over their buttons; the next key closes them and does its work', async () => {
    await open('gallery/frame');
    await page.getByRole('heading', { name: 'Basket' }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('note', { name: 'Keys of this screen' }).waitFor();
    expect(await page.locator('.app-keys-cap').count()).toBeGreaterThan(15);
    await page.screenshot({ path: `${SHOTS}frame-keys.png` });
    await page.keyboard.press('Escape');
    await page.getByRole('note').waitFor({ state: 'hidden' });
    await page.keyboard.press('F1');
    await page.keyboard.press('F6');
    await page.getByRole('note').waitFor({ state: 'hidden' });
    expect(await said('said')).toBe('card');
  });

  it('finds an action and a booking in the palette, and runs nothing behind it', async () => {
    await open('gallery/frame');
    await page.getByRole('heading', { name: 'Basket' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
    await page.keyboard.type('mil');
    await page.getByText('Miller, Josephine').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await said('said')).toBe('');
    await page.keyboard.press('F4');
    await page.keyboard.type('purch');
    await page.keyboard.press('Enter');
    await page.getByText('This area is not part of the program yet.').waitFor();
  });

  it('locks with Ctrl+L and F2, and asks for the one who was here', async () => {
    for (const key of ['Control+l', 'F2']) {
      await open('gallery/frame');
      await page.getByRole('heading', { name: 'Basket' }).waitFor();
      await page.keyboard.press(key);
      await page.getByRole('heading', { name: 'Ana Bećirović' }).waitFor();
    }
  });

  it('takes a manager’s PIN for one act', async () => {
    await open('gallery/override');
    await page.getByRole('dialog', { name: 'Needs a manager’s PIN' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: /Émile/, selected: true }).waitFor();
    await page.keyboard.type('2468');
    await page.keyboard.press('Enter');
    await page.getByText('allowed by p5').waitFor();
  });
});

describe.each([
  ['1366x768', 1366, 768, 1],
  ['1920x1080', 1920, 1080, 1],
  ['1366x768 at 200 % text', 683, 384, 2],
])('at %s', (name, width, height, deviceScaleFactor) => {
  it.each(['gallery', 'gallery/frame', 'gallery/sign-in', 'gallery/override', 'gallery/door', 'gallery/frame/ar-EG'])(
    '%s stays inside the window from side to side',
    async (hash) => {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor });
      const window = await context.newPage();
      await window.goto(`${pages.url}#${hash}`);
      await window.locator('#root > *').first().waitFor();
      await window.evaluate(() => document.fonts.ready);
      await window.screenshot({ path: `${SHOTS}${hash.replaceAll('/', '-')} ${name.replace(' %', '')}.png` });
      // The line of events is the one thing that may scroll from side to side.
      const wide = await window.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('body *:not(.app-events)')]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .filter((element) => element.matches('html') || /auto|scroll/.test(getComputedStyle(element).overflowX))
          .map((element) => element.className),
      );
      expect(wide).toEqual([]);
      await context.close();
    },
  );
});
