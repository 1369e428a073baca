/** Seats painted into a part of a frame, against a search through all of them for every pixel. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStatusTheme } from '../../../../src-renderer/canvas/marks.ts';
import { createMask, type Mask, type MaskSet } from '../../../../src-renderer/canvas/paint/mask.ts';
import type { MaskAtlas } from '../../../../src-renderer/canvas/paint/mask-atlas.ts';
import { fillRect, type Frame, overlap } from '../../../../src-renderer/canvas/paint/pixels.ts';
import { farPixel } from '../../../../src-renderer/canvas/paint/priority.ts';
import type { Projection } from '../../../../src-renderer/canvas/paint/projection.ts';
import type { SeatPainter } from '../../../../src-renderer/canvas/paint/seat-painter.ts';
import { createSquarePainter } from '../../../../src-renderer/canvas/paint/square-painter.ts';
import { createStampPainter } from '../../../../src-renderer/canvas/paint/stamp-painter.ts';
import { createCrowding } from '../../../../src-renderer/canvas/paint/crowding.ts';
import { createSeatsSeen } from '../../../../src-renderer/canvas/paint/seats-seen.ts';
import type { RestyledSeats, SeatScene } from '../../../../src-renderer/canvas/seat-scene.ts';
import type { SeatColumns } from '../../../../src-shared/domain/seat-map/columns.ts';
import type { Bounds } from '../../../../src-renderer/canvas/view.ts';
import { createDemoStates, createDemoTheatre, DEMO_HOLDS } from '../../../support/demo-theatre.ts';
import { createTestScene } from '../../../support/seat-scene.ts';

const WIDTH = 40;
const HEIGHT = 30;
const whole: Bounds = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
const theme = createStatusTheme(DEMO_HOLDS);

const coordinate = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: -5, max: 45, noNaN: true }) },
  { weight: 4, arbitrary: fc.constantFrom(10, 11) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, 1e6) },
);
const house = fc
  .array(fc.record({ x: coordinate, y: coordinate, radius: fc.constantFrom(1, 1, 1, 2, 0) }), { maxLength: 80 })
  .map((places): SeatColumns => {
    const demo = createDemoTheatre(80);
    const column = (values: number[]) => Float32Array.from(values);
    return {
      ...demo.columns,
      count: places.length,
      x: column(places.map(({ x }) => x)),
      y: column(places.map(({ y }) => y)),
      radius: column(places.map(({ radius }) => radius)),
    };
  });
const sceneOf = (columns: SeatColumns) => createTestScene(columns, theme, createDemoStates(columns));
const newFrame = (): Frame => ({ pixels: new Uint32Array(WIDTH * HEIGHT), width: WIDTH, height: HEIGHT });
const projectionOf = (scale: number, x: number, y: number): Projection => ({ scale, x, y, pixelRatio: 1 });

function stampPainter(scene: SeatScene, scale: number, phases: number): SeatPainter {
  return createStampPainter(scene, scale, createBoxAtlas(phases), createCrowding(scene));
}

function painted(painter: SeatPainter, projection: Projection): Frame {
  const frame = newFrame();
  painter.paint(frame, whole, projection);
  return frame;
}

/** One change after the other, the same seat more than once. */
function restyled(scene: SeatScene, wanted: readonly (readonly [seat: number, style: number])[]): RestyledSeats {
  const changes = wanted.map(([which, style]) => {
    const ordinal = which % scene.columns.count;
    const before = scene.styles[ordinal]!;
    const after = style % theme.styles.length;
    scene.styles[ordinal] = after;
    return { ordinal, before, after };
  });
  return {
    ordinals: changes.map(({ ordinal }) => ordinal),
    before: changes.map(({ before }) => before),
    after: changes.map(({ after }) => after),
  };
}

/** As the raster does it, with no names about. */
function repaintOver(
  painter: SeatPainter,
  frame: Frame,
  scene: SeatScene,
  projection: Projection,
  seats: RestyledSeats,
): void {
  const seen = createSeatsSeen(scene, projection.scale, () => false).flags([], (seat) =>
    painter.boundsOf(seat, projection),
  );
  painter.restyle(frame, seats, projection, seen, (seat, before) => {
    const part = overlap(painter.boundsOf(seat, projection), whole);
    if (part === null || painter.paintOver(frame, part, projection, seat, before)) return;
    fillRect(frame, part, 0);
    painter.paint(frame, part, projection);
  });
}

