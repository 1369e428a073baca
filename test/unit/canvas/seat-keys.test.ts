import { describe, expect, test } from 'vitest';
import { floorsOf, seatsOffFloor } from '../../../src-renderer/canvas/map-floors.ts';
import type { Mark } from '../../../src-renderer/canvas/seat-block.ts';
import { createSeatIndex } from '../../../src-renderer/canvas/seat-index.ts';
import { createSeatKeys, type KeyDeps } from '../../../src-renderer/canvas/seat-keys.ts';
import { createSeatWalk } from '../../../src-renderer/canvas/seat-walk.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { touchesNext } from '../../../src-shared/domain/seat-map/neighbours.ts';
import { BALCONY_FLOOR, createCabaretHouse, MAIN_FLOOR } from '../../support/cabaret-house.ts';
import { createDemoTheatre } from '../../support/demo-theatre.ts';

const theatre = createDemoTheatre(600).columns;
const cabaret = compileColumns(createCabaretHouse());

/** The keyboard on a layer that only remembers what it was told. */
function keyboard(digitKeys: 'MAP' | 'HOST' = 'MAP', columns = theatre) {
  const told = {
    focus: -1,
    revealed: -1,
    preview: [] as readonly number[],
    zoom: 1,
    fitted: 0,
    entered: -1,
    panned: [0, 0],
    floor: null as string | null,
  };
  const picks: { ordinals: readonly number[]; how: string }[] = [];
  const said: Mark[] = [];
  const floorsSaid: [floor: string | null, focused: number][] = [];
  const hidden = () => seatsOffFloor(columns, told.floor);
  const isShown = (seat: number) => hidden()?.[seat] !== 1;
  const index = createSeatIndex(columns);
  const walk = createSeatWalk(columns, { index, isShown });
  const layer: KeyDeps['layer'] = {
    walk,
    index,
    floors: floorsOf(columns, []),
    floor: () => told.floor,
    showFloor(floor) {
      told.floor = floor;
      index.hide(hidden());
    },
    isShown,
    view: () => ({ scale: 1, x: 0, y: 0 }),
    window: () => ({ width: 800, height: 1200 }),
    zoomBy: (factor) => (told.zoom *= factor),
    panBy: (dx, dy) => (told.panned = [dx, dy]),
    fit: () => (told.fitted += 1),
    enterOrLeave: (section) => (told.entered = section),
    reveal: (ordinal) => (told.revealed = ordinal),
    setFocus: (ordinal) => (told.focus = ordinal),
    setPreview: (ordinals) => (told.preview = ordinals),
  };
  const keys = createSeatKeys({
    layer,
    columns,
    digitKeys,
    touches: () => touchesNext(columns),
    pick: (ordinals, how) => picks.push({ ordinals, how }),
    announce: (mark) => said.push(mark),
    announceFloor: (floor, focused) => floorsSaid.push([floor, focused]),
  });
  /** Keys by name, with `Shift+` and `Ctrl+` before them. */
  const press = (...names: string[]) =>
    names.map((name) =>
      keys.press({
        key: name.replace(/^(Shift|Ctrl)\+(?=.)/, ''),
        shift: name.startsWith('Shift+'),
        ctrl: name.startsWith('Ctrl+'),
      }),
    );
  return { keys, layer, told, picks, said, floorsSaid, press, walk };
}

const columns = theatre;

