/**
 * The view transform of a seat map: pure values, so that panning and zooming cost nothing in React.
 * Screen lengths are CSS pixels from the map's top left corner; map lengths are the plan's own units, y down in both.
 */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';

/** screen = map × scale + (x, y). `scale` is CSS pixels a map unit. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ZoomLimits {
  readonly minScale: number;
  readonly maxScale: number;
}

/** At least this much of the map (or of the window, if it is smaller) stays in sight however far one pans, so that nobody loses it. */
const KEPT_IN_SIGHT_PX = 120;

/** A seat as large as a thumb (radius) is close enough to read anything on it. */
const CLOSEST_RADIUS_PX = 44;

export const UNIT_VIEW: View = { scale: 1, x: 0, y: 0 };

export function mapToScreen(view: View, point: Point): Point {
  return { x: point.x * view.scale + view.x, y: point.y * view.scale + view.y };
}

export function screenToMap(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale };
}

/** Moves the map under the window by screen pixels. */
export function panBy(view: View, dxPx: number, dyPx: number): View {
  return { scale: view.scale, x: view.x + dxPx, y: view.y + dyPx };
}

/** Multiplies the scale, within the limits, with the map point under `screen` standing still. */
export function zoomAbout(view: View, screen: Point, factor: number, limits: ZoomLimits): View {
  const scale = clamp(view.scale * factor, limits.minScale, limits.maxScale);
  const ratio = scale / view.scale;
  return { scale, x: screen.x - (screen.x - view.x) * ratio, y: screen.y - (screen.y - view.y) * ratio };
}

/** Two fingers: the map points that lay under `from` come to lie under `to`, as near as the limits allow. */
export function pinch(
  view: View,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
  limits: ZoomLimits,
): View {
  const before = middle(from);
  const after = middle(to);
  const spreadBefore = Math.max(1, distance(from[0], from[1]));
  const spreadAfter = Math.max(1, distance(to[0], to[1]));
  return panBy(zoomAbout(view, before, spreadAfter / spreadBefore, limits), after.x - before.x, after.y - before.y);
}

/** The view that shows all of `bounds`, centred, with `paddingPx` around it. Empty bounds are centred at the closest scale. */
export function fitBounds(bounds: Bounds, window: Size, paddingPx: number, limits: ZoomLimits): View {
  const width = Math.max(1, window.width - 2 * paddingPx);
  const height = Math.max(1, window.height - 2 * paddingPx);
  const wanted = Math.min(width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top));
  const scale = clamp(wanted, limits.minScale, limits.maxScale);
  return {
    scale,
    x: window.width / 2 - ((bounds.left + bounds.right) / 2) * scale,
    y: window.height / 2 - ((bounds.top + bounds.bottom) / 2) * scale,
  };
}

/** How far one may zoom: out to half the fitted size, in until a seat of `seatRadius` map units is as large as a thumb. */
export function zoomLimits(bounds: Bounds, window: Size, seatRadius: number): ZoomLimits {
  const fitted = Math.min(
    window.width / Math.max(bounds.right - bounds.left, seatRadius * 2),
    window.height / Math.max(bounds.bottom - bounds.top, seatRadius * 2),
  );
  const maxScale = CLOSEST_RADIUS_PX / seatRadius;
  return { minScale: Math.min(fitted / 2, maxScale), maxScale };
}

/** Holds the scale within the limits and some of the map within the window. */
export function clampView(view: View, bounds: Bounds, window: Size, limits: ZoomLimits): View {
  const scaled = zoomAbout(view, { x: window.width / 2, y: window.height / 2 }, 1, limits);
  const { scale } = scaled;
  const keptX = Math.min(KEPT_IN_SIGHT_PX, window.width / 2, (bounds.right - bounds.left) * scale);
  const keptY = Math.min(KEPT_IN_SIGHT_PX, window.height / 2, (bounds.bottom - bounds.top) * scale);
  return {
    scale,
    x: clamp(scaled.x, keptX - bounds.right * scale, window.width - keptX - bounds.left * scale),
    y: clamp(scaled.y, keptY - bounds.bottom * scale, window.height - keptY - bounds.top * scale),
  };
}

/** The least pan that brings a map point at least `marginPx` inside the window. The same view when it is there already. */
export function reveal(view: View, point: Point, window: Size, marginPx: number): View {
  const at = mapToScreen(view, point);
  const marginX = Math.min(marginPx, window.width / 2);
  const marginY = Math.min(marginPx, window.height / 2);
  const dx = clamp(at.x, marginX, window.width - marginX) - at.x;
  const dy = clamp(at.y, marginY, window.height - marginY) - at.y;
  return dx === 0 && dy === 0 ? view : panBy(view, dx, dy);
}

/** The part of the map in the window, widened by `marginPx` on each side, in map units. */
export function visibleBounds(view: View, window: Size, marginPx = 0): Bounds {
  const topLeft = screenToMap(view, { x: -marginPx, y: -marginPx });
  const bottomRight = screenToMap(view, { x: window.width + marginPx, y: window.height + marginPx });
  return { left: topLeft.x, top: topLeft.y, right: bottomRight.x, bottom: bottomRight.y };
}

/** The smallest bounds that hold both. */
export function unionBounds(first: Bounds | null, second: Bounds | null): Bounds | null {
  if (first === null) return second;
  if (second === null) return first;
  return {
    left: Math.min(first.left, second.left),
    top: Math.min(first.top, second.top),
    right: Math.max(first.right, second.right),
    bottom: Math.max(first.bottom, second.bottom),
  };
}

export function expandBounds(bounds: Bounds, by: number): Bounds {
  return { left: bounds.left - by, top: bounds.top - by, right: bounds.right + by, bottom: bounds.bottom + by };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle([a, b]: readonly [Point, Point]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}
