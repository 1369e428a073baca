/** The browser's events on the map, handed to the gestures and the keyboard, which know no browser. */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { Glide } from './glide.ts';
import type { Mark } from './seat-block.ts';
import { createSeatGestures, type PickHow, type PointerInput, type SeatGestures } from './seat-gestures.ts';
import type { SeatKeys } from './seat-keys.ts';
import type { SeatLayer } from './seat-layer.ts';

export interface PointerDeps {
  readonly glide: Glide;
  /** While space is down the pointer pans. PAN notes that it was used so, and that letting it go is not to pick. */
  isSpaceDown(use: 'READ' | 'PAN'): boolean;
  pick(ordinals: readonly number[], how: PickHow): void;
  hover(ordinal: number): void;
  story(ordinal: number): void;
  /** A row, a table or a section was picked by its name. */
  announce(mark: Mark): void;
}

export interface KeyboardDeps {
  /** Gives up what the pointer is drawing; false when it draws nothing. */
  cancel(): boolean;
  /** The focus leaves the map. */
  left(): void;
  /** A key that changes what the pointer does went down or up. */
  modified: SeatGestures['modify'];
}

/** A wheel's notch (100) zooms by a sixth; a trackpad's many small steps add up to the same. */
const ZOOM_PER_WHEEL_PX = 0.00155;
/** A pinch on a trackpad comes as a wheel with Ctrl, in steps of a few pixels. */
const ZOOM_PER_PINCH_PX = 0.01;
/** A notch of a real wheel turned with Ctrl would leap: no more of it counts. */
const PINCH_STEP_MAX_PX = 25;
const PX_PER_WHEEL_LINE = 33;

export function bindPointer(
  frame: HTMLElement,
  layer: SeatLayer,
  keys: SeatKeys,
  signal: AbortSignal,
  deps: PointerDeps,
): SeatGestures {
  const gestures = createGesturesOn(frame, layer, keys, deps);
  const at = (event: MouseEvent) => {
    const { left, top } = frame.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const read = (event: PointerEvent): PointerInput => ({
    pointer: event.pointerId,
    at: at(event),
    isTouch: event.pointerType === 'touch',
    pans: deps.isSpaceDown('READ') || event.button === 1,
    shift: event.shiftKey,
    alt: event.altKey,
  });
  const on = listenOn(frame, signal);

  on('pointerdown', (event) => {
    if (event.button > 1 || !isOnMap(event)) return;
    if (event.button === 1) event.preventDefault();
    deps.isSpaceDown('PAN');
    frame.setPointerCapture(event.pointerId);
    gestures.press(read(event));
  });
  on('pointermove', (event) => {
    if (isOnMap(event)) gestures.move(read(event));
    else gestures.leave();
  });
  on('pointerup', (event) => {
    gestures.release(read(event));
    // Let go over a button: what lies under that is not pointed at.
    if (!isOnMap(event)) gestures.leave();
  });
  on('pointercancel', () => gestures.cancel());
  on('pointerleave', () => gestures.leave());
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    turnWheel(layer, event, at(event));
  };
  on('wheel', wheel, { passive: false });
  on('dblclick', (event) => {
    const isGround = isOnMap(event) && layer.seatAt(at(event)) === -1 && layer.namedAt(at(event)) === null;
    if (isGround) layer.enterOrLeave(layer.sectionAt(at(event)));
  });
  on('contextmenu', (event) => {
    if (!isOnMap(event)) return;
    event.preventDefault();
    // The menu key has no place of its own: it means the seat with the focus.
    const ordinal = event.button === 2 ? layer.seatAt(at(event)) : keys.focused();
    if (ordinal !== -1) deps.story(ordinal);
  });
  return gestures;
}

