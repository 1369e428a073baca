/** H1: which seat lies under the pointer. */
import { createSeatIndex } from '../../src-renderer/canvas/seat-index.ts';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { createRandom } from '../support/demo-theatre.ts';
import { figureAtMost, ratioAtMost, type Benchmark } from './benchmark.ts';
import { houseOf } from './house.ts';
import { timed } from './measure.ts';

const POINTS = 2000;
/** One pass takes a millisecond or less, too short for the clock to be trusted. */
const PASSES = 20;
/** As wide as the layer allows when seats are small on the screen. */
const SLACK = 20;
/** Twice the widest reach: no more than four cells hold what may be hit. */
const CELL = 100;

type Hit = (x: number, y: number) => number;

export const hitTest: Benchmark = {
  id: 'H1',
  title: 'hit test',
  control: 'a bare grid of cells over the same columns',
  unit: 'µs',
  must: figureAtMost(50),
  goal: ratioAtMost(2),
  also: [{ title: 'hit test', control: 'a linear scan of the same columns', unit: 'µs', must: null, goal: null }],
  sizes: [10_000, 50_000, 150_000],
  async open(n) {
    const { columns } = houseOf(n);
    const index = createSeatIndex(columns);
    const ours: Hit = (x, y) => index.hit(x, y, SLACK);
    const [grid, scan] = [createGrid(columns), createScan(columns)];
    const random = createRandom(1);
    const { left, top, right, bottom } = index.bounds!;
    const points = Array.from(
      { length: POINTS },
      () => [left + random() * (right - left), top + random() * (bottom - top)] as const,
    );
    for (const hit of [grid, scan])
      if (points.some(([x, y]) => ours(x, y) !== hit(x, y))) throw new Error('the two disagree on a hit');
    const each = async (hit: Hit, passes: number): Promise<number> => {
      let found = 0;
      const tookMs = await timed(() => {
        for (let pass = 0; pass < passes; pass++) for (const [x, y] of points) found += hit(x, y);
      });
      if (found === 0) throw new Error('no point hit a seat');
      return (tookMs * 1000) / (POINTS * passes);
    };
    return {
      async value() {
        const tookUs = await each(ours, PASSES);
        return [tookUs, tookUs];
      },
      control: async () => [await each(grid, PASSES), await each(scan, 1)],
      close: async () => undefined,
    };
  },
};

function createScan({ count, x, y, radius }: SeatColumns): Hit {
  return (px, py) => {
    let nearest = -1;
    let nearestSquare = Infinity;
    for (let seat = 0; seat < count; seat++) {
      const dx = x[seat]! - px;
      const dy = y[seat]! - py;
      const square = dx * dx + dy * dy;
      const reach = radius[seat]! + SLACK;
      if (square <= reach * reach && square < nearestSquare) {
        nearest = seat;
        nearestSquare = square;
      }
    }
    return nearest;
  };
}

/** Square cells in compressed rows, and nothing for seats that are not where seats should be. */
function createGrid({ count, x, y, radius }: SeatColumns): Hit {
  const [left, top] = [x.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.min(a, b))];
  const columnOf = (px: number): number => Math.max(0, Math.min(columns - 1, Math.floor((px - left) / CELL)));
  const rowOf = (py: number): number => Math.max(0, Math.min(rows - 1, Math.floor((py - top) / CELL)));
  const columns = Math.floor((x.reduce((a, b) => Math.max(a, b)) - left) / CELL) + 1;
  const rows = Math.floor((y.reduce((a, b) => Math.max(a, b)) - top) / CELL) + 1;
  const starts = new Uint32Array(columns * rows + 1);
  for (let seat = 0; seat < count; seat++) starts[rowOf(y[seat]!) * columns + columnOf(x[seat]!) + 1]! += 1;
  for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
  const next = starts.slice();
  const seats = new Uint32Array(count);
  for (let seat = 0; seat < count; seat++) seats[next[rowOf(y[seat]!) * columns + columnOf(x[seat]!)]!++] = seat;
  const widest = radius.reduce((a, b) => Math.max(a, b)) + SLACK;
  return (px, py) => {
    let nearest = -1;
    let nearestSquare = Infinity;
    const [first, last] = [columnOf(px - widest), columnOf(px + widest)];
    const lastRow = rowOf(py + widest);
    for (let row = rowOf(py - widest); row <= lastRow; row++) {
      const end = starts[row * columns + last + 1]!;
      for (let at = starts[row * columns + first]!; at < end; at++) {
        const seat = seats[at]!;
        const [dx, dy] = [x[seat]! - px, y[seat]! - py];
        const square = dx * dx + dy * dy;
        const reach = radius[seat]! + SLACK;
        if (square <= reach * reach && square < nearestSquare) {
          nearest = seat;
          nearestSquare = square;
        }
      }
    }
    return nearest;
  };
}
