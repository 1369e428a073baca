/** The counter's and the door's steps again, with the core killed (−9) at each: every one is done exactly once. */
import { expect } from 'playwright/test';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { codesOf } from '../../support/door-house.ts';
import { handsOnKeys, type Hands } from '../../support/evening/hands.ts';
import { killed, MOMENTS } from '../../support/evening/killing.ts';
import { openProgram, type EveningProgram } from '../../support/evening/program.ts';
import { openNodeWindow, type NodeWindow } from '../../support/node-window.ts';

const EVENT = 'The Winter’s Tale';

let program: EveningProgram;
let clara: Hands;
/** At the door, in a window of her own. */
let dora: Hands;
/** A second pair of eyes at the core. */
let eyes: NodeWindow;

beforeAll(async () => {
  program = await openProgram();
  clara = handsOnKeys(program.page);
  eyes = await openNodeWindow(program.loopback, 'Max Manager', '2000');
  await clara.signsIn('Clara Clerk', '5000');
  dora = handsOnKeys(await program.openWindow());
  await dora.signsIn('Dora Door', '6000');
  await dora.servesDoor([EVENT]);
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => program.shot('evening-kill-failed'));
});

afterAll(async () => {
  eyes?.close();
  await program?.close();
});

async function saleOf(number: string): Promise<SaleView> {
  const found = await eyes.do('booking.search', { text: number });
  expect(found, `one sale stands under ${number}`).toHaveLength(1);
  return eyes.do('sale.get', { saleId: found[0]!.saleId });
}

const ticketsOf = (sale: SaleView) => sale.bookings.flatMap(({ tickets }) => tickets);

