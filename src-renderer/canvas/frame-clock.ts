/** One animation frame for all that changed, however often it changed; and what can wait a little, together. */

export interface FrameClock {
  /** Asks for a frame; `base` when more than the overlay changed. */
  request(base: boolean): void;
  /** What is done that long from now, and then drawn; asking for it again before changes nothing. */
  later(act: () => void, delayMs: number): void;
  /** Nothing is left to draw. */
  isAtRest(): boolean;
  /** Called after each frame drawn. Returns the way to stop. */
  onFrame(listener: () => void): () => void;
  stop(): void;
}

export function createFrameClock(draw: (isBaseChanged: boolean) => void): FrameClock {
  const listeners = new Set<() => void>();
  let frame = 0;
  let isBaseChanged = false;
  let waiting: ReturnType<typeof setTimeout> | null = null;

  function request(base: boolean): void {
    isBaseChanged ||= base;
    if (frame === 0) frame = requestAnimationFrame(run);
  }

  function run(): void {
    frame = 0;
    const base = isBaseChanged;
    isBaseChanged = false;
    draw(base);
    for (const listener of listeners) listener();
  }

  return {
    request,
    later(act, delayMs) {
      waiting ??= setTimeout(() => {
        waiting = null;
        act();
        request(true);
      }, delayMs);
    },
    isAtRest: () => frame === 0 && waiting === null,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      cancelAnimationFrame(frame);
      if (waiting !== null) clearTimeout(waiting);
      listeners.clear();
    },
  };
}
