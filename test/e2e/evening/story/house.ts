/** First start, and a plan that becomes a published map. */
import { expect } from 'playwright/test';
import { faultyPlan } from '../../../support/office-window.ts';
import type { Step } from './step.ts';

const json = (name: string, words: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(words) });

/** 44 seats; those of the balcony have ids of the stalls. */
export const FAULTY = json('little.json', faultyPlan('ABCDEF'));

export const theHouse: readonly Step[] = [
  {
    name: 'opens on a demo house that is ready to sell tonight and tomorrow',
    run: async ({ hands, shot }) => {
      await hands.signsIn('Clara Clerk', '5000');
      for (const title of ['The Winter’s Tale', 'Late Cabaret', 'String Quartets']) await hands.showsEvent(title);
      await hands.says('Pick seats on the map');
      await shot('ready');
      await hands.locks();
    },
  },
  {
    name: 'shows what is wrong in a plan before anything is stored, and stores it repaired',
    run: async ({ hands, eyes, shot }) => {
      const { page } = hands;
      const before = (await eyes.do('map.list', {})).length;
      await hands.signsIn('Vera Venue', '3000');
      await hands.goesTo('Maps');
      await hands.presses(hands.button(/Import a plan/), 'i');
      await hands.choosesFile('Choose a file', json('broken.json', '{"zones": ['));
      await page.getByText('broken.json is not valid JSON').waitFor();
      await hands.choosesFile('Choose a file', FAULTY);
      await page.getByText('Seat ids used more than once: 8').waitFor();
      await page.getByText('44 seats', { exact: true }).waitFor();
      await page.getByRole('application').waitFor();
      await shot('faults');
      const repair = page.getByRole('checkbox', { name: /get the section’s name in front/ });
      await hands.ticks(repair);
      await page.getByText('The plan is drawn here once no error is left.').waitFor();
      await expect(hands.button('Import')).toHaveAttribute('aria-disabled', 'true');
      expect(await eyes.do('map.list', {})).toHaveLength(before);
      await hands.ticks(repair);
      await page.getByRole('application').waitFor();
      await hands.presses(hands.button('Import'));
      await page.getByText('Version 1').waitFor();
      expect(await eyes.do('map.list', {})).toHaveLength(before + 1);
    },
  },
  {
    name: 'gives a row another category by choosing it on the map, and publishes the version',
    run: async ({ hands, shot }) => {
      const { page } = hands;
      await hands.choosesOnMap(/Stalls, row [A-F]/, 'ROW');
      await page.getByText(/^6 seats: Stalls/).waitFor();
      await hands.presses(hands.button(/Give the chosen seats: Back/), '2');
      await hands
        .button(/Choose all seats of: Back/)
        .getByText('14', { exact: true })
        .waitFor();
      await hands
        .button(/Choose all seats of: Front/)
        .getByText('30', { exact: true })
        .waitFor();
      await shot('categories');
      await hands.presses(hands.button(/^Publish/), 'p');
      await page.getByText('Version 1 is published with 44 seats.').waitFor();
    },
  },
];
