/**
 * Prints without a dialog where the system prints by CUPS (Linux, macOS): its own `lp` takes a PDF as it is. Elsewhere
 * the loopback shell has no printer and says so; Electron prints there.
 */
import { spawn } from 'node:child_process';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { HostAnswers, PrintJob } from '../../host.ts';

interface Ended {
  /** Null when the program is not there. */
  readonly code: number | null;
  readonly output: string;
}

export type RunProgram = (program: string, args: readonly string[], input?: Uint8Array) => Promise<Ended>;

export function cupsAnswers(run: RunProgram = runProgram): Required<Pick<HostAnswers, 'list-printers' | 'print-pdf'>> {
  return {
    'list-printers': async () => {
      const { code, output } = await run('lpstat', ['-e']);
      const names = code === 0 ? output.split('\n').filter((name) => name !== '') : [];
      return ok(names.map((name) => ({ name, displayName: name.replaceAll('_', ' ') })));
    },
    'print-pdf': async (job) => {
      const { code, output } = await run('lp', printArguments(job), job.pdf);
      if (code === 0) return ok(null);
      if (code === null) return fail('HOST_CANNOT', text('shell.noPrinting'));
      return fail('PRINT_FAILED', text('shell.printFailed', { reason: output.trim() }));
    },
  };
}

function printArguments({ printer, copies, pageWidthMm, pageHeightMm }: PrintJob): readonly string[] {
  const destination = printer === null ? [] : ['-d', printer];
  // A ticket's own size, unscaled: a shrunk barcode may not be read.
  const page = ['-o', `media=Custom.${pageWidthMm}x${pageHeightMm}mm`, '-o', 'print-scaling=none'];
  return ['-s', ...destination, '-n', String(copies), ...page];
}

const runProgram: RunProgram = (program, args, input) =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: 'pipe' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    // A program that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => {});
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
    child.stdin.end(input);
  });
