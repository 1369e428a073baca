/**
 * A printer of the system's, through CUPS: `lp -d NAME -` takes the PDF on its input and answers when it is queued.
 * What the queue does with it is not told, so the best answer is SENT.
 */
import { spawn as spawnProcess } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { fail, ok } from '../../src-shared/domain/result.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import type { PrintErrorCode, PrintOutcome, TicketPrinter, Timers } from './printer.ts';

export interface SystemTicketPrinterDeps {
  /** The queue's name as the system lists it. */
  readonly name: string;
  readonly timers: Timers;
  readonly timeoutMs?: number;
  readonly spawn?: (command: string, args: readonly string[]) => ChildProcessWithoutNullStreams;
}

/** Queueing a PDF of a thousand tickets takes seconds on a slow disk; a minute means that the print system hangs. */
const USUAL_TIMEOUT_MS = 60_000;
/** The end of what the print system said is where it says what was wrong. */
const KEPT_WORDS = 500;

export function createSystemTicketPrinter(deps: SystemTicketPrinterDeps): TicketPrinter {
  const spawn = deps.spawn ?? ((command, args) => spawnProcess(command, [...args]));
  const failed = (code: PrintErrorCode, reason: string) =>
    fail(code, text('printer.system', { name: deps.name, reason }));

  return {
    print: (pdf, signal) =>
      new Promise<Result<PrintOutcome>>((resolve) => {
        if (signal?.aborted) {
          resolve(failed('PRINT_REFUSED', text('printer.stopped')));
          return;
        }
        const child = spawn('lp', ['-d', deps.name, '-']);
        let words = '';
        let stopped: string | null = null;
        const settle = (result: Result<PrintOutcome>) => {
          deps.timers.clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
          resolve(result);
        };
        const stop = (reason: string) => {
          stopped = reason;
          child.kill('SIGKILL');
        };
        const abort = () => stop(text('printer.stopped'));
        const timer = deps.timers.setTimeout(() => stop(text('printer.silent')), deps.timeoutMs ?? USUAL_TIMEOUT_MS);
        signal?.addEventListener('abort', abort);
        child.stderr.on('data', (chunk: Buffer) => {
          words = (words + chunk.toString('utf8')).slice(-KEPT_WORDS);
        });
        // A command that ends before it has read everything closes the pipe; what it said comes with its exit.
        child.stdin.on('error', () => {});
        child.on('error', () => settle(failed('PRINT_REFUSED', text('printer.noPrintSystem'))));
        child.on('close', (exitCode) => {
          if (stopped !== null || exitCode === null)
            settle(failed('PRINT_UNKNOWN', stopped ?? text('printer.brokeOff')));
          else if (exitCode === 0) settle(ok('SENT'));
          // lp queues a job whole or not at all: after an error exit nothing of it will print.
          else settle(failed('PRINT_REFUSED', words.trim() || text('printer.exitCode', { exitCode })));
        });
        child.stdout.resume();
        child.stdin.end(pdf);
      }),
  };
}
