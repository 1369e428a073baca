/** After the sale and at the end of the evening: Bookings, Till and Reports in a real browser on the real core. */
import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { SaleView } from '../../src-shared/contract/sale.ts';
import { sellAtCounter } from '../support/counter-sales.ts';
import { openProgram, type EveningProgram } from '../support/evening/program.ts';
import { openNodeWindow, type NodeWindow } from '../support/node-window.ts';

let program: EveningProgram;
let clara: NodeWindow;
let page: Page;

beforeAll(async () => {
  program = await openProgram();
  page = program.page;
  clara = await openNodeWindow(program.loopback, 'Clara Clerk', '5000');
  await signIn('Clara Clerk', '5000');
});

afterAll(async () => {
  clara?.close();
  await program?.close();
});

async function signIn(name: string, pin: string): Promise<void> {
  await page.getByRole('option', { name }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
}

async function allowAs(name: string, pin: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Needs a manager’s PIN' });
  await dialog.getByRole('option', { name }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Types pieces from the largest note down; the rest are walked through with Enter, the last of which goes to the button. */
async function count(label: string, piecesByValue: Readonly<Record<string, number>>): Promise<void> {
  const sheet = page.getByRole('group', { name: label });
  const fields = sheet.getByRole('textbox');
  await expect(fields.first()).toBeFocused();
  for (let index = 0, total = await fields.count(); index < total; index += 1) {
    const field = fields.nth(index);
    await expect(field).toBeFocused();
    const name = await field.evaluate((element) => element.getAttribute('aria-label') ?? '');
    const pieces = piecesByValue[name.replace('How many of ', '')];
    if (pieces !== undefined) await page.keyboard.type(String(pieces));
    await page.keyboard.press('Enter');
  }
}

/** The digit of a reason and Enter in one go, as fast as the keys come. */
async function giveReason(panel: Locator, digit: string): Promise<void> {
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('button').filter({ hasText: digit }).first()).toBeVisible();
  await Promise.all([page.keyboard.press(digit), page.keyboard.press('Enter')]);
}

/** Two presses before the window could draw anything in between. */
async function pressTwiceAtOnce(button: Locator): Promise<void> {
  await button.evaluate((element: HTMLButtonElement) => {
    element.click();
    element.click();
  });
}

const readSale = (saleId: string): Promise<SaleView> => clara.do('sale.get', { saleId });
const ticketsOf = (sale: SaleView) => sale.bookings.flatMap((booking) => booking.tickets);

describe('the desk, after the sale', () => {
  let ada: SaleView;
  let expectedMinor: number;

  test('opens the drawer with a float that is counted by walking down', async () => {
    await page.keyboard.press('Control+4');
    await count('Float', { '50.00': 2, '20.00': 5 });
    await expect(page.getByRole('button', { name: /Open with €200\.00/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Drawer of Clara Clerk' })).toBeVisible();
    expect((await clara.do('cash.current', {}))?.floatMinor).toBe(20_000);
  });

  test('finds a booking by the first letters of a name and hands it over once', async () => {
    const [event] = await clara.do('event.today', {});
    const eventId = event!.eventId;
    const customer = { name: 'Ada Lovelace', phone: '+44 20 7946 0018' };
    ada = await sellAtCounter(clara, { eventId, quantity: 3, pays: 'CASH', customer, delivery: 'WILL_CALL' });
    await sellAtCounter(clara, { eventId, quantity: 2, pays: 'CARD_TERMINAL' });
    await page.keyboard.press('Control+2');
    await page.keyboard.type('lovel');
    await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
    await expect(page.getByRole('tab', { name: /Will-call/ })).toContainText('1');
    await page.keyboard.press('F7');
    await expect(page.getByText('Handed over to Ada Lovelace.')).toBeVisible();
    await expect(page.getByRole('tab', { name: /Will-call/ })).toContainText('0');
    expect((await readSale(ada.saleId)).handedOverAt).not.toBeNull();
    await expect(page.getByText('Handed over', { exact: true }).last()).toBeVisible();
    await expect(page.locator('[data-action="bookings.handOver"]')).toBeHidden();
    await page.keyboard.press('F7');
    await expect(page.getByText(/Hand over: It was handed over/)).toBeVisible();
  });

  test('finds the same booking by the tail of its phone and by a ticket’s code', async () => {
    const search = page.getByRole('searchbox');
    for (const words of ['60018', ticketsOf(ada)[0]!.shortSerial, ada.number.toLowerCase(), ada.number.slice(-6)]) {
      await search.fill('nobody at all');
      await expect(page.getByText('Nothing found for “nobody at all”')).toBeVisible();
      // What was open is not what was looked for: no key may act on it.
      await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeHidden();
      await search.fill(words);
      await expect(page.getByRole('row', { name: 'Ada Lovelace' })).toBeVisible();
    }
  });

  test('jumps down the will-call list by a letter, shows who it is, and hands over with Enter', async () => {
    const [event] = await clara.do('event.today', {});
    for (const name of ['Bo Diddley', 'Nina Simone'])
      await sellAtCounter(clara, {
        eventId: event!.eventId,
        quantity: 1,
        pays: 'CARD_TERMINAL',
        customer: { name },
        delivery: 'WILL_CALL',
      });
    await page.keyboard.press('Alt+w');
    await expect(page.getByRole('row').filter({ hasText: 'Nina Simone' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('n');
    await expect(page.getByRole('heading', { name: 'Nina Simone' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Handed over to Nina Simone.')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Nina Simone' })).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: 'Bo Diddley' })).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.getByRole('searchbox').fill('lovelace');
    await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  });

  test('reprints one ticket with a reason, and only that one', async () => {
    const [, second] = ticketsOf(ada);
    const seat = `${second!.section} ${second!.row} ${second!.label}`;
    await page.getByRole('checkbox', { name: `Choose ${seat}` }).press('Space');
    await page.keyboard.press('F6');
    await giveReason(page.getByRole('form', { name: `Reprint ${seat}` }), '1');
    await expect(page.getByText('Counted as a copy.')).toBeVisible();
    const copies = ticketsOf(await readSale(ada.saleId)).map((ticket) => ticket.printedCopies);
    expect(copies).toEqual([1, 2, 1]);
  });

  test('refunds one ticket of three with a manager’s PIN in place, showing the money before and after', async () => {
    const [first, ...others] = ticketsOf(ada);
    const price = (first!.priceMinor / 100).toFixed(2);
    await page
      .getByRole('checkbox', { name: `Choose ${first!.section} ${first!.row} ${first!.label}`, exact: true })
      .press('Space');
    await page.keyboard.press('F5');
    const panel = page.getByRole('form', { name: 'Refund 1 of 3 tickets' });
    await expect(panel).toContainText(`In cash, from this drawer-${price}`);
    await expect(panel).toContainText(`Paid after${((2 * first!.priceMinor) / 100).toFixed(2)}`);
    await panel.getByRole('button', { name: /Refund/ }).click();
    await expect(panel).toContainText('Choose a reason, or write one.');
    await giveReason(panel, '5');
    await allowAs('Max Manager', '2000');
    await expect(page.getByText(`Give €${price} back from the drawer.`)).toBeVisible();
    const sale = await readSale(ada.saleId);
    expect(ticketsOf(sale).map((ticket) => ticket.status)).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED']);
    expect(sale.paidMinor).toBe(others.reduce((sum, ticket) => sum + ticket.priceMinor, 0));
    expect(sale.refunds).toMatchObject([{ kind: 'CASH', amountMinor: first!.priceMinor, reason: 'Our mistake' }]);
  });

  test('shows the receipt of the sale and of the refund as they print', async () => {
    await page.keyboard.press('F8');
    const dialog = page.getByRole('dialog', { name: /Receipt R1-/ });
    await expect(dialog.getByText('2 of 2')).toBeVisible();
    await expect(dialog.getByRole('img')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('cancels what is left and returns the cash; refusing the PIN changes nothing', async () => {
    const before = (await readSale(ada.saleId)).paidMinor;
    await page.keyboard.press('F12');
    await giveReason(page.getByRole('form', { name: 'Cancel the whole sale' }), '1');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Nothing was changed.')).toBeVisible();
    expect((await readSale(ada.saleId)).paidMinor).toBe(before);
    await page.getByRole('button', { name: /Cancel and return/ }).click();
    await allowAs('Max Manager', '2000');
    await expect(page.getByText(`Give €${(before / 100).toFixed(2)} back from the drawer.`)).toBeVisible();
    expect(await readSale(ada.saleId)).toMatchObject({ status: 'CANCELLED', paidMinor: 0 });
  });

  test('takes up an unpaid booking to be paid, at Sell', async () => {
    const [event] = await clara.do('event.today', {});
    const kept = await sellAtCounter(clara, {
      eventId: event!.eventId,
      quantity: 1,
      pays: { keptMs: 10 * 60_000 },
      customer: { name: 'Pina Bausch' },
      delivery: 'WILL_CALL',
    });
    await page.keyboard.press('Alt+u');
    await expect(page.getByRole('row', { name: 'Pina Bausch' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('heading', { name: 'Pina Bausch' })).toBeVisible();
    await page.keyboard.press('F11');
    await expect(page.getByRole('button', { name: 'Sell', exact: true })).toHaveAttribute('aria-current', 'page');
    expect((await clara.do('sale.open', {})).map((sale) => sale.saleId)).toEqual([kept.saleId]);
    await expect(page.getByRole('button', { name: 'Pina Bausch, will-call' })).toBeVisible();
    await clara.do('sale.abandon', { saleId: kept.saleId });
  });

  test('writes money in and out with a reason', async () => {
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('heading', { name: 'Drawer of Clara Clerk' })).toBeVisible();
    await page.keyboard.press('F6');
    await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
    await page.keyboard.type('12.90');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Say why: it stands in the books.')).toBeVisible();
    await page.getByRole('button', { name: 'Postage' }).click();
    await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await pressTwiceAtOnce(page.getByRole('button', { name: /^Pay out/ }));
    await expect(page.getByRole('row').filter({ hasText: 'Postage' })).toContainText('-12.90');
    expect((await clara.do('cash.current', {}))?.movements).toHaveLength(1);
    await page.getByRole('button', { name: 'Receipt', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Receipt' });
    await expect(dialog.getByRole('img', { name: /^Receipt R1-\d+, as it prints$/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expectedMinor = 20_000 - 1290;
  });

  test('counts blind, counts again, and closes short', async () => {
    await page.keyboard.press('F9');
    await count('In the drawer', { '50.00': 1 });
    await page.keyboard.press('Enter');
    await expect(page.getByText('The difference is shown once it is closed.')).toBeVisible();
    const shown = await page.getByRole('main').innerText();
    expect(shown).not.toContain((expectedMinor / 100).toFixed(2));
    // Far off: only a manager closes it like this.
    await page.keyboard.press('F12');
    await expect(page.getByRole('form', { name: 'A manager has to agree' })).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.keyboard.press('F11');
    await expect(page.getByText('Your last count came to €50.00.')).toBeVisible();
    await count('In the drawer', { '50.00': 2, '20.00': 4, '5.00': 1, '1.00': 1, '0.10': 1 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Close the drawer/ })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('186.10');
    await page.keyboard.press('F12');
    const sheet = page.getByRole('article', { name: 'Z report' });
    await expect(sheet).toContainText('Short');
    await expect(sheet).toContainText('-1.00');
    await expect(sheet).toContainText('187.10');
    await expect(page.getByRole('img', { name: /^Receipt R1-\d+, as it prints$/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Open the drawer' })).toBeVisible();
  });

  test('closes a drawer that is far off with a manager’s PIN', async () => {
    await count('Float', { '10.00': 1 });
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Count the drawer/ }).click();
    await count('In the drawer', { '200.00': 1 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Close the drawer/ })).toBeVisible();
    await page.keyboard.press('F12');
    await expect(page.getByRole('textbox', { name: 'What may explain it' })).toBeFocused();
    await page.keyboard.type('Somebody left an envelope');
    await page.keyboard.press('Enter');
    await allowAs('Olga Owner', '1000');
    await expect(page.getByRole('article', { name: 'Z report' })).toContainText('Over');
    await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
  });

  test('reads a night that balances, and saves it for a spreadsheet', async () => {
    await page.keyboard.press('F2');
    await signIn('Max Manager', '2000');
    await page.keyboard.press('Control+8');
    await expect(page.getByText('It balances')).toBeVisible();
    await expect(page.getByText(/tickets = 0\.00 drawer \+ .* card/)).toBeVisible();
    const drawers = page.getByRole('table').filter({ hasText: 'Drawers' });
    await expect(drawers.getByRole('row').nth(1)).toContainText('Short');
    await expect(drawers.getByRole('row').nth(2)).toContainText('Over');
    const waiting = page.waitForEvent('download');
    await page.keyboard.press('F8');
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^night-\d{4}-\d{2}-\d{2}\.csv$/);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain('Refunds by clerk,Clara Clerk,3,');
    expect(csv).toContain('Reprints by clerk,Clara Clerk,1,');
    expect(csv).toMatch(/Totals,Drawer,,0\.00,EUR/);
  });

  test('opens an event’s house by heat and says each seat’s takings and how early it was sold', async () => {
    const [sold, unsold] = (await clara.do('event.today', {})).map(({ title }) => title) as [string, string];
    await page.getByRole('button', { name: sold, exact: true }).last().press('Enter');
    const map = page.getByRole('application', { name: `${sold}: takings of each seat` });
    await map.focus();
    await expect(page.getByRole('button', { name: /^€\d+\.\d\d, \d+ seats$/ }).first()).toBeVisible();
    const said = map.locator('[data-said]');
    for (let row = 0; row < 20; row += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await expect(said).toContainText(/, row A, seat 1, Not sold$/);
    for (let step = 0; step < 30 && (await said.innerText()).includes('Not sold'); step += 1)
      await page.keyboard.press('ArrowRight');
    await expect(said).toContainText(
      /^Stalls, row A, seat \d+, €\d+\.\d\d, sold (in the last hour|\d+ hours? before|after the start)$/,
    );

    await page.keyboard.press('s');
    await expect(page.getByRole('radio', { name: /Speed of sale/ })).toBeChecked();
    await expect(page.getByRole('application', { name: `${sold}: how early each seat was sold` })).toBeVisible();
    await expect(page.getByRole('button', { name: /(before|last hour), \d+ seats$/ }).first()).toBeVisible();
    await page.getByRole('radio', { name: /Speed of sale/ }).press('ArrowLeft');
    await expect(page.getByRole('radio', { name: /Takings/ })).toBeChecked();
    await expect(page.getByRole('row', { name: /The whole house/ })).toContainText(/\d+ of \d+/);
    await page.keyboard.press('Escape');
    await expect(page.getByText('It balances')).toBeVisible();

    await page.getByRole('button', { name: unsold, exact: true }).last().press('Enter');
    await expect(page.getByText('Nothing is sold yet')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('It balances')).toBeVisible();
  });

  test('shows nothing of an evening before there was a house', async () => {
    await page.keyboard.press('F5');
    await expect(page.getByText('Nothing was sold on this day')).toBeVisible();
    await page.keyboard.press('F7');
    await expect(page.getByText('Nothing was sold on this day')).toBeHidden();
  });

  test('has complained about nothing all evening', () => {
    expect(program.complaints).toEqual([]);
  });
});
