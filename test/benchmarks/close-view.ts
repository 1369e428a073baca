/** R3 and R4: where seats are large enough for their numbers, and the way there. */
import { figureAtMost, from, ratioAtMost, type Benchmark } from './benchmark.ts';
import { askOf, beside, openLayerPage, openTurns, TWO_FRAMES_MS } from './layer-browser.ts';
import { openBenchBrowser } from './page-server.ts';

const SMALL = 10_000;
const LARGEST = 150_000;
const SIZES = [SMALL, 50_000, LARGEST];
const CULLED = 'raw canvas, flatbush, fillText';

export const closePan: Benchmark = {
  id: 'R3',
  title: 'pan over new ground with seat numbers (9 px), work, median',
  control: CULLED,
  unit: 'ms',
  must: null,
  goal: from(LARGEST, ratioAtMost(0.2)),
  also: [
    {
      title: 'the same',
      control: 'itself in a house of 10,000',
      unit: 'ms',
      must: from(LARGEST, ratioAtMost(1.2)),
      goal: null,
    },
    beside('the same, 95th of 100', CULLED),
  ],
  sizes: SIZES,
  async open(n) {
    const browser = await openBenchBrowser();
    try {
      const large = askOf(await openLayerPage(browser, n));
      const small = askOf(await openLayerPage(browser, SMALL));
      let runs = 0;
      return {
        async value() {
          const { p50, p95 } = await large.work('CLOSE', 'LAYER', (runs += 1));
          return [p50, p50, p95];
        },
        async control() {
          const culled = await large.work('CLOSE', 'CULLED', (runs += 1));
          const own = await small.work('CLOSE', 'LAYER', runs);
          return [culled.p50, own.p50, culled.p95];
        },
        close: browser.close,
      };
    } catch (error) {
      await browser.close();
      throw error;
    }
  },
};

export const zoomSweep: Benchmark = {
  id: 'R4',
  title: 'zoom from the whole house to a few rows, interval, 95th of 100',
  control: CULLED,
  unit: 'ms',
  must: from(LARGEST, ratioAtMost(1)),
  goal: from(LARGEST, figureAtMost(TWO_FRAMES_MS)),
  also: [
    {
      title: 'the same, worst frame',
      control: CULLED,
      unit: 'ms',
      must: null,
      goal: from(LARGEST, figureAtMost(50)),
    },
  ],
  sizes: SIZES,
  open: (n) =>
    openTurns(n, ({ intervals }) => {
      const sweep = async (drawer: 'LAYER' | 'CULLED', run: number): Promise<readonly number[]> => {
        const { p95, worst } = await intervals('ZOOM', drawer, run);
        return [p95, worst];
      };
      return { value: (run) => sweep('LAYER', run), control: (run) => sweep('CULLED', run) };
    }),
};
