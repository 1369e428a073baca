/**
 * The keyboard on the map: one seat has the focus, arrows walk, Shift with an arrow stretches a mark along the row or
 * across rows, Enter picks what is marked. Needs no browser; the component hands it what a key event says and leaves a
 * key alone that it did not take.
 *
 * 1. All that the mouse can do has a key, and none is a letter, a digit or a function key: those are the screen's.
 * 2. What is marked is said before it is picked.
 */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { contiguousRun, type Mark, markBetween } from './seat-block.ts';
import type { PickHow } from './seat-gestures.ts';
import type { SeatLayer } from './seat-layer.ts';
import { type Heading, seatsOfRow, seatsOfSection } from './seat-walk.ts';
import { screenToMap } from './view.ts';

export interface KeyInput {
  /** As KeyboardEvent.key has it. */
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean;
}

export interface KeyDeps {
  readonly layer: Pick<
    SeatLayer,
    | 'walk'
    | 'index'
    | 'floors'
    | 'floor'
    | 'showFloor'
    | 'isShown'
    | 'view'
    | 'window'
    | 'zoomBy'
    | 'panBy'
    | 'fit'
    | 'enterOrLeave'
    | 'reveal'
    | 'setFocus'
    | 'setPreview'
  >;
  readonly columns: SeatColumns;
  /** Which seats have the next of their row right beside them, as touchesNext tells. */
  touches(): Uint8Array;
  /** HOST: the screen uses the digits (a quantity) and the plus; 0 is not "show all" then, and = alone zooms in. */
  readonly digitKeys: 'MAP' | 'HOST';
  pick(ordinals: readonly number[], how: PickHow): void;
  /** The focus moved or the mark changed: say it. */
  announce(mark: Mark): void;
  /** Another floor is shown; the focus is on the seat, or on none (-1). */
  announceFloor(floor: string | null, focused: number): void;
}

export interface SeatKeys {
  /** The seat with the focus, -1 before the first. */
  focused(): number;
  /** Moves the focus without a key, as a click does; a run begins anew from there. */
  focus(ordinal: number): void;
  /** The map itself got the focus from the keyboard: shows where one is, going to the window's middle the first time. */
  enter(): void;
  leave(): void;
  /** True when the key was the map's. */
  press(input: KeyInput): boolean;
  /** The run of neighbours that ends at this seat, towards where the last one began: a gap ends it. */
  runTo(ordinal: number): readonly number[];
  /** What Enter would pick beside the focus: none while nothing is marked. */
  marked(): readonly number[];
}

const HEADINGS: Readonly<Record<string, Heading>> = {
  ArrowLeft: 'LEFT',
  ArrowRight: 'RIGHT',
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
};

const ZOOM_STEP = 1.4;
/** How far a press of Ctrl and an arrow moves the map, as a share of the window. */
const PAN_SHARE = 0.2;
const NO_MARK: Mark = { how: 'SEAT', ordinals: [] };

export function createSeatKeys(deps: KeyDeps): SeatKeys {
  const { layer, columns, digitKeys } = deps;
  const focus = createFocus(deps);

  /** To the next floor in the map's order, after the last to all of them. */
  function changeFloor(by: 1 | -1): boolean {
    if (layer.floors.length === 0) return false;
    const all = [null, ...layer.floors];
    const next = all[(all.indexOf(layer.floor()) + by + all.length) % all.length] ?? null;
    layer.showFloor(next);
    deps.announceFloor(next, focus.keepInSight());
    return true;
  }

  function press(input: KeyInput): boolean {
    const { key, shift, ctrl } = input;
    if (ctrl) return pressWithCtrl(key);
    if (zoom(layer, digitKeys, key)) return true;
    if (shift && (key === 'PageUp' || key === 'PageDown')) return changeFloor(key === 'PageDown' ? 1 : -1);
    if (columns.count === 0) return false;
    if (focus.isLost()) {
      if (!(key in HEADINGS) && key !== 'Enter') return false;
      focus.enter();
      return true;
    }
    const to = destinationOf(layer.walk, focus.seat(), key);
    if (to !== null) focus.walkTo(to, shift && !key.startsWith('Page'));
    else if (key === ' ' && shift) focus.mark({ how: 'ROW', ordinals: seatsOfRow(columns, focus.seat()) });
    else if (key === 'Enter' || key === ' ') focus.pick();
    else if (key === '*') layer.enterOrLeave(columns.section[focus.seat()]!);
    else if (key === 'Escape' && focus.marked().length > 1) focus.moveTo(focus.seat());
    else return false;
    return true;
  }

  function pressWithCtrl(key: string): boolean {
    const heading = HEADINGS[key];
    if (heading !== undefined) pan(layer, heading);
    else if (key.toLowerCase() === 'a' && !focus.isLost())
      focus.mark({ how: 'SECTION', ordinals: seatsOfSection(columns, columns.section[focus.seat()]!) });
    else return false;
    return true;
  }

  return {
    focused: focus.seat,
    focus: focus.moveTo,
    enter: focus.enter,
    leave: () => layer.setFocus(-1),
    press,
    runTo(ordinal) {
      const from = focus.anchor();
      return from < 0 ? [ordinal] : contiguousRun(columns, deps.touches(), from, ordinal);
    },
    marked: focus.marked,
  };
}

