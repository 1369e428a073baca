/** R7 and R8: other people's ways of drawing seats, on the same house in the same browser. */
import type { Page } from 'playwright';
import { from, ratioAtMost, type Benchmark, type Comparison, type Sides } from './benchmark.ts';
import { openLayerPage } from './layer-browser.ts';
import { openBenchBrowser, type BenchBrowser, type Pace } from './page-server.ts';

const MEDIUM = 50_000;
const LARGEST = 150_000;
const SIZES = [10_000, MEDIUM, LARGEST];
/** Nobody waits this long for a map. */
const LOAD_STOPPED_MS = 180_000;
const SVG = '@alisaitteke/seatmap-canvas (SVG)';

const load: Comparison = {
  title: 'first draw from loaded data',
  control: SVG,
  unit: 'ms',
  must: from(MEDIUM, ratioAtMost(1 / 10)),
  goal: from(LARGEST, ratioAtMost(1 / 100)),
  stoppedAt: LOAD_STOPPED_MS,
};

/** A screen of 60 Hz gives nobody a frame in less than 16.7 ms, so that against a slow peer every quick layer is alike. */
const onScreen: Comparison = {
  title: 'the same on a screen of 60 Hz (none under 16.7)',
  control: `${SVG}, waiting for no screen`,
  unit: 'ms',
  must: null,
  goal: null,
};

export const svgPeer: Benchmark = {
  id: 'R7',
  title: 'overview pan, interval, median, neither waiting for a screen',
  control: SVG,
  unit: 'ms',
  must: from(MEDIUM, ratioAtMost(1 / 10)),
  goal: from(LARGEST, ratioAtMost(1 / 50)),
  also: [load, onScreen],
  sizes: SIZES,
  async open(n): Promise<Sides> {
    return {
      value: async () => [
        ...(await inBrowser('FREE', (browser) => measureOurs(browser, n))),
        ...(await inBrowser('SCREEN', (browser) => measureOurs(browser, n))).slice(0, 1),
      ],
      control: () => inBrowser('FREE', (browser) => measureSvg(browser, n)),
      close: async () => undefined,
      runsOnce: n >= LARGEST,
    };
  },
};

async function measureOurs(browser: BenchBrowser, n: number): Promise<readonly [intervalMs: number, drawnMs: number]> {
  const page = await browser.open('layer', n);
  return await page.evaluate(async () => {
    const { layer } = window.bench;
    await layer.load();
    const drawnMs = await layer.firstDraw();
    const { p50: intervalMs } = await layer.intervals('OVERVIEW', 'LAYER', 1);
    return [intervalMs, drawnMs];
  });
}

async function measureSvg(browser: BenchBrowser, n: number): Promise<readonly number[]> {
  const page = await browser.open('svg', n);
  await page.evaluate(() => window.bench.svg.load());
  const drawnMs = await orStopped(page.evaluate(() => window.bench.svg.firstDraw()));
  if (drawnMs === LOAD_STOPPED_MS) return [NaN, drawnMs, NaN];
  const { p50 } = await page.evaluate(() => window.bench.svg.panIntervals());
  return [p50, drawnMs, p50];
}

/** The page cannot be interrupted; closing its browser ends it. */
async function orStopped(drawing: Promise<number>): Promise<number> {
  const stopped = Promise.withResolvers<number>();
  const timer = setTimeout(() => stopped.resolve(LOAD_STOPPED_MS), LOAD_STOPPED_MS);
  // It fails when its browser is closed, with nobody waiting for it any more.
  drawing.catch(() => undefined);
  try {
    return await Promise.race([drawing, stopped.promise]);
  } finally {
    clearTimeout(timer);
  }
}

export const konvaPeer: Benchmark = {
  id: 'R8',
  title: 'overview pan, work, median',
  control: 'a react-konva Circle a seat, memoised, not listening',
  unit: 'ms',
  must: from(MEDIUM, ratioAtMost(1 / 20)),
  goal: from(LARGEST, ratioAtMost(1 / 100)),
  sizes: SIZES,
  async open(n) {
    const [ours, theirs] = [await openBenchBrowser(), await openBenchBrowser()];
    const close = async (): Promise<void> => {
      await ours.close();
      await theirs.close();
    };
    try {
      const layer = await openLayerPage(ours, n);
      const nodes = await openNodes(theirs, n);
      return {
        value: () => layer.evaluate(async () => (await window.bench.layer.work('OVERVIEW', 'LAYER', 1)).p50),
        control: () => nodes.evaluate(() => window.bench.konva.panWork().p50),
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

async function openNodes(browser: BenchBrowser, n: number): Promise<Page> {
  const page = await browser.open('konva', n);
  await page.evaluate(async () => {
    await window.bench.konva.load();
    await window.bench.konva.firstDraw();
  });
  return page;
}

/** Each in a browser of its own, closed before the next: half a million elements slow their neighbours down. */
async function inBrowser<Answer>(pace: Pace, ask: (browser: BenchBrowser) => Promise<Answer>): Promise<Answer> {
  const browser = await openBenchBrowser(pace);
  try {
    return await ask(browser);
  } finally {
    await browser.close();
  }
}
