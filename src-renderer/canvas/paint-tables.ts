/** Draws tables and booths, which their chairs are then drawn over. */
import type { Table } from '../../src-shared/domain/seat-map/document.ts';
import type { SeatScene, TablePlace } from './seat-scene.ts';
import { mapToScreen, type View } from './view.ts';

const TOP_FILL = '#ffffff';
const TOP_BORDER = '#b3bcc8';
const BENCH_FILL = '#e9edf2';
const WALL = '#7a8594';
const LABEL_INK = '#273142';

/** Smaller than this, a table's own lines are a blur between its chairs. */
const TABLE_FROM_PX = 3;
const SMALLEST_FONT_PX = 7;
const LARGEST_FONT_PX = 18;

/** A booth's table stands in the opening of its bench: shares of the booth's size. */
const BOOTH_TOP = { width: 0.4, height: 0.42, down: 0.16 } as const;

export function paintTables(ctx: CanvasRenderingContext2D, scene: SeatScene, view: View): void {
  for (const place of scene.tables) {
    const { table, first } = place;
    const reach = Math.hypot(table.width, table.height) / 2;
    if (scene.hidden?.[first] === 1 || reach * view.scale < TABLE_FROM_PX) continue;
    const { x, y } = mapToScreen(view, table);
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate((table.rotation * Math.PI) / 180);
    paintTable(ctx, table, view.scale);
    ctx.restore();
    paintLabel(ctx, place, view, scene.fontFamily);
  }
}

/** About the origin, upright. */
function paintTable(ctx: CanvasRenderingContext2D, table: Table, scale: number): void {
  const [width, height] = [table.width * scale, table.height * scale];
  if (table.kind === 'BOOTH') return paintBooth(ctx, width, height);
  ctx.beginPath();
  if (table.kind === 'ROUND') ctx.ellipse(0, 0, width / 2, height / 2, 0, 0, Math.PI * 2);
  else ctx.roundRect(-width / 2, -height / 2, width, height, Math.min(width, height) * 0.12);
  paintTop(ctx);
}

/** A bench round three sides with a wall at its back, open to the front; the table in the opening. */
function paintBooth(ctx: CanvasRenderingContext2D, width: number, height: number): void {
  const corner = Math.min(width, height) * 0.2;
  const [right, bottom] = [width / 2, height / 2];
  ctx.beginPath();
  ctx.roundRect(-right, -bottom, width, height, [corner, corner, 0, 0]);
  ctx.fillStyle = BENCH_FILL;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(-right, bottom);
  ctx.arcTo(-right, -bottom, right, -bottom, corner);
  ctx.arcTo(right, -bottom, right, bottom, corner);
  ctx.lineTo(right, bottom);
  ctx.strokeStyle = WALL;
  ctx.lineWidth = Math.max(1.5, Math.min(width, height) * 0.05);
  ctx.lineCap = 'round';
  ctx.stroke();
  const top = { width: width * BOOTH_TOP.width, height: height * BOOTH_TOP.height };
  ctx.beginPath();
  ctx.roundRect(
    -top.width / 2,
    height * BOOTH_TOP.down - top.height / 2,
    top.width,
    top.height,
    Math.min(top.width, top.height) * 0.15,
  );
  paintTop(ctx);
}

function paintTop(ctx: CanvasRenderingContext2D): void {
  ctx.fillStyle = TOP_FILL;
  ctx.fill();
  ctx.strokeStyle = TOP_BORDER;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** Upright however the table is turned. */
function paintLabel(ctx: CanvasRenderingContext2D, { table, label }: TablePlace, view: View, fontFamily: string): void {
  const isBooth = table.kind === 'BOOTH';
  const share = isBooth ? BOOTH_TOP : { width: 0.8, height: 0.8, down: 0 };
  const room = Math.min(table.width * share.width, table.height * share.height) * view.scale;
  const fontPx = Math.min(LARGEST_FONT_PX, room * 0.62, room / (0.62 * Math.max(1, label.length)));
  if (fontPx < SMALLEST_FONT_PX) return;
  const angle = (table.rotation * Math.PI) / 180;
  const down = table.height * share.down;
  const { x, y } = mapToScreen(view, {
    x: table.x - Math.sin(angle) * down,
    y: table.y + Math.cos(angle) * down,
  });
  ctx.font = `600 ${fontPx}px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = LABEL_INK;
  ctx.fillText(label, x, y + fontPx * 0.05);
}

/** Whether a map point lies on the table, its bench or its wall. */
export function isOnTable(table: Table, x: number, y: number): boolean {
  const angle = (-table.rotation * Math.PI) / 180;
  const [dx, dy] = [x - table.x, y - table.y];
  const across = (dx * Math.cos(angle) - dy * Math.sin(angle)) / (table.width / 2);
  const down = (dx * Math.sin(angle) + dy * Math.cos(angle)) / (table.height / 2);
  return table.kind === 'ROUND' ? across * across + down * down <= 1 : Math.abs(across) <= 1 && Math.abs(down) <= 1;
}
