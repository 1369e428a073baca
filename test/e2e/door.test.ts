/** The door in a real browser, over the real core: every verdict, from the keys of a scanner. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketView } from '../../src-shared/contract/sale.ts';
import { sellAtCounter } from '../support/counter-sales.ts';
import { codesOf, openDoorHouse, scanKeys, withOneBitChanged, type DoorHouse } from '../support/door-house.ts';
import { ticketsOf } from '../support/selling.ts';

let house: DoorHouse;
let page: Page;
let tonight: string;
let studio: string;

const answer = () => page.getByTestId('door-answer');
const faceShown = () => answer().getAttribute('data-face');

async function sold(eventId: string, quantity: number, name?: string) {
  const sale = await sellAtCounter(house.counter, {
    eventId,
    quantity,
    pays: 'CARD_TERMINAL',
    ...(name ? { customer: { name } } : {}),
  });
  return { sale, codes: await codesOf(house.counter, sale) };
}

/** Scans, and waits for the answer to this very scan: the one before it is gone while it is asked. */
async function scan(code: string): Promise<void> {
  const before = await answer()
    .elementHandle({ timeout: 100 })
    .catch(() => null);
  await scanKeys(page, code);
  if (before) await page.waitForFunction((element) => !element.isConnected, before);
  await answer().waitFor();
}

beforeAll(async () => {
  house = await openDoorHouse();
  const events = await house.counter.do('event.today', {});
  tonight = events.find(({ title }) => title === 'The Winter’s Tale')!.eventId;
  studio = events.find(({ title }) => title === 'Late Cabaret')!.eventId;
  page = await house.openPage('Dora Door', '6000');
});

afterAll(() => house?.close());

