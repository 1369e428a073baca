import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import { SEAT_STATUSES, STATE_OWNED, STATE_PRICED } from '../../src-shared/domain/seat-map/columns.ts';
import { createPricedEvent, putMap, SMALL_HOUSE_SEATS, smallHouse, tonight } from '../support/small-house.ts';
import { applyFacts, describeOnBothStores } from '../support/stores.ts';
import { createTestCore, EVENING, type TestCore } from '../support/test-core.ts';

const HOUR_MS = 3_600_000;
let core: TestCore;

/** What a sale does to a seat, without a sale. */
async function putState(eventId: string, seatId: string, status: (typeof SEAT_STATUSES)[number]) {
  const [seat] = await core.store.read.rows('eventSeats', sql`where event_id = ${eventId} and seat_id = ${seatId}`);
  const facts = new FactsBuilder(core.store.agencyId, core.now);
  facts.change('eventSeats', seat!, { status });
  await applyFacts(core, facts.build());
}

const seatOf = async (eventId: string, seatId: string) =>
  (await core.store.read.rows('eventSeats', sql`where event_id = ${eventId} and seat_id = ${seatId}`))[0]!;

describeOnBothStores('events', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
  });

  describe('making an event', () => {
    test('its price levels are the categories of the map, with their prices as the first ticket type', async () => {
      const { eventId } = await core.do('event.create', tonight(await putMap(core, smallHouse())));
      const event = await core.do('event.get', { eventId });
      expect(event).toMatchObject({
        title: 'Hamlet',
        status: 'DRAFT',
        venueName: 'Royal',
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        levels: [
          { name: 'Premium', letter: 'P', color: '#8e4585', position: 0 },
          { name: 'Standard', letter: 'S', color: '#1f6fb2', position: 1 },
        ],
        types: [{ name: 'Standard', kind: 'STANDARD', position: 0 }],
        prices: [{ amountMinor: 5000 }],
        missing: ['event.missing.seats'],
      });
    });

    test('every event has a short number of its own', async () => {
      const mapVersionId = await putMap(core, smallHouse());
      for (let i = 0; i < 3; i++) await core.do('event.create', tonight(mapVersionId));
      const events = await core.store.read.rows('events', sql`where 1 = 1 order by number`);
      expect(events.map((event) => event.number)).toEqual([1, 2, 3]);
    });

    test('a draft of a map is refused', async () => {
      const mapVersionId = await putMap(core, smallHouse(), 'DRAFT');
      expect(await core.refusal('event.create', tonight(mapVersionId))).toMatchObject({ code: 'MAP_NOT_PUBLISHED' });
    });

    test('wrong times are named all at once', async () => {
      const input = { ...tonight(await putMap(core, smallHouse())), doorsAt: EVENING + 9 * HOUR_MS, endsAt: EVENING };
      const { code, data } = await core.refusal('event.create', input);
      expect(code).toBe('BAD_TIMES');
      expect((data as { issues: { path: string }[] }).issues.map((issue) => issue.path)).toEqual(['doorsAt', 'endsAt']);
    });

    test('an update of what somebody else changed meanwhile is refused', async () => {
      const { eventId } = await createPricedEvent(core);
      const { version } = await core.do('event.get', { eventId });
      const { mapVersionId: _map, inventory: _inventory, ...details } = tonight('m');
      await core.do('event.update', { ...details, eventId, version, title: 'Hamlet, again' });
      const late = { ...details, eventId, version, title: 'Macbeth' };
      expect(await core.refusal('event.update', late)).toMatchObject({ code: 'EVENT_CHANGED' });
      expect((await core.do('event.get', { eventId })).title).toBe('Hamlet, again');
    });
  });

  describe('the seats of an event', () => {
    test('are made in one step, and a second time changes nothing', async () => {
      const { eventId } = await core.do('event.create', tonight(await putMap(core, smallHouse())));
      expect(await core.do('event.generateSeats', { eventId })).toEqual({ count: SMALL_HOUSE_SEATS });
      const before = await core.store.read.rows('eventSeats', sql`where event_id = ${eventId} order by ordinal`);
      expect(await core.do('event.generateSeats', { eventId })).toEqual({ count: SMALL_HOUSE_SEATS });
      const after = await core.store.read.rows('eventSeats', sql`where event_id = ${eventId} order by ordinal`);
      expect(after).toEqual(before);
      expect(after).toHaveLength(SMALL_HOUSE_SEATS);
      expect(after.map((seat) => seat.ordinal)).toEqual([...after.keys()]);
      expect(after[0]).toMatchObject({
        seatId: 'stalls-A-1',
        status: 'AVAILABLE',
        ownership: 'OWNED',
        priceMinor: 5000,
      });
      expect(after.at(-1)).toMatchObject({ seatId: 'circle-BB-8', ownership: 'OWNED', priceMinor: null });
    });

    test('belong to nobody yet when a broker sells them', async () => {
      const { eventId } = await createPricedEvent(core, { inventory: 'BROKERED' });
      const { counts } = await core.do('event.get', { eventId });
      expect(counts).toEqual({
        available: 0,
        held: 0,
        blocked: 0,
        reserved: 0,
        sold: 0,
        notForSale: SMALL_HOUSE_SEATS,
      });
    });

    test('reach a screen as columns in the order of the map', async () => {
      const { eventId } = await createPricedEvent(core);
      await putState(eventId, 'stalls-A-2', 'BLOCKED');
      await putState(eventId, 'circle-BB-8', 'SOLD');
      const seats = await core.do('event.seats', { eventId });
      expect(seats.status).toHaveLength(SMALL_HOUSE_SEATS);
      expect([...seats.status].flatMap((status, i) => (status === 0 ? [] : [[i, SEAT_STATUSES[status]]]))).toEqual([
        [1, 'BLOCKED'],
        [75, 'SOLD'],
      ]);
      expect([...new Set(seats.level.subarray(0, 60))]).toEqual([0]);
      expect([...new Set(seats.level.subarray(60))]).toEqual([1]);
      expect([...new Set(seats.bits)]).toEqual([STATE_OWNED | STATE_PRICED]);
      expect(seats.sequence).toBe(2);
    });
  });

  describe('prices', () => {
    test('reach every seat of their level, taken ones too, so that a seat that comes back has the price in force', async () => {
      const { eventId } = await createPricedEvent(core);
      await putState(eventId, 'stalls-A-1', 'RESERVED');
      await putState(eventId, 'stalls-A-2', 'SOLD');
      const { levels, types } = await core.do('event.get', { eventId });
      await core.do('event.setPrices', {
        eventId,
        types: types.map((type) => ({ ticketTypeId: type.ticketTypeId, name: type.name, kind: type.kind })),
        grid: [{ priceLevelId: levels[0]!.priceLevelId, amounts: [6000] }],
      });
      const prices = async (seatId: string) => {
        const { priceMinor, termsVersion } = await seatOf(eventId, seatId);
        return { priceMinor, termsVersion };
      };
      expect(await prices('stalls-A-1')).toEqual({ priceMinor: 6000, termsVersion: 2 });
      expect(await prices('stalls-A-2')).toEqual({ priceMinor: 6000, termsVersion: 2 });
      expect(await prices('stalls-A-3')).toEqual({ priceMinor: 6000, termsVersion: 2 });
      expect(await prices('circle-AA-1')).toEqual({ priceMinor: null, termsVersion: 3 });
      expect(core.notices.at(-2)).toMatchObject({ topic: 'event-seats', data: { eventId, seats: null } });
    });

    test('ticket types change places, come and go, and come back under the same identity', async () => {
      const { eventId } = await createPricedEvent(core);
      const { levels, types } = await core.do('event.get', { eventId });
      const standard = { ticketTypeId: types[0]!.ticketTypeId, name: 'Standard', kind: 'STANDARD' } as const;
      const set = (
        list: { ticketTypeId: string | null; name: string; kind: 'STANDARD' | 'COMP' }[],
        amounts: number[],
      ) =>
        core.do('event.setPrices', {
          eventId,
          types: list,
          grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts })),
        });
      const offered = async () => (await core.do('event.get', { eventId })).types;

      await set([{ ticketTypeId: null, name: 'Adult', kind: 'STANDARD' }, standard], [4000, 5000]);
      expect((await offered()).map((type) => [type.name, type.position])).toEqual([
        ['Adult', 0],
        ['Standard', 1],
      ]);
      expect((await seatOf(eventId, 'stalls-A-1')).priceMinor).toBe(4000);
      const adult = { ...(await offered())[0]! };

      await set([standard], [4500]);
      expect((await offered()).map((type) => type.name)).toEqual(['Standard']);
      expect((await core.do('event.get', { eventId })).prices).toHaveLength(2);

      await set([standard, { ticketTypeId: adult.ticketTypeId, name: 'Adult', kind: 'STANDARD' }], [4500, 4100]);
      expect((await offered())[1]).toMatchObject({ ticketTypeId: adult.ticketTypeId, position: 1 });
    });

    test('set while the clock stands an hour back are in force all the same', async () => {
      const { eventId } = await createPricedEvent(core);
      core.now -= HOUR_MS;
      const { levels, types } = await core.do('event.get', { eventId });
      await core.do('event.setPrices', {
        eventId,
        types: types.map((type) => ({ ticketTypeId: type.ticketTypeId, name: type.name, kind: type.kind })),
        grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [100] })),
      });
      const { prices } = await core.do('event.get', { eventId });
      expect(prices.map((price) => price.amountMinor)).toEqual([100, 100]);
    });
  });

  describe('going on sale', () => {
    test('is refused with everything that is missing', async () => {
      const bare = {
        ...smallHouse(),
        categories: smallHouse().categories.map((c) => ({ ...c, defaultPriceMinor: null })),
      };
      const { eventId } = await core.do('event.create', { ...tonight(await putMap(core, bare)), licensedCapacity: 50 });
      await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
      expect(await core.refusal('event.changeStatus', { eventId, to: 'ON_SALE' })).toMatchObject({
        code: 'NOT_READY',
        data: { missing: ['event.missing.seats'] },
      });
      await core.do('event.generateSeats', { eventId });
      core.now += 24 * HOUR_MS;
      expect(await core.refusal('event.changeStatus', { eventId, to: 'ON_SALE' })).toMatchObject({
        code: 'NOT_READY',
        data: { missing: ['event.missing.prices', 'event.missing.capacity', 'event.missing.future'] },
      });
    });

    test('follows the arrows only', async () => {
      const { eventId } = await createPricedEvent(core);
      expect(await core.refusal('event.changeStatus', { eventId, to: 'ON_SALE' })).toMatchObject({
        code: 'WRONG_STATE',
        data: { from: 'DRAFT', to: 'ON_SALE' },
      });
      await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
      await core.do('event.changeStatus', { eventId, to: 'ON_SALE' });
      expect((await core.do('event.get', { eventId })).status).toBe('ON_SALE');
    });

    test('and completing turns what was sold in advance into revenue, level by level', async () => {
      const { eventId } = await createPricedEvent(core);
      await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
      expect(await core.refusal('event.changeStatus', { eventId, to: 'COMPLETED' })).toMatchObject({
        code: 'NOT_STARTED',
      });
      const facts = new FactsBuilder(core.store.agencyId, core.now);
      const about = {
        currency: 'EUR',
        at: core.now,
        ticketTypeId: 't',
        userId: 'u',
        saleId: null,
        ticketId: null,
      };
      const rest = { supplierId: null, cashSessionId: null, transactionId: 'sale' };
      const {
        agencyId: _agency,
        version: _version,
        ...transaction
      } = {
        agencyId: '',
        version: 0,
        id: 'sale',
        kind: 'SALE',
        saleId: null,
        cashSessionId: null,
        userId: 'u',
        deviceId: 'd',
        at: core.now,
        description: '',
      };
      facts.insert('ledgerTransactions', transaction);
      const sold = (
        id: string,
        account: 'ADVANCE_SALES' | 'DRAWER',
        amountMinor: number,
        priceLevelId: string | null,
      ) => facts.insert('ledgerEntries', { ...about, ...rest, id, account, amountMinor, eventId, priceLevelId });
      sold('e1', 'ADVANCE_SALES', -5000, 'premium');
      sold('e2', 'ADVANCE_SALES', -3000, 'standard');
      sold('e3', 'DRAWER', 8000, null);
      await applyFacts(core, facts.build());

      core.now += 3 * HOUR_MS;
      await core.do('event.changeStatus', { eventId, to: 'COMPLETED' });
      const entries = await core.store.read.rows(
        'ledgerEntries',
        sql`where account in ('ADVANCE_SALES', 'TICKET_REVENUE')`,
      );
      const sum = (account: string, level: string) =>
        entries
          .filter((entry) => entry.account === account && entry.priceLevelId === level)
          .reduce((total, entry) => total + entry.amountMinor, 0);
      expect(sum('ADVANCE_SALES', 'premium')).toBe(0);
      expect(sum('TICKET_REVENUE', 'premium')).toBe(-5000);
      expect(sum('TICKET_REVENUE', 'standard')).toBe(-3000);
    });
  });

  describe('lists of events', () => {
    test('tonight begins with the trading day of the house, and the next events follow', async () => {
      const mapVersionId = await putMap(core, smallHouse());
      const at = async (title: string, hours: number) => {
        const startsAt = EVENING + hours * HOUR_MS;
        const times = { doorsAt: startsAt, startsAt, endsAt: startsAt + 2 * HOUR_MS };
        const { eventId } = await core.do('event.create', { ...tonight(mapVersionId), title, ...times });
        await core.do('event.changeStatus', { eventId, to: 'PUBLISHED' });
      };
      await at('Late show', 8);
      await at('Tonight', 2);
      await at('Yesterday', -20);
      await at('Tomorrow', 26);
      await core.do('event.create', { ...tonight(mapVersionId), title: 'Still a draft' });
      expect((await core.do('event.today', {})).map((event) => event.title)).toEqual([
        'Tonight',
        'Late show',
        'Tomorrow',
      ]);
    });

    test('what is to come stands first, then what is over, the latest first', async () => {
      const mapVersionId = await putMap(core, smallHouse());
      for (const hours of [50, -50, 25, -25]) {
        const startsAt = EVENING + hours * HOUR_MS;
        const times = { doorsAt: startsAt, startsAt, endsAt: startsAt + HOUR_MS };
        await core.do('event.create', { ...tonight(mapVersionId), title: String(hours), ...times });
      }
      expect((await core.do('event.list', {})).map((event) => event.title)).toEqual(['25', '50', '-25', '-50']);
      const bounded = await core.do('event.list', { from: EVENING, until: EVENING + 30 * HOUR_MS });
      expect(bounded.map((event) => event.title)).toEqual(['25']);
    });
  });
});
