/** The evening's steps again, with the core killed (−9) at each: before it, inside it, and after it but not answered. */
import { expect } from 'playwright/test';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { handsOnKeys, tabTo, type HandsOnKeys } from '../../support/evening/hands-on-keys.ts';
import { openProgram, type Death, type EveningProgram } from '../../support/evening/program.ts';
import { openNodeWindow, type NodeWindow } from '../../support/node-window.ts';

let program: EveningProgram;
let clara: HandsOnKeys;
/** A second pair of eyes at the core. */
let eyes: NodeWindow;

beforeAll(async () => {
  program = await openProgram();
  clara = handsOnKeys(program.page);
  eyes = await openNodeWindow(program.loopback, 'Max Manager', '2000');
  await clara.signsIn('Clara Clerk', '5000');
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => program.shot('evening-kill-failed'));
});

afterAll(async () => {
  eyes?.close();
  await program?.close();
});

/** Does what sends the command; the core dies at that moment, and what is to be seen comes by itself. */
async function killed(command: string, moment: Death['moment'], step: () => Promise<unknown>): Promise<void> {
  const before = program.loopback.corePid();
  program.kill({ command, moment });
  await step();
  await program.survives(before);
}

async function saleOf(number: string): Promise<SaleView> {
  const found = await eyes.do('booking.search', { text: number });
  expect(found, `one sale stands under ${number}`).toHaveLength(1);
  return eyes.do('sale.get', { saleId: found[0]!.saleId });
}

const ticketsOf = (sale: SaleView) => sale.bookings.flatMap(({ tickets }) => tickets);

const ticketName = ({ section, row, label }: { section: string; row: string; label: string }) =>
  `${section} ${row} ${label}`;

async function choosesTicket(name: string): Promise<void> {
  const box = clara.page.getByRole('checkbox', { name: `Choose ${name}`, exact: true });
  await tabTo(clara.page, box);
  await clara.press('Space');
}

/** @returns whether something like this was in the page at any time since */
async function watchFor(selector: string): Promise<() => Promise<boolean>> {
  const seen = await clara.page.evaluateHandle((looked) => {
    const watched = { was: false };
    const look = () => (watched.was ||= document.querySelector(looked) !== null);
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return watched;
  }, selector);
  return async () => (await seen.jsonValue()).was;
}

/** The first reason; the keyboard then stands on the button that does it. */
async function choosesReason(does: RegExp): Promise<void> {
  await clara.press('1');
  await expect(clara.page.getByRole('button', { name: does })).toBeFocused();
}

describe.each<Death['moment']>(['BEFORE', 'INSIDE', 'AFTER'])('a core that dies %s each step', (moment) => {
  let number = '';

  test('opens the drawer once, with its float', async () => {
    await killed('cash.open', moment, () => clara.opensDrawer({ '50.00': 4 }));
    expect((await eyes.do('cash.current', {}))?.floatMinor).toBe(20_000);
  });

  test('sells once: what is picked, named, tendered and finished stands as it was', async () => {
    await clara.goesTo('Sell');
    await clara.showsEvent(1, 'The Winter’s Tale');
    await killed('sale.reserveBest', moment, () => clara.takesBest(3));
    await killed('sale.setTicketType', moment, async () => {
      await clara.press('t');
      await clara.says('3 × Child');
    });
    await killed('sale.setCustomer', moment, () => clara.names(`Ada ${moment}`));
    await killed('sale.beginPayment', moment, () => clara.pays());
    await killed('sale.tender', moment, async () => {
      await clara.takesCash('500');
      await clara.says('Change');
    });
    await killed('sale.finish', moment, async () => {
      number = await clara.finishes();
    });
    const sale = await saleOf(number);
    expect(sale).toMatchObject({ status: 'CONFIRMED', dueMinor: 0, customer: { name: `Ada ${moment}` } });
    expect(sale.payments).toHaveLength(1);
    expect(ticketsOf(sale).map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    await clara.callsNextCustomer();
  });

  test('gives one ticket of three back once, and then the rest', async () => {
    const [first] = ticketsOf(await saleOf(number));
    await clara.finds(number, `Ada ${moment}`);
    await choosesTicket(ticketName(first!));
    await clara.press('F5');
    await clara.page.getByRole('form', { name: 'Refund 1 of 3 tickets' }).waitFor();
    await choosesReason(/^Refund €/);
    await killed('sale.refundTickets', moment, async () => {
      await clara.press('Enter');
      await clara.isAllowedBy('Max Manager', '2000');
      await clara.page.getByText(/Give €.* back from the drawer/).waitFor();
    });
    expect((await saleOf(number)).refunds).toHaveLength(1);
    await clara.press('F12');
    await clara.page.getByRole('form', { name: 'Cancel the whole sale' }).waitFor();
    await choosesReason(/^Cancel and return/);
    await killed('sale.cancel', moment, async () => {
      await clara.press('Enter');
      await clara.isAllowedBy('Max Manager', '2000');
      await expect.poll(async () => (await saleOf(number)).status, { timeout: 20_000 }).toBe('CANCELLED');
    });
    expect(await saleOf(number)).toMatchObject({ paidMinor: 0 });
  });

  test('counts the drawer and closes it even, once', async () => {
    await clara.goesTo('Till');
    await clara.page.getByRole('heading', { name: /^Drawer of/ }).waitFor();
    await killed('cash.beginCount', moment, async () => {
      await clara.press('F9');
      await clara.counts('In the drawer', { '50.00': 4 });
    });
    await killed('cash.count', moment, async () => {
      await clara.press('Enter');
      await clara.page.getByText('The difference is shown once it is closed.').waitFor();
    });
    const wasAskedToOpen = await watchFor('.till-count');
    await killed('cash.close', moment, async () => {
      await clara.press('F12');
      await expect(clara.page.getByRole('article', { name: 'Z report' })).toContainText('Even', { timeout: 20_000 });
    });
    expect(await wasAskedToOpen(), 'a new drawer is offered before the old one is answered for').toBe(false);
    await expect(clara.page.getByRole('button', { name: /^Done/ })).toBeFocused();
    await clara.press('Enter');
    await clara.page.getByRole('heading', { name: 'Open the drawer' }).waitFor();
  });
});

test('leaves a night that balances and books that are right in every check', async () => {
  const night = await eyes.do('report.night', {});
  expect(night.sessions.map(({ differenceMinor }) => differenceMinor)).toEqual([0, 0, 0]);
  expect(program.complaints).toEqual([]);
  expect((await program.closeAndVerify()).problems).toBe(0);
});
