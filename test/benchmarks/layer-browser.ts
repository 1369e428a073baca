/** A browser with our layer in it, drawn and at rest: where most of what is asked of the map begins. */
import type { Page } from 'playwright';
import type { Comparison, Run, Sides } from './benchmark.ts';
import { openBenchBrowser, type BenchBrowser } from './page-server.ts';
import type { Drawer, Journey, Spread } from './pages/page.ts';

/** Two frames of a screen of 60 Hz, which quality.md writes as 33. */
export const TWO_FRAMES_MS = 33.4;

/** Opens a page of `n` seats with the layer drawn in it. */
export async function openLayerPage(browser: BenchBrowser, n: number): Promise<Page> {
  const page = await browser.open('layer', n);
  await page.evaluate(async () => {
    await window.bench.layer.load();
    await window.bench.layer.firstDraw();
  });
  return page;
}

/** Sides that take turns in one page. `run` counts up, so that no journey repeats the one before it. */
export async function openTurns(
  n: number,
  sides: (ask: Ask) => { value(run: number): Promise<Run>; control(run: number): Promise<Run> },
): Promise<Sides> {
  const browser = await openBenchBrowser();
  try {
    const page = await openLayerPage(browser, n);
    const { value, control } = sides(askOf(page));
    let runs = 0;
    return {
      value: () => value((runs += 1)),
      control: () => control((runs += 1)),
      close: browser.close,
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export interface Ask {
  work(journey: Journey, drawer: Drawer, run: number): Promise<Spread>;
  intervals(journey: Journey, drawer: Drawer, run: number): Promise<Spread>;
}

export function askOf(page: Page): Ask {
  return {
    work: (...question) => page.evaluate((given) => window.bench.layer.work(...given), question),
    intervals: (...question) => page.evaluate((given) => window.bench.layer.intervals(...given), question),
  };
}

/** A line that is read beside the others and asked nothing. */
export function beside(title: string, control: string): Comparison {
  return { title, control, unit: 'ms', must: null, goal: null };
}
