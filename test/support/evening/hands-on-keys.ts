/** A person at the PC with a keyboard and no mouse: every step by keys, and by what then stands on the screen. */
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** Pieces of money by what one is worth, as the sheet names it: `'50.00'`. */
export type Pieces = Readonly<Record<string, number>>;

export interface HandsOnKeys {
  readonly page: Page;
  /** The column beside the map. */
  readonly column: Locator;
  press(key: string): Promise<void>;
  type(words: string): Promise<void>;
  /** A wedge scanner's keys, as fast as one: none waits for what the one before did. */
  scans(code: string): Promise<void>;
  says(words: string | RegExp): Promise<void>;
  signsIn(name: string, pin: string): Promise<void>;
  /** Somebody else's PIN, for what the dialog asks. */
  isAllowedBy(name: string, pin: string): Promise<void>;
  goesTo(area: 'Sell' | 'Bookings' | 'Till' | 'Reports'): Promise<void>;
  opensDrawer(pieces: Pieces): Promise<void>;
  counts(label: string, pieces: Pieces): Promise<void>;
  showsEvent(number: number, title: string): Promise<void>;
  /** Types how many. */
  asksFor(quantity: number): Promise<void>;
  takesBest(quantity: number): Promise<void>;
  /** Puts a name on the sale; with `waits`, its tickets wait at will-call. */
  names(name: string, waits?: boolean): Promise<void>;
  pays(): Promise<void>;
  takesCash(amount: string): Promise<void>;
  takesCard(reference: string): Promise<void>;
  /** @returns the sale's number */
  finishes(): Promise<string>;
  /** Leaves the sale that is done; keys are heard again a moment after it. */
  callsNextCustomer(): Promise<void>;
  finds(words: string, heading: string): Promise<void>;
}

const AREA_KEYS = { Sell: 'Shift+F1', Bookings: 'Shift+F2', Till: 'Shift+F4', Reports: 'Shift+F8' } as const;

export function handsOnKeys(page: Page): HandsOnKeys {
  const column = page.locator('.sell-column');
  const press = (key: string) => page.keyboard.press(key);
  const type = (words: string) => page.keyboard.type(words);
  const says = (words: string | RegExp) => expect(column).toContainText(words, { timeout: 20_000 });
  const counts = (label: string, pieces: Pieces) => countSheet(page, label, pieces);
  const goesTo: HandsOnKeys['goesTo'] = async (area) => {
    await press(AREA_KEYS[area]);
    await expect(page.getByRole('button', { name: area, exact: true })).toHaveAttribute('aria-current', 'page');
  };
  return {
    page,
    column,
    press,
    type,
    says,
    counts,
    goesTo,
    ...counterKeys(page, column, says),
    scans: (code) => scanKeys(page, code),
    signsIn: async (name, pin) => {
      await page.getByRole('heading', { name: 'Who is here?' }).waitFor();
      await page.getByRole('option', { name }).waitFor();
      await type(name.split(' ')[0]!);
      await page.getByRole('heading', { name }).waitFor();
      await type(pin);
      await press('Enter');
      await page.getByRole('heading', { name: 'Who is here?' }).waitFor({ state: 'hidden' });
    },
    isAllowedBy: async (name, pin) => {
      const dialog = page.getByRole('dialog', { name: 'Needs a manager’s PIN' });
      const option = dialog.getByRole('option', { name });
      await option.waitFor();
      while ((await option.getAttribute('aria-selected')) !== 'true') await press('ArrowDown');
      await type(pin);
      await press('Enter');
      await expect(dialog).toBeHidden({ timeout: 20_000 });
    },
    opensDrawer: async (pieces) => {
      await goesTo('Till');
      await counts('Float', pieces);
      await press('Enter');
      await page.getByRole('heading', { name: /^Drawer of/ }).waitFor();
    },
    finds: async (words, heading) => {
      await goesTo('Bookings');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await press('ControlOrMeta+a');
      await type(words);
      await page.getByRole('heading', { name: heading }).waitFor();
    },
  };
}

