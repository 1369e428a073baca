/** One animation frame for all that changed, however often it changed; and knowing when a zoom has come to rest. */

export interface FrameClock {
  /** Asks for a frame; `base` when more than the overlay changed. */
  request(base: boolean): void;
  /** The scale changed: the map is not at rest until it has stood still for a while, and is then drawn once more. */
  zoomed(): void;
  isZooming(): boolean;
  /** Nothing is left to draw. */
  isAtRest(): boolean;
  /** Called after each frame drawn. Returns the way to stop. */
  onFrame(listener: () => void): () => void;
  stop(): void;
}

/** A zoom is over when the scale has stood still so long: shorter would repaint between two notches of a wheel. */
const REST_MS = 110;

export function createFrameClock(draw: (isBaseChanged: boolean) => void): FrameClock {
  const listeners = new Set<() => void>();
  let frame = 0;
  let isBaseChanged = false;
  let rest: ReturnType<typeof setTimeout> | null = null;

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
    zoomed() {
      if (rest !== null) clearTimeout(rest);
      rest = setTimeout(() => {
        rest = null;
        request(true);
      }, REST_MS);
    },
    isZooming: () => rest !== null,
    isAtRest: () => frame === 0 && rest === null,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      cancelAnimationFrame(frame);
      if (rest !== null) clearTimeout(rest);
      listeners.clear();
    },
  };
}
