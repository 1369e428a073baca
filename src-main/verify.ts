/** Checks every rule the data must keep, on the data itself: what `parterre verify` and the office's button run. */
import { createHash } from 'node:crypto';
import { bulkHandlers } from '../src-shared/commands/bulk-handlers.ts';
import { verifyAudit, verifyJournal, type JournalCopy } from '../src-shared/queries/verify/record-chains.ts';
import type { Store } from '../src-shared/core/store.ts';
import type { Verified } from '../src-shared/queries/verify/check.ts';
import { moneyChecks } from '../src-shared/queries/verify/money-checks.ts';
import { paperChecks } from '../src-shared/queries/verify/paper-checks.ts';
import { recordChecks } from '../src-shared/queries/verify/record-checks.ts';
import { saleChecks } from '../src-shared/queries/verify/sale-checks.ts';
import { seatChecks } from '../src-shared/queries/verify/seat-checks.ts';
import { stockChecks } from '../src-shared/queries/verify/stock-checks.ts';
import { text } from '../src-shared/text/text.ts';
import { verifyReplay } from './store/replay.ts';
import type { SecondJournal } from './store/second-journal.ts';
import { takeSnapshot, type Snapshot } from './store/snapshot.ts';
import type { SqliteStore } from './store/sqlite-store.ts';

const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex');

const CHECKS = [...seatChecks, ...saleChecks, ...moneyChecks, ...stockChecks, ...paperChecks, ...recordChecks];

type Rows = Pick<Store, 'read' | 'agencyId'>;
type Journal = Pick<SecondJournal, 'hashes' | 'read'>;

/**
 * The rules of the rows and the chains of the record, on either store, as they stand while it reads.
 * @param second null where there is none (a central store)
 */
export function verifyStore(store: Rows, second: Journal | null): Promise<Verified[]> {
  return verifyRows(store, second && copyOf(second));
}

async function verifyRows({ read, agencyId }: Rows, copy: JournalCopy | null): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const check of CHECKS) verified.push(await check(read, agencyId));
  verified.push(...(await verifyJournal(read, agencyId, sha256, copy)));
  verified.push(await verifyAudit(read, agencyId, sha256));
  return verified;
}

/**
 * Everything there is to know of a device's own store, of one moment, while others sell. It changes nothing.
 * @param second null where there is none (a store in memory)
 */
export async function verifyDevice(store: SqliteStore, second: Journal | null): Promise<Verified[]> {
  // Counted before the snapshot, in the same turn: every line counted is of a record that the snapshot has.
  const copy = second && copyOf(second);
  const snapshot = takeSnapshot(store);
  try {
    const verified = await verifyRows(snapshot, copy);
    return [...verified, await verifyReplay(snapshot, bulkHandlers), verifyDatabase(snapshot)];
  } finally {
    snapshot.close();
  }
}

function copyOf(second: Journal): JournalCopy {
  return {
    length: second.hashes.length,
    lineAt: (index) => (index < second.hashes.length ? second.read(index) : null),
  };
}

/** SQLite's own: pages, indexes, and rows that name rows that are not there. */
function verifyDatabase({ connection }: Snapshot): Verified {
  const faults = connection.pragma('integrity_check') as { integrity_check: string }[];
  const strays = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
  return {
    name: 'database file is whole',
    count: connection.pragma('page_count', { simple: true }) as number,
    problems: [
      ...faults.map((fault) => fault.integrity_check).filter((found) => found !== 'ok'),
      ...strays.map((stray) => text('verify.stray', stray)),
    ].map((found) => text('verify.database', { found })),
  };
}
