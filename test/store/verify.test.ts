import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyDevice, verifyStore } from '../../src-main/verify.ts';
import type { SqliteStore } from '../../src-main/store/sqlite-store.ts';
import type { JournalLine } from '../../src-main/store/second-journal.ts';
import { playEvening } from '../support/evening.ts';
import { sell } from '../support/selling.ts';
import { bothStores, describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

type Checks = Awaited<ReturnType<typeof verifyStore>>;
const problemsOf = (checks: Checks) => checks.flatMap(({ name, problems }) => problems.map((one) => `${name}: ${one}`));

describeOnBothStores('verification', (open, kind) => {
  test('of an evening with one of everything finds nothing wrong, and looked at each thing', async () => {
    const core = await createTestCore(await open());
    await playEvening(core);
    const checks = await verifyStore(core.store, null);
    expect(problemsOf(checks)).toEqual([]);
    // A central store keeps no journal, and seals its audit records later.
    const chains = ['journal chain', 'audit chain'];
    const looked = checks.filter(({ name }) => kind === 'SQLite' || !chains.includes(name));
    expect(looked.filter(({ count }) => count === 0).map(({ name }) => name)).toEqual([]);
  });
});

describe('verification while others sell', () => {
  const { sqlite } = bothStores();

  test('is of one moment: what is half done in between is not seen', async () => {
    const core = await createTestCore(await sqlite());
    const { eventId, clerk } = await playEvening(core);
    const sellOn = async (): Promise<void> => {
      for (let label = 1; label <= 8; label++) await sell(core, clerk, { eventId, seatIds: [`circle-AA-${label}`] });
    };
    const verifyOn = async (): Promise<string[]> => {
      const problems: string[] = [];
      for (let i = 0; i < 5; i++) problems.push(...problemsOf(await verifyDevice(core.store as SqliteStore, null)));
      return problems;
    };
    const [problems] = await Promise.all([verifyOn(), sellOn()]);
    expect(problems).toEqual([]);
  });
});

/** What a fault breaks: the check that must say so, and words of what it says. */
const PLANTED: readonly (readonly [fault: string, statement: string, check: string, says: string])[] = [
  [
    'a second live ticket on a seat',
    `drop index tickets_one_live_per_seat; update tickets set seat_id = 'stalls-A-1' where seat_id = 'stalls-A-2'`,
    'one live ticket per seat',
    'Stalls A 1 has 2 live tickets',
  ],
  [
    'a sold seat put on sale again',
    `update event_seats set status = 'AVAILABLE' where seat_id = 'stalls-A-1'`,
    'seats agree with their tickets',
    'Hamlet, Stalls A 1',
  ],
  [
    'a seat that went on to another generation',
    `update event_seats set generation = 9 where seat_id = 'stalls-A-2'`,
    'seats agree with their tickets',
    'generation 9',
  ],
  [
    'a seat that forgot its ticket',
    `update event_seats set status = 'AVAILABLE', ticket_id = null, booking_id = null where seat_id = 'stalls-A-1'`,
    'live tickets have their seats',
    'TM-2026-000001',
  ],
  [
    'a seat freed without a new generation',
    `update event_seats set generation = 1 where seat_id = 'stalls-B-1'`,
    'generations only grow',
    'Stalls B 1',
  ],
  ['a held seat whose hold is gone', `update holds set status = 'RELEASED'`, 'held and blocked seats', 'RELEASED'],
  [
    'a blocked seat without a reason',
    `update event_seats set block_reason = null where status = 'BLOCKED'`,
    'held and blocked seats',
    'Stalls F 1',
  ],
  [
    'a seat sold that is not ours',
    `update event_seats set ownership = 'NOT_OWNED' where seat_id = 'stalls-A-1'`,
    'taken seats are ours',
    'Stalls A 1',
  ],
  [
    'a seat that is missing in its event',
    `delete from event_seats where seat_id = 'circle-BB-8'`,
    'event seats are those of the map',
    'Hamlet',
  ],
  [
    'a map without columns',
    `update map_versions set columns = null`,
    'published maps have seats and columns',
    'no columns',
  ],
  [
    'a booking in another state than its sale',
    `update bookings set status = 'EXPIRED' where status = 'CONFIRMED'`,
    'bookings agree with their sale',
    'EXPIRED',
  ],
  [
    'a basket without a deadline',
    `update bookings set deadline = null`,
    'bookings agree with their sale',
    'no deadline',
  ],
  [
    'a paid ticket in an unpaid booking',
    `update tickets set status = 'CONFIRMED' where status = 'RESERVED'`,
    'tickets agree with their booking',
    'RESERVED',
  ],
  [
    'a total that is not the sum of its tickets',
    `update sales set total_minor = total_minor + 1 where status = 'CONFIRMED'`,
    'sale totals',
    '10001',
  ],
  ['a comp without a reason', `update tickets set comp_reason = null`, 'comps are free and have a reason', 'no reason'],
  [
    'a receipt that was taken away',
    `delete from receipts where number = 'R1-000001'`,
    'every paid sale has its receipt',
    '0 receipts',
  ],
  [
    'a drawer whose receipt was taken away',
    `delete from receipts where kind = 'CASH'`,
    'every movement and closing of a drawer has its receipt',
    '0 of 1 receipts',
  ],
  [
    'a gap in the receipt numbers',
    `delete from receipts where number = 'R1-000002'`,
    'receipt numbers have no gap',
    'R1-000002',
  ],
  [
    'an entry changed by one cent',
    `update ledger_entries set amount_minor = amount_minor + 1 where account = 'ROUNDING' or account = 'DRAWER'`,
    'ledger transactions sum to zero',
    '1 EUR',
  ],
  [
    'a payment that is not in the ledger',
    `update payments set amount_minor = amount_minor + 5, tendered_minor = tendered_minor + 5`,
    'sales, payments and ledger agree',
    'paid',
  ],
  [
    'a payment taken for a basket',
    `update payments set sale_id = (select id from sales where status = 'RESERVED')`,
    'payments belong to a sale or were given back',
    'RESERVED',
  ],
  [
    'a cancelled sale whose money was kept',
    `update sales set status = 'CANCELLED' where status = 'CONFIRMED'`,
    'payments belong to a sale or were given back',
    'not given back',
  ],
  [
    'a refund given twice',
    `drop index sale_lines_reversed_once; insert into sale_lines select 'x', agency_id, version, created_at, updated_at, sale_id, booking_id, ticket_id, kind, description, quantity, unit_minor, total_minor, reverses_line_id from sale_lines where reverses_line_id is not null`,
    'a ticket is refunded once',
    '2 reversals',
  ],
  [
    'money out of the drawer beside the ledger',
    `update cash_sessions set float_minor = float_minor - 100`,
    'cash sessions add up',
    'CLOSED',
  ],
  [
    'a closed drawer that is not empty',
    `delete from ledger_entries where account = 'DRAWER' and amount_minor < 0`,
    'cash sessions add up',
    'CLOSED',
  ],
  [
    'revenue earned before the event',
    `update ledger_entries set account = 'TICKET_REVENUE' where account = 'ADVANCE_SALES'`,
    'revenue stands where the event is',
    'Hamlet',
  ],
  [
    'more seats owned than received',
    `update purchase_order_lines set received_quantity = 9`,
    'order lines agree with owned seats',
    'owned 10',
  ],
  [
    'a debt that is not in the ledger',
    `update ledger_entries set supplier_id = null`,
    'what is owed is what was received',
    'owed 0',
  ],
  [
    'stock that is gone',
    `update event_seats set cost_minor = 1 where cost_minor is not null`,
    'stock is what unsold seats cost',
    'Macbeth',
  ],
  [
    'a command without a record',
    `delete from audit_records where sequence = (select max(sequence) from audit_records)`,
    'commands are on record once',
    'no audit record',
  ],
  [
    'a counter set back',
    `update counters set value = 1 where id = 'ticket:2026'`,
    'counters are ahead of their numbers',
    'ticket:2026',
  ],
  [
    'an admission that no scan made',
    `update admissions set entry_number = 7`,
    'admissions are the fold of the scans',
    'entry 7',
  ],
  [
    'a journal record altered',
    `update journal set record = replace(record, '"at":', '"at": ') where sequence = 5`,
    'journal chain',
    '5',
  ],
  ['a journal record cut out', `delete from journal where sequence = 6`, 'journal chain', '7'],
  [
    'an audit record altered with its hash',
    `update audit_records set detail = '{}' where sequence = 7`,
    'journal chain',
    'does not say what the journal says',
  ],
  ['an audit record altered', `update audit_records set user_id = 'nobody' where sequence = 8`, 'audit chain', '8'],
  [
    'a reservation on paper',
    `update print_items set ticket_id = (select min(id) from tickets where status = 'RESERVED') where kind = 'TICKET'`,
    'print items are of paid paper',
    'RESERVED',
  ],
  ['paper sent twice', `update print_items set attempts = 2`, 'print items are of paid paper', 'sent 2 times'],
  [
    'a clerk made an owner behind the record',
    `update users set role = 'OWNER' where name = 'Ada'`,
    'rows are what the record says',
    'role is "OWNER", on record it is "CLERK"',
  ],
  [
    'a row that no command made',
    `insert into settings (id, agency_id, version, created_at, updated_at, value) values ('x', 'local', 1, 1, 1, '1')`,
    'rows are what the record says',
    'settings x: nothing on record made it',
  ],
  [
    'a row that is gone',
    `delete from holds`,
    'rows are what the record says',
    'is on record and gone from the database',
  ],
  [
    'a row that names one that is not there',
    `update payments set sale_id = 'nothing'`,
    'database file is whole',
    'a row of payments names one of sales',
  ],
  ['an audit record cut out', `delete from audit_records where sequence = 9`, 'audit chain', '10'],
];

describe('verification finds', () => {
  let core: TestCore;
  let writer: SqliteStore['writer'];
  let lines: JournalLine[];
  const second = () => ({ hashes: lines.map(({ hash }) => hash), read: (index: number) => lines[index]! });

  beforeAll(async () => {
    core = await createTestCore();
    await playEvening(core);
    ({ writer } = core.store as SqliteStore);
    writer.pragma('foreign_keys = OFF');
    lines = writer.prepare('select sequence, record, hash from journal order by sequence').all() as JournalLine[];
  });
  afterAll(() => core.close());

  /** What is found with a fault planted, which is then dug out again. */
  async function foundWith(statement: string): Promise<Checks> {
    writer.exec(`savepoint planted; ${statement}`);
    try {
      return await verifyDevice(core.store as SqliteStore, second());
    } finally {
      writer.exec('rollback to planted; release planted');
    }
  }

  test.each(PLANTED)('%s', async (_fault, statement, name, says) => {
    const check = (await foundWith(statement)).find((one) => one.name === name);
    expect(check?.problems.join('\n')).toContain(says);
  });

  test('nothing, once the faults are gone', async () => {
    expect(problemsOf(await verifyDevice(core.store as SqliteStore, second()))).toEqual([]);
  });

  test.each([
    ['a record that is missing in the second journal', () => void lines.pop(), 'is missing there'],
    ['a record that is missing in the database', () => void lines.push(lines.at(-1)!), 'missing in the database'],
    ['another record in the second journal', () => void (lines[3] = { ...lines[3]!, record: '{}' }), 'record 4'],
  ])('%s', async (_fault, plant, says) => {
    const whole = [...lines];
    plant();
    const found = problemsOf(await verifyDevice(core.store as SqliteStore, second()));
    lines = whole;
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  test('each of its checks has a fault that it finds', async () => {
    const names = (await verifyDevice(core.store as SqliteStore, second())).map(({ name }) => name);
    const found = new Set([...PLANTED.map(([, , name]) => name), 'second journal']);
    expect(names.filter((name) => !found.has(name))).toEqual([]);
  });
});
