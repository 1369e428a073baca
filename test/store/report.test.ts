import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { NightReport, TakingsRow } from '../../src-shared/contract/cash.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, pay, reserve, sell, ticketsOf } from '../support/selling.ts';
import { applyFacts, describeOnBothStores } from '../support/stores.ts';
import { createTestCore, EVENING, type TestCore } from '../support/test-core.ts';

const HOUR_MS = 3_600_000;
let core: TestCore;
let ada: Person;
let mo: Person;

const told = (rows: readonly TakingsRow[]) =>
  rows.map(({ name, tickets, amountMinor }) => [name, tickets, amountMinor]);

/** Adds a complimentary type to an event's grid. @returns its id */
async function compTypeOf(eventId: string): Promise<string> {
  const { types, levels, prices } = await core.do('event.get', { eventId });
  await core.do('event.setPrices', {
    eventId,
    types: [
      ...types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind })),
      { ticketTypeId: null, name: 'Guest', kind: 'COMP' },
    ],
    grid: levels.map(({ priceLevelId }) => ({
      priceLevelId,
      amounts: [prices.find((price) => price.priceLevelId === priceLevelId)!.amountMinor, null],
    })),
  });
  return (await core.do('event.get', { eventId })).types.find(({ kind }) => kind === 'COMP')!.ticketTypeId;
}

/** What the demo evening is to be: two events, two clerks, cash, card, a comp, a refund, a reprint. */
async function liveTheEvening(): Promise<void> {
  const hamlet = await createEventOnSale(core);
  const godot = await createEventOnSale(core, { title: 'Godot', startsAt: EVENING + 3 * HOUR_MS });
  await as(core, ada, 'cash.open', { denominations: { '1000': 10 } });
  await sell(core, ada, { eventId: hamlet.eventId, seatIds: ['stalls-A-1', 'stalls-A-2', 'circle-AA-1'] }, 'CASH');
  const card = await sell(core, ada, { eventId: godot.eventId, seatIds: ['stalls-B-1', 'stalls-B-2'] });
  const ticketTypeId = await compTypeOf(hamlet.eventId);
  const guest = await reserve(core, ada, { eventId: hamlet.eventId, seatIds: ['stalls-F-1'] });
  const [ticket] = ticketsOf(await core.do('sale.get', { saleId: guest }));
  await core.executor.run(
    'sale.comp',
    { saleId: guest, ticketIds: [ticket!.ticketId], ticketTypeId, reason: 'press' },
    { userId: ada.id, allowedBy: mo.id },
    core.newId(),
  );
  await pay(core, ada, guest);
  core.now += HOUR_MS;
  const [first] = ticketsOf(card);
  await as(core, mo, 'sale.refundTickets', { saleId: card.saleId, ticketIds: [first!.ticketId], reason: 'ill' });
  await as(core, ada, 'ticket.reprint', { ticketIds: [ticket!.ticketId], reason: 'torn' });
}

