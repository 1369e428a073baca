/**
 * The whole map small, with the window's rectangle on it to be dragged. A picture only: the keyboard moves by seats.
 *
 * 1. It is painted once for a burst of changes; while the map moves, the rectangle alone does.
 * 2. While all of the map is in the window there is nothing to say, and it is neither shown nor painted.
 */
import { type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { SeatLayer } from './seat-layer.ts';
import styles from './seat-map.module.css';
import { mapToScreen, screenToMap, UNIT_VIEW, type View, visibleBounds } from './view.ts';

/** Seats change in bursts, and a clerk looks at the map, not at this. */
const REPAINT_MS = 250;
/** A map panned by less than this beyond the window's edge is still in view. */
const SLACK_PX = 1;

export function Minimap({ layer }: { readonly layer: SeatLayer }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const windowBox = useRef<HTMLDivElement>(null);
  const overview = useRef<View>(UNIT_VIEW);
  /** From the pointer to the middle of the rectangle it drags. */
  const grip = useRef<Point | null>(null);

  useLayoutEffect(() => {
    if (box.current === null || canvas.current === null || windowBox.current === null) return;
    return keepMinimap(layer, box.current, canvas.current, windowBox.current, (view) => (overview.current = view));
  }, [layer]);

  const pointOf = ({ clientX, clientY }: PointerEvent<HTMLDivElement>): Point => {
    const { left, top } = canvas.current!.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const middleOfWindow = (): Point => {
    const { width, height } = layer.window();
    return mapToScreen(overview.current, screenToMap(layer.view(), { x: width / 2, y: height / 2 }));
  };
  const moveTo = (middle: Point) => {
    const from = middleOfWindow();
    const ratio = layer.view().scale / overview.current.scale;
    layer.panBy((from.x - middle.x) * ratio, (from.y - middle.y) * ratio);
  };

  return (
    <div
      ref={box}
      className={styles['minimap']}
      aria-hidden="true"
      data-over-map="minimap"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = pointOf(event);
        // Beside the rectangle the window goes there at once; on it, it is dragged from where it is held.
        if (event.target !== windowBox.current) moveTo(at);
        const middle = middleOfWindow();
        grip.current = { x: middle.x - at.x, y: middle.y - at.y };
      }}
      onPointerMove={(event) => {
        if (grip.current === null) return;
        const at = pointOf(event);
        moveTo({ x: at.x + grip.current.x, y: at.y + grip.current.y });
      }}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
    >
      <canvas ref={canvas} />
      <div ref={windowBox} className={styles['minimapWindow']} />
    </div>
  );
}

/** Paints and places it as the layer changes and moves, outside React. Returns the way to stop. */
function keepMinimap(
  layer: SeatLayer,
  box: HTMLElement,
  canvas: HTMLCanvasElement,
  windowBox: HTMLElement,
  onPaint: (view: View) => void,
): () => void {
  let view: View | null = null;
  let extent = layer.extent();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function isAllInView(): boolean {
    const shown = visibleBounds(layer.view(), layer.window(), SLACK_PX);
    return (
      shown.left <= extent.left &&
      shown.top <= extent.top &&
      shown.right >= extent.right &&
      shown.bottom >= extent.bottom
    );
  }

  function paint(): View | null {
    const { clientWidth: width, clientHeight: height } = canvas;
    const ctx = canvas.getContext('2d');
    // A small window has no room for it.
    if (width === 0 || height === 0 || ctx === null) return null;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const painted = layer.drawOverview(ctx, { width, height });
    onPaint(painted);
    return painted;
  }

  function place(): void {
    box.hidden = isAllInView();
    if (box.hidden) return;
    view ??= paint();
    if (view === null) return;
    const shown = visibleBounds(layer.view(), layer.window());
    const topLeft = mapToScreen(view, { x: shown.left, y: shown.top });
    const bottomRight = mapToScreen(view, { x: shown.right, y: shown.bottom });
    const [left, top] = [Math.max(0, topLeft.x), Math.max(0, topLeft.y)];
    const right = Math.min(canvas.clientWidth, bottomRight.x);
    const bottom = Math.min(canvas.clientHeight, bottomRight.y);
    windowBox.style.transform = `translate(${left}px, ${top}px)`;
    windowBox.style.width = `${Math.max(0, right - left)}px`;
    windowBox.style.height = `${Math.max(0, bottom - top)}px`;
  }

  function repaint(): void {
    timer = null;
    view = null;
    extent = layer.extent();
    place();
  }

  const observer = new ResizeObserver(repaint);
  observer.observe(canvas);
  const stopFrames = layer.onFrame(place);
  const stopChanges = layer.onChange(() => (timer ??= setTimeout(repaint, REPAINT_MS)));
  place();
  return () => {
    observer.disconnect();
    stopFrames();
    stopChanges();
    if (timer !== null) clearTimeout(timer);
  };
}
