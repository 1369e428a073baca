import type { Timers } from '../../src-main/devices/printer.ts';

export interface ManualTimers extends Timers {
  /** Timers that are set and not yet cleared or run. */
  readonly pending: number;
  /** Runs all that are set, as if their time had come. */
  runAll(): void;
}

export function createManualTimers(): ManualTimers {
  const runs = new Map<object, () => void>();
  return {
    setTimeout(run) {
      const timer = {};
      runs.set(timer, run);
      return timer;
    },
    clearTimeout(timer) {
      if (typeof timer === 'object' && timer !== null) runs.delete(timer);
    },
    get pending() {
      return runs.size;
    },
    runAll() {
      const due = [...runs.values()];
      runs.clear();
      for (const run of due) run();
    },
  };
}
