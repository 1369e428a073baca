/** What a venue admin, a buyer and a manager do. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Touch } from './touch.ts';

export interface PlanFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface OfficeVerbs {
  /** Takes one of a few known things. */
  chooses(label: string, option: string | RegExp): Promise<void>;
  choosesFile(button: string, file: PlanFile): Promise<void>;
  /** Writes into fields by their names. */
  fillsIn(words: Readonly<Record<string, string>>): Promise<void>;
  /** A seat on the office's map whose card says this, and with `rows` its whole row. */
  choosesOnMap(says: RegExp, rows?: 'ROW'): Promise<void>;
  /** A number of the event's "Seats now". */
  seesSeatsNow(name: string, count: number): Promise<void>;
  /** Writes why, and does it. */
  saysWhy(reason: string, does: string): Promise<void>;
}

export function officeVerbs(touch: Touch): OfficeVerbs {
  const { page, presses, writes, takes } = touch;
  const fillsIn: OfficeVerbs['fillsIn'] = async (words) => {
    for (const [name, typed] of Object.entries(words)) {
      const date = page.locator('input[type=date]').and(page.getByLabel(name, { exact: true }));
      await writes(page.getByRole('textbox', { name, exact: true }).or(date), typed);
    }
  };
  return {
    fillsIn,
    chooses: async (label, option) => {
      await presses(page.getByRole('button', { name: new RegExp(` ${label}$`) }));
      await takes(page.getByRole('option', { name: option }));
    },
    choosesFile: async (button, file) => {
      const asked = page.waitForEvent('filechooser');
      await presses(page.getByRole('button', { name: button, exact: true }));
      await (await asked).setFiles(file);
    },
    choosesOnMap: async (says, rows) => {
      await touch.choosesSeat(page.locator('.seat-chooser-card'), says);
      await expect(page.locator('.choice-bar-words')).toContainText('1 seat');
      if (rows) await presses(page.getByRole('button', { name: 'Whole rows' }), 'r');
    },
    seesSeatsNow: (name, count) => seesSeatsNow(page, name, count),
    saysWhy: async (reason, does) => {
      const dialog = page.getByRole('dialog');
      await writes(dialog.getByRole('textbox', { name: 'Reason' }), reason);
      await presses(dialog.getByRole('button', { name: does, exact: true }), 'Enter');
      await expect(dialog).toBeHidden();
    },
  };
}

async function seesSeatsNow(page: Page, name: string, count: number): Promise<void> {
  const figure = page.getByRole('region', { name: 'Seats now' }).locator('div', { hasText: name }).locator('dd');
  await expect(figure).toHaveText(String(count), { timeout: 20_000 });
}
