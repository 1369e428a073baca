/** The view in the frame's own device pixels, and what can be read at it. */
import type { Bounds, View } from '../view.ts';

/** pixel = map × scale + (x, y). The map is only ever moved by whole pixels: a pan changes x and y and nothing else. */
export interface Projection {
  /** Device pixels a map unit. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/** Below this radius in device pixels a disc is a square of whole pixels, and neighbours begin to share them. */
const DISC_FROM_DEVICE_PX = 1.6;

export function projectionOf({ scale, x, y }: View, pixelRatio: number): Projection {
  return { scale: scale * pixelRatio, x: Math.round(x * pixelRatio), y: Math.round(y * pixelRatio), pixelRatio };
}

/** Seats are squares of whole pixels, and sections are what is read. */
export function isFar({ scale }: Projection, seatRadius: number): boolean {
  return seatRadius * scale < DISC_FROM_DEVICE_PX;
}

/** What of the map lies in a part of the frame, `reachPx` device pixels farther on each side. */
export function mapBounds({ scale, x, y }: Projection, part: Bounds, reachPx: number): Bounds {
  return {
    left: (part.left - reachPx - x) / scale,
    top: (part.top - reachPx - y) / scale,
    right: (part.right + reachPx - x) / scale,
    bottom: (part.bottom + reachPx - y) / scale,
  };
}

/** The whole pixels that hold a part of the map and `reachPx` around it. */
export function pixelBounds({ scale, x, y }: Projection, part: Bounds, reachPx: number): Bounds {
  return {
    left: Math.floor(part.left * scale + x - reachPx),
    top: Math.floor(part.top * scale + y - reachPx),
    right: Math.ceil(part.right * scale + x + reachPx),
    bottom: Math.ceil(part.bottom * scale + y + reachPx),
  };
}

/** The whole pixels within reach of a place on the map, `reachPx` in device pixels. */
export function pixelsAround(mapX: number, mapY: number, reachPx: number, { scale, x, y }: Projection): Bounds {
  const atX = mapX * scale + x;
  const atY = mapY * scale + y;
  return {
    left: Math.floor(atX - reachPx),
    top: Math.floor(atY - reachPx),
    right: Math.ceil(atX + reachPx),
    bottom: Math.ceil(atY + reachPx),
  };
}
