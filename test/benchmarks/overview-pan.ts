/** R1, R2 and R5: panning the whole house on the screen, further than anything is painted beyond its edge, and back. */
import { figureAtMost, from, ratioAtMost, type Benchmark } from './benchmark.ts';
import { beside, openTurns, TWO_FRAMES_MS } from './layer-browser.ts';

const RAW = 'raw canvas, a path a colour';
const BLIT = 'blit of a finished bitmap';
/** Where quality.md asks for it. */
const LARGE = 100_000;
const LARGEST = 150_000;

export const overviewPan: Benchmark = {
  id: 'R1',
  title: 'overview pan, work, median',
  control: RAW,
  unit: 'ms',
  must: from(LARGE, ratioAtMost(0.25)),
  goal: from(LARGE, ratioAtMost(0.05)),
  also: [
    {
      title: 'overview pan, work, median',
      control: BLIT,
      unit: 'ms',
      must: null,
      goal: from(LARGE, ratioAtMost(3)),
    },
    beside('overview pan, work, 95th of 100', RAW),
  ],
  sizes: [10_000, 50_000, LARGE, LARGEST],
  open: (n) =>
    openTurns(n, ({ work }) => ({
      async value(run) {
        const { p50, p95 } = await work('OVERVIEW', 'LAYER', run);
        return [p50, p50, p95];
      },
      async control(run) {
        const raw = await work('OVERVIEW', 'RAW', run);
        const blit = await work('OVERVIEW', 'BLIT', run);
        return [raw.p50, blit.p50, raw.p95];
      },
    })),
};

export const overviewFrames: Benchmark = {
  id: 'R2',
  title: 'overview pan, interval, 95th of 100',
  control: BLIT,
  unit: 'ms',
  must: from(LARGEST, figureAtMost(TWO_FRAMES_MS)),
  goal: from(LARGEST, figureAtMost(20)),
  sizes: [10_000, 50_000, LARGEST],
  open: (n) =>
    openTurns(n, ({ intervals }) => ({
      value: async (run) => (await intervals('OVERVIEW', 'LAYER', run)).p95,
      control: async (run) => (await intervals('OVERVIEW', 'BLIT', run)).p95,
    })),
};

export const liveChanges: Benchmark = {
  id: 'R5',
  title: 'overview pan with 200 status changes a frame, work, median',
  control: 'the same pan without',
  unit: 'ms',
  must: ratioAtMost(2),
  goal: ratioAtMost(1.3),
  sizes: [10_000, 50_000, LARGEST],
  open: (n) =>
    openTurns(n, ({ work }) => ({
      value: async (run) => (await work('OVERVIEW', 'LIVE', run)).p50,
      control: async (run) => (await work('OVERVIEW', 'LAYER', run)).p50,
    })),
};
