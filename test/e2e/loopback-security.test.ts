import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startLoopback, type Loopback } from '../../src-main/shells/loopback/loopback.ts';
import { askRunningShell } from '../../src-main/shells/loopback/running-file.ts';
import {
  decodeFrame,
  encodeFrame,
  socketKeyPrefix,
  socketProtocol,
  type ToPage,
} from '../../src-shared/contract/frame.ts';
import { rawHttp } from '../support/raw-http.ts';

const coreEntry = fileURLToPath(new URL('../support/fake-core-process.ts', import.meta.url));
let folder: string;
let loopback: Loopback;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-loopback-'));
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Parterre</title>');
  writeFileSync(join(rendererFolder, 'assets', 'index.js'), 'export {};');
  writeFileSync(join(rendererFolder, 'assets', 'index.js.map'), '{}');
  writeFileSync(join(folder, 'secret.html'), 'outside the renderer');
  const started = await startLoopback({ rendererFolder, coreEntry, dataFolder: join(folder, 'data') });
  if (!started.ok) throw new Error(started.error.message);
  loopback = started.value;
});

afterAll(async () => {
  await loopback.stop();
  rmSync(folder, { recursive: true, force: true });
});

const host = (): string => new URL(loopback.origin).host;
const tokenOf = (address: string): string => new URL(address).hash.replace('#token=', '');

function postSession(body: unknown, headers: Record<string, string> = {}) {
  return rawHttp(loopback.origin, {
    method: 'POST',
    path: '/session',
    headers: { host: host(), origin: loopback.origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function newKey(): Promise<string> {
  const answer = await postSession({ token: tokenOf(loopback.newAddress()) });
  return (JSON.parse(answer.body) as { key: string }).key;
}

interface Knock {
  readonly protocols?: readonly string[];
  readonly headers?: Record<string, string>;
  readonly path?: string;
}

/** Opens a socket as told; the number is the HTTP status it was refused with. */
async function knock({ protocols, headers = {}, path = '/socket' }: Knock): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://${host()}${path}`, [...(protocols ?? [])], {
    headers: { origin: loopback.origin, ...headers },
  });
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('error', () => {});
  });
}

async function openPage(): Promise<WebSocket> {
  const socket = await knock({ protocols: [socketProtocol, socketKeyPrefix + (await newKey())] });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

const nextFrame = (socket: WebSocket): Promise<ToPage> =>
  new Promise((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(decodeFrame(data) as ToPage));
    socket.once('close', (code) => reject(new Error(`the socket was closed with ${code}`)));
  });
const closeCode = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));
const callFrame = (name: string, input: unknown) =>
  encodeFrame({ kind: 'call', request: { call: 1, name, input, action: 'a', session: null } });

