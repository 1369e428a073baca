/** H1: which seat lies under the pointer. */
import { createSeatIndex } from '../../src-renderer/canvas/seat-index.ts';
import { createDemoTheatre, createRandom } from '../support/demo-theatre.ts';
import { figureAtMost, type Benchmark } from './benchmark.ts';
import { timed } from './measure.ts';

const POINTS = 2000;
/** As wide as the layer allows when seats are small on the screen. */
const SLACK = 20;

export const hitTest: Benchmark = {
  id: 'H1',
  title: 'hit test',
  control: 'a linear scan of the same columns',
  unit: 'µs',
  must: figureAtMost(50),
  goal: null,
  sizes: [5000, 150_000],
  async open(n) {
    const { columns } = createDemoTheatre(n);
    const index = createSeatIndex(columns);
    const random = createRandom(1);
    const { left, top, right, bottom } = index.bounds!;
    const points = Array.from(
      { length: POINTS },
      () => [left + random() * (right - left), top + random() * (bottom - top)] as const,
    );
    const scan = (x: number, y: number): number => {
      let nearest = -1;
      let nearestSquare = Infinity;
      for (let seat = 0; seat < n; seat++) {
        const dx = columns.x[seat]! - x;
        const dy = columns.y[seat]! - y;
        const square = dx * dx + dy * dy;
        const reach = columns.radius[seat]! + SLACK;
        if (square <= reach * reach && square < nearestSquare) {
          nearest = seat;
          nearestSquare = square;
        }
      }
      return nearest;
    };
    if (points.some(([x, y]) => index.hit(x, y, SLACK) !== scan(x, y))) throw new Error('the two disagree on a hit');
    const each = async (hit: (x: number, y: number) => number): Promise<number> => {
      let found = 0;
      const tookMs = await timed(() => points.forEach(([x, y]) => (found += hit(x, y))));
      if (found === 0) throw new Error('no point hit a seat');
      return (tookMs * 1000) / POINTS;
    };
    return {
      value: () => each((x, y) => index.hit(x, y, SLACK)),
      control: () => each(scan),
      close: async () => undefined,
    };
  },
};
