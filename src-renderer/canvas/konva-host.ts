/** Two Konva layers of one shape each, drawn straight into the canvas: Konva is the host, not the renderer. */
import Konva from 'konva/lib/Core.js';
import type { Size } from './view.ts';

export interface KonvaHost {
  readonly stage: Konva.Stage;
  /** The screen's ratio is no longer the one the canvases have: the window moved to another screen, or was zoomed. */
  ratioChanged(): boolean;
  /** The container's size, cut to whole device pixels: a canvas stretched by a part of a pixel blurs every number. */
  measure(): Size;
  resize(window: Size): void;
  /** Draws the overlay, and the base beneath it when that has changed. An overlay that stays empty costs nothing. */
  draw(isBaseChanged: boolean, isOverlayEmpty: boolean): void;
  /** Calls back when the size or the pixel ratio changes, and when fonts have come that were not there at first. */
  watch(onResize: () => void, onFonts: () => void): () => void;
}

/** `paintBase` draws every pixel, in device pixels, `paintOverlay` in CSS pixels. Konva calls both on its own too, at first and on resizing. */
export function createHost(
  container: HTMLDivElement,
  paintBase: (ctx: CanvasRenderingContext2D, pixelRatio: number) => void,
  paintOverlay: (ctx: CanvasRenderingContext2D) => void,
): KonvaHost {
  let ratio = globalThis.devicePixelRatio;
  const stage = new Konva.Stage({ container, width: 1, height: 1, listening: false });
  const base = layerOf((ctx) => {
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    paintBase(ctx, ratio);
    ctx.restore();
  });
  const overlay = layerOf((ctx) => {
    ctx.save();
    paintOverlay(ctx);
    ctx.restore();
  });
  // All of it is painted each time, empty pixels too.
  base.clearBeforeDraw(false);
  stage.add(base, overlay);
  let wasOverlayEmpty = false;

  return {
    stage,
    ratioChanged: () => ratio !== globalThis.devicePixelRatio,
    measure() {
      const { clientWidth, clientHeight } = container;
      const whole = (length: number) => Math.floor(length * globalThis.devicePixelRatio) / globalThis.devicePixelRatio;
      return { width: whole(clientWidth), height: whole(clientHeight) };
    },
    resize(window) {
      ratio = globalThis.devicePixelRatio;
      for (const layer of [base, overlay]) layer.getCanvas().setPixelRatio(ratio);
      stage.size(window);
    },
    draw(isBaseChanged, isOverlayEmpty) {
      if (isBaseChanged) base.drawScene();
      if (!isOverlayEmpty || !wasOverlayEmpty) overlay.drawScene();
      wasOverlayEmpty = isOverlayEmpty;
    },
    watch(onResize, onFonts) {
      const observer = new ResizeObserver(onResize);
      observer.observe(container);
      // A ratio that changes without a size: the query fires once, at the next change from the ratio it names.
      let query: MediaQueryList;
      const onRatio = () => {
        query = matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
        query.addEventListener('change', onRatio, { once: true });
        onResize();
      };
      onRatio();
      document.fonts.addEventListener('loadingdone', onFonts);
      return () => {
        observer.disconnect();
        query.removeEventListener('change', onRatio);
        document.fonts.removeEventListener('loadingdone', onFonts);
      };
    },
  };
}

function layerOf(paint: (ctx: CanvasRenderingContext2D) => void): Konva.Layer {
  const layer = new Konva.Layer({ listening: false });
  layer.add(
    new Konva.Shape({ listening: false, perfectDrawEnabled: false, sceneFunc: (context) => paint(context._context) }),
  );
  return layer;
}
