/**
 * The seat layer: seats drawn from columns, hosted in Konva but not made of its nodes. It knows nothing of React, of
 * sales or of what a pick means; it draws what it is given, says which seat lies where, and moves the view.
 *
 * 1. The Konva nodes are one shape on each of two layers, however many seats there are.
 * 2. Whatever changes, and however often, one animation frame draws it once.
 * 3. The columns never change; a new map is a new seat layer.
 */
import type Konva from 'konva/lib/Core.js';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Area, Point, Shape } from '../../src-shared/domain/seat-map/document.ts';
import { placeAreas } from './area-spot.ts';
import { floorsOf, isOnFloor, seatsOffFloor } from './map-floors.ts';
import { type NamedSeats, namedSeats } from './named-seats.ts';
import type { SeatTheme } from './marks.ts';
import type { Ghost, Overlay } from './paint-overlay.ts';
import { createPictures, decodePicture } from './pictures.ts';
import { boundsOfPoints, createSeatIndex, isInside, type SeatIndex } from './seat-index.ts';
import { createSectionCounts } from './section-counts.ts';
import {
  outlinesOf,
  radiusClassesOf,
  restyle,
  rowLabelsOf,
  rowPitchOf,
  type SeatFilter,
  type SeatScene,
  sectionsOf,
  tablesOf,
  usualRadius,
} from './seat-scene.ts';
import type { SeatStateSource } from './seat-state-source.ts';
import { boundsOfShown } from './map-extent.ts';
import { createSeatSurface, type SeatSurface } from './seat-surface.ts';
import { createSeatWalk, type SeatWalk } from './seat-walk.ts';
import { type Bounds, expandBounds, mapToScreen, screenToMap, type Size, type View } from './view.ts';
import type { Viewport } from './viewport.ts';

export interface SeatLayerDeps {
  /** An empty element with a size of its own; the layer fills it and follows its size. */
  readonly container: HTMLDivElement;
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly areas: readonly Area[];
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
}

export interface SeatLayer {
  /** Other Konva layers (an editor's handles) may be added above the seats'. */
  readonly stage: Konva.Stage;
  readonly index: SeatIndex;
  readonly walk: SeatWalk;

  /** The floors there are to choose from, in the map's order; none where there is but one. */
  readonly floors: readonly string[];
  /** The floor shown alone, null for all. */
  floor(): string | null;
  /** Shows one floor and nothing of the others, or all; the view goes to what is shown. */
  showFloor(floor: string | null): void;
  isShown(ordinal: number): boolean;

  setTheme(theme: SeatTheme): void;
  setFilter(filter: SeatFilter | null): void;
  /** How many may still come into areas, by their id; null where nobody counts them. */
  setAreaFree(free: ReadonlyMap<string, number> | null): void;
  setMine(ordinals: readonly number[]): void;
  setGhosts(ghosts: readonly Ghost[]): void;
  setSelection(ordinals: readonly number[]): void;
  /** -1 for none, here and in setFocus. */
  setHover(ordinal: number): void;
  setFocus(ordinal: number): void;
  /** What a line, a lasso or a run would pick if it ended now. */
  setPreview(ordinals: readonly number[]): void;
  /** The line or lasso being drawn, in screen pixels; null when there is none. */
  setStroke(stroke: Overlay['stroke']): void;

  view(): View;
  /** The map's size on the screen. */
  window(): Size;
  readonly panBy: Viewport['panBy'];
  readonly zoomBy: Viewport['zoomBy'];
  readonly pinch: Viewport['pinch'];
  readonly fit: Viewport['fit'];
  /** The whole map is shown because nobody has moved it since it was fitted. */
  readonly isFitted: Viewport['isFitted'];
  zoomToSection(section: number): void;
  /** From the whole map to the section, from anywhere else to the whole map. */
  enterOrLeave(section: number): void;
  /** Pans no more than it must to show the seat with room around it; goes to its floor when that is not shown. */
  reveal(ordinal: number): void;
  /** Goes where the seats are, near enough to tell them apart; stays where they can be seen already. */
  lead(ordinals: readonly number[]): void;

  /** The seat at a screen point, or -1. Small seats are easier to hit than to see; one beneath a name is not hit. */
  seatAt(screen: Point): number;
  /** The section whose seats' extent holds the screen point: the smallest of several, -1 for none. */
  sectionAt(screen: Point): number;
  /** The row or table, or the section, whose letter, top or name is drawn at a screen point. */
  namedAt(screen: Point): NamedSeats | null;
  /** Where a seat is on the screen, in pixels from the map's corner. */
  placeOf(ordinal: number): Point & { readonly radius: number };
  /** Seats whose disc the screen path touches, in its order. */
  seatsAlong(path: readonly Point[]): number[];
  /** Seats with their centre inside the screen outline. */
  seatsInside(outline: readonly Point[]): number[];

