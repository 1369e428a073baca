/** The seat layer's canvases: what is painted on them in which order, and when. */
import type Konva from 'konva/lib/Core.js';
import { type EdgeLabel, edgeLabels, paintEdgeLabels } from './edge-labels.ts';
import { createFrameClock, type FrameClock } from './frame-clock.ts';
import { createHost } from './konva-host.ts';
import { createBackdrop } from './paint/backdrop.ts';
import { createMapRaster } from './paint/map-raster.ts';
import { boundsOfShape, paintShapes } from './paint-map.ts';
import { type Overlay, paintOverlay } from './paint-overlay.ts';
import type { SeatScene } from './seat-scene.ts';
import type { SeatWalk } from './seat-walk.ts';
import { type Bounds, unionBounds } from './view.ts';
import { createViewport, type Viewport } from './viewport.ts';

export interface SeatSurface {
  readonly stage: Konva.Stage;
  readonly viewport: Viewport;
  /** All of the base anew. */
  repaint(): void;
  /** Seats that look different now. */
  repaintSeats(ordinals: ArrayLike<number>): void;
  redrawOverlay(): void;
  readonly onFrame: FrameClock['onFrame'];
  readonly isAtRest: FrameClock['isAtRest'];
  destroy(): void;
}

/** Sections' counts follow their seats so much later: read by people, and a repaint of hundreds of them. */
const COUNTS_DELAY_MS = 250;

/** Draws the scene and the overlay as they are at each frame; whoever changes them asks for one. */
export function createSeatSurface(
  container: HTMLDivElement,
  scene: SeatScene,
  walk: SeatWalk,
  overlay: Overlay,
): SeatSurface {
  const shapes = boundsOfShapes(scene);
  const viewport = createViewport(
    unionBounds(shapes, scene.index.houseBounds) ?? NOTHING_TO_SEE,
    unionBounds(shapes, scene.index.bounds) ?? NOTHING_TO_SEE,
    scene.seatRadius,
    () => clock.request(true),
  );
  const hasWindow = () => viewport.window().width > 0 && viewport.window().height > 0;
  const raster = createMapRaster(scene);
  const backdrop = createBackdrop(shapes, (ctx, view) => paintShapes(ctx, scene, view));
  let labels: readonly EdgeLabel[] = [];
  const clock = createFrameClock((isBaseChanged) => {
    if (!hasWindow()) return;
    labels = edgeLabels(scene, walk, viewport.view(), viewport.window());
    host.draw(isBaseChanged, labels.length === 0 && isEmpty(overlay));
  });
  const host = createHost(
    container,
    (ctx, pixelRatio) => {
      if (!hasWindow()) return;
      const { image, projection } = raster.draw(viewport.view(), viewport.window(), pixelRatio);
      ctx.putImageData(image, 0, 0);
      backdrop.drawUnder(ctx, projection, viewport.window());
    },
    (ctx) => {
      const [view, window] = [viewport.view(), viewport.window()];
      paintOverlay(ctx, scene, view, overlay);
      paintEdgeLabels(ctx, labels, window, scene.fontFamily);
    },
  );

  function repaint(): void {
    raster.invalidate();
    backdrop.invalidate();
    clock.request(true);
  }

  function resize(): void {
    const { width, height } = host.measure();
    const held = viewport.window();
    if (width === held.width && height === held.height && !host.ratioChanged()) return;
    viewport.resize({ width, height });
    host.resize({ width, height });
  }

  const stopWatching = host.watch(resize, repaint);
  resize();

  return {
    stage: host.stage,
    viewport,
    repaint,
    repaintSeats(ordinals) {
      for (let i = 0; i < ordinals.length; i += 1) raster.touch(ordinals[i]!);
      clock.request(true);
      clock.later(raster.refreshSections, COUNTS_DELAY_MS);
    },
    redrawOverlay: () => clock.request(false),
    onFrame: clock.onFrame,
    isAtRest: clock.isAtRest,
    destroy() {
      clock.stop();
      stopWatching();
      host.stage.destroy();
    },
  };
}

function isEmpty(overlay: Overlay): boolean {
  return Object.values(overlay).every(
    (part) => part === null || part === -1 || (Array.isArray(part) && part.length === 0),
  );
}

const NOTHING_TO_SEE: Bounds = { left: 0, top: 0, right: 100, bottom: 100 };

/** What all shapes cover however they are turned; null when there are none. */
function boundsOfShapes({ shapes }: SeatScene): Bounds | null {
  return shapes
    .map((shape) => {
      const bounds = boundsOfShape(shape);
      if (bounds === null || !Object.values(bounds).every(Number.isFinite)) return null;
      if (shape.rotation === 0) return bounds;
      const [x, y] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2];
      const half = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top) / 2;
      return { left: x - half, top: y - half, right: x + half, bottom: y + half };
    })
    .reduce(unionBounds, null);
}