/** For each pixel the greatest of the seats whose square holds it, and whether there are several. */
function squaresSlowly(scene: SeatScene, { scale, x, y }: Projection): Frame {
  const frame = newFrame();
  const { columns, radii } = scene;
  for (let seat = 0; seat < columns.count; seat += 1) {
    if (scene.hidden?.[seat] === 1 || !Number.isFinite(columns.x[seat]! + columns.y[seat]!)) continue;
    const style = theme.styles[scene.styles[seat]!]!;
    const isDimmed = scene.filter?.styles?.has(style.key) === false;
    const side = Math.max(1, Math.round(radii.sizes[radii.sizeOf[seat]!]! * scale * 1.8));
    const left = Math.round(columns.x[seat]! * scale - side / 2) + x;
    const top = Math.round(columns.y[seat]! * scale - side / 2) + y;
    for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
      const [column, row] = [at % WIDTH, Math.floor(at / WIDTH)];
      if (column < left || column >= left + side || row < top || row >= top + side) continue;
      const under = frame.pixels[at]!;
      const greater = Math.max(under, farPixel(style, isDimmed));
      frame.pixels[at] = under === 0 ? greater : (greater | 1) >>> 0;
    }
  }
  return frame;
}

/** Boxes of the reach asked for, in the place of what a canvas would draw. */
function createBoxAtlas(phases: number): MaskAtlas {
  const sets = new Map<string, MaskSet>();
  return {
    phases,
    pixelRatio: 1,
    request(key, reach) {
      const held = sets.get(key) ?? { masks: boxesOf(reach, phases) };
      sets.set(key, held);
      return held;
    },
    fill() {},
    measure(font, label) {
      const fontPx = Number(/ ([\d.]+)px/.exec(font)![1]);
      const advance = label.length * fontPx * 0.6;
      return { advance, ink: { left: 0, top: -fontPx * 0.7, right: advance, bottom: 0 } };
    },
  };
}

function boxesOf({ left, top, right, bottom }: Bounds, phases: number): Mask[] {
  const box = {
    left: Math.floor(left) - 1,
    top: Math.floor(top) - 1,
    right: Math.ceil(right) + 2,
    bottom: Math.ceil(bottom) + 2,
  };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return Array.from({ length: phases * phases }, (_, phase) => {
    const [middleX, middleY] = [(phase % phases) / phases, Math.floor(phase / phases) / phases];
    const coverage = Uint8Array.from({ length: width * height }, (_each, at) => {
      const x = (at % width) + box.left + 0.5 - middleX;
      const y = Math.floor(at / width) + box.top + 0.5 - middleY;
      const isInside = x >= left && x <= right && y >= top && y <= bottom;
      return isInside ? (Math.min(x - left, right - x, y - top, bottom - y) < 1 ? 120 : 255) : 0;
    });
    return createMask(coverage, box);
  });
}

const origin = fc.integer({ min: -12, max: 12 });

describe('far out', () => {
  test('every pixel shows the seat to be seen first of all that share it', () => {
    fc.assert(
      fc.property(house, fc.double({ min: 0.2, max: 1.5, noNaN: true }), origin, origin, (columns, scale, x, y) => {
        const scene = sceneOf(columns);
        const projection = projectionOf(scale, x, y);
        expect(painted(createSquarePainter(scene, scale), projection)).toEqual(squaresSlowly(scene, projection));
      }),
      { numRuns: 200 },
    );
  });

  test('hidden seats are not drawn, and seats outside the filter only where no other is', () => {
    fc.assert(
      fc.property(house, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), (columns, hidden) => {
        const scene = sceneOf(columns);
        scene.hidden = Uint8Array.from(hidden, (is) => (is ? 1 : 0));
        scene.filter = { styles: new Set(['SOLD']) };
        const projection = projectionOf(0.9, 3, -2);
        expect(painted(createSquarePainter(scene, 0.9), projection)).toEqual(squaresSlowly(scene, projection));
      }),
    );
  });
});

