/** The seat layer's pages in one browser for a test file. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { type HarnessServer, startSeatLayerHarness } from '../../support/seat-layer-harness.ts';

export interface HarnessPage {
  readonly path: string;
  readonly context: BrowserContextOptions;
}

/** Each test has a page of its own, without a fault at its end. */
export function useHarnessPages(): (open: HarnessPage, act: (page: Page) => Promise<void>) => Promise<void> {
  let server: HarnessServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startSeatLayerHarness(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return async ({ path, context: options }, act) => {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${server.url}${path}`);
      await act(page);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  };
}
