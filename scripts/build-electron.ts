/**
 * Bundles the Electron program into dist/electron: its main process, its preload and the core's process. Native
 * modules and what finds its own files by path stay outside the bundle.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const external = ['electron', 'better-sqlite3', 'node-hid', '@node-rs/argon2', 'pdfmake'];

export async function buildElectron(root: string): Promise<void> {
  const shared: BuildOptions = {
    bundle: true,
    platform: 'node',
    target: 'node24',
    logLevel: 'warning',
    legalComments: 'none',
  };
  const out = join(root, 'dist', 'electron');
  const source = (file: string): string => join(root, 'src-main', file);
  await Promise.all([
    build({
      ...shared,
      format: 'cjs',
      external: ['electron'],
      entryPoints: [source('shells/electron/entry.ts')],
      outfile: join(out, 'main.cjs'),
    }),
    build({
      ...shared,
      // A sandboxed preload may require electron's renderer side and none of our files.
      format: 'cjs',
      platform: 'browser',
      external: ['electron'],
      entryPoints: [source('shells/electron/preload.ts')],
      outfile: join(out, 'preload.cjs'),
    }),
    build({
      ...shared,
      // A module, because it awaits at its top; what it bundles may still say `require`.
      format: 'esm',
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      external,
      entryPoints: [source('core-process.ts')],
      outfile: join(out, 'core-process.mjs'),
    }),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildElectron(join(import.meta.dirname, '..'));
}
