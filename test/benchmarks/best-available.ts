/** A1: the best four of a house 60 % sold, by a finder kept as long as the map is on the screen. */
import { createSeatFinder } from '../../src-shared/domain/seat-finder/find-seats.ts';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { createDemoTheatre, createRandom } from '../support/demo-theatre.ts';
import { figureAtMost, type Benchmark } from './benchmark.ts';
import { median, timed } from './measure.ts';

const QUANTITY = 4;
const SOLD = 0.6;
const QUESTIONS = 15;

export const bestAvailable: Benchmark = {
  id: 'A1',
  title: 'best available, 4 together, 60 % sold',
  control: 'a scan for the best run of 4 in typed columns',
  unit: 'ms',
  must: figureAtMost(10),
  goal: figureAtMost(0.05),
  sizes: [5000, 150_000],
  async open(n) {
    const { columns } = createDemoTheatre(n);
    const rest = { level: columns.category, priceMinor: new Int32Array(n).fill(-1) };
    // Each question finds other seats sold, so that nothing is answered from memory.
    const evenings = Array.from({ length: QUESTIONS }, (_, seed) => soldInParties(n, seed + 1));
    const typical = async (ask: (free: Uint8Array) => boolean): Promise<number> => {
      const tookMs: number[] = [];
      for (const free of evenings)
        tookMs.push(
          await timed(() => {
            if (!ask(free)) throw new Error('no four seats were found');
          }),
        );
      return median(tookMs);
    };
    return {
      value: () =>
        typical((free) => createSeatFinder(columns, { free, ...rest }).find({ quantity: QUANTITY }).length > 0),
      control: () => typical((free) => bestRun(columns, free) >= 0),
      close: async () => undefined,
    };
  },
};

/** 1 for a free seat: parties of one to five, six of ten seats gone. */
function soldInParties(n: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const free = new Uint8Array(n);
  for (let seat = 0; seat < n;) {
    const party = 1 + Math.floor(random() * 5);
    if (random() >= SOLD) free.fill(1, seat, seat + party);
    seat += party;
  }
  return free;
}

/** @returns the first seat of the best four that follow each other in a row, or -1 */
function bestRun({ count, row, quality }: SeatColumns, free: Uint8Array): number {
  let best = -1;
  let bestQuality = -1;
  let run = 0;
  let sum = 0;
  for (let seat = 0; seat < count; seat++) {
    if (free[seat] !== 1 || (run > 0 && row[seat] !== row[seat - 1])) [run, sum] = [0, 0];
    if (free[seat] !== 1) continue;
    run++;
    sum += quality[seat]!;
    if (run > QUANTITY) sum -= quality[seat - QUANTITY]!;
    if (run >= QUANTITY && sum > bestQuality) {
      best = seat - QUANTITY + 1;
      bestQuality = sum;
    }
  }
  return best;
}
