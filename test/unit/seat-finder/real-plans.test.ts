import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import { createHouse } from '../../../src-shared/domain/seat-finder/house.ts';
import type { Proposal, SeatQuestion } from '../../../src-shared/domain/seat-finder/question.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import { GAP_SPACINGS } from '../../../src-shared/domain/seat-map/row-geometry.ts';
import { createRandom } from '../../support/demo-theatre.ts';
import { randomQuestions } from '../../support/random-house.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const isThere = existsSync(DATA);
if (!isThere) console.warn('Skipped: the real plans in ../shared/data are not on this machine.');

const PLANS = ['pretix-theatre/plan.en.json', 'seatmap-canvas-stadium/stadium.json'];

function columnsOf(path: string): SeatColumns {
  const plan = readPlan(readFileSync(DATA + path, 'utf8'), { fileName: path });
  if (!plan.ok) throw new Error(plan.error.message);
  const repaired = repairPlan(plan.value, 'all');
  if (!repaired.ok) throw new Error(repaired.error.message);
  return compileColumns(repaired.value);
}

/** Parties of one to five have gone, so many of a hundred seats in all. */
function soldInParties(count: number, soldPercent: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const free = new Uint8Array(count);
  for (let seat = 0; seat < count;) {
    const party = 1 + Math.floor(random() * 5);
    if (random() * 100 >= soldPercent) free.fill(1, seat, seat + party);
    seat += party;
  }
  return free;
}

describe.skipIf(!isThere).each(PLANS)('%s', (path) => {
  const columns = isThere ? columnsOf(path) : null!;
  const level = isThere ? columns.category : null!;
  const step = (a: number, b: number) => Math.hypot(columns.x[a]! - columns.x[b]!, columns.y[a]! - columns.y[b]!);

  /** What must hold of every answer, whatever is sold. */
  function expectSound(
    question: SeatQuestion,
    free: Uint8Array,
    proposals: readonly Proposal[],
    strict: (seats: readonly number[]) => string,
  ): void {
    const seen = new Set<number>();
    for (const { stage, seats, figures } of proposals) {
      expect(seats).toHaveLength(question.quantity);
      for (const seat of seats) {
        expect(free[seat]).toBe(1);
        expect(seen.has(seat)).toBe(false);
        seen.add(seat);
      }
      if (question.noSingle === 'STRICT') expect(strict(seats)).not.toBe('REFUSE');
      if (stage === 'TOGETHER' && question.noSingle !== 'OFF') expect(figures.singlesLeft).toBe(0);
      if (stage === 'ONE_SECTION') expect(figures.sections).toBe(1);
      if (!stage.startsWith('TOGETHER')) continue;
      // Together in one row, and nobody further from the next than a gap begins.
      expect(new Set(seats.map((seat) => columns.row[seat])).size).toBe(1);
      const steps = seats.slice(1).map((seat, index) => step(seats[index]!, seat));
      const nearest = nearestNeighbours(columns.row[seats[0]!]!);
      for (const each of steps) expect(each).toBeLessThanOrEqual(nearest * GAP_SPACINGS * 1.2);
    }
  }

  /** The lower quartile of a row's steps, or of its section's when it has few. */
  function nearestNeighbours(row: number): number {
    const steps: number[] = [];
    for (let seat = 1; seat < columns.count; seat++) {
      const isOfSection = columns.rows[columns.row[seat]!]!.section === columns.rows[row]!.section;
      if (isOfSection && columns.row[seat] === columns.row[seat - 1]) steps.push(step(seat - 1, seat));
    }
    return steps.sort((a, b) => a - b)[Math.ceil((steps.length - 1) * 0.25)]!;
  }

  test('answers are sound whatever is sold and asked, and the same when they come by way of changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 98 }),
        fc.nat(),
        fc.array(randomQuestions(14), { minLength: 1, maxLength: 4 }),
        (soldPercent, seed, questions) => {
          const free = soldInParties(columns.count, soldPercent, seed);
          const priceMinor = Int32Array.from(level, (each) => 3000 - 500 * each);
          const fresh = createSeatFinder(columns, { free, level, priceMinor });
          const told = createSeatFinder(columns, { free: new Uint8Array(columns.count), level, priceMinor });
          for (const question of questions) expect(told.find(question)).toEqual([]);
          told.update({ ordinals: [...free.keys()], free, level, priceMinor });
          for (const question of questions) {
            const proposals = fresh.find(question);
            expect(told.find(question)).toEqual(proposals);
            expectSound(question, free, proposals, (seats) => fresh.judgePick(seats, [], 'STRICT').verdict);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('sells out, party by party', () => {
    const free = new Uint8Array(columns.count).fill(1);
    const priceMinor = new Int32Array(columns.count).fill(1000);
    const finder = createSeatFinder(columns, { free, level, priceMinor });
    let seated = 0;
    for (let quantity = 4; quantity > 0;) {
      const [best] = finder.find({ quantity });
      if (best === undefined) {
        quantity--;
        continue;
      }
      const ordinals = best.seats;
      for (const seat of ordinals) expect(free[seat], `${seat} is not sold twice`).toBe(1);
      for (const seat of ordinals) free[seat] = 0;
      seated += ordinals.length;
      const all = (value: number) => ordinals.map(() => value);
      finder.update({ ordinals, free: all(0), level: all(0), priceMinor: all(1000) });
    }
    const reserved = createHouse(columns).isReserved.reduce((sum, each) => sum + each, 0);
    expect(seated).toBe(columns.count - reserved);
  });
});
