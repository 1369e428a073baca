/** What door staff do, and what their scanner does: it types, whoever holds it. */
import { expect } from 'playwright/test';
import { scanKeys } from '../door-house.ts';
import { PATIENCE_MS, type Touch } from './touch.ts';

/** A quick typist's. */
const KEY_BY_HAND_MS = 60;

export interface DoorVerbs {
  /** Lets in to these events and no others. */
  servesDoor(titles: readonly string[]): Promise<void>;
  /** Scans, and sees the answer to this very scan. */
  scans(code: string, face: string): Promise<void>;
  /** Looks a ticket up and admits it by hand, for the first reason. */
  admitsByHand(words: string, found: string): Promise<void>;
  /** Takes back the admission that is shown, for the first reason. */
  takesBack(): Promise<void>;
  seesVerdict(words: string | RegExp): Promise<void>;
}

export function doorVerbs({ page, presses, takes }: Touch): DoorVerbs {
  const answer = page.getByTestId('door-answer');
  const reasons = page.getByRole('dialog', { name: /by hand|Take back/ });
  const givesFirstReason = async (): Promise<void> => {
    await reasons.waitFor();
    await takes(reasons.getByRole('menuitem').first());
    await expect(reasons).toBeHidden();
  };
  return {
    seesVerdict: (words) => expect(answer).toContainText(words, { timeout: PATIENCE_MS }),
    servesDoor: async (titles) => {
      await page.getByRole('heading', { name: 'What does this door let in to?' }).waitFor();
      await page.locator('.door-choice').first().waitFor();
      for (const [index, choice] of (await page.locator('.door-choice').all()).entries()) {
        const words = await choice.innerText();
        const isServed = titles.some((title) => words.includes(title));
        if ((await choice.getAttribute('data-chosen')) === String(isServed)) continue;
        await presses(choice.locator('label'), `${index + 1}`);
        await expect(choice).toHaveAttribute('data-chosen', String(isServed));
      }
      await presses(page.getByRole('button', { name: 'Serve this door' }), 'Enter');
      await page.getByText('Scan a ticket').waitFor();
    },
    scans: async (code, face) => {
      // What stands there now is no answer to this scan: it is gone while that is asked.
      await answer.evaluateAll((old) => old.forEach((element) => element.setAttribute('data-before', 'true')));
      await scanKeys(page, code);
      const fresh = page.locator('[data-testid=door-answer]:not([data-before])');
      await expect(fresh).toHaveAttribute('data-face', face, { timeout: PATIENCE_MS });
    },
    admitsByHand: async (words, found) => {
      await presses(page.getByRole('button', { name: 'Look up' }), 'Space');
      await page.getByRole('dialog', { name: 'Look up a ticket' }).waitFor();
      // At a door whatever is typed as fast as a machine types is a scan.
      await page.keyboard.type(words, { delay: KEY_BY_HAND_MS });
      await takes(page.getByRole('menuitem').filter({ hasText: found }).first());
      await givesFirstReason();
    },
    takesBack: async () => {
      await presses(page.getByRole('button', { name: 'Correct the last' }), 'Backspace');
      await givesFirstReason();
      await expect(answer).toHaveAttribute('data-face', 'TAKEN_BACK', { timeout: PATIENCE_MS });
    },
  };
}