  /** Draws all that is shown, small and without its overlay, in CSS pixels; gives the view it is drawn under. */
  drawOverview(ctx: CanvasRenderingContext2D, size: Size): View;
  /** How far what is shown reaches, in map units. */
  extent(): Bounds;
  /** Called when what `drawOverview` draws has changed. Returns the way to stop. */
  onChange(listener: () => void): () => void;

  /** Called after each frame drawn. Returns the way to stop. */
  onFrame(listener: () => void): () => void;
  /** All that was asked for is drawn, sharp. */
  isAtRest(): boolean;
  destroy(): void;
}

/** From here on a seat is more than a dot: the map is right as it is, and moving it would cost more than it shows. */
const LEGIBLE_RADIUS_PX = 2;
/** So much of the house is shown round the seats one is led to, in seats' radii: enough to know the place. */
const LEAD_ROUND_RADII = 24;

/** The least radius one must hit, however small the seat is drawn. */
const TOUCH_RADIUS_PX = 6;

export function createSeatLayer(deps: SeatLayerDeps): SeatLayer {
  const { columns, source } = deps;
  const changes = new Set<() => void>();
  const scene = createScene(deps, () => repaint());
  const isShown = (ordinal: number) => scene.hidden === null || scene.hidden[ordinal] === 0;
  const walk = createSeatWalk(columns, { index: scene.index, isShown });
  const overlay: Overlay = { mine: [], ghosts: [], selection: [], preview: [], hovered: -1, focused: -1, stroke: null };
  const surface = createSeatSurface(deps.container, scene, walk, overlay);
  const { viewport } = surface;

  function repaint(): void {
    surface.repaint();
    for (const listener of changes) listener();
  }

  function seatsChanged(changed: ArrayLike<number> | null): void {
    const different = restyle(scene, source, changed);
    if (changed === null) return repaint();
    for (const listener of changes) listener();
    surface.repaintSeats(different);
  }

  function update<K extends 'filter' | 'areaFree'>(part: K, value: SeatScene[K]): void {
    if (scene[part] === value) return;
    scene[part] = value;
    repaint();
  }

  const stopListening = source.subscribe(seatsChanged);
  const { view, window, panBy, zoomBy, pinch, fit, isFitted } = viewport;
  const travel = createTravel(scene, viewport, repaint);

  return {
    stage: surface.stage,
    index: scene.index,
    walk,
    floors: scene.floors,
    floor: () => scene.floor,
    isShown,
    setTheme(theme) {
      if (scene.theme === theme) return;
      scene.theme = theme;
      seatsChanged(null);
    },
    setFilter: (filter) => update('filter', filter),
    setAreaFree: (free) => update('areaFree', free),
    ...createOverlaySetters(overlay, surface.redrawOverlay),
    view,
    window,
    panBy,
    zoomBy,
    pinch,
    fit,
    isFitted,
    ...travel,
    ...createTouch(scene, surface),
    drawOverview: surface.drawOverview,
    extent: () => boundsOfShown(scene),
    onChange(listener) {
      changes.add(listener);
      return () => changes.delete(listener);
    },
    onFrame: surface.onFrame,
    isAtRest: surface.isAtRest,
    destroy() {
      stopListening();
      scene.pictures.forget();
      changes.clear();
      surface.destroy();
    },
  };
}

type OverlaySetters = 'setMine' | 'setGhosts' | 'setSelection' | 'setPreview' | 'setHover' | 'setFocus' | 'setStroke';

function createOverlaySetters(overlay: Overlay, redraw: () => void): Pick<SeatLayer, OverlaySetters> {
  const setter =
    <K extends keyof Overlay>(part: K) =>
    (value: Overlay[K]): void => {
      if (overlay[part] === value) return;
      overlay[part] = value;
      redraw();
    };
  return {
    setMine: setter('mine'),
    setGhosts: setter('ghosts'),
    setSelection: setter('selection'),
    setPreview: setter('preview'),
    setHover: setter('hovered'),
    setFocus: setter('focused'),
    setStroke: setter('stroke'),
  };
}

