/**
 * A receipt printer on 127.0.0.1 that behaves as its script says: answers status questions, takes jobs, runs out of
 * paper, dies at byte n, stalls. It counts every byte of a connection, questions included.
 */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type PrinterScript =
  | { readonly kind: 'OK' }
  | { readonly kind: 'OFFLINE' | 'PAPER_OUT' | 'COVER_OPEN' | 'ERROR' }
  /** Runs out while the job prints. */
  | { readonly kind: 'PAPER_OUT_AFTER_JOB' }
  /** Takes so many bytes and breaks the connection before it answers anything about the last. */
  | { readonly kind: 'DIES_AT_BYTE'; readonly byte: number }
  /** Takes so many bytes and neither takes more nor says anything. */
  | { readonly kind: 'STALLS_AT_BYTE'; readonly byte: number }
  /** Never answers a question. */
  | { readonly kind: 'MUTE' };

export interface FakeNetworkPrinter {
  readonly port: number;
  script: PrinterScript;
  /** The bytes of each job that came whole. */
  readonly jobs: Uint8Array[];
  /** Resolves when a connection has brought so many bytes. */
  received(bytes: number): Promise<void>;
  close(): Promise<void>;
}

const DLE_EOT = [0x10, 0x04];
const GS_R_1 = [0x1d, 0x72, 1];

export async function startFakeNetworkPrinter(script: PrinterScript = { kind: 'OK' }): Promise<FakeNetworkPrinter> {
  const jobs: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  let waiting: { bytes: number; resolve: () => void }[] = [];

  const server = createServer((socket) => {
    sockets.add(socket);
    let total = 0;
    let job: number[] = [];
    let stuck = false;
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('end', () => {
      if (job.length > 0 && printer.script.kind === 'MUTE') jobs.push(Uint8Array.from(job));
      socket.end();
    });
    socket.on('data', (chunk) => {
      for (const byte of chunk) {
        if (stuck) break;
        total += 1;
        job.push(byte);
        const { script: now } = printer;
        if ((now.kind === 'DIES_AT_BYTE' || now.kind === 'STALLS_AT_BYTE') && total === now.byte) {
          stuck = true;
          if (now.kind === 'DIES_AT_BYTE') socket.resetAndDestroy();
        } else job = answer(socket, job, now);
      }
      waiting = waiting.filter(({ bytes, resolve }) => (total >= bytes ? resolve() : true));
    });
  });

  function answer(socket: Socket, pending: number[], now: PrinterScript): number[] {
    if (now.kind === 'MUTE') return pending;
    if (pending.length === 3 && pending[0] === DLE_EOT[0] && pending[1] === DLE_EOT[1]) {
      socket.write(Uint8Array.of(statusOf(pending[2] ?? 0, now, jobs.length)));
      return [];
    }
    const tail = pending.slice(-3);
    if (!tail.every((byte, at) => byte === GS_R_1[at]) || tail.length < 3) return pending;
    jobs.push(Uint8Array.from(pending.slice(0, -3)));
    socket.write(Uint8Array.of(now.kind === 'PAPER_OUT_AFTER_JOB' ? 0x0c : 0));
    return [];
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const printer: FakeNetworkPrinter = {
    port: (server.address() as AddressInfo).port,
    script,
    jobs,
    received: (bytes) =>
      new Promise((resolve) => {
        waiting.push({ bytes, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return printer;
}

/** DLE EOT n: fixed bits 0x12, and what is wrong. */
function statusOf(question: number, script: PrinterScript, jobsTaken: number): number {
  const outNow = script.kind === 'PAPER_OUT' || (script.kind === 'PAPER_OUT_AFTER_JOB' && jobsTaken > 0);
  if (question === 1) return script.kind === 'OFFLINE' || outNow ? 0x1a : 0x12;
  if (question === 2) {
    if (outNow) return 0x32;
    return script.kind === 'COVER_OPEN' ? 0x16 : script.kind === 'ERROR' ? 0x52 : 0x12;
  }
  return question === 4 && outNow ? 0x72 : 0x12;
}
