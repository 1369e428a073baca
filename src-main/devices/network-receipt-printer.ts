/**
 * A receipt printer on the network, raw TCP on port 9100: one connection a job (such printers serve one at a time).
 *
 *   ask DLE EOT 1, 2, 4 → ready? → send the job and GS r 1 → its answer → ask DLE EOT 1, 2, 4 again → PRINTED
 *
 * DLE EOT is answered at once, even with the job still in the printer's buffer, so by itself it proves nothing about
 * paper; GS r 1 waits its turn behind the job. It is never sent into the middle of a job, where its bytes would be dots.
 *
 * 1. Nothing of the job is sent before the printer said that it is ready: any end before that is PRINT_REFUSED.
 * 2. Once the first byte of the job is handed to the system, any end but a full set of good answers is PRINT_UNKNOWN.
 */
import { connect as connectSocket } from 'node:net';
import type { Socket } from 'node:net';
import { fail, ok } from '../../src-shared/domain/result.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import type { TextKey } from '../../src-shared/text/text.ts';
import type { PrintOutcome, ReceiptPrinter, Timers } from './printer.ts';

export interface NetworkReceiptPrinterDeps {
  readonly host: string;
  /** 9100 on nearly all. */
  readonly port: number;
  /** False for a printer known never to report its status: its jobs are SENT, not PRINTED. */
  readonly reportsStatus: boolean;
  readonly timers: Timers;
  /** How long the printer may be silent at any step. */
  readonly timeoutMs?: number;
  readonly connect?: (port: number, host: string) => Socket;
}

/** Longer than a printer takes to wake; shorter than a clerk's patience. A long job answers as it prints. */
const USUAL_TIMEOUT_MS = 5_000;

const ASK_PRINTER = Uint8Array.of(0x10, 0x04, 1);
const ASK_OFFLINE_CAUSE = Uint8Array.of(0x10, 0x04, 2);
const ASK_PAPER = Uint8Array.of(0x10, 0x04, 4);
/** GS r 1: the paper sensors, answered when everything before it was taken in. */
const ASK_DONE = Uint8Array.of(0x1d, 0x72, 1);

/** Why the printer cannot print, in words for the clerk. */
type Trouble = { readonly reason: TextKey };

export function createNetworkReceiptPrinter(deps: NetworkReceiptPrinterDeps): ReceiptPrinter {
  const where = `${deps.host}:${deps.port}`;
  const refused = (reason: TextKey) => fail('PRINT_REFUSED', text('printer.refused', { where, reason: text(reason) }));
  const unknown = (reason: TextKey) => fail('PRINT_UNKNOWN', text('printer.unknown', { where, reason: text(reason) }));

  async function printOn(line: PrinterLine, bytes: Uint8Array): Promise<Result<PrintOutcome>> {
    const connected = await line.connected();
    if (connected !== null) return refused(connected.reason);
    if (deps.reportsStatus) {
      const trouble = await troubleOf(line);
      if (trouble !== null) return refused(trouble.reason);
    }
    const broken = await line.write(deps.reportsStatus ? joined(bytes, ASK_DONE) : bytes);
    if (broken !== null) return unknown(broken.reason);
    if (!deps.reportsStatus) {
      const unfinished = await line.finish();
      // Many such printers never close their side; silence after everything was taken is all they ever say.
      return unfinished === null || unfinished.reason === 'printer.silent' ? ok('SENT') : unknown(unfinished.reason);
    }
    const done = await line.answer(isPaperSensorAnswer);
    if (typeof done !== 'number') return unknown(done.reason);
    // Bits 2 and 3: no paper left under the sensor.
    if ((done & 0x0c) !== 0) return unknown('printer.paperOut');
    const trouble = await troubleOf(line);
    return trouble === null ? ok('PRINTED') : unknown(trouble.reason);
  }

  return {
    async print(bytes, signal) {
      if (signal?.aborted) return refused('printer.stopped');
      const line = createPrinterLine(deps, signal);
      try {
        return await printOn(line, bytes);
      } finally {
        line.close();
      }
    },
  };
}

/** Asks the three questions; null when the printer is online, closed and has paper. */
async function troubleOf(line: PrinterLine): Promise<Trouble | null> {
  const answers: number[] = [];
  for (const question of [ASK_PRINTER, ASK_OFFLINE_CAUSE, ASK_PAPER]) {
    const broken = await line.write(question);
    if (broken !== null) return broken;
    const answer = await line.answer(isRealTimeAnswer);
    if (typeof answer !== 'number') return answer;
    answers.push(answer);
  }
  const [printer = 0, cause = 0, paper = 0] = answers;
  // DLE EOT 4 bits 5 and 6: paper end. DLE EOT 2: bit 2 cover, bit 5 stopped for paper, bit 6 error. DLE EOT 1: bit 3.
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return { reason: 'printer.paperOut' };
  if ((cause & 0x04) !== 0) return { reason: 'printer.coverOpen' };
  if ((cause & 0x40) !== 0) return { reason: 'printer.error' };
  if ((printer & 0x08) !== 0) return { reason: 'printer.offline' };
  return null;
}

