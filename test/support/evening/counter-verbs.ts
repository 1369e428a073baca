/** What a clerk does at the counter. */
import type { Locator } from 'playwright';
import { expect } from 'playwright/test';
import { PATIENCE_MS, SOON, untilHeard, type Touch } from './touch.ts';

export interface CounterVerbs {
  /** The column beside the map. */
  readonly column: Locator;
  says(words: string | RegExp): Promise<void>;
  showsEvent(title: string): Promise<void>;
  /** Free seats on the map, one after the other; then away from it. */
  picksSeats(count: number): Promise<void>;
  /** One seat whose card says this. @returns its card */
  picksSeat(says: RegExp): Promise<string>;
  takesBest(count: number): Promise<void>;
  givesUp(): Promise<void>;
  /** The next ticket type for all seats. */
  changesType(): Promise<void>;
  makesComp(reason: string): Promise<void>;
  /** Puts a name on the sale; with `waits`, its tickets wait at will-call. */
  names(name: string, waits?: 'WAITS'): Promise<void>;
  /** Puts a name on seats that are kept until they are paid. */
  keepsUnpaid(name: string): Promise<void>;
  pays(): Promise<void>;
  paysExactly(): Promise<void>;
  takesCash(amount: string): Promise<void>;
  takesCard(reference: string): Promise<void>;
  /** @returns the sale's number */
  finishes(): Promise<string>;
  /** A sale of which nothing is to be paid. */
  finishesFree(): Promise<string>;
  /** The picture of the receipt of the sale that is done. */
  looksAtReceipt(): Promise<Locator>;
  /** Leaves the sale that is done. */
  callsNextCustomer(): Promise<void>;
}

/** A seat's card that says nothing of why it cannot be had. */
const FREE = /^(?![\s\S]*(?:Sold|Held|basket|Blocked|Not ours|No price))\S/;

export function counterVerbs(touch: Touch): CounterVerbs {
  const { page, presses } = touch;
  const column = page.locator('.sell-column');
  const says = (words: string | RegExp) => expect(column).toContainText(words, { timeout: PATIENCE_MS });
  const action = (id: string) => page.locator(`[data-action="${id}"]`);
  const button = (name: string | RegExp) => column.getByRole('button', { name });
  const numberDone = async (): Promise<string> => {
    await says(/Done · ORD-/);
    return /ORD-\w+-\w+/.exec(await column.innerText())![0];
  };
  return {
    column,
    says,
    showsEvent: (title) => showsEvent(touch, title),
    picksSeats: async (count) => {
      for (let picked = 1; picked <= count; picked += 1) {
        await touch.choosesSeat(page.locator('.sell-card'), FREE);
        await says(picked === 1 ? '1 seat' : `${picked} seats`);
      }
      await touch.leavesMap();
    },
    picksSeat: async (says) => {
      const card = await touch.choosesSeat(page.locator('.sell-card'), says);
      await touch.leavesMap();
      return card;
    },
    takesBest: async (count) => {
      await touch.asksForBest(count);
      await says(count === 1 ? '1 seat' : `${count} seats`);
    },
    givesUp: async () => {
      await presses(action('sell.escape'), 'Escape');
      await says('Give up these seats?');
      await presses(column.getByRole('alert').getByRole('button', { name: 'Give up' }), 'Escape');
      await says('Given up:');
    },
    changesType: () => presses(action('sell.type'), 't'),
    makesComp: async (reason) => {
      await presses(button(/^Ticket type of/));
      await touch.takes(page.getByRole('menuitem', { name: /Complimentary/ }));
      const dialog = page.getByRole('dialog', { name: 'Complimentary tickets' });
      await presses(dialog.getByRole('button', { name: reason, exact: true }));
      await presses(dialog.getByRole('button', { name: /^Make \d+ complimentary/ }));
    },
    ...customerVerbs(touch, says),
    pays: async () => {
      await presses(action('sell.pay'), 'Enter');
      await says('To pay');
    },
    paysExactly: () => presses(button(/^Exact/), 'F5'),
    takesCash: touch.gives,
    takesCard: async (reference) => {
      await presses(button('Card'), 'k');
      await touch.writes(page.getByLabel('Reference on the terminal’s slip'), reference);
      await presses(button('Card paid'), 'Enter');
    },
    finishes: async () => {
      await presses(button(/^Finish/), 'Enter');
      return numberDone();
    },
    finishesFree: async () => {
      await presses(button('Finish, nothing to pay'), 'Enter');
      return numberDone();
    },
    looksAtReceipt: async () => {
      const receipt = page.getByRole('dialog', { name: /Receipt/ });
      await untilHeard(
        () => presses(button(/^Receipt/), 'r'),
        () => expect(receipt).toBeVisible(SOON),
      );
      await expect(receipt.getByRole('img')).toBeVisible();
      return receipt;
    },
    callsNextCustomer: () => {
      const next = button('Next customer');
      return untilHeard(
        async () => ((await next.isVisible()) ? presses(next, 'Enter') : undefined),
        () => expect(column).toContainText('Pick seats on the map', SOON),
      );
    },
  };
}

function customerVerbs(
  { page, presses, writes }: Touch,
  says: CounterVerbs['says'],
): Pick<CounterVerbs, 'names' | 'keepsUnpaid'> {
  const dialog = page.getByRole('dialog', { name: 'Customer' });
  const button = (name: string) => dialog.getByRole('button', { name, exact: name === 'Keep unpaid' });
  const opens = async (name: string): Promise<void> => {
    await presses(page.locator('[data-action="sell.customer"]'), 'c');
    await writes(dialog.getByRole('textbox', { name: 'Name' }), name);
  };
  return {
    names: async (name, waits) => {
      await opens(name);
      if (waits) {
        await presses(button('Wait at will-call'));
        await expect(button('Wait at will-call')).toHaveAttribute('aria-pressed', 'true');
      }
      await presses(button('Save'));
      await expect(dialog).toBeHidden();
      await says(name);
    },
    keepsUnpaid: async (name) => {
      await opens(name);
      await presses(button('Keep unpaid'));
      await expect(dialog).toBeHidden();
    },
  };
}

async function showsEvent({ page, presses }: Touch, title: string): Promise<void> {
  const chip = page.locator('.app-event').filter({ hasText: title });
  await chip.waitFor();
  const number = /\d$/.exec((await chip.getAttribute('data-action')) ?? '')![0];
  const isShown = async () => (await chip.getAttribute('aria-pressed')) === 'true';
  await untilHeard(
    async () => ((await isShown()) ? undefined : presses(chip, `Alt+${number}`)),
    () => expect(page.getByRole('application', { name: `Seat map of ${title}` })).toBeVisible({ timeout: 1_000 }),
  );
}
