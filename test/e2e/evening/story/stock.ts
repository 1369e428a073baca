/** A brokered event: its seats are bought, and turn ours as they are received. */
import type { Hands } from '../../../support/evening/hands.ts';
import { BROKERED, makesEvent, makesSeats, putsOnSale, setsPrices } from './event.ts';
import type { Step } from './step.ts';

export async function makesSupplier(hands: Hands, name: string): Promise<void> {
  await hands.goesTo('Purchasing');
  await hands.presses(hands.button(/New supplier/), 's');
  await hands.fillsIn({ Name: name, Kind: 'Broker', Contact: 'desk@brokers.example' });
  await hands.presses(hands.page.getByRole('dialog').getByRole('button', { name: 'Create' }));
  await hands.page.getByRole('row', { name }).waitFor();
}

/** 12 seats in rows A and B, 24 in rows C to F. */
export async function orders(hands: Hands, supplier: string, title: string): Promise<void> {
  await hands.presses(hands.button(/New order/), 'n');
  await hands.chooses('Supplier', supplier);
  await hands.chooses('Event', new RegExp(`^${title} `));
  await hands.fillsIn({
    'Line 1, What': 'Stalls rows A–B',
    'Line 1, Seats': '12',
    'Line 1, Price each': '38.50',
    'Line 2, What': 'Stalls rows C–F',
    'Line 2, Seats': '24',
    'Line 2, Price each': '20',
  });
  await hands.page.getByText('942.00 EUR').waitFor();
  await hands.presses(hands.button('Create'));
  await hands.button('Send to supplier').waitFor();
}

export async function receives(hands: Hands, rows: string, count: number): Promise<void> {
  await hands.chooses('Section', 'Stalls');
  await hands.fillsIn({ Seats: rows, 'Proof of purchase': `Delivery note for ${rows}` });
  await hands.presses(hands.button(`Receive ${count} seats`));
}

export const theStock: readonly Step[] = [
  {
    name: 'is for an event of which no seat is ours yet',
    run: async ({ hands }) => {
      await makesEvent(hands, { title: 'Rigoletto', on: 'Little House', inventory: BROKERED });
      await setsPrices(hands);
      await makesSeats(hands, 44);
      await hands.seesSeatsNow('Not for sale', 44);
      await putsOnSale(hands);
      await hands.locks();
    },
  },
  {
    name: 'is ordered from a new supplier in two lines, sent and confirmed',
    run: async ({ hands, shot }) => {
      const { page } = hands;
      await hands.signsIn('Bruno Buyer', '4000');
      await makesSupplier(hands, 'Opera Brokers');
      await orders(hands, 'Opera Brokers', 'Rigoletto');
      await hands.presses(hands.button('Send to supplier'));
      await hands.presses(hands.button('Supplier confirmed'));
      await page.getByRole('heading', { name: /Receive on line 1/ }).waitFor();
      await shot('order');
    },
  },
  {
    name: 'is received, one line whole and the other in two parts, and its lines reconcile',
    run: async ({ hands, shot }) => {
      const { page } = hands;
      await receives(hands, 'rows A-B', 12);
      await page.getByText('Reconciled: 12 owned').waitFor();
      await page.getByRole('heading', { name: /Receive on line 2/ }).waitFor();
      await receives(hands, 'rows C-D', 12);
      await page.getByText('12 of 24').waitFor();
      await shot('received');
      await receives(hands, 'rows E-F', 12);
      await page.getByText('Reconciled: 24 owned').waitFor();
      await page.getByText('Completed', { exact: true }).waitFor();
      await hands.button('Not ours, 8 seats').waitFor();
      await hands.locks();
    },
  },
  {
    name: 'is ours to sell from then on, and the rest stays grey',
    run: async ({ hands, shot }) => {
      await hands.signsIn('Max Manager', '2000');
      await hands.goesTo('Events');
      await hands.opens(hands.page.getByRole('row').filter({ hasText: 'Rigoletto' }));
      await hands.seesSeatsNow('Free', 36);
      await hands.seesSeatsNow('Not for sale', 8);
      await shot('stock');
    },
  },
];