/** Fixed bits tell answers from noise: bits 1 and 4 set, 0 and 7 clear. */
function isRealTimeAnswer(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** The answer to GS r has bits 4 and 7 clear. */
function isPaperSensorAnswer(byte: number): boolean {
  return (byte & 0x90) === 0;
}

interface PrinterLine {
  connected(): Promise<Trouble | null>;
  /** Resolves when the system has taken the bytes. */
  write(bytes: Uint8Array): Promise<Trouble | null>;
  /** The next byte that is such an answer; others are passed over. */
  answer(isAnswer: (byte: number) => boolean): Promise<number | Trouble>;
  /** Ends our side and waits for the printer to end its own, which it does when it has taken everything in. */
  finish(): Promise<Trouble | null>;
  close(): void;
}

/** What was heard on a connection so far. */
interface Heard {
  readonly received: number[];
  isConnected: boolean;
  hasEnded: boolean;
  trouble: Trouble | null;
  /** Called after each change. */
  wake: (() => void) | null;
}

const BROKE_OFF: Trouble = { reason: 'printer.brokeOff' };

function listenTo(socket: Socket): Heard {
  const heard: Heard = { received: [], isConnected: false, hasEnded: false, trouble: null, wake: null };
  const end = () => {
    heard.hasEnded = true;
    heard.wake?.();
  };
  socket.on('connect', () => {
    heard.isConnected = true;
    heard.wake?.();
  });
  socket.on('data', (chunk: Uint8Array) => {
    heard.received.push(...chunk);
    heard.wake?.();
  });
  socket.on('error', () => {
    heard.trouble ??= heard.isConnected ? BROKE_OFF : { reason: 'printer.unreachable' };
    heard.wake?.();
  });
  socket.on('end', end);
  socket.on('close', end);
  return heard;
}

/** Waits until the check has something to say. Silence for the whole timeout is trouble. */
function until<T>(
  heard: Heard,
  { timers, timeoutMs = USUAL_TIMEOUT_MS }: NetworkReceiptPrinterDeps,
  check: () => T | null,
): Promise<T | Trouble> {
  return new Promise((resolve) => {
    const settle = (outcome: T | Trouble) => {
      timers.clearTimeout(timer);
      heard.wake = null;
      resolve(outcome);
    };
    const timer = timers.setTimeout(() => settle({ reason: 'printer.silent' }), timeoutMs);
    heard.wake = () => {
      const found = heard.trouble ?? check();
      if (found !== null) settle(found);
    };
    heard.wake();
  });
}

/** One connection, as steps that each end by success, silence, abort or a broken line, and never later. */
function createPrinterLine(deps: NetworkReceiptPrinterDeps, signal: AbortSignal | undefined): PrinterLine {
  const socket = (deps.connect ?? connectSocket)(deps.port, deps.host);
  const heard = listenTo(socket);
  const stop = () => {
    heard.trouble ??= { reason: 'printer.stopped' };
    heard.wake?.();
  };
  signal?.addEventListener('abort', stop);
  const troubleUntil = async (check: () => true | Trouble | null) => {
    const outcome = await until<true | Trouble>(heard, deps, check);
    return outcome === true ? null : outcome;
  };

  return {
    connected: () => troubleUntil(() => (heard.isConnected ? true : heard.hasEnded ? BROKE_OFF : null)),
    write(bytes) {
      let taken = false;
      socket.write(bytes, (error) => {
        taken = !error;
        heard.wake?.();
      });
      return troubleUntil(() => (heard.hasEnded ? BROKE_OFF : taken ? true : null));
    },
    answer: (isAnswer) =>
      until<number | Trouble>(heard, deps, () => {
        while (heard.received.length > 0) {
          const byte = heard.received.shift();
          if (byte !== undefined && isAnswer(byte)) return byte;
        }
        return heard.hasEnded ? BROKE_OFF : null;
      }),
    finish() {
      socket.end();
      return troubleUntil(() => (heard.hasEnded ? true : null));
    },
    close() {
      signal?.removeEventListener('abort', stop);
      socket.destroy();
    },
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
