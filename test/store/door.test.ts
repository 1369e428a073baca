import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ScanAnswer } from '../../src-shared/contract/door.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import type { TicketView } from '../../src-shared/contract/sale.ts';
import { ARRIVALS } from '../../src-shared/domain/door/arrival.ts';
import { signTicket, type TicketSigner } from '../../src-shared/domain/tickets/code.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, pay, reserve, sell, ticketsOf } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';
import { forger, stranger, testSigner } from '../support/ticket-keys.ts';

const HOUR_MS = 3_600_000;
let core: TestCore;
let clerk: Person;
let door: Person;
let eventId: string;

const seats = (...labels: number[]) => labels.map((label) => `stalls-A-${label}`);
const north = 'North';

/** What a ticket's square code says, as it is now. */
async function codeOf(
  { ticketId }: { readonly ticketId: string },
  signer: TicketSigner = testSigner,
  change: { readonly generation?: number } = {},
): Promise<string> {
  const [ticket] = await core.store.read.rows('tickets', sql`where id = ${ticketId}`);
  const [event] = await core.store.read.rows('events', sql`where id = ${ticket!.eventId}`);
  const { serial, generation, ordinal } = ticket!;
  return signTicket(
    { eventNumber: event!.number, serial, generation, seatIndex: ordinal, product: 0, gate: 0, ...change },
    signer,
  );
}

const scan = (text: string, gate = north): Promise<ScanAnswer> =>
  as(core, door, 'door.scan', { text, eventIds: [eventId], gate });
const factsOf = () => core.store.read.rows('scans', sql`where 1 = 1 order by sequence`);

async function oneTicket(): Promise<TicketView> {
  const [ticket] = ticketsOf(await sell(core, clerk, { eventId, seatIds: seats(1) }));
  return ticket!;
}

