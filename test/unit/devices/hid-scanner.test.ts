import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadHid } from '../../../src-main/devices/hid-loader.ts';
import { hidReport, IDLE_HID_SCAN } from '../../../src-main/devices/hid-report.ts';
import type { HidScanState } from '../../../src-main/devices/hid-report.ts';
import type { ScannedCode } from '../../../src-main/devices/scanner.ts';
import { createVirtualScanner } from '../../../src-main/devices/virtual-scanner.ts';

/** The reports a scanner sends for a code, as node-hid gives them, or without the report id. */
function reportsOf(data: Uint8Array, aim: string, withId = true): Uint8Array[] {
  const reports: Uint8Array[] = [];
  for (let from = 0; from === 0 || from < data.length; from += 56) {
    const part = data.subarray(from, from + 56);
    const report = new Uint8Array(64);
    report.set([2, part.length, ...Buffer.from(aim)]);
    report.set(part, 5);
    report[61] = 0x71;
    report[63] = from + 56 < data.length ? 1 : 0;
    reports.push(withId ? report : report.subarray(1));
  }
  return reports;
}

function readAll(reports: readonly Uint8Array[], gapMs = 5): ScannedCode[] {
  let state: HidScanState = IDLE_HID_SCAN;
  return reports.flatMap((report, at) => {
    const step = hidReport(state, report, 1_000 + at * gapMs);
    state = step.state;
    return step.kind === 'CODE' ? [step.code] : [];
  });
}

const code = `T1${'04'.repeat(68)}`;

describe('HID POS reports', () => {
  test.each([true, false])('a ticket code in three reports is one code (report id delivered: %s)', (withId) => {
    const reports = reportsOf(Buffer.from(`${code}\r`), ']Q1', withId);
    expect(reports).toHaveLength(3);
    expect(readAll(reports)).toEqual([{ text: code, symbology: 'QR' }]);
  });

  test.each([
    [']C0', 'CODE_128'],
    [']d2', 'DATA_MATRIX'],
    [']z0', 'AZTEC'],
    [']L0', 'PDF_417'],
    [']E0', 'EAN'],
    [']X0', null],
  ])('the AIM identifier %s means %s', (aim, symbology) => {
    expect(readAll(reportsOf(Buffer.from('12345'), aim))).toEqual([{ text: '12345', symbology }]);
  });

  test('text is UTF-8 where it is, else Latin-1', () => {
    expect(readAll(reportsOf(Buffer.from('Žižek'), ']Q1'))[0]?.text).toBe('Žižek');
    expect(readAll(reportsOf(Uint8Array.of(0x4d, 0xfc), ']Q1'))[0]?.text).toBe('Mü');
  });

  test('a code whose end was lost is dropped, and the next one is read whole', () => {
    const [first] = reportsOf(Buffer.from(code), ']Q1') as [Uint8Array];
    const next = reportsOf(Buffer.from('SECOND'), ']Q1');
    expect(readAll([first, ...next], 300)).toEqual([{ text: 'SECOND', symbology: 'QR' }]);
  });

  test('a flood without an end is given up at 4 KB', () => {
    const report = reportsOf(new Uint8Array(112).fill(65), ']Q1')[0] as Uint8Array;
    let state: HidScanState = IDLE_HID_SCAN;
    const kinds = Array.from({ length: 100 }, (_, at) => {
      const step = hidReport(state, report, at);
      state = step.state;
      return step.kind;
    });
    expect(kinds).toContain('IGNORED');
    expect(kinds).not.toContain('CODE');
  });

  test('10,000 random reports never crash and never grow without end', () => {
    const report = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => {
        bytes.set([2, (bytes[1] ?? 0) % 60, 0x5d]);
        return bytes;
      }),
    );
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
        let state: HidScanState = IDLE_HID_SCAN;
        for (const [at, each] of reports.entries()) {
          const step = hidReport(state, each, at);
          state = step.state;
          expect(state.parts?.length ?? 0).toBeLessThanOrEqual(4_096);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('scanners', () => {
  test('a virtual scanner behaves as a real one: whole codes until it is let go, and one last word when lost', () => {
    const scanner = createVirtualScanner('Training scanner');
    const heard: string[] = [];
    const stop = scanner.onScan(({ text }) => heard.push(text));
    scanner.onLost((reason) => heard.push(`lost: ${reason}`));
    scanner.scan({ text: 'A', symbology: 'QR' });
    stop();
    scanner.scan({ text: 'B', symbology: 'QR' });
    scanner.lose('unplugged');
    scanner.lose('unplugged again');
    expect(heard).toEqual(['A', 'lost: unplugged']);
  });

  test('a system without libusb is a message, not a crash', async () => {
    const missing = await loadHid(() => Promise.reject(new Error('libusb-1.0.so.0: cannot open shared object file')));
    expect(missing).toMatchObject({ ok: false, error: { code: 'HID_UNAVAILABLE' } });
    expect(missing.ok ? '' : missing.error.message).toMatch(/^HID scanners unavailable.*libusb-1\.0/);
    const failing = { devicesAsync: () => Promise.reject(new Error('no hidraw')), HIDAsync: {} as never };
    expect(await loadHid(() => Promise.resolve(failing))).toMatchObject({ error: { code: 'HID_UNAVAILABLE' } });
  });

  test('this system answers one way or the other', async () => {
    const result = await loadHid();
    expect(result.ok ? 'loaded' : result.error.code).toMatch(/^(loaded|HID_UNAVAILABLE)$/);
  });
});