describe('the keyboard on the map', () => {
  test('the first arrow shows where one is, the next walks', () => {
    const { keys, told, said, press, walk } = keyboard();
    press('ArrowRight');
    const start = keys.focused();
    expect(start).toBeGreaterThanOrEqual(0);
    press('ArrowLeft');
    const next = walk.step(start, 'LEFT');
    expect(next).not.toBe(start);
    expect(keys.focused()).toBe(next);
    expect(said).toEqual([start, next].map((seat) => ({ how: 'SEAT', ordinals: [seat] })));
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
    expect(said.at(-1)).toEqual({ how: 'RUN', ordinals: [100, 101, 102] });
    expect(picks).toEqual([]);
    press('Enter');
    expect(picks).toEqual([{ ordinals: [100, 101, 102], how: 'RUN' }]);
    expect(told.preview).toEqual([]);
  });

  test('Shift and arrows across rows mark a block, which Enter picks; an arrow alone drops it', () => {
    const { keys, told, picks, said, press } = keyboard();
    keys.focus(100);
    press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown');
    const { how, ordinals } = said.at(-1)!;
    expect(how).toBe('BLOCK');
    expect(told.preview).toEqual(ordinals);
    expect(ordinals).toEqual(expect.arrayContaining([100, 101, 102, keys.focused()]));
    expect(new Set(ordinals.map((seat) => columns.row[seat])).size).toBe(3);
    press('Enter');
    expect(picks).toEqual([{ how: 'BLOCK', ordinals }]);
    press('Shift+ArrowDown', 'ArrowDown', 'Enter');
    expect(picks[1]).toEqual({ how: 'SEAT', ordinals: [keys.focused()] });
  });

  test('Shift with Space marks the row, Ctrl with A the section; both are said before Enter picks them', () => {
    const { keys, told, picks, said, press } = keyboard();
    keys.focus(100);
    press('Shift+ ');
    const row = [...columns.row.keys()].filter((seat) => columns.row[seat] === columns.row[100]);
    expect(said).toEqual([{ how: 'ROW', ordinals: row }]);
    expect(told.preview).toEqual(row);
    expect(picks).toEqual([]);
    press('Enter', 'Ctrl+a');
    const section = [...columns.row.keys()].filter((seat) => columns.section[seat] === columns.section[100]);
    expect(said.at(-1)).toEqual({ how: 'SECTION', ordinals: section });
    press(' ');
    expect(picks).toEqual([
      { how: 'ROW', ordinals: row },
      { how: 'SECTION', ordinals: section },
    ]);
    expect(keys.focused()).toBe(100);
  });

  test('Ctrl and an arrow move the map towards the arrow, and no seat gets the focus', () => {
    const { told, press } = keyboard();
    expect(press('Ctrl+ArrowRight')).toEqual([true]);
    expect(told).toMatchObject({ panned: [-160, 0], focus: -1 });
    press('Ctrl+ArrowUp');
    expect(told.panned).toEqual([0, 240]);
  });

  test('Star goes into the section of the focus and back', () => {
    const { keys, told, press } = keyboard('HOST');
    keys.focus(500);
    expect(press('*')).toEqual([true]);
    expect(told.entered).toBe(columns.section[500]);
  });

  test('a run to a seat stops at the gap before it, on the side of the seat that was clicked', () => {
    const { keys } = keyboard('MAP', cabaret);
    const row = [...cabaret.row.keys()].filter((seat) => cabaret.rows[cabaret.row[seat]!]!.id === 'balcony-B');
    keys.focus(row[6]!);
    expect(keys.runTo(row[9]!)).toEqual(row.slice(6, 10));
    expect(keys.runTo(row[12]!)).toEqual(row.slice(10, 13));
    keys.focus(row[12]!);
    expect(keys.runTo(row[8]!)).toEqual(row.slice(8, 10));
    expect(keys.runTo(row[12]!)).toEqual([row[12]]);
    expect(keys.runTo(0)).toEqual([0]);
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
    const others = ['b', 'a', 'F1', 'Tab', '4', 'Backspace', 'Ctrl+k', 'Ctrl+1', 'Ctrl+Home', 'Shift+PageDown'];
    expect(press(...others)).toEqual(others.map(() => false));
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

describe('floors by keyboard', () => {
  test('Shift with Page Down and Page Up go round the floors and all of them, and say so', () => {
    const { told, floorsSaid, press } = keyboard('MAP', cabaret);
    press('Shift+PageDown', 'Shift+PageDown', 'Shift+PageDown', 'Shift+PageUp');
    expect(floorsSaid).toEqual([
      [MAIN_FLOOR, -1],
      [BALCONY_FLOOR, -1],
      [null, -1],
      [BALCONY_FLOOR, -1],
    ]);
    expect(told.floor).toBe(BALCONY_FLOOR);
  });

  test('a focus on a floor that goes out of sight comes to one that is shown, where the walk goes on', () => {
    const { keys, told, floorsSaid, press } = keyboard('MAP', cabaret);
    keys.focus(0);
    press('Shift+PageUp');
    const seat = keys.focused();
    expect(floorsSaid).toEqual([[BALCONY_FLOOR, seat]]);
    expect(told.focus).toBe(seat);
    expect(cabaret.sections[cabaret.section[seat]!]!.floor).toBe(BALCONY_FLOOR);
    press('PageDown');
    expect(cabaret.sections[cabaret.section[keys.focused()]!]!.floor).toBe(BALCONY_FLOOR);
  });

  test('where the floor was changed by mouse, the next arrow finds the focus again and picks nothing unseen', () => {
    const { keys, layer, picks, press } = keyboard('MAP', cabaret);
    keys.focus(0);
    layer.showFloor(BALCONY_FLOOR);
    press('Enter');
    expect(picks).toEqual([]);
    expect(cabaret.sections[cabaret.section[keys.focused()]!]!.floor).toBe(BALCONY_FLOOR);
  });

  test('a table is a row: Shift with Space marks its chairs', () => {
    const { keys, said, press } = keyboard('MAP', cabaret);
    keys.focus(7);
    press('Shift+ ');
    expect(said.at(-1)).toEqual({ how: 'ROW', ordinals: [6, 7, 8, 9, 10, 11] });
  });
});
