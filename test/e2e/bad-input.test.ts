/** Bad input at the window: what a person sees, where it stands, and that nothing of it is stored. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openProgram, type EveningProgram } from '../support/evening/program.ts';

const SHOTS = new URL('../../test-output/bad-input/', import.meta.url).pathname;
const CARD = '4111 1111 1111 1111';

let program: EveningProgram;
let page: Page;
let folder: string;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'parterre-input-'));
  program = await openProgram();
  page = program.page;
  await page.getByText('Olga Owner').waitFor();
  await page.keyboard.type('olga1000');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Settings' }).waitFor();
}, 120_000);

afterAll(async () => {
  await program?.close();
  rmSync(folder, { recursive: true, force: true });
});

const shot = (name: string) => page.screenshot({ path: `${SHOTS}${name}.png` });
const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: typeof name === 'string' });

function planFile(name: string, content: string, bytes?: number): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  if (bytes !== undefined) truncateSync(file, bytes);
  return file;
}

describe('a plan’s file', () => {
  const choose = (file: string) => page.locator('input[type=file]').setInputFiles(file);
  const says = (words: string) => page.getByText(words).waitFor();

  test('of 200 MB is refused by its size and limit before a byte is read, and the window goes on', async () => {
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('i');
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const { stream } = File.prototype;
      Object.assign(globalThis, { filesRead: 0 });
      File.prototype.stream = function (this: File) {
        Object.assign(globalThis, { filesRead: (globalThis as unknown as { filesRead: number }).filesRead + 1 });
        return stream.call(this);
      };
    });
    await choose(planFile('huge.json', '', 200 * 1024 * 1024));
    await says('huge.json has 200 MB; a plan may have at most 64 MB.');
    await shot('huge');
    expect(await page.evaluate(() => (globalThis as unknown as { filesRead: number }).filesRead)).toBe(0);
  });

  test('without seats, or that is something else, is refused by name in a sentence', async () => {
    await choose(planFile('none.csv', 'section,row,seat\n'));
    await says('none.csv holds no seats.');
    await choose(planFile('paper.pdf', '%PDF-1.7'));
    await says('paper.pdf is not a seating plan this program reads.');
  });

  test('with missing columns shows what it has, to be told which is which', async () => {
    await choose(planFile('columns.csv', 'Area,Line,Number\nStalls,A,1\n'));
    await says('columns.csv has no column for row');
    await shot('columns');
  });

  test('with a card number in it is shown without it', async () => {
    await choose(planFile('card.csv', `section,row,seat\n${CARD},A,1\n`));
    await says('Texts with what looks like a card number, which was taken out');
    await shot('card');
    expect(await page.locator('body').innerText()).not.toContain(CARD);
  });
});

describe('a price', () => {
  const cell = () => field(/^Premium, /).first();
  const save = () => page.getByRole('button', { name: 'Save prices' });

  test('that cannot be charged is refused with its cell and why, and what was saved stays', async () => {
    await page.keyboard.press('Shift+F5');
    await page.getByRole('row').filter({ hasText: 'The Winter’s Tale' }).dblclick();
    await page.getByRole('button', { name: /Prices/ }).click();
    const before = await cell().inputValue();
    for (const [typed, words] of [
      ['-1', 'An amount here cannot be below zero.'],
      ['1e99', '“1e99” is not an amount. Type it like 45.50.'],
      ['9007199254740993', 'The largest amount taken here is 1,000,000.00.'],
      ['0.005', 'EUR has 2 decimal places; “0.005” has more.'],
      ['NaN', '“NaN” is not an amount. Type it like 45.50.'],
      [CARD, 'The largest amount taken here is 1,000,000.00.'],
    ] as const) {
      await cell().fill(typed);
      await cell().press('Tab');
      expect(await page.locator('.office-problem').allInnerTexts()).toEqual([`Premium, Standard\n${words}`]);
      expect(await save().getAttribute('aria-disabled')).toBe('true');
    }
    await shot('price');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await cell().inputValue()).toBe(before);
  });

  test.each([
    ['1.234,50', '1,234.50'],
    ['1,234.5', '1,234.50'],
    ['€ 12', '12.00'],
    ['١٢٫٥', '12.50'],
  ])('written %s is understood, and shown as %s before it is saved', async (typed, shown) => {
    await cell().fill(typed);
    await cell().press('Tab');
    expect(await cell().inputValue()).toBe(shown);
  });
});

describe('a card number typed by hand', () => {
  const REFUSED = 'This looks like a card number. Parterre never keeps card numbers';

  /** At a person's pace: faster it would be a scan. */
  async function typeInto(name: string | RegExp): Promise<void> {
    await field(name).focus();
    await page.keyboard.type(CARD, { delay: 70 });
  }

  test('into a form is refused under its field, and the form stays as it was', async () => {
    await page.keyboard.press('Shift+F7');
    await page.keyboard.press('s');
    await field('Contact').fill('Eva');
    await typeInto('Name');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(REFUSED).waitFor();
    expect(await field('Contact').inputValue()).toBe('Eva');
    await shot('form');
    await page.keyboard.press('Escape');
  });

  test('into a search says so in place of finding nothing', async () => {
    await page.keyboard.press('Shift+F2');
    await page.keyboard.press('/');
    await page.keyboard.type(CARD, { delay: 70 });
    await page.getByText(REFUSED).waitFor();
    await shot('search');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(CARD, { delay: 70 });
    await page.getByRole('dialog').getByText(REFUSED).waitFor();
    await shot('palette');
    await page.keyboard.press('Escape');
  });
});

test('the page complained of nothing', () => expect(program.complaints).toEqual([]));
