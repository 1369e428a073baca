/** Checks every rule the data must keep, on the data itself: what `parterre verify` and the office's button run. */
import { createHash } from 'node:crypto';
import { verifyAudit, verifyJournal } from '../src-shared/queries/verify/record-chains.ts';
import type { Store } from '../src-shared/core/store.ts';
import type { Verified } from '../src-shared/queries/verify/check.ts';
import { moneyChecks } from '../src-shared/queries/verify/money-checks.ts';
import { recordChecks } from '../src-shared/queries/verify/record-checks.ts';
import { saleChecks } from '../src-shared/queries/verify/sale-checks.ts';
import { seatChecks } from '../src-shared/queries/verify/seat-checks.ts';
import { stockChecks } from '../src-shared/queries/verify/stock-checks.ts';
import type { SecondJournal } from './store/second-journal.ts';

const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex');

const CHECKS = [...seatChecks, ...saleChecks, ...moneyChecks, ...stockChecks, ...recordChecks];

/**
 * Reads committed data, check by check; what is changed meanwhile may be reported although it is whole, so ask again
 * before believing it, or close the program first.
 * @param second null where there is none (a central store)
 */
export async function verifyStore(
  store: Pick<Store, 'read' | 'agencyId'>,
  second: Pick<SecondJournal, 'hashes' | 'read'> | null,
): Promise<readonly Verified[]> {
  const { read, agencyId } = store;
  const verified: Verified[] = [];
  for (const check of CHECKS) verified.push(await check(read, agencyId));
  const copy = second && { length: second.hashes.length, lineAt: (index: number) => second.read(index) };
  verified.push(...(await verifyJournal(read, agencyId, sha256, copy)));
  verified.push(await verifyAudit(read, agencyId, sha256));
  return verified;
}
