import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPrintQueue, type PrintQueue } from '../../src-main/devices/print-queue.ts';
import type { DeviceSettings } from '../../src-shared/contract/paper.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import { fail, ok } from '../../src-shared/domain/result.ts';
import { FakePrinter } from '../support/fake-printer.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, reserve, sell, ticketsOf } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;
let clerk: Person;
let eventId: string;

const PRINTERS: DeviceSettings = {
  ticketPrinter: { kind: 'SYSTEM', name: 'Tickets' },
  ticketLayout: 'A6',
  receiptPrinter: { kind: 'NETWORK', host: 'printer.local', port: 9100, reportsStatus: true },
  receiptColumns: 42,
  gate: 'North',
  mapGlides: false,
};

describeOnBothStores('paper', (open, kind) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    clerk = await hire(core, 'Ada', 'CLERK');
    ({ eventId } = await createEventOnSale(core));
  });

  const seats = (...labels: number[]) => labels.map((label) => `stalls-A-${label}`);
  const states = async (): Promise<string[]> =>
    (await core.store.read.rows('printItems', sql`where 1 = 1 order by id`)).map(
      ({ kind, state }) => `${kind} ${state}`,
    );

  describe('this PC', () => {
    test('has no printers until somebody sets them', async () => {
      expect(await core.do('settings.get', {})).toMatchObject({
        ticketPrinter: { kind: 'NONE' },
        ticketLayout: 'A4',
        receiptPrinter: { kind: 'NONE' },
        receiptColumns: 42,
        gate: 'Main entrance',
      });
      await core.do('settings.set', PRINTERS);
      await core.do('settings.set', { ...PRINTERS, gate: 'South' });
      expect(await core.do('settings.get', {})).toEqual({ ...PRINTERS, gate: 'South' });
    });
  });

  describe('without printers', () => {
    test('nothing waits to be printed: tickets are opened as a PDF', async () => {
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      expect(await core.do('print.queue', {})).toEqual([]);
      expect(ticketsOf(sale).map(({ printedCopies, printState }) => [printedCopies, printState])).toEqual([
        [1, null],
        [1, null],
      ]);
    });

    test('a copy is kept as printed by hand', async () => {
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1) });
      await as(core, clerk, 'ticket.reprint', { ticketIds: [ticketsOf(sale)[0]!.ticketId], reason: 'lost it' });
      expect(await core.do('print.queue', {})).toEqual([]);
      expect(await core.do('print.ofSale', { saleId: sale.saleId })).toMatchObject([
        { state: 'PRINTED', isCopy: true },
      ]);
    });
  });

  describe('with printers', () => {
    beforeEach(() => core.do('settings.set', PRINTERS));

    test('a sale queues its tickets and its receipt, one piece of paper each', async () => {
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      const queue = await core.do('print.queue', {});
      expect(queue.map(({ what, state, saleNumber }) => [what, state, saleNumber])).toEqual([
        ['Hamlet: Stalls A 1', 'QUEUED', sale.number],
        ['Hamlet: Stalls A 2', 'QUEUED', sale.number],
        [expect.stringMatching(/^Receipt R1-\d{6}$/), 'QUEUED', sale.number],
      ]);
      expect(await core.do('print.ofSale', { saleId: sale.saleId })).toEqual(queue);
    });

    test('only paid tickets are reprinted, each as a copy with its reason', async () => {
      const basket = await reserve(core, clerk, { eventId, seatIds: seats(5) });
      const [waiting] = ticketsOf(await core.do('sale.get', { saleId: basket }));
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2, 3) });
      const [first, second, third] = ticketsOf(sale).map(({ ticketId }) => ticketId);
      const ticketIds = [first!, waiting!.ticketId];
      expect(await core.refusal('ticket.reprint', { ticketIds, reason: 'torn' }, clerk)).toMatchObject({
        code: 'TICKET_NOT_PAID',
        message: expect.stringContaining(waiting!.number),
      });
      await core.do('sale.refundTickets', { saleId: sale.saleId, ticketIds: [third!], reason: 'ill' });
      expect(await core.refusal('ticket.reprint', { ticketIds: [third!], reason: 'torn' }, clerk)).toMatchObject({
        code: 'TICKET_NOT_VALID',
      });
      await as(core, clerk, 'ticket.reprint', { ticketIds: [first!, second!], reason: 'torn' });
      const copies = await core.store.read.rows('printItems', sql`where is_copy order by id`);
      expect(copies.map(({ ticketId, reason, userId }) => [ticketId, reason, userId])).toEqual([
        [first, 'torn', clerk.id],
        [second, 'torn', clerk.id],
      ]);
      const after = ticketsOf(await core.do('sale.get', { saleId: sale.saleId }));
      expect(after.map(({ printedCopies }) => printedCopies)).toEqual([2, 2, 1]);
    });
  });

  describe('the print queue', () => {
    let tickets: FakePrinter;
    let receipts: FakePrinter;
    let queue: PrintQueue;

    const createQueue = (executor = core.executor): PrintQueue =>
      createPrintQueue({
        store: core.store,
        executor,
        newId: core.newId,
        settings: () => core.do('settings.get', {}),
        ticketPrinter: (settings) => (settings.ticketPrinter.kind === 'NONE' ? null : tickets),
        receiptPrinter: (settings) => (settings.receiptPrinter.kind === 'NONE' ? null : receipts),
        ticketPdf: async (item) => {
          const [ticket] = await core.store.read.rows('tickets', sql`where id = ${item.ticketId}`);
          const isValid = ticket!.status === 'CONFIRMED';
          return isValid ? ok(new TextEncoder().encode(ticket!.seatId)) : fail('TICKET_NOT_VALID', 'given back');
        },
        receiptBytes: async () => ok(new TextEncoder().encode('receipt')),
      });

    beforeEach(async () => {
      await core.do('settings.set', PRINTERS);
      tickets = new FakePrinter();
      receipts = new FakePrinter();
      queue = createQueue();
    });

    test('prints everything once, in order, tickets and receipts beside each other', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      await sell(core, clerk, { eventId, seatIds: seats(3) });
      await queue.drain();
      expect(tickets.jobs).toEqual(seats(1, 2, 3));
      expect(receipts.jobs).toHaveLength(2);
      expect(await core.do('print.queue', {})).toEqual([]);
      await queue.drain();
      expect(tickets.jobs).toHaveLength(3);
    });

    test('has written down that it sends before it sends', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1) });
      const seen: string[][] = [];
      tickets.onJob = async () => void seen.push(await states());
      receipts.trouble.push('PRINT_REFUSED');
      await queue.drain();
      expect(seen[0]).toContain('TICKET SENT');
    });

    test('leaves what waits behind a jam queued, and the rest prints when a person has looked', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1, 2, 3, 4) });
      tickets.trouble.push('SENT', 'PRINT_UNKNOWN');
      await queue.drain();
      expect(tickets.jobs).toEqual(seats(1, 2));
      const [jammed, ...behind] = (await core.do('print.queue', {})).filter(({ kind }) => kind === 'TICKET');
      expect(jammed).toMatchObject({ state: 'UNKNOWN', problem: 'The printer said PRINT_UNKNOWN.' });
      expect(behind.map(({ state }) => state)).toEqual(['QUEUED', 'QUEUED']);

      await as(core, clerk, 'print.settle', { printItemId: jammed!.printItemId, outcome: 'FAILED' });
      await as(core, clerk, 'print.again', { printItemIds: [jammed!.printItemId] });
      expect(await core.refusal('print.again', { printItemIds: [jammed!.printItemId] }, clerk)).toMatchObject({
        code: 'PRINTED_AGAIN_ALREADY',
      });
      await queue.drain();
      expect(tickets.jobs).toEqual(seats(1, 2, 3, 4, 2));
      expect(await core.do('print.queue', {})).toEqual([]);
    });

    test('a printer that is off fails one piece a try, and the sale stands', async () => {
      tickets.trouble.push('PRINT_REFUSED');
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      await queue.drain();
      expect(sale.status).toBe('CONFIRMED');
      expect(tickets.jobs).toEqual([]);
      expect(await states()).toEqual(['TICKET FAILED', 'TICKET QUEUED', 'RECEIPT PRINTED']);
      const [failed] = await core.do('print.queue', {});
      await as(core, clerk, 'print.again', { printItemIds: [failed!.printItemId] });
      await queue.drain();
      expect(tickets.jobs.toSorted()).toEqual(seats(1, 2));
    });

    test('a printer in trouble gets one piece a call, even when the queue hears of its own marks', async () => {
      const { executor } = core;
      const run: typeof executor.run = async (name, ...rest) => {
        const result = await executor.run(name, ...rest);
        void queue.drain();
        return result;
      };
      queue = createQueue({ run });
      tickets.trouble.push('PRINT_REFUSED', 'PRINT_REFUSED', 'PRINT_REFUSED');
      await sell(core, clerk, { eventId, seatIds: seats(1, 2, 3) });
      await queue.drain();
      expect((await states()).filter((state) => state.startsWith('TICKET'))).toEqual([
        'TICKET FAILED',
        'TICKET QUEUED',
        'TICKET QUEUED',
      ]);
    });

    test('paper behind a jam waits while receipts go on printing, and is tried for new paper or when asked to', async () => {
      tickets.trouble.push('PRINT_REFUSED');
      await sell(core, clerk, { eventId, seatIds: seats(1, 2, 3) });
      await queue.drain();
      await queue.drain();
      expect(tickets.jobs).toEqual([]);
      expect((await states()).filter((state) => state === 'TICKET QUEUED')).toHaveLength(2);
      await sell(core, clerk, { eventId, seatIds: seats(4) });
      await queue.drain();
      expect(tickets.jobs).toEqual(seats(2, 3, 4));

      tickets.trouble.push('PRINT_REFUSED');
      await sell(core, clerk, { eventId, seatIds: seats(5, 6) });
      await queue.drain();
      await queue.retry();
      expect(tickets.jobs).toEqual(seats(2, 3, 4, 6));
    });

    test('what a dead program left half sent is for a person, and never sent again by itself', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      const [first] = await core.do('print.queue', {});
      const system = { userId: 'system', allowedBy: null };
      const mark = { printItemId: first!.printItemId, state: 'SENT', problem: null };
      await core.executor.run('print.mark', mark, system, core.newId());
      await createQueue().start();
      expect(tickets.jobs).toEqual(seats(2));
      expect(await core.do('print.queue', {})).toMatchObject([{ printItemId: first!.printItemId, state: 'UNKNOWN' }]);
      await createQueue().start();
      expect(tickets.jobs).toEqual(seats(2));
    });

    test('takes up what is queued while it prints', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1) });
      let hasSold = false;
      tickets.onJob = async () => {
        if (hasSold) return;
        hasSold = true;
        await sell(core, clerk, { eventId, seatIds: seats(2) });
        void queue.drain();
      };
      await queue.drain();
      expect(tickets.jobs).toEqual(seats(1, 2));
    });

    test('prints no ticket that was given back before its turn, and asks nobody about it', async () => {
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      const [first] = ticketsOf(sale);
      await core.do('sale.refundTickets', { saleId: sale.saleId, ticketIds: [first!.ticketId], reason: 'ill' });
      await queue.drain();
      expect(tickets.jobs).toEqual(seats(2));
      expect(await core.do('print.queue', {})).toEqual([]);
    });

    test('says so when the printer is not set any more', async () => {
      await sell(core, clerk, { eventId, seatIds: seats(1) });
      await core.do('settings.set', { ...PRINTERS, ticketPrinter: { kind: 'NONE' } });
      await queue.drain();
      const [failed] = await core.do('print.queue', {});
      expect(failed).toMatchObject({ state: 'FAILED', problem: 'No printer is set for this.' });
      await as(core, clerk, 'print.settle', { printItemId: failed!.printItemId, outcome: 'FAILED' });
      expect(await core.do('print.queue', {})).toEqual([]);
    });
  });

  describe('the audit list', () => {
    test('names who did what, newest first, and is found by person, act or number', async () => {
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1) });
      const records = await core.do('audit.list', {});
      expect(records.slice(0, 2).map(({ name, userName }) => [name, userName])).toEqual([
        ['sale.finish', 'Ada'],
        ['sale.tender', 'Ada'],
      ]);
      expect(records[0]!.detail).toContain('status RESERVED → CONFIRMED');
      const names = async (wanted: string) => (await core.do('audit.list', { text: wanted })).map(({ name }) => name);
      expect(await names('FINISH')).toEqual(['sale.finish']);
      expect(new Set((await core.do('audit.list', { text: 'ada' })).map(({ userName }) => userName))).toEqual(
        new Set(['Ada']),
      );
      expect(await names(sale.number)).toEqual([
        'sale.finish',
        'sale.tender',
        'sale.beginPayment',
        'sale.reserveSeats',
      ]);
      expect(await names('100%')).toEqual([]);
      expect(await names('_')).toEqual([]);
    });

    // Pages follow a record's number. On Postgres the sealer gives it, behind the commit, and the sealer comes with the
    // central API: until then every number there is null and a list has one page. Then this runs on both.
    test.runIf(kind === 'SQLite')(
      'comes in pages that neither lose nor repeat a record, even when the clock goes back',
      async () => {
        for (let i = 0; i < 110; i++) {
          if (i === 50) core.now -= 3_600_000;
          await core.do('settings.set', { ...PRINTERS, gate: `Gate ${i}` });
        }
        const first = await core.do('audit.list', {});
        const second = await core.do('audit.list', { before: first.at(-1)!.sequence! });
        const sequences = [...first, ...second].map(({ sequence }) => sequence);
        expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, i) => sequences.length - i));
      },
    );

    test('shows no hash of a PIN', async () => {
      await core.executor.run(
        'person.store',
        { userId: clerk.id, name: null, role: null, pinHash: 'hash of 9999', passwordHash: null },
        { userId: 'system', allowedBy: null },
        core.newId(),
      );
      const [record] = await core.do('audit.list', { text: 'person.store' });
      expect(record!.detail).toContain('pinHash');
      expect(record!.detail).not.toContain('hash of');
    });
  });
});
