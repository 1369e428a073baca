import { describe, expect, test } from 'vitest';
import { createWebSocketTransport, type PageDeps } from '../../../src-renderer/bridge/websocket-transport.ts';
import { decodeFrame, encodeFrame, type FromPage, type ToPage } from '../../../src-shared/contract/frame.ts';
import type { CallRequest, Notice } from '../../../src-shared/contract/wire.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';

/** The browser's side of a socket, played by the test. */
class FakeSocket {
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly url: string;
  readonly protocols: readonly string[];
  readonly sent: FromPage[] = [];
  constructor(url: string, protocols: readonly string[]) {
    this.url = url;
    this.protocols = protocols;
  }
  send(frame: Uint8Array): void {
    this.sent.push(decodeFrame(frame) as FromPage);
  }
  hear(frame: ToPage): void {
    this.onmessage?.({ data: encodeFrame(frame).slice().buffer });
  }
}

interface Setting {
  readonly hash?: string;
  readonly storedKey?: string;
  /** Answers to POST /session, in order; `offline` is a shell that is not there. */
  readonly sessions?: readonly ('offline' | { status: number; body?: unknown })[];
}

function opened({ hash = '', storedKey, sessions = [] }: Setting) {
  const timers = createFakeTimers();
  const sockets: FakeSocket[] = [];
  const posted: unknown[] = [];
  const stored = new Map<string, string>(storedKey ? [['parterre.key', storedKey]] : []);
  const location = { origin: 'http://127.0.0.1:4000', hash };
  const page: PageDeps = {
    location,
    forgetHash: () => {
      location.hash = '';
    },
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
      removeItem: (name) => void stored.delete(name),
    },
    fetch(url, { body }) {
      const answer = sessions[posted.length];
      posted.push([url, JSON.parse(body)]);
      if (answer === undefined || answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(new Response(answer.body ? JSON.stringify(answer.body) : null, { status: answer.status }));
    },
    openSocket(url, protocols) {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    waiting: { after: timers.after, random: () => 0 },
  };
  const transport = createWebSocketTransport(page);
  const states: string[] = [];
  transport.onConnection(({ kind }) => states.push(kind));
  const socket = async (index = 0): Promise<FakeSocket> => {
    await turn();
    const found = sockets[index];
    if (!found) throw new Error(`socket ${index} was not opened`);
    return found;
  };
  return { transport, timers, sockets, socket, posted, stored, location, states };
}

/** One turn of the event loop: a Response's body is read in a later one. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const request = (call: number): CallRequest => ({ call, name: 'x', input: null, action: `a${call}`, session: null });

describe('the road over the loopback socket', () => {
  test('exchanges the token of its address for a key, forgets the token and opens with the key', async () => {
    const { socket, posted, stored, location } = opened({
      hash: '#token=abc-1',
      sessions: [{ status: 200, body: { key: 'k' } }],
    });
    const { url, protocols } = await socket();
    expect(posted).toEqual([['http://127.0.0.1:4000/session', { token: 'abc-1' }]]);
    expect([url, protocols]).toEqual(['ws://127.0.0.1:4000/socket', ['parterre.1', 'key.k']]);
    expect([stored.get('parterre.key'), location.hash]).toEqual(['k', '']);
  });

  test('opens with the key it kept after a reload, and asks nothing first', async () => {
    const { socket, posted } = opened({ storedKey: 'kept' });
    expect((await socket()).protocols).toEqual(['parterre.1', 'key.kept']);
    expect(posted).toEqual([]);
  });

  test('uses its kept key when the token was used before, as after going back to the address', async () => {
    const { socket } = opened({ hash: '#token=used', storedKey: 'kept', sessions: [{ status: 401 }] });
    expect((await socket()).protocols).toEqual(['parterre.1', 'key.kept']);
  });

  test('is refused without a token and without a key, and says what to do', async () => {
    const { transport, states } = opened({});
    await turn();
    expect(states).toEqual(['refused']);
    expect((await transport.call(request(1))).result).toMatchObject({ error: { code: 'ADDRESS_USED' } });
  });

  test('sends what was asked before it opened, once it opens', async () => {
    const { transport, socket, states } = opened({ storedKey: 'k' });
    const answer = transport.call(request(1));
    const open = await socket();
    open.onopen?.();
    expect(open.sent).toEqual([{ kind: 'call', request: request(1) }]);
    open.hear({ kind: 'answer', answer: { call: 1, result: ok('yes') } });
    expect(await answer).toEqual({ call: 1, result: ok('yes') });
    expect(states).toEqual(['open']);
  });

  test('sends again what was not answered when the road breaks, with the same action id, and nothing else', async () => {
    const { transport, timers, socket, states } = opened({ storedKey: 'k', sessions: [{ status: 204 }] });
    const first = await socket();
    first.onopen?.();
    const answered = transport.call(request(1));
    const unanswered = transport.call(request(2));
    first.hear({ kind: 'answer', answer: { call: 1, result: ok(1) } });
    await answered;
    first.onclose?.();
    await timers.advance(100);
    const second = await socket(1);
    second.onopen?.();
    expect(second.sent).toEqual([{ kind: 'call', request: request(2) }]);
    second.hear({ kind: 'answer', answer: { call: 2, result: ok(2) } });
    expect((await unanswered).result).toEqual(ok(2));
    expect(states).toEqual(['open', 'lost', 'open']);
  });

  test('waits longer each time the shell is not there, and starts short again after it was', async () => {
    const { timers, socket, sockets } = opened({
      storedKey: 'k',
      sessions: ['offline', 'offline', { status: 204 }],
    });
    const first = await socket();
    first.onopen?.();
    first.onclose?.();
    const waits: (number | undefined)[] = [];
    for (let knock = 0; knock < 3; knock += 1) {
      waits.push(timers.waits()[0]);
      await timers.advance(timers.waits()[0] ?? 0);
      await turn();
    }
    expect(waits).toEqual([100, 200, 400]);
    sockets[1]?.onopen?.();
    sockets[1]?.onclose?.();
    expect(timers.waits()).toEqual([100]);
  });

  test('gives up when its key is no longer good: everything waiting is answered and the key is forgotten', async () => {
    const { transport, timers, socket, states, stored } = opened({ storedKey: 'old', sessions: [{ status: 401 }] });
    const open = await socket();
    const waiting = transport.call(request(1));
    open.onclose?.();
    await timers.advance(100);
    await turn();
    expect((await waiting).result).toMatchObject({ error: { code: 'ADDRESS_USED' } });
    expect(states).toEqual(['lost', 'refused']);
    expect([stored.size, timers.waits()]).toEqual([0, []]);
  });

  test('passes notices on', async () => {
    const { transport, socket } = opened({ storedKey: 'k' });
    const heard: Notice[] = [];
    transport.onNotice((notice) => heard.push(notice));
    (await socket()).hear({ kind: 'notice', notice: { topic: 't', data: new Float32Array([1]) } });
    expect(heard).toEqual([{ topic: 't', data: new Float32Array([1]) }]);
  });

  test('answers at once what is too large to send, instead of losing the road over it', async () => {
    const { transport } = opened({ storedKey: 'k' });
    const file = new Uint8Array(65 * 1024 * 1024);
    expect((await transport.call({ ...request(1), input: file })).result).toMatchObject({
      error: { code: 'TOO_LARGE' },
    });
  });

  test('answers BUSY when five hundred calls wait already', async () => {
    const { transport } = opened({ storedKey: 'k' });
    for (let call = 0; call < 500; call += 1) void transport.call(request(call));
    expect((await transport.call(request(500))).result).toMatchObject({ error: { code: 'BUSY' } });
  });
});
