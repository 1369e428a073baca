/** Scans and typing in a real browser, away from the door: each goes where it belongs. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sellAtCounter } from '../support/counter-sales.ts';
import { codesOf, openDoorHouse, scanKeys, type DoorHouse } from '../support/door-house.ts';

let house: DoorHouse;
let page: Page;
let code: string;

const palette = () => page.getByRole('dialog', { name: 'Find anything' });
const paletteBox = () => palette().getByRole('searchbox');
const refusal = () => page.locator('.app-scan-refusal').innerText();

beforeAll(async () => {
  house = await openDoorHouse();
  const [event] = await house.counter.do('event.today', {});
  const sale = await sellAtCounter(house.counter, {
    eventId: event!.eventId,
    quantity: 1,
    pays: 'CARD_TERMINAL',
    customer: { name: 'Ada Lovelace' },
  });
  code = (await codesOf(house.counter, sale))[0]!;
  page = await house.openPage('Clara Clerk', '5000');
});

afterAll(() => house?.close());

describe('keys in the whole window', () => {
  test('typed at any pace into a field are all there, in order', async () => {
    await page.keyboard.press('Control+k');
    await paletteBox().waitFor();
    const words = 'The Winter’s tale, T104 t10 Müller 4111';
    await page.keyboard.type(words);
    await expect.poll(() => paletteBox().inputValue()).toBe(words);
    await page.keyboard.type(' smith', { delay: 70 });
    await expect.poll(() => paletteBox().inputValue()).toBe(`${words} smith`);
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    await expect.poll(() => paletteBox().inputValue()).toBe(`${words} smithb`);
  });

  test('of a scan into an open dialog leave its field as it was and press none of its buttons', async () => {
    const before = await paletteBox().inputValue();
    await scanKeys(page, code);
    await expect.poll(refusal).toContain('A scan came while something was open');
    expect(await paletteBox().inputValue()).toBe(before);
    expect(await palette().count()).toBe(1);
  });

  test('of a payment card stay in no field, and it is said', async () => {
    const before = await paletteBox().inputValue();
    await scanKeys(page, '4111111111111111');
    await expect.poll(refusal).toContain('payment card');
    expect(await paletteBox().inputValue()).toBe(before);
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
  });

  test('of a ticket open its booking from where sales are made', async () => {
    await scanKeys(page, code);
    await page.getByText('Ada Lovelace').first().waitFor();
    await expect.poll(() => page.locator('.app-scan-refusal').count()).toBe(0);
  });
});
