/**
 * The map without its overlay, finished: painted once somewhat larger than the window, then only copied while the map
 * is panned, stretched while it is zoomed, and patched where single seats change. At 5,000 seats a copy takes about
 * 1.5 ms where painting takes 15 (software canvas, 1400 × 900).
 */
import { type Bounds, type Size, type View, visibleBounds } from './view.ts';

/** Painted beyond each edge, so that a pan repaints every few frames at most. More costs memory by its square. */
const MARGIN_PX = 160;

export interface BaseBitmap {
  /** Forgets what is painted: the next draw paints it all. */
  invalidate(): void;
  /** Marks a part of the map to be painted again by the next draw. */
  patch(part: Bounds): void;
  /**
   * Copies the map to `target` (in device pixels, no transform), painting first what must be. While it `mayStretch`,
   * another scale's painting serves if it reaches far enough and painting is too slow for every frame.
   */
  draw(target: CanvasRenderingContext2D, view: View, window: Size, pixelRatio: number, mayStretch: boolean): void;
}

/** Above this many changes in a frame, painting everything once is cheaper than as many patches. */
const MOST_PATCHES = 48;
/** Painting faster than this may happen in every frame of a zoom: always sharp beats a little smoother. */
const SLOW_PAINT_MS = 7;

/** Draws the part of the map that touches `near`, in CSS pixels under the view it is given. */
type Paint = (ctx: CanvasRenderingContext2D, view: View, near: Bounds) => void;

/** `map` is all there is to draw. */
export function createBaseBitmap(map: Bounds, paint: Paint): BaseBitmap {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  let painted: { readonly view: View; readonly window: Size; readonly pixelRatio: number } | null = null;
  let patches: Bounds[] = [];
  let lastPaintMs = 0;

  function paintAll(view: View, window: Size, pixelRatio: number): void {
    const width = Math.ceil((window.width + 2 * MARGIN_PX) * pixelRatio);
    const height = Math.ceil((window.height + 2 * MARGIN_PX) * pixelRatio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const startedAt = performance.now();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, width, height);
    ctx.setTransform(pixelRatio, 0, 0, pixelRatio, MARGIN_PX * pixelRatio, MARGIN_PX * pixelRatio);
    paint(ctx, view, visibleBounds(view, window, MARGIN_PX));
    painted = { view, window, pixelRatio };
    patches = [];
    lastPaintMs = performance.now() - startedAt;
  }

  /** The painting is this window's and reaches to its edges, or to the map's where those come first. */
  function serves(view: View, window: Size, pixelRatio: number, mayStretch: boolean): boolean {
    if (painted === null || painted.pixelRatio !== pixelRatio) return false;
    if (painted.window.width !== window.width || painted.window.height !== window.height) return false;
    if (painted.view.scale !== view.scale && !(mayStretch && lastPaintMs > SLOW_PAINT_MS)) return false;
    const has = visibleBounds(painted.view, window, MARGIN_PX);
    const needs = visibleBounds(view, window);
    return (
      has.left <= Math.max(needs.left, map.left) &&
      has.top <= Math.max(needs.top, map.top) &&
      has.right >= Math.min(needs.right, map.right) &&
      has.bottom >= Math.min(needs.bottom, map.bottom)
    );
  }

  return {
    invalidate() {
      painted = null;
    },
    patch(part) {
      if (patches.length === MOST_PATCHES) painted = null;
      if (painted !== null) patches.push(part);
    },
    draw(target, view, window, pixelRatio, mayStretch) {
      if (!serves(view, window, pixelRatio, mayStretch)) paintAll(view, window, pixelRatio);
      const at = painted!.view;
      for (const part of patches) paintPatch(ctx, paint, part, at, pixelRatio);
      patches = [];
      const ratio = view.scale / at.scale;
      // Whole device pixels: a copy between pixels would blur every number.
      const x = Math.round((view.x - (at.x + MARGIN_PX) * ratio) * pixelRatio);
      const y = Math.round((view.y - (at.y + MARGIN_PX) * ratio) * pixelRatio);
      if (ratio === 1) target.drawImage(canvas, x, y);
      else target.drawImage(canvas, x, y, canvas.width * ratio, canvas.height * ratio);
    },
  };
}

/** Everything that touches the part is painted again, clipped to whole device pixels so that no seam is left. */
function paintPatch(ctx: CanvasRenderingContext2D, paint: Paint, part: Bounds, view: View, pixelRatio: number): void {
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
