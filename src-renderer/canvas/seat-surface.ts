/** The seat layer's canvases: what is painted on them in which order, and when. */
import type Konva from 'konva/lib/Core.js';
import { tableCorners } from '../../src-shared/domain/seat-map/plan-size.ts';
import { createBaseBitmap } from './base-bitmap.ts';
import { edgeLabels, paintEdgeLabels } from './edge-labels.ts';
import { createFrameClock, type FrameClock } from './frame-clock.ts';
import { createHost } from './konva-host.ts';
import { paintRowLabels, paintSectionNames } from './map-labels.ts';
import { boundsOfShape, paintGround } from './paint-map.ts';
import { type Overlay, paintOverlay } from './paint-overlay.ts';
import { paintSeats } from './paint-seats.ts';
import { isOnFloor } from './map-floors.ts';
import { boundsOfPoints } from './seat-index.ts';
import type { SeatScene } from './seat-scene.ts';
import type { SeatWalk } from './seat-walk.ts';
import { type Bounds, expandBounds, fitBounds, type Size, unionBounds, type View, visibleBounds } from './view.ts';
import { createViewport, type Viewport } from './viewport.ts';

export interface SeatSurface {
  readonly stage: Konva.Stage;
  readonly viewport: Viewport;
  /** All of the base anew. */
  repaint(): void;
  /** A part of the base, in map units. */
  repaintPart(part: Bounds): void;
  redrawOverlay(): void;
  readonly onFrame: FrameClock['onFrame'];
  readonly isAtRest: FrameClock['isAtRest'];
  /** Draws all that is shown, as large as fits, in CSS pixels; gives the view it is drawn under. */
  drawOverview(ctx: CanvasRenderingContext2D, size: Size): View;
  destroy(): void;
}

/** Left free round the overview, for its frame. */
const OVERVIEW_PADDING_PX = 4;

/** Draws the scene and the overlay as they are at each frame; whoever changes them asks for one. */
export function createSeatSurface(
  container: HTMLDivElement,
  scene: SeatScene,
  walk: SeatWalk,
  overlay: Overlay,
): SeatSurface {
  const map = boundsOfMap(scene);
  let drawnScale = 0;
  const viewport = createViewport(map, scene.seatRadius, () => {
    if (viewport.view().scale !== drawnScale) clock.zoomed();
    clock.request(true);
  });
  const hasWindow = () => viewport.window().width > 0 && viewport.window().height > 0;
  const bitmap = createBaseBitmap(map, (ctx, view, near) => {
    paintGround(ctx, scene, view, near);
    paintSeats(ctx, scene, view, near);
    paintRowLabels(ctx, scene, view, expandBounds(near, scene.seatRadius * 2));
    paintSectionNames(ctx, scene, view);
  });
  const clock = createFrameClock((isBaseChanged) => {
    if (hasWindow()) host.draw(isBaseChanged);
    drawnScale = viewport.view().scale;
  });
  const host = createHost(
    container,
    (ctx, pixelRatio) => {
      if (hasWindow()) bitmap.draw(ctx, viewport.view(), viewport.window(), pixelRatio, clock.isZooming());
    },
    (ctx) => {
      const [view, window] = [viewport.view(), viewport.window()];
      paintOverlay(ctx, scene, view, overlay);
      paintEdgeLabels(ctx, edgeLabels(scene, walk, view, window), window, scene.fontFamily);
    },
  );

  function repaint(): void {
    bitmap.invalidate();
    clock.request(true);
  }

  function resize(): void {
    const { width, height } = host.measure();
    const held = viewport.window();
    if (width === held.width && height === held.height && !host.ratioChanged()) return;
    viewport.resize({ width, height });
    bitmap.invalidate();
    host.resize({ width, height });
  }

  const stopWatching = host.watch(resize, repaint);
  resize();

  return {
    stage: host.stage,
    viewport,
    repaint,
    repaintPart(part) {
      bitmap.patch(part);
      clock.request(true);
    },
    redrawOverlay: () => clock.request(false),
    onFrame: clock.onFrame,
    isAtRest: clock.isAtRest,
    drawOverview(ctx, size) {
      const view = fitBounds(boundsOfShown(scene), size, OVERVIEW_PADDING_PX, { minScale: 0, maxScale: Infinity });
      paintGround(ctx, scene, view, visibleBounds(view, size));
      paintSeats(ctx, scene, view, visibleBounds(view, size));
      return view;
    },
    destroy() {
      clock.stop();
      stopWatching();
      host.stage.destroy();
    },
  };
}

function boundsOfMap(scene: SeatScene): Bounds {
  const bounds = [
    ...scene.shapes.map(boundsOfShape),
    ...scene.areas.map((area) => area.bounds),
    ...scene.tables.map(({ table }) => boundsOfPoints(tableCorners(table))),
  ].reduce(unionBounds, scene.index.bounds);
  return bounds ?? { left: 0, top: 0, right: 100, bottom: 100 };
}

/** What is on the floor that is shown; of all floors the whole map, with what is drawn round it. */
export function boundsOfShown(scene: SeatScene): Bounds {
  const { floor } = scene;
  const isShown = (place: { readonly floor: string | null }) => isOnFloor(place, floor);
  const bounds = [
    ...scene.sections.filter(({ index }) => isShown(scene.columns.sections[index]!)).map((each) => each.bounds),
    ...scene.areas.filter(({ area }) => isShown(area)).map((each) => each.bounds),
  ].reduce(unionBounds, null as Bounds | null);
  // Row letters stand beyond their seats.
  return floor === null || bounds === null ? boundsOfMap(scene) : expandBounds(bounds, scene.seatRadius * 3);
}
