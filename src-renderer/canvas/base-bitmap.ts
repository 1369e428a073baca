/**
 * The map without its overlay, finished: painted once somewhat larger than the window, then only copied while the map
 * is panned, and patched where single seats change. At 5,000 seats a copy costs a fifth of a repaint.
 */
import { type Bounds, type Size, type View, visibleBounds } from './view.ts';

/** Painted beyond each edge, so that a pan repaints every few frames at most. More costs memory by its square. */
const MARGIN_PX = 160;

export interface BaseBitmap {
  /** Forgets what is painted: the next draw paints it all. */
  invalidate(): void;
  /** Marks a part of the map to be painted again by the next draw. */
  patch(part: Bounds): void;
  /** Copies the map to `target` (in device pixels, no transform), painting first what must be. */
  draw(target: CanvasRenderingContext2D, view: View, window: Size, pixelRatio: number): void;
}

/** `paint` draws the part of the map that touches `near`, in CSS pixels under the view it is given. */
export function createBaseBitmap(paint: (ctx: CanvasRenderingContext2D, view: View, near: Bounds) => void): BaseBitmap {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  let painted: { readonly view: View; readonly window: Size; readonly pixelRatio: number } | null = null;
  let patches: Bounds[] = [];

  function paintAll(view: View, window: Size, pixelRatio: number): void {
    const width = Math.ceil((window.width + 2 * MARGIN_PX) * pixelRatio);
    const height = Math.ceil((window.height + 2 * MARGIN_PX) * pixelRatio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, width, height);
    ctx.setTransform(pixelRatio, 0, 0, pixelRatio, MARGIN_PX * pixelRatio, MARGIN_PX * pixelRatio);
    paint(ctx, view, visibleBounds(view, window, MARGIN_PX));
    painted = { view, window, pixelRatio };
    patches = [];
  }

  /** Everything that touches the part is painted again, clipped to whole device pixels so that no seam is left. */
  function paintPatch(part: Bounds, view: View, pixelRatio: number): void {
    const left = Math.floor((part.left * view.scale + view.x - 2) * pixelRatio) / pixelRatio;
    const top = Math.floor((part.top * view.scale + view.y - 2) * pixelRatio) / pixelRatio;
    const right = Math.ceil((part.right * view.scale + view.x + 2) * pixelRatio) / pixelRatio;
    const bottom = Math.ceil((part.bottom * view.scale + view.y + 2) * pixelRatio) / pixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    ctx.clearRect(left, top, right - left, bottom - top);
    paint(ctx, view, {
      left: (left - view.x) / view.scale,
      top: (top - view.y) / view.scale,
      right: (right - view.x) / view.scale,
      bottom: (bottom - view.y) / view.scale,
    });
    ctx.restore();
  }

  /** Painted for this scale, and the window lies within what was painted. */
  function covers(view: View, window: Size, pixelRatio: number): boolean {
    return (
      painted !== null &&
      painted.pixelRatio === pixelRatio &&
      painted.view.scale === view.scale &&
      painted.window.width === window.width &&
      painted.window.height === window.height &&
      Math.abs(view.x - painted.view.x) <= MARGIN_PX &&
      Math.abs(view.y - painted.view.y) <= MARGIN_PX
    );
  }

  return {
    invalidate() {
      painted = null;
    },
    patch(part) {
      if (painted !== null) patches.push(part);
    },
    draw(target, view, window, pixelRatio) {
      if (painted === null || !covers(view, window, pixelRatio)) paintAll(view, window, pixelRatio);
      const at = painted!.view;
      for (const part of patches) paintPatch(part, at, pixelRatio);
      patches = [];
      // Whole device pixels: a copy between pixels would blur every number.
      const x = Math.round((view.x - at.x - MARGIN_PX) * pixelRatio);
      const y = Math.round((view.y - at.y - MARGIN_PX) * pixelRatio);
      target.drawImage(canvas, x, y);
    },
  };
}
