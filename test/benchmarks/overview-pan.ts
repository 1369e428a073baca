/** R1: panning the whole house on the screen: what one frame costs in script and raster together. */
import { openBrowser } from '../support/browser.ts';
import { startSeatLayerHarness } from '../support/seat-layer-harness.ts';
import { ratioAtMost, type Benchmark } from './benchmark.ts';

const WINDOW = { width: 1400, height: 900 };

declare global {
  interface Window {
    panFrame(frame: number): void;
    rawFrame(frame: number): void;
    medianFrameMs(draw: (frame: number) => void): number;
  }
}

export const overviewPan: Benchmark = {
  id: 'R1',
  title: 'overview pan, a frame in script and raster, median',
  control: 'a raw canvas 2D batch per colour',
  unit: 'ms',
  must: ratioAtMost(0.25),
  goal: ratioAtMost(0.05),
  sizes: [5000, 100_000],
  async open(n) {
    const server = await startSeatLayerHarness();
    const browser = await openBrowser();
    const close = async (): Promise<void> => {
      await browser.close();
      await server.close();
    };
    try {
      const page = await browser.newPage({ viewport: WINDOW });
      await page.addInitScript(holdFramesOnDemand);
      await page.goto(`${server.url}?seats=${n}&states=evening`);
      await page.waitForFunction(() => window.harness?.layer?.isAtRest());
      await page.evaluate(prepareFrames);
      return {
        value: () => page.evaluate(() => window.medianFrameMs(window.panFrame)),
        control: () => page.evaluate(() => window.medianFrameMs(window.rawFrame)),
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

/** Runs in the page before its scripts: lets a measured frame run at once, and not when the screen next asks for one. */
function holdFramesOnDemand(): void {
  const held: FrameRequestCallback[] = [];
  const request = window.requestAnimationFrame.bind(window);
  let isHolding = false;
  window.requestAnimationFrame = (callback) => (isHolding ? held.push(callback) : request(callback));
  Object.assign(window, {
    holdFrames: (hold: boolean) => void (isHolding = hold),
    runFrames: () => {
      for (const callback of held.splice(0)) callback(performance.now());
    },
  });
}

/** Runs in the page. Reading one pixel back makes the browser raster what was drawn before it goes on. */
function prepareFrames(): void {
  const FRAMES = 80;
  /** Across the margin that is painted beyond the window's edge, and back. */
  const FRAMES_A_SWEEP = 40;
  const { layer, columns, store } = window.harness;
  const { holdFrames, runFrames } = window as unknown as { holdFrames(hold: boolean): void; runFrames(): void };
  const seen = document.querySelector('canvas')!;
  const raster = (canvas: HTMLCanvasElement): void => void canvas.getContext('2d')!.getImageData(0, 0, 1, 1);

  const raw = document.createElement('canvas');
  raw.width = seen.width;
  raw.height = seen.height;
  const ctx = raw.getContext('2d')!;
  const colors = ['#8e4585', '#1f6fb2', '#0b7f79', '#b45309', '#d4d8de'];
  const seatsByColor = colors.map((_, color) =>
    [...Array(columns.count).keys()].filter((seat) => store.states().status[seat]! % colors.length === color),
  );
  const step = (frame: number): number => (frame % (2 * FRAMES_A_SWEEP) < FRAMES_A_SWEEP ? 9 : -9);

  window.panFrame = (frame) => {
    layer!.panBy(step(frame), step(frame) / 3);
    runFrames();
    raster(seen);
  };
  window.rawFrame = (frame) => {
    const { scale, x, y } = layer!.view();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, raw.width, raw.height);
    ctx.setTransform(scale, 0, 0, scale, x + step(frame), y);
    seatsByColor.forEach((seats, color) => {
      ctx.fillStyle = colors[color]!;
      ctx.beginPath();
      for (const seat of seats) {
        const [px, py, radius] = [columns.x[seat]!, columns.y[seat]!, columns.radius[seat]!];
        ctx.moveTo(px + radius, py);
        ctx.arc(px, py, radius, 0, 2 * Math.PI);
      }
      ctx.fill();
    });
    raster(raw);
  };
  window.medianFrameMs = (draw) => {
    holdFrames(true);
    const tookMs: number[] = [];
    for (let frame = 0; frame < FRAMES; frame++) {
      const startedMs = performance.now();
      draw(frame);
      tookMs.push(performance.now() - startedMs);
    }
    runFrames();
    holdFrames(false);
    return tookMs.sort((a, b) => a - b)[FRAMES / 2]!;
  };
}
