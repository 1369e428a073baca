/** After the sale: paper that did not come out, will-call, copies, and money that goes back. */
import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import type { SaleView } from '../../../../src-shared/contract/sale.ts';
import { readPdf } from '../../../support/paper-reading.ts';
import type { Evening, Step } from './step.ts';

async function saleOf({ eyes, known }: Evening, name: string): Promise<SaleView> {
  const [found] = await eyes.do('booking.search', { text: known.numbers.get(name)! });
  return eyes.do('sale.get', { saleId: found!.saleId });
}

const ticketsOf = (sale: SaleView) => sale.bookings.flatMap(({ tickets }) => tickets);

async function choosesFirstTicket(evening: Evening, name: string): Promise<void> {
  const [first] = ticketsOf(await saleOf(evening, name));
  await evening.hands.choosesTicket(`${first!.section} ${first!.row} ${first!.label}`);
}

async function readsCodes({ hands }: Evening): Promise<readonly string[]> {
  const saving = hands.page.waitForEvent('download');
  await hands.presses(hands.button(/^PDF/), 'F9');
  const pages = await readPdf(readFileSync(await (await saving).path()));
  expect(pages.flatMap(({ code128 }) => code128)).toHaveLength(pages.length);
  return pages.flatMap(({ qr }) => qr);
}

const paper: readonly Step[] = [
  {
    name: 'what a printer that was off did not print is listed and printed again',
    run: async ({ hands, receiptPrinter, eyes, shot }) => {
      const { page } = hands;
      const waiting = await eyes.do('print.queue', {});
      expect(waiting.length).toBeGreaterThan(0);
      await hands.goesTo('Bookings');
      await hands.presses(page.getByRole('tab', { name: /^To print/ }), 'Alt+p');
      await page.getByText('Did not print').first().waitFor();
      await shot('not-printed');
      // It comes back, and jams in the middle of the first.
      receiptPrinter.script = { kind: 'DIES_AT_BYTE', byte: 60 };
      await hands.presses(hands.button(/^Print again/), 'F5');
      await page.getByText('Did it come out?').first().waitFor();
      receiptPrinter.script = { kind: 'OK' };
      await hands.selects(page.getByRole('row').filter({ hasText: 'Did it come out?' }).first());
      await hands.presses(hands.button(/^It did not/), 'F8');
      await page.getByText('Did it come out?').first().waitFor({ state: 'hidden' });
      await hands.presses(hands.button(/^Print all again/), 'F6');
      await page.getByText('Everything is printed').waitFor();
      expect(receiptPrinter.jobs).toHaveLength(waiting.length);
    },
  },
];

const waiting: readonly Step[] = [
  {
    name: 'a will-call booking is found by name and handed over once',
    run: async (evening) => {
      const { hands, shot } = evening;
      await hands.finds('hopper', 'Grace Hopper');
      await hands.presses(hands.button(/^Hand over/), 'F7');
      await hands.page.getByText('Handed over to Grace Hopper.').waitFor();
      await shot('handed-over');
      expect((await saleOf(evening, 'Grace Hopper')).handedOverAt).not.toBeNull();
      expect(new Set(await readsCodes(evening)).size).toBe(4);
    },
  },
];

const back: readonly Step[] = [
  {
    name: 'one ticket is reprinted',
    run: async (evening) => {
      const { hands } = evening;
      await hands.finds('lovel', 'Ada Lovelace');
      evening.known.codes = await readsCodes(evening);
      expect(new Set(evening.known.codes).size).toBe(3);
      await choosesFirstTicket(evening, 'Ada Lovelace');
      await hands.presses(hands.button(/^Reprint/), 'F6');
      await hands.givesReason(hands.button('Print a copy'));
      await hands.page.getByText('Counted as a copy.').waitFor();
      const copies = ticketsOf(await saleOf(evening, 'Ada Lovelace')).map(({ printedCopies }) => printedCopies);
      expect(copies).toEqual([copies[1]! + 1, copies[1], copies[1]]);
    },
  },
  {
    name: 'one ticket of three is refunded, which frees its seat and leaves the others',
    run: async (evening) => {
      const { hands, shot } = evening;
      await choosesFirstTicket(evening, 'Ada Lovelace');
      await hands.presses(hands.button(/^Refund/), 'F5');
      await hands.page.getByRole('form', { name: 'Refund 1 of 3 tickets' }).waitFor();
      await shot('refund');
      await hands.givesReason(hands.button(/^Refund €/));
      await hands.isAllowedBy('Max Manager', '2000');
      await hands.page.getByText(/Give €.* back from the drawer/).waitFor();
      const sale = await saleOf(evening, 'Ada Lovelace');
      expect(ticketsOf(sale).map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED']);
    },
  },
  {
    name: 'a whole sale is cancelled and its cash returned',
    run: async (evening) => {
      const { hands } = evening;
      await hands.finds(evening.known.numbers.get('Tom Thumb')!, 'Tom Thumb');
      await hands.presses(hands.button(/^Cancel sale/), 'F12');
      await hands.givesReason(hands.button(/^Cancel and return €/));
      await hands.isAllowedBy('Max Manager', '2000');
      await hands.page.getByText(/Give €.* back from the drawer/).waitFor();
      expect(await saleOf(evening, 'Tom Thumb')).toMatchObject({ status: 'CANCELLED', paidMinor: 0 });
    },
  },
];

export const theDesk: readonly Step[] = [...paper, ...waiting, ...back];
