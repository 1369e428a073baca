/** The whole map small, every seat of it: for the minimap. */
import { projectionOf } from './paint/projection.ts';
import { createSquarePainter } from './paint/square-painter.ts';
import { paintGround } from './paint-map.ts';
import { boundsOfShown } from './map-extent.ts';
import type { SeatScene } from './seat-scene.ts';
import { fitBounds, type Size, type View } from './view.ts';

/** Left free round it, for its frame. */
const PADDING_PX = 4;

/** Draws all that is shown, as large as fits, in CSS pixels; gives the view it is drawn under. */
export function paintOverview(ctx: CanvasRenderingContext2D, scene: SeatScene, size: Size, pixelRatio: number): View {
  const view = fitBounds(boundsOfShown(scene), size, PADDING_PX, { minScale: 0, maxScale: Infinity });
  const image = new ImageData(Math.ceil(size.width * pixelRatio), Math.ceil(size.height * pixelRatio));
  const { width, height } = image;
  const projection = projectionOf(view, pixelRatio);
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const frame = { pixels: new Uint32Array(image.data.buffer), width, height };
  createSquarePainter(scene, projection.scale).paint(frame, whole, projection);
  ctx.putImageData(image, 0, 0);
  ctx.save();
  ctx.globalCompositeOperation = 'destination-over';
  paintGroundUnder(ctx, scene, view, size, pixelRatio);
  ctx.restore();
  return view;
}

/** The ground is many shapes one over the other: painted apart, then laid under the seats whole. */
function paintGroundUnder(
  ctx: CanvasRenderingContext2D,
  scene: SeatScene,
  view: View,
  { width, height }: Size,
  pixelRatio: number,
): void {
  const sheet = document.createElement('canvas');
  sheet.width = Math.ceil(width * pixelRatio);
  sheet.height = Math.ceil(height * pixelRatio);
  const ground = sheet.getContext('2d')!;
  ground.scale(pixelRatio, pixelRatio);
  paintGround(ground, scene, view);
  ctx.drawImage(sheet, 0, 0, sheet.width / pixelRatio, sheet.height / pixelRatio);
}