describe('a page of ours', () => {
  test('gets its files, under a policy that names no inline code or style', async () => {
    const answer = await rawHttp(loopback.origin, { headers: { host: host() } });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Parterre');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain(`connect-src 'self' ws://${host()}`);
    expect(policy).not.toContain('unsafe');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('calls the core, with bytes and typed arrays kept', async () => {
    const socket = await openPage();
    const input = { pdf: new Uint8Array([0, 1, 255]), x: new Float32Array([0.5]) };
    socket.send(callFrame('fake.echo', input));
    expect(await nextFrame(socket)).toEqual({
      kind: 'answer',
      answer: { call: 1, result: { ok: true, value: input } },
    });
    socket.terminate();
  });

  test('uploads 60 MB in one call', async () => {
    const socket = await openPage();
    const file = new Uint8Array(60 * 1024 * 1024).fill(7);
    socket.send(callFrame('fake.echo', file));
    const frame = await nextFrame(socket);
    expect(
      frame.kind === 'answer' && frame.answer.result.ok && (frame.answer.result.value as Uint8Array).byteLength,
    ).toBe(file.byteLength);
    socket.terminate();
  });

  test('hears what another page caused', async () => {
    const [left, right] = [await openPage(), await openPage()];
    const heard = nextFrame(right);
    left.send(callFrame('fake.announce', 'news'));
    expect(await heard).toEqual({ kind: 'notice', notice: { topic: 'fake', data: 'news' } });
    left.terminate();
    right.terminate();
  });

  test('can ask whether its key still opens the socket', async () => {
    expect((await postSession({ key: await newKey() })).status).toBe(204);
    expect((await postSession({ key: 'made-up' })).status).toBe(401);
  });

  test('keeps its key through a reload', async () => {
    const protocols = [socketProtocol, socketKeyPrefix + (await newKey())];
    for (let load = 0; load < 2; load += 1) {
      const socket = await knock({ protocols });
      expect(socket).toBeInstanceOf(WebSocket);
      (socket as WebSocket).terminate();
    }
  });
});

describe('anyone else', () => {
  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'who calls us %s gets nothing, neither a file nor a key nor a socket',
    async (name) => {
      const token = tokenOf(loopback.newAddress());
      expect(await rawHttp(loopback.origin, { headers: { host: name } })).toMatchObject({ status: 403, body: '' });
      expect(await postSession({ token }, { host: name })).toMatchObject({ status: 403, body: '' });
      const protocols = [socketProtocol, socketKeyPrefix + (await newKey())];
      expect(await knock({ protocols, headers: { host: name } })).toBe(403);
    },
  );

  test.each([
    'http://evil.example',
    'http://localhost',
    'http://127.0.0.1:1',
    'null',
    'https://127.0.0.1',
    'app://parterre',
  ])('who comes from %s gets neither a key nor a socket, token and key in hand', async (origin) => {
    const token = tokenOf(loopback.newAddress());
    expect(await postSession({ token }, { origin })).toMatchObject({ status: 403, body: '' });
    const protocols = [socketProtocol, socketKeyPrefix + (await newKey())];
    expect(await knock({ protocols, headers: { origin } })).toBe(403);
  });

  test('who sends no origin gets neither', async () => {
    const { status } = await rawHttp(loopback.origin, {
      method: 'POST',
      path: '/session',
      headers: { host: host() },
      body: JSON.stringify({ token: tokenOf(loopback.newAddress()) }),
    });
    expect(status).toBe(403);
  });

  test('cannot use a token twice', async () => {
    const token = tokenOf(loopback.newAddress());
    expect((await postSession({ token })).status).toBe(200);
    expect(await postSession({ token })).toMatchObject({ status: 401, body: '' });
  });

  test.each([
    ['no key', [socketProtocol]],
    ['a made-up key', [socketProtocol, `${socketKeyPrefix}made-up`]],
    ['an empty key', [socketProtocol, socketKeyPrefix]],
    ['no protocol', []],
  ])('with %s opens no socket', async (_, protocols) => {
    expect(await knock({ protocols })).toBe(401);
  });

  test('with a token instead of a key opens no socket', async () => {
    const token = tokenOf(loopback.newAddress());
    expect(await knock({ protocols: [socketProtocol, socketKeyPrefix + token] })).toBe(401);
  });

  test('opens no socket beside the one that is there', async () => {
    expect(await knock({ protocols: [socketProtocol, socketKeyPrefix + (await newKey())], path: '/' })).toBe(404);
  });

  test.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/..\\secret.html',
    '//etc/passwd',
    '/assets/%00index.js',
    '/assets/index.js.map',
    '/index.html/',
    '/data/loopback.json',
    'http://127.0.0.1/../secret.html',
  ])('gets nothing for the path %s', async (path) => {
    expect(await rawHttp(loopback.origin, { path, headers: { host: host() } })).toMatchObject({
      status: 404,
      body: '',
    });
  });

  test.each(['PUT', 'POST', 'DELETE', 'OPTIONS'])('cannot %s a file', async (method) => {
    expect((await rawHttp(loopback.origin, { method, headers: { host: host() } })).status).toBe(405);
  });

  test('is let in from this machine alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    const elsewhere = outside?.address ?? '127.0.0.2';
    await expect(rawHttp(`http://${elsewhere}:${new URL(loopback.origin).port}`, {})).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('a socket that says what no page of ours says', () => {
  test.each([
    ['text', 'hello'],
    ['bytes that are no frame', Buffer.from([0xc1])],
    ['a frame that is no call', Buffer.from(encodeFrame({ kind: 'stop' }))],
    ['a call without an action', Buffer.from(encodeFrame({ kind: 'call', request: { call: 1, name: 'fake.echo' } }))],
    ['null', Buffer.from(encodeFrame(null))],
  ])('is closed for %s, and the core goes on', async (_, data) => {
    const socket = await openPage();
    socket.send(data);
    expect(await closeCode(socket)).toBe(1008);
    const next = await openPage();
    next.send(callFrame('fake.echo', 1));
    expect(await nextFrame(next)).toMatchObject({ answer: { result: { ok: true, value: 1 } } });
    next.terminate();
  });

  test('is closed for a frame larger than we take', async () => {
    const socket = await openPage();
    const closed = closeCode(socket);
    socket.send(new Uint8Array(70 * 1024 * 1024));
    expect([1006, 1009]).toContain(await closed);
  });
});

describe('a second start of the program', () => {
  test('reads where the first listens from a file its owner alone can read, and gets an address', async () => {
    const file = join(folder, 'data', 'loopback.json');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const address = await askRunningShell(join(folder, 'data'));
    expect((await postSession({ token: tokenOf(address ?? '') })).status).toBe(200);
  });

  test('is told null when nobody runs on the data folder', async () => {
    expect(await askRunningShell(folder)).toBeNull();
  });

  test('is the only one to be given an address: not a page, not one without the control key', async () => {
    const { controlKey } = JSON.parse(readFileSync(join(folder, 'data', 'loopback.json'), 'utf8')) as {
      controlKey: string;
    };
    const ask = (body: unknown, headers: Record<string, string>) =>
      rawHttp(loopback.origin, { method: 'POST', path: '/address', headers, body: JSON.stringify(body) });
    expect((await ask({ controlKey: 'made-up' }, { host: host() })).status).toBe(401);
    expect((await ask({ controlKey }, { host: host(), origin: loopback.origin })).status).toBe(403);
    expect((await ask({ controlKey }, { host: 'evil.example' })).status).toBe(403);
  });
});

describe('when the core is killed', () => {
  test('the page stays connected, is told, and its call is answered CORE_LOST; then it goes on', async () => {
    const socket = await openPage();
    const frames: ToPage[] = [];
    const restarted = new Promise<null>((resolve) =>
      socket.on('message', (data: Buffer) => {
        const frame = decodeFrame(data) as ToPage;
        frames.push(frame);
        if (frame.kind === 'notice' && frame.notice.topic === 'core-restarted') resolve(null);
      }),
    );
    socket.send(callFrame('fake.die', null));
    await restarted;
    expect(frames).toContainEqual({ kind: 'notice', notice: { topic: 'core-lost', data: { reason: 'exit code 3' } } });
    expect(frames).toContainEqual({
      kind: 'answer',
      answer: { call: 1, result: { ok: false, error: expect.objectContaining({ code: 'CORE_LOST' }) } },
    });
    socket.send(callFrame('fake.echo', 'on'));
    expect(await nextFrame(socket)).toMatchObject({ answer: { result: { ok: true, value: 'on' } } });
    socket.terminate();
  });
});
