/** How a person touches the program: the few things that a mouse and a keyboard do differently, and all else is made of. */
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** Pieces of money by what one is worth, as the sheet names it: `'50.00'`. */
export type Pieces = Readonly<Record<string, number>>;

export interface Touch {
  readonly page: Page;
  /** Does what a button does once it can be done; `key` is the key that the screen shows for it. */
  presses(button: Locator, key?: string): Promise<void>;
  /** Goes into a field and puts these words in place of what stands in it. */
  writes(field: Locator, words: string): Promise<void>;
  /** Turns a tick box over. */
  ticks(box: Locator): Promise<void>;
  /** Takes an entry of a menu or a list of choices that is open. */
  takes(entry: Locator): Promise<void>;
  /** Chooses a row of a table. */
  selects(row: Locator): Promise<void>;
  /** Opens a row of a table. */
  opens(row: Locator): Promise<void>;
  signsIn(name: string, pin: string): Promise<void>;
  /** Somebody else's PIN, for what the dialog asks. */
  isAllowedBy(name: string, pin: string): Promise<void>;
  /** Counts money into the sheet of that name; its button has the focus then. */
  counts(label: string, pieces: Pieces): Promise<void>;
  /** Chooses the first seat found on the map whose card says this, beside those that are chosen. @returns its card */
  choosesSeat(card: Locator, says: RegExp): Promise<string>;
  /** Goes from the map back to the screen around it. */
  leavesMap(): Promise<void>;
  asksForBest(count: number): Promise<void>;
  /** Gives the amount in cash. */
  gives(amount: string): Promise<void>;
}

/** What is looked for comes with the screen before it at the latest in this time. */
export const PATIENCE_MS = 20_000;

/** The button that can be pressed now, be it by a key. */
export async function waitUntilReady(button: Locator): Promise<void> {
  await button.waitFor();
  await expect(button).toBeEnabled({ timeout: PATIENCE_MS });
}

/** Long enough for a page that heard, short enough to ask again. */
export const SOON = { timeout: 500 } as const;

export const quantityOf = (page: Page): Locator => page.getByLabel('Quantity');

export const pinDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Needs a manager’s PIN' });

export const signInHeading = (page: Page): Locator => page.getByRole('heading', { name: 'Who is here?' });

/** Does it again until it is heard: for a moment after a sale is done no key is, so that an Enter that bounces does nothing. */
export async function untilHeard(does: () => Promise<unknown>, hears: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    await does();
    await hears();
  }).toPass({ timeout: PATIENCE_MS });
}
