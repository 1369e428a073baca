/** What is not printed, what was, and this PC's printers. */
import { sql, type SQL } from 'drizzle-orm';
import type { Queries, Query } from '../commands/registry.ts';
import type { PrintItemView } from '../contract/paper.ts';
import type { Reader } from '../core/store.ts';
import type { PrintState } from '../domain/inventory/states.ts';
import { ok } from '../domain/result.ts';
import { bool, instant, text } from '../schema/kit.ts';
import { text as say } from '../text/text.ts';
import { settingsFrom, deviceSettingsId } from './device-settings.ts';

const itemShape = {
  printItemId: text(),
  kind: text<'TICKET' | 'RECEIPT'>(),
  saleId: text().orNull,
  saleNumber: text().orNull,
  state: text<PrintState>(),
  isCopy: bool(),
  problem: text().orNull,
  at: instant(),
  receiptNumber: text().orNull,
  title: text().orNull,
  section: text().orNull,
  row: text().orNull,
  label: text().orNull,
};

async function itemsWhere(read: Reader, agencyId: string, condition: SQL): Promise<PrintItemView[]> {
  const items = await read.query(
    itemShape,
    sql`select p.id, p.kind, p.sale_id, s.number, p.state, p.is_copy, p.problem, p.created_at, r.number, e.title,
               x.section_name, x.row_label, x.label
        from print_items p
        left join sales s on s.agency_id = p.agency_id and s.id = p.sale_id
        left join receipts r on r.agency_id = p.agency_id and r.id = p.receipt_id
        left join tickets t on t.agency_id = p.agency_id and t.id = p.ticket_id
        left join events e on e.agency_id = p.agency_id and e.id = t.event_id
        left join seats x on x.agency_id = p.agency_id and x.map_version_id = e.map_version_id and x.seat_id = t.seat_id
        where p.agency_id = ${agencyId} and ${condition} order by p.created_at, p.id`,
  );
  return items.map(({ receiptNumber, title, section, row, label, ...item }) => ({
    ...item,
    what:
      item.kind === 'TICKET'
        ? say('print.ticket', { title: title ?? '', section: section ?? '', row: row ?? '', label: label ?? '' })
        : say('print.receipt', { number: receiptNumber ?? '' }),
  }));
}

export const paperQueries: Queries<'print'> & { 'settings.get': Query<'settings.get'> } = {
  // As isOutstanding has it (domain/paper/print-rules.ts).
  'print.queue': async (read, { agencyId }) =>
    ok(
      await itemsWhere(
        read,
        agencyId,
        sql`(p.state in ('QUEUED', 'SENT', 'UNKNOWN') or (p.state = 'FAILED' and p.problem is not null))`,
      ),
    ),
  'print.ofSale': async (read, { agencyId }, { saleId }) =>
    ok(await itemsWhere(read, agencyId, sql`p.sale_id = ${saleId}`)),
  'settings.get': async (read, { agencyId, deviceId }) => {
    const [row] = await read.rows(
      'settings',
      sql`where agency_id = ${agencyId} and id = ${deviceSettingsId(deviceId)}`,
    );
    return ok(settingsFrom(row));
  },
};
