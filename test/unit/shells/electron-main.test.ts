import { describe, expect, test } from 'vitest';
import { createPrintDocuments, createAppProtocol } from '../../../src-main/shells/electron/app-protocol.ts';
import { dataFolderFrom, startElectronProgram } from '../../../src-main/shells/electron/main.ts';
import { createPrinting } from '../../../src-main/shells/electron/printing.ts';
import { secretAnswers } from '../../../src-main/shells/electron/secrets.ts';
import type { CallAnswer, CallRequest } from '../../../src-shared/contract/wire.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { createElectronDouble, type CoreBehaviour } from '../../support/electron-double.ts';
import { createFakeTimers, settle } from '../../support/fake-timers.ts';

async function started(behaviour: CoreBehaviour = 'serve') {
  const double = createElectronDouble(behaviour);
  const timers = createFakeTimers();
  await startElectronProgram({
    electron: double.electron,
    timers,
    newId: () => 'id',
    platform: 'linux',
    dataFolder: '/data',
    files: new Map(),
    preload: '/dist/preload.cjs',
    coreEntry: '/dist/core-process.mjs',
  });
  const pageCall = (name: string, input: unknown = null): Promise<CallAnswer> => {
    const mainFrame = { url: 'app://parterre/' };
    const handler = double.handlers.get('parterre:call') as (
      event: unknown,
      request: CallRequest,
    ) => Promise<CallAnswer>;
    return handler(
      { sender: { mainFrame }, senderFrame: mainFrame },
      { call: 1, name, input, action: 'a', session: null },
    );
  };
  return { double, timers, pageCall };
}

describe("Electron's main process", () => {
  test('keeps its browser data under the data folder and starts the core on that folder', async () => {
    const { double } = await started();
    expect(double.askedFor('setPath')).toEqual([{ name: 'userData', path: '/data/electron' }]);
    expect(double.askedFor('fork')).toMatchObject([{ entry: '/dist/core-process.mjs', args: ['--data', '/data'] }]);
  });

  test('shows its window when the first picture is ready, not before', async () => {
    const { double } = await started();
    expect(double.windows[0]?.options.show).toBe(false);
    double.windows[0]?.emit('ready-to-show');
    expect(double.askedFor('show')).toHaveLength(1);
  });

  test('opens nothing when it runs already, and brings the first window to the front', async () => {
    const second = createElectronDouble();
    second.app.hasLock = false;
    await startElectronProgram({
      electron: second.electron,
      timers: createFakeTimers(),
      newId: () => 'id',
      platform: 'linux',
      dataFolder: '/data',
      files: new Map(),
      preload: '',
      coreEntry: '',
    });
    expect(second.askedFor('quit')).toHaveLength(1);
    expect(second.cores).toHaveLength(0);
    const { double } = await started();
    double.app.emit('second-instance');
    expect(double.asked.slice(-2).map(({ what }) => what)).toEqual(['restore', 'focus']);
  });

  test('says why it cannot start and ends with 1', async () => {
    const { double } = await started({
      refuse: { code: 'DATABASE_FROM_THE_FUTURE', message: 'Update Parterre first.' },
    });
    expect(double.askedFor('showErrorBox')).toEqual([['Parterre cannot start', 'Update Parterre first.']]);
    expect(double.askedFor('exit')).toEqual([1]);
    expect(double.windows).toHaveLength(0);
  });

  test('passes the core’s notices to the window', async () => {
    const { double, pageCall } = await started();
    await pageCall('fake.announce', 5);
    await settle();
    expect(double.windows[0]?.webContents.sent).toContainEqual({
      channel: 'parterre:notice',
      message: { topic: 'fake', data: 5 },
    });
  });

  test('starts the core again when it dies, and the window hears of both', async () => {
    const { double, timers, pageCall } = await started();
    double.cores[0]?.emit('exit', 9);
    await timers.advance(100);
    expect(double.cores).toHaveLength(2);
    expect((await pageCall('fake.echo', 'on')).result).toEqual(ok('on'));
    const topics = double.windows[0]?.webContents.sent.map(({ message }) => (message as { topic: string }).topic);
    expect(topics).toEqual(['core-lost', 'core-restarted']);
  });

  test('tells a page that loads while the core cannot be had', async () => {
    const { double, timers } = await started();
    for (let death = 0; death < 5; death += 1) {
      double.cores.at(-1)?.emit('exit', 9);
      await timers.advance(800);
    }
    const contents = double.windows[0]?.webContents;
    const before = contents?.sent.length ?? 0;
    contents?.emit('did-finish-load');
    expect(contents?.sent.slice(before)).toMatchObject([
      { channel: 'parterre:notice', message: { topic: 'core-failed', data: { code: 'CORE_FAILED' } } },
    ]);
  });

  test('loads a page that crashed again, and not one that was closed', async () => {
    const { double } = await started();
    double.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(double.askedFor('reload')).toHaveLength(0);
    double.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(double.askedFor('reload')).toHaveLength(1);
  });

  test('quits only when the core has finished', async () => {
    const { double } = await started();
    let prevented = 0;
    double.app.emit('before-quit', { preventDefault: () => (prevented += 1) });
    double.app.emit('before-quit', { preventDefault: () => (prevented += 1) });
    expect(double.askedFor('exit')).toEqual([]);
    await settle();
    expect(prevented).toBe(2);
    expect(double.askedFor('exit')).toEqual([0]);
  });

  test('lists the printers and prints for the core', async () => {
    const { pageCall } = await started();
    expect((await pageCall('fake.printers')).result).toEqual(ok([{ name: 'laser', displayName: 'Laser' }]));
  });

  test.each([
    [['electron', '.', '--data=/a b'], '/a b'],
    [['electron', '.', '--data', '/c'], '/c'],
    [['electron', '.', '--data'], null],
    [['electron', '.'], null],
  ])('reads its data folder from %j', (argv, folder) => {
    expect(dataFolderFrom(argv)).toBe(folder);
  });
});