type CounterKeys = Pick<
  HandsOnKeys,
  | 'showsEvent'
  | 'asksFor'
  | 'takesBest'
  | 'names'
  | 'pays'
  | 'takesCash'
  | 'takesCard'
  | 'finishes'
  | 'callsNextCustomer'
>;

function counterKeys(page: Page, column: Locator, says: HandsOnKeys['says']): CounterKeys {
  const press = (key: string) => page.keyboard.press(key);
  const quantity = page.getByLabel('Quantity');
  const asksFor = async (count: number): Promise<void> => {
    const digits = String(count);
    for (let end = 1; end <= digits.length; end += 1) {
      await press(digits[end - 1]!);
      await expect(quantity).toContainText(digits.slice(0, end));
    }
  };
  return {
    asksFor,
    showsEvent: async (number, title) => {
      await expect(async () => {
        await press(`Alt+${number}`);
        await expect(page.getByRole('application', { name: `Seat map of ${title}` })).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
    },
    takesBest: async (count) => {
      await asksFor(count);
      await press('Enter');
      await says(count === 1 ? '1 seat' : `${count} seats`);
    },
    names: async (name, waits = false) => {
      await press('c');
      const dialog = page.getByRole('dialog', { name: 'Customer' });
      await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
      await page.keyboard.type(name);
      if (waits) {
        const chip = dialog.getByRole('button', { name: 'Wait at will-call' });
        await tabTo(page, chip);
        await press('Space');
        await expect(chip).toHaveAttribute('aria-pressed', 'true');
        await page.keyboard.press('Shift+Tab');
        await tabTo(page, dialog.getByRole('button', { name: /Save/ }));
      }
      await press('Enter');
      await expect(dialog).toBeHidden();
      await says(name);
    },
    pays: async () => {
      await press('Enter');
      await says('To pay');
    },
    takesCash: async (amount) => {
      await page.keyboard.type(amount);
      await press('Enter');
    },
    takesCard: async (reference) => {
      await press('k');
      await expect(page.getByLabel('Reference on the terminal’s slip')).toBeFocused();
      await page.keyboard.type(reference);
      await press('Enter');
    },
    finishes: async () => {
      await press('Enter');
      await says(/Done · ORD-/);
      return /ORD-\w+-\w+/.exec(await column.innerText())![0];
    },
    callsNextCustomer: async () => {
      await expect(async () => {
        await press('Enter');
        await expect(column).toContainText('Pick seats on the map', { timeout: 500 });
      }).toPass({ timeout: 20_000 });
    },
  };
}

/** Sent to the browser without waiting in between; a key that comes twice is let go before it is pressed again. */
async function scanKeys(page: Page, code: string): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const press = (key: string, text: string) => {
    const named = { key, code: key === 'Enter' ? key : `Scan${key}` };
    return [
      keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...named }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named }),
    ];
  };
  await Promise.all([...[...code].flatMap((key) => press(key, key)), ...press('Enter', '\r')]);
  await keys.detach();
}

/** Presses Tab until something is focused. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 20_000, intervals: [1] });
}

/** Types pieces from the largest down; Enter walks, and after the last stands on the button. */
async function countSheet(page: Page, label: string, pieces: Pieces): Promise<void> {
  const fields = page.getByRole('group', { name: label }).getByRole('textbox');
  await expect(fields.first()).toBeFocused({ timeout: 20_000 });
  for (let index = 0, total = await fields.count(); index < total; index += 1) {
    const field = fields.nth(index);
    await expect(field).toBeFocused();
    const name = (await field.getAttribute('aria-label')) ?? '';
    const count = pieces[name.replace('How many of ', '')];
    if (count !== undefined) await page.keyboard.type(String(count));
    await page.keyboard.press('Enter');
  }
}
