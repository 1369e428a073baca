/**
 * The renderer's files as an allow-list: what was found in its folder at the start, by the exact path a window asks
 * for. Anything else does not exist, so no path of a request ever reaches the file system.
 */
import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface RendererFile {
  readonly file: string;
  readonly contentType: string;
}

/** Path in the address (`/`, `/assets/index-3f.js`) → file. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
};

/** Lists a built renderer. A file of a kind a window has no use for (a source map) is left out. Throws when the folder cannot be read. */
export function listRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || !contentType) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path === '/index.html' ? '/' : path, { file, contentType });
  }
  return files;
}
