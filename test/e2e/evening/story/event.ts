/** Events from the map: prices by level and type, seats in one step, held, released and blocked, and put on sale. */
import { expect } from 'playwright/test';
import type { Hands } from '../../../support/evening/hands.ts';
import type { Step } from './step.ts';

export const BROKERED = /^Suppliers/;

export interface EventPlan {
  readonly title: string;
  /** The map's name. */
  readonly on: string;
  readonly inventory?: RegExp;
}

export async function makesEvent(hands: Hands, { title, on, inventory }: EventPlan): Promise<void> {
  const { page } = hands;
  await hands.goesTo('Events');
  await hands.presses(hands.button(/New event/), 'n');
  await hands.fillsIn({ Title: title, Kind: 'Play' });
  await hands.chooses('Map', new RegExp(`^${on}, version 1`));
  if (inventory) await hands.chooses('Seats belong to', inventory);
  await hands.fillsIn({ Date: '12062031', Starts: '2000', Ends: '22.15' });
  await hands.presses(hands.button('Create'));
  await page.getByRole('table', { name: 'Prices by level and type' }).waitFor();
}

/** Two levels for grown-ups, one for children. */
export async function setsPrices(hands: Hands): Promise<void> {
  await hands.presses(hands.button('Add a type'));
  await hands.fillsIn({ 'Name of type 2': 'Child' });
  await hands.fillsIn({ 'Front, Standard': '45', 'Front, Child': '22.50', 'Back, Standard': '30' });
  await hands.presses(hands.button('Save prices'));
  await hands.page.getByText('Saved', { exact: true }).waitFor();
}

export async function makesSeats(hands: Hands, count: number): Promise<void> {
  await hands.presses(hands.button(/Seats and holds/));
  await hands.presses(hands.button(`Make ${count} seats`));
  await hands.page.getByRole('application').waitFor();
}

export async function putsOnSale(hands: Hands): Promise<void> {
  await hands.presses(hands.button('Publish'));
  await hands.presses(hands.button('Put on sale'));
  await hands.page.getByText('On sale', { exact: true }).waitFor();
}

export const theEvent: readonly Step[] = [
  {
    name: 'is made from the map, priced by level and type, and its seats are made in one step',
    run: async ({ hands, shot }) => {
      await makesEvent(hands, { title: 'King Lear', on: 'Little House' });
      await setsPrices(hands);
      await shot('prices');
      await makesSeats(hands, 44);
      await hands.seesSeatsNow('Free', 44);
    },
  },
  {
    name: 'has a row held, one of its seats released and another blocked, each with a reason',
    run: async ({ hands, shot }) => {
      const { page } = hands;
      await hands.choosesOnMap(/Stalls/, 'ROW');
      await hands.presses(hands.action('events.hold'), 'h');
      await hands.fillsIn({ Name: 'Press' });
      await hands.saysWhy('Critics on the first night', 'Hold');
      await hands.seesSeatsNow('Held', 6);
      await shot('held');
      await hands.choosesOnMap(/Press/);
      await page.getByText('Press: Critics on the first night').waitFor();
      await hands.presses(hands.action('events.release'), 'u');
      await hands.saysWhy('One critic is ill', 'Release');
      await hands.seesSeatsNow('Held', 5);
      await hands.choosesOnMap(/Available/);
      await hands.presses(hands.action('events.block'), 'b');
      await hands.saysWhy('Broken seat', 'Block');
      await hands.seesSeatsNow('Blocked', 1);
      await hands.seesSeatsNow('Free', 38);
    },
  },
  {
    name: 'is put on sale',
    run: async ({ hands, eyes }) => {
      await putsOnSale(hands);
      const lear = (await eyes.do('event.today', {})).find(({ title }) => title === 'King Lear');
      expect(lear).toMatchObject({ status: 'ON_SALE' });
    },
  },
];
