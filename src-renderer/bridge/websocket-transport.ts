/**
 * The road to the loopback shell: a socket on the page's own origin.
 *
 * 1. The address carries a one-time token in its fragment. It is exchanged for a key, which lives in sessionStorage:
 *    a reload keeps it, another tab does not have it, and no cookie is shared with other programs on 127.0.0.1.
 * 2. A call without an answer is sent again when the road is back, as it was: the core runs an action id once.
 * 3. At most `waitingMax` calls wait for an answer; one more is answered BUSY.
 */
import {
  decodeFrame,
  encodeFrame,
  frameBytesMax,
  socketKeyPrefix,
  socketProtocol,
  type FromPage,
  type ToPage,
} from '../../src-shared/contract/frame.ts';
import type { CallAnswer, Notice } from '../../src-shared/contract/wire.ts';
import { fail } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import { createListeners } from './listeners.ts';
import { backOffMs, browserWaiting, type Connection, type Transport, type Waiting } from './transport.ts';

const keyName = 'parterre.key';
/** More than a screen ever asks at once; a window that reaches it is stuck, and queueing more would hide that. */
const waitingMax = 500;
const firstRetryMs = 100;
const longestRetryMs = 3_000;

/** The parts of a browser's window this uses. */
export interface PageDeps {
  readonly location: { readonly origin: string; readonly hash: string };
  /** Takes the token out of the address bar and the history. */
  readonly forgetHash: () => void;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fetch: (
    url: string,
    init: { method: string; headers: Record<string, string>; body: string },
  ) => Promise<Response>;
  readonly openSocket: (url: string, protocols: string[]) => WebSocket;
  readonly waiting: Waiting;
}

export function browserPage(): PageDeps {
  return {
    location: window.location,
    forgetHash: () => window.history.replaceState(null, '', window.location.pathname),
    storage: window.sessionStorage,
    fetch: (url, init) => window.fetch(url, init),
    openSocket: (url, protocols) => new WebSocket(url, protocols),
    waiting: browserWaiting,
  };
}

export function createWebSocketTransport(page: PageDeps): Transport {
  const notices = createListeners<Notice>();
  const changes = createListeners<Connection>();
  const waiting = new Map<number, WaitingCall>();
  const admission = createAdmission(page);
  let connection: Connection = { kind: 'connecting' };
  let socket: WebSocket | null = null;
  let attempt = 0;

  const become = (kind: 'open' | 'lost' | 'refused'): void => {
    if (connection.kind === kind) return;
    connection = { kind };
    changes.tell(connection);
  };

  const receive = (frame: ToPage): void => {
    if (frame.kind === 'notice') return notices.tell(frame.notice);
    waiting.get(frame.answer.call)?.resolve(frame.answer);
    waiting.delete(frame.answer.call);
  };

  const retryLater = (): void => {
    become('lost');
    page.waiting.after(backOffMs(attempt, firstRetryMs, longestRetryMs, page.waiting.random), () => void connect());
    attempt += 1;
  };

  const refuse = (): void => {
    become('refused');
    for (const [call, { resolve }] of waiting) resolve(refusedAnswer(call));
    waiting.clear();
  };

  const connect = async (): Promise<void> => {
    const admitted = await admission.key();
    if (admitted.kind === 'unreachable') return retryLater();
    if (admitted.kind === 'refused') return refuse();
    const opening = page.openSocket(page.location.origin.replace('http', 'ws') + '/socket', [
      socketProtocol,
      socketKeyPrefix + admitted.key,
    ]);
    opening.binaryType = 'arraybuffer';
    opening.onopen = () => {
      socket = opening;
      attempt = 0;
      become('open');
      for (const { frame } of waiting.values()) opening.send(frame);
    };
    opening.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => receive(decodeFrame(new Uint8Array(data)) as ToPage);
    opening.onclose = () => {
      socket = null;
      // A browser does not tell a page why a socket was refused; the next `key()` asks.
      admission.doubt();
      retryLater();
    };
  };
  void connect();

  return {
    call(request) {
      const refuseCall = (code: string, message: string) =>
        Promise.resolve({ call: request.call, result: fail(code, message) });
      if (connection.kind === 'refused') return Promise.resolve(refusedAnswer(request.call));
      if (waiting.size >= waitingMax) return refuseCall('BUSY', text('shell.busy'));
      const frame = encodeFrame({ kind: 'call', request } satisfies FromPage);
      if (frame.byteLength > frameBytesMax) return refuseCall('TOO_LARGE', text('shell.tooLarge'));
      return new Promise((resolve) => {
        waiting.set(request.call, { frame, resolve });
        socket?.send(frame);
      });
    },
    onNotice: notices.add,
    connection: () => connection,
    onConnection: changes.add,
  };
}

interface WaitingCall {
  readonly frame: Uint8Array<ArrayBuffer>;
  readonly resolve: (answer: CallAnswer) => void;
}

function refusedAnswer(call: number): CallAnswer {
  return { call, result: fail('ADDRESS_USED', text('shell.addressUsed')) };
}

type Admitted =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

/** Getting a key for the token in the address, once, and asking whether the one we hold still opens the socket. */
function createAdmission(page: PageDeps) {
  let doubted = false;

  const ask = async (body: Record<string, string>): Promise<Response | null> => {
    try {
      return await page.fetch(`${page.location.origin}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    } catch {
      return null;
    }
  };

  /** A new address beats an old key: it was opened to be used. */
  const exchangeToken = async (token: string): Promise<Admitted | null> => {
    const answer = await ask({ token });
    if (!answer) return { kind: 'unreachable' };
    page.forgetHash();
    if (!answer.ok) return null;
    const { key } = (await answer.json()) as { key: string };
    page.storage.setItem(keyName, key);
    return { kind: 'key', key };
  };

  return {
    doubt: (): void => {
      doubted = true;
    },
    async key(): Promise<Admitted> {
      const token = /^#token=([\w-]+)$/.exec(page.location.hash)?.[1];
      const exchanged = token ? await exchangeToken(token) : null;
      if (exchanged) return exchanged;
      const key = page.storage.getItem(keyName);
      if (!key) return { kind: 'refused' };
      if (doubted) {
        const answer = await ask({ key });
        if (!answer) return { kind: 'unreachable' };
        if (answer.status === 401) {
          page.storage.removeItem(keyName);
          return { kind: 'refused' };
        }
      }
      doubted = false;
      return { kind: 'key', key };
    },
  };
}
