/**
 * What lies beneath the seats (stage, walls, pictures), painted on a canvas of its own some way beyond the window and
 * copied under the seats' pixels. It costs nothing where there is none of it in sight.
 */
import type { Bounds, Size, View } from '../view.ts';
import { overlap } from './pixels.ts';
import { pixelBounds, type Projection } from './projection.ts';

export interface Backdrop {
  invalidate(): void;
  /** Draws beneath what the target shows already, in device pixels. */
  drawUnder(target: CanvasRenderingContext2D, projection: Projection, window: Size): void;
}

/** Painted beyond each edge, so that a pan repaints every few frames at most. More costs memory by its square. */
const MARGIN_PX = 192;
/** Borders reach beyond their shape. */
const BORDER_PX = 4;

/** `bounds` holds all that `paint` draws; it draws in CSS pixels. */
export function createBackdrop(
  bounds: Bounds | null,
  paint: (ctx: CanvasRenderingContext2D, view: View) => void,
): Backdrop {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  let painted: { readonly part: Bounds; readonly at: Projection } | null = null;

  function paintPart(part: Bounds, at: Projection): void {
    const [width, height] = [part.right - part.left, part.bottom - part.top];
    if (canvas.width < width) canvas.width = width;
    if (canvas.height < height) canvas.height = height;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    const { scale, x, y, pixelRatio } = at;
    ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    paint(ctx, {
      scale: scale / pixelRatio,
      x: (x - part.left) / pixelRatio,
      y: (y - part.top) / pixelRatio,
    });
    painted = { part, at };
  }

  /** Where the painted part lies in the present frame; null when it was painted for another scale. */
  function placeOf(projection: Projection): Bounds | null {
    if (painted === null) return null;
    const { part, at } = painted;
    if (at.scale !== projection.scale || at.pixelRatio !== projection.pixelRatio) return null;
    const [dx, dy] = [projection.x - at.x, projection.y - at.y];
    return { left: part.left + dx, top: part.top + dy, right: part.right + dx, bottom: part.bottom + dy };
  }

  return {
    invalidate: () => void (painted = null),
    drawUnder(target, projection, window) {
      if (bounds === null) return;
      const { pixelRatio } = projection;
      const all = pixelBounds(projection, bounds, BORDER_PX * pixelRatio);
      const frame = { left: 0, top: 0, right: window.width * pixelRatio, bottom: window.height * pixelRatio };
      const seen = overlap(all, frame);
      if (seen === null) return;
      let place = placeOf(projection);
      if (place === null || !holds(place, seen)) {
        place = overlap(all, widened(frame, Math.round(MARGIN_PX * pixelRatio)))!;
        paintPart(place, projection);
      }
      const [width, height] = [Math.ceil(seen.right) - seen.left, Math.ceil(seen.bottom) - seen.top];
      target.globalCompositeOperation = 'destination-over';
      target.drawImage(
        canvas,
        seen.left - place.left,
        seen.top - place.top,
        width,
        height,
        seen.left,
        seen.top,
        width,
        height,
      );
      target.globalCompositeOperation = 'source-over';
    },
  };
}

function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom
  );
}

function widened({ left, top, right, bottom }: Bounds, by: number): Bounds {
  return { left: left - by, top: top - by, right: Math.ceil(right) + by, bottom: Math.ceil(bottom) + by };
}