describe('a door', () => {
  test('opens where its people work, without a rail, and asks what it lets in to', async () => {
    await page.getByRole('heading', { name: 'What does this door let in to?' }).waitFor();
    expect(await page.locator('.app-rail').count()).toBe(0);
    await expect.poll(() => page.locator('.door-setup').innerText()).toContain('Main entrance');
    for (const [index, choice] of (await page.locator('.door-choice').all()).entries()) {
      const isServed = (await choice.innerText()).includes('The Winter’s Tale');
      if ((await choice.getAttribute('data-chosen')) === String(isServed)) continue;
      await page.keyboard.press(`${index + 1}`);
      await expect.poll(() => choice.getAttribute('data-chosen')).toBe(String(isServed));
    }
    await page.keyboard.press('Enter');
    await page.locator('.door').waitFor();
    expect(await page.locator('.door').innerText()).toContain('Scan a ticket');
  });

  test('admits a ticket once, says the same softly at once, and later that it was used, when and where', async () => {
    const { sale, codes } = await sold(tonight, 2, 'Ada Lovelace');
    const [ticket] = ticketsOf(sale);
    await scan(codes[0]!);
    expect(await faceShown()).toBe('ADMIT');
    const words = await answer().innerText();
    expect(words).toContain('ADMIT');
    expect(words).toContain(`${ticket!.section} ${ticket!.row} ${ticket!.label}`);
    expect(words).toContain('Ada Lovelace');
    expect(words).toContain('1 of 2 in');
    await scan(codes[0]!);
    expect(await faceShown()).toBe('ADMIT');
    expect(await answer().innerText()).toContain('The same ticket, scanned again');
    await expect.poll(async () => (await scan(codes[0]!), faceShown()), { timeout: 20_000 }).toBe('ALREADY_USED');
    expect(await answer().innerText()).toMatch(/In since \d\d:\d\d, Main entrance/);
    expect(await page.locator('.door-last strong').allInnerTexts()).toEqual(['ALREADY USED', 'ADMIT']);
    await expect.poll(() => page.locator('.door-count-figures').innerText()).toBe('1 of 2 in');
  });

  test('tells a cancelled ticket, another event’s, a changed code and a stranger’s bar code', async () => {
    const cancelled = await sold(tonight, 1);
    await house.office.do('sale.cancel', { saleId: cancelled.sale.saleId, reason: 'Ill' });
    await scan(cancelled.codes[0]!);
    expect(await faceShown()).toBe('CANCELLED');
    const other = await sold(studio, 1);
    await scan(other.codes[0]!);
    expect(await faceShown()).toBe('WRONG_EVENT');
    expect(await answer().innerText()).toContain('Late Cabaret');
    await scan(withOneBitChanged(other.codes[0]!));
    expect(await faceShown()).toBe('BAD_SIGNATURE');
    await scan('4006381333931');
    expect(await faceShown()).toBe('UNKNOWN');
  });

  test('lets a payment card go nowhere, and shows that in place of the last verdict', async () => {
    await scan('4111111111111111');
    expect(await faceShown()).toBe('NOT_TAKEN');
    expect(await answer().innerText()).toContain('payment card');
  });

  test('finds an unpaid booking by name and says that it is not paid', async () => {
    await sellAtCounter(house.counter, {
      eventId: tonight,
      quantity: 1,
      pays: { keptMs: 60_000 },
      customer: { name: 'Ursula Unpaid' },
    });
    await page.keyboard.press('Space');
    await page.keyboard.type('ursula', { delay: 60 });
    await page.getByRole('menuitem').filter({ hasText: 'Not paid' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /by hand/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(faceShown).toBe('NOT_PAID');
  });

  test('admits by hand with a reason, and takes the last back with another', async () => {
    const { sale } = await sold(tonight, 1, 'Grace Hopper');
    const [ticket] = ticketsOf(sale);
    await page.keyboard.press('Space');
    await page.keyboard.type('hopper', { delay: 60 });
    await page.getByRole('menuitem').filter({ hasText: 'Grace Hopper' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /by hand/ }).waitFor();
    await page.keyboard.type('Left at home', { delay: 60 });
    await page.keyboard.press('Enter');
    await expect.poll(faceShown).toBe('ADMIT');
    expect(await answer().innerText()).toContain('Grace Hopper');
    await page.keyboard.press('Backspace');
    await page.getByRole('dialog', { name: `Take back ${ticket!.section} ${ticket!.row} ${ticket!.label}` }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(faceShown).toBe('TAKEN_BACK');
    const found = await house.office.do('door.lookUp', { text: 'hopper', eventIds: [tonight] });
    expect(found.map(({ isInside }) => isInside)).toEqual([false]);
  });

  test('lets a scan end a look-up that is open, and presses nothing in it', async () => {
    const { codes } = await sold(tonight, 1);
    await page.keyboard.press('Space');
    await page.getByRole('dialog', { name: 'Look up a ticket' }).waitFor();
    await page.keyboard.type('Lov', { delay: 60 });
    await page.getByRole('menuitem').first().waitFor();
    await scan(codes[0]!);
    expect(await faceShown()).toBe('ADMIT');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('answers every scan of a hand that does not wait', async () => {
    const { codes } = await sold(tonight, 4);
    for (const code of codes) await scanKeys(page, code);
    await expect.poll(() => answer().innerText()).toContain('All 4 in');
    await expect.poll(async () => (await house.office.do('door.counts', { eventIds: [tonight] }))[0]?.admitted).toBe(6);
  });

  test('shows on a map who has come as scans come in, and is back at the verdict with the next of its own', async () => {
    const { sale, codes } = await sold(tonight, 2);
    const [{ section, row, label }] = ticketsOf(sale) as [TicketView, TicketView];
    await page.keyboard.press('F8');
    const map = page.getByRole('application', { name: 'Arrivals: The Winter’s Tale' });
    await map.focus();
    const stalls = page.getByRole('list', { name: 'In, by section' }).getByRole('listitem').first();
    const inStalls = async () => {
      const [counts] = await house.office.do('door.counts', { eventIds: [tonight] });
      return `${counts!.admitted} of ${counts!.expected} in`;
    };
    await expect.poll(() => stalls.innerText()).toContain(await inStalls());

    const said = () => map.locator('[data-said]').innerText();
    const walkUntil = async (key: string, words: string) => {
      for (let step = 0; step < 40 && !(await said()).includes(words); step += 1) await page.keyboard.press(key);
      expect(await said()).toContain(words);
    };
    await walkUntil('ArrowUp', `${section}, row ${row},`);
    await page.keyboard.press('Home');
    await walkUntil('ArrowRight', `seat ${label},`);
    expect(await said()).toBe(`${section}, row ${row}, seat ${label}, Expected`);

    const elsewhere = { text: codes[0]!, gate: 'South' };
    await house.office.do('door.scan', { ...elsewhere, eventIds: [studio] });
    await expect.poll(() => stalls.innerText()).toContain('1 at a wrong door');
    await house.counter.do('door.scan', { text: codes[1]!, gate: 'North', eventIds: [tonight] });
    await expect.poll(() => stalls.innerText()).toContain(await inStalls());
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await said()).toBe(`${section}, row ${row}, seat ${label}, At another event’s door`);
    expect(await answer().count()).toBe(0);

    await scanKeys(page, withOneBitChanged(codes[0]!));
    await expect.poll(faceShown).toBe('BAD_SIGNATURE');
    expect(await map.count()).toBe(0);
    await page.keyboard.press('F8');
    await map.waitFor();
    await page.keyboard.press('F8');
    expect(await faceShown()).toBe('BAD_SIGNATURE');
  });

  test('keeps its words about its sound, and locks', async () => {
    await page.getByRole('button', { name: 'Sound is on' }).click();
    await page.getByRole('button', { name: 'Sound is off' }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('dialog', { name: 'Look up a ticket' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Who is here?' }).waitFor();
  });
});
