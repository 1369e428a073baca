/** Numbers are drawn one after the other and none is missing: a row taken away leaves a hole. */
import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '../../core/store.ts';
import { checkOf, type Check } from '../../domain/verify/check.ts';
import { int } from '../../schema/kit.ts';
import { text } from '../../text/text.ts';

/** What a series numbers: how many there are, and the highest, for the part of its name behind the colon. */
type Used = (agencyId: string, rest: string) => SQL;

/** `TM-2026-000012` and its like: a prefix, and digits to its end. */
function numbered(table: 'tickets' | 'receipts' | 'purchase_orders', prefix: (rest: string) => string): Used {
  return (agencyId, rest) => {
    const start = prefix(rest);
    const digits = sql.raw(String(start.length + 1));
    return sql`select count(*), coalesce(max(cast(substr(number, ${digits}) as bigint)), 0) from ${sql.raw(table)}
      where agency_id = ${agencyId} and substr(number, 1, ${sql.raw(String(start.length))}) = ${start}`;
  };
}

const usedBySeries: Readonly<Record<string, Used>> = {
  ticket: numbered('tickets', (year) => `TM-${year}-`),
  receipt: numbered('receipts', (device) => `R${device}-`),
  'purchase-order': numbered('purchase_orders', (year) => `PO-${year}-`),
  event: (agencyId) => sql`select count(*), coalesce(max(number), 0) from events where agency_id = ${agencyId}`,
  scan: (agencyId, deviceId) =>
    sql`select count(*), coalesce(max(sequence), 0) from scans where agency_id = ${agencyId} and device_id = ${deviceId}`,
};

export async function numberCheck(read: Reader, agencyId: string): Promise<Check> {
  const counters = await read.rows('counters', sql`where agency_id = ${agencyId} order by id`);
  const problems: string[] = [];
  for (const { id, value } of counters) {
    const colon = id.indexOf(':');
    const used = usedBySeries[colon < 0 ? id : id.slice(0, colon)];
    if (!used) problems.push(text('verify.seriesUnknown', { what: id }));
    else {
      const [found] = await read.query({ count: int(), highest: int() }, used(agencyId, id.slice(colon + 1)));
      const { count, highest } = found!;
      if (count !== value || highest !== value)
        problems.push(text('verify.series', { what: id, value, count, highest }));
    }
  }
  return checkOf('numbers.have-no-holes', counters.length, problems);
}