/** The seat with the focus, and what is marked from where. */
function createFocus({ layer, columns, pick, announce }: KeyDeps) {
  let focused = -1;
  /** Where a mark begins: the last seat focused without Shift. */
  let anchor = -1;
  let mark = NO_MARK;

  /** The focus is nowhere yet, or on a floor that is no longer shown. */
  const isLost = () => focused === -1 || !layer.isShown(focused);

  function show(next: Mark): void {
    if (next.ordinals.length === 0 && mark.ordinals.length === 0) return;
    mark = next;
    layer.setPreview(mark.ordinals);
  }

  function moveTo(ordinal: number): void {
    focused = ordinal;
    anchor = ordinal;
    show(NO_MARK);
  }

  function walkTo(ordinal: number, stretches: boolean): void {
    if (ordinal < 0) return;
    focused = ordinal;
    if (!stretches || anchor < 0) anchor = ordinal;
    const reached = markBetween(columns, layer.index, anchor, ordinal);
    show(reached.ordinals.length > 1 ? reached : NO_MARK);
    layer.setFocus(focused);
    layer.reveal(focused);
    announce(reached);
  }

  function seatInMiddle(): number {
    const { width, height } = layer.window();
    const middle = screenToMap(layer.view(), { x: width / 2, y: height / 2 });
    return layer.walk.nearest(middle.x, middle.y);
  }

  return {
    seat: () => focused,
    anchor: () => anchor,
    marked: () => mark.ordinals,
    isLost,
    moveTo,
    walkTo,
    enter: () => walkTo(isLost() ? seatInMiddle() : focused, false),
    /** Marks without moving: what a click on a letter or a name picks. */
    mark(next: Mark): void {
      anchor = focused;
      show(next);
      announce(next);
    },
    pick(): void {
      const isMarked = mark.ordinals.length > 1;
      pick(isMarked ? mark.ordinals : [focused], isMarked ? mark.how : 'SEAT');
      moveTo(focused);
    },
    /** After another floor is shown: stays, or goes to a seat of that floor. -1 where there was no focus. */
    keepInSight(): number {
      if (focused === -1) return -1;
      moveTo(isLost() ? seatInMiddle() : focused);
      layer.setFocus(focused);
      return focused;
    },
  };
}

/** Where the key leads from the seat with the focus: null for a key that does not walk, -1 for nowhere. */
function destinationOf(walk: SeatLayer['walk'], focused: number, key: string): number | null {
  const heading = HEADINGS[key];
  if (heading !== undefined) return walk.step(focused, heading);
  if (key === 'Home') return walk.rowEnd(focused, 'START');
  if (key === 'End') return walk.rowEnd(focused, 'END');
  if (key === 'PageDown') return walk.section(focused, 1);
  if (key === 'PageUp') return walk.section(focused, -1);
  return null;
}

/** The map moves the other way, so that what lies in the key's direction comes into sight. */
function pan(layer: Pick<SeatLayer, 'window' | 'panBy'>, heading: Heading): void {
  const { width, height } = layer.window();
  if (heading === 'LEFT' || heading === 'RIGHT') layer.panBy(width * PAN_SHARE * (heading === 'LEFT' ? 1 : -1), 0);
  else layer.panBy(0, height * PAN_SHARE * (heading === 'UP' ? 1 : -1));
}

/** True when the key was one that zooms. */
function zoom(layer: Pick<SeatLayer, 'zoomBy' | 'fit'>, digitKeys: KeyDeps['digitKeys'], key: string): boolean {
  if (key === '=' || (key === '+' && digitKeys === 'MAP')) layer.zoomBy(ZOOM_STEP);
  else if (key === '-') layer.zoomBy(1 / ZOOM_STEP);
  else if (key === '0' && digitKeys === 'MAP') layer.fit();
  else return false;
  return true;
}
