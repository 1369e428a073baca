/** Serves the seat layer's harness page on 127.0.0.1 for a browser test. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

export interface HarnessServer {
  readonly url: string;
  close(): Promise<void>;
}

const project = fileURLToPath(new URL('../..', import.meta.url));

export async function startSeatLayerHarness(): Promise<HarnessServer> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../e2e/support/seat-layer', import.meta.url)),
    // Files that run beside each other must not find each other's dependencies half made.
    cacheDir: `${project}/test-output/vite-seat-layer-${process.env['VITEST_POOL_ID'] ?? 0}`,
    logLevel: 'warn',
    plugins: [react()],
    // All found at once: a dependency found later reloads the page under a running test.
    optimizeDeps: { entries: ['main.tsx'], include: ['react/jsx-dev-runtime', 'konva/lib/Core.js'] },
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      watch: null,
      // node_modules may be a link to elsewhere.
      fs: { allow: [project, realpathSync(`${project}/node_modules`)] },
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === 'string') throw new Error('vite has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