describeOnBothStores('the night', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ada = await hire(core, 'Ada', 'CLERK');
    mo = await hire(core, 'Mo', 'MANAGER');
  });

  test('is told by event, level, type, clerk and tender, and balances', async () => {
    await liveTheEvening();
    const night = await as(core, mo, 'report.night', {});
    expect(night).toMatchObject({
      tradingDay: '2026-11-21',
      currency: 'EUR',
      ticketRevenueMinor: 18_000,
      drawerMinor: 13_000,
      cardMinor: 5000,
      roundingMinor: 0,
      balances: true,
    });
    expect(told(night.byEvent)).toEqual([
      ['Godot, 2026-11-21 21:00', 1, 5000],
      ['Hamlet, 2026-11-21 20:00', 4, 13_000],
    ]);
    expect(told(night.byLevel)).toEqual([
      ['Premium', 4, 15_000],
      ['Standard', 1, 3000],
    ]);
    expect(told(night.byType)).toEqual([
      ['Guest', 1, 0],
      ['Standard', 4, 18_000],
    ]);
    expect(told(night.byClerk)).toEqual([
      ['Ada', 6, 23_000],
      ['Mo', -1, -5000],
    ]);
    expect(told(night.byTender).toSorted()).toEqual([
      ['Card', 0, 5000],
      ['Cash', 0, 13_000],
    ]);
    expect(told(night.compsByClerk)).toEqual([['Ada', 1, 0]]);
    expect(told(night.refundsByClerk)).toEqual([['Mo', 1, 5000]]);
    expect(told(night.reprintsByClerk)).toEqual([['Ada', 1, 0]]);
    expect(night.sessions).toMatchObject([{ userName: 'Ada', status: 'OPEN', expectedMinor: 23_000 }]);
  });

  test('ends at five: a sale after midnight belongs to it, one after five to the next', async () => {
    const { eventId } = await createEventOnSale(core, { endsAt: EVENING + 14 * HOUR_MS });
    core.now = EVENING + 10.9 * HOUR_MS;
    await sell(core, ada, { eventId, seatIds: ['stalls-A-1'] });
    core.now = EVENING + 11 * HOUR_MS;
    await sell(core, ada, { eventId, seatIds: ['stalls-A-2', 'stalls-A-3'] });
    const revenueOf = async (tradingDay?: string) =>
      (await as(core, mo, 'report.night', tradingDay === undefined ? {} : { tradingDay })).ticketRevenueMinor;
    expect(await revenueOf('2026-11-20')).toBe(0);
    expect(await revenueOf('2026-11-21')).toBe(5000);
    expect(await revenueOf('2026-11-22')).toBe(10_000);
    expect(await revenueOf()).toBe(10_000);
  });

  test('loses and doubles nothing when the clock goes back an hour', async () => {
    const { eventId } = await createEventOnSale(core);
    await sell(core, ada, { eventId, seatIds: ['stalls-A-1'] });
    core.now -= HOUR_MS;
    await sell(core, ada, { eventId, seatIds: ['stalls-A-2'] });
    core.now += HOUR_MS;
    await sell(core, ada, { eventId, seatIds: ['stalls-A-3'] });
    const { byEvent, byClerk } = await as(core, mo, 'report.night', {});
    expect(told(byEvent)).toEqual([['Hamlet, 2026-11-21 20:00', 3, 15_000]]);
    expect(told(byClerk)).toEqual([['Ada', 3, 15_000]]);
  });

  test('counts what became revenue since in neither the night of the sale nor that of the show', async () => {
    const { eventId } = await createEventOnSale(core);
    await sell(core, ada, { eventId, seatIds: ['stalls-A-1'] });
    core.now = EVENING + 8 * HOUR_MS;
    await core.do('event.changeStatus', { eventId, to: 'COMPLETED' });
    expect(await as(core, mo, 'report.night', {})).toMatchObject({ ticketRevenueMinor: 5000, balances: true });
  });

  test('is refused for a day that does not exist', async () => {
    expect(await core.refusal('report.night', { tradingDay: '2026-02-31' }, mo)).toMatchObject({ code: 'BAD_DAY' });
  });

  test('says so when the books do not balance', async () => {
    await liveTheEvening();
    const facts = new FactsBuilder(core.store.agencyId, core.now);
    const [sale] = await core.store.read.rows('ledgerTransactions', sql`where kind = 'SALE' order by id limit 1`);
    const [entry] = await core.store.read.rows(
      'ledgerEntries',
      sql`where transaction_id = ${sale!.id} order by id limit 1`,
    );
    facts.insert('ledgerEntries', { ...entry!, id: core.newId(), account: 'DRAWER', amountMinor: 1 });
    await applyFacts(core, facts.build());
    expect(await as(core, mo, 'report.night', {})).toMatchObject({ balances: false });
  });

  describe('as a file', () => {
    test('is one table with a byte order mark, and no title runs as a formula', async () => {
      const { eventId } = await createEventOnSale(core, { title: '=HYPERLINK("http://x","Hamlet")' });
      await sell(core, ada, { eventId, seatIds: ['stalls-A-1'] });
      const { fileName, text } = await as(core, mo, 'report.nightCsv', {});
      expect(fileName).toBe('night-2026-11-21.csv');
      const lines = text.split('\r\n');
      expect(lines[0]).toBe('\uFEFFTrading day,Table,Name,Tickets,Amount,Currency');
      expect(lines[1]).toBe(
        `2026-11-21,Takings by event,"'=HYPERLINK(""http://x"",""Hamlet""), 2026-11-21 20:00",1,50.00,EUR`,
      );
      expect(lines).toContain('2026-11-21,Takings by tender,Card,,50.00,EUR');
      expect(lines).toContain('2026-11-21,Totals,Ticket revenue,,50.00,EUR');
    });

    test('has what is known of each drawer', async () => {
      await as(core, ada, 'cash.open', { denominations: { '1000': 10 } });
      await as(core, ada, 'cash.beginCount', {});
      await as(core, ada, 'cash.count', { denominations: { '1': 9900 } });
      await as(core, ada, 'cash.close', {});
      const { text } = await as(core, mo, 'report.nightCsv', {});
      const drawer = text.split('\r\n').filter((line) => line.includes('Cash sessions'));
      expect(drawer).toEqual([
        '2026-11-21,Cash sessions,"Ada, opened 2026-11-21 18:00: float",,100.00,EUR',
        '2026-11-21,Cash sessions,"Ada, opened 2026-11-21 18:00: expected",,100.00,EUR',
        '2026-11-21,Cash sessions,"Ada, opened 2026-11-21 18:00: counted",,99.00,EUR',
        '2026-11-21,Cash sessions,"Ada, opened 2026-11-21 18:00: difference",,-1.00,EUR',
      ]);
    });
  });

  describe('seat by seat', () => {
    test('adds up to the takings of the event, with the moment of each sale', async () => {
      await liveTheEvening();
      const events = await core.do('event.list', {});
      const read = async (title: string) => {
        const { eventId } = events.find((event) => event.title === title)!;
        return as(core, mo, 'report.seatFigures', { eventId });
      };
      const hamlet = await read('Hamlet');
      expect([...hamlet.ordinals]).toEqual([0, 1, 50, 60]);
      expect([...hamlet.revenueMinor]).toEqual([5000, 5000, 0, 3000]);
      expect([...hamlet.soldAt]).toEqual(Array(4).fill(EVENING));
      // One of its two was given back: the seat is free again and has no figure.
      expect([...(await read('Godot')).revenueMinor]).toEqual([5000]);
      const { byEvent } = await as(core, mo, 'report.night', {});
      expect(byEvent.map(({ amountMinor }) => amountMinor)).toEqual([5000, 13_000]);
    });

    test('has nothing of an event of which nothing is sold, and refuses one that is not there', async () => {
      const { eventId } = await createEventOnSale(core);
      expect((await as(core, mo, 'report.seatFigures', { eventId })).ordinals).toHaveLength(0);
      expect(await core.refusal('report.seatFigures', { eventId: core.newId() })).toMatchObject({ code: 'NOT_FOUND' });
    });

    test('is for those who read reports', async () => {
      const { eventId } = await createEventOnSale(core);
      expect(await core.refusal('report.seatFigures', { eventId }, ada)).toMatchObject({ code: 'NOT_PERMITTED' });
    });
  });

  test('is for those who read reports', async () => {
    expect(await core.refusal('report.night', {}, ada)).toMatchObject({ code: 'NOT_PERMITTED' });
    const buyer = await hire(core, 'Bo', 'BUYER');
    await as(core, ada, 'cash.open', { denominations: { '1000': 10 } });
    const night: NightReport = await as(core, buyer, 'report.night', {});
    expect(night.sessions).toMatchObject([{ expectedMinor: null }]);
  });
});
