/** The office's part of the evening, as its people do it: a plan becomes a map, an event, prices, holds, and stock. */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultyPlan, openOffice, type OfficeWindow } from '../support/office-window.ts';

const SHOTS = new URL('../../test-output/office/', import.meta.url).pathname;
let office: OfficeWindow;
let page: Page;

beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true });
  office = await openOffice();
  page = office.page;
});

afterAll(async () => {
  await office?.close();
});

const shot = (name: string) => page.screenshot({ path: `${SHOTS}${name}.png` });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: typeof name === 'string' });

async function choose(label: string, option: string | RegExp): Promise<void> {
  await button(new RegExp(` ${label}$`)).click();
  await page.getByRole('option', { name: option }).click();
}

/** Puts the keyboard on the map, which begins in its middle, and walks to the first seat. */
async function enterMap(): Promise<void> {
  await page.getByRole('application').focus();
  for (let row = 0; row < 6; row++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
}

/** A number of the event's "Seats now". */
function seatsNow(name: string): Promise<string | null> {
  return page.getByRole('region', { name: 'Seats now' }).locator('div', { hasText: name }).locator('dd').textContent();
}

const seatsNowAre = (name: string, count: number) =>
  expect.poll(() => seatsNow(name), { timeout: 20_000 }).toBe(String(count));

async function newEvent(title: string, inventory: string | null): Promise<void> {
  await page.keyboard.press('Shift+F5');
  await page.getByRole('heading', { name: 'Events' }).waitFor();
  await page.keyboard.press('n');
  await field('Title').fill(title);
  await field('Kind').fill('Play');
  await choose('Map', /Little House, version 1/);
  if (inventory) await choose('Seats belong to', inventory);
  await page.getByLabel('Date', { exact: true }).fill('2031-12-06');
  await field('Starts').fill('2000');
  await field('Ends').fill('22.15');
  await button('Create').click();
  await page.getByRole('table', { name: 'Prices by level and type' }).waitFor();
}

describe('the office', () => {
  test('shows what is wrong in a plan, stores it repaired and whole, and publishes it', async () => {
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('i');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"zones": ['),
    });
    await page.getByText('broken.json is not valid JSON').waitFor();
    await input.setInputFiles({ name: 'little.json', mimeType: 'application/json', buffer: Buffer.from(faultyPlan()) });
    await page.getByText('Seat ids used more than once: 8').waitFor();
    await page.getByText('32 seats', { exact: true }).waitFor();
    await page.getByRole('application').waitFor();
    await shot('import');

    const repair = page.getByRole('checkbox', { name: /get the section’s name in front/ });
    await page.locator('label', { has: repair }).click();
    await page.getByText('The plan is drawn here once no error is left.').waitFor();
    expect(await button('Import').getAttribute('aria-disabled')).toBe('true');
    await page.locator('label', { has: repair }).click();
    await page.getByRole('application').waitFor();
    await button('Import').click();

    await page.getByText('Version 1').waitFor();
    await button(/Without a category|Give the chosen seats|Choose all seats of: Front/)
      .first()
      .waitFor();
    await enterMap();
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.getByText('6 seats: Stalls A 1–6').waitFor();
    await page.keyboard.press('2');
    await page.getByText('Click a seat, drag along a row').waitFor();
    await button(/Choose all seats of: Back/)
      .getByText('14', { exact: true })
      .waitFor();
    await shot('map');
    await page.keyboard.press('p');
    await page.getByText('Version 1 is published with 32 seats.').waitFor();
  });

  test('says all that is missing of an event at once, prices it like a spreadsheet and puts it on sale', async () => {
    await page.keyboard.press('Shift+F5');
    await page.keyboard.press('n');
    await button('Create').click();
    await page.getByText('5 things to put right; each is marked below.').waitFor();
    await newEvent('King Lear', null);

    await button('Add a type').click();
    await page.getByRole('textbox', { name: 'Name of type 2' }).fill('Child');
    await button('Add a complimentary type').click();
    const first = page.getByRole('textbox', { name: 'Front, Standard' });
    await first.focus();
    await page.keyboard.type('cheap');
    await page.keyboard.press('Enter');
    await page.getByText('“cheap” is not an amount').waitFor();
    expect(await button('Save prices').getAttribute('aria-disabled')).toBe('true');
    await first.focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '45\t22.50\r\n30\t\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('textbox', { name: 'Back, Standard' }).inputValue()).toBe('30.00');
    expect(await page.getByRole('textbox', { name: 'Front, Child' }).inputValue()).toBe('22.50');
    expect(await page.getByRole('textbox', { name: 'Back, Child' }).inputValue()).toBe('');
    await shot('prices');
    await button('Save prices').click();
    await page.getByText('Saved', { exact: true }).waitFor();

    await button('Publish').click();
    const onSale = button('Put on sale');
    await onSale.waitFor();
    expect(await onSale.getAttribute('aria-disabled')).toBe('true');
    await button(/Seats and holds/).click();
    await button('Make 32 seats').click();
    await page.getByRole('application').waitFor();
    await onSale.click();
    await page.getByText('On sale', { exact: true }).waitFor();
    await seatsNowAre('Free', 32);
  });

  test('holds, releases and blocks seats on the map, each with its reason and its story', async () => {
    await enterMap();
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.keyboard.press('h');
    await field('Name').fill('Press');
    await page.keyboard.press('Enter');
    await page.getByText('Say why: it stands in the story of every seat.').waitFor();
    await field('Reason').fill('Critics on the first night');
    await page.keyboard.press('Enter');
    await seatsNowAre('Held', 6);
    await shot('held');

    await enterMap();
    await page.keyboard.press('Enter');
    await page.getByText('Press: Critics on the first night').waitFor();
    await page.keyboard.press('u');
    await field('Reason').fill('One critic is ill');
    await page.keyboard.press('Enter');
    await seatsNowAre('Held', 5);

    await enterMap();
    await page.keyboard.press('Enter');
    await page.keyboard.press('b');
    await field('Reason').fill('Broken seat');
    await page.keyboard.press('Enter');
    await seatsNowAre('Blocked', 1);
    await enterMap();
    await page.keyboard.press('Enter');
    const story = page.getByRole('region', { name: 'Story of the seat' });
    await story.getByText('Broken seat').waitFor();
    await story.getByText('Available → Blocked').waitFor();
    await story.getByText('Available → Held').waitFor();
    await shot('story');
    await page.keyboard.press('Shift+B');
    await field('Reason').fill('Mended');
    await page.keyboard.press('Enter');
    await seatsNowAre('Blocked', 0);
  });

  test('buys a brokered event’s seats and receives one line whole and the other in two parts', async () => {
    await newEvent('Rigoletto', 'Suppliers: ours once bought and received');
    await page.getByRole('textbox', { name: 'Front, Standard' }).fill('80');
    await page.getByRole('textbox', { name: 'Back, Standard' }).fill('60');
    await button('Save prices').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await button(/Seats and holds/).click();
    await button('Make 32 seats').click();
    await seatsNowAre('Not for sale', 32);

    await page.keyboard.press('Shift+F7');
    await page.getByRole('heading', { name: 'Purchasing' }).waitFor();
    await page.keyboard.press('n');
    await button('Create').click();
    await page.getByText('Line 1: say how many seats.').waitFor();
    await choose('Supplier', 'Curtain Tickets Ltd');
    await choose('Event', /^Rigoletto /);
    await field('Line 1, What').fill('Stalls rows A–B');
    await field('Line 1, Seats').fill('12');
    await field('Line 1, Price each').fill('38.50');
    await field('Line 2, What').fill('Balcony');
    await field('Line 2, Seats').fill('8');
    await field('Line 2, Price each').fill('20');
    await page.getByText('622.00 EUR').waitFor();
    await button('Create').click();
    await button('Send to supplier').click();
    await button('Supplier confirmed').click();

    const receive = async (section: string, rows: string, count: number) => {
      await choose('Section', section);
      await field('Seats').fill(rows);
      await field('Proof of purchase').fill(`Delivery note for ${rows}`);
      await button(`Receive ${count} seats`).click();
    };
    await page.getByRole('heading', { name: /Receive on line 1/ }).waitFor();
    await choose('Section', 'Stalls');
    await field('Seats').fill('rows A-Z');
    await page.getByText(/Not in Stalls: row A-Z/).waitFor();
    await receive('Stalls', 'rows A-B', 12);
    await page.getByText('Reconciled: 12 owned').waitFor();
    await page.getByRole('heading', { name: /Receive on line 2/ }).waitFor();
    await receive('Balcony', 'row A', 4);
    await page.getByText('Reconciled: 4 owned').waitFor();
    await page.getByText('4 of 8').waitFor();
    await shot('received');
    await receive('Balcony', 'row B', 4);
    await page.getByText('Reconciled: 8 owned').waitFor();
    await page.getByText('Completed', { exact: true }).waitFor();

    const said = page.getByRole('application').locator('[data-said]');
    await page.getByRole('button', { name: /^PO-\d{4}-0001, 20 seats$/ }).waitFor();
    await enterMap();
    await expect
      .poll(() => said.innerText())
      .toMatch(/^Stalls, row A, seat 1, PO-\d{4}-0001, from Curtain Tickets Ltd$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => said.innerText()).toMatch(/^Stalls, row C, seat 1, Not ours$/);
    await shot('order');
    await page.keyboard.press('m');
    await page.getByRole('application', { name: 'Stock of Rigoletto by order' }).waitFor();
    await page.getByRole('button', { name: /^Not ours, 12 seats$/ }).waitFor();
    await shot('stock');
    const orders = page.getByRole('list', { name: 'Orders' });
    await orders.getByRole('button', { name: /0 of 20 sold/ }).press('Enter');
    await page.getByText('Completed', { exact: true }).waitFor();

    await page.keyboard.press('Shift+F5');
    await page.getByRole('row').filter({ hasText: 'Rigoletto' }).click();
    await seatsNowAre('Free', 20);
    await seatsNowAre('Not for sale', 12);
  });

  test('keeps people, a backup and a clean check, and complained of nothing', async () => {
    await page.keyboard.press('Shift+F9');
    await page.keyboard.press('n');
    await field('Name').fill('Nina New');
    await field('PIN').fill('12');
    await page.keyboard.press('Enter');
    await page.getByText('A PIN has 4 to 12 digits.').waitFor();
    await field('PIN').fill('7777');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Nina New/ }).waitFor();
    await button('Backup and check').click();
    await button('Back up now').click();
    await page.getByText('The backup is at').waitFor();
    await button('Check now').click();
    await page.getByText(/All \d+ checks are clean\./).waitFor();
    await button('Audit trail').click();
    await page.getByRole('row').filter({ hasText: 'purchaseOrder.receive' }).first().waitFor();
    expect(office.complaints).toEqual([]);
  });
});
