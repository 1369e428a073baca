/** The view of one map in one window: moves it within its limits, outside React, and says when it has moved. */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import {
  type Bounds,
  clampView,
  fitBounds,
  panBy,
  pinch,
  reveal,
  type Size,
  UNIT_VIEW,
  type View,
  zoomAbout,
  type ZoomLimits,
  zoomLimits,
} from './view.ts';

export interface Viewport {
  view(): View;
  window(): Size;
  panBy(dxPx: number, dyPx: number): void;
  /** About the window's middle when no point is given. */
  zoomBy(factor: number, about?: Point): void;
  pinch(from: readonly [Point, Point], to: readonly [Point, Point]): void;
  /** What `fit` shows from now on: the whole map unless told; shown at once. */
  showWhole(bounds: Bounds): void;
  /** The whole map; it stays fitted as the window changes, until somebody moves it. */
  fit(): void;
  isFitted(): boolean;
  fitTo(bounds: Bounds): void;
  /** Pans no more than it must to show the point with room around it. */
  reveal(point: Point): void;
  resize(window: Size): void;
}

const FIT_PADDING_PX = 28;
const REVEAL_MARGIN_PX = 72;
/** A section of five seats need not fill the window: numbers are comfortable at this radius. */
const COMFORTABLE_RADIUS_PX = 24;

/**
 * `house` is what one sees when all is shown, and how far out one may zoom; `map` holds the strays too, which are reached
 * by panning or by walking there. `seatRadius` is a usual seat's, in map units.
 */
export function createViewport(house: Bounds, map: Bounds, seatRadius: number, onMove: () => void): Viewport {
  let view = UNIT_VIEW;
  let window: Size = { width: 0, height: 0 };
  let isFitted = true;
  let whole = house;

  const limits = (): ZoomLimits => zoomLimits(house, window, seatRadius);

  function moveTo(next: View): void {
    if (window.width === 0 || window.height === 0) return;
    view = clampView(next, map, window, limits());
    isFitted = false;
    onMove();
  }

  function fit(): void {
    if (window.width === 0 || window.height === 0) return;
    view = fitBounds(whole, window, FIT_PADDING_PX, limits());
    isFitted = true;
    onMove();
  }

  return {
    view: () => view,
    window: () => window,
    panBy: (dx, dy) => moveTo(panBy(view, dx, dy)),
    zoomBy: (factor, about = { x: window.width / 2, y: window.height / 2 }) =>
      moveTo(zoomAbout(view, about, factor, limits())),
    pinch: (from, to) => moveTo(pinch(view, from, to, limits())),
    showWhole(bounds) {
      whole = bounds;
      isFitted = true;
      fit();
    },
    fit,
    isFitted: () => isFitted,
    fitTo(bounds) {
      const { minScale, maxScale } = limits();
      const comfortable = { minScale, maxScale: Math.min(maxScale, COMFORTABLE_RADIUS_PX / seatRadius) };
      moveTo(fitBounds(bounds, window, FIT_PADDING_PX, comfortable));
    },
    reveal(point) {
      const next = reveal(view, point, window, REVEAL_MARGIN_PX);
      if (next !== view) moveTo(next);
    },
    resize(next) {
      const [dx, dy] = [(next.width - window.width) / 2, (next.height - window.height) / 2];
      window = next;
      if (isFitted) fit();
      else moveTo(panBy(view, dx, dy));
    },
  };
}
