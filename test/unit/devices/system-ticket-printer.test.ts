import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createSystemTicketPrinter } from '../../../src-main/devices/system-ticket-printer.ts';
import { createManualTimers } from '../../support/manual-timers.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 a page');

/** A print command that is a small program; it notes what it was called with. */
function printerThatRuns(program: string, timers = createManualTimers()) {
  const calls: (readonly string[])[] = [];
  const printer = createSystemTicketPrinter({
    name: 'Foyer Laser',
    timers,
    spawn: (command, args) => {
      calls.push([command, ...args]);
      return spawn(process.execPath, ['-e', program]);
    },
  });
  return { printer, calls, timers };
}

const READ_ALL = `let n = 0; process.stdin.on('data', (c) => n += c.length).on('end', () => process.exit(n === ${pdf.length} ? 0 : 3));`;

describe('a printer of the system’s', () => {
  test('takes the PDF on its input and answers SENT, by the queue’s name', async () => {
    const { printer, calls, timers } = printerThatRuns(READ_ALL);
    expect(await printer.print(pdf)).toEqual({ ok: true, value: 'SENT' });
    expect(calls).toEqual([['lp', '-d', 'Foyer Laser', '-']]);
    expect(timers.pending).toBe(0);
  });

  test('a refusal is told in the print system’s own words', async () => {
    const { printer } = printerThatRuns(`console.error('lp: The printer or class does not exist.'); process.exit(1)`);
    const result = await printer.print(pdf);
    expect(result).toMatchObject({ ok: false, error: { code: 'PRINT_REFUSED' } });
    expect(result.ok ? '' : result.error.message).toBe(
      'The printer Foyer Laser: lp: The printer or class does not exist.',
    );
  });

  test('a command that reads nothing of a large job and fails is a refusal, not a crash', async () => {
    const { printer } = printerThatRuns('process.exit(1)');
    expect(await printer.print(new Uint8Array(5_000_000))).toMatchObject({ error: { code: 'PRINT_REFUSED' } });
  });

  test('a computer without a print system says so', async () => {
    const printer = createSystemTicketPrinter({
      name: 'x',
      timers: createManualTimers(),
      spawn: () => spawn('/nonexistent/lp'),
    });
    const result = await printer.print(pdf);
    expect(result.ok ? '' : result.error.message).toContain('no print system');
  });

  test('one that hangs or is stopped by hand is ended, and nobody claims to know what it printed', async () => {
    const hanging = printerThatRuns('setInterval(() => {}, 1000)');
    const printing = hanging.printer.print(pdf);
    hanging.timers.runAll();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'PRINT_UNKNOWN' } });
    const stop = new AbortController();
    const stopped = printerThatRuns('setInterval(() => {}, 1000)').printer.print(pdf, stop.signal);
    stop.abort();
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'PRINT_UNKNOWN' } });
    expect(await printerThatRuns(READ_ALL).printer.print(pdf, AbortSignal.abort())).toMatchObject({
      error: { code: 'PRINT_REFUSED' },
    });
  });
});
