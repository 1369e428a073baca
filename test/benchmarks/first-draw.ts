/** R6: from a house in memory to all of it on the screen, in a page that has drawn nothing before. */
import type { Page } from 'playwright';
import { figureAtMost, type Benchmark } from './benchmark.ts';
import { openBenchBrowser, type BenchBrowser } from './page-server.ts';

export const firstDraw: Benchmark = {
  id: 'R6',
  title: 'first draw from loaded data, until all is drawn and rastered',
  control: 'a warm loop over the columns into an image',
  unit: 'ms',
  must: figureAtMost(1500),
  goal: figureAtMost(500),
  sizes: [10_000, 50_000, 150_000],
  async open(n) {
    const browser = await openBenchBrowser();
    const fresh = (measure: (page: Page) => Promise<number>) => inFreshPage(browser, n, measure);
    return {
      value: () => fresh((page) => page.evaluate(() => window.bench.layer.firstDraw())),
      control: () =>
        fresh((page) =>
          page.evaluate(async () => {
            await window.bench.layer.firstDraw();
            return window.bench.layer.pixelLoop();
          }),
        ),
      close: browser.close,
    };
  },
};

async function inFreshPage(
  browser: BenchBrowser,
  n: number,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const page = await browser.open('layer', n);
  try {
    await page.evaluate(() => window.bench.layer.load());
    return await measure(page);
  } finally {
    await page.close();
  }
}
