import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCard } from '../../../src-renderer/canvas/place-card.ts';
import type { Bounds } from '../../../src-renderer/canvas/view.ts';
import type { Point } from '../../../src-shared/domain/seat-map/document.ts';

const WINDOW = { width: 986, height: 640 };
const CARD = { width: 240, height: 90 };
const seatAt = (x: number, y: number, radius = 12) => ({ x, y, radius });
const boxOf = ({ x, y }: Point): Bounds => ({ left: x, top: y, right: x + CARD.width, bottom: y + CARD.height });
const meets = (a: Bounds, b: Bounds) => a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;

/** Zoom, minimap and floors where the map has them. */
const CORNERS: readonly Bounds[] = [
  { left: 928, top: 494, right: 974, bottom: 628 },
  { left: 12, top: 498, right: 192, bottom: 628 },
  { left: 12, top: 12, right: 258, bottom: 58 },
];

describe('the card beside a seat', () => {
  test('stands above it, and below where there is no room above', () => {
    expect(placeCard(seatAt(500, 300), CARD, WINDOW, [])).toEqual({ x: 380, y: 300 - 12 - 14 - 90 });
    expect(placeCard(seatAt(500, 40), CARD, WINDOW, [])).toEqual({ x: 380, y: 40 + 12 + 14 });
  });

  test('is held inside the window', () => {
    expect(placeCard(seatAt(3, 300), CARD, WINDOW, []).x).toBe(8);
    expect(placeCard(seatAt(980, 300), CARD, WINDOW, []).x).toBe(986 - 240 - 8);
  });

  test('covers neither the seat nor a button nor the minimap, wherever the seat is in a counter’s window', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 986 }), y: fc.integer({ min: 0, max: 640 }) });
    fc.assert(
      fc.property(place, fc.integer({ min: 2, max: 44 }), ({ x, y }, radius) => {
        const card = boxOf(placeCard(seatAt(x, y, radius), CARD, WINDOW, CORNERS));
        expect(CORNERS.filter((corner) => meets(card, corner))).toEqual([]);
        expect(card.left).toBeGreaterThanOrEqual(8);
        expect(card.top).toBeGreaterThanOrEqual(8);
        expect(card.right).toBeLessThanOrEqual(WINDOW.width - 8);
        expect(card.bottom).toBeLessThanOrEqual(WINDOW.height - 8);
        const seat = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
        expect(meets(card, seat)).toBe(false);
      }),
    );
  });

  test('in a window too small for both it covers as little as it can', () => {
    const small = { width: 300, height: 160 };
    const corner = { left: 246, top: 20, right: 290, bottom: 150 };
    const { x, y } = placeCard(seatAt(60, 80), CARD, small, [corner]);
    expect(x).toBe(8);
    expect(y).toBeGreaterThanOrEqual(8);
  });
});
