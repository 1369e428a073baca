/** The clerk's, the door's and the till's evening by keyboard alone: no pointer is moved and nothing is clicked. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import { withOneBitChanged } from '../../support/door-house.ts';
import { handsOnKeys, tabTo, type HandsOnKeys } from '../../support/evening/hands-on-keys.ts';
import { openProgram, type EveningProgram } from '../../support/evening/program.ts';
import { readPdf } from '../../support/paper-reading.ts';

let program: EveningProgram;
let clara: HandsOnKeys;
let number = '';
/** The square codes on Ada's three tickets, as printed. */
let codes: readonly string[] = [];

beforeAll(async () => {
  program = await openProgram();
  clara = handsOnKeys(program.page);
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => program.shot('evening-keyboard-failed'));
});

afterAll(() => program?.close());

describe('the counter', () => {
  test('a clerk signs in and opens the drawer with a counted float', async () => {
    await clara.signsIn('Clara Clerk', '5000');
    await clara.opensDrawer({ '50.00': 2, '10.00': 10 });
  });

  test('the best three wait at will-call under a name, paid in cash with change', async () => {
    await clara.goesTo('Sell');
    await clara.showsEvent(1, 'The Winter’s Tale');
    await clara.takesBest(3);
    await clara.names('Ada Lovelace', true);
    await clara.pays();
    await clara.takesCash('500');
    await clara.says('Change');
    number = await clara.finishes();
    await clara.callsNextCustomer();
  });

  test('a seat is picked with arrows on the map, made a child’s, and paid by card', async () => {
    await clara.press('m');
    await clara.press('ArrowRight');
    await clara.press('Enter');
    await clara.says('1 seat');
    await clara.press('Escape');
    await clara.press('t');
    await clara.says('1 × Child');
    await clara.pays();
    await clara.takesCard('A-4711');
    await clara.says('Paid, no change');
    await clara.finishes();
    await clara.callsNextCustomer();
  });

  test('one sale holds two events, and each event keeps its own basket beside it', async () => {
    await clara.takesBest(2);
    await clara.showsEvent(3, 'String Quartets');
    await clara.says('Pick seats on the map');
    await clara.takesBest(1);
    await clara.showsEvent(2, 'Late Cabaret');
    await clara.says('Add to the sale of String Quartets');
    await clara.press('+');
    await clara.says('one payment for both');
    await clara.takesBest(2);
    await clara.pays();
    await clara.takesCard('A-4712');
    await clara.says('Paid, no change');
    await clara.finishes();
    await clara.callsNextCustomer();
    await clara.showsEvent(1, 'The Winter’s Tale');
    await clara.says('2 seats');
    await clara.press('Escape');
    await clara.press('Escape');
    await clara.says('Given up:');
  });
});

describe('the bookings', () => {
  test('a name is found, its tickets come out as PDF and are handed over once', async () => {
    const { page } = clara;
    await clara.finds('lovel', 'Ada Lovelace');
    const saving = page.waitForEvent('download');
    await clara.press('F9');
    const pages = await readPdf(readFileSync(await (await saving).path()));
    codes = pages.flatMap(({ qr }) => qr);
    expect(new Set(codes).size).toBe(3);
    expect(pages.flatMap(({ code128 }) => code128)).toHaveLength(3);
    await clara.press('F7');
    await page.getByText('Handed over to Ada Lovelace.').waitFor();
    await clara.press('F7');
    await page.getByText(/Hand over: It was handed over/).waitFor();
  });

  test('one ticket is reprinted, and one of three refunded with a manager’s PIN', async () => {
    const { page } = clara;
    const box = page.getByRole('checkbox', { name: /^Choose / }).first();
    await tabTo(page, box);
    await clara.press('Space');
    await clara.press('F6');
    await page.getByRole('form', { name: /^Reprint/ }).waitFor();
    await clara.press('1');
    await expect(page.getByRole('button', { name: 'Print a copy' })).toBeFocused();
    await clara.press('Enter');
    await page.getByText('Counted as a copy.').waitFor();
    await expect(box).not.toBeChecked();
    await tabTo(page, box);
    await clara.press('Space');
    await clara.press('F5');
    await page.getByRole('form', { name: 'Refund 1 of 3 tickets' }).waitFor();
    await clara.press('1');
    await expect(page.getByRole('button', { name: /^Refund €/ })).toBeFocused();
    await clara.press('Enter');
    await clara.isAllowedBy('Max Manager', '2000');
    await page.getByText(/Give €.* back from the drawer/).waitFor();
    await page.getByText('Given back').waitFor();
    expect(number).toMatch(/^ORD-/);
  });
});

