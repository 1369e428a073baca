import { beforeEach, describe, expect, test } from 'vitest';
import { createGlide, type Glide } from '../../../src-renderer/canvas/glide.ts';
import type { View } from '../../../src-renderer/canvas/view.ts';

const FRAME_MS = 16;

let nowMs: number;
let view: View;
let frame: { readonly number: number; readonly act: () => void } | null;
let isOn: boolean;
let glide: Glide;
/** The map goes no further than this. */
let edge: number;

function panBy(dx: number, dy: number): void {
  view = { ...view, x: Math.min(edge, view.x + dx), y: view.y + dy };
}

beforeEach(() => {
  [nowMs, view, frame, isOn, edge] = [1000, { scale: 2, x: 0, y: 0 }, null, true, Infinity];
  let frames = 0;
  glide = createGlide({
    layer: { view: () => view, panBy },
    isOn: () => isOn,
    nowMs: () => nowMs,
    requestFrame(act) {
      frames += 1;
      frame = { number: frames, act };
      return frames;
    },
    cancelFrame(number) {
      if (frame?.number === number) frame = null;
    },
  });
});

/** A drag that goes so many pixels a move, ten milliseconds apart. */
function drag(...moves: readonly number[]): void {
  for (const dx of moves) {
    nowMs += 10;
    panBy(dx, 0);
    glide.follow(dx, 0);
  }
}

/** Lets the frames come until none is asked for; gives where the map was after each. */
function settle(frameMs = FRAME_MS): number[] {
  const places: number[] = [];
  while (frame !== null && places.length < 1000) {
    const { act } = frame;
    frame = null;
    nowMs += frameMs;
    act();
    places.push(view.x);
  }
  return places;
}

const STEADY = [8, 8, 8, 8, 8, 8, 8, 8, 8, 8];

describe('a drag let go in motion', () => {
  test('moves the map on the way it went, slower and slower, and stands within half a second', () => {
    drag(...STEADY);
    expect(glide.letGo()).toBe(true);
    const from = view.x;
    const places = settle();
    const steps = places.map((x, i) => x - (places[i - 1] ?? from));
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.length * FRAME_MS).toBeLessThan(600);
    expect(steps.every((step, i) => step > 0 && (i === 0 || step < steps[i - 1]!))).toBe(true);
    expect(view.y).toBe(0);
  });

  test('goes as far on a slow screen as on a quick one', () => {
    drag(...STEADY);
    glide.letGo();
    const from = view.x;
    settle(8);
    const quick = view.x - from;
    drag(...STEADY);
    glide.letGo();
    const again = view.x;
    settle(33);
    // Both end within what the least speed would still have gone.
    expect(Math.abs(view.x - again - quick)).toBeLessThan(3);
  });

  test.each([
    ['the PC is not set to it', () => (isOn = false), STEADY],
    ['the hand rested first', () => (nowMs += 100), STEADY],
    ['it was moved slowly', () => {}, [1, 1, 1, 1, 1, 1, 1, 1]],
  ])('stays where it is when %s', (_, before, moves) => {
    drag(...moves);
    before();
    expect(glide.letGo()).toBe(false);
    expect(frame).toBe(null);
  });

  test('is not thrown by what an earlier drag did', () => {
    drag(...STEADY);
    glide.stop();
    drag(1);
    glide.letGo();
    expect(frame).toBe(null);
  });

  test('stands still at once when it is stopped, and where the map ends', () => {
    drag(...STEADY);
    expect(glide.stop()).toBe(false);
    drag(...STEADY);
    glide.letGo();
    expect(glide.stop()).toBe(true);
    expect(frame).toBe(null);
    edge = view.x + 30 + 8 * STEADY.length;
    drag(...STEADY);
    glide.letGo();
    settle();
    expect(view.x).toBe(edge);
    expect(frame).toBe(null);
    expect(glide.stop()).toBe(false);
  });

  test('gives way to whoever moves the map meanwhile', () => {
    drag(...STEADY);
    glide.letGo();
    view = { scale: 3, x: 7, y: 9 };
    settle();
    expect(view).toEqual({ scale: 3, x: 7, y: 9 });
  });
});
