/** Binds a seat layer to React's life and to the browser's events. The view and the pointer stay outside React. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Shape } from '../../src-shared/domain/seat-map/document.ts';
import type { SeatTheme } from './marks.ts';
import { createSeatGestures, type PickHow, type PointerInput } from './seat-gestures.ts';
import { createSeatKeys, type SeatKeys } from './seat-keys.ts';
import { createSeatLayer, type SeatLayer } from './seat-layer.ts';
import type { SeatStateSource } from './seat-state-source.ts';

export interface SeatLayerInput {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
  readonly digitKeys: 'MAP' | 'HOST';
  pick(ordinals: readonly number[], how: PickHow): void;
  /** -1 when the pointer is on no seat, when the map moves, and when the focus leaves. */
  hover(ordinal: number): void;
  story(ordinal: number): void;
  announce(run: readonly number[]): void;
}

/** A wheel's notch (100) zooms by a sixth; a trackpad's many small steps add up to the same. */
const ZOOM_PER_WHEEL_PX = 0.00155;
const PX_PER_WHEEL_LINE = 33;

/** The layer in `canvas`, taking its events from `frame`; null until both are there. A new map or source makes a new one. */
export function useSeatLayer(
  frame: RefObject<HTMLDivElement | null>,
  canvas: RefObject<HTMLDivElement | null>,
  input: SeatLayerInput,
): SeatLayer | null {
  const [layer, setLayer] = useState<SeatLayer | null>(null);
  // Events read the newest callbacks; a new callback is no reason to build the map again.
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const { columns, shapes, source, digitKeys, theme } = input;

  useEffect(() => {
    if (frame.current === null || canvas.current === null) return;
    const made = createSeatLayer({
      container: canvas.current,
      columns,
      shapes,
      source,
      theme: latest.current.theme,
    });
    const keys = createSeatKeys({
      layer: made,
      columns,
      digitKeys,
      pick: (ordinals, how) => latest.current.pick(ordinals, how),
      announce: (run) => latest.current.announce(run),
    });
    const unbind = bindEvents(frame.current, made, keys, latest);
    setLayer(made);
    return () => {
      // A card of this map must not ask about a seat of the next.
      latest.current.hover(-1);
      unbind();
      made.destroy();
      setLayer(null);
    };
  }, [frame, canvas, columns, shapes, source, digitKeys]);

  useEffect(() => layer?.setTheme(theme), [layer, theme]);
  return layer;
}

function bindEvents(
  frame: HTMLDivElement,
  layer: SeatLayer,
  keys: SeatKeys,
  latest: RefObject<SeatLayerInput>,
): () => void {
  let isSpaceDown = false;
  let pannedWithSpace = false;
  let hovered = -1;
  const gestures = createSeatGestures({
    layer,
    click(ordinal, shift) {
      const run = shift ? keys.runTo(ordinal) : [ordinal];
      if (run.length === 1) keys.focus(ordinal);
      latest.current.pick(run, run.length > 1 ? 'RUN' : 'SEAT');
    },
    draw: (ordinals, how) => latest.current.pick(ordinals, how),
    hover(ordinal) {
      if (ordinal === hovered) return;
      hovered = ordinal;
      layer.setHover(ordinal);
      latest.current.hover(ordinal);
    },
  });
  const at = (event: MouseEvent) => {
    const { left, top } = frame.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const read = (event: PointerEvent): PointerInput => ({
    pointer: event.pointerId,
    at: at(event),
    isTouch: event.pointerType === 'touch',
    pans: isSpaceDown || event.button === 1,
    shift: event.shiftKey,
    alt: event.altKey,
  });
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ) => frame.addEventListener(type, listener, { ...options, signal: stop.signal });
  // Buttons and cards that stand over the map keep their own clicks.
  const isOnMap = (event: Event) =>
    !(event.target instanceof Element) || event.target.closest('[data-over-map]') === null;

  on('pointerdown', (event) => {
    if (event.button > 1 || !isOnMap(event)) return;
    if (event.button === 1) event.preventDefault();
    pannedWithSpace ||= isSpaceDown;
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
  on(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * PX_PER_WHEEL_LINE : event.deltaY;
      layer.zoomBy(Math.exp(-pixels * ZOOM_PER_WHEEL_PX), at(event));
    },
    { passive: false },
  );
  on('dblclick', (event) => {
    if (!isOnMap(event) || layer.seatAt(at(event)) !== -1) return;
    const section = layer.sectionAt(at(event));
    if (section === -1) layer.fit();
    else layer.zoomToSection(section);
  });
  on('contextmenu', (event) => {
    // The menu key has no place of its own: it means the seat with the focus.
    const ordinal = event.button === 2 ? layer.seatAt(at(event)) : keys.focused();
    if (!isOnMap(event)) return;
    event.preventDefault();
    if (ordinal !== -1) latest.current.story(ordinal);
  });
  on('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOnMap(event)) return;
    if (event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) pannedWithSpace = false;
      isSpaceDown = true;
      return;
    }
    const taken =
      event.key === 'Escape' && gestures.cancel() ? true : keys.press({ key: event.key, shift: event.shiftKey });
    if (!taken) return;
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
    latest.current.hover(-1);
  });
  return () => stop.abort();
}
