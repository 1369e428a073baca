import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';

export interface ThumbLook {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly seat: string;
  readonly mine: string;
  readonly halo: string;
}

/** A marked seat is at least this large, in CSS pixels, or it is lost among five thousand. */
const MARK_RADIUS = 4;
const MARGIN = 6;

/** Places seats of map coordinates in the picture: as large as fits, in the middle. */
export function thumbPlacement(columns: Pick<SeatColumns, 'count' | 'x' | 'y'>, width: number, height: number) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < columns.count; i += 1) {
    left = Math.min(left, columns.x[i]!);
    right = Math.max(right, columns.x[i]!);
    top = Math.min(top, columns.y[i]!);
    bottom = Math.max(bottom, columns.y[i]!);
  }
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1, right - left),
    (height - 2 * MARGIN) / Math.max(1, bottom - top),
  );
  return {
    scale,
    x: (at: number) => width / 2 + (at - (left + right) / 2) * scale,
    y: (at: number) => height / 2 + (at - (top + bottom) / 2) * scale,
  };
}

export function paintSeatThumb(
  canvas: HTMLCanvasElement,
  columns: SeatColumns,
  mine: readonly number[],
  look: ThumbLook,
): void {
  const ctx = canvas.getContext('2d');
  if (!ctx || columns.count === 0) return;
  canvas.width = look.width * look.pixelRatio;
  canvas.height = look.height * look.pixelRatio;
  ctx.scale(look.pixelRatio, look.pixelRatio);
  const place = thumbPlacement(columns, look.width, look.height);
  const dot = (ordinal: number, radius: number): void => {
    ctx.beginPath();
    ctx.arc(place.x(columns.x[ordinal]!), place.y(columns.y[ordinal]!), radius, 0, 2 * Math.PI);
    ctx.fill();
  };
  ctx.fillStyle = look.seat;
  ctx.globalAlpha = 0.45;
  for (let i = 0; i < columns.count; i += 1) dot(i, Math.max(0.5, columns.radius[i]! * place.scale * 0.8));
  ctx.globalAlpha = 1;
  const known = mine.filter((ordinal) => ordinal < columns.count);
  ctx.fillStyle = look.halo;
  for (const ordinal of known) dot(ordinal, MARK_RADIUS + 1.5);
  ctx.fillStyle = look.mine;
  for (const ordinal of known) dot(ordinal, Math.max(MARK_RADIUS, columns.radius[ordinal]! * place.scale));
}
