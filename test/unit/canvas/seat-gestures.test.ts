import { beforeEach, describe, expect, test } from 'vitest';
import type { NamedSeats } from '../../../src-renderer/canvas/named-seats.ts';
import { createSeatGestures, type PointerInput } from '../../../src-renderer/canvas/seat-gestures.ts';
import type { Point } from '../../../src-shared/domain/seat-map/document.ts';

/** Ten seats of radius 10 in a row, at x 100, 130, 160 … and y 100; the screen is the map. */
const PITCH = 30;
const seatX = (seat: number) => 100 + seat * PITCH;
const seatAt = ({ x, y }: Point) =>
  Array.from({ length: 10 }, (_, seat) => seat).find((seat) => Math.hypot(seatX(seat) - x, 100 - y) <= 10) ?? -1;

/** The row's letter stands at x 40, the section's name at y 20. */
const ROW: NamedSeats = { how: 'ROW', ordinals: [...Array(10).keys()] };
const SECTION: NamedSeats = { how: 'SECTION', ordinals: [...Array(10).keys()] };
const namedAt = ({ x, y }: Point) =>
  Math.hypot(x - 40, y - 100) < 12 ? ROW : Math.hypot(x - 200, y - 20) < 12 ? SECTION : null;

interface Told {
  clicks: { seat: number; shift: boolean }[];
  named: string[];
  cursor: string;
  drawn: { seats: readonly number[]; how: string }[];
  hovered: number;
  panned: Point;
  /** What the glide was asked. */
  glide: string[];
  pinched: number;
  stroke: string | null;
  preview: readonly number[];
}

let told: Told;
let isGliding: boolean;
let gestures: ReturnType<typeof createSeatGestures>;

