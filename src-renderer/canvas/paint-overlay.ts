/** Draws what changes while one works: my seats, alternatives, selection, the seat under the pointer, the focus ring. */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import { ACCENT, MINE } from './marks.ts';
import { inkOn } from './contrast.ts';
import { paintMine, traceOutlines } from './paint-seats.ts';
import type { SeatScene } from './seat-scene.ts';
import { mapToScreen, type View } from './view.ts';

/** An alternative offered beside what was taken: its seats, the letter it is asked for by, why it is offered. */
export interface Ghost {
  readonly letter: string;
  readonly reason: string;
  readonly ordinals: readonly number[];
  /** The one that Enter takes. */
  readonly isCurrent: boolean;
}

export interface Overlay {
  mine: readonly number[];
  ghosts: readonly Ghost[];
  selection: readonly number[];
  preview: readonly number[];
  hovered: number;
  focused: number;
  /** Being drawn with the pointer, in screen pixels. */
  stroke: { readonly kind: 'LINE' | 'LASSO' | 'MARQUEE'; readonly path: readonly Point[] } | null;
}

const GHOST_COLOR = '#6d28d9';
const TAG_FONT_PX = 12.5;
const TAG_HEIGHT_PX = 22;

/** Seats of a floor that is not shown are left out, whoever is told of them. */
export function paintOverlay(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, whole: Overlay): void {
  const overlay = scene.hidden === null ? whole : shownOf(scene.hidden, whole);
  // First, as a band takes out of the overlay what lies inside it.
  for (const ghost of overlay.ghosts) paintGhostBand(ctx, scene, view, ghost);
  paintMine(ctx, scene, view, overlay.mine);
  paintSelection(ctx, scene, view, overlay.selection);
  paintSelection(ctx, scene, view, overlay.preview);
  if (overlay.hovered >= 0) paintRing(ctx, scene, view, overlay.hovered, 1.5, [[1.75, MINE.fill!]]);
  if (overlay.stroke !== null) paintStroke(ctx, overlay.stroke);
  const mine = overlay.mine.map((ordinal) => placeOf(scene, view, ordinal));
  for (const ghost of overlay.ghosts) paintGhostTag(ctx, scene, view, ghost, mine);
  if (overlay.focused >= 0) {
    // Light and dark together stand out from any seat and from the ground.
    paintRing(ctx, scene, view, overlay.focused, 4, [
      [5.5, '#ffffff'],
      [2.75, '#0b1220'],
    ]);
  }
}

function shownOf(hidden: Uint8Array, overlay: Overlay): Overlay {
  const shown = (ordinals: readonly number[]) => ordinals.filter((ordinal) => hidden[ordinal] === 0);
  const one = (ordinal: number) => (hidden[ordinal] === 1 ? -1 : ordinal);
  return {
    ...overlay,
    mine: shown(overlay.mine),
    ghosts: overlay.ghosts.map((ghost) => ({ ...ghost, ordinals: shown(ghost.ordinals) })),
    selection: shown(overlay.selection),
    preview: shown(overlay.preview),
    hovered: one(overlay.hovered),
    focused: one(overlay.focused),
  };
}

function paintRing(
  ctx: CanvasRenderingContext2D,
  scene: SeatScene,
  view: View,
  ordinal: number,
  growPx: number,
  rings: readonly (readonly [widthPx: number, color: string])[],
): void {
  const leastGrowPx = Math.max(growPx, 6 - scene.columns.radius[ordinal]! * view.scale);
  ctx.beginPath();
  traceOutlines(ctx, scene, view, [ordinal], 1, leastGrowPx);
  for (const [width, color] of rings) {
    ctx.lineWidth = width;
    ctx.strokeStyle = color;
    ctx.stroke();
  }
}

function paintSelection(
  ctx: CanvasRenderingContext2D,
  scene: SeatScene,
  view: View,
  ordinals: readonly number[],
): void {
  if (ordinals.length === 0) return;
  ctx.beginPath();
  traceOutlines(ctx, scene, view, ordinals, 1, 2);
  ctx.lineWidth = 4.5;
  ctx.strokeStyle = '#ffffff';
  ctx.stroke();
  ctx.lineWidth = 2.25;
  ctx.strokeStyle = ACCENT;
  ctx.stroke();
}

/** A band around each run of neighbours: filled palely for the current alternative, outlined for the others. */
function paintGhostBand(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View, ghost: Ghost): void {
  const width = (scene.seatRadius * 2 + scene.seatRadius * 0.7) * view.scale + 4;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const trace = () => {
    ctx.beginPath();
    for (const run of runsOf(scene, ghost.ordinals)) {
      run.forEach((ordinal, i) => {
        const x = scene.columns.x[ordinal]! * view.scale + view.x;
        const y = scene.columns.y[ordinal]! * view.scale + view.y;
        if (i === 0) ctx.moveTo(x, y);
        // A run of one is a dot: a line to its own place, which a round cap draws.
        ctx.lineTo(x, y);
      });
    }
  };
  const outlinePx = ghost.isCurrent ? 2.5 : 1.5;
  paintHollowBand(ctx, trace, width, outlinePx, ghost.isCurrent);
}

