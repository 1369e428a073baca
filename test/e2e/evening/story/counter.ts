/** The clerk's evening at the counter. */
import { expect } from 'playwright/test';
import type { Evening, Step } from './step.ts';

const WINTERS_TALE = 'The Winter’s Tale';
const QUARTETS = 'String Quartets';

/** Sold when Enter finishes it, and paid with whatever is left to pay. */
async function finishes({ hands, known }: Evening, name: string): Promise<void> {
  known.numbers.set(name, await hands.finishes());
}

async function freeSeats({ eyes }: Evening, title: string): Promise<number> {
  return (await eyes.do('event.today', {})).find((event) => event.title === title)!.counts.available;
}

const drawer: readonly Step[] = [
  {
    name: 'the manager sets a receipt printer, which is switched off',
    run: async ({ hands, receiptPrinter }) => {
      await hands.goesTo('Settings');
      await hands.presses(hands.button('This PC'));
      await hands.chooses('Receipt printer', 'A network printer');
      await hands.fillsIn({ Address: '127.0.0.1', Port: String(receiptPrinter.port) });
      await hands.presses(hands.button('Save'));
      await hands.page.getByText('Saved', { exact: true }).waitFor();
      await hands.locks();
    },
  },
  {
    name: 'a clerk opens the drawer with a counted float',
    run: async ({ hands, eyes }) => {
      await hands.signsIn('Clara Clerk', '5000');
      await hands.opensDrawer({ '50.00': 2, '10.00': 10 });
      expect((await eyes.do('cash.current', {}))?.floatMinor).toBe(20_000);
    },
  },
];

const sales: readonly Step[] = [
  {
    name: 'seats picked on the map are made children’s and paid in cash with change',
    run: async (evening) => {
      const { hands, shot } = evening;
      await hands.goesTo('Sell');
      await hands.showsEvent(WINTERS_TALE);
      await hands.picksSeats(2);
      await hands.changesType();
      await hands.says('2 × Child');
      await expect(hands.column.getByRole('timer')).toBeVisible();
      await hands.names('Tom Thumb');
      await shot('basket');
      await hands.pays();
      await hands.takesCash('500');
      await hands.says('Change');
      await shot('change');
      await finishes(evening, 'Tom Thumb');
    },
  },
  {
    name: 'the sale stands though its receipt is not printed, which is shown as a picture',
    run: async ({ hands, shot }) => {
      const { page } = hands;
      await expect(page.getByRole('button', { name: '1 waiting to print' })).toBeVisible({ timeout: 20_000 });
      const receipt = await hands.looksAtReceipt();
      await shot('receipt');
      await hands.presses(receipt.getByRole('button', { name: 'Close' }), 'Escape');
      await expect(receipt).toBeHidden();
      await hands.callsNextCustomer();
    },
  },
  {
    name: 'the best four wait at will-call under a name, paid by card',
    run: async (evening) => {
      const { hands } = evening;
      await hands.takesBest(4);
      await hands.names('Grace Hopper', 'WAITS');
      await hands.pays();
      await hands.takesCard('A-4711');
      await hands.says('Paid, no change');
      await finishes(evening, 'Grace Hopper');
      await hands.says('Waits at will-call for Grace Hopper');
      await hands.callsNextCustomer();
    },
  },
  {
    name: 'three are paid exactly',
    run: async (evening) => {
      const { hands } = evening;
      await hands.takesBest(3);
      await hands.names('Ada Lovelace');
      await hands.pays();
      await hands.paysExactly();
      await hands.says('Paid, no change');
      await finishes(evening, 'Ada Lovelace');
      await hands.callsNextCustomer();
    },
  },
  {
    name: 'one sale holds two events, and each event keeps its own basket beside it',
    run: async (evening) => {
      const { hands, shot } = evening;
      await hands.takesBest(2);
      await hands.showsEvent(QUARTETS);
      await hands.says('Pick seats on the map');
      await hands.takesBest(1);
      await hands.showsEvent('Late Cabaret');
      await hands.says(`Add to the sale of ${QUARTETS}`);
      await hands.presses(hands.column.getByRole('button', { name: /^Add to the sale/ }), '+');
      await hands.says('one payment for both');
      await hands.takesBest(2);
      await hands.names('Two Evenings');
      await shot('two-events');
      await hands.pays();
      await hands.takesCard('A-4712');
      await hands.says('Paid, no change');
      await finishes(evening, 'Two Evenings');
      await hands.callsNextCustomer();
      await hands.showsEvent(WINTERS_TALE);
      await hands.says('2 seats');
      await hands.givesUp();
    },
  },
  {
    name: 'a complimentary ticket needs a reason and somebody with the right',
    run: async (evening) => {
      const { hands, shot } = evening;
      await hands.takesBest(1);
      await hands.makesComp('Press');
      await shot('comp');
      await hands.isAllowedBy('Max Manager', '2000');
      await hands.says('Complimentary: Press');
      await hands.finishesFree();
      await hands.callsNextCustomer();
    },
  },
  {
    name: 'bought stock is sold like the house’s own',
    run: async (evening) => {
      const { hands } = evening;
      await hands.showsEvent('Rigoletto');
      await hands.takesBest(1);
      await hands.pays();
      await hands.paysExactly();
      await hands.says('Paid, no change');
      await finishes(evening, 'Stock');
      await hands.callsNextCustomer();
      expect(await freeSeats(evening, 'Rigoletto')).toBe(35);
    },
  },
];

const baskets: readonly Step[] = [
  {
    name: 'seats are kept unpaid under a name',
    run: async (evening) => {
      const { hands } = evening;
      await hands.showsEvent(QUARTETS);
      await hands.takesBest(1);
      await hands.keepsUnpaid('Ursula Unpaid');
      await hands.says('Pick seats on the map');
    },
  },
  {
    name: 'an abandoned basket frees its seats at its deadline',
    run: async (evening) => {
      const { hands, program, shot } = evening;
      await hands.showsEvent(WINTERS_TALE);
      const before = await freeSeats(evening, WINTERS_TALE);
      await hands.takesBest(2);
      expect(await freeSeats(evening, WINTERS_TALE)).toBe(before - 2);
      program.moveClock(11 * 60_000);
      await hands.says('The time is over and the seats are free again');
      await shot('expired');
      expect(await freeSeats(evening, WINTERS_TALE)).toBe(before);
    },
  },
];

export const theCounter: readonly Step[] = [...drawer, ...sales, ...baskets];
