/** L1: baskets of four at one counter, each durable in two places before it is answered. */
import { ratioAtLeast, type Benchmark } from './benchmark.ts';
import { createHouseOnDisk, openHouse, OWNER, seatIdOf, type OpenHouse } from './house-on-disk.ts';
import { timed } from './measure.ts';
import { recordStatements, replay } from './statement-recording.ts';

const SEATS = 5000;
const SEATS_A_BASKET = 4;
const BASKETS = 800;
const SEED = 3;

export const localBasket: Benchmark = {
  id: 'L1',
  title: 'local baskets of 4, journal in two places, FULL',
  control: 'the same statements bare, with the same second append and sync',
  unit: '/s',
  must: ratioAtLeast(0.5),
  goal: ratioAtLeast(0.8),
  sizes: [SEATS],
  fixedSize: true,
  async open() {
    const house = await createHouseOnDisk(SEATS);
    const sellAll = async ({ executor }: OpenHouse): Promise<void> => {
      for (let basket = 0; basket < BASKETS; basket++) {
        const seatIds = Array.from({ length: SEATS_A_BASKET }, (_, i) => seatIdOf(basket * SEATS_A_BASKET + i));
        const input = { saleId: `sale-${basket}`, eventId: house.eventId, seatIds };
        const result = await executor.run('sale.reserveSeats', input, OWNER, `action-${basket}`);
        if (!result.ok) throw new Error(result.error.message);
      }
    };
    const files = house.copy('recorded');
    const recorded = await openHouse(files, SEED);
    const recording = await recordStatements(recorded, files.journal, () => sellAll(recorded));
    await recorded.close();
    return {
      value: async () => {
        const opened = await openHouse(house.copy('value'), SEED);
        const tookMs = await timed(() => sellAll(opened));
        await opened.close();
        return (BASKETS / tookMs) * 1000;
      },
      control: async () => (BASKETS / replay(recording, house.copy('control'))) * 1000,
      close: async () => house.remove(),
    };
  },
};