beforeEach(() => {
  isGliding = false;
  told = {
    clicks: [],
    named: [],
    cursor: '',
    drawn: [],
    hovered: -1,
    panned: { x: 0, y: 0 },
    glide: [],
    pinched: 0,
    stroke: null,
    preview: [],
  };
  gestures = createSeatGestures({
    layer: {
      seatAt,
      namedAt,
      seatsAlong: (path) => [...new Set(path.map(seatAt).filter((seat) => seat !== -1))],
      seatsInside: (outline) => {
        const xs = outline.map(({ x }) => x);
        const ys = outline.map(({ y }) => y);
        if (Math.min(...ys) > 100 || Math.max(...ys) < 100) return [];
        return [...Array(10).keys()].filter((seat) => seatX(seat) > Math.min(...xs) && seatX(seat) < Math.max(...xs));
      },
      panBy: (dx, dy) => (told.panned = { x: told.panned.x + dx, y: told.panned.y + dy }),
      pinch: () => (told.pinched += 1),
      setStroke: (stroke) => (told.stroke = stroke?.kind ?? null),
    },
    glide: {
      follow: (dx, dy) => told.glide.push(`${dx} ${dy}`),
      letGo() {
        told.glide.push('LET_GO');
        return isGliding;
      },
      stop() {
        told.glide.push('STOP');
        return isGliding;
      },
    },
    preview: (seats) => (told.preview = seats),
    cursor: (cursor) => (told.cursor = cursor),
    clickNamed: ({ how }) => told.named.push(how),
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

  test('with Shift a drag from the ground draws a marquee, shows what it holds, and picks that', () => {
    press(seatX(1) - 15, 60, { shift: true });
    move(seatX(3) + 15, 90, { shift: true });
    expect(told).toMatchObject({ stroke: 'MARQUEE', preview: [] });
    move(seatX(3) + 15, 140, { shift: true });
    expect(told.preview).toEqual([1, 2, 3]);
    move(seatX(2) + 15, 140, { shift: true });
    release(seatX(2) + 15, 140);
    expect(told.drawn).toEqual([{ seats: [1, 2], how: 'MARQUEE' }]);
    expect(told).toMatchObject({ stroke: null, preview: [], panned: { x: 0, y: 0 }, clicks: [] });
  });

  test('a marquee around nothing, and one that was never drawn out, pick nothing', () => {
    press(50, 300, { shift: true });
    release(50, 300, { shift: true });
    press(50, 300, { shift: true });
    move(90, 340, { shift: true });
    release(90, 340, { shift: true });
    expect(told.drawn).toEqual([]);
  });

  test.each([
    ['a row’s letter', 40, 100, 'ROW'],
    ['a section’s name', 200, 20, 'SECTION'],
  ])('%s shows its seats under the pointer and picks them with a click', (_, x, y, how) => {
    move(x, y);
    expect(told).toMatchObject({ preview: ROW.ordinals, cursor: 'PICK', hovered: -1 });
    press(x, y);
    move(x + 2, y);
    expect(told.preview).toEqual(ROW.ordinals);
    release(x + 2, y);
    expect(told.named).toEqual([how]);
    move(50, 300);
    expect(told.preview).toEqual([]);
  });

  test('a drag that begins on a letter pans, with Shift it draws a marquee; neither picks the row', () => {
    press(40, 100);
    move(60, 120);
    release(60, 120);
    expect(told).toMatchObject({ panned: { x: 20, y: 20 }, named: [], preview: [] });
    press(40, 105, { shift: true });
    move(seatX(0) + 15, 60, { shift: true });
    release(seatX(0) + 15, 60, { shift: true });
    expect(told).toMatchObject({ drawn: [{ seats: [0], how: 'MARQUEE' }], named: [] });
  });

  test('leaving the map takes what a letter shows with it', () => {
    move(40, 100);
    gestures.leave();
    expect(told.preview).toEqual([]);
  });

  test('a tap on a letter picks its row', () => {
    press(40, 100, finger(1));
    release(40, 100, finger(1));
    expect(told.named).toEqual(['ROW']);
  });

  test('the cursor says what a press would do, also when a key goes down under a still hand', () => {
    const keys = { shift: false, alt: false, pans: false };
    move(50, 300);
    expect(told.cursor).toBe('GRAB');
    gestures.modify({ ...keys, shift: true });
    expect(told.cursor).toBe('DRAW');
    gestures.modify(keys);
    expect(told.cursor).toBe('GRAB');
    move(seatX(1), 100);
    expect(told.cursor).toBe('PICK');
    gestures.modify({ ...keys, pans: true });
    expect(told.cursor).toBe('GRAB');
    gestures.modify({ ...keys, alt: true });
    expect(told.cursor).toBe('DRAW');
    press(50, 300);
    move(90, 300);
    expect(told.cursor).toBe('GRABBING');
    release(90, 300);
    expect(told.cursor).toBe('GRAB');
  });

  test('a pan may glide on when it is let go, until the next press; nothing else does', () => {
    press(20, 200);
    move(50, 200);
    move(60, 230);
    release(60, 230);
    expect(told.glide).toEqual(['STOP', '30 0', '10 30', 'LET_GO']);
    told.glide = [];
    press(seatX(1), 100);
    move(seatX(3), 100);
    release(seatX(3), 100);
    press(seatX(1), 100);
    release(seatX(1), 100);
    expect(told.glide).toEqual(['STOP', 'STOP']);
  });

  test('a seat that comes by as the map glides is not pointed at', () => {
    press(20, 200);
    move(seatX(4), 100);
    release(seatX(4), 100);
    expect(told.hovered).toBe(4);
    press(20, 200);
    isGliding = true;
    move(seatX(5), 100);
    release(seatX(5), 100);
    expect(told.hovered).toBe(-1);
  });

  test('a press that catches the map as it glides takes hold of it and picks nothing', () => {
    isGliding = true;
    press(seatX(1), 100);
    release(seatX(1), 100);
    expect(told).toMatchObject({ clicks: [], named: [], drawn: [] });
    press(seatX(1), 100);
    move(seatX(1) + 40, 100);
    expect(told).toMatchObject({ panned: { x: 40, y: 0 }, stroke: null });
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
