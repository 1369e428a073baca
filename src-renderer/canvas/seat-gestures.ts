/**
 * The pointer on the map, as a chart of states that needs no browser: what a press, a move and a release mean depends on
 * where they began. A mouse that begins on a seat draws a line through seats, on the ground it pans; with Shift it draws
 * a marquee from the ground, with Alt a lasso from anywhere; with space, or the middle button, it pans from anywhere.
 * A letter, a table or a name stands for its seats. A finger pans, two pinch, a tap picks.
 */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { Glide } from './glide.ts';
import type { NamedSeats } from './named-seats.ts';
import type { SeatLayer } from './seat-layer.ts';
import { distance } from './view.ts';

/**
 * SEAT one seat · RUN neighbours in a row · LINE seats a line went through, in its order · LASSO, MARQUEE seats within
 * an outline or a rectangle · BLOCK seats of several rows, by keyboard · ROW, SECTION all of one, or of a table
 */
export type PickHow = 'SEAT' | 'RUN' | 'LINE' | 'LASSO' | 'MARQUEE' | 'BLOCK' | 'ROW' | 'SECTION';

type DrawnHow = Extract<PickHow, 'LINE' | 'LASSO' | 'MARQUEE'>;

/** PICK what lies there · DRAW a lasso or a marquee would begin · GRAB the map can be moved · GRABBING it is */
export type Cursor = 'PICK' | 'DRAW' | 'GRAB' | 'GRABBING';

export interface PointerInput {
  readonly pointer: number;
  /** In pixels from the map's corner. */
  readonly at: Point;
  readonly isTouch: boolean;
  /** Space is down, or it is the middle button. */
  readonly pans: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface GestureDeps {
  readonly layer: Pick<
    SeatLayer,
    'seatAt' | 'namedAt' | 'seatsAlong' | 'seatsInside' | 'panBy' | 'pinch' | 'setStroke'
  >;
  readonly glide: Glide;
  /** A seat was clicked or tapped; the host knows from where a run would reach. */
  click(ordinal: number, shift: boolean): void;
  /** A letter, a table or a name was. */
  clickNamed(named: NamedSeats): void;
  draw(ordinals: readonly number[], how: DrawnHow): void;
  /** The pointer rests on a seat; -1 when on none, or while it does something else. */
  hover(ordinal: number): void;
  /** What would be picked if the button went up now, or were clicked. */
  preview(ordinals: readonly number[]): void;
  cursor(cursor: Cursor): void;
}

export interface SeatGestures {
  press(input: PointerInput): void;
  move(input: PointerInput): void;
  release(input: PointerInput): void;
  /** Keys went down or up while the pointer stood still. */
  modify(keys: Pick<PointerInput, 'shift' | 'alt' | 'pans'>): void;
  leave(): void;
  /** Gives up what is being drawn; false when nothing was. */
  cancel(): boolean;
}

type State =
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'POINTING_SEAT'; readonly seat: number; readonly from: Point; readonly drags: 'LINE' | 'PAN' }
  | { readonly kind: 'POINTING_NAME'; readonly named: NamedSeats; readonly from: Point }
  | { readonly kind: 'POINTING_GROUND'; readonly from: Point }
  | { readonly kind: 'PANNING'; readonly last: Point }
  | { readonly kind: 'DRAWING'; readonly how: DrawnHow; readonly path: readonly Point[] }
  | { readonly kind: 'PINCHING' };

/** A hand that clicks moves this much; a drag moves more. */
const MOUSE_SLOP_PX = 4;
const TOUCH_SLOP_PX = 10;
/** Points nearer than this say nothing new about a path, and make it dear. */
const PATH_STEP_PX = 3;

const IDLE: State = { kind: 'IDLE' };
const NOTHING: readonly number[] = [];

export function createSeatGestures(deps: GestureDeps): SeatGestures {
  const { layer, hover } = deps;
  const pointing = createPointing(deps);
  let state: State = IDLE;
  /** Where a mouse was last seen, while it is on the map. */
  let last: PointerInput | null = null;
  const touches = new Map<number, Point>();

  function press(input: PointerInput): void {
    const isCaught = deps.glide.stop();
    if (input.isTouch) {
      touches.set(input.pointer, input.at);
      if (touches.size > 1) return enter({ kind: 'PINCHING' });
    }
    if (state.kind !== 'IDLE') return;
    hover(-1);
    // Who catches the map as it moves means the map, not the seat that happens to come by.
    enter(isCaught ? { kind: 'PANNING', last: input.at } : pressed(layer, input));
    pointing.showCursor(state, input);
  }

  function move(input: PointerInput): void {
    last = input.isTouch ? null : input;
    if (state.kind === 'IDLE') pointing.rest(input);
    else if (state.kind === 'PINCHING') pinch(layer, touches, input);
    else enter(dragged(deps, state, input));
    pointing.showCursor(state, input);
    if (touches.has(input.pointer)) touches.set(input.pointer, input.at);
  }

  function release(input: PointerInput): void {
    touches.delete(input.pointer);
    const was = state;
    if (was.kind === 'PINCHING') {
      const [remaining] = touches.values();
      return enter(remaining === undefined ? IDLE : { kind: 'PANNING', last: remaining });
    }
    enter(IDLE);
    const goesOn = finish(deps, was, input);
    // What comes by under the pointer is not pointed at.
    if (!goesOn) pointing.rest(input);
    pointing.showCursor(state, input);
  }

  function enter(next: State): void {
    if (next === state) return;
    if (state.kind === 'DRAWING' && next.kind !== 'DRAWING') layer.setStroke(null);
    if (next.kind === 'DRAWING') {
      if (next.path.length > 1) layer.setStroke({ kind: next.how, path: next.path });
      pointing.preview(seatsOf(layer, next.how, next.path));
    } else if (next.kind !== 'POINTING_NAME') pointing.preview(NOTHING);
    state = next;
  }

  return {
    press,
    move,
    release,
    modify(keys) {
      if (last !== null && state.kind === 'IDLE') move({ ...last, ...keys });
    },
    leave() {
      last = null;
      hover(-1);
      if (state.kind === 'IDLE') pointing.preview(NOTHING);
    },
    cancel() {
      const wasBusy = state.kind !== 'IDLE';
      touches.clear();
      enter(IDLE);
      return wasBusy;
    },
  };
}

