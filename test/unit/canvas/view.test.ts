import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampView,
  distance,
  fitBounds,
  mapToScreen,
  panBy,
  pinch,
  reveal,
  screenToMap,
  type View,
  visibleBounds,
  zoomAbout,
  zoomLimits,
} from '../../../src-renderer/canvas/view.ts';

const view = fc.record({
  scale: fc.double({ min: 0.01, max: 50, noNaN: true }),
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
});
const point = fc.record({
  x: fc.double({ min: -2000, max: 2000, noNaN: true }),
  y: fc.double({ min: -2000, max: 2000, noNaN: true }),
});
const window = { width: 1000, height: 600 };
const bounds = { left: -300, top: -100, right: 700, bottom: 500 };
const limits = zoomLimits(bounds, window, 10);

describe('the view', () => {
  test('takes a point to the screen and back', () => {
    fc.assert(
      fc.property(view, point, (at, p) => {
        expect(distance(screenToMap(at, mapToScreen(at, p)), p)).toBeLessThan(1e-3);
      }),
    );
  });

  test('keeps the map point under the pointer where it is while zooming', () => {
    fc.assert(
      fc.property(view, point, fc.double({ min: 0.1, max: 10, noNaN: true }), (at, pointer, factor) => {
        const before = screenToMap(at, pointer);
        const zoomed = zoomAbout(at, pointer, factor, { minScale: 0.001, maxScale: 1000 });
        expect(distance(mapToScreen(zoomed, before), pointer)).toBeLessThan(1e-3);
      }),
    );
  });

  test('stops zooming at its limits', () => {
    const at: View = { scale: 1, x: 0, y: 0 };
    expect(zoomAbout(at, { x: 5, y: 5 }, 1e9, limits).scale).toBe(limits.maxScale);
    expect(zoomAbout(at, { x: 5, y: 5 }, 1e-9, limits).scale).toBe(limits.minScale);
  });

  test('shows all of the map, centred, when it is fitted', () => {
    const fitted = fitBounds(bounds, window, 20, limits);
    const shown = visibleBounds(fitted, window);
    expect(shown.left).toBeLessThanOrEqual(bounds.left);
    expect(shown.right).toBeGreaterThanOrEqual(bounds.right);
    expect(shown.top).toBeLessThanOrEqual(bounds.top);
    expect(shown.bottom).toBeGreaterThanOrEqual(bounds.bottom);
    expect((shown.left + shown.right) / 2).toBeCloseTo(200);
    expect((shown.top + shown.bottom) / 2).toBeCloseTo(200);
  });

  test.each([
    ['one seat', { left: 50, top: 50, right: 50, bottom: 50 }],
    ['one row', { left: 0, top: 50, right: 900, bottom: 50 }],
    ['a map a million units wide', { left: -1e6, top: 0, right: 1e6, bottom: 10 }],
  ])('fits %s with a finite scale', (_, odd) => {
    const fitted = fitBounds(odd, window, 20, zoomLimits(odd, window, 10));
    expect(Object.values(fitted).every(Number.isFinite)).toBe(true);
    expect(fitted.scale).toBeGreaterThan(0);
  });

  test('never loses the map, however far it is panned', () => {
    fc.assert(
      fc.property(view, (at) => {
        const held = clampView(at, bounds, window, limits);
        const shown = visibleBounds(held, window);
        expect(shown.left).toBeLessThan(bounds.right);
        expect(shown.right).toBeGreaterThan(bounds.left);
        expect(shown.top).toBeLessThan(bounds.bottom);
        expect(shown.bottom).toBeGreaterThan(bounds.top);
      }),
    );
  });

  test('reveals a point by the least pan, and stays when it is in sight', () => {
    fc.assert(
      fc.property(view, point, (at, p) => {
        const shown = reveal(at, p, window, 50);
        const screen = mapToScreen(shown, p);
        expect(screen.x).toBeGreaterThan(49.9);
        expect(screen.x).toBeLessThan(950.1);
        expect(screen.y).toBeGreaterThan(49.9);
        expect(screen.y).toBeLessThan(550.1);
        expect(reveal(shown, p, window, 49)).toBe(shown);
      }),
    );
  });

  test('brings what lay under two fingers under them again', () => {
    const at: View = { scale: 2, x: 10, y: 20 };
    const from = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ] as const;
    const to = [
      { x: 150, y: 300 },
      { x: 350, y: 300 },
    ] as const;
    const pinched = pinch(at, from, to, { minScale: 0.01, maxScale: 100 });
    expect(pinched.scale).toBeCloseTo(4);
    from.forEach((finger, i) => {
      expect(distance(mapToScreen(pinched, screenToMap(at, finger)), to[i]!)).toBeLessThan(1e-6);
    });
  });

  test('pans by screen pixels whatever the scale', () => {
    expect(panBy({ scale: 7, x: 1, y: 2 }, 10, -5)).toEqual({ scale: 7, x: 11, y: -3 });
  });
});
