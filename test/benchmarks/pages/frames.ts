/** Frames, measured in two ways: the work of one by itself, and the intervals at which the screen gets them. */
import type { Spread } from './page.ts';

const request = window.requestAnimationFrame.bind(window);
const cancel = window.cancelAnimationFrame.bind(window);
const held = new Map<number, FrameRequestCallback>();
let isHolding = false;
/** Negative, so that no real frame's number is one of them. */
let lastHeld = 0;

window.requestAnimationFrame = (callback) => {
  if (!isHolding) return request(callback);
  lastHeld -= 1;
  held.set(lastHeld, callback);
  return lastHeld;
};
window.cancelAnimationFrame = (frame) => {
  if (!held.delete(frame)) cancel(frame);
};

function runHeld(): void {
  const callbacks = [...held.values()];
  held.clear();
  for (const callback of callbacks) callback(performance.now());
}

/**
 * How long each step took in script and raster: its animation frame runs at once, and reading a pixel back from each of
 * `canvases` makes the browser raster what was drawn before it goes on.
 */
export function workOf<Step>(
  steps: readonly Step[],
  take: (step: Step) => void,
  canvases: Iterable<HTMLCanvasElement>,
): Spread {
  const contexts = Array.from(canvases, (canvas) => canvas.getContext('2d')!);
  const tookMs: number[] = [];
  isHolding = true;
  for (const step of steps) {
    const startedMs = performance.now();
    take(step);
    runHeld();
    for (const context of contexts) context.getImageData(0, 0, 1, 1);
    tookMs.push(performance.now() - startedMs);
  }
  isHolding = false;
  for (const callback of held.values()) request(callback);
  held.clear();
  return spreadOf(tookMs);
}

/** The times from each frame to the next while a step is taken in every one. */
export async function intervalsOf<Step>(steps: readonly Step[], take: (step: Step) => void): Promise<Spread> {
  const tookMs: number[] = [];
  let last = await nextFrame();
  for (const step of steps) {
    take(step);
    const now = await nextFrame();
    tookMs.push(roundedMs(now - last));
    last = now;
  }
  return spreadOf(tookMs);
}

/** Screens keep no finer time: three frames of 60 Hz are 50 ms, not 50.005. */
function roundedMs(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** @returns the frame's time */
export function nextFrame(): Promise<number> {
  return new Promise((resolve) => request(resolve));
}

export async function frameWhen(isSo: () => boolean): Promise<void> {
  do await nextFrame();
  while (!isSo());
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { p50: at(0.5), p95: at(0.95), worst: sorted.at(-1)! };
}

/** About `count` of `steps`, evenly: a control whose frames do not depend on each other need not draw them all. */
export function everyNth<Step>(steps: readonly Step[], count: number): Step[] {
  const stride = Math.max(1, Math.floor(steps.length / count));
  return steps.filter((_, at) => at % stride === 0);
}
