/**
 * An install from the lockfile on a bare machine: npm 10 and 11, and nothing on the PATH that could compile. Packages
 * come from whatever registry the user's npm is set up with, from its cache where they are there; where no registry
 * can be reached, the test says so and is skipped.
 */
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-install-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What `npm test` adds to the environment is this project's; what is left is how the user set up npm. */
function userEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)|INIT_CWD|NODE_ENV|VITEST|NODE_OPTIONS)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** The first program of that name on the PATH that is not one of this project's own. */
function findOnPath(name: string): string {
  for (const part of (process.env['PATH'] ?? '').split(delimiter)) {
    const program = join(part, name);
    try {
      accessSync(program, constants.X_OK);
      if (!part.includes('node_modules')) return program;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`${name} is not on the PATH`);
}

const cannotReach =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|ENETUNREACH|E40[137]|E50\d/;

/** Another npm, fetched by the user's; null with the reason when no registry can be reached. */
async function fetchNpm(version: string): Promise<{ cli: string } | { unreachable: string }> {
  const home = join(folder, `npm-${version}`);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{}');
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', `npm@${version}`];
  const { code, output } = await run(findOnPath('npm'), args, home, userEnvironment());
  if (code === 0) return { cli: join(home, 'node_modules', 'npm', 'bin', 'npm-cli.js') };
  if (cannotReach.test(output)) return { unreachable: output.trim().split('\n').at(-1) ?? '' };
  throw new Error(`npm could not be fetched:\n${output}`);
}

/** A PATH with Node, npm and a shell, and no Python, make or compiler. */
function makeBarePath(version: string, npmCli: string): string {
  const bin = join(folder, `bin-${version}`);
  mkdirSync(bin);
  symlinkSync(findOnPath('node'), join(bin, 'node'));
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\nexec "${join(bin, 'node')}" "${npmCli}" "$@"\n`, { mode: 0o755 });
  symlinkSync('/bin/sh', join(bin, 'sh'));
  return bin;
}

/** As much of a clone as npm looks at. */
function makeClone(version: string): string {
  const clone = join(folder, `clone-${version}`);
  mkdirSync(join(clone, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'scripts/pin-lockfile.mjs']) {
    copyFileSync(file, join(clone, file));
  }
  return clone;
}

/** Opens a database, and loads what a scanner needs: where the system has no HID library, that must be the reason. */
const loadNativeModules = `
  const Database = require('better-sqlite3');
  const { version } = new Database(':memory:').prepare('select sqlite_version() as version').get();
  let hid = 'loaded';
  try { require('node-hid'); } catch (error) { hid = /lib(usb|udev|hidapi)[^ ]*: cannot open shared object/.test(error.message) ? 'no HID library' : error.message; }
  console.log(JSON.stringify({ node: process.versions.node, napi: Number(process.versions.napi), sqlite: version, hid }));
`;

async function installAndLoad(version: string, command: 'ci' | 'install', context: TestContext): Promise<void> {
  const npm = await fetchNpm(version);
  if ('unreachable' in npm) return context.skip(`no npm registry can be reached: ${npm.unreachable}`);
  const bin = makeBarePath(version, npm.cli);
  const clone = makeClone(version);
  const env = { ...userEnvironment(), PATH: bin };
  for (const tool of ['python', 'python3', 'make', 'gcc', 'cc', 'g++', 'c++']) {
    expect((await run(tool, ['--version'], clone, env)).code).toBeNull();
  }
  const installed = await run(join(bin, 'npm'), [command, '--prefer-offline'], clone, env);
  expect(installed).toMatchObject({ code: 0 });
  expect(installed.output).not.toContain('gyp');
  const loaded = await run(join(clone, 'node_modules', '.bin', 'node'), ['-e', loadNativeModules], clone, env);
  expect(loaded).toMatchObject({ code: 0 });
  const seen = JSON.parse(loaded.output) as { node: string; napi: number; sqlite: string; hid: string };
  expect(seen).toMatchObject({ node: expect.stringMatching(/^24\./), sqlite: expect.stringMatching(/^3\./) });
  expect(seen.napi).toBeGreaterThanOrEqual(10);
  expect(['loaded', 'no HID library']).toContain(seen.hid);
  rmSync(clone, { recursive: true, force: true });
}

describe.skipIf(process.platform === 'win32')('an install from the lockfile without a compiler', () => {
  test('works with npm 10', { timeout: 900_000 }, (context) => installAndLoad('10', 'ci', context));
  test('works with npm 11', { timeout: 900_000 }, (context) => installAndLoad('11', 'install', context));
});
