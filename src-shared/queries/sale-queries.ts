/** Reading sales: the basket, the last one, what a search finds. */
import { sql, type SQL } from 'drizzle-orm';
import type { SaleSummary } from '../contract/sale.ts';
import type { SaleStatus } from '../domain/inventory/states.ts';
import { fail, ok } from '../domain/result.ts';
import { wordToSaleNumberTail } from '../domain/sale/number.ts';
import { foldText, searchWords } from '../domain/text/fold.ts';
import { parseTicketCode } from '../domain/tickets/code.ts';
import { parseShortSerial } from '../domain/tickets/short-serial.ts';
import { text as say } from '../text/text.ts';
import type { Queries, Query } from '../commands/registry.ts';
import { int, text } from '../schema/kit.ts';
import { readSale, viewOf } from './sale-view.ts';
import { findBest } from './find-best.ts';

/** More are not read by anybody; a search says so by being full. */
const MOST_FOUND = 50;
/** A list that is worked through from A to Z must be whole; no house has more waiting in one evening. */
const MOST_LISTED = 5_000;

export const saleQueries: Queries<'sale'> = {
  'sale.get': async (read, { agencyId }, { saleId }) => {
    const sale = await readSale(read, agencyId, saleId);
    return sale ? ok(sale) : fail('NO_SUCH_SALE', say('sale.noSuchSale'));
  },
  'sale.open': async (read, { agencyId, userId, deviceId }) => {
    const sales = await read.rows(
      'sales',
      sql`where agency_id = ${agencyId} and status in ('RESERVED', 'PAYING') and user_id = ${userId} and device_id = ${deviceId}
          and not exists (select 1 from bookings b where b.agency_id = sales.agency_id and b.sale_id = sales.id and b.deadline_kind = 'COLLECT' and b.status = 'RESERVED')
          order by updated_at desc, id desc`,
    );
    return ok(await Promise.all(sales.map((sale) => viewOf(read, sale))));
  },
  'sale.last': async (read, { agencyId, userId, deviceId }) => {
    const [sale] = await read.rows(
      'sales',
      sql`where agency_id = ${agencyId} and user_id = ${userId} and device_id = ${deviceId} and confirmed_at is not null order by confirmed_at desc limit 1`,
    );
    return ok(sale ? await viewOf(read, sale) : null);
  },
  'sale.findSeats': async (read, context, input) => ok((await findBest(read.query, context, input)).proposals),
  'sale.timeline': async (read, { agencyId }, { saleId }) =>
    ok(
      await read.query(
        { at: int(), userName: text(), name: text(), allowedByName: text().orNull },
        sql`select a.at, coalesce(u.name, a.user_id), a.name, m.name from audit_records a
            left join users u on u.agency_id = a.agency_id and u.id = a.user_id
            left join users m on m.agency_id = a.agency_id and m.id = a.allowed_by
            where a.agency_id = ${agencyId} and a.subject = ${saleId} order by a.at, a.id`,
      ),
    ),
};

const summaryShape = {
  saleId: text(),
  number: text(),
  status: text<SaleStatus>(),
  customerName: text().orNull,
  eventTitles: text(),
  ticketCount: int(),
  totalMinor: int(),
  currency: text(),
  delivery: text<'NOW' | 'WILL_CALL'>(),
  handedOverAt: int().orNull,
  collectBy: int().orNull,
  createdAt: int(),
};

/** Titles are joined by a line feed, which no title has. */
const summarySelect = (agencyId: string): SQL => sql`
  select s.id, s.number, s.status, c.name,
         coalesce((select string_agg(e.title, ${'\n'} order by e.starts_at) from bookings b join events e on e.agency_id = b.agency_id and e.id = b.event_id
                   where b.agency_id = s.agency_id and b.sale_id = s.id), ''),
         (select count(*) from tickets t where t.agency_id = s.agency_id and t.sale_id = s.id and t.status in ('RESERVED', 'CONFIRMED', 'USED')),
         s.total_minor, s.currency, s.delivery, s.handed_over_at,
         (select min(b.deadline) from bookings b where b.agency_id = s.agency_id and b.sale_id = s.id and s.status = 'RESERVED' and b.deadline_kind = 'COLLECT'),
         s.created_at
  from sales s left join customers c on c.agency_id = s.agency_id and c.id = s.customer_id
  where s.agency_id = ${agencyId}`;

