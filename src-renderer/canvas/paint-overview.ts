/** The whole map small: a few pixels a seat, set one by one, as a path of a great house's seats would take a frame's time. */
import { fillRect, type Frame, overlap, pixelOf } from './paint/pixels.ts';
import { projectionOf } from './paint/projection.ts';
import { paintGround } from './paint-map.ts';
import { boundsOfShown } from './map-extent.ts';
import { createFilterTest, type SeatScene } from './seat-scene.ts';
import { fitBounds, type Size, type View } from './view.ts';

/** Left free round it, for its frame. */
const PADDING_PX = 4;
/** Of 255, for seats outside the filter. */
const DIMMED_ALPHA = 41;

/** Draws all that is shown, as large as fits, in CSS pixels; gives the view it is drawn under. */
export function paintOverview(ctx: CanvasRenderingContext2D, scene: SeatScene, size: Size, pixelRatio: number): View {
  const view = fitBounds(boundsOfShown(scene), size, PADDING_PX, { minScale: 0, maxScale: Infinity });
  const image = new ImageData(Math.ceil(size.width * pixelRatio), Math.ceil(size.height * pixelRatio));
  paintSeats(
    { pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height },
    scene,
    view,
    pixelRatio,
  );
  ctx.putImageData(image, 0, 0);
  ctx.save();
  ctx.globalCompositeOperation = 'destination-over';
  paintGroundUnder(ctx, scene, view, size, pixelRatio);
  ctx.restore();
  return view;
}

function paintSeats(frame: Frame, scene: SeatScene, view: View, pixelRatio: number): void {
  const { columns, hidden, styles, theme } = scene;
  const { scale, x, y } = projectionOf(view, pixelRatio);
  const passes = createFilterTest(scene);
  const pixels = theme.styles
    .map(({ fill, stroke, ink }) => fill ?? stroke ?? ink)
    .map((color) => [pixelOf(color), pixelOf(color, DIMMED_ALPHA)] as const);
  const whole = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  for (let i = 0; i < columns.count; i += 1) {
    if (hidden !== null && hidden[i] === 1) continue;
    const side = Math.max(1, Math.round(columns.radius[i]! * scale * 1.8));
    const left = Math.round(columns.x[i]! * scale + x - side / 2);
    const top = Math.round(columns.y[i]! * scale + y - side / 2);
    const part = overlap({ left, top, right: left + side, bottom: top + side }, whole);
    if (part !== null) fillRect(frame, part, pixels[styles[i]!]![passes(i) ? 0 : 1]);
  }
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
