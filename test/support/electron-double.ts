/**
 * Stands in for Electron: records what it was asked to do, and lets a test play what Electron would do in turn
 * (a permission asked for, a navigation, a page's message, a core that exits). It starts no process and shows nothing.
 */
import { EventEmitter } from 'node:events';
import { createHostClient, serveCore } from '../../src-main/core-port.ts';
import type { ElectronModule } from '../../src-main/shells/electron/electron-module.ts';
import type { FromCore, ToCore } from '../../src-shared/contract/wire.ts';
import type { AppError } from '../../src-shared/domain/result.ts';
import { createFakeCore, type FakeCore } from './fake-core.ts';
import { createPortPair } from './port-pair.ts';

export type CoreBehaviour = 'serve' | { readonly refuse: AppError };

export interface Asked {
  readonly what: string;
  readonly details: unknown;
}

type Handler = (...args: never[]) => unknown;

export class FakeWebContents extends EventEmitter {
  readonly sent: { channel: string; message: unknown }[] = [];
  readonly mainFrame = { url: 'app://parterre/' };
  readonly asked: Asked[];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  printOutcome: { success: boolean; reason: string } = { success: true, reason: '' };

  constructor(asked: Asked[]) {
    super();
    this.asked = asked;
  }

  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }
  isDestroyed(): boolean {
    return false;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.asked.push({ what: 'reload', details: null });
  }
  getPrintersAsync(): Promise<unknown[]> {
    return Promise.resolve([{ name: 'laser', displayName: 'Laser', description: '', options: {} }]);
  }
  print(options: unknown, done: (success: boolean, reason: string) => void): void {
    this.asked.push({ what: 'print', details: options });
    done(this.printOutcome.success, this.printOutcome.reason);
  }
}

export class FakeBrowserWindow extends EventEmitter {
  readonly webContents: FakeWebContents;
  readonly options: { show?: boolean; webPreferences?: Record<string, unknown> };
  readonly loaded: string[] = [];
  readonly asked: Asked[];

  constructor(options: FakeBrowserWindow['options'], asked: Asked[]) {
    super();
    this.options = options;
    this.asked = asked;
    this.webContents = new FakeWebContents(asked);
  }
  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }
  show(): void {
    this.asked.push({ what: 'show', details: null });
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    this.asked.push({ what: 'restore', details: null });
  }
  focus(): void {
    this.asked.push({ what: 'focus', details: null });
  }
  destroy(): void {
    this.asked.push({ what: 'destroy', details: null });
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  readonly asked: Asked[];
  constructor(asked: Asked[]) {
    super();
    this.asked = asked;
  }
  setPath(name: string, path: string): void {
    this.asked.push({ what: 'setPath', details: { name, path } });
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  enableSandbox(): void {
    this.asked.push({ what: 'enableSandbox', details: null });
  }
  whenReady(): Promise<void> {
    this.asked.push({ what: 'whenReady', details: null });
    return Promise.resolve();
  }
  quit(): void {
    this.asked.push({ what: 'quit', details: null });
  }
  exit(code: number): void {
    this.asked.push({ what: 'exit', details: code });
  }
}

class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly webRequest = { onBeforeRequest: (handler: Handler) => void this.handlers.set('request', handler) };
  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('permission-request', handler);
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('permission-check', handler);
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('device', handler);
  }
  setDisplayMediaRequestHandler(handler: Handler): void {
    this.handlers.set('display', handler);
  }
}

class FakeUtilityProcess extends EventEmitter {
  readonly pid = 4711;
  readonly core: FakeCore;
  readonly postMessage: (message: ToCore) => void;
  readonly kill: () => void;
  constructor(behaviour: CoreBehaviour) {
    super();
    const { left, right } = createPortPair<ToCore, FromCore>();
    const host = createHostClient(right);
    this.core = createFakeCore(host);
    left.onMessage((message) => this.emit('message', message));
    this.postMessage = left.send;
    this.kill = () => this.emit('exit', 9);
    if (behaviour === 'serve') void serveCore(this.core, right).then(() => this.emit('exit', 0));
    else right.send({ kind: 'failed', error: behaviour.refuse });
  }
}

export interface ElectronDouble {
  readonly electron: ElectronModule;
  readonly asked: Asked[];
  readonly app: FakeApp;
  readonly session: FakeSession;
  readonly windows: FakeBrowserWindow[];
  readonly cores: FakeUtilityProcess[];
  /** What `ipcMain.handle` and `protocol.handle` were given, by channel or scheme. */
  readonly handlers: ReadonlyMap<string, Handler>;
  /** The arguments of what was asked under a name, in order. */
  askedFor(what: string): unknown[];
  backend: string;
}

/** What a bare double is asked first is answered by these; a test changes `app`, `backend` or the behaviour of cores. */
export function createElectronDouble(behaviour: CoreBehaviour = 'serve'): ElectronDouble {
  const asked: Asked[] = [];
  const app = new FakeApp(asked);
  const session = new FakeSession();
  const windows: FakeBrowserWindow[] = [];
  const cores: FakeUtilityProcess[] = [];
  const handlers = new Map<string, Handler>();
  const record =
    (what: string) =>
    (...args: unknown[]): void => {
      asked.push({ what, details: args.length === 1 ? args[0] : args });
    };
  const double: ElectronDouble = {
    asked,
    app,
    session,
    windows,
    cores,
    handlers,
    backend: 'gnome_libsecret',
    askedFor: (what) => asked.filter((entry) => entry.what === what).map(({ details }) => details),
    electron: {
      app,
      session: { defaultSession: session },
      BrowserWindow: function BrowserWindow(options: FakeBrowserWindow['options']) {
        const window = new FakeBrowserWindow(options, asked);
        windows.push(window);
        app.emit('web-contents-created', {}, window.webContents);
        return window;
      },
      dialog: { showErrorBox: record('showErrorBox') },
      ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
      Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: record('menu') },
      protocol: {
        registerSchemesAsPrivileged: record('schemes'),
        handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
      },
      safeStorage: {
        isAsyncEncryptionAvailable: () => Promise.resolve(double.backend !== 'none'),
        getSelectedStorageBackend: () => double.backend,
        encryptStringAsync: (plain: string) => Promise.resolve(Buffer.from(`sealed:${plain}`)),
        decryptStringAsync: (sealed: Buffer) =>
          Promise.resolve({ result: sealed.toString().replace('sealed:', ''), shouldReEncrypt: false }),
      },
      shell: {
        openPath: (path: string) => {
          asked.push({ what: 'openPath', details: path });
          return Promise.resolve('');
        },
        openExternal: record('openExternal'),
      },
      utilityProcess: {
        fork: (entry: string, args: readonly string[], options: unknown) => {
          asked.push({ what: 'fork', details: { entry, args, options } });
          const core = new FakeUtilityProcess(behaviour);
          cores.push(core);
          return core;
        },
      },
    } as unknown as ElectronModule,
  };
  return double;
}
