import { beforeEach, describe, expect, test } from 'vitest';
import { createSeatGestures, type PointerInput } from '../../../src-renderer/canvas/seat-gestures.ts';
import type { Point } from '../../../src-shared/domain/seat-map/document.ts';

/** Ten seats of radius 10 in a row, at x 100, 130, 160 … and y 100; the screen is the map. */
const PITCH = 30;
const seatX = (seat: number) => 100 + seat * PITCH;
const seatAt = ({ x, y }: Point) =>
  Array.from({ length: 10 }, (_, seat) => seat).find((seat) => Math.hypot(seatX(seat) - x, 100 - y) <= 10) ?? -1;

interface Told {
  clicks: { seat: number; shift: boolean }[];
  drawn: { seats: readonly number[]; how: string }[];
  hovered: number;
  panned: Point;
  pinched: number;
  stroke: string | null;
  preview: readonly number[];
}

let told: Told;
let gestures: ReturnType<typeof createSeatGestures>;

beforeEach(() => {
  told = { clicks: [], drawn: [], hovered: -1, panned: { x: 0, y: 0 }, pinched: 0, stroke: null, preview: [] };
  gestures = createSeatGestures({
    layer: {
      seatAt,
      seatsAlong: (path) => [...new Set(path.map(seatAt).filter((seat) => seat !== -1))],
      seatsInside: (outline) => {
        const xs = outline.map(({ x }) => x);
        return [...Array(10).keys()].filter((seat) => seatX(seat) > Math.min(...xs) && seatX(seat) < Math.max(...xs));
      },
      panBy: (dx, dy) => (told.panned = { x: told.panned.x + dx, y: told.panned.y + dy }),
      pinch: () => (told.pinched += 1),
      setStroke: (stroke) => (told.stroke = stroke?.kind ?? null),
      setPreview: (seats) => (told.preview = seats),
    },
    click: (seat, shift) => told.clicks.push({ seat, shift }),
    draw: (seats, how) => told.drawn.push({ seats, how }),
    hover: (seat) => (told.hovered = seat),
  });
});

type Options = Partial<Omit<PointerInput, 'at'>>;
const input = (x: number, y: number, options: Options): PointerInput => ({
  pointer: 1,
  isTouch: false,
  pans: false,
  shift: false,
  alt: false,
  ...options,
  at: { x, y },
});
const press = (x: number, y: number, options: Options = {}) => gestures.press(input(x, y, options));
const move = (x: number, y: number, options: Options = {}) => gestures.move(input(x, y, options));
const release = (x: number, y: number, options: Options = {}) => gestures.release(input(x, y, options));
const finger = (pointer: number): Options => ({ pointer, isTouch: true });

describe('the pointer on the map', () => {
  test('a click on a seat picks it, even by a hand that trembles', () => {
    press(seatX(2), 100);
    move(seatX(2) + 3, 101);
    release(seatX(2) + 3, 101);
    expect(told.clicks).toEqual([{ seat: 2, shift: false }]);
    expect(told.panned).toEqual({ x: 0, y: 0 });
  });

  test('Shift is passed on with the click', () => {
    press(seatX(2), 100);
    release(seatX(2), 100, { shift: true });
    expect(told.clicks).toEqual([{ seat: 2, shift: true }]);
  });

  test('a drag that begins on the ground pans and picks nothing', () => {
    press(50, 300);
    move(60, 310);
    move(90, 340);
    release(90, 340);
    expect(told.panned).toEqual({ x: 40, y: 40 });
    expect(told.clicks).toEqual([]);
    expect(told.drawn).toEqual([]);
  });

  test('a click on the ground does nothing', () => {
    press(50, 300);
    release(50, 300);
    expect(told).toMatchObject({ clicks: [], drawn: [], panned: { x: 0, y: 0 } });
  });

  test('a drag that begins on a seat draws a line, shows what it touches, and picks that at its end', () => {
    press(seatX(1), 100);
    move(seatX(2), 100);
    expect(told).toMatchObject({ stroke: 'LINE', preview: [1, 2] });
    move(seatX(3), 100);
    release(seatX(3), 100);
    expect(told.drawn).toEqual([{ seats: [1, 2, 3], how: 'LINE' }]);
    expect(told).toMatchObject({ stroke: null, preview: [], clicks: [] });
  });

  test('with Alt it draws a lasso, from anywhere', () => {
    press(seatX(1) - 5, 60, { alt: true });
    move(seatX(4) + 5, 60, { alt: true });
    move(seatX(4) + 5, 140, { alt: true });
    expect(told.stroke).toBe('LASSO');
    release(seatX(1) - 5, 140);
    expect(told.drawn).toEqual([{ seats: [1, 2, 3, 4], how: 'LASSO' }]);
  });

  test('with space it pans even from a seat', () => {
    press(seatX(1), 100, { pans: true });
    move(seatX(1) + 25, 100);
    release(seatX(1) + 25, 100);
    expect(told.panned).toEqual({ x: 25, y: 0 });
    expect(told.clicks).toEqual([]);
  });

  test('giving up a line picks nothing, and what follows begins anew', () => {
    press(seatX(1), 100);
    move(seatX(2), 100);
    expect(gestures.cancel()).toBe(true);
    release(seatX(3), 100);
    expect(told).toMatchObject({ drawn: [], clicks: [], stroke: null, preview: [] });
    expect(gestures.cancel()).toBe(false);
  });

  test('hovers over the seat beneath, and over none while it drags or has left', () => {
    move(seatX(5), 100);
    expect(told.hovered).toBe(5);
    move(seatX(5) + 15, 100);
    expect(told.hovered).toBe(-1);
    move(seatX(5), 100);
    press(seatX(5), 100);
    expect(told.hovered).toBe(-1);
    release(seatX(5), 100);
    expect(told.hovered).toBe(5);
    gestures.leave();
    expect(told.hovered).toBe(-1);
  });

  test('a tap picks, a finger that moves pans, even from a seat', () => {
    press(seatX(1), 100, finger(1));
    release(seatX(1), 100, finger(1));
    expect(told.clicks).toEqual([{ seat: 1, shift: false }]);
    press(seatX(1), 100, finger(1));
    move(seatX(1) + 40, 100, finger(1));
    release(seatX(1) + 40, 100, finger(1));
    expect(told.panned).toEqual({ x: 40, y: 0 });
    expect(told.clicks).toHaveLength(1);
  });

  test('two fingers pinch, and the one that stays goes on panning without a jump', () => {
    press(100, 300, finger(1));
    press(200, 300, finger(2));
    move(220, 300, finger(2));
    expect(told.pinched).toBe(1);
    release(100, 300, finger(1));
    move(225, 304, finger(2));
    expect(told.panned).toEqual({ x: 5, y: 4 });
    release(225, 304, finger(2));
    expect(told.clicks).toEqual([]);
  });
});
