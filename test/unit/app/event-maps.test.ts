import { expect, test } from 'vitest';
import { createEventMaps } from '../../../src-renderer/app/event-maps.ts';
import { createListeners } from '../../../src-renderer/bridge/listeners.ts';
import type { ProgramBridge } from '../../../src-renderer/bridge/program-bridge.ts';
import type { EventSeatsNotice } from '../../../src-shared/contract/notices.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { SEAT_STATUSES } from '../../../src-shared/domain/seat-map/columns.ts';
import { packMap } from '../../../src-shared/domain/seat-map/pack.ts';
import { settle } from '../../support/fake-timers.ts';
import { smallHouse } from '../../support/random-house.ts';

const { columns } = smallHouse({ Stalls: ['......'] });
const MAP = { columns: packMap({ columns, scenery: { shapes: [], areas: [] } }) };
const SOLD = SEAT_STATUSES.indexOf('SOLD');

/** What a core keeps of one event: who has which seat, and how often that was changed. */
interface FakeEvent {
  number: number;
  readonly sold: Set<number>;
}

/** A window on a core that the test moves: it answers when it is told to, and its life can end. */
function openWindow() {
  const notices = createListeners<EventSeatsNotice>();
  const resumed = createListeners<null>();
  let event: FakeEvent = { number: 0, sold: new Set() };
  let isReachable = true;
  let waiting: (() => void)[] = [];
  let isHeld = false;
  let reads = 0;

  const answer = (name: string): Result<unknown> => {
    if (!isReachable) return fail('CORE_LOST', 'Lost.');
    if (name === 'event.get') return ok({ mapVersionId: 'map', levels: [], holds: [] });
    if (name === 'map.columns') return ok(MAP);
    const status = Uint8Array.from({ length: columns.count }, (_, ordinal) => (event.sold.has(ordinal) ? SOLD : 0));
    const { count } = columns;
    reads += 1;
    return ok({
      sequence: event.number,
      status,
      level: new Uint8Array(count).fill(255),
      bits: new Uint8Array(count),
      hold: new Uint16Array(count),
    });
  };
  const bridge = {
    /** Read at once, as the core does; the answer may be on its way for longer. */
    call: (name: string) => {
      const given = answer(name);
      if (!isHeld || name !== 'event.seats') return Promise.resolve(given);
      return new Promise((resolve) => waiting.push(() => resolve(given)));
    },
    on: (_topic: string, listener: (notice: EventSeatsNotice) => void) => notices.add(listener),
    onResume: (listener: () => void) => resumed.add(() => listener()),
  } as unknown as ProgramBridge;

  const sell = (ordinal: number): void => {
    event.sold.add(ordinal);
    event.number += 1;
    const seat = {
      status: 'SOLD',
      ownership: 'OWNED',
      priceMinor: 1,
      priceLevelId: null,
      holdId: null,
      pinnedTo: null,
    };
    notices.tell({ eventId: 'e', sequence: event.number, seats: [{ ordinal, ...seat }] });
  };
  return {
    maps: createEventMaps(bridge),
    sell,
    reads: () => reads,
    /** Seats that were read do not arrive until they are let go of. */
    hold: () => void (isHeld = true),
    letGo: async (order: 'FIRST_FIRST' | 'LAST_FIRST' = 'FIRST_FIRST') => {
      isHeld = false;
      const held = waiting.splice(0);
      for (const go of order === 'FIRST_FIRST' ? held : held.toReversed()) go();
      await settle();
    },
    reach: (reachable: boolean) => void (isReachable = reachable),
    /** Another core: its database is back from the second journal, and its numbers begin again. */
    resume: (sold: readonly number[] = [...event.sold]) => {
      event = { number: 0, sold: new Set(sold) };
      resumed.tell(null);
    },
    notify: notices.tell,
  };
}

async function openEvent(window: ReturnType<typeof openWindow>) {
  const opened = await window.maps.open('e');
  if (!opened.ok) throw new Error(opened.error.message);
  const { source } = opened.value;
  return () => [...source.states().status].flatMap((status, ordinal) => (status === SOLD ? [ordinal] : []));
}

test('follows its event, and reads again after a gap', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  window.sell(0);
  window.sell(1);
  expect([sold(), window.reads()]).toEqual([[0, 1], 1]);
  window.notify({ eventId: 'e', sequence: 9, seats: [] });
  await settle();
  expect([sold(), window.reads()]).toEqual([[0, 1], 2]);
});

test('a core that was started again counts anew: nothing it says is taken for old', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  for (const ordinal of [0, 1, 2]) window.sell(ordinal);
  window.resume();
  await settle();
  window.sell(3);
  expect(sold()).toEqual([0, 1, 2, 3]);
});

test('what is sold while the seats are read anew is on the map at the end of it', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  for (const ordinal of [0, 1, 2]) window.sell(ordinal);
  window.hold();
  window.resume();
  window.sell(3);
  await window.letGo();
  expect(sold()).toEqual([0, 1, 2, 3]);
});

test('an answer of the core before is not believed, even when it comes last', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  for (const ordinal of [0, 1, 2]) window.sell(ordinal);
  window.hold();
  window.notify({ eventId: 'e', sequence: 9, seats: [] });
  window.resume([0]);
  await window.letGo('LAST_FIRST');
  expect(sold()).toEqual([0]);
  window.sell(4);
  expect(sold()).toEqual([0, 4]);
});

test('a core that could not be read after its start is asked again with its next change', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  for (const ordinal of [0, 1, 2]) window.sell(ordinal);
  window.reach(false);
  window.resume();
  await settle();
  window.reach(true);
  window.sell(3);
  await settle();
  expect(sold()).toEqual([0, 1, 2, 3]);
});

test('what is sold while an event is opened is on its map', async () => {
  const window = openWindow();
  window.hold();
  const opening = openEvent(window);
  await settle();
  window.sell(5);
  await window.letGo();
  expect((await opening)()).toEqual([5]);
});

test('opened a second time it does not go back behind what is shown', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  window.hold();
  const again = openEvent(window);
  await settle();
  window.sell(5);
  await window.letGo();
  await again;
  expect(sold()).toEqual([5]);
});

test('many changes that it cannot place are one reading, not many', async () => {
  const window = openWindow();
  const sold = await openEvent(window);
  window.hold();
  for (const sequence of [7, 8, 9]) window.notify({ eventId: 'e', sequence, seats: [] });
  await window.letGo();
  expect(window.reads()).toBeLessThanOrEqual(3);
  expect(sold()).toEqual([]);
});
