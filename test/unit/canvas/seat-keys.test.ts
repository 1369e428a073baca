import { describe, expect, test } from 'vitest';
import { createSeatIndex } from '../../../src-renderer/canvas/seat-index.ts';
import { createSeatKeys } from '../../../src-renderer/canvas/seat-keys.ts';
import { createSeatWalk } from '../../../src-renderer/canvas/seat-walk.ts';
import { createDemoTheatre } from '../../support/demo-theatre.ts';

const { columns } = createDemoTheatre(600);
const walk = createSeatWalk(columns, createSeatIndex(columns));

/** The keyboard on a layer that only remembers what it was told. */
function keyboard(digitKeys: 'MAP' | 'HOST' = 'MAP') {
  const told = { focus: -1, revealed: -1, preview: [] as readonly number[], zoom: 1, fitted: 0 };
  const picks: { ordinals: readonly number[]; how: string }[] = [];
  const said: (readonly number[])[] = [];
  const keys = createSeatKeys({
    layer: {
      walk,
      view: () => ({ scale: 1, x: 0, y: 0 }),
      window: () => ({ width: 800, height: 1200 }),
      zoomBy: (factor) => (told.zoom *= factor),
      fit: () => (told.fitted += 1),
      reveal: (ordinal) => (told.revealed = ordinal),
      setFocus: (ordinal) => (told.focus = ordinal),
      setPreview: (ordinals) => (told.preview = ordinals),
    },
    columns,
    digitKeys,
    pick: (ordinals, how) => picks.push({ ordinals, how }),
    announce: (run) => said.push(run),
  });
  const press = (...names: string[]) =>
    names.map((name) => keys.press({ key: name.replace('Shift+', ''), shift: name.startsWith('Shift+') }));
  return { keys, told, picks, said, press };
}

describe('the keyboard on the map', () => {
  test('the first arrow shows where one is, the next walks', () => {
    const { keys, told, said, press } = keyboard();
    press('ArrowRight');
    const start = keys.focused();
    expect(start).toBeGreaterThanOrEqual(0);
    press('ArrowLeft');
    const next = walk.step(start, 'LEFT');
    expect(next).not.toBe(start);
    expect(keys.focused()).toBe(next);
    expect(said).toEqual([[start], [next]]);
    expect(told).toMatchObject({ focus: next, revealed: next });
  });

  test.each(['Enter', ' '])('%j picks the seat with the focus', (key) => {
    const { keys, picks, press } = keyboard();
    keys.focus(100);
    press('ArrowRight', key);
    expect(picks).toEqual([{ ordinals: [101], how: 'SEAT' }]);
  });

  test('Shift with an arrow stretches a run, back again shrinks it, Enter picks it whole', () => {
    const { keys, told, picks, said, press } = keyboard();
    keys.focus(100);
    press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft');
    expect(told.preview).toEqual([100, 101, 102]);
    expect(said.at(-1)).toEqual([100, 101, 102]);
    expect(picks).toEqual([]);
    press('Enter');
    expect(picks).toEqual([{ ordinals: [100, 101, 102], how: 'RUN' }]);
    expect(told.preview).toEqual([]);
  });

  test('a run never leaves its row', () => {
    const { keys, told, press } = keyboard();
    keys.focus(100);
    press('Shift+ArrowRight', 'Shift+ArrowDown');
    expect(told.preview).toEqual([]);
    expect(columns.row[keys.focused()]).not.toBe(columns.row[100]);
  });

  test('Shift with End stretches the run to the row’s end', () => {
    const { keys, picks, press } = keyboard();
    keys.focus(100);
    press('Shift+End', 'Enter');
    expect(new Set(picks[0]!.ordinals.map((seat) => columns.row[seat]))).toEqual(new Set([columns.row[100]]));
    expect(picks[0]!.ordinals.at(-1)).toBe(keys.focused());
  });

  test('Escape gives up a run, and is left to the screen when there is none', () => {
    const { keys, told, press } = keyboard();
    keys.focus(100);
    press('Shift+ArrowRight');
    expect(press('Escape', 'Escape')).toEqual([true, false]);
    expect(told.preview).toEqual([]);
  });

  test('plus and minus zoom, and undo each other', () => {
    const { told, press } = keyboard();
    expect(press('+', '=', '-', '-')).toEqual([true, true, true, true]);
    expect(told.zoom).toBeCloseTo(1);
  });

  test('where the screen uses the plus, = alone zooms in', () => {
    expect(keyboard('HOST').press('+', '=', '-')).toEqual([false, true, true]);
  });

  test('0 shows the whole map, unless the screen uses the digits', () => {
    const own = keyboard();
    expect(own.press('0')).toEqual([true]);
    expect(own.told.fitted).toBe(1);
    const hosted = keyboard('HOST');
    expect(hosted.press('0', '4')).toEqual([false, false]);
    expect(hosted.told.fitted).toBe(0);
  });

  test('leaves alone every key that is not its own', () => {
    const { keys, press } = keyboard();
    keys.focus(3);
    expect(press('b', 'a', 'F1', 'Tab', '4', 'Backspace')).toEqual([false, false, false, false, false, false]);
  });

  test('Page Up and Page Down go to other sections and back', () => {
    const { keys, press } = keyboard();
    keys.focus(0);
    press('PageDown');
    expect(columns.section[keys.focused()]).toBe(1);
    press('PageUp');
    expect(columns.section[keys.focused()]).toBe(0);
  });
});
