/** One test per item of Electron's security checklist, in its order. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { createAppProtocol, createPrintDocuments } from '../../../src-main/shells/electron/app-protocol.ts';
import { startElectronProgram } from '../../../src-main/shells/electron/main.ts';
import { listRendererFiles } from '../../../src-main/shells/renderer-files.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { createElectronDouble, type FakeBrowserWindow } from '../../support/electron-double.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';
import { makeTestFolder } from '../../support/test-folder.ts';

async function started() {
  const double = createElectronDouble();
  const asked = await startElectronProgram({
    electron: double.electron,
    timers: createFakeTimers(),
    newId: () => 'id',
    platform: 'linux',
    dataFolder: '/data',
    files: new Map(),
    preload: '/dist/preload.cjs',
    coreEntry: '/dist/core-process.mjs',
  }).then(() => double);
  const [window] = asked.windows;
  if (!window) throw new Error('no window was opened');
  return { double: asked, window };
}

const preferencesOf = (window: FakeBrowserWindow) => window.options.webPreferences ?? {};

function prevented(
  emitter: { emit(name: string, event: unknown, ...rest: unknown[]): boolean },
  name: string,
  details = {},
) {
  let wasPrevented = false;
  emitter.emit(name, { ...details, preventDefault: () => (wasPrevented = true) });
  return wasPrevented;
}

describe("Electron's security checklist", () => {
  test.each([
    ['https://example.com/', true],
    ['http://127.0.0.1:80/', true],
    ['file:///etc/passwd', true],
    ['ws://example.com/', true],
    ['nonsense', true],
    ['app://parterre/', false],
    ['blob:app://parterre/1', false],
    ['data:image/png;base64,', false],
  ])('1: only what the program brought is loaded (%s: cancelled %s)', async (url, cancel) => {
    const { double } = await started();
    const handler = double.session.handlers.get('request') as (
      details: unknown,
      decide: (answer: unknown) => void,
    ) => void;
    let answer: unknown;
    handler({ url }, (given) => (answer = given));
    expect(answer).toEqual({ cancel });
  });

  test('2: the page has no Node, nor do its workers and frames', async () => {
    const { window } = await started();
    expect(preferencesOf(window)).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  test('3: the preload lives in a world of its own', async () => {
    const { window } = await started();
    expect(preferencesOf(window)['contextIsolation']).toBe(true);
  });

  test('4: every process is in the sandbox, before any window is', async () => {
    const { double, window } = await started();
    expect(preferencesOf(window)['sandbox']).toBe(true);
    const order = double.asked.map(({ what }) => what);
    expect(order.indexOf('enableSandbox')).toBeGreaterThan(-1);
    expect(order.indexOf('enableSandbox')).toBeLessThan(order.indexOf('whenReady'));
  });

  test('5: every permission is denied', async () => {
    const { double } = await started();
    const { handlers } = double.session;
    const decisions: unknown[] = [];
    const decide = (decision: unknown) => decisions.push(decision);
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'hid']) {
      (handlers.get('permission-request') as (...args: unknown[]) => void)({}, permission, decide);
    }
    (handlers.get('display') as (...args: unknown[]) => void)({}, decide);
    expect(decisions).toEqual([false, false, false, false, false, null]);
    expect(handlers.get('permission-check')?.()).toBe(false);
    expect(handlers.get('device')?.()).toBe(false);
  });

  test('6: the same-origin policy is on', async () => {
    const { window } = await started();
    expect(preferencesOf(window)['webSecurity']).toBe(true);
  });

  test('7: every page and file carries a content policy without inline code, also a refusal', async () => {
    const { answer } = rendererProtocol();
    for (const path of ['', 'assets/index.js', 'nothing.js']) {
      const response = await answer({ url: `app://parterre/${path}`, method: 'GET' });
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy).not.toContain('unsafe');
    }
  });

  test('8, 9, 10: no insecure content, no experiments, no Blink features', async () => {
    const { window } = await started();
    expect(preferencesOf(window)).toMatchObject({ allowRunningInsecureContent: false, experimentalFeatures: false });
    expect(preferencesOf(window)).not.toHaveProperty('enableBlinkFeatures');
  });

  test('11, 12: no webview, not even one that a page makes by itself', async () => {
    const { window } = await started();
    expect(preferencesOf(window)['webviewTag']).toBe(false);
    expect(prevented(window.webContents, 'will-attach-webview')).toBe(true);
  });

  test.each([
    ['https://example.com/', true, true],
    ['app://document/1', true, true],
    ['app://parterre/other', true, true],
    ['app://parterre/', false, true],
    ['app://parterre/', true, false],
  ])(
    '13: nothing takes the place of our page (%s, main frame %s: prevented %s)',
    async (url, isMainFrame, expected) => {
      const { window } = await started();
      expect(prevented(window.webContents, 'will-frame-navigate', { url, isMainFrame })).toBe(expected);
      expect(prevented(window.webContents, 'will-redirect', { url })).toBe(true);
    },
  );

  test('14, 15: no page opens a window or hands an address to the system', async () => {
    const { double, window } = await started();
    expect(window.webContents.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(double.askedFor('openExternal')).toEqual([]);
  });

  test('16: the Electron the program is built with is the newest major it was checked against', () => {
    const installed = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
    expect(installed.version).toMatch(/^45\./);
  });

  test.each([
    ['our page', 'app://parterre/', true, true],
    ['another site in our window', 'https://example.com/', true, false],
    ['a host that only looks like ours', 'app://parterre.example/', true, false],
    ['a document being printed', 'app://document/1', true, false],
    ['a page without an address', '', true, false],
    ['a frame inside our page', 'app://parterre/', false, false],
  ])('17: a message from %s is judged by its frame', async (_, url, isTop, isAnswered) => {
    const { double } = await started();
    const mainFrame = { url };
    const senderFrame = isTop ? mainFrame : { url };
    const call = double.handlers.get('parterre:call') as (event: unknown, message: unknown) => Promise<unknown>;
    const request = { call: 3, name: 'fake.echo', input: 'hello', action: 'a', session: null };
    const answer = await call({ sender: { mainFrame }, senderFrame }, request);
    expect(answer).toEqual(
      isAnswered
        ? { call: 3, result: ok('hello') }
        : { call: 0, result: { ok: false, error: expect.objectContaining({ code: 'FORBIDDEN' }) } },
    );
  });

  test('17: a frame that is gone is nobody, and a message that is no call is refused', async () => {
    const { double } = await started();
    const call = double.handlers.get('parterre:call') as (event: unknown, message: unknown) => Promise<unknown>;
    const mainFrame = { url: 'app://parterre/' };
    const refused = { result: { ok: false, error: { code: 'FORBIDDEN' } } };
    expect(await call({ sender: { mainFrame }, senderFrame: null }, {})).toMatchObject(refused);
    for (const message of [null, 'call', {}, { call: 1, name: 'x', input: 1, action: '', session: null }]) {
      expect(await call({ sender: { mainFrame }, senderFrame: mainFrame }, message)).toMatchObject(refused);
    }
    expect([...double.handlers.keys()].toSorted()).toEqual(['app', 'parterre:call']);
  });

  test.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/..\\secret.html',
    '/assets/index.js%00.css',
    '/assets/index.js.map',
    '/index.html',
  ])('18: app:// is no way to the file %s', async (path) => {
    const { answer } = rendererProtocol();
    expect((await answer({ url: `app://parterre${path}`, method: 'GET' })).status).toBe(404);
  });

  test('18: app:// serves the page, to GET alone, under its own host alone, with rights that cannot be read across', async () => {
    const { answer } = rendererProtocol();
    const page = await answer({ url: 'app://parterre/', method: 'GET' });
    expect([page.status, await page.text()]).toEqual([200, 'the page']);
    expect((await answer({ url: 'app://parterre/', method: 'POST' })).status).toBe(405);
    expect((await answer({ url: 'app://elsewhere/', method: 'GET' })).status).toBe(404);
    const { double, window } = await started();
    expect(window.loaded).toEqual(['app://parterre/']);
    const [schemes] = double.askedFor('schemes') as [[{ scheme: string; privileges: Record<string, boolean> }]];
    expect(schemes).toHaveLength(1);
    expect(schemes[0].privileges).toMatchObject({ standard: true, secure: true, corsEnabled: true });
    expect(schemes[0].privileges).not.toHaveProperty('bypassCSP');
  });

  test.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableCookieEncryption', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['grantFileProtocolExtraPrivileges', false],
  ])('19: the packaged program has its fuse %s set to %s', (fuse, value) => {
    expect(readFileSync('electron-builder.yml', 'utf8')).toMatch(new RegExp(`^  ${fuse}: ${value}$`, 'm'));
  });

  test('20: the page is given two functions, and no way to a channel or an event', async () => {
    const exposed = await runPreload();
    expect(Object.keys(exposed.worlds)).toEqual(['parterre']);
    const api = exposed.worlds['parterre'] as {
      call: (request: unknown) => unknown;
      on: (listener: unknown) => () => void;
    };
    expect(Object.keys(api).toSorted()).toEqual(['call', 'on']);
    api.call({ channel: 'other' });
    const heard: unknown[][] = [];
    const stop = api.on((...given: unknown[]) => heard.push(given));
    exposed.listeners.get('parterre:notice')?.({ sender: 'ipcRenderer' }, { topic: 't', data: 1 });
    stop();
    expect(exposed.invoked).toEqual([['parterre:call', { channel: 'other' }]]);
    expect(heard).toEqual([[{ topic: 't', data: 1 }]]);
    expect(exposed.listeners.size).toBe(0);
    expect(exposed.required).toEqual(['electron']);
  });

  test('beyond the list: a page saves only what it made itself', async () => {
    const { double } = await started();
    const download = (url: string) => {
      let wasPrevented = false;
      double.session.emit('will-download', { preventDefault: () => (wasPrevented = true) }, { getURL: () => url });
      return wasPrevented;
    };
    expect(download('blob:app://parterre/1')).toBe(false);
    expect(download('https://example.com/x.exe')).toBe(true);
    expect(download('blob:https://example.com/1')).toBe(true);
  });
});

function rendererProtocol() {
  const folder = makeTestFolder();
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), 'the page');
  writeFileSync(join(folder, 'renderer', 'assets', 'index.js'), '');
  writeFileSync(join(folder, 'renderer', 'assets', 'index.js.map'), '');
  writeFileSync(join(folder, 'secret.html'), 'outside');
  const documents = createPrintDocuments(() => 'id');
  return { answer: createAppProtocol(listRendererFiles(join(folder, 'renderer')), documents), documents };
}

/** Runs the preload as Electron would: one CommonJS file that may require `electron` and nothing else. */
async function runPreload() {
  const bundled = await build({
    entryPoints: ['src-main/shells/electron/preload.ts'],
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['electron'],
    write: false,
  });
  const worlds: Record<string, unknown> = {};
  const invoked: unknown[][] = [];
  const required: string[] = [];
  const listeners = new Map<string, (event: unknown, message: unknown) => void>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (worlds[name] = api) },
    ipcRenderer: {
      invoke: (...given: unknown[]) => invoked.push(given),
      on: (channel: string, listener: (event: unknown, message: unknown) => void) => listeners.set(channel, listener),
      off: (channel: string) => listeners.delete(channel),
    },
  };
  runInNewContext(bundled.outputFiles[0]?.text ?? '', {
    module: { exports: {} },
    exports: {},
    require: (name: string) => {
      required.push(name);
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return electron;
    },
  });
  return { worlds, invoked, listeners, required };
}