/** The wheel zooms about the pointer; with Shift, or turned sideways, it moves the map sideways. */
function turnWheel(layer: SeatLayer, event: WheelEvent, about: Point): void {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PX_PER_WHEEL_LINE : 1;
  const [across, down] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey) {
    const step = Math.max(-PINCH_STEP_MAX_PX, Math.min(PINCH_STEP_MAX_PX, down));
    layer.zoomBy(Math.exp(-step * ZOOM_PER_PINCH_PX), about);
  } else if (event.shiftKey) {
    // Some browsers turn the wheel's axis themselves while Shift is down.
    layer.panBy(-(across === 0 ? down : across), 0);
  } else if (Math.abs(across) > Math.abs(down)) layer.panBy(-across, 0);
  else layer.zoomBy(Math.exp(-down * ZOOM_PER_WHEEL_PX), about);
}

/** Gives back how the pointer learns of space. */
export function bindKeys(
  frame: HTMLElement,
  keys: SeatKeys,
  signal: AbortSignal,
  { cancel, left, modified }: KeyboardDeps,
): PointerDeps['isSpaceDown'] {
  let isSpaceDown = false;
  let pannedWithSpace = false;
  let marksRow = false;
  const tellModifiers = (event: KeyboardEvent) => {
    if (event.key === 'Shift' || event.key === 'Alt' || event.key === ' ')
      modified({ shift: event.shiftKey, alt: event.altKey, pans: isSpaceDown });
  };
  const on = listenOn(frame, signal);

  on('keydown', (event) => {
    tellModifiers(event);
    if (event.defaultPrevented || event.altKey || !isOnMap(event)) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && !ctrl) {
      event.preventDefault();
      if (!event.repeat) pannedWithSpace = false;
      // Shift may be let go before space is.
      if (!event.repeat) marksRow = event.shiftKey;
      isSpaceDown = true;
      tellModifiers(event);
      return;
    }
    const isTaken = (event.key === 'Escape' && cancel()) || keys.press({ key: event.key, shift: event.shiftKey, ctrl });
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  });
  on('keyup', (event) => {
    const isSpace = event.key === ' ' && isSpaceDown;
    if (isSpace) isSpaceDown = false;
    tellModifiers(event);
    // Space held while panning was for the pan; space alone picks.
    if (isSpace && !pannedWithSpace) keys.press({ key: ' ', shift: marksRow, ctrl: false });
  });
  on('focusin', (event) => {
    if (event.target === frame && frame.matches(':focus-visible')) keys.enter();
  });
  on('focusout', (event) => {
    if (event.target !== frame) return;
    isSpaceDown = false;
    keys.leave();
    left();
  });
  return (use) => {
    if (use === 'PAN' && isSpaceDown) pannedWithSpace = true;
    return isSpaceDown;
  };
}

function createGesturesOn(frame: HTMLElement, layer: SeatLayer, keys: SeatKeys, deps: PointerDeps): SeatGestures {
  let hovered = -1;
  return createSeatGestures({
    layer,
    glide: deps.glide,
    click(ordinal, shift) {
      const run = shift ? keys.runTo(ordinal) : [ordinal];
      if (run.length === 1) keys.focus(ordinal);
      deps.pick(run, run.length > 1 ? 'RUN' : 'SEAT');
    },
    clickNamed({ how, ordinals }) {
      deps.announce({ how, ordinals });
      deps.pick(ordinals, how);
    },
    draw: deps.pick,
    preview: (ordinals) => layer.setPreview(ordinals.length > 0 ? ordinals : keys.marked()),
    cursor(cursor) {
      if (frame.dataset['cursor'] !== cursor) frame.dataset['cursor'] = cursor;
    },
    hover(ordinal) {
      if (ordinal === hovered) return;
      hovered = ordinal;
      layer.setHover(ordinal);
      deps.hover(ordinal);
    },
  });
}

function listenOn(frame: HTMLElement, signal: AbortSignal) {
  return <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ): void => frame.addEventListener(type, listener, { ...options, signal });
}

/** Buttons and cards that stand over the map keep their own clicks and keys. */
function isOnMap(event: Event): boolean {
  return !(event.target instanceof Element) || event.target.closest('[data-over-map]') === null;
}