async function choosesFirstTicket(number: string): Promise<void> {
  const [first] = ticketsOf(await saleOf(number));
  await clara.choosesTicket(`${first!.section} ${first!.row} ${first!.label}`);
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

async function admitted(): Promise<number> {
  const event = (await eyes.do('event.today', {})).find(({ title }) => title === EVENT)!;
  return (await eyes.do('door.counts', { eventIds: [event.eventId] }))[0]!.admitted;
}

describe.each(MOMENTS)('a core that dies %s each step', (moment) => {
  let number = '';
  /** A sale of one complimentary ticket. */
  let free = '';
  const kills = (command: string, step: () => Promise<unknown>) => killed(program, { command, moment }, step);
  /** Dies at the call that brings the manager's PIN, not at the one that is refused for want of it. */
  const killsAllowed = (command: string, step: () => Promise<unknown>) =>
    killed(program, { command, moment, isAllowed: true }, step);

  test('signs in', async () => {
    await clara.locks();
    await kills('session.signIn', () => clara.signsIn('Clara Clerk', '5000'));
    expect(await clara.page.locator('.app-top').innerText()).toContain('Clara Clerk');
  });

  test('opens the drawer once, with its float', async () => {
    await kills('cash.open', () => clara.opensDrawer({ '50.00': 4 }));
    expect((await eyes.do('cash.current', {}))?.floatMinor).toBe(20_000);
  });

  test('sells once: what is picked, named, tendered and finished stands as it was', async () => {
    await clara.goesTo('Sell');
    await clara.showsEvent(EVENT);
    await kills('sale.reserveBest', () => clara.takesBest(3));
    await kills('sale.setTicketType', async () => {
      await clara.changesType();
      await clara.says('3 × Child');
    });
    await kills('sale.setCustomer', () => clara.names(`Ada ${moment}`, 'WAITS'));
    await kills('sale.beginPayment', () => clara.pays());
    await kills('sale.tender', async () => {
      await clara.takesCash('500');
      await clara.says('Change');
    });
    await kills('sale.finish', async () => {
      number = await clara.finishes();
    });
    const sale = await saleOf(number);
    expect(sale).toMatchObject({ status: 'CONFIRMED', dueMinor: 0, customer: { name: `Ada ${moment}` } });
    expect(sale.payments).toHaveLength(1);
    expect(ticketsOf(sale).map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    await clara.callsNextCustomer();
  });

  test('picks once on the map and gives a complimentary ticket once', async () => {
    await kills('sale.reserveSeats', () => clara.picksSeats(1));
    await killsAllowed('sale.comp', async () => {
      await clara.makesComp('Press');
      await clara.isAllowedBy('Max Manager', '2000');
      await clara.says('Complimentary: Press');
    });
    await clara.names(`Gift ${moment}`);
    free = await clara.finishesFree();
    const sale = await saleOf(free);
    expect(sale).toMatchObject({ status: 'CONFIRMED', totalMinor: 0, payments: [] });
    expect(ticketsOf(sale)).toMatchObject([{ compReason: 'Press', priceMinor: 0 }]);
    await clara.callsNextCustomer();
  });

  test('admits once at the door, takes it back once, and admits once by hand', async () => {
    const before = await admitted();
    const [code] = await codesOf(eyes, await saleOf(free));
    await kills('door.scan', () => dora.scans(code!, 'ADMIT'));
    await dora.seesVerdict(`Gift ${moment}`);
    expect(await admitted()).toBe(before + 1);
    await kills('door.correct', () => dora.takesBack());
    expect(await admitted()).toBe(before);
    await kills('door.admitByHand', async () => {
      await dora.admitsByHand(`gift ${moment.toLowerCase()}`, `Gift ${moment}`);
      await expect(dora.page.getByTestId('door-answer')).toHaveAttribute('data-face', 'ADMIT', { timeout: 20_000 });
    });
    expect(await admitted()).toBe(before + 1);
  });

  test('hands over once and prints one copy', async () => {
    const { page } = clara;
    await clara.finds(number, `Ada ${moment}`);
    await kills('sale.handOver', async () => {
      await clara.presses(clara.button(/^Hand over/), 'F7');
      await page.getByText(`Handed over to Ada ${moment}.`).waitFor();
    });
    const before = ticketsOf(await saleOf(number)).map(({ printedCopies }) => printedCopies);
    await choosesFirstTicket(number);
    await clara.presses(clara.button(/^Reprint/), 'F6');
    await kills('ticket.reprint', async () => {
      await clara.givesReason(clara.button('Print a copy'));
      await page.getByText('Counted as a copy.').waitFor();
    });
    const after = ticketsOf(await saleOf(number)).map(({ printedCopies }) => printedCopies);
    expect(after).toEqual([before[0]! + 1, before[1], before[2]]);
  });

  test('gives one ticket of three back once, and then the rest', async () => {
    const { page } = clara;
    await choosesFirstTicket(number);
    await clara.presses(clara.button(/^Refund/), 'F5');
    await page.getByRole('form', { name: 'Refund 1 of 3 tickets' }).waitFor();
    await killsAllowed('sale.refundTickets', async () => {
      await clara.givesReason(clara.button(/^Refund €/));
      await clara.isAllowedBy('Max Manager', '2000');
      await page.getByText(/Give €.* back from the drawer/).waitFor();
    });
    expect((await saleOf(number)).refunds).toHaveLength(1);
    await clara.presses(clara.button(/^Cancel sale/), 'F12');
    await killsAllowed('sale.cancel', async () => {
      await clara.givesReason(clara.button(/^Cancel and return €/));
      await clara.isAllowedBy('Max Manager', '2000');
      await expect.poll(async () => (await saleOf(number)).status, { timeout: 20_000 }).toBe('CANCELLED');
    });
    expect(await saleOf(number)).toMatchObject({ paidMinor: 0 });
  });

  test('counts the drawer and closes it even, once', async () => {
    const { page } = clara;
    await clara.goesTo('Till');
    await page.getByRole('heading', { name: /^Drawer of/ }).waitFor();
    await kills('cash.beginCount', async () => {
      await clara.presses(clara.button(/^Count the drawer/), 'F9');
      await clara.counts('In the drawer', { '50.00': 4 });
    });
    await kills('cash.count', async () => {
      await clara.presses(clara.button(/^That is all/));
      await page.getByText('The difference is shown once it is closed.').waitFor();
    });
    const wasAskedToOpen = await watchFor('.till-count');
    await kills('cash.close', async () => {
      await clara.presses(clara.button(/^Close the drawer/), 'F12');
      await expect(page.getByRole('article', { name: 'Z report' })).toContainText('Even', { timeout: 20_000 });
    });
    expect(await wasAskedToOpen(), 'a new drawer is offered before the old one is answered for').toBe(false);
    await expect(clara.button(/^Done/)).toBeFocused();
    await clara.presses(clara.button(/^Done/), 'Enter');
    await page.getByRole('heading', { name: 'Open the drawer' }).waitFor();
  });
});

test('leaves a night that balances and books that are right in every check', async () => {
  const night = await eyes.do('report.night', {});
  expect(night.sessions.map(({ differenceMinor }) => differenceMinor)).toEqual([0, 0, 0]);
  expect(program.complaints).toEqual([]);
  const { problems, words } = await program.closeAndVerify();
  expect(problems, words).toBe(0);
});
