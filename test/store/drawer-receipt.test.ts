/** The drawer on paper: X, Z and each movement as a receipt of its own, decoded from the very bytes that print. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPaperMaker, createPaperServices, readReceiptPaper } from '../../src-main/paper-services.ts';
import { createQueuedPaper } from '../../src-main/queued-paper.ts';
import { verifyStore } from '../../src-main/verify.ts';
import type { CashSessionView } from '../../src-shared/contract/cash.ts';
import type { DeviceSettings } from '../../src-shared/contract/paper.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import { decodeEscpos, type DecodedReceipt } from '../../src-shared/domain/receipt/escpos-decoder.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, pay, reserve, ticketsOf } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';
import { testSigner } from '../support/ticket-keys.ts';

let core: TestCore;
let clerk: Person;
let manager: Person;
let eventId: string;

const COLUMNS = 42;
const PRINTERS: DeviceSettings = {
  ticketPrinter: { kind: 'NONE' },
  ticketLayout: 'A6',
  receiptPrinter: { kind: 'NETWORK', host: 'printer.local', port: 9100, reportsStatus: true },
  receiptColumns: COLUMNS,
  gate: 'North',
  mapGlides: false,
};
/** 170.00. */
const FLOAT = { '5000': 2, '1000': 5, '100': 20 };
const RULE = '─'.repeat(COLUMNS);
const MINUTE_MS = 60_000;
const maker = createPaperMaker();

