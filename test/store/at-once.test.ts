/** Everybody presses at the same time: a drawer, a door, a print list. */
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../src-shared/contract/session.ts';
import type { CallName, Input } from '../../src-shared/contract/calls.ts';
import { verifyStore } from '../../src-main/verify.ts';
import { as, hire } from '../support/people.ts';
import { createEventOnSale, sell, ticketsOf } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

const TIMES = 16;

let core: TestCore;
let ada: Person;
let dora: Person;
let eventId: string;

/** What came of each: `ok`, or the refusal's code. */
async function atOnce<N extends CallName>(person: Person, name: N, inputs: readonly Input<N>[]): Promise<string[]> {
  const results = await Promise.all(inputs.map((input) => core.call(name, input, core.newId(), person)));
  return results.map((result) => (result.ok ? 'ok' : result.error.code));
}
const times = <T>(input: T): T[] => Array.from({ length: TIMES }, () => input);
const countOf = (outcomes: readonly string[], outcome: string) => outcomes.filter((one) => one === outcome).length;

async function expectWhole(): Promise<void> {
  const checks = await verifyStore(core.store, null);
  expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([]);
}

describeOnBothStores('at once', (open) => {
  beforeEach(async () => {
    core = await createTestCore(await open());
    ada = await hire(core, 'Ada', 'CLERK');
    dora = await hire(core, 'Dora', 'DOOR');
    ({ eventId } = await createEventOnSale(core));
  });

  test('one ticket scanned by many lets one in', async () => {
    const [ticket] = ticketsOf(await sell(core, ada, { eventId, seatIds: ['stalls-A-1'] }));
    const scan = { text: ticket!.shortSerial, eventIds: [eventId], gate: 'North' };
    expect(countOf(await atOnce(dora, 'door.scan', times(scan)), 'ok')).toBe(TIMES);
    const scans = await core.store.read.rows('scans', sql`where verdict = 'ADMIT'`);
    expect(scans).toHaveLength(1);
    await expectWhole();
  });

  test('many tickets scanned at once all come in, each scan with a number of its own', async () => {
    const seatIds = Array.from({ length: TIMES }, (_, i) => `stalls-${i < 8 ? 'A' : 'B'}-${(i % 8) + 1}`);
    const sales = [
      await sell(core, ada, { eventId, seatIds: seatIds.slice(0, 8) }),
      await sell(core, ada, { eventId, seatIds: seatIds.slice(8) }),
    ];
    const scans = sales
      .flatMap(ticketsOf)
      .map(({ shortSerial }) => ({ text: shortSerial, eventIds: [eventId], gate: 'North' }));
    expect(countOf(await atOnce(dora, 'door.scan', scans), 'ok')).toBe(TIMES);
    expect(await core.do('door.counts', { eventIds: [eventId] })).toMatchObject([{ admitted: TIMES }]);
    await expectWhole();
  });

  test('a drawer opens once, moves every time, and closes once', async () => {
    expect(countOf(await atOnce(ada, 'cash.open', times({ denominations: { '1000': 5 } })), 'ok')).toBe(1);
    const move = { kind: 'PAID_IN' as const, amountMinor: 100, reason: 'change' };
    expect(countOf(await atOnce(ada, 'cash.move', times(move)), 'ok')).toBe(TIMES);
    await as(core, ada, 'cash.beginCount', {});
    await as(core, ada, 'cash.count', { denominations: { '100': 50 + TIMES } });
    expect(countOf(await atOnce(ada, 'cash.close', times({})), 'ok')).toBe(1);
    const [session] = await core.store.read.rows('cashSessions', sql`where 1 = 1`);
    expect(session).toMatchObject({ status: 'CLOSED', differenceMinor: 0 });
    await expectWhole();
  });

  test('what failed is printed again once, and every copy is counted', async () => {
    await core.do('settings.set', {
      ticketPrinter: { kind: 'SYSTEM', name: 'Tickets' },
      ticketLayout: 'A6',
      receiptPrinter: { kind: 'NONE' },
      receiptColumns: 42,
      gate: 'North',
      mapGlides: false,
    });
    const [ticket] = ticketsOf(await sell(core, ada, { eventId, seatIds: ['stalls-A-1'] }));
    const [item] = await core.do('print.queue', {});
    const failed = { printItemId: item!.printItemId, state: 'FAILED', problem: 'jam' };
    await core.executor.run('print.mark', failed, { userId: 'system', allowedBy: null }, core.newId());
    const again = { printItemIds: [item!.printItemId] };
    expect(countOf(await atOnce(ada, 'print.again', times(again)), 'ok')).toBe(1);
    const copies = { ticketIds: [ticket!.ticketId], reason: 'torn' };
    expect(countOf(await atOnce(ada, 'ticket.reprint', times(copies)), 'ok')).toBe(TIMES);
    const [after] = await core.store.read.rows('tickets', sql`where id = ${ticket!.ticketId}`);
    expect(after).toMatchObject({ printedCopies: 1 + TIMES });
    expect(await core.do('print.queue', {})).toHaveLength(1 + TIMES);
    await expectWhole();
  });
});