/** Strokes wide in the colour, then takes the inside out again, so that the seats beneath stay as they are. */
function paintHollowBand(
  ctx: CanvasRenderingContext2D,
  trace: () => void,
  widthPx: number,
  outlinePx: number,
  isFilled: boolean,
): void {
  trace();
  ctx.strokeStyle = GHOST_COLOR;
  ctx.lineWidth = widthPx + outlinePx * 2;
  ctx.stroke();
  ctx.globalCompositeOperation = 'destination-out';
  ctx.lineWidth = widthPx;
  ctx.strokeStyle = '#000000';
  ctx.stroke();
  ctx.globalCompositeOperation = 'source-over';
  if (!isFilled) return;
  ctx.strokeStyle = `${GHOST_COLOR}2e`;
  ctx.stroke();
}

function placeOf({ columns }: SeatScene, view: View, ordinal: number): Point {
  return mapToScreen(view, { x: columns.x[ordinal]!, y: columns.y[ordinal]! });
}

/** Letter and reason on a tag beside the alternative's first seats. */
function paintGhostTag(
  ctx: CanvasRenderingContext2D,
  scene: SeatScene,
  view: View,
  ghost: Ghost,
  mine: readonly Point[],
): void {
  if (ghost.ordinals.length === 0) return;
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  ctx.font = `500 ${TAG_FONT_PX}px ${scene.fontFamily}`;
  const reasonWidth = ghost.reason === '' ? 0 : ctx.measureText(ghost.reason).width + 14;
  const places = ghost.ordinals.map((ordinal) => placeOf(scene, view, ordinal));
  const awayPx = scene.seatRadius * view.scale * 1.4 + 4;
  const { x, y: top } = tagCorner(places, awayPx, TAG_HEIGHT_PX + reasonWidth, mine);
  const baseline = top + TAG_HEIGHT_PX / 2 + TAG_FONT_PX * 0.36;
  ctx.beginPath();
  ctx.roundRect(x, top, TAG_HEIGHT_PX + reasonWidth, TAG_HEIGHT_PX, 5);
  ctx.fillStyle = ghost.isCurrent ? GHOST_COLOR : '#ffffff';
  ctx.fill();
  ctx.strokeStyle = GHOST_COLOR;
  ctx.lineWidth = 1.25;
  ctx.stroke();
  ctx.fillStyle = ghost.isCurrent ? inkOn(GHOST_COLOR) : '#3b1582';
  ctx.fillText(ghost.reason, x + TAG_HEIGHT_PX + 4, baseline);
  ctx.font = `700 ${TAG_FONT_PX}px ${scene.fontFamily}`;
  ctx.textAlign = 'center';
  ctx.fillText(ghost.letter, x + TAG_HEIGHT_PX / 2, baseline);
}

/** Above the seats, else below, left or right of them: the first place that hides none of mine. */
function tagCorner(places: readonly Point[], awayPx: number, widthPx: number, mine: readonly Point[]): Point {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const half = TAG_HEIGHT_PX / 2;
  const above = { x: left - half, y: top - awayPx - TAG_HEIGHT_PX };
  const corners = [
    above,
    { x: left - half, y: bottom + awayPx },
    { x: left - awayPx - widthPx, y: places[0]!.y - half },
    { x: right + awayPx, y: places.at(-1)!.y - half },
  ];
  const hidesMine = (corner: Point): boolean =>
    mine.some(
      ({ x, y }) =>
        x > corner.x - awayPx / 2 &&
        x < corner.x + widthPx + awayPx / 2 &&
        y > corner.y - awayPx / 2 &&
        y < corner.y + TAG_HEIGHT_PX + awayPx / 2,
    );
  return corners.find((corner) => !hidesMine(corner)) ?? above;
}

/** Neighbouring ordinals of one row together. */
function runsOf({ columns }: SeatScene, ordinals: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const ordinal of ordinals.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last === ordinal - 1 && columns.row[last] === columns.row[ordinal]) run.push(ordinal);
    else runs.push([ordinal]);
  }
  return runs;
}

function paintStroke(ctx: CanvasRenderingContext2D, { kind, path }: NonNullable<Overlay['stroke']>): void {
  ctx.beginPath();
  for (const { x, y } of path) ctx.lineTo(x, y);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  if (kind !== 'LINE') {
    ctx.closePath();
    ctx.fillStyle = `${ACCENT}1a`;
    ctx.fill();
    ctx.setLineDash([5, 4]);
  }
  ctx.strokeStyle = ACCENT;
  ctx.lineWidth = kind === 'LINE' ? 3 : 1.5;
  ctx.stroke();
  ctx.setLineDash([]);
}