/** What the typed text could name: a sale, a ticket, a scan, or words of a customer. */
function conditionOf(agencyId: string, input: string): SQL {
  const code = parseTicketCode(input);
  const short = parseShortSerial(input);
  const serial = code.ok ? code.value.fields.serial : short.ok ? short.value : null;
  if (serial !== null)
    return sql`s.id in (select sale_id from tickets where agency_id = ${agencyId} and serial = ${serial})`;
  const upper = input.toUpperCase();
  if (upper.startsWith('ORD-')) return sql`s.number >= ${upper} and s.number < ${`${upper}\u{10ffff}`}`;
  if (upper.startsWith('TM-'))
    return sql`s.id in (select sale_id from tickets where agency_id = ${agencyId} and number = ${upper})`;
  const words = input.includes('@') ? [foldText(input)] : searchWords(input);
  const named = words.map(
    (word) =>
      sql`s.customer_id in (select ref_id from search_terms where agency_id = ${agencyId} and kind = 'CUSTOMER' and term >= ${word} and term < ${`${word}\u{10ffff}`})`,
  );
  if (named.length === 0) return sql`true`;
  const byName = sql.join(named, sql` and `);
  const tail = words.length === 1 ? wordToSaleNumberTail(words[0]!) : null;
  if (tail === null) return byName;
  const byTail = sql`s.id in (select ref_id from search_terms where agency_id = ${agencyId} and kind = 'SALE' and term = ${tail})`;
  return sql`(${byName} or ${byTail})`;
}

export const bookingQueries: Queries<'booking'> & { 'customer.search': Query<'customer.search'> } = {
  'booking.search': async (read, { agencyId }, input) => {
    const conditions = [conditionOf(agencyId, input.text)];
    if (input.eventId !== undefined)
      conditions.push(
        sql`exists (select 1 from bookings b where b.agency_id = s.agency_id and b.sale_id = s.id and b.event_id = ${input.eventId})`,
      );
    if (input.only === 'WILL_CALL')
      conditions.push(sql`s.status = 'CONFIRMED' and s.delivery = 'WILL_CALL' and s.handed_over_at is null`);
    if (input.only === 'UNPAID')
      conditions.push(
        sql`s.status = 'RESERVED' and exists (select 1 from bookings b where b.agency_id = s.agency_id and b.sale_id = s.id and b.deadline_kind = 'COLLECT')`,
      );
    if (input.only === undefined)
      conditions.push(sql`s.status <> 'EXPIRED' and (s.status <> 'CANCELLED' or s.confirmed_at is not null)`);
    const order = input.only === undefined ? sql`s.created_at desc, s.id desc` : sql`c.sort_key, s.id`;
    const rows = await read.query(
      summaryShape,
      sql`${summarySelect(agencyId)} and ${sql.join(conditions, sql` and `)} order by ${order} limit ${input.only === undefined ? MOST_FOUND : MOST_LISTED}`,
    );
    return ok(
      rows.map((row): SaleSummary => ({
        ...row,
        eventTitles: row.eventTitles === '' ? [] : row.eventTitles.split('\n'),
      })),
    );
  },
  'customer.search': async (read, { agencyId }, input) => {
    const words = searchWords(input.text);
    if (words.length === 0) return ok([]);
    const named = words.map(
      (word) =>
        sql`c.id in (select ref_id from search_terms where agency_id = ${agencyId} and kind = 'CUSTOMER' and term >= ${word} and term < ${`${word}\u{10ffff}`})`,
    );
    return ok(
      await read.query(
        { customerId: text(), name: text(), phone: text().orNull, email: text().orNull },
        sql`select c.id, c.name, c.phone, c.email from customers c where c.agency_id = ${agencyId} and ${sql.join(named, sql` and `)} order by c.sort_key, c.id limit ${MOST_FOUND}`,
      ),
    );
  },
};
