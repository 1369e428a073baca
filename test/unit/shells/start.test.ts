import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRendererStale } from '../../../src-main/command-line/built-renderer.ts';
import { findElectronProgram } from '../../../src-main/command-line/electron-program.ts';
import { parseStartArguments } from '../../../src-main/command-line/start.ts';
import { defaultDataFolder } from '../../../src-main/default-data-folder.ts';
import {
  browserArguments,
  findInstalledBrowser,
  hasDisplay,
} from '../../../src-main/shells/loopback/installed-browser.ts';
import { makeTestFolder } from '../../support/test-folder.ts';

describe('the data folder', () => {
  test.each([
    ['linux', {}, '/home/ana/.local/share/parterre'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/parterre'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ana/.local/share/parterre'],
    ['darwin', {}, '/home/ana/Library/Application Support/Parterre'],
    ['win32', { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' }, 'C:\\Users\\ana\\AppData\\Roaming\\Parterre'],
  ] as const)('is where %s keeps an application’s data (%j)', (platform, env, expected) => {
    expect(defaultDataFolder({ platform, env, home: '/home/ana' })).toBe(expected);
  });
});

describe('start', () => {
  test('takes a data folder, a port, and a wish for no window', () => {
    expect(parseStartArguments(['--data', '/d', '--port', '8080', '--no-open'])).toEqual({
      dataFolder: '/d',
      port: 8080,
      open: false,
    });
    expect(parseStartArguments([])).toMatchObject({ port: 0, open: true });
  });

  test.each([[['--port', '70000']], [['--port', 'x']], [['--port', '1.5']], [['--colour']], [['stray']]])(
    'says what is wrong with %j',
    (args) => {
      expect(parseStartArguments(args)).toEqual(expect.any(String));
    },
  );
});

describe('an installed browser', () => {
  const search = (platform: NodeJS.Platform, env: Record<string, string>, installed: readonly string[]) =>
    findInstalledBrowser({ platform, env, canRun: (file) => installed.includes(file) });

  test.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, ['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
    ['linux', { PATH: '/usr/bin' }, ['/usr/bin/microsoft-edge', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['linux', { PATH: '' }, ['chromium'], null],
    [
      'darwin',
      { HOME: '/Users/ana' },
      ['/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium'],
      '/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'win32',
      { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    ['linux', { PATH: '/usr/bin', PARTERRE_BROWSER: '/opt/b' }, ['/opt/b', '/usr/bin/chromium'], '/opt/b'],
    ['linux', { PATH: '/usr/bin', PARTERRE_BROWSER: '/opt/b' }, ['/usr/bin/chromium'], null],
  ] as const)('on %s with %j is found', (platform, env, installed, expected) => {
    expect(search(platform, env, installed)).toBe(expected);
  });

  test('is given the address as a window of its own, in a profile of its own', () => {
    const given = browserArguments('http://127.0.0.1:1/#token=t', '/data/browser-profile');
    expect(given).toContain('--app=http://127.0.0.1:1/#token=t');
    expect(given).toContain('--user-data-dir=/data/browser-profile');
    expect(given.join(' ')).not.toMatch(/no-sandbox|disable-web-security/);
  });

  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['win32', {}, true],
  ] as const)('is not tried where nothing can be shown (%s, %j: %s)', (platform, env, expected) => {
    expect(hasDisplay({ platform, env })).toBe(expected);
  });
});

describe("Electron's program", () => {
  test('is found where its binary is, and only there', () => {
    const root = makeTestFolder();
    expect(findElectronProgram(root)).toBeNull();
    const folder = join(root, 'node_modules', 'electron');
    mkdirSync(join(folder, 'dist'), { recursive: true });
    expect(findElectronProgram(root)).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectronProgram(root)).toBeNull();
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findElectronProgram(root)).toBe(join(folder, 'dist', 'electron'));
  });
});

describe('the built renderer', () => {
  test('is built when it is missing, and again when a source is newer', () => {
    const root = makeTestFolder();
    mkdirSync(join(root, 'src-renderer', 'app'), { recursive: true });
    mkdirSync(join(root, 'dist', 'renderer'), { recursive: true });
    const source = join(root, 'src-renderer', 'app', 'main.tsx');
    const built = join(root, 'dist', 'renderer', 'index.html');
    writeFileSync(source, '');
    expect(isRendererStale(root)).toBe(true);
    writeFileSync(built, '');
    utimesSync(join(root, 'src-renderer'), 100, 100);
    utimesSync(join(root, 'src-renderer', 'app'), 100, 100);
    utimesSync(source, 100, 100);
    utimesSync(built, 200, 200);
    expect(isRendererStale(root)).toBe(false);
    utimesSync(source, 300, 300);
    expect(isRendererStale(root)).toBe(true);
  });
});
