/**
 * A Chromium for the end-to-end tests, on whatever machine they run: the one named in PARTERRE_CHROMIUM, an installed
 * one, the binary that comes with npm (@sparticuz/chromium, Linux on x64), else playwright's own.
 *
 * Of @sparticuz/chromium only the binary and its libraries are taken. Its arguments are not: they switch web security
 * off, and a test under them would prove nothing about a real window.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';

const run = promisify(execFile);

export interface BrowserProgram {
  /** Null: playwright's own. */
  readonly path: string | null;
  /** Set in the browser's environment on top of ours. */
  readonly env: Readonly<Record<string, string>>;
}

const INSTALLED_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** `--disable-gpu`: the software canvas and compositor are what a counter with a blocked driver has, and far steadier here than SwiftShader. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

let program: Promise<BrowserProgram> | null = null;

/** Starts a headless browser, with switches of its own beside the usual. The caller closes it. */
export async function openBrowser(switches: readonly string[] = []): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    ...(path === null ? {} : { executablePath: path }),
    args: [...ARGUMENTS, ...switches],
    env: { ...definedVariables(process.env), ...env },
  });
}

/** Finds the browser once a process, unpacking it if need be. Safe to call from several processes at once. */
export function findBrowser(): Promise<BrowserProgram> {
  program ??= locateBrowser();
  return program;
}

async function locateBrowser(): Promise<BrowserProgram> {
  const named = process.env['PARTERRE_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`PARTERRE_CHROMIUM is ${named}, which is not a program that can be run`);
    return { path: named, env: {} };
  }
  const installed = findOnPath(INSTALLED_NAMES, process.env['PATH'] ?? '');
  if (installed !== null) return { path: installed, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return await unpackedBrowser();
  return { path: null, env: {} };
}

/** The first of `names` that stands in a folder of `path` (as the PATH variable writes it) and can be run; null when none. */
export function findOnPath(names: readonly string[], path: string): string | null {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of names) {
    for (const folder of path.split(delimiter)) {
      const candidate = join(folder, name + suffix);
      if (folder !== '' && isExecutable(candidate)) return candidate;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The npm binary, in a folder of its own per version and user. The package unpacks into the temporary folder and takes
 * whatever already lies there under that name, half written or of another version; so it unpacks into a private folder
 * in a process of its own, and the whole is renamed into place: of several that race, one wins and the others use it.
 */
async function unpackedBrowser(): Promise<BrowserProgram> {
  const entry = import.meta.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(new URL('../package.json', entry), 'utf8')) as { version: string };
  const home = join(tmpdir(), `parterre-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(home)) await unpackInto(home, entry);
  if ((await stat(home)).uid !== userInfo().uid) throw new Error(`${home} belongs to somebody else; remove it`);
  return { path: join(home, 'chromium'), env: await environmentFor(home) };
}

async function unpackInto(home: string, entry: string): Promise<void> {
  const staging = await mkdtemp(`${home}-`);
  // AWS_EXECUTION_ENV makes the package unpack its copies of NSS and friends too, which a bare machine lacks.
  await run(
    process.execPath,
    ['--input-type=module', '--eval', `(await import('${entry}')).default.executablePath()`],
    {
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    },
  );
  await writeFile(join(staging, 'fonts.conf'), fontConfiguration(join(home, 'fonts')));
  await rename(staging, home).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
}

/** Uses the machine's own libraries and fonts where it has them, the unpacked ones where it has not. */
async function environmentFor(home: string): Promise<Record<string, string>> {
  const cache = join(home, 'cache');
  await mkdir(cache, { recursive: true });
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(home, 'fonts.conf'), XDG_CACHE_HOME: cache };
  const bundled = {
    LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':'),
  };
  const failures: string[] = [];
  for (const libraries of [{}, bundled]) {
    const env = { ...fonts, ...libraries };
    try {
      await run(join(home, 'chromium'), ['--no-sandbox', '--version'], { env: { ...process.env, ...env } });
      return env;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`the Chromium from npm does not start on this machine:\n${failures.join('\n')}`);
}

function fontConfiguration(fontFolder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${pathToFileURL(fontFolder).pathname}</dir><dir>/usr/share/fonts</dir><dir prefix="xdg">fonts</dir></fontconfig>`,
    '',
  ].join('\n');
}

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
