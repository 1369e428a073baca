/** A person at the PC: what people do in an evening, by whichever way they touch the program. */
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { counterVerbs, type CounterVerbs } from './counter-verbs.ts';
import { doorVerbs, type DoorVerbs } from './door-verbs.ts';
import { officeVerbs, type OfficeVerbs } from './office-verbs.ts';
import { touchByKeys } from './touch-by-keys.ts';
import { touchByMouse } from './touch-by-mouse.ts';
import { signInHeading, type Pieces, type Touch } from './touch.ts';

export type Area = 'Sell' | 'Bookings' | 'Till' | 'Events' | 'Maps' | 'Purchasing' | 'Reports' | 'Settings';

const AREA_KEYS: Readonly<Record<Area, string>> = {
  Sell: 'Shift+F1',
  Bookings: 'Shift+F2',
  Till: 'Shift+F4',
  Events: 'Shift+F5',
  Maps: 'Shift+F6',
  Purchasing: 'Shift+F7',
  Reports: 'Shift+F8',
  Settings: 'Shift+F9',
};

export interface DeskVerbs {
  goesTo(area: Area): Promise<void>;
  /** Locks, so that somebody else can sign in. */
  locks(): Promise<void>;
  opensDrawer(pieces: Pieces): Promise<void>;
  /** Finds the one booking of these words. */
  finds(words: string, heading: string): Promise<void>;
  choosesTicket(seat: string): Promise<void>;
  /** The first reason, and then what is done for it. */
  givesReason(does: Locator): Promise<void>;
  /** The button of an action. */
  action(id: string): Locator;
  button(name: string | RegExp): Locator;
  field(name: string | RegExp): Locator;
}

export interface Hands extends Touch, DeskVerbs, OfficeVerbs, CounterVerbs, DoorVerbs {}

export const handsOnMouse = (page: Page): Hands => hands(touchByMouse(page));
export const handsOnKeys = (page: Page): Hands => hands(touchByKeys(page));

function hands(touch: Touch): Hands {
  const desk = deskVerbs(touch);
  return { ...touch, ...desk, ...officeVerbs(touch), ...counterVerbs(touch), ...doorVerbs(touch) };
}

function deskVerbs({ page, presses, writes, ticks, counts }: Touch): DeskVerbs {
  const button: DeskVerbs['button'] = (name) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const field: DeskVerbs['field'] = (name) => page.getByRole('textbox', { name, exact: typeof name === 'string' });
  const goesTo: DeskVerbs['goesTo'] = async (area) => {
    const place = page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: area });
    await presses(place, AREA_KEYS[area]);
    await expect(place).toHaveAttribute('aria-current', 'page');
  };
  return {
    action: (id) => page.locator(`[data-action="${id}"]`),
    button,
    field,
    goesTo,
    locks: async () => {
      await presses(page.locator('[data-action="frame.lock"]'), 'F2');
      await signInHeading(page).waitFor();
    },
    opensDrawer: async (pieces) => {
      await goesTo('Till');
      await counts('Float', pieces);
      await presses(button(/^Open with/));
      await page.getByRole('heading', { name: /^Drawer of/ }).waitFor();
    },
    finds: async (words, heading) => {
      await goesTo('Bookings');
      await writes(page.getByRole('searchbox'), words);
      await page.getByRole('heading', { name: heading }).waitFor();
    },
    choosesTicket: (seat) => ticks(page.getByRole('checkbox', { name: `Choose ${seat}`, exact: true })),
    givesReason: async (does) => {
      await presses(page.locator('.booking-reason-chips').getByRole('button').first(), '1');
      await expect(does).toBeFocused();
      await presses(does, 'Enter');
    },
  };
}
