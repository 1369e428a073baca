/** The counter in a browser as a clerk uses it: a new demo house on the loopback shell, hands on mouse and keys. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { openProgram } from '../../../support/evening/program.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const shots = join(root, 'test-output', 'screens');

export interface CounterWindow {
  readonly page: Page;
  /** What the page complained about. */
  readonly complaints: readonly string[];
  /** The column beside the map. */
  readonly column: Locator;
  signIn(name: RegExp, pin: string): Promise<void>;
  /** One key after the other, each when what the one before does can be seen. */
  type(quantity: string): Promise<void>;
  /** Moves the pointer over the map to a free seat. @returns its name and where it is */
  findSeat(after?: number): Promise<{ readonly name: string; readonly x: number; readonly y: number }>;
  /** How many seats have a style by the legend. */
  count(style: string): Promise<number>;
  /** Ends the core's process as a power cut would; the shell starts it again. */
  killCore(): void;
  /** Puts the core's clock ahead. */
  moveClock(aheadMs: number): void;
  shot(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openCounter(): Promise<CounterWindow> {
  const { page, complaints, loopback, moveClock, close } = await openProgram();
  mkdirSync(shots, { recursive: true });
  return {
    ...hands(page),
    page,
    complaints,
    killCore: () => process.kill(loopback.corePid()!, 'SIGKILL'),
    moveClock,
    close,
  };
}

function hands(page: Page): Pick<CounterWindow, 'column' | 'signIn' | 'type' | 'findSeat' | 'count' | 'shot'> {
  const map = page.getByRole('application');
  return {
    column: page.locator('.sell-column'),
    signIn: async (name, pin) => {
      await page.getByRole('option', { name }).click();
      await page.keyboard.type(pin, { delay: 150 });
      await page.keyboard.press('Enter');
      await map.waitFor();
    },
    type: async (quantity) => {
      for (let end = 1; end <= quantity.length; end += 1) {
        await page.keyboard.press(quantity[end - 1]!);
        await expect(page.getByLabel('Quantity')).toContainText(quantity.slice(0, end));
      }
    },
    findSeat: (after = 0) => findSeat(page, map, after),
    count: async (style) => {
      const name = await page
        .getByRole('button', { name: new RegExp(`^${style}, \\d+ seats$`) })
        .getAttribute('aria-label', { timeout: 2_000 })
        .catch(() => null);
      return Number(/, (\d+) seats/.exec(name ?? ', 0 seats')![1]);
    },
    shot: async (name) => void (await page.screenshot({ path: join(shots, `sell-${name}.png`) })),
  };
}

/** Goes along the middle of the map from left to right until a free seat's card stands beside the pointer. */
async function findSeat(page: Page, map: Locator, after: number): Promise<{ name: string; x: number; y: number }> {
  const box = (await map.boundingBox())!;
  const y = box.y + box.height * 0.5;
  for (let x = Math.max(after, box.x + box.width * 0.25); x < box.x + box.width * 0.75; x += 4) {
    await page.mouse.move(x, y);
    const card = page.locator('.sell-card-head strong');
    const isFree = (await card.count()) > 0 && (await page.locator('.sell-card-status span').count()) === 1;
    if (isFree) return { name: (await card.textContent())!, x, y };
  }
  throw new Error('there is no free seat along the middle of the map');
}
