/**
 * The keyboard on the map: one seat has the focus, arrows walk, Shift with an arrow stretches a run that Enter picks.
 * Needs no browser; the component hands it what a key event says and leaves a key alone that it did not take.
 */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { PickHow } from './seat-gestures.ts';
import type { SeatLayer } from './seat-layer.ts';
import { type Heading, runBetween } from './seat-walk.ts';
import { screenToMap } from './view.ts';

export interface KeyInput {
  /** As KeyboardEvent.key has it. */
  readonly key: string;
  readonly shift: boolean;
}

export interface KeyDeps {
  readonly layer: Pick<SeatLayer, 'walk' | 'view' | 'window' | 'zoomBy' | 'fit' | 'reveal' | 'setFocus' | 'setPreview'>;
  readonly columns: SeatColumns;
  /** HOST: the screen uses the digits (a quantity) and the plus; 0 is not "show all" then, and = alone zooms in. */
  readonly digitKeys: 'MAP' | 'HOST';
  pick(ordinals: readonly number[], how: PickHow): void;
  /** The focus moved or the run changed: say it. `run` has one seat when it is no run. */
  announce(run: readonly number[]): void;
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
  /** The run from where the last one began to this seat. */
  runTo(ordinal: number): readonly number[];
}

const HEADINGS: Readonly<Record<string, Heading>> = {
  ArrowLeft: 'LEFT',
  ArrowRight: 'RIGHT',
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
};

const ZOOM_STEP = 1.4;

export function createSeatKeys({ layer, columns, digitKeys, pick, announce }: KeyDeps): SeatKeys {
  let focused = -1;
  /** Where a run begins: the last seat focused without Shift. */
  let anchor = -1;
  let run: readonly number[] = [];

  function focus(ordinal: number): void {
    focused = ordinal;
    anchor = ordinal;
    showRun([]);
  }

  function showRun(next: readonly number[]): void {
    if (next.length === 0 && run.length === 0) return;
    run = next;
    layer.setPreview(run);
  }

  function walkTo(ordinal: number, stretches: boolean): void {
    if (ordinal < 0) return;
    focused = ordinal;
    if (!stretches || anchor < 0 || columns.row[anchor] !== columns.row[ordinal]) anchor = ordinal;
    const reached = runBetween(columns, anchor, ordinal);
    showRun(reached.length > 1 ? reached : []);
    layer.setFocus(focused);
    layer.reveal(focused);
    announce(reached);
  }

  function enter(): void {
    if (focused === -1) {
      const { width, height } = layer.window();
      const middle = screenToMap(layer.view(), { x: width / 2, y: height / 2 });
      walkTo(layer.walk.nearest(middle.x, middle.y), false);
      return;
    }
    walkTo(focused, false);
  }

  function press(input: KeyInput): boolean {
    if (zoom(layer, digitKeys, input.key)) return true;
    if (columns.count === 0) return false;
    if (focused === -1 && (input.key in HEADINGS || input.key === 'Enter')) {
      enter();
      return true;
    }
    if (focused === -1) return false;
    const to = destinationOf(layer.walk, focused, input.key);
    if (to !== null) {
      walkTo(to, input.shift && !input.key.startsWith('Page'));
      return true;
    }
    if (input.key === 'Enter' || input.key === ' ') {
      const picked = run.length > 1 ? run : [focused];
      pick(picked, picked.length > 1 ? 'RUN' : 'SEAT');
      showRun([]);
      anchor = focused;
      return true;
    }
    if (input.key === 'Escape' && run.length > 1) {
      showRun([]);
      anchor = focused;
      return true;
    }
    return false;
  }

  return {
    focused: () => focused,
    focus,
    enter,
    leave: () => layer.setFocus(-1),
    press,
    runTo: (ordinal) => (anchor < 0 ? [ordinal] : runBetween(columns, anchor, ordinal)),
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

/** True when the key was one that zooms. */
function zoom(layer: Pick<SeatLayer, 'zoomBy' | 'fit'>, digitKeys: KeyDeps['digitKeys'], key: string): boolean {
  if (key === '=' || (key === '+' && digitKeys === 'MAP')) layer.zoomBy(ZOOM_STEP);
  else if (key === '-') layer.zoomBy(1 / ZOOM_STEP);
  else if (key === '0' && digitKeys === 'MAP') layer.fit();
  else return false;
  return true;
}
