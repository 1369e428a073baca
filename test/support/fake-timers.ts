/** Timers moved by hand. */
import type { Timers } from '../../src-main/timers.ts';

export interface FakeTimers extends Timers {
  /** Moves the clock on and runs what falls due, in order. */
  advance(byMs: number): Promise<void>;
  /** How long each waiting timer still waits, soonest first. */
  waits(): readonly number[];
}

export function createFakeTimers(startMs = 1_700_000_000_000): FakeTimers {
  let nowMs = startMs;
  let waiting: { dueMs: number; run: () => void }[] = [];
  return {
    now: () => nowMs,
    after(delayMs, run) {
      const timer = { dueMs: nowMs + delayMs, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    waits: () => waiting.map(({ dueMs }) => dueMs - nowMs).toSorted((left, right) => left - right),
    async advance(byMs) {
      const untilMs = nowMs + byMs;
      await settle();
      for (;;) {
        const next = waiting.toSorted((left, right) => left.dueMs - right.dueMs)[0];
        if (!next || next.dueMs > untilMs) break;
        waiting = waiting.filter((other) => other !== next);
        nowMs = next.dueMs;
        next.run();
        await settle();
      }
      nowMs = untilMs;
      await settle();
    },
  };
}

/** Lets promises that are already decided run on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