describeOnBothStores('door', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    clerk = await hire(core, 'Ada', 'CLERK');
    door = await hire(core, 'Dora', 'DOOR');
    ({ eventId } = await createEventOnSale(core));
  });

  describe('scanning', () => {
    test('lets a paid ticket in once, and says then when and where it was used', async () => {
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2) });
      const [first] = ticketsOf(sale);
      const code = await codeOf(first!);
      expect(await scan(code)).toMatchObject({
        verdict: 'ADMIT',
        isRepeat: false,
        ticket: { number: first!.number, section: 'Stalls', row: 'A', label: '1', eventTitle: 'Hamlet' },
        earlier: null,
        group: { inside: 1, total: 2 },
      });
      const admittedAt = core.now;
      core.now += 60_000;
      expect(await scan(code, 'South')).toMatchObject({
        verdict: 'ALREADY_USED',
        earlier: { at: admittedAt, gate: 'North' },
        group: { inside: 1, total: 2 },
      });
      expect(ticketsOf(await core.do('sale.get', { saleId: sale.saleId })).map(({ status }) => status)).toEqual([
        'USED',
        'CONFIRMED',
      ]);
      expect((await factsOf()).map(({ verdict, sequence, gate }) => [sequence, verdict, gate])).toEqual([
        [1, 'ADMIT', 'North'],
        [2, 'ALREADY_USED', 'South'],
      ]);
    });

    test('the same code within four seconds repeats its verdict and adds nothing', async () => {
      const code = await codeOf(await oneTicket());
      const first = await scan(code);
      core.now += 3999;
      expect(await scan(code)).toEqual({ ...first, isRepeat: true });
      expect(await factsOf()).toHaveLength(1);
      core.now += 1;
      expect(await scan(code)).toMatchObject({ verdict: 'ALREADY_USED', isRepeat: false });
    });

    test('a clock set back an hour lets nobody in twice', async () => {
      const ticket = await oneTicket();
      const code = await codeOf(ticket);
      await scan(code);
      const admittedAt = core.now;
      core.now -= HOUR_MS;
      expect(await scan(code)).toMatchObject({ verdict: 'ALREADY_USED', earlier: { at: admittedAt } });
      core.now += 1000;
      expect(await scan(code)).toMatchObject({ verdict: 'ALREADY_USED', isRepeat: true });
      core.now = admittedAt + 1000;
      expect(await scan(code)).toMatchObject({ verdict: 'ALREADY_USED', isRepeat: false });
    });

    test('knows every way in which a ticket can be no good', async () => {
      const studio = await createEventOnSale(core, { title: 'Godot' });
      const elsewhere = await sell(core, clerk, { eventId: studio.eventId, seatIds: seats(1) });
      const cancelled = await sell(core, clerk, { eventId, seatIds: seats(1) });
      const reserved = await core.do('sale.get', {
        saleId: await reserve(core, clerk, { eventId, seatIds: seats(2) }),
      });
      await core.do('sale.cancel', { saleId: cancelled.saleId, reason: 'ill' });
      const good = ticketsOf(await sell(core, clerk, { eventId, seatIds: seats(1) }))[0]!;
      const text = await codeOf(good);
      const flipped = `${text.slice(0, 80)}${text[80] === 'A' ? 'B' : 'A'}${text.slice(81)}`;
      const verdicts: Record<string, string> = {};
      const cases: Record<string, string> = {
        wrongEvent: await codeOf(ticketsOf(elsewhere)[0]!),
        cancelled: await codeOf(ticketsOf(cancelled)[0]!),
        olderGeneration: await codeOf(good, testSigner, { generation: 1 }),
        notPaid: await codeOf(ticketsOf(reserved)[0]!),
        forged: await codeOf(good, forger),
        oneBitChanged: flipped,
        unknownKey: await codeOf(good, stranger),
        unknownSerial: signTicket(
          { eventNumber: 1, serial: 12_345, generation: 0, seatIndex: 0, product: 0, gate: 0 },
          testSigner,
        ),
        noTicket: 'https://example.org/menu',
      };
      for (const [name, code] of Object.entries(cases)) {
        const answer = await scan(code);
        verdicts[name] = answer.verdict;
        if (name === 'wrongEvent') expect(answer.ticket?.eventTitle).toBe('Godot');
        if (['forged', 'unknownKey', 'unknownSerial', 'noTicket'].includes(name)) expect(answer.ticket).toBeNull();
      }
      expect(verdicts).toEqual({
        wrongEvent: 'WRONG_EVENT',
        cancelled: 'CANCELLED',
        olderGeneration: 'CANCELLED',
        notPaid: 'NOT_PAID',
        forged: 'BAD_SIGNATURE',
        oneBitChanged: 'BAD_SIGNATURE',
        unknownKey: 'UNKNOWN',
        unknownSerial: 'UNKNOWN',
        noTicket: 'UNKNOWN',
      });
      expect(await factsOf()).toHaveLength(Object.keys(cases).length);
    });

    test('reads the bar code too, alone against the list', async () => {
      const ticket = await oneTicket();
      expect(await scan(ticket.shortSerial.toLowerCase())).toMatchObject({ verdict: 'ADMIT' });
      core.now += 2000;
      expect(await scan(await codeOf(ticket))).toMatchObject({ verdict: 'ADMIT', isRepeat: true });
      const mistyped = `${ticket.shortSerial.slice(0, -1)}${ticket.shortSerial.endsWith('0') ? '1' : '0'}`;
      expect(await scan(mistyped)).toMatchObject({ verdict: 'UNKNOWN', ticket: null });
    });

    test('refuses a payment card and keeps no digit of it', async () => {
      const card = '4111 1111 1111 1111';
      const refused = await core.refusal('door.scan', { text: card, eventIds: [eventId], gate: north }, door);
      expect(refused.code).toBe('CARD_NUMBER');
      expect(refused.message).not.toContain('4111');
      expect(await factsOf()).toEqual([]);
      const records = await core.store.read.rows('auditRecords', sql`where name = 'door.scan'`);
      expect(records).toEqual([]);
    });

    test('a scan whose answer was lost gets the same answer again', async () => {
      const input = { text: await codeOf(await oneTicket()), eventIds: [eventId], gate: north };
      const first = await core.call('door.scan', input, 'action-1', door);
      core.now += 60_000;
      expect(await core.call('door.scan', input, 'action-1', door)).toEqual(first);
      expect(await factsOf()).toHaveLength(1);
    });
  });

  describe('by hand', () => {
    test('admits with a reason by the same rules', async () => {
      const ticket = await oneTicket();
      const given = { ticketId: ticket.ticketId, eventIds: [eventId], gate: north, reason: 'left it at home' };
      expect(await as(core, door, 'door.admitByHand', given)).toMatchObject({ verdict: 'ADMIT', group: { inside: 1 } });
      expect(await as(core, door, 'door.admitByHand', given)).toMatchObject({ verdict: 'ALREADY_USED' });
      expect(await scan(await codeOf(ticket))).toMatchObject({ verdict: 'ALREADY_USED', isRepeat: false });
      expect((await factsOf()).map(({ reason }) => reason)).toEqual(['left it at home', 'left it at home', null]);
    });

    test('an unpaid ticket stays unpaid', async () => {
      const saleId = await reserve(core, clerk, { eventId, seatIds: seats(1) });
      const [ticket] = ticketsOf(await core.do('sale.get', { saleId }));
      const given = { ticketId: ticket!.ticketId, eventIds: [eventId], gate: north, reason: 'regular' };
      expect(await as(core, door, 'door.admitByHand', given)).toMatchObject({ verdict: 'NOT_PAID' });
      await pay(core, clerk, saleId);
      expect(await as(core, door, 'door.admitByHand', given)).toMatchObject({ verdict: 'ADMIT' });
    });
  });

  describe('taking an admission back', () => {
    test('lets the ticket in again, and keeps both', async () => {
      const code = await codeOf(await oneTicket());
      const first = await scan(code);
      const correction = { scanId: first.scanId!, gate: north, reason: 'wrong person' };
      expect(await as(core, door, 'door.correct', correction)).toMatchObject({ group: { inside: 0, total: 1 } });
      expect(await core.refusal('door.correct', correction, door)).toMatchObject({ code: 'NOT_AN_ADMISSION' });
      expect(await scan(code)).toMatchObject({ verdict: 'ADMIT', isRepeat: false, group: { inside: 1 } });
      expect((await factsOf()).map(({ verdict, correctsScanId }) => [verdict, correctsScanId])).toEqual([
        ['ADMIT', null],
        ['ADMIT', first.scanId],
        ['ADMIT', null],
      ]);
      const admissions = await core.store.read.rows('admissions', sql`where 1 = 1`);
      expect(admissions).toMatchObject([{ entryNumber: 2, isInside: true }]);
    });

    test('is refused for a scan that let nobody in', async () => {
      const code = await codeOf(await oneTicket());
      await scan(code);
      core.now += 10_000;
      const second = await scan(code);
      const correction = { scanId: second.scanId!, gate: north, reason: 'typo' };
      expect(await core.refusal('door.correct', correction, door)).toMatchObject({ code: 'NOT_AN_ADMISSION' });
      expect(await core.refusal('door.correct', { ...correction, scanId: 'nothing' }, door)).toMatchObject({
        code: 'NO_SUCH_SCAN',
      });
    });
  });

  describe('looking up', () => {
    async function sellTo(name: string, ...labels: number[]) {
      const saleId = await reserve(core, clerk, { eventId, seatIds: seats(...labels) });
      const customer = { customerId: null, name, phone: null, email: null };
      await as(core, clerk, 'sale.setCustomer', { saleId, customer, delivery: 'WILL_CALL' });
      return pay(core, clerk, saleId);
    }

    test('finds by name, seat, ticket and sale, whoever is in', async () => {
      const muller = await sellTo('Jörg Müller', 1, 2);
      await sellTo('Ada Moon', 3);
      const [first] = ticketsOf(muller);
      await scan(await codeOf(first!));
      const found = async (text: string) =>
        (await as(core, door, 'door.lookUp', { text, eventIds: [eventId] })).map(({ label, isInside }) =>
          isInside ? `${label} in` : label,
        );
      expect(await found('MULL')).toEqual(['1 in', '2']);
      expect(await found('jorg müller')).toEqual(['1 in', '2']);
      expect(await found('m')).toEqual(['3', '1 in', '2']);
      expect(await found('A 2')).toEqual(['2']);
      expect(await found('stalls a3')).toEqual(['3']);
      expect(await found(first!.number.toLowerCase())).toEqual(['1 in']);
      expect(await found(muller.number)).toEqual(['1 in', '2']);
      expect(await found(first!.shortSerial)).toEqual(['1 in']);
      expect(await found('nobody')).toEqual([]);
      expect(await found('%')).toEqual([]);
    });

    test('a number is found at any door, a name only at its own', async () => {
      const sale = await sellTo('Jörg Müller', 1);
      const other = await createEventOnSale(core, { title: 'Godot' });
      const at = (text: string) => as(core, door, 'door.lookUp', { text, eventIds: [other.eventId] });
      expect(await at('müller')).toEqual([]);
      expect(await at(sale.number)).toMatchObject([{ eventTitle: 'Hamlet', customerName: 'Jörg Müller' }]);
    });
  });

  describe('its map', () => {
    /** By seat label of row A of the stalls, whose ordinals begin at 0. */
    const arrivals = async (ticketIds?: string[]) => {
      const given = ticketIds === undefined ? { eventId } : { eventId, ticketIds };
      const { ordinals, arrival } = await as(core, door, 'door.arrivals', given);
      return [...ordinals]
        .map((ordinal, i) => [ordinal + 1, ARRIVALS[arrival[i]!]] as const)
        .toSorted(([left], [right]) => left - right);
    };

    test('says of every guest that was scanned what became of the scans', async () => {
      const tickets = ticketsOf(await sell(core, clerk, { eventId, seatIds: seats(1, 2, 3, 4, 5) }));
      const [one, two, three, four] = await Promise.all(tickets.map((ticket) => codeOf(ticket)));
      const elsewhere = await createEventOnSale(core, { title: 'Godot' });
      expect(await arrivals()).toEqual([]);
      await scan(one!);
      await scan(two!);
      core.now += 10_000;
      await scan(two!);
      await as(core, door, 'door.scan', { text: three!, eventIds: [elsewhere.eventId], gate: north });
      const fourth = await scan(four!);
      await as(core, door, 'door.correct', { scanId: fourth.scanId!, gate: north, reason: 'mistake' });
      const all = [
        [1, 'IN'],
        [2, 'SEEN_TWICE'],
        [3, 'WRONG_DOOR'],
        [4, 'TAKEN_BACK'],
      ];
      expect(await arrivals()).toEqual(all);
      expect(await arrivals([tickets[1]!.ticketId, tickets[4]!.ticketId])).toEqual([all[1]]);
      core.now += 10_000;
      await scan(three!);
      expect(await arrivals([tickets[2]!.ticketId])).toEqual([[3, 'IN']]);
    });

    test('forgets a guest whose ticket is no longer good, and knows the next one on the seat', async () => {
      const elsewhere = await createEventOnSale(core, { title: 'Godot' });
      const sale = await sell(core, clerk, { eventId, seatIds: seats(1) });
      const text = await codeOf(ticketsOf(sale)[0]!);
      await as(core, door, 'door.scan', { text, eventIds: [elsewhere.eventId], gate: north });
      expect(await arrivals()).toEqual([[1, 'WRONG_DOOR']]);
      await core.do('sale.cancel', { saleId: sale.saleId, reason: 'ill' });
      expect(await arrivals()).toEqual([]);
      const second = ticketsOf(await sell(core, clerk, { eventId, seatIds: seats(1) }))[0]!;
      await scan(await codeOf(second));
      expect(await arrivals()).toEqual([[1, 'IN']]);
    });

    test('hears which tickets were scanned, whatever the door said', async () => {
      const ticket = await oneTicket();
      const code = await codeOf(ticket);
      await scan(code);
      core.now += 10_000;
      await scan(code);
      await scan('https://example.org/menu');
      const heard = core.notices.flatMap(({ topic, data }) => (topic === 'scans' ? [data] : []));
      expect(heard).toEqual(Array(2).fill({ eventId, ticketIds: [ticket.ticketId] }));
    });

    test('is for those who scan', async () => {
      const buyer = await hire(core, 'Bo', 'BUYER');
      expect(await core.refusal('door.arrivals', { eventId }, buyer)).toMatchObject({ code: 'NOT_PERMITTED' });
      expect(await core.refusal('door.arrivals', { eventId: core.newId() }, door)).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  test('counts who is in, who is expected, and the last five minutes', async () => {
    const sale = await sell(core, clerk, { eventId, seatIds: seats(1, 2, 3) });
    await reserve(core, clerk, { eventId, seatIds: seats(9) });
    const codes = await Promise.all(ticketsOf(sale).map((ticket) => codeOf(ticket)));
    await scan(codes[0]!);
    core.now += 300_000;
    const second = await scan(codes[1]!);
    const counts = () => as(core, door, 'door.counts', { eventIds: [eventId] });
    expect(await counts()).toMatchObject([{ title: 'Hamlet', admitted: 2, expected: 3, lastFiveMinutes: 1 }]);
    await as(core, door, 'door.correct', { scanId: second.scanId!, gate: north, reason: 'mistake' });
    expect(await counts()).toMatchObject([{ admitted: 1, expected: 3, lastFiveMinutes: 0 }]);
  });
});
