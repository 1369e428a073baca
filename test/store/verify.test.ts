import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqliteStore } from '../../src-main/store/sqlite-store.ts';
import { verifyRows, verifyStore } from '../../src-main/verify.ts';
import type { Check } from '../../src-shared/domain/verify/check.ts';
import { liveAWholeEvening } from '../support/evening.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';
import { makeTestFolder } from '../support/test-folder.ts';

const faultyOf = (checks: readonly Check[]) => checks.filter(({ problems }) => problems.length > 0);

describeOnBothStores('an evening with everything in it', (open) => {
  test('leaves rows that keep every rule, and each rule has looked at something', async () => {
    const core = await createTestCore(await open());
    await liveAWholeEvening(core);
    const checks = await verifyRows(core.store);
    expect(faultyOf(checks)).toEqual([]);
    expect(checks.filter(({ count }) => count === 0)).toEqual([]);
  });
});

/** One row of a table, as a condition. */
const one = (table: string, condition = '1 = 1', key = 'id') =>
  `${key} = (select min(${key}) from ${table} where ${condition})`;
const oneSeat = (condition: string) =>
  `(event_id, seat_id) = (select event_id, seat_id from event_seats where ${condition} limit 1)`;

/** For each check, what somebody with a database tool could do that it must find. */
const FAULTS: readonly (readonly [check: string, ...statements: string[]])[] = [
  [
    'seats.one-live-ticket',
    'drop index tickets_one_live_per_seat',
    `update tickets set (event_id, seat_id) = (select event_id, seat_id from tickets where status = 'USED')
     where ${one('tickets', "status = 'CONFIRMED'")}`,
  ],
  ['seats.agree-with-tickets', `update event_seats set status = 'AVAILABLE' where ${oneSeat("status = 'SOLD'")}`],
  ['seats.agree-with-tickets', `update event_seats set status = 'SOLD' where ${oneSeat("status = 'RESERVED'")}`],
  ['tickets.have-their-seat', `update event_seats set ticket_id = null where ${oneSeat("status = 'SOLD'")}`],
  [
    'seats.generations',
    `update tickets set generation = generation - 1 where ${one('tickets', "status = 'CONFIRMED'")}`,
  ],
  [
    'seats.generations',
    `update tickets set generation = generation + 1 where ${one('tickets', "status = 'CANCELLED'")}`,
  ],
  ['seats.holds', "update holds set status = 'RELEASED'"],
  ['seats.holds', `update event_seats set hold_id = 'nothing' where ${oneSeat("status = 'SOLD'")}`],
  ['seats.owned-when-sold', `update event_seats set ownership = 'NOT_OWNED' where ${oneSeat("status = 'SOLD'")}`],
  ['bookings.agree-with-tickets', "update bookings set status = 'RESERVED' where status = 'CONFIRMED'"],
  ['sales.agree-with-bookings', "update sales set status = 'RESERVED' where status = 'CONFIRMED'"],
  ['ledger.balances', `update ledger_entries set amount_minor = amount_minor + 1 where ${one('ledger_entries')}`],
  ['ledger.entries-belong', `update ledger_entries set cash_session_id = null where account = 'DRAWER'`],
  [
    'sales.paid',
    `update payments set amount_minor = amount_minor + 1 where ${one('payments', "status = 'SUCCEEDED'")}`,
  ],
  ['sales.paid', `delete from refunds where ${one('refunds')}`],
  ['sales.revenue', `update tickets set price_minor = price_minor + 1 where ${one('tickets', "status = 'CONFIRMED'")}`],
  ['sales.totals', `update sales set total_minor = total_minor + 1 where ${one('sales')}`],
  ['sales.unpaid-untouched', "update sales set confirmed_at = null where status = 'CONFIRMED'"],
  ['payments.settled', "update payments set status = 'PENDING' where status = 'SUCCEEDED'"],
  ['payments.settled', "update sales set status = 'RESERVED' where status = 'PAYING'"],
  [
    'payments.refunded-when-cancelled',
    `delete from ledger_entries where account = 'DRAWER' and amount_minor < 0
     and sale_id in (select id from sales where status = 'CANCELLED')`,
  ],
  [
    'tickets.sold-and-refunded-once',
    `delete from sale_lines where ${one('sale_lines', 'reverses_line_id is not null')}`,
  ],
  [
    'tickets.sold-and-refunded-once',
    `update tickets set status = 'CONFIRMED' where ${one('tickets', "status = 'RESERVED'")}`,
  ],
  ['drawers.add-up', `update cash_sessions set float_minor = float_minor + 1 where status = 'OPEN'`],
  ['drawers.add-up', `update cash_sessions set difference_minor = difference_minor + 1 where status = 'CLOSED'`],
  ['drawers.add-up', "delete from cash_movements where kind = 'PAID_OUT'"],
  ['drawers.counted', "delete from cash_counts where kind = 'CLOSE'"],
  [
    'orders.lines-reconcile',
    `update event_seats set ownership = 'NOT_OWNED' where ${oneSeat("purchase_order_line_id is not null and status = 'AVAILABLE'")}`,
  ],
  ['orders.lines-agree', "update purchase_order_lines set status = 'RECEIVED' where status = 'PARTIALLY_RECEIVED'"],
  ['orders.totals', 'update purchase_orders set total_minor = total_minor + 1'],
  ['orders.owed', "delete from ledger_entries where account = 'SUPPLIER_PAYABLE'"],
  ['prints.are-of-paid-paper', `update print_items set attempts = 2 where ${one('print_items')}`],
  [
    'prints.are-of-paid-paper',
    `update print_items set ticket_id = (select id from tickets where status = 'RESERVED') where ${one('print_items', "kind = 'TICKET'")}`,
  ],
  ['numbers.have-no-holes', `delete from receipts where ${one('receipts')}`],
  ['numbers.have-no-holes', "update counters set value = value - 1 where id like 'ticket:%'"],
  ['admissions.are-the-fold-of-scans', 'update admissions set is_inside = 0'],
  ['admissions.are-the-fold-of-scans', "update tickets set status = 'CONFIRMED' where status = 'USED'"],
  ['commands.on-record', `delete from commands where name = 'sale.cancel'`],
  [
    'commands.on-record',
    `insert into commands select 'made-up', agency_id, version, created_at, updated_at, name, user_id, answer from commands limit 1`,
  ],
  ['audit.chain', "update audit_records set user_id = 'somebody' where name = 'sale.cancel'"],
  ['audit.chain', `delete from audit_records where ${one('audit_records', 'sequence > 5')}`],
  ['journal.chain', `update journal set record = replace(record, '"reason":"ill"', '"reason":"well"')`],
  ['journal.chain', 'delete from journal where sequence = 5'],
  ['rows.are-what-the-record-says', "update users set role = 'OWNER' where name = 'Ada'"],
  ['rows.are-what-the-record-says', "delete from customers where name = 'Jörg Müller'"],
  ['database.integrity', "update bookings set sale_id = 'nothing' where status = 'PAYING'"],
];

