/** L2: opening an event's seats, from the store to the columns a screen draws. */
import Database from 'better-sqlite3';
import { unpackMap } from '../../src-shared/domain/seat-map/pack.ts';
import { queryHandlers } from '../../src-shared/queries/handlers.ts';
import { TEST_DEVICE } from '../support/stores.ts';
import { EVENING } from '../support/test-core.ts';
import { figureAtMost, ratioAtMost, type Benchmark } from './benchmark.ts';
import { createHouseOnDisk, openHouse } from './house-on-disk.ts';
import { median, timed } from './measure.ts';

const OPENINGS = 9;

export const openEvent: Benchmark = {
  id: 'L2',
  title: "open an event: its seats' states and the map's columns",
  control: 'all() of the same rows as objects',
  unit: 'ms',
  must: figureAtMost(1000),
  goal: ratioAtMost(0.5),
  sizes: [10_000, 50_000, 150_000],
  async open(n) {
    const house = await createHouseOnDisk(n);
    const files = house.copy('opened');
    const { store, seatFinders, close } = await openHouse(files, 1);
    const reader = new Database(files.database, { readonly: true });
    const states = reader.prepare('select * from event_seats where agency_id = ? and event_id = ? order by ordinal');
    const seats = reader.prepare('select * from seats where agency_id = ? and map_version_id = ? order by ordinal');
    const person = { deviceId: TEST_DEVICE.id, userId: 'owner' };
    const context = { agencyId: store.agencyId, ...person, now: EVENING, seatFinders };
    const openOurs = async (): Promise<void> => {
      const found = await queryHandlers['event.seats']!(store.read, context, { eventId: house.eventId });
      const map = await queryHandlers['map.columns']!(store.read, context, { mapVersionId: house.mapVersionId });
      if (!found.ok || !map.ok) throw new Error('the event was not found');
      const drawn = unpackMap(map.value.columns);
      if (!drawn.ok || found.value.status.length !== n) throw new Error('not all seats were found');
    };
    const openRows = (): void => {
      const rows = [states.all(store.agencyId, house.eventId), seats.all(store.agencyId, house.mapVersionId)];
      if (rows.some(({ length }) => length !== n)) throw new Error('not all rows were found');
    };
    return {
      value: () => typical(openOurs),
      control: () => typical(openRows),
      close: async () => {
        reader.close();
        await close();
        house.remove();
      },
    };
  },
};

async function typical(work: () => unknown): Promise<number> {
  const tookMs: number[] = [];
  for (let i = 0; i < OPENINGS; i++) tookMs.push(await timed(work));
  return median(tookMs);
}
