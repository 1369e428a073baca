/** Binds a seat layer to React's life and to the browser's events. The view and the pointer stay outside React. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Area, Shape } from '../../src-shared/domain/seat-map/document.ts';
import { touchesNext } from '../../src-shared/domain/seat-map/neighbours.ts';
import { createGlide } from './glide.ts';
import type { SeatTheme } from './marks.ts';
import { bindKeys, bindPointer } from './seat-events.ts';
import type { Mark } from './seat-block.ts';
import type { PickHow } from './seat-gestures.ts';
import { createSeatKeys } from './seat-keys.ts';
import { createSeatLayer, type SeatLayer } from './seat-layer.ts';
import type { SeatStateSource } from './seat-state-source.ts';

export interface SeatLayerInput {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly areas: readonly Area[];
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
  readonly digitKeys: 'MAP' | 'HOST';
  /** The map moves on when a drag is let go in motion. */
  readonly glides: boolean;
  pick(ordinals: readonly number[], how: PickHow): void;
  /** -1 when the pointer is on no seat, when the map moves, and when the focus leaves. */
  hover(ordinal: number): void;
  story(ordinal: number): void;
  announce(mark: Mark): void;
  announceFloor(floor: string | null, focused: number): void;
}

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
  const { columns, shapes, areas, source, digitKeys, theme } = input;

  useEffect(() => {
    if (frame.current === null || canvas.current === null) return;
    const made = createSeatLayer({
      container: canvas.current,
      columns,
      shapes,
      areas,
      source,
      theme: latest.current.theme,
    });
    let touching: Uint8Array | null = null;
    const keys = createSeatKeys({
      layer: made,
      columns,
      digitKeys,
      pick: (ordinals, how) => latest.current.pick(ordinals, how),
      touches: () => (touching ??= touchesNext(columns)),
      announce: (mark) => latest.current.announce(mark),
      announceFloor: (floor, focused) => latest.current.announceFloor(floor, focused),
    });
    const glide = createGlide({
      layer: made,
      isOn: () => latest.current.glides && !matchMedia('(prefers-reduced-motion: reduce)').matches,
      nowMs: () => performance.now(),
      requestFrame: (act) => requestAnimationFrame(act),
      cancelFrame: (held) => cancelAnimationFrame(held),
    });
    const stop = new AbortController();
    const isSpaceDown = bindKeys(frame.current, keys, stop.signal, {
      cancel: () => gestures.cancel(),
      left: () => latest.current.hover(-1),
      modified: (modifiers) => gestures.modify(modifiers),
    });
    const gestures = bindPointer(frame.current, made, keys, stop.signal, {
      glide,
      isSpaceDown,
      pick: (ordinals, how) => latest.current.pick(ordinals, how),
      hover: (ordinal) => latest.current.hover(ordinal),
      story: (ordinal) => latest.current.story(ordinal),
      announce: (mark) => latest.current.announce(mark),
    });
    setLayer(made);
    return () => {
      // A card of this map must not ask about a seat of the next.
      latest.current.hover(-1);
      stop.abort();
      glide.stop();
      made.destroy();
      setLayer(null);
    };
  }, [frame, canvas, columns, shapes, areas, source, digitKeys]);

  useEffect(() => layer?.setTheme(theme), [layer, theme]);
  return layer;
}
