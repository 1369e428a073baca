/**
 * The bare seat layer on a house, with nothing but seats unless asked for, and a slow renderer of the same house to
 * compare it with.
 */
import { createLevelTheme, type SeatTheme } from '../../../../src-renderer/canvas/marks.ts';
import { createSeatLayer, type SeatLayer } from '../../../../src-renderer/canvas/seat-layer.ts';
import { createSeatStateStore, type SeatStateStore } from '../../../../src-renderer/canvas/seat-state-source.ts';
import type { SeatColumns } from '../../../../src-shared/domain/seat-map/columns.ts';
import { createDemoStates, createDemoTheatre, DEMO_HOLDS, DEMO_LEVELS } from '../../../support/demo-theatre.ts';
import { createIdentityTheme } from './identity-theme.ts';
import { drawSlowly, type SlowSeat, squareOf } from './slow-renderer.ts';
import { type Spoiling, spoil } from './spoiled-house.ts';

export interface Levels {
  readonly layer: SeatLayer;
  readonly store: SeatStateStore;
  readonly columns: SeatColumns;
  readonly theme: SeatTheme;
  /** How long the layer took from its data to its first frame. */
  readonly firstFrameMs: number;
  /** Shows the house's middle with seats of that radius, in device pixels. */
  show(radiusDevicePx: number): void;
  /** What is on the base canvas. */
  pixels(): ImageData;
  /** Each seat in the window as the present view, states and theme say it must be drawn. */
  seats(): SlowSeat[];
  slowly(): ImageData;
  /** The same picture painted anew, all of it. */
  paintedAnew(): Promise<ImageData>;
}

declare global {
  interface Window {
    levels: Levels;
  }
}

const parameters = new URLSearchParams(location.search);
const house = createDemoTheatre(Number(parameters.get('seats')));
const isDressed = parameters.get('house') === 'DRESSED';
const columns = spoil(isDressed ? house.columns : bare(house.columns), parameters.get('spoil') as Spoiling);
const store = createSeatStateStore(createDemoStates(columns));
const theme =
  parameters.get('theme') === 'IDENTITY' ? createIdentityTheme(columns) : createLevelTheme(DEMO_LEVELS, DEMO_HOLDS);
const startedMs = performance.now();
const layer = createSeatLayer({
  container: document.querySelector<HTMLDivElement>('#map')!,
  columns,
  shapes: isDressed ? house.shapes : [],
  areas: [],
  source: store,
  theme,
});

/** No stage, no letters and, as there is but one section, no name: what is not a seat is empty. */
function bare(house: SeatColumns): SeatColumns {
  return {
    ...house,
    section: new Uint16Array(house.count),
    sections: house.sections.slice(0, 1),
    rows: house.rows.map((row) => ({ ...row, section: 0, labelPosition: 'NONE' })),
  };
}

function pixels(): ImageData {
  const canvas = document.querySelector('canvas')!;
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
}

function seats(): SlowSeat[] {
  const view = layer.view();
  const scale = view.scale * devicePixelRatio;
  // The map is moved by whole device pixels only, so that nothing blurs.
  const origin = { x: Math.round(view.x * devicePixelRatio), y: Math.round(view.y * devicePixelRatio) };
  return Array.from({ length: columns.count }, (_, ordinal) => ({
    ordinal,
    x: columns.x[ordinal]! * scale + origin.x,
    y: columns.y[ordinal]! * scale + origin.y,
    radius: columns.radius[ordinal]! * scale,
    square: squareOf(
      columns.x[ordinal]! * scale,
      columns.y[ordinal]! * scale,
      columns.radius[ordinal]! * scale,
      origin,
    ),
    kind: columns.kind[ordinal]!,
    flags: columns.flags[ordinal]!,
    style: theme.styles[theme.styleOf(ordinal, columns, store.states())]!,
  })).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

function slowly(): ImageData {
  const { width, height } = document.querySelector('canvas')!;
  return drawSlowly(seats(), width, height);
}

async function paintedAnew(): Promise<ImageData> {
  const drawn = new Promise<void>((resolve) => {
    const stop = layer.onFrame(() => {
      stop();
      resolve();
    });
  });
  layer.setTheme({ ...theme });
  await drawn;
  return pixels();
}

const stop = layer.onFrame(() => {
  stop();
  window.levels = {
    layer,
    store,
    columns,
    theme,
    firstFrameMs: performance.now() - startedMs,
    show(radiusDevicePx) {
      layer.fit();
      const { width, height } = layer.window();
      layer.zoomBy(radiusDevicePx / devicePixelRatio / (columns.radius[0]! * layer.view().scale), {
        x: width / 2,
        y: height * 0.55,
      });
    },
    pixels,
    seats,
    slowly,
    paintedAnew,
  };
});
