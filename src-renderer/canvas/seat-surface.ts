/** The seat layer's canvases: what is painted on them in which order, and when. */
import type Konva from 'konva/lib/Core.js';
import { type EdgeLabel, edgeLabels, paintEdgeLabels } from './edge-labels.ts';
import { createFrameClock, type FrameClock } from './frame-clock.ts';
import { createHost } from './konva-host.ts';
import { createBackdrop } from './paint/backdrop.ts';
import { createMapRaster } from './paint/map-raster.ts';
import { boundsOfGround, boundsOfMap } from './map-extent.ts';
import type { PaintedName } from './named-seats.ts';
import { paintGround } from './paint-map.ts';
import { paintOverview } from './paint-overview.ts';
import { type Overlay, paintOverlay } from './paint-overlay.ts';
import type { RestyledSeats, SeatScene } from './seat-scene.ts';
import type { SeatWalk } from './seat-walk.ts';
import type { Size, View } from './view.ts';
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import { createViewport, type Viewport } from './viewport.ts';

export interface SeatSurface {
  readonly stage: Konva.Stage;
  readonly viewport: Viewport;
  /** All of the base anew. */
  repaint(): void;
  /** Seats that look different now. */
  repaintSeats(seats: RestyledSeats): void;
  redrawOverlay(): void;
  readonly onFrame: FrameClock['onFrame'];
  readonly isAtRest: FrameClock['isAtRest'];
  /** Draws all that is shown, as large as fits, in CSS pixels; gives the view it is drawn under. */
  drawOverview(ctx: CanvasRenderingContext2D, size: Size): View;
  /** The letter or name that was last painted at a screen point. */
  nameAt(screen: Point): PaintedName | null;
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
  const ground = boundsOfGround(scene);
  const [house, map] = [boundsOfMap(scene, ground, 'HOUSE'), boundsOfMap(scene, ground, 'WITH_STRAYS')];
  const viewport = createViewport(house, map, scene.seatRadius, () => clock.request(true));
  const hasWindow = () => viewport.window().width > 0 && viewport.window().height > 0;
  const raster = createMapRaster(scene);
  const backdrop = createBackdrop(ground, (ctx, view) => paintGround(ctx, scene, view));
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
    repaintSeats(seats) {
      raster.touch(seats);
      clock.request(true);
      clock.later(raster.refreshSections, COUNTS_DELAY_MS);
    },
    redrawOverlay: () => clock.request(false),
    onFrame: clock.onFrame,
    isAtRest: clock.isAtRest,
    drawOverview: (ctx, size) => paintOverview(ctx, scene, size, globalThis.devicePixelRatio),
    nameAt: raster.nameAt,
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
