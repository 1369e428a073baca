/** Builds the renderer when what was built is missing or older than what it is built from. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and files the renderer is built from, under the project's root. */
const sources = ['src-renderer', 'src-shared', 'assets', 'package.json'];

export function isRendererStale(root: string): boolean {
  const built = join(root, 'dist', 'renderer', 'index.html');
  if (!existsSync(built)) return true;
  const builtMs = statSync(built).mtimeMs;
  return sources.some((source) => newestMs(join(root, source)) > builtMs);
}

function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

/** Vite is imported only here: a packaged program has no sources, hence no Vite. */
export async function buildRenderer(root: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: join(root, 'src-renderer'),
    configFile: join(root, 'src-renderer', 'vite.config.ts'),
    logLevel: 'error',
  });
}
