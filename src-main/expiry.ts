/** Frees the seats of baskets and unpaid bookings that are past their time. The clock decides only how soon. */
import { sql } from 'drizzle-orm';
import type { Executor } from '../src-shared/core/execute.ts';
import type { Store } from '../src-shared/core/store.ts';
import { int, text } from '../src-shared/schema/kit.ts';

const SYSTEM = { userId: 'system', allowedBy: null };

/** More wait for the next turn, so that a sale never waits for a long row of them. */
const MOST_AT_ONCE = 20;

/** @returns how many sales were looked at */
export async function expireDueSales({
  store,
  executor,
  now,
}: {
  readonly store: Store;
  readonly executor: Executor;
  readonly now: number;
}): Promise<number> {
  const due = await store.read.query(
    { saleId: text(), deadline: int() },
    sql`select b.sale_id, min(b.deadline) from bookings b
        where b.agency_id = ${store.agencyId} and b.status = 'RESERVED' and b.deadline <= ${now}
        group by b.sale_id order by min(b.deadline) limit ${MOST_AT_ONCE}`,
  );
  for (const { saleId, deadline } of due)
    await executor.run('sale.expire', { saleId }, SYSTEM, `expire-${saleId}-${deadline}`);
  return due.length;
}
