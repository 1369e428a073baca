/** Row letters at the window's edge, for rows whose own letter lies outside it: zoomed in, one still knows the row. */
import { GROUND } from './marks.ts';
import { NUMBER_FROM_PX } from './paint/seat-parts.ts';
import type { SeatScene } from './seat-scene.ts';
import { rowSpan, type SeatWalk } from './seat-walk.ts';
import { type Size, type View, visibleBounds } from './view.ts';

export interface EdgeLabel {
  readonly label: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly y: number;
}

const FONT_PX = 12;
const PILL_HEIGHT_PX = 20;
const INK = '#273142';

/** In CSS pixels, top to bottom, none over another; empty while the numbers are too small to be read. */
export function edgeLabels(scene: SeatScene, walk: SeatWalk, view: View, window: Size): EdgeLabel[] {
  if (scene.seatRadius * view.scale < NUMBER_FROM_PX) return [];
  const ends = visibleEnds(scene, view, window);
  const labels: EdgeLabel[] = [];
  for (const { left, right } of ends.values()) {
    const row = scene.columns.rows[scene.columns.row[left]!];
    if (row === undefined || row.table !== undefined || row.label.trim() === '') continue;
    for (const [side, ordinal] of [
      ['LEFT', left],
      ['RIGHT', right],
    ] as const) {
      if (!leavesWindow(scene, walk, ordinal, side, view, window)) continue;
      labels.push({ label: row.label, side, y: scene.columns.y[ordinal]! * view.scale + view.y });
    }
  }
  return withoutOverlaps(labels);
}

export function paintEdgeLabels(
  ctx: CanvasRenderingContext2D,
  labels: readonly EdgeLabel[],
  window: Size,
  fontFamily: string,
): void {
  ctx.font = `600 ${FONT_PX}px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { label, side, y } of labels) {
    const width = Math.max(PILL_HEIGHT_PX, ctx.measureText(label).width + 10);
    const x = side === 'LEFT' ? 4 + width / 2 : window.width - 4 - width / 2;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - PILL_HEIGHT_PX / 2, width, PILL_HEIGHT_PX, 5);
    ctx.fillStyle = GROUND;
    ctx.fill();
    ctx.strokeStyle = '#c9d0d9';
    ctx.lineWidth = 1;
    ctx.stroke();
    ctx.fillStyle = INK;
    ctx.fillText(label, x, y + 0.5);
  }
}

function visibleEnds(
  { index, columns }: SeatScene,
  view: View,
  window: Size,
): Map<number, { left: number; right: number }> {
  const ends = new Map<number, { left: number; right: number }>();
  index.visitNear(visibleBounds(view, window), (ordinal) => {
    const x = columns.x[ordinal]! * view.scale + view.x;
    const y = columns.y[ordinal]! * view.scale + view.y;
    if (x <= 0 || x >= window.width || y <= 0 || y >= window.height) return;
    const held = ends.get(columns.row[ordinal]!);
    if (held === undefined) {
      ends.set(columns.row[ordinal]!, { left: ordinal, right: ordinal });
      return;
    }
    if (columns.x[ordinal]! < columns.x[held.left]!) held.left = ordinal;
    if (columns.x[ordinal]! > columns.x[held.right]!) held.right = ordinal;
  });
  return ends;
}

/** The row goes on beyond that edge, in its own seats or in the neighbouring block's, and its letter is not drawn in sight. */
function leavesWindow(
  { columns }: SeatScene,
  walk: SeatWalk,
  ordinal: number,
  side: 'LEFT' | 'RIGHT',
  view: View,
  window: Size,
): boolean {
  const [first, last] = rowSpan(columns, ordinal);
  const isFirst = ordinal === first;
  const isEnd = isFirst || ordinal === last;
  const position = columns.rows[columns.row[ordinal]!]!.labelPosition;
  if (isEnd && (position === 'BOTH' || position === (isFirst ? 'START' : 'END'))) return false;
  const next = walk.step(ordinal, side);
  const x = columns.x[next]! * view.scale + view.x;
  const isBeyond = side === 'LEFT' ? x <= 0 : x >= window.width;
  return isBeyond && columns.rows[columns.row[next]!]!.label === columns.rows[columns.row[ordinal]!]!.label;
}

function withoutOverlaps(labels: EdgeLabel[]): EdgeLabel[] {
  const lowest = { LEFT: -Infinity, RIGHT: -Infinity };
  return labels
    .toSorted((a, b) => a.y - b.y)
    .filter(({ side, y }) => {
      if (y - lowest[side] < PILL_HEIGHT_PX + 2) return false;
      lowest[side] = y;
      return true;
    });
}
