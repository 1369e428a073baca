/** A real browser and the window's pages for tests of the design system: the gallery as developed, the program as built. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';

const CONFIG = fileURLToPath(new URL('../../src-renderer/vite.config.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The Chromium that npm brought. Only its binary: its own arguments switch web security off. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

export interface ServedPages {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The pages as they are developed, gallery and all. */
export async function serveDevelopment(): Promise<ServedPages> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'parterre-vite-'));
  const server: ViteDevServer = await createServer({
    configFile: CONFIG,
    cacheDir,
    logLevel: 'error',
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      ws: false,
      // node_modules may be a link to somewhere else.
      fs: { allow: [ROOT, await realpath(join(ROOT, 'node_modules'))] },
    },
  });
  await server.listen();
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    stop: async () => {
      await server.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function serveFolder(folder: string, policy: string): Promise<Server> {
  const server = createHttpServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (body) => {
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.setHeader('content-security-policy', policy);
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** Builds the window as it is shipped, in a process of its own: a test's environment would make it a development build. */
async function buildShippedWindow(folder: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', CONFIG, '--outDir', folder, '--logLevel', 'error'],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
  );
}

/** The built program in a folder of its own, served under a content policy. */
export async function serveBuilt(policy: string): Promise<ServedPages & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'parterre-built-'));
  await buildShippedWindow(folder);
  const server = await serveFolder(folder, policy);
  return {
    folder,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
