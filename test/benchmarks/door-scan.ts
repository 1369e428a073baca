/** D1: a ticket shown at the door: its code read and verified, the verdict given, the scan durable in two places. */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openWriter } from '../../src-main/store/database.ts';
import { checkTicketCode, parseTicketCode, signTicket } from '../../src-shared/domain/tickets/code.ts';
import { testSigner, testVerifier } from '../support/ticket-keys.ts';
import { ratioAtMost, type Bar, type Benchmark } from './benchmark.ts';
import { createHouseOnDisk, openHouse, OWNER, seatIdOf } from './house-on-disk.ts';
import { timed } from './measure.ts';

const SCANS = 200;
const SEATS_A_BASKET = 5;
const GOAL: Bar = ratioAtMost(3);

export const doorScan: Benchmark = {
  id: 'D1',
  title: 'scan verdict at the door, durable in two places',
  control: 'bare verify, one row in a transaction, one synced append',
  unit: 'ms',
  must: { of: 'FIGURE', sense: 'AT_MOST', limit: 50 },
  goal: GOAL,
  sizes: [5000],
  async open(n) {
    const house = await createHouseOnDisk(n);
    const files = house.copy('sold');
    const opened = await openHouse(files, 4);
    for (let first = 0; first < Math.min(n, SCANS * 30); first += SEATS_A_BASKET)
      await sell(opened, house.eventId, first);
    const codes = signedCodes(opened.store.writer);
    const bare = openBareStore(house.copy('bare'));
    let scanned = 0;
    const nextCodes = (): readonly string[] => {
      const from = scanned % (codes.length - SCANS + 1);
      scanned += SCANS;
      return codes.slice(from, from + SCANS);
    };
    return {
      value: async () => {
        const round = nextCodes();
        const tookMs = await timed(async () => {
          for (const [at, text] of round.entries()) {
            const input = { text, eventIds: [house.eventId], gate: 'North' };
            const answer = await opened.executor.run('door.scan', input, OWNER, `scan-${scanned}-${at}`);
            if (!answer.ok) throw new Error(answer.error.message);
          }
        });
        return tookMs / SCANS;
      },
      control: async () => (await timed(() => nextCodes().forEach(bare.scan))) / SCANS,
      close: async () => {
        bare.close();
        await opened.close();
        house.remove();
      },
    };
  },
};

async function sell(
  { executor }: Awaited<ReturnType<typeof openHouse>>,
  eventId: string,
  first: number,
): Promise<void> {
  const saleId = `sale-${first}`;
  const seatIds = Array.from({ length: SEATS_A_BASKET }, (_, i) => seatIdOf(first + i));
  const run = async (name: string, input: object): Promise<void> => {
    const result = await executor.run(name, input, OWNER, `${name}-${first}`);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  };
  await run('sale.reserveSeats', { saleId, eventId, seatIds });
  await run('sale.beginPayment', { saleId });
  const reference = 'T-1';
  const amountMinor = seatIds.length * (Math.floor(first / 1000) % 2 === 0 ? 5000 : 3000);
  await run('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor, reference });
  await run('sale.finish', { saleId });
}

function signedCodes(connection: Database.Database): readonly string[] {
  const tickets = connection
    .prepare(
      "select e.number as eventNumber, t.serial, t.ordinal as seatIndex, t.generation from tickets t join events e on e.agency_id = t.agency_id and e.id = t.event_id where t.status = 'CONFIRMED' order by t.number",
    )
    .all() as { eventNumber: number; serial: number; seatIndex: number; generation: number }[];
  return tickets.map((ticket) => signTicket({ ...ticket, product: 0, gate: 0 }, testSigner));
}

/** What any program at a door must do: verify, write down, sync. */
function openBareStore(files: { readonly database: string; readonly journal: string }) {
  const connection = openWriter(files.database);
  connection.exec('create table bare_scans (serial integer not null, at integer not null) strict');
  const insert = connection.prepare('insert into bare_scans (serial, at) values (?, ?)');
  const descriptor = openSync(files.journal, 'a');
  const write = connection.transaction((serial: number) => insert.run(serial, 0));
  return {
    scan: (text: string): void => {
      const code = parseTicketCode(text);
      if (!code.ok || checkTicketCode(code.value, testVerifier) !== 'VALID') throw new Error('a good code was refused');
      write(code.value.fields.serial);
      writeSync(descriptor, `${text}\n`);
      fdatasyncSync(descriptor);
    },
    close: (): void => {
      connection.close();
      closeSync(descriptor);
    },
  };
}