describe('the door', () => {
  let door: HandsOnKeys;
  const answer = (page: Page) => page.getByTestId('door-answer');

  /** A scanner's keys. The verdict of the scan before is away while this one is asked. */
  async function scans(code: string, face: string): Promise<void> {
    const before = await answer(door.page)
      .elementHandle({ timeout: 100 })
      .catch(() => null);
    await door.scans(code);
    if (before) await door.page.waitForFunction((element) => !element.isConnected, before);
    await expect(answer(door.page)).toHaveAttribute('data-face', face, { timeout: 20_000 });
  }

  test('each ticket gets its verdict', async () => {
    door = handsOnKeys(await program.openWindow());
    await door.signsIn('Dora Door', '6000');
    await door.page.getByRole('heading', { name: 'What does this door let in to?' }).waitFor();
    await door.press('Enter');
    await door.page.getByText('Scan a ticket').waitFor();
    const [cancelled, valid, other] = codes;
    await scans(cancelled!, 'CANCELLED');
    await scans(valid!, 'ADMIT');
    await scans(valid!, 'ADMIT');
    await expect(answer(door.page)).toContainText('The same ticket, scanned again');
    program.moveClock(60_000);
    await scans(valid!, 'ALREADY_USED');
    await scans(withOneBitChanged(other!), 'BAD_SIGNATURE');
    await scans('4006381333931', 'UNKNOWN');
    await scans(other!, 'ADMIT');
    await door.page.context().close();
  });
});

describe('the night', () => {
  test('the drawer is counted blind, counted again, and closed', async () => {
    const { page } = clara;
    await clara.goesTo('Till');
    await page.getByRole('heading', { name: /^Drawer of/ }).waitFor();
    await clara.press('F9');
    await clara.counts('In the drawer', { '50.00': 1 });
    await clara.press('Enter');
    await page.getByText('The difference is shown once it is closed.').waitFor();
    await clara.press('F11');
    await clara.counts('In the drawer', { '50.00': 6, '10.00': 1 });
    await clara.press('Enter');
    await page.getByText('Your last count came to').waitFor({ state: 'hidden' });
    await clara.press('F12');
    const agree = page.getByRole('form', { name: 'A manager has to agree' });
    const sheet = page.getByRole('article', { name: 'Z report' });
    await agree.or(sheet).waitFor();
    if (await agree.isVisible()) {
      await clara.type('Counted twice');
      await clara.press('Enter');
      await clara.isAllowedBy('Max Manager', '2000');
    }
    await expect(sheet).toContainText('Counted');
    await clara.press('Enter');
  });

  test('the manager reads a night that balances', async () => {
    await clara.press('F2');
    await clara.signsIn('Max Manager', '2000');
    await clara.goesTo('Reports');
    await clara.page.getByText('It balances').waitFor();
    const saving = clara.page.waitForEvent('download');
    await clara.press('F8');
    const csv = readFileSync(await (await saving).path(), 'utf8');
    expect(csv).toContain('Refunds by clerk,Clara Clerk,1,');
    expect(csv).toContain('Reprints by clerk,Clara Clerk,1,');
  });

  test('the books are right in every check, and no page complained', async () => {
    expect(program.complaints).toEqual([]);
    expect((await program.closeAndVerify()).problems).toBe(0);
  });
});
