/**
 * `parterre start`: opens the program in the best window this machine has. Electron where its binary is, else an
 * installed browser on the loopback shell, else an address to open by hand.
 *
 * Ctrl+C stops it, and so does closing the window it opened. A second start on the same data folder opens a second
 * window of the first.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { text } from '../../src-shared/text/text.ts';
import { defaultDataFolder } from '../default-data-folder.ts';
import {
  findInstalledBrowser,
  hasDisplay,
  openBrowserWindow,
  type BrowserWindow,
} from '../shells/loopback/installed-browser.ts';
import { startLoopback, type Loopback } from '../shells/loopback/loopback.ts';
import { askRunningShell } from '../shells/loopback/running-file.ts';
import { buildRenderer, isRendererStale } from './built-renderer.ts';
import { findElectronProgram } from './electron-program.ts';
import { EXIT } from './exit-codes.ts';

export interface StartOptions {
  readonly dataFolder: string;
  /** False prints the address instead of opening a window. */
  readonly open: boolean;
  /** 0 takes any free port. */
  readonly port: number;
}

/** `start [--data DIR] [--no-open] [--port N]`; a string says what is wrong with the arguments. */
export function parseStartArguments(args: readonly string[]): StartOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return text('start.badPort', { port: values.port ?? '' });
    return { dataFolder: resolve(values.data ?? defaultDataFolder()), open: !values['no-open'], port };
  } catch (cause) {
    return (cause as Error).message;
  }
}

/** Runs until the program is stopped. @returns the exit code */
export async function start(root: string, args: readonly string[]): Promise<number> {
  const options = parseStartArguments(args);
  if (typeof options === 'string') {
    console.error(options);
    return EXIT.usage;
  }
  try {
    mkdirSync(options.dataFolder, { recursive: true });
  } catch (cause) {
    console.error(text('start.readOnly', { folder: options.dataFolder, reason: (cause as Error).message }));
    return EXIT.noData;
  }
  if (isRendererStale(root)) {
    console.log(text('start.building'));
    await buildRenderer(root);
  }
  const wantsWindow = options.open && hasDisplay();
  const electron = wantsWindow && options.port === 0 ? findElectronProgram(root) : null;
  if (electron) return runElectron(electron, root, options.dataFolder);
  if (wantsWindow && options.port === 0) console.log(text('start.noElectron'));
  return runLoopback(root, options, wantsWindow ? findInstalledBrowser() : null);
}

/** The Electron program is built first, beside the renderer; its exit code is ours. */
async function runElectron(program: string, root: string, dataFolder: string): Promise<number> {
  const built = await run(process.execPath, [join(root, 'scripts', 'build-electron.ts')]);
  return built === 0 ? run(program, [root, `--data=${dataFolder}`]) : built;
}

/** Runs a program to its end. Ctrl+C reaches it by itself; this process only waits for it. */
function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, [...args], { stdio: 'inherit' });
  const waitForChild = (): void => {};
  const passOn = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', waitForChild);
  process.on('SIGTERM', passOn);
  return new Promise<number>((done) => {
    child.once('exit', (code) => done(code ?? 1));
    child.once('error', (error) => {
      console.error(error.message);
      done(1);
    });
  }).finally(() => {
    process.off('SIGINT', waitForChild);
    process.off('SIGTERM', passOn);
  });
}

/** Whatever else keeps the core from opening is the data folder's. */
const NOT_OF_THE_DATA: ReadonlySet<string> = new Set(['PORT_TAKEN', 'CORE_FAILED', 'CORE_LOST']);

async function runLoopback(root: string, options: StartOptions, browser: string | null): Promise<number> {
  const profile = join(options.dataFolder, 'browser-profile');
  const otherAddress = await askRunningShell(options.dataFolder);
  if (otherAddress) {
    console.log(text('start.alreadyRuns'));
    if (browser) openBrowserWindow(browser, otherAddress, profile);
    else console.log(otherAddress);
    return 0;
  }
  const started = await startLoopback({
    rendererFolder: join(root, 'dist', 'renderer'),
    coreEntry: join(root, 'src-main', 'core-process.ts'),
    dataFolder: options.dataFolder,
    port: options.port,
  });
  if (!started.ok) {
    console.error(started.error.message);
    return NOT_OF_THE_DATA.has(started.error.code) ? EXIT.refused : EXIT.noData;
  }
  const window = browser ? openBrowserWindow(browser, started.value.newAddress(), profile) : null;
  await untilStopped(started.value, window);
  window?.close();
  await started.value.stop();
  return 0;
}

/** Resolves at Ctrl+C, at a request to end, or when the window that was opened is closed. */
function untilStopped(loopback: Loopback, window: BrowserWindow | null): Promise<void> {
  const printAddress = (): void => console.log(text('start.openAddress', { address: loopback.newAddress() }));
  return new Promise((resolve) => {
    let isOver = false;
    const stop = (): void => {
      isOver = true;
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.once('SIGHUP', stop);
    if (!window) return printAddress();
    console.log(text('start.opened'));
    void window.ended.then((code) => {
      if (isOver) return;
      if (code !== 0) return printAddress();
      // A browser that handed the address to one already running ends at once, and its page comes later.
      if (loopback.pagesEver() > 0 && loopback.pages() === 0) stop();
    });
  });
}
