import { expect, test } from 'vitest';
import { createSectionCounts } from '../../../src-renderer/canvas/section-counts.ts';
import {
  SEAT_STATUSES,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
} from '../../../src-shared/domain/seat-map/columns.ts';
import { createDemoStates, createDemoTheatre, createFreeStates } from '../../support/demo-theatre.ts';

const { columns } = createDemoTheatre(400);

function freeSlowly({ status, bits }: ReturnType<typeof createDemoStates>): number[] {
  return columns.sections.map((_, section) => {
    const seats = [...Array(columns.count).keys()].filter((seat) => columns.section[seat] === section);
    return seats.filter(
      (seat) =>
        SEAT_STATUSES[status[seat]!] === 'AVAILABLE' &&
        (bits[seat]! & STATE_OWNED) !== 0 &&
        (bits[seat]! & STATE_PRICED) !== 0 &&
        (bits[seat]! & STATE_PINNED_ELSEWHERE) === 0,
    ).length;
  });
}

test('counts what can be sold, section by section, and keeps to it change by change', () => {
  const counts = createSectionCounts(columns);
  const states = createDemoStates(columns);
  counts.update(states, null);
  expect([...counts.free]).toEqual(freeSlowly(states));
  expect([...counts.seats].reduce((sum, seats) => sum + seats)).toBe(columns.count);
  for (let i = 0; i < 20; i += 1) {
    const changed = [i * 3, i * 17 + 1, i * 3];
    for (const seat of changed) states.status[seat] = (states.status[seat]! + 1 + i) % SEAT_STATUSES.length;
    states.bits[changed[1]!]! ^= STATE_PRICED;
    counts.update(states, [...changed, columns.count + 5]);
    expect([...counts.free]).toEqual(freeSlowly(states));
  }
});

test('a plan of which nothing is ours is not for sale', () => {
  const plan = createSectionCounts(columns);
  plan.update({ ...createFreeStates(columns), bits: new Uint8Array(columns.count) }, null);
  expect(plan.isSelling()).toBe(false);
  const event = createSectionCounts(columns);
  event.update(createFreeStates(columns), null);
  expect(event.isSelling()).toBe(true);
});
