/** Every canvas that is made, seen or not, without keeping any alive: their pixels count to no heap. */
const BYTES_A_PIXEL = 4;

type Canvas = HTMLCanvasElement | OffscreenCanvas;
const made: WeakRef<Canvas>[] = [];

const createElement = document.createElement.bind(document);
document.createElement = (...given: Parameters<typeof createElement>) => {
  const element = createElement(...given);
  if (element instanceof HTMLCanvasElement) made.push(new WeakRef(element));
  return element;
};

window.OffscreenCanvas = new Proxy(OffscreenCanvas, {
  construct(target, [width, height]: [number, number]) {
    const canvas = new target(width, height);
    made.push(new WeakRef(canvas));
    return canvas;
  },
});

/** What the pixels of those that still live take. */
export function bytesOfCanvases(isCounted: (canvas: Canvas) => boolean): number {
  return made
    .flatMap((reference) => reference.deref() ?? [])
    .filter(isCounted)
    .reduce((sum, { width, height }) => sum + width * height * BYTES_A_PIXEL, 0);
}
