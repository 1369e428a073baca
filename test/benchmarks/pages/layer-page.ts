/** Our seat layer, with the controls on canvas above it; whichever is measured is the one that is seen. */
import { createSeatLayer, type SeatLayer } from '../../../src-renderer/canvas/seat-layer.ts';
import {
  createSeatStateStore,
  type SeatDelta,
  type SeatStateStore,
} from '../../../src-renderer/canvas/seat-state-source.ts';
import type { View } from '../../../src-renderer/canvas/view.ts';
import { SEAT_STATUSES } from '../../../src-shared/domain/seat-map/columns.ts';
import { createRandom } from '../../support/demo-theatre.ts';
import { bytesOfCanvases } from './canvas-count.ts';
import { everyNth, frameWhen, intervalsOf, workOf } from './frames.ts';
import { fetchHouse, type House } from './house.ts';
import { journeyOf } from './journeys.ts';
import type { Drawer, Journey, LayerPage } from './page.ts';
import { createRawCanvas, type RawCanvas } from './raw-canvas.ts';

/** Far above any real sale: at 60 frames a second, 12,000 changes. */
const CHANGES_A_FRAME = 200;
/** A raw frame of 150,000 discs takes a third of a second, and each costs the same. */
const RAW_FRAMES = 15;
/** Enough of them that the median is of compiled code. */
const PIXEL_LOOPS = 25;

/** A zoom is over when it is sharp again, which may cost a long frame of its own: a quarter of a second is watched after it. */
const SETTLING_FRAMES = 15;

interface Shown {
  readonly layer: SeatLayer;
  readonly store: SeatStateStore;
  readonly fit: View;
}

export function createPage(n: number): LayerPage {
  const container = document.querySelector<HTMLDivElement>('#map')!;
  const canvas = document.querySelector<HTMLCanvasElement>('#control')!;
  [canvas.width, canvas.height] = [container.clientWidth, container.clientHeight];
  let house: House | null = null;
  let shown: Shown | null = null;
  let raw: RawCanvas | null = null;

  const drawn = (): Shown => shown!;
  const control = (): RawCanvas => (raw ??= createRawCanvas(canvas, house!, drawn().fit));

  /** Nothing painted before serves what follows. */
  async function start(drawer: Drawer, first: View): Promise<void> {
    const isOurs = drawer === 'LAYER' || drawer === 'LIVE';
    container.style.visibility = isOurs ? 'visible' : 'hidden';
    canvas.style.visibility = isOurs ? 'hidden' : 'visible';
    const { layer } = drawn();
    if (isOurs) {
      goTo(layer, first);
      layer.setTheme({ ...house!.theme });
    }
    await frameWhen(() => layer.isAtRest());
  }

  function drawWith(drawer: Drawer, run: number, frames: number): (view: View) => void {
    const { layer, store } = drawn();
    switch (drawer) {
      case 'LAYER':
        return (view) => goTo(layer, view);
      case 'LIVE': {
        const deltas = changesOf(store.states().sequence, n, run, frames).values();
        return (view) => {
          store.apply(deltas.next().value!);
          goTo(layer, view);
        };
      }
      case 'RAW':
        return control().drawAll;
      case 'CULLED':
        return control().drawCulled;
      case 'BLIT':
        return control().drawBitmap;
    }
  }

  const journey = (name: Journey, drawer: Drawer, run: number): View[] => {
    const views = journeyOf(name, house!.columns, drawn().fit, drawn().layer.window(), run);
    return drawer === 'RAW' ? everyNth(views, RAW_FRAMES) : views;
  };

  return {
    async load() {
      house = await fetchHouse(n);
    },
    async firstDraw() {
      const { columns, scenery, states, theme } = house!;
      const startedMs = performance.now();
      const store = createSeatStateStore(states);
      const layer = createSeatLayer({ container, columns, ...scenery, source: store, theme });
      await frameWhen(() => layer.isAtRest());
      for (const each of canvasesOf(container)) each.getContext('2d')!.getImageData(0, 0, 1, 1);
      const tookMs = performance.now() - startedMs;
      shown = { layer, store, fit: layer.view() };
      return tookMs;
    },
    pixelLoop() {
      const views = Array.from({ length: PIXEL_LOOPS }, () => drawn().fit);
      return workOf(views, control().drawPixels, [canvas]).p50;
    },
    async work(name, drawer, run) {
      const views = journey(name, drawer, run);
      await start(drawer, views[0]!);
      const isOurs = drawer === 'LAYER' || drawer === 'LIVE';
      return workOf(views, drawWith(drawer, run, views.length), isOurs ? canvasesOf(container) : [canvas]);
    },
    async intervals(name, drawer, run) {
      const views = journey(name, drawer, run);
      await start(drawer, views[0]!);
      const draw = drawWith(drawer, run, views.length);
      const restFrames = name === 'ZOOM' ? SETTLING_FRAMES : 0;
      return intervalsOf([...views, ...Array<null>(restFrames).fill(null)], (view) => view && draw(view));
    },
    canvasBytes: () => bytesOfCanvases((each) => each !== canvas),
  };
}

function canvasesOf(container: Element): NodeListOf<HTMLCanvasElement> {
  return container.querySelectorAll('canvas');
}

function goTo(layer: SeatLayer, { scale, x, y }: View): void {
  const held = layer.view();
  if (held.scale !== scale) layer.zoomBy(scale / held.scale, { x: 0, y: 0 });
  const zoomed = layer.view();
  layer.panBy(x - zoomed.x, y - zoomed.y);
}

/** For each frame so many seats, taken blindly, with another status: as they come from the core, which is not measured. */
function changesOf(sequence: number, n: number, seed: number, frames: number): readonly SeatDelta[] {
  const random = createRandom(seed);
  return Array.from({ length: frames }, (_, frame) => {
    const ordinals = Uint32Array.from({ length: CHANGES_A_FRAME }, () => Math.floor(random() * n));
    const status = Uint8Array.from(ordinals, () => Math.floor(random() * SEAT_STATUSES.length));
    return { sequence: sequence + frame + 1, ordinals, status };
  });
}
