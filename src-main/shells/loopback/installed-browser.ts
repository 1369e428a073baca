/**
 * Finds an installed Chromium, Chrome or Edge and opens an address in it as a window of its own: no tabs, no address
 * bar, and a profile under the data folder, so that neither extensions nor a person's history come near.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join, win32 } from 'node:path';

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly canRun: (file: string) => boolean;
}

export const thisMachine: BrowserSearch = {
  platform: process.platform,
  env: process.env,
  canRun(file) {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** The browser's program file, or null. `PARTERRE_BROWSER` names one outright. */
export function findInstalledBrowser(search: BrowserSearch = thisMachine): string | null {
  return candidates(search).find((file) => search.canRun(file)) ?? null;
}

function candidates({ platform, env }: BrowserSearch): readonly string[] {
  const named = env['PARTERRE_BROWSER'];
  if (named) return [named];
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    return macApps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, ...program)));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Whether a window can be shown at all: on Linux there may be no display. */
export function hasDisplay({ platform, env }: Pick<BrowserSearch, 'platform' | 'env'> = thisMachine): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** What the browser is started with. The address opens one page once; everything else here may be read by anyone. */
export function browserArguments(address: string, profileFolder: string): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
  ];
}

export interface BrowserWindow {
  /** Settles when the browser ends, with its exit code; null when it could not start or was killed. */
  readonly ended: Promise<number | null>;
  close(): void;
}

export function openBrowserWindow(program: string, address: string, profileFolder: string): BrowserWindow {
  const child = spawn(program, browserArguments(address, profileFolder), { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  return { ended, close: () => void child.kill() };
}
