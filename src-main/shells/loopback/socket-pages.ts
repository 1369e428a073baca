/**
 * The loopback shell's socket: pages that hold a key, each speaking to the one core.
 *
 * 1. Nothing is upgraded without the exact Host, the exact Origin, our subprotocol and a key that admits.
 * 2. A frame that is no call ends its connection: our own page sends nothing else.
 * 3. Calls in flight and bytes that wait for a slow page are bounded.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import {
  decodeFrame,
  encodeFrame,
  frameBytesMax,
  socketKeyPrefix,
  socketProtocol,
  type ToPage,
} from '../../../src-shared/contract/frame.ts';
import type { CallRequest } from '../../../src-shared/contract/wire.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import type { Core } from '../../core-port.ts';
import { parseCallRequest } from '../call-request.ts';
import type { Admission } from './admission.ts';

export interface SocketPagesDeps {
  readonly server: Server;
  readonly core: Core;
  readonly admission: Admission;
  readonly host: () => string;
  /** Why the core cannot be had, if so: a page that connects late must hear it too. */
  readonly coreFailure: () => AppError | null;
}

export interface SocketPages {
  /** Pages connected now. */
  count(): number;
  /** Pages that ever connected. */
  countEver(): number;
  close(): void;
}

/** More than the page itself lets wait; a page beyond it is not ours. */
const callsMax = 600;
/** A page this far behind is asleep or stuck; it reconnects and reads again what it shows. */
const unsentBytesMax = 256 * 1024 * 1024;

export function openSocketPages(deps: SocketPagesDeps): SocketPages {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytesMax,
    perMessageDeflate: false,
    handleProtocols: () => socketProtocol,
  });
  let ever = 0;
  deps.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const refusal = refusalOf(request, deps);
    if (refusal) return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      ever += 1;
      servePage(socket, deps);
    });
  });
  return {
    count: () => sockets.clients.size,
    countEver: () => ever,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function refusalOf(request: IncomingMessage, { host, admission }: SocketPagesDeps): string | null {
  if (request.url !== '/socket') return '404 Not Found';
  if (request.headers.host !== host() || request.headers.origin !== `http://${host()}`) return '403 Forbidden';
  const [protocol, key, ...more] = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((part) => part.trim());
  if (protocol !== socketProtocol || more.length > 0 || !key?.startsWith(socketKeyPrefix)) return '401 Unauthorized';
  return admission.admits(key.slice(socketKeyPrefix.length)) ? null : '401 Unauthorized';
}

function servePage(socket: WebSocket, { core, coreFailure }: SocketPagesDeps): void {
  let calls = 0;
  const send = (frame: ToPage): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > unsentBytesMax) return socket.terminate();
    socket.send(encodeFrame(frame));
  };
  const stopNotices = core.on((notice) => send({ kind: 'notice', notice }));
  socket.on('close', stopNotices);
  // `close` follows, and says all there is to do.
  socket.on('error', () => {});
  socket.on('message', (data: RawData, isBinary: boolean) => {
    const request = isBinary ? readCall(data as Buffer) : null;
    if (!request || calls >= callsMax) return socket.close(1008);
    calls += 1;
    void core.call(request).then((answer) => {
      calls -= 1;
      send({ kind: 'answer', answer });
    });
  });
  const failure = coreFailure();
  if (failure) send({ kind: 'notice', notice: { topic: 'core-failed', data: failure } });
}

function readCall(bytes: Buffer): CallRequest | null {
  try {
    const frame = decodeFrame(bytes) as { kind?: unknown; request?: unknown } | null;
    return frame?.kind === 'call' ? parseCallRequest(frame.request) : null;
  } catch {
    return null;
  }
}
