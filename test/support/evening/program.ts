/** The whole program on a new data folder with the demo house, in a real browser, as somebody at the PC has it. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { expect } from 'playwright/test';
import { startLoopback, type Loopback } from '../../../src-main/shells/loopback/loopback.ts';
import { openBrowser } from '../browser.ts';
import { EVENING_CORE } from '../built-program.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

/** Where the core's process is ended, with SIGKILL: the command has not begun, is inside, or is done and not answered. */
export interface Death {
  readonly command: string;
  readonly moment: 'BEFORE' | 'INSIDE' | 'AFTER';
  /** Only at the one that is allowed by somebody's PIN. */
  readonly isAllowed?: boolean;
}

export interface EveningProgram {
  readonly loopback: Loopback;
  readonly browser: Browser;
  readonly page: Page;
  /** What its pages complained about. */
  readonly complaints: string[];
  /** Another window of the same program. */
  openWindow(): Promise<Page>;
  /** Puts the core's clock further ahead, and lets it go on. */
  moveClock(aheadMs: number): void;
  /** Lets no time pass for the core until its clock is moved: what must happen at once may take a machine its time. */
  stopClock(): void;
  /** The next such command ends the core's process. */
  kill(death: Death): void;
  /** Passes once the core that was told to die has died and another serves. */
  survives(before: number | null): Promise<void>;
  /** Keeps a picture of the window opened last in `test-output`. */
  shot(name: string): Promise<void>;
  /** What `parterre verify` says on the closed data folder: its exit code and its problems. */
  closeAndVerify(): Promise<{ readonly problems: number; readonly words: string }>;
  close(): Promise<void>;
}

export async function openProgram(): Promise<EveningProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-evening-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const started = await startLoopback({
    rendererFolder: join(root, 'dist', 'renderer'),
    coreEntry: EVENING_CORE,
    dataFolder: data,
    // The deaths of these tests follow each other faster than those of a core that cannot live.
    limits: { fastDeaths: 1_000, longestWaitMs: 100 },
  });
  if (!started.ok) throw new Error(started.error.message);
  const loopback = started.value;
  const browser = await openBrowser();
  const complaints: string[] = [];
  const shots = join(root, 'test-output', 'evening');
  mkdirSync(shots, { recursive: true });
  const openWindow = () => newWindow(browser, loopback, complaints);
  const page = await openWindow();
  let aheadMs = 0;
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await browser.close();
    await loopback.stop();
  };
  return {
    loopback,
    browser,
    complaints,
    openWindow,
    page,
    shot: async (name) =>
      void (await (browser.contexts().at(-1)?.pages()[0] ?? page).screenshot({ path: join(shots, `${name}.png`) })),
    moveClock: (moreMs) => {
      aheadMs += moreMs;
      writeWhole(join(data, 'clock-ahead'), String(aheadMs));
      rmSync(join(data, 'clock-stands'), { force: true });
    },
    stopClock: () => writeWhole(join(data, 'clock-stands'), String(Date.now() + aheadMs)),
    kill: (death) => writeWhole(join(data, 'death'), JSON.stringify(death)),
    survives: async (before) => {
      await expect.poll(() => existsSync(join(data, 'death')), { timeout: 20_000 }).toBe(false);
      await expect.poll(() => ![null, before].includes(loopback.corePid()), { timeout: 20_000 }).toBe(true);
    },
    closeAndVerify: async () => {
      await stop();
      return verify(data);
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A reader never sees half of it. */
function writeWhole(file: string, content: string): void {
  writeFileSync(`${file}-new`, content);
  renameSync(`${file}-new`, file);
}

async function newWindow(browser: Browser, loopback: Loopback, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(loopback.newAddress());
  return page;
}

async function verify(data: string): Promise<{ problems: number; words: string }> {
  const parterre = join(root, 'bin', 'parterre.mjs');
  const { stdout } = await run(process.execPath, [parterre, 'verify', '--data', data, '--json']).catch(
    (error: { stdout: string }) => error,
  );
  return { problems: (JSON.parse(stdout) as { problems: number }).problems, words: stdout };
}
