/**
 * The pointer on the map, as a chart of states that needs no browser: what a press, a move and a release mean depends on
 * where they began. A mouse that begins on a seat draws a line through seats, on the ground it pans; with Alt it draws
 * a lasso; with space, or the middle button, it pans from anywhere. A finger pans, two pinch, a tap picks.
 */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { SeatLayer } from './seat-layer.ts';
import { distance } from './view.ts';

/** SEAT one seat · RUN neighbours in a row · LINE seats a line went through, in its order · LASSO seats within an outline */
export type PickHow = 'SEAT' | 'RUN' | 'LINE' | 'LASSO';

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
    'seatAt' | 'seatsAlong' | 'seatsInside' | 'panBy' | 'pinch' | 'setStroke' | 'setPreview'
  >;
  /** A seat was clicked or tapped; the host knows from where a run would reach. */
  click(ordinal: number, shift: boolean): void;
  draw(ordinals: readonly number[], how: 'LINE' | 'LASSO'): void;
  /** The pointer rests on a seat; -1 when on none, or while it does something else. */
  hover(ordinal: number): void;
}

export interface SeatGestures {
  press(input: PointerInput): void;
  move(input: PointerInput): void;
  release(input: PointerInput): void;
  leave(): void;
  /** Gives up what is being drawn; false when nothing was. */
  cancel(): boolean;
}

type State =
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'POINTING_SEAT'; readonly seat: number; readonly from: Point; readonly drags: 'LINE' | 'PAN' }
  | { readonly kind: 'POINTING_GROUND'; readonly from: Point }
  | { readonly kind: 'PANNING'; readonly last: Point }
  | { readonly kind: 'DRAWING'; readonly how: 'LINE' | 'LASSO'; readonly path: readonly Point[] }
  | { readonly kind: 'PINCHING' };

/** A hand that clicks moves this much; a drag moves more. */
const MOUSE_SLOP_PX = 4;
const TOUCH_SLOP_PX = 10;
/** Points nearer than this say nothing new about a path, and make it dear. */
const PATH_STEP_PX = 3;

const IDLE: State = { kind: 'IDLE' };

export function createSeatGestures({ layer, click, draw, hover }: GestureDeps): SeatGestures {
  let state: State = IDLE;
  const touches = new Map<number, Point>();

  function press(input: PointerInput): void {
    if (input.isTouch) {
      touches.set(input.pointer, input.at);
      if (touches.size > 1) return enter({ kind: 'PINCHING' });
    }
    if (state.kind !== 'IDLE') return;
    hover(-1);
    const from = input.at;
    if (input.pans) return enter({ kind: 'PANNING', last: from });
    if (input.alt) return enter({ kind: 'DRAWING', how: 'LASSO', path: [from] });
    const seat = layer.seatAt(from);
    if (seat === -1) return enter({ kind: 'POINTING_GROUND', from });
    enter({ kind: 'POINTING_SEAT', seat, from, drags: input.isTouch ? 'PAN' : 'LINE' });
  }

  function move(input: PointerInput): void {
    if (state.kind === 'IDLE') {
      if (!input.isTouch) hover(layer.seatAt(input.at));
    } else if (state.kind === 'PINCHING') pinch(layer, touches, input);
    else enter(dragged(layer, state, input));
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
    if (was.kind === 'POINTING_SEAT') click(was.seat, input.shift);
    if (was.kind === 'DRAWING') {
      const touched = seatsOf(layer, was.how, was.path);
      if (touched.length > 0) draw(touched, was.how);
    }
    if (!input.isTouch) hover(layer.seatAt(input.at));
  }

  function cancel(): boolean {
    const wasBusy = state.kind !== 'IDLE';
    touches.clear();
    enter(IDLE);
    return wasBusy;
  }

  function enter(next: State): void {
    if (state.kind === 'DRAWING' && next.kind !== 'DRAWING') {
      layer.setStroke(null);
      layer.setPreview([]);
    }
    state = next;
  }

  return {
    press,
    move,
    release,
    leave: () => hover(-1),
    cancel,
  };
}

type Dragging = Exclude<State, { readonly kind: 'IDLE' | 'PINCHING' }>;

/** What a pointer that is down becomes by moving; the map follows it. */
function dragged(layer: GestureDeps['layer'], state: Dragging, { at, isTouch }: PointerInput): State {
  const slop = isTouch ? TOUCH_SLOP_PX : MOUSE_SLOP_PX;
  switch (state.kind) {
    case 'POINTING_GROUND':
      return distance(state.from, at) > slop ? panned(layer, state.from, at) : state;
    case 'POINTING_SEAT':
      if (distance(state.from, at) <= slop) return state;
      return state.drags === 'PAN' ? panned(layer, state.from, at) : drawn(layer, 'LINE', [state.from], at);
    case 'PANNING':
      return panned(layer, state.last, at);
    case 'DRAWING':
      return distance(state.path.at(-1)!, at) >= PATH_STEP_PX ? drawn(layer, state.how, state.path, at) : state;
  }
}

function panned(layer: GestureDeps['layer'], from: Point, to: Point): State {
  layer.panBy(to.x - from.x, to.y - from.y);
  return { kind: 'PANNING', last: to };
}

function drawn(layer: GestureDeps['layer'], how: 'LINE' | 'LASSO', before: readonly Point[], at: Point): State {
  const path = [...before, at];
  layer.setStroke({ kind: how, path });
  layer.setPreview(seatsOf(layer, how, path));
  return { kind: 'DRAWING', how, path };
}

function seatsOf(layer: GestureDeps['layer'], how: 'LINE' | 'LASSO', path: readonly Point[]): number[] {
  return how === 'LINE' ? layer.seatsAlong(path) : layer.seatsInside(path);
}

function pinch(layer: GestureDeps['layer'], touches: ReadonlyMap<number, Point>, { pointer, at }: PointerInput): void {
  const [first, second] = touches.keys();
  if (first === undefined || second === undefined || (pointer !== first && pointer !== second)) return;
  const from = [touches.get(first)!, touches.get(second)!] as const;
  layer.pinch(from, pointer === first ? [at, from[1]] : [from[0], at]);
}