describe.each([
  ['squares', 0.8, (scene: SeatScene, scale: number) => createSquarePainter(scene, scale)],
  ['stamps', 2.3, (scene: SeatScene, scale: number) => stampPainter(scene, scale, 4)],
  ['stamps with figures', 9.5, (scene: SeatScene, scale: number) => stampPainter(scene, scale, 2)],
] as const)('%s', (_, scale, createPainter) => {
  const edgeX = fc.integer({ min: 0, max: WIDTH });
  const edgeY = fc.integer({ min: 0, max: HEIGHT });

  test('a part painted alone is that part of the whole', () => {
    fc.assert(
      fc.property(house, edgeX, edgeX, edgeY, edgeY, origin, (columns, x1, x2, y1, y2, at) => {
        const painter = createPainter(sceneOf(columns), scale);
        const projection = projectionOf(scale, at, -at);
        const part = {
          left: Math.min(x1, x2),
          right: Math.max(x1, x2),
          top: Math.min(y1, y2),
          bottom: Math.max(y1, y2),
        };
        const frame = painted(painter, projection);
        const expected = frame.pixels.slice();
        fillRect(frame, part, 0);
        painter.paint(frame, part, projection);
        expect(frame.pixels).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('painting a changed seat’s reach anew is as good as painting all', () => {
    fc.assert(
      fc.property(house, fc.nat(), fc.nat(), (columns, which, style) => {
        fc.pre(columns.count > 0);
        const scene = sceneOf(columns);
        const painter = createPainter(scene, scale);
        const projection = projectionOf(scale, 1, 2);
        const frame = painted(painter, projection);
        const seat = which % columns.count;
        const before = scene.styles[seat]!;
        scene.styles[seat] = style % theme.styles.length;
        const part = overlap(painter.boundsOf(seat, projection), whole);
        if (part !== null && !painter.paintOver(frame, part, projection, seat, before)) {
          fillRect(frame, part, 0);
          painter.paint(frame, part, projection);
        }
        expect(frame.pixels).toEqual(painted(createPainter(scene, scale), projection).pixels);
      }),
      { numRuns: 150 },
    );
  });

  test('many seats painted over what is there look as when all is painted, whatever of it was painted anew before', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(house, changes, edgeX, fc.boolean(), (columns, wanted, fresh, isFiltered) => {
        fc.pre(columns.count > 0);
        const scene = sceneOf(columns);
        if (isFiltered) scene.filter = { styles: new Set(['SOLD']) };
        const painter = createPainter(scene, scale);
        const projection = projectionOf(scale, 1, 2);
        const frame = painted(painter, projection);
        const seats = restyled(scene, wanted);
        const strip = { left: 0, top: 0, right: fresh, bottom: HEIGHT };
        fillRect(frame, strip, 0);
        painter.paint(frame, strip, projection);
        repaintOver(painter, frame, scene, projection, seats);
        expect(frame.pixels).toEqual(painted(createPainter(scene, scale), projection).pixels);
      }),
      { numRuns: 300 },
    );
  });
});

test('a disc that stands alone and still shares a pixel of its edge is painted with its neighbour', () => {
  const apart = fc.double({ min: 1.7, max: 1.75, noNaN: true });
  const start = fc.double({ min: 4, max: 5, noNaN: true });
  fc.assert(
    fc.property(start, start, apart, apart, fc.nat(), (x, y, right, down, style) => {
      const { columns } = createDemoTheatre(80);
      const scene = sceneOf({
        ...columns,
        count: 2,
        x: Float32Array.of(x, x + right),
        y: Float32Array.of(y, y + down),
        radius: Float32Array.of(1, 1),
      });
      fc.pre(!createCrowding(scene)(0));
      const projection = projectionOf(2.9, 1, 2);
      const painter = stampPainter(scene, 2.9, 4);
      const frame = painted(painter, projection);
      repaintOver(painter, frame, scene, projection, restyled(scene, [[0, style]]));
      expect(frame).toEqual(painted(stampPainter(scene, 2.9, 4), projection));
    }),
    { numRuns: 200 },
  );
});

test('of seats in a heap only the one to be seen first is drawn, with its own figures', () => {
  const demo = createDemoTheatre(80).columns;
  const columns = { ...demo, count: 3, x: Float32Array.of(9, 9, 9), y: Float32Array.of(8, 8, 8) };
  const scene = sceneOf(columns);
  const style = (key: string) => theme.styles.findIndex((each) => each.key === key);
  scene.styles.set([style('SOLD'), style('AVAILABLE'), style('BLOCKED')]);
  const projection = projectionOf(0.6, 3, 3);
  const alone = sceneOf({ ...columns, x: Float32Array.of(Number.NaN, 9, Number.NaN) });
  alone.styles.set(scene.styles);
  const frame = painted(stampPainter(scene, 0.6, 2), projection);
  expect(frame).toEqual(painted(stampPainter(alone, 0.6, 2), projection));
  expect(frame.pixels.some((pixel) => pixel !== 0)).toBe(true);
});
