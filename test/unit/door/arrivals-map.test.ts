import { beforeEach, describe, expect, test } from 'vitest';
import { createSeatColumn } from '../../../src-renderer/canvas/seat-column.ts';
import { createSeatStateStore, type SeatStateStore } from '../../../src-renderer/canvas/seat-state-source.ts';
import { createListeners } from '../../../src-renderer/bridge/listeners.ts';
import { followArrivals } from '../../../src-renderer/features/door/follow-arrivals.ts';
import { sectionArrivals } from '../../../src-renderer/features/door/section-arrivals.ts';
import { MOST_TICKETS_ASKED, type SeatArrivals } from '../../../src-shared/contract/door.ts';
import type { ScansNotice } from '../../../src-shared/contract/notices.ts';
import { ARRIVALS, type Arrival } from '../../../src-shared/domain/door/arrival.ts';
import { fail, ok, type AppError, type Result } from '../../../src-shared/domain/result.ts';
import { SEAT_STATUSES } from '../../../src-shared/domain/seat-map/columns.ts';
import { createFreeStates } from '../../support/demo-theatre.ts';
import { settle } from '../../support/fake-timers.ts';
import { smallHouse } from '../../support/random-house.ts';

const { columns } = smallHouse({ Stalls: ['......'], Circle: ['....'] });
const SOLD = SEAT_STATUSES.indexOf('SOLD');
const code = (arrival: Arrival) => ARRIVALS.indexOf(arrival);

/** A core that answers by what its test says, when it says so. */
let asked: (string[] | 'ALL')[];
let waiting: ((answer: Result<SeatArrivals>) => void)[];
let scans: ReturnType<typeof createListeners<ScansNotice>>;
let resumed: ReturnType<typeof createListeners<null>>;
let column: ReturnType<typeof createSeatColumn>;
let states: SeatStateStore;
let told: (AppError | null)[];
let stop: () => void;

beforeEach(() => {
  [asked, waiting, told] = [[], [], []];
  [scans, resumed] = [createListeners(), createListeners()];
  column = createSeatColumn(columns.count);
  states = createSeatStateStore(createFreeStates(columns));
  stop = followArrivals({
    eventId: 'tonight',
    column,
    states,
    ask: ({ ticketIds }) => {
      asked.push(ticketIds ?? 'ALL');
      return new Promise((resolve) => waiting.push(resolve));
    },
    onScans: (listener) => scans.add(listener),
    onResume: (listener) => resumed.add(() => listener()),
    told: (error) => told.push(error),
  });
});

async function answer(...seats: [number, Arrival][]): Promise<void> {
  waiting.shift()!(
    ok({
      ordinals: Uint32Array.from(seats, ([ordinal]) => ordinal),
      arrival: Uint8Array.from(seats, ([, arrival]) => code(arrival)),
    }),
  );
  await settle();
}

const scanned = (...ticketIds: string[]) => scans.tell({ eventId: 'tonight', ticketIds });
const shown = () => Array.from(column.values, (value) => ARRIVALS[value]!).map((each) => each[0]);

describe('a door’s map', () => {
  test('asks for the whole event once, then for the tickets that doors are shown', async () => {
    await answer([0, 'IN'], [2, 'WRONG_DOOR']);
    expect(shown().join('')).toBe('IEWEEEEEEE');
    scanned('t3');
    await answer([3, 'IN']);
    expect(asked).toEqual(['ALL', ['t3']]);
    expect(shown().join('')).toBe('IEWIEEEEEE');
  });

  test('has one question out at a time, and asks next for all that was told meanwhile', async () => {
    scanned('t1');
    scanned('t2', 't1');
    expect(asked).toEqual(['ALL']);
    await answer();
    expect(asked).toEqual(['ALL', ['t1', 't2']]);
    scanned('t4');
    await answer([1, 'IN']);
    await answer([4, 'SEEN_TWICE']);
    expect(asked.at(-1)).toEqual(['t4']);
    expect(shown().join('')).toBe('EIEESEEEEE');
  });

  test('lets another event’s scans pass', async () => {
    await answer();
    scans.tell({ eventId: 'studio', ticketIds: ['t1'] });
    expect(asked).toEqual(['ALL']);
  });

  test('asks for the whole event when a connection comes back, and when more was scanned than it may name', async () => {
    await answer();
    resumed.tell(null);
    await answer();
    scanned(...Array.from({ length: MOST_TICKETS_ASKED + 1 }, (_, i) => `t${i}`));
    await answer();
    expect(asked).toEqual(['ALL', 'ALL', 'ALL']);
  });

  test('says that it is behind after a failure, and catches up with the next scan', async () => {
    waiting.shift()!(fail('CORE_LOST', 'Gone.'));
    await settle();
    expect(told).toMatchObject([{ code: 'CORE_LOST' }]);
    scanned('t1');
    await answer([1, 'IN']);
    expect(asked).toEqual(['ALL', 'ALL']);
    expect(told.at(-1)).toBeNull();
  });

  test('forgets who came for a seat that changes hands', async () => {
    await answer([2, 'WRONG_DOOR']);
    states.apply({ sequence: 2, ordinals: [5], status: [SOLD] });
    expect(asked).toHaveLength(1);
    states.apply({ sequence: 3, ordinals: [2], status: [0] });
    await answer();
    expect(asked).toHaveLength(2);
    expect(shown().join('')).toBe('EEEEEEEEEE');
  });

  test('hears nothing more once it is closed', async () => {
    stop();
    await answer([0, 'IN']);
    scanned('t1');
    expect(asked).toHaveLength(1);
    expect(shown()[0]).toBe('E');
  });
});

test('each section counts the guests expected, in, seen twice and at a wrong door', () => {
  const status = new Uint8Array(columns.count).fill(SOLD, 0, 5);
  const arrival = new Uint16Array(columns.count);
  arrival.set([code('IN'), code('SEEN_TWICE'), code('WRONG_DOOR'), code('TAKEN_BACK')]);
  // Not sold any more: what was scanned for it counts no longer.
  arrival[5] = code('WRONG_DOOR');
  expect(sectionArrivals(columns, { status }, arrival)).toMatchObject([
    { name: 'Stalls', sold: 5, inside: 2, seenTwice: 1, wrongDoor: 1 },
  ]);
});
