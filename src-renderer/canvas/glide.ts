/** The map moving on by itself when a drag is let go in motion, slower and slower. Off unless the PC is set to it. */
import { createContext } from 'react';
import type { SeatLayer } from './seat-layer.ts';

/** Whether maps glide on this PC. */
export const MapGlides = createContext(false);

export interface Glide {
  /** The drag has just moved the map so far, in pixels. */
  follow(dx: number, dy: number): void;
  /** The drag is let go: moves on as fast as it last went. False when it stands. */
  letGo(): boolean;
  /** Stands still at once; false when it did. */
  stop(): boolean;
}

export interface GlideDeps {
  readonly layer: Pick<SeatLayer, 'view' | 'panBy'>;
  /** Asked when a drag is let go. */
  isOn(): boolean;
  readonly nowMs: () => number;
  readonly requestFrame: (act: () => void) => number;
  readonly cancelFrame: (frame: number) => void;
}

interface Step {
  readonly dx: number;
  readonly dy: number;
  readonly atMs: number;
}

/** How fast a drag goes is how far it went in so long; a hand that rests before it lets go has stopped. */
const LOOK_BACK_MS = 80;
/** A third of the speed is left after this long: it is over in half a second. */
const DECAY_MS = 120;
/** In pixels a millisecond. Slower than that nobody threw the map; slower than the other it stands. */
const THROWN_SPEED = 0.25;
const LEAST_SPEED = 0.02;

export function createGlide({ layer, isOn, nowMs, requestFrame, cancelFrame }: GlideDeps): Glide {
  let steps: Step[] = [];
  let frame = 0;

  function stop(): boolean {
    const wasMoving = frame !== 0;
    cancelFrame(frame);
    frame = 0;
    steps = [];
    return wasMoving;
  }

  function run(speedX: number, speedY: number, lastMs: number): void {
    const left = layer.view();
    frame = requestFrame(() => {
      frame = 0;
      // Somebody else has moved the map since: it is theirs.
      if (layer.view() !== left) return;
      const atMs = nowMs();
      const slowed = Math.exp((lastMs - atMs) / DECAY_MS);
      // The way of a speed that decays, exactly: a slow frame goes as far as two quick ones.
      layer.panBy(speedX * DECAY_MS * (1 - slowed), speedY * DECAY_MS * (1 - slowed));
      const isAtEdge = layer.view().x === left.x && layer.view().y === left.y;
      if (isAtEdge || Math.hypot(speedX, speedY) * slowed < LEAST_SPEED) return;
      run(speedX * slowed, speedY * slowed, atMs);
    });
  }

  return {
    follow(dx, dy) {
      const atMs = nowMs();
      steps = [...steps.filter((step) => atMs - step.atMs <= LOOK_BACK_MS), { dx, dy, atMs }];
    },
    letGo() {
      const atMs = nowMs();
      const recent = steps.filter((step) => atMs - step.atMs <= LOOK_BACK_MS);
      stop();
      if (!isOn()) return false;
      const speedX = recent.reduce((sum, { dx }) => sum + dx, 0) / LOOK_BACK_MS;
      const speedY = recent.reduce((sum, { dy }) => sum + dy, 0) / LOOK_BACK_MS;
      if (Math.hypot(speedX, speedY) < THROWN_SPEED) return false;
      run(speedX, speedY, atMs);
      return true;
    },
    stop,
  };
}