/** What a mouse points at, told when it changes; a finger points at nothing until it taps. */
function createPointing({ layer, hover, preview, cursor }: GestureDeps) {
  let previewed = NOTHING;

  function show(ordinals: readonly number[]): void {
    const isSame = ordinals.length === previewed.length && ordinals.every((each, i) => each === previewed[i]);
    if (isSame) return;
    previewed = ordinals;
    preview(ordinals);
  }

  return {
    preview: show,
    /** Over something, with its button up. */
    rest({ at, alt, pans, isTouch }: PointerInput): void {
      if (isTouch) return;
      const seat = layer.seatAt(at);
      hover(seat);
      const named = seat === -1 && !alt && !pans ? layer.namedAt(at) : null;
      show(named?.ordinals ?? NOTHING);
    },
    showCursor(state: State, input: PointerInput): void {
      if (!input.isTouch) cursor(cursorOf(layer, state, input, previewed.length > 0));
    },
  };
}

/** What a press begins. */
function pressed(layer: GestureDeps['layer'], { at, isTouch, pans, shift, alt }: PointerInput): State {
  if (pans) return { kind: 'PANNING', last: at };
  if (alt) return { kind: 'DRAWING', how: 'LASSO', path: [at] };
  const seat = layer.seatAt(at);
  if (seat !== -1) return { kind: 'POINTING_SEAT', seat, from: at, drags: isTouch ? 'PAN' : 'LINE' };
  const named = layer.namedAt(at);
  if (named !== null) return { kind: 'POINTING_NAME', named, from: at };
  return shift && !isTouch ? { kind: 'DRAWING', how: 'MARQUEE', path: [at] } : { kind: 'POINTING_GROUND', from: at };
}

type Dragging = Exclude<State, { readonly kind: 'IDLE' | 'PINCHING' }>;

/** What a pointer that is down becomes by moving; the map follows it. */
function dragged(deps: GestureDeps, state: Dragging, { at, isTouch, shift }: PointerInput): State {
  const slop = isTouch ? TOUCH_SLOP_PX : MOUSE_SLOP_PX;
  switch (state.kind) {
    case 'POINTING_GROUND':
      return distance(state.from, at) > slop ? panned(deps, state.from, at) : state;
    case 'POINTING_NAME':
      if (distance(state.from, at) <= slop) return state;
      return shift && !isTouch
        ? { kind: 'DRAWING', how: 'MARQUEE', path: boxOf(state.from, at) }
        : panned(deps, state.from, at);
    case 'POINTING_SEAT':
      if (distance(state.from, at) <= slop) return state;
      return state.drags === 'PAN'
        ? panned(deps, state.from, at)
        : { kind: 'DRAWING', how: 'LINE', path: [state.from, at] };
    case 'PANNING':
      return panned(deps, state.last, at);
    case 'DRAWING':
      if (state.how === 'MARQUEE') return { ...state, path: boxOf(state.path[0]!, at) };
      return distance(state.path.at(-1)!, at) >= PATH_STEP_PX ? { ...state, path: [...state.path, at] } : state;
  }
}

/** Does what a pointer that goes up has asked for; true when the map goes on by itself. */
function finish(deps: GestureDeps, state: State, { shift }: PointerInput): boolean {
  if (state.kind === 'PANNING') return deps.glide.letGo();
  if (state.kind === 'POINTING_SEAT') deps.click(state.seat, shift);
  if (state.kind === 'POINTING_NAME') deps.clickNamed(state.named);
  if (state.kind === 'DRAWING') {
    const touched = seatsOf(deps.layer, state.how, state.path);
    if (touched.length > 0) deps.draw(touched, state.how);
  }
  return false;
}

function cursorOf(
  layer: GestureDeps['layer'],
  state: State,
  { at, alt, shift, pans }: PointerInput,
  isOnName: boolean,
): Cursor {
  if (state.kind === 'PANNING') return 'GRABBING';
  if (state.kind === 'DRAWING') return 'DRAW';
  if (pans) return 'GRAB';
  if (alt) return 'DRAW';
  if (isOnName || state.kind === 'POINTING_SEAT' || layer.seatAt(at) !== -1) return 'PICK';
  return shift ? 'DRAW' : 'GRAB';
}

function boxOf(from: Point, to: Point): readonly Point[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

function panned({ layer, glide }: GestureDeps, from: Point, to: Point): State {
  layer.panBy(to.x - from.x, to.y - from.y);
  glide.follow(to.x - from.x, to.y - from.y);
  return { kind: 'PANNING', last: to };
}

function seatsOf(layer: GestureDeps['layer'], how: DrawnHow, path: readonly Point[]): number[] {
  if (path.length < 2) return [];
  return how === 'LINE' ? layer.seatsAlong(path) : layer.seatsInside(path);
}

function pinch(layer: GestureDeps['layer'], touches: ReadonlyMap<number, Point>, { pointer, at }: PointerInput): void {
  const [first, second] = touches.keys();
  if (first === undefined || second === undefined || (pointer !== first && pointer !== second)) return;
  const from = [touches.get(first)!, touches.get(second)!] as const;
  layer.pinch(from, pointer === first ? [at, from[1]] : [from[0], at]);
}
