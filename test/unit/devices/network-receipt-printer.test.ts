import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPrinterDrawer } from '../../../src-main/devices/drawer.ts';
import { createNetworkReceiptPrinter } from '../../../src-main/devices/network-receipt-printer.ts';
import { drawerPulseBytes, receiptBytes, USUAL_CODE_PAGES } from '../../../src-main/documents/receipt.ts';
import { startFakeNetworkPrinter } from '../../support/fake-network-printer.ts';
import type { FakeNetworkPrinter, PrinterScript } from '../../support/fake-network-printer.ts';
import { createManualTimers } from '../../support/manual-timers.ts';
import type { ManualTimers } from '../../support/manual-timers.ts';
import { refundReceipt } from '../../support/paper-fixtures.ts';
import { receiptDeps } from '../../support/receipt-deps.ts';

const job = receiptBytes(
  { ...refundReceipt, footerLines: ['תודה'] },
  { columns: 32, codePages: USUAL_CODE_PAGES },
  receiptDeps,
);
/** Three status questions of three bytes before the job. */
const QUESTIONS = 9;

describe('a receipt printer on the network', () => {
  let fake: FakeNetworkPrinter;
  let timers: ManualTimers;
  beforeEach(async () => {
    fake = await startFakeNetworkPrinter();
    timers = createManualTimers();
  });
  afterEach(() => fake.close());

  const printer = (reportsStatus = true) =>
    createNetworkReceiptPrinter({ host: '127.0.0.1', port: fake.port, reportsStatus, timers });

  test('a job that came out whole is PRINTED, byte for byte, and no timer is left', async () => {
    expect(await printer().print(job)).toEqual({ ok: true, value: 'PRINTED' });
    expect(fake.jobs).toEqual([job]);
    expect(timers.pending).toBe(0);
  });

  test('two jobs one after the other both print', async () => {
    const one = printer();
    expect([await one.print(job), await one.print(job)]).toEqual([
      { ok: true, value: 'PRINTED' },
      { ok: true, value: 'PRINTED' },
    ]);
    expect(fake.jobs).toHaveLength(2);
  });

  test.each([
    ['OFFLINE', 'offline'],
    ['PAPER_OUT', 'out of paper'],
    ['COVER_OPEN', 'cover is open'],
    ['ERROR', 'reports an error'],
  ] as const)('a printer that is %s gets nothing of the job, and the clerk reads why', async (kind, words) => {
    fake.script = { kind };
    const result = await printer().print(job);
    expect(result).toMatchObject({ ok: false, error: { code: 'PRINT_REFUSED' } });
    expect(result.ok ? '' : result.error.message).toContain(words);
    expect(fake.jobs).toEqual([]);
  });

  test('paper that ends while printing makes the job UNKNOWN', async () => {
    fake.script = { kind: 'PAPER_OUT_AFTER_JOB' };
    expect(await printer().print(job)).toMatchObject({ ok: false, error: { code: 'PRINT_UNKNOWN' } });
  });

  test('no printer at the address is REFUSED', async () => {
    const { port } = fake;
    await fake.close();
    const gone = createNetworkReceiptPrinter({ host: '127.0.0.1', port, reportsStatus: true, timers });
    expect(await gone.print(job)).toMatchObject({ ok: false, error: { code: 'PRINT_REFUSED' } });
    fake = await startFakeNetworkPrinter();
  });

  test('dying at any byte is REFUSED before the job and UNKNOWN from its first byte on, never PRINTED', async () => {
    const whole = QUESTIONS + job.length + 3 + QUESTIONS;
    for (let byte = 1; byte <= whole; byte += 1) {
      fake.script = { kind: 'DIES_AT_BYTE', byte };
      const result = await printer().print(job);
      const code = result.ok ? result.value : result.error.code;
      if (byte <= QUESTIONS) expect(code, `byte ${byte}`).toBe('PRINT_REFUSED');
      else expect(code, `byte ${byte}`).toBe('PRINT_UNKNOWN');
    }
    fake.script = { kind: 'DIES_AT_BYTE', byte: whole + 1 };
    expect(await printer().print(job)).toEqual({ ok: true, value: 'PRINTED' });
  });

  test.each([
    ['before the job', QUESTIONS - 1, 'PRINT_REFUSED'],
    ['in the job', QUESTIONS + 100, 'PRINT_UNKNOWN'],
    ['at the job’s last byte', QUESTIONS + job.length + 3, 'PRINT_UNKNOWN'],
  ])('a printer that stalls %s is given up after the timeout', async (_, byte, code) => {
    fake.script = { kind: 'STALLS_AT_BYTE', byte };
    const stalled = fake.received(byte);
    const printing = printer().print(job);
    await stalled;
    await untilPending(timers);
    timers.runAll();
    expect(await printing).toMatchObject({ ok: false, error: { code } });
  });

  test('stopping by hand ends at once, and says whether anything may have come out', async () => {
    expect(await printer().print(job, AbortSignal.abort())).toMatchObject({ error: { code: 'PRINT_REFUSED' } });
    fake.script = { kind: 'STALLS_AT_BYTE', byte: QUESTIONS + 50 };
    const stalled = fake.received(QUESTIONS + 50);
    const stop = new AbortController();
    const printing = printer().print(job, stop.signal);
    await stalled;
    stop.abort();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'PRINT_UNKNOWN' } });
  });

  test('a printer known never to report is sent the job and said to be SENT; one that should report is REFUSED', async () => {
    const mute: PrinterScript = { kind: 'MUTE' };
    fake.script = mute;
    expect(await printer(false).print(job)).toEqual({ ok: true, value: 'SENT' });
    expect(fake.jobs).toEqual([job]);
    const asked = fake.received(3);
    const printing = printer().print(job);
    await asked;
    await untilPending(timers);
    timers.runAll();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'PRINT_REFUSED' } });
    expect(fake.jobs).toHaveLength(1);
  });

  test('the drawer opens by its pulse alone', async () => {
    expect(await createPrinterDrawer(printer()).open()).toEqual({ ok: true, value: 'PRINTED' });
    expect(fake.jobs).toEqual([drawerPulseBytes()]);
  });
});

/** Lets everything that is due happen, until the printer waits for an answer again. */
async function untilPending(timers: ManualTimers): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (timers.pending === 0);
}
