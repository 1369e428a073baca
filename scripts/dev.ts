/**
 * `npm run dev`: the program on demo data with everything reloaded as it is edited. The renderer comes from Vite; the
 * core is started again, and calls in flight are repeated to it, when anything it is made of changes.
 *
 * Vite stands in front of the loopback shell and passes on its two addresses as if they came from the shell's own page,
 * so that the shell needs no exception for development.
 */
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ProxyOptions } from 'vite';
import { findInstalledBrowser, hasDisplay, openBrowserWindow } from '../src-main/shells/loopback/installed-browser.ts';
import { startLoopback } from '../src-main/shells/loopback/loopback.ts';

const root = join(import.meta.dirname, '..');
const dataFolder = process.argv[2] ?? join(root, '.cache', 'demo');
mkdirSync(dataFolder, { recursive: true });

const started = await startLoopback({
  // Nothing of it is asked for: Vite serves the renderer.
  rendererFolder: join(root, 'src-renderer', 'public'),
  coreEntry: join(root, 'src-main', 'core-process.ts'),
  dataFolder,
  // A core that does not compile dies at once, until it is edited again.
  limits: { fastDeaths: Number.POSITIVE_INFINITY, longestWaitMs: 2_000 },
});
if (!started.ok) {
  console.error(started.error.message);
  process.exit(1);
}
const loopback = started.value;

/** What the shell compares exactly is rewritten to what its own page would send. */
const passOn: ProxyOptions = {
  target: loopback.origin,
  changeOrigin: true,
  ws: true,
  rewriteWsOrigin: true,
  configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', loopback.origin)),
};
const vite = await createServer({
  configFile: join(root, 'src-renderer', 'vite.config.ts'),
  server: { proxy: { '^/(session|socket)$': passOn } },
});
await vite.listen();

const viteOrigin = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
const address = loopback.newAddress().replace(loopback.origin, viteOrigin);
const browser = hasDisplay() ? findInstalledBrowser() : null;
const window = browser ? openBrowserWindow(browser, address, join(dataFolder, 'browser-profile')) : null;
console.log(`Parterre on demo data in ${dataFolder}:\n${address}`);

/** Editors write a file more than once; a core restarted in between would only be restarted again. */
const quietMs = 150;
let pending: NodeJS.Timeout | undefined;
for (const folder of ['src-main', 'src-shared']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.ts')) return;
    clearTimeout(pending);
    pending = setTimeout(restartCore, quietMs, file);
  });
}

/** Killed outright: the store survives that, and it is tried here many times a day. */
function restartCore(file: string): void {
  const pid = loopback.corePid();
  if (pid === null) return;
  console.log(`${file} changed: the core starts again`);
  process.kill(pid, 'SIGKILL');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    window?.close();
    void Promise.allSettled([vite.close(), loopback.stop()]).then(() => process.exit(0));
  });
}
