/**
 * Vitest's global set-up of the projects that run the program: what is built of it is built once, before files that run
 * beside each other need it.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { isRendererStale } from '../../src-main/command-line/built-renderer.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/**
 * The core's process of an evening in one file, which starts in a fifth of the time: tests that kill it start it a
 * hundred times. It stands as deep as the modules it is made of: they find the house's fonts from where they are.
 */
export const EVENING_CORE = join(root, 'dist', 'evening', 'core-process.mjs');

/** What brings binaries or files of its own, and so stays where it is. */
const UNBUNDLED = [
  'better-sqlite3',
  '@node-rs/argon2',
  'node-hid',
  'pdfmake',
  'fontkit',
  'bwip-js',
  'qrcode',
  '@point-of-sale/*',
];

let built: Promise<unknown> | null = null;

export default async function setup(): Promise<void> {
  await (built ??= Promise.all([buildRenderer(), bundleEveningCore()]));
}

/** In a process of its own: a test's environment would make it a development build. */
async function buildRenderer(): Promise<void> {
  if (!isRendererStale(root)) return;
  const config = join(root, 'src-renderer', 'vite.config.ts');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

async function bundleEveningCore(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('evening/core-process.ts', import.meta.url))],
    outfile: EVENING_CORE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: UNBUNDLED,
    // Packages of CommonJS ask for it.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
}