describe('printing without a dialog', () => {
  const job = { printer: 'laser', pdf: new Uint8Array([37, 80]), pageWidthMm: 80, pageHeightMm: 150, copies: 2 };

  test('shows the PDF in a hidden window without a preload and prints it at its own size', async () => {
    const double = createElectronDouble();
    const documents = createPrintDocuments(() => 'id');
    expect(await createPrinting(double.electron, documents)(job)).toEqual(ok(null));
    expect(double.windows[0]?.loaded).toEqual(['app://document/id']);
    expect(double.windows[0]?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, nodeIntegration: false },
    });
    expect(double.windows[0]?.options.webPreferences).not.toHaveProperty('preload');
    expect(double.askedFor('print')).toMatchObject([
      { silent: true, deviceName: 'laser', copies: 2, pageSize: { width: 80_000, height: 150_000 } },
    ]);
    expect(double.askedFor('destroy')).toHaveLength(1);
  });

  test('holds a PDF only while it prints', async () => {
    const documents = createPrintDocuments(() => 'id');
    const answer = createAppProtocol(new Map(), documents);
    const held = documents.add(job.pdf);
    const shown = await answer({ url: held.address, method: 'GET' });
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(job.pdf);
    held.drop();
    expect((await answer({ url: held.address, method: 'GET' })).status).toBe(404);
  });

  test('says what the printer said when it fails, and prints the next', async () => {
    const double = createElectronDouble();
    const print = createPrinting(
      double.electron,
      createPrintDocuments(() => 'id'),
    );
    const first = print(job);
    const second = print(job);
    await Promise.resolve();
    if (double.windows[0]) double.windows[0].webContents.printOutcome = { success: false, reason: 'out of paper' };
    expect(await first).toMatchObject({
      error: { code: 'PRINT_FAILED', message: expect.stringContaining('out of paper') },
    });
    expect(await second).toEqual(ok(null));
  });
});

describe('secrets', () => {
  test.each(['linux', 'win32', 'darwin'] as const)(
    'are sealed by the keychain and opened again (%s)',
    async (platform) => {
      const answers = secretAnswers(createElectronDouble().electron.safeStorage, platform);
      const sealed = await answers['seal-secret']({ plain: 'key' });
      if (!sealed.ok) throw new Error(sealed.error.message);
      expect(Buffer.from(sealed.value.sealed).toString()).not.toBe('key');
      expect(await answers['open-secret'](sealed.value)).toEqual(ok({ plain: 'key' }));
    },
  );

  test.each(['basic_text', 'none'])('are refused where the keychain is %s', async (backend) => {
    const double = createElectronDouble();
    double.backend = backend;
    const answers = secretAnswers(double.electron.safeStorage, 'linux');
    expect(await answers['seal-secret']({ plain: 'key' })).toMatchObject({ error: { code: 'NO_KEYCHAIN' } });
    expect(await answers['open-secret']({ sealed: new Uint8Array() })).toMatchObject({
      error: { code: 'NO_KEYCHAIN' },
    });
  });
});