/** Going to a floor, a section, a seat. */
function createTravel(
  scene: SeatScene,
  viewport: Viewport,
  repaint: () => void,
): Pick<SeatLayer, 'showFloor' | 'zoomToSection' | 'enterOrLeave' | 'reveal' | 'lead'> {
  const { columns } = scene;

  function showFloor(floor: string | null): void {
    if (scene.floor === floor || (floor !== null && !scene.floors.includes(floor))) return;
    scene.floor = floor;
    scene.hidden = seatsOffFloor(columns, floor);
    scene.index.hide(scene.hidden);
    viewport.showWhole(boundsOfShown(scene));
    repaint();
  }

  function zoomToSection(section: number): void {
    const extent = scene.sections.find((each) => each.index === section);
    if (extent !== undefined) viewport.fitTo(extent.bounds);
  }

  function showFloorOf(ordinal: number): void {
    if (scene.hidden?.[ordinal] === 1) showFloor(columns.sections[columns.section[ordinal]!]!.floor);
  }

  return {
    showFloor,
    zoomToSection,
    enterOrLeave(section) {
      if (viewport.isFitted()) zoomToSection(section);
      else viewport.fit();
    },
    reveal(ordinal) {
      showFloorOf(ordinal);
      const place = { x: columns.x[ordinal]!, y: columns.y[ordinal]! };
      // The house is in sight, to its edge: bringing a seat further in would move a map that is right as it is. A stray
      // seat may lie outside all the same.
      if (!viewport.isFitted() || !isInWindow(viewport, place)) viewport.reveal(place);
    },
    lead(ordinals) {
      const places = ordinals.map((ordinal) => ({ x: columns.x[ordinal]!, y: columns.y[ordinal]! }));
      const bounds = boundsOfPoints(places);
      if (bounds === null) return;
      showFloorOf(ordinals[0]!);
      const isSeen = places.every((place) => isInWindow(viewport, place));
      if (isSeen && scene.seatRadius * viewport.view().scale >= LEGIBLE_RADIUS_PX) return;
      viewport.fitTo(expandBounds(bounds, scene.seatRadius * LEAD_ROUND_RADII));
    },
  };
}

function isInWindow(viewport: Viewport, place: Point): boolean {
  const { x, y } = mapToScreen(viewport.view(), place);
  const { width, height } = viewport.window();
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** What lies where on the screen, under the present view. */
function createTouch(
  scene: SeatScene,
  surface: SeatSurface,
): Pick<SeatLayer, 'seatAt' | 'sectionAt' | 'namedAt' | 'placeOf' | 'seatsAlong' | 'seatsInside'> {
  const { columns, index, seatRadius, sections } = scene;
  const { viewport } = surface;
  const toMap = (points: readonly Point[]) => points.map((point) => screenToMap(viewport.view(), point));
  return {
    seatAt(screen) {
      const name = surface.nameAt(screen);
      if (name?.kind === 'SECTION' && name.hidesSeats) return -1;
      const view = viewport.view();
      const at = screenToMap(view, screen);
      return index.hit(at.x, at.y, Math.max(0, TOUCH_RADIUS_PX / view.scale - seatRadius));
    },
    sectionAt(screen) {
      const at = screenToMap(viewport.view(), screen);
      const holding = sections.filter(
        ({ bounds, index: section }) =>
          isInside(bounds, at.x, at.y) && isOnFloor(columns.sections[section]!, scene.floor),
      );
      return holding.toSorted((a, b) => areaOf(a.bounds) - areaOf(b.bounds))[0]?.index ?? -1;
    },
    namedAt: (screen) => namedSeats(scene, surface.nameAt(screen), screenToMap(viewport.view(), screen)),
    placeOf(ordinal) {
      const view = viewport.view();
      const at = mapToScreen(view, { x: columns.x[ordinal]!, y: columns.y[ordinal]! });
      return { ...at, radius: columns.radius[ordinal]! * view.scale };
    },
    seatsAlong: (path) => index.along(toMap(path)),
    seatsInside: (outline) => index.inOutline(toMap(outline)),
  };
}

function createScene(
  { container, columns, shapes, areas, source, theme }: SeatLayerDeps,
  onPicture: () => void,
): SeatScene {
  const rowLabels = rowLabelsOf(columns);
  const seatRadius = usualRadius(columns);
  const scene: SeatScene = {
    columns,
    shapes,
    areas: placeAreas(areas),
    floors: floorsOf(columns, areas),
    tables: tablesOf(columns),
    pictures: createPictures(onPicture, decodePicture),
    index: createSeatIndex(columns),
    outlines: outlinesOf(columns),
    rowLabels,
    rowPitch: rowPitchOf(rowLabels),
    sections: sectionsOf(columns),
    fontFamily: getComputedStyle(container).fontFamily,
    seatRadius,
    radii: radiusClassesOf(columns, seatRadius),
    counts: createSectionCounts(columns),
    theme,
    filter: null,
    floor: null,
    hidden: null,
    areaFree: null,
    styles: new Uint16Array(columns.count),
  };
  restyle(scene, source, null);
  return scene;
}

function areaOf({ left, top, right, bottom }: Bounds): number {
  return (right - left) * (bottom - top);
}
