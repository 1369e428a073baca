/** The controls on canvas: what one draws who draws seats the plain way, well. */
import Flatbush from 'flatbush';
import type { View } from '../../../src-renderer/canvas/view.ts';
import { colorsOf, type House } from './house.ts';

/** Below this a disc and a square are the same pixels, and the square costs a fifth. */
const DISC_FROM_PX = 1.6;
const NUMBER_FROM_PX = 9;

export interface RawCanvas {
  readonly canvas: HTMLCanvasElement;
  /** Every seat as a disc, a path for each colour. */
  drawAll(view: View): void;
  /** The seats in the window: found by flatbush, squares when small, numbered when large. */
  drawCulled(view: View): void;
  /** A copy of the whole canvas, finished beforehand at `fit`. */
  drawBitmap(view: View): void;
  /** A square of pixels for each seat. */
  drawPixels(view: View): void;
}

export function createRawCanvas(canvas: HTMLCanvasElement, house: House, fit: View): RawCanvas {
  const { columns } = house;
  const ctx = canvas.getContext('2d')!;
  const colors = colorsOf(house);
  const seatsByColor = Map.groupBy(colors.keys(), (seat) => colors[seat]!);

  function begin({ scale, x, y }: View): void {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.setTransform(scale, 0, 0, scale, x, y);
  }

  function addDisc(seat: number): void {
    const [x, y, radius] = [columns.x[seat]!, columns.y[seat]!, columns.radius[seat]!];
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }

  function addSquare(seat: number): void {
    const [x, y, radius] = [columns.x[seat]!, columns.y[seat]!, columns.radius[seat]!];
    ctx.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  function fillSeats(byColor: ReadonlyMap<string, readonly number[]>, add: (seat: number) => void): void {
    for (const [color, seats] of byColor) {
      ctx.fillStyle = color;
      ctx.beginPath();
      for (const seat of seats) add(seat);
      ctx.fill();
    }
  }

  const drawAll = (view: View): void => {
    begin(view);
    fillSeats(seatsByColor, addDisc);
  };
  const index = onceMade(() => indexOf(house));
  const finished = onceMade(() => {
    drawAll(fit);
    const bitmap = document.createElement('canvas');
    [bitmap.width, bitmap.height] = [canvas.width, canvas.height];
    bitmap.getContext('2d')!.drawImage(canvas, 0, 0);
    return bitmap;
  });

  return {
    canvas,
    drawAll,
    drawCulled(view) {
      begin(view);
      const { scale, x, y } = view;
      const found = index().search(-x / scale, -y / scale, (canvas.width - x) / scale, (canvas.height - y) / scale);
      const radiusPx = columns.radius[0]! * scale;
      const byColor = Map.groupBy(found, (seat) => colors[seat]!);
      fillSeats(byColor, radiusPx < DISC_FROM_PX ? addSquare : addDisc);
      if (radiusPx < NUMBER_FROM_PX) return;
      ctx.font = `${columns.radius[0]}px 'Inter Variable', sans-serif`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = '#ffffff';
      for (const seat of found) ctx.fillText(columns.labels[seat]!, columns.x[seat]!, columns.y[seat]!);
    },
    drawBitmap(view) {
      const bitmap = finished();
      begin({ scale: 1, x: 0, y: 0 });
      ctx.drawImage(bitmap, view.x - fit.x, view.y - fit.y);
    },
    drawPixels: createPixelLoop(ctx, house, colors),
  };
}

function indexOf({ columns: { count, x, y, radius } }: House): Flatbush {
  const index = new Flatbush(count);
  for (let seat = 0; seat < count; seat += 1) {
    const r = radius[seat]!;
    index.add(x[seat]! - r, y[seat]! - r, x[seat]! + r, y[seat]! + r);
  }
  index.finish();
  return index;
}

function createPixelLoop(
  ctx: CanvasRenderingContext2D,
  { columns: { count, x, y, radius } }: House,
  colors: readonly string[],
): (view: View) => void {
  const pixelBySeat = Uint32Array.from(colors, (color) => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    return (0xff000000 | (blue! << 16) | (green! << 8) | red!) >>> 0;
  });
  return (view) => {
    const { width, height } = ctx.canvas;
    const image = new ImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let seat = 0; seat < count; seat += 1) {
      const r = radius[seat]! * view.scale;
      const left = Math.max(0, Math.round(x[seat]! * view.scale + view.x - r));
      const top = Math.max(0, Math.round(y[seat]! * view.scale + view.y - r));
      const right = Math.min(width, Math.max(left + 1, Math.round(left + 2 * r)));
      const bottom = Math.min(height, Math.max(top + 1, Math.round(top + 2 * r)));
      for (let row = top; row < bottom; row += 1)
        pixels.fill(pixelBySeat[seat]!, row * width + left, row * width + right);
    }
    ctx.putImageData(image, 0, 0);
  };
}

function onceMade<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
