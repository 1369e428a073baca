/** The browser's events on the map, handed to the gestures and the keyboard, which know no browser. */
import { createSeatGestures, type PickHow, type PointerInput, type SeatGestures } from './seat-gestures.ts';
import type { SeatKeys } from './seat-keys.ts';
import type { SeatLayer } from './seat-layer.ts';

export interface PointerDeps {
  /** While space is down the pointer pans. PAN notes that it was used so, and that letting it go is not to pick. */
  isSpaceDown(use: 'READ' | 'PAN'): boolean;
  pick(ordinals: readonly number[], how: PickHow): void;
  hover(ordinal: number): void;
  story(ordinal: number): void;
}

/** A wheel's notch (100) zooms by a sixth; a trackpad's many small steps add up to the same. */
const ZOOM_PER_WHEEL_PX = 0.00155;
const PX_PER_WHEEL_LINE = 33;

export function bindPointer(
  frame: HTMLElement,
  layer: SeatLayer,
  keys: SeatKeys,
  signal: AbortSignal,
  deps: PointerDeps,
): SeatGestures {
  const gestures = createGesturesOn(layer, keys, deps);
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
  on('pointerup', (event) => gestures.release(read(event)));
  on('pointercancel', () => gestures.cancel());
  on('pointerleave', () => gestures.leave());
  const zoom = (event: WheelEvent) => {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * PX_PER_WHEEL_LINE : event.deltaY;
    layer.zoomBy(Math.exp(-pixels * ZOOM_PER_WHEEL_PX), at(event));
  };
  on('wheel', zoom, { passive: false });
  on('dblclick', (event) => {
    if (!isOnMap(event) || layer.seatAt(at(event)) !== -1) return;
    if (layer.isFitted()) layer.zoomToSection(layer.sectionAt(at(event)));
    else layer.fit();
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

/** Gives back how the pointer learns of space. `left` is called when the focus leaves the map. */
export function bindKeys(
  frame: HTMLElement,
  keys: SeatKeys,
  signal: AbortSignal,
  { cancel, left }: { cancel(): boolean; left(): void },
): PointerDeps['isSpaceDown'] {
  let isSpaceDown = false;
  let pannedWithSpace = false;
  const on = listenOn(frame, signal);

  on('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOnMap(event)) return;
    if (event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) pannedWithSpace = false;
      isSpaceDown = true;
      return;
    }
    const isTaken = (event.key === 'Escape' && cancel()) || keys.press({ key: event.key, shift: event.shiftKey });
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  });
  on('keyup', (event) => {
    if (event.key !== ' ' || !isSpaceDown) return;
    isSpaceDown = false;
    // Space held while panning was for the pan; space alone picks.
    if (!pannedWithSpace) keys.press({ key: ' ', shift: event.shiftKey });
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

function createGesturesOn(layer: SeatLayer, keys: SeatKeys, deps: PointerDeps): SeatGestures {
  let hovered = -1;
  return createSeatGestures({
    layer,
    click(ordinal, shift) {
      const run = shift ? keys.runTo(ordinal) : [ordinal];
      if (run.length === 1) keys.focus(ordinal);
      deps.pick(run, run.length > 1 ? 'RUN' : 'SEAT');
    },
    draw: deps.pick,
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
