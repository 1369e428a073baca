/**
 * The benchmarks' pages: built for production (React without its checks, as the peers' users have it), served on
 * 127.0.0.1 with the house they ask for, and opened in a headless browser of their own.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build, type Rolldown } from 'vite';
import { packMap } from '../../src-shared/domain/seat-map/pack.ts';
import { openBrowser } from '../support/browser.ts';
import { houseOf } from './house.ts';
import type { BenchPages } from './pages/page.ts';

const WINDOW = { width: 1400, height: 900 };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

type Files = ReadonlyMap<string, string | Uint8Array>;

let files: Promise<Files> | null = null;
const packedByN = new Map<number, Uint8Array>();

export interface BenchBrowser {
  readonly browser: Browser;
  /** A page of one kind, ready to be asked, with nothing of its house in it yet. */
  open(name: keyof BenchPages, n: number): Promise<Page>;
  close(): Promise<void>;
}

/** FREE: it waits for no screen, and begins each frame as soon as the one before it is out. */
export type Pace = 'SCREEN' | 'FREE';

export async function openBenchBrowser(pace: Pace = 'SCREEN'): Promise<BenchBrowser> {
  const server = await servePages();
  const browser = await openBrowser(pace === 'SCREEN' ? [] : ['--disable-frame-rate-limit']);
  return {
    browser,
    async open(name, n) {
      const page = await browser.newPage({ viewport: WINDOW });
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`${server.url}?page=${name}&n=${n}`);
      await page.waitForFunction((kind) => kind in (window.bench ?? {}), name);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function servePages(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const built = await (files ??= buildPages());
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://127.0.0.1');
    const path = pathname === '/' ? '/index.html' : pathname;
    const type = CONTENT_TYPES[extname(path)];
    if (type) response.setHeader('content-type', type);
    // A page that nothing else can look into has a clock of 5 µs; any other's is rounded to 100.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    if (path === '/house') response.end(packedHouse(Number(searchParams.get('n'))));
    else if (built.has(path)) response.end(built.get(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @returns what is served by its path */
async function buildPages(): Promise<Files> {
  const output = await build({
    configFile: false,
    root: fileURLToPath(new URL('pages', import.meta.url)),
    mode: 'production',
    logLevel: 'error',
    build: { write: false, target: 'es2024', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  });
  const chunks = (output as Rolldown.RolldownOutput).output;
  return new Map(chunks.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

/** Drawing the largest takes seconds, and most benchmarks ask for it. */
function packedHouse(n: number): Uint8Array {
  const bytes = packedByN.get(n) ?? packMap(houseOf(n));
  packedByN.set(n, bytes);
  return bytes;
}
