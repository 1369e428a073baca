import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cupsAnswers, type RunProgram } from '../../../src-main/shells/loopback/cups.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { makeTestFolder } from '../../support/test-folder.ts';

const job = {
  printer: 'Ticket_Printer',
  pdf: new Uint8Array([37, 80, 68, 70]),
  pageWidthMm: 80,
  pageHeightMm: 150,
  copies: 2,
};

function answering(code: number | null, output = '') {
  const asked: { program: string; args: readonly string[]; input: Uint8Array | undefined }[] = [];
  const run: RunProgram = (program, args, input) => {
    asked.push({ program, args, input });
    return Promise.resolve({ code, output });
  };
  return { asked, answers: cupsAnswers(run) };
}

describe('printing by CUPS', () => {
  test('lists the printers the system has, and none where there is no CUPS', async () => {
    expect(await answering(0, 'Laser\nTicket_Printer\n').answers['list-printers'](null)).toEqual(
      ok([
        { name: 'Laser', displayName: 'Laser' },
        { name: 'Ticket_Printer', displayName: 'Ticket Printer' },
      ]),
    );
    expect(await answering(null, 'spawn lpstat ENOENT').answers['list-printers'](null)).toEqual(ok([]));
    expect(await answering(1, 'lpstat: Scheduler is not running.').answers['list-printers'](null)).toEqual(ok([]));
  });

  test('hands over the PDF at its own size, unscaled, in as many copies as asked', async () => {
    const { asked, answers } = answering(0);
    expect(await answers['print-pdf'](job)).toEqual(ok(null));
    expect(asked).toEqual([
      {
        program: 'lp',
        args: ['-s', '-d', 'Ticket_Printer', '-n', '2', '-o', 'media=Custom.80x150mm', '-o', 'print-scaling=none'],
        input: job.pdf,
      },
    ]);
    await answers['print-pdf']({ ...job, printer: null });
    expect(asked[1]?.args).not.toContain('-d');
  });

  test('says what the printer said when it was refused, and that it cannot where there is no CUPS', async () => {
    expect(await answering(1, 'lp: The printer does not exist.\n').answers['print-pdf'](job)).toMatchObject({
      error: { code: 'PRINT_FAILED', message: expect.stringContaining('The printer does not exist.') },
    });
    expect(await answering(null).answers['print-pdf'](job)).toMatchObject({ error: { code: 'HOST_CANNOT' } });
  });

  test.skipIf(process.platform === 'win32')('gives the bytes to the real program, unchanged', async () => {
    const folder = makeTestFolder();
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'lp'), `#!/bin/sh\nexec /bin/cat > "${join(folder, 'printed')}"\n`);
    chmodSync(join(folder, 'bin', 'lp'), 0o755);
    const path = process.env['PATH'];
    process.env['PATH'] = join(folder, 'bin');
    onTestFinished(() => {
      process.env['PATH'] = path;
    });
    const pdf = new Uint8Array(300_000).map((_, index) => index % 256);
    expect(await cupsAnswers()['print-pdf']({ ...job, pdf })).toEqual(ok(null));
    expect(new Uint8Array(readFileSync(join(folder, 'printed')))).toEqual(pdf);
  });
});
