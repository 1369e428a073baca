/** The night: the drawer counted blind, and what the manager reads. */
import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { Pieces } from '../../../support/evening/touch.ts';
import type { Step } from './step.ts';

const WORTH_MINOR = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const;

/** The fewest pieces that make an amount. */
function piecesOf(amountMinor: number): Pieces {
  let left = amountMinor;
  const pieces: Record<string, number> = {};
  for (const worth of WORTH_MINOR) {
    const count = Math.floor(left / worth);
    left -= count * worth;
    if (count > 0) pieces[(worth / 100).toFixed(2)] = count;
  }
  return pieces;
}

export const theNight: readonly Step[] = [
  {
    name: 'the drawer is counted blind, counted again, and closed a coin over',
    run: async ({ hands, eyes, shot }) => {
      const { page } = hands;
      await hands.goesTo('Till');
      await page.getByRole('heading', { name: /^Drawer of/ }).waitFor();
      const { expectedMinor } = (await eyes.do('cash.current', {}))!;
      await hands.presses(hands.button(/^Count the drawer/), 'F9');
      await hands.counts('In the drawer', { '50.00': 1 });
      await hands.presses(hands.button(/^That is all/));
      await page.getByText('The difference is shown once it is closed.').waitFor();
      const shown = await page.getByRole('main').innerText();
      expect(shown).not.toContain((expectedMinor! / 100).toFixed(2));
      await shot('counted');
      await hands.presses(hands.button(/^Count again/), 'F11');
      await page.getByText('Your last count came to €50.00.').waitFor();
      await hands.counts('In the drawer', piecesOf(expectedMinor! + 10));
      await hands.presses(hands.button(/^That is all/));
      await hands.presses(hands.button(/^Close the drawer/), 'F12');
      const sheet = page.getByRole('article', { name: 'Z report' });
      await expect(sheet).toContainText('Over');
      await expect(sheet).toContainText('0.10');
      await shot('z');
      await hands.presses(hands.button(/^Done/), 'Enter');
      await page.getByRole('heading', { name: 'Open the drawer' }).waitFor();
    },
  },
  {
    name: 'the manager reads a night that balances, and saves it for a spreadsheet',
    run: async ({ hands, shot }) => {
      const { page } = hands;
      await hands.locks();
      await hands.signsIn('Max Manager', '2000');
      await hands.goesTo('Reports');
      await page.getByText('It balances').waitFor();
      await shot('report');
      const saving = page.waitForEvent('download');
      await hands.presses(hands.button(/CSV/), 'F8');
      const csv = readFileSync(await (await saving).path(), 'utf8');
      expect(csv).toContain('Refunds by clerk,Clara Clerk,');
      expect(csv).toContain('Reprints by clerk,Clara Clerk,1,');
      expect(csv).toContain('Comps by clerk,Clara Clerk,1,');
      for (const title of ['The Winter’s Tale', 'Late Cabaret', 'String Quartets', 'Rigoletto'])
        expect(csv).toContain(title);
    },
  },
];