describeOnBothStores('a drawer on paper', (open, kind) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    clerk = await hire(core, 'Ada', 'CLERK');
    manager = await hire(core, 'Mo', 'MANAGER');
    ({ eventId } = await createEventOnSale(core));
    await core.do('settings.set', PRINTERS);
    await as(core, clerk, 'cash.open', { denominations: FLOAT });
  });

  async function bytesOf(receiptId: string): Promise<Uint8Array> {
    const paper = await readReceiptPaper(core.store, receiptId);
    if (!paper.ok) throw new Error(paper.error.message);
    return maker.receiptBytes(paper.value, COLUMNS);
  }

  async function printed(receiptId: string): Promise<DecodedReceipt> {
    const decoded = decodeEscpos(await bytesOf(receiptId), COLUMNS);
    if (!decoded.ok) throw new Error(decoded.error.message);
    return decoded.value;
  }

  /** Its lines as a person reads them, runs of spaces as one. */
  async function linesOf(receiptId: string): Promise<string[]> {
    return (await printed(receiptId)).elements.flatMap((element) =>
      element.kind === 'LINE'
        ? [
            element.runs
              .map((run) => run.text)
              .join('')
              .replace(/ +/g, ' ')
              .trim(),
          ]
        : [],
    );
  }

  const sellOne = async (seat: string, by: 'CASH' | 'CARD_TERMINAL') =>
    pay(core, clerk, await reserve(core, clerk, { eventId, seatIds: [seat] }), by);

  /** Two sales for cash, one of them given back; two by card; every kind of movement; one count that was wrong. */
  async function evening(): Promise<void> {
    core.now += MINUTE_MS;
    await sellOne('stalls-A-1', 'CASH');
    const ill = await sellOne('stalls-A-2', 'CASH');
    await sellOne('stalls-A-3', 'CARD_TERMINAL');
    await sellOne('circle-AA-1', 'CARD_TERMINAL');
    const [ticket] = ticketsOf(ill);
    const refund = { saleId: ill.saleId, ticketIds: [ticket!.ticketId], reason: 'Ill' };
    await core.executor.run('sale.refundTickets', refund, { userId: clerk.id, allowedBy: manager.id }, core.newId());
    await as(core, clerk, 'cash.move', { kind: 'PAID_IN', amountMinor: 700, reason: 'Change from the bank' });
    await as(core, clerk, 'cash.move', { kind: 'PAID_OUT', amountMinor: 300, reason: 'Flowers' });
    await as(core, clerk, 'cash.move', { kind: 'NO_SALE', amountMinor: 0, reason: 'Changed a note' });
    await as(core, clerk, 'cash.move', { kind: 'DROP', amountMinor: 5000, reason: 'Interval' });
  }

  async function closed(): Promise<CashSessionView> {
    core.now += MINUTE_MS;
    await as(core, clerk, 'cash.beginCount', {});
    await as(core, clerk, 'cash.count', { denominations: { '100': 1 } });
    await as(core, clerk, 'cash.count', { denominations: { '5000': 3, '2000': 1, '50': 7 } });
    core.now += MINUTE_MS;
    return as(core, clerk, 'cash.close', {});
  }

  test('closing it writes a Z receipt with all its figures, who and when', async () => {
    await evening();
    const session = await closed();
    const lines = await linesOf(session.receiptIds.at(-1)!);
    expect(lines.slice(lines.indexOf('Z REPORT'))).toEqual([
      'Z REPORT',
      expect.stringMatching(/^Receipt no\. R1-\d{6}$/),
      'Date Sat 21 Nov 2026 18:03',
      'Served by Ada',
      'Till Counter 1',
      RULE,
      'Drawer of Ada',
      'Opened Sat 21 Nov 2026 18:00',
      'Closed Sat 21 Nov 2026 18:03',
      RULE,
      'Float 170.00',
      'Cash sales (2) 100.00',
      'Cash refunds (1) -50.00',
      'Paid in (1) 7.00',
      'Paid out (1) -3.00',
      'To the safe (1) -50.00',
      'Opened, no sale 1',
      'Should be in it 174.00',
      'Counted 173.50',
      'Short -0.50',
      RULE,
      'Card sales (2) 80.00',
      'Card refunds (0) 0.00',
      'Cards 80.00',
      RULE,
      'Counted by Ada',
      'Times counted 2',
      '3 × 50.00 150.00',
      '1 × 20.00 20.00',
      '7 × 0.50 3.50',
      RULE,
      RULE,
      'Counted by',
      RULE,
      'Seen by',
      expect.stringMatching(kind === 'SQLite' ? /^Audit [0-9a-f]{8}$/ : /^Audit/),
    ]);
    expect(session).toMatchObject({ expectedMinor: 17_400, differenceMinor: -50 });
  });

  test('each movement has its receipt with amount and reason, for which the drawer opens', async () => {
    await evening();
    const { receiptIds } = (await as(core, clerk, 'cash.current', {}))!;
    const papers = await Promise.all(receiptIds.map((receiptId) => linesOf(receiptId)));
    const titles = ['PAID IN', 'PAID OUT', 'NO SALE', 'TO THE SAFE'];
    expect(papers.map((lines) => lines.find((line) => titles.includes(line)))).toEqual(titles);
    expect(papers[0]).toEqual(expect.arrayContaining(['Paid in 7.00', 'Reason Change from the bank', 'Signature']));
    expect(papers[2]).toContain('Reason Changed a note');
    expect(papers[2]!.join('\n')).not.toMatch(/\d\.\d\d$/m);
    for (const receiptId of receiptIds)
      expect((await printed(receiptId)).elements.map((element) => element.kind)).toContain('PULSE');
  });

  test('nothing a clerk gets on paper before the drawer is closed says what should be in it', async () => {
    await evening();
    await as(core, clerk, 'cash.beginCount', {});
    const counted = await as(core, clerk, 'cash.count', { denominations: { '100': 1 } });
    const papers = await Promise.all(counted.receiptIds.map((receiptId) => linesOf(receiptId)));
    expect(papers.flat().join('\n')).not.toContain('174.00');
    expect(await core.refusal('cash.report', {}, clerk)).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  test('an X report is the same figures while it stays open, for those who may see them', async () => {
    await evening();
    const reported = await as(core, manager, 'cash.report', {});
    expect(reported.status).toBe('OPEN');
    const lines = await linesOf(reported.receiptIds.at(-1)!);
    expect(lines).toEqual(
      expect.arrayContaining(['X REPORT', 'Served by Mo', 'Drawer of Ada', 'Should be in it 174.00']),
    );
    expect(lines.join('\n')).not.toMatch(/Counted|Closed/);
    const session = await closed();
    expect(await linesOf(session.receiptIds.at(-1)!)).toContain('Should be in it 174.00');
  });

  test('what a manager agreed to stands on it, with the reason', async () => {
    await as(core, clerk, 'cash.beginCount', {});
    await as(core, clerk, 'cash.count', { denominations: {} });
    await core.executor.run(
      'cash.closeApproved',
      { reason: 'Robbed' },
      { userId: clerk.id, allowedBy: manager.id },
      core.newId(),
    );
    const [receipt] = await core.store.read.rows('receipts', sql`where agency_id = ${core.store.agencyId}`);
    expect(receipt).toMatchObject({ kind: 'CASH', saleId: null });
    expect(await linesOf(receipt!.id)).toEqual(
      expect.arrayContaining(['Counted 0.00', 'Short -170.00', 'Approved by Mo', 'Reason Robbed']),
    );
  });

  describe('with a receipt printer', () => {
    test('is queued like any receipt, and its picture is of exactly the bytes that go there', async () => {
      const session = await closed();
      const [receiptId] = session.receiptIds.slice(-1);
      const [item] = await core.store.read.rows('printItems', sql`where receipt_id = ${receiptId}`);
      expect(item).toMatchObject({ kind: 'RECEIPT', state: 'QUEUED', saleId: null, isCopy: false });
      const settings = () => core.do('settings.get', {});
      const dependencies = { store: core.store, maker, signer: testSigner, settings };
      const sent = await createQueuedPaper(dependencies).receiptBytes(item!, PRINTERS);
      expect(sent).toEqual({ ok: true, value: await bytesOf(receiptId!) });
      const picture = await createPaperServices(dependencies)['receipt.picture'](
        { person: clerk, session: null, allowedBy: null } as never,
        { receiptId: receiptId! },
      );
      expect(picture).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^R1-/) } });
      expect(picture.ok && picture.value.svg).toMatch(/Z\sREPORT/);
    });
  });

  test('without one it is kept all the same, and waits for nobody', async () => {
    await core.do('settings.set', { ...PRINTERS, receiptPrinter: { kind: 'NONE' } });
    const session = await closed();
    expect(session.receiptIds).toHaveLength(1);
    expect(await core.do('print.queue', {})).toEqual([]);
  });

  test('is whole when the books are checked', async () => {
    await evening();
    await closed();
    expect((await verifyStore(core.store, null)).flatMap((check) => check.problems)).toEqual([]);
  });
});