describe('verification', () => {
  let core: TestCore;
  let store: SqliteStore;
  let all: readonly Check[];

  beforeAll(async () => {
    core = await createTestCore();
    store = core.store as SqliteStore;
    await liveAWholeEvening(core);
    all = await verifyStore(store, null);
  });
  afterAll(() => core.close());

  test('finds nothing wrong with an evening, and looks at something in each check', () => {
    expect(faultyOf(all)).toEqual([]);
    expect(all.filter(({ count }) => count === 0)).toEqual([]);
  });

  test.each(FAULTS)('%s finds what was done behind the record: %s', async (name, ...statements) => {
    store.writer.exec('begin');
    try {
      const changed = statements.reduce((sum, statement) => sum + store.writer.prepare(statement).run().changes, 0);
      expect(changed).toBeGreaterThan(0);
      const check = (await verifyStore(store, null)).find((one) => one.name === name);
      expect(check?.problems).not.toEqual([]);
    } finally {
      store.writer.exec('rollback');
    }
  });

  test('has a planted fault for every check', () => {
    expect(new Set(FAULTS.map(([name]) => name))).toEqual(new Set(all.map(({ name }) => name)));
  });

  describe('of the second journal', () => {
    async function linesOf(): Promise<string[]> {
      const rows = await store.read.rows('journal', sql`where 1 = 1 order by sequence`);
      return rows.map(({ sequence, record, hash }) => JSON.stringify({ sequence, record, hash, audit: {} }));
    }
    const verifyAgainst = async (lines: readonly string[]) => {
      const file = join(makeTestFolder(), 'journal.jsonl');
      writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
      const checks = await verifyStore(store, file);
      return checks.find(({ name }) => name === 'journal.second-copy')!;
    };

    test('agrees with it line by line', async () => {
      const lines = await linesOf();
      expect(await verifyAgainst(lines)).toEqual({ name: 'journal.second-copy', count: lines.length, problems: [] });
    });

    test('finds a line that is missing, altered, one too many, or cannot be read', async () => {
      const lines = await linesOf();
      const altered = lines.with(3, lines[3]!.replace('"hash":"', '"hash":"0'));
      const faults = [lines.slice(0, -1), altered, [...lines, lines[0]!], lines.with(3, '{"sequence":')];
      const checks = await Promise.all(faults.map(verifyAgainst));
      expect(checks.map(({ problems }) => problems.length)).toEqual([1, 1, 1, 1]);
    });
  });
});
