/** The night, as the manager reads it. */
import { sql } from 'drizzle-orm';
import type { Queries } from '../commands/registry.ts';
import type { NightReport, TakingsRow } from '../contract/cash.ts';
import type { QueryContext } from '../core/context.ts';
import type { Reader } from '../core/store.ts';
import type { Account } from '../domain/ledger/accounts.ts';
import {
  foldNight,
  type FiguresRow,
  type LedgerSum,
  type ReprintCount,
  type TicketCount,
} from '../domain/report/night.ts';
import { assert, fail, ok, type Result } from '../domain/result.ts';
import { tradingDayNamed, tradingDayOf, wallTimeText, type TradingDay } from '../domain/time/trading-day.ts';
import { bool, instant, int, text } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';
import { text as say, type TextKey } from '../text/text.ts';
import { cashSessionView } from './cash-session-view.ts';
import { nightCsv } from './night-csv.ts';
import { seatFigures } from './seat-figures.ts';

function ledgerSums(read: Reader, agencyId: string, { from, until }: TradingDay): Promise<LedgerSum[]> {
  return read.query(
    {
      kind: text<'SALE' | 'REFUND'>(),
      account: text<Account>(),
      eventId: text().orNull,
      levelName: text().orNull,
      typeName: text().orNull,
      userId: text(),
      amountMinor: int(),
    },
    sql`select x.kind, l.account, l.event_id, v.name, y.name, l.user_id, cast(sum(l.amount_minor) as bigint)
        from ledger_entries l
        join ledger_transactions x on x.agency_id = l.agency_id and x.id = l.transaction_id
        left join price_levels v on v.agency_id = l.agency_id and v.id = l.price_level_id
        left join ticket_types y on y.agency_id = l.agency_id and y.id = l.ticket_type_id
        where l.agency_id = ${agencyId} and l.at >= ${from} and l.at < ${until} and x.kind in ('SALE', 'REFUND')
        group by x.kind, l.account, l.event_id, v.name, y.name, l.user_id`,
  );
}

/**
 * From the lines: a comp is in no ledger entry. A line that takes one back was written by whoever gave the money back,
 * which is in the audit record of that act.
 */
function ticketCounts(read: Reader, agencyId: string, { from, until }: TradingDay): Promise<TicketCount[]> {
  return read.query(
    {
      eventId: text(),
      levelName: text().orNull,
      typeName: text(),
      isComp: bool(),
      userId: text(),
      tickets: int(),
    },
    sql`select line.event_id, line.level_name, line.type_name, line.is_comp, line.user_id, cast(sum(line.quantity) as bigint)
        from (
          select t.event_id, v.name as level_name, y.name as type_name, y.kind = 'COMP' as is_comp, l.quantity,
            l.reverses_line_id is null as is_sold,
            case when l.reverses_line_id is null then s.user_id else coalesce(
              (select min(a.user_id) from audit_records a where a.agency_id = l.agency_id and a.subject = l.sale_id
                 and a.at = l.created_at and a.name in ('sale.cancel', 'sale.refundTickets')), s.user_id) end as user_id
          from sale_lines l
          join sales s on s.agency_id = l.agency_id and s.id = l.sale_id
          join tickets t on t.agency_id = l.agency_id and t.id = l.ticket_id
          join ticket_types y on y.agency_id = t.agency_id and y.id = t.ticket_type_id
          left join price_levels v on v.agency_id = t.agency_id and v.id = t.price_level_id
          where l.agency_id = ${agencyId} and l.created_at >= ${from} and l.created_at < ${until} and l.kind = 'TICKET'
        ) line
        group by line.event_id, line.level_name, line.type_name, line.is_comp, line.user_id, line.is_sold`,
  );
}

function reprintCounts(read: Reader, agencyId: string, { from, until }: TradingDay): Promise<ReprintCount[]> {
  return read.query(
    { userId: text(), tickets: int() },
    sql`select user_id, count(*) from print_items
        where agency_id = ${agencyId} and created_at >= ${from} and created_at < ${until} and is_copy and kind = 'TICKET'
        group by user_id`,
  );
}

type Named = (row: FiguresRow) => string;

function named(rows: readonly FiguresRow[], nameOf: Named): TakingsRow[] {
  return rows.map((row) => ({ ...row, name: nameOf(row) })).toSorted((a, b) => compare(a.name, b.name));
}

/** By code point, so that every store, machine and language gives the same order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const TENDERS: Readonly<Partial<Record<string, { key: string; name: TextKey }>>> = {
  DRAWER: { key: 'CASH', name: 'sale.cash' },
  CARD_CLEARING: { key: 'CARD_TERMINAL', name: 'sale.card' },
};

async function readNight(
  read: Reader,
  context: QueryContext,
  house: Row<'agencies'>,
  day: TradingDay,
): Promise<NightReport> {
  const { agencyId } = context;
  const figures = foldNight(
    await ledgerSums(read, agencyId, day),
    await ticketCounts(read, agencyId, day),
    await reprintCounts(read, agencyId, day),
  );
  const nameOf = await namesFor(read, agencyId, figures.byEvent);
  const { byTender, byEvent, byLevel, byType, byClerk, compsByClerk, refundsByClerk, reprintsByClerk, ...totals } =
    figures;
  return {
    tradingDay: day.name,
    currency: house.currency,
    from: day.from,
    until: day.until,
    ...totals,
    byEvent: named(byEvent, nameOf.event),
    byLevel: named(byLevel, ({ key }) => key || say('report.noLevel')),
    byType: named(byType, ({ key }) => key || say('report.noType')),
    byClerk: named(byClerk, nameOf.person),
    byTender: byTender.map(({ key: account, ...row }) => {
      const tender = TENDERS[account];
      return { ...row, key: tender?.key ?? account, name: tender ? say(tender.name) : account };
    }),
    compsByClerk: named(compsByClerk, nameOf.person),
    refundsByClerk: named(refundsByClerk, nameOf.person),
    reprintsByClerk: named(reprintsByClerk, nameOf.person),
    sessions: await sessionsOf(read, context, day),
  };
}

async function namesFor(
  read: Reader,
  agencyId: string,
  events: readonly FiguresRow[],
): Promise<{ event: Named; person: Named }> {
  const eventIds = events.map(({ key }) => key);
  const shown = await read.query(
    { id: text(), title: text(), startsAt: instant(), timeZone: text() },
    sql`select id, title, starts_at, time_zone from events where agency_id = ${agencyId} and id in ${['', ...eventIds]}`,
  );
  const people = await read.query(
    { id: text(), name: text() },
    sql`select id, name from users where agency_id = ${agencyId}`,
  );
  const eventById = new Map(shown.map((event) => [event.id, event]));
  const personById = new Map(people.map((person) => [person.id, person.name]));
  return {
    event: ({ key }) => {
      const event = eventById.get(key);
      return event
        ? say('report.event', { title: event.title, when: wallTimeText(event.startsAt, event.timeZone) })
        : say('report.unknown');
    },
    person: ({ key }) => personById.get(key) ?? key,
  };
}

/** Sessions that were open at some time of the day. */
async function sessionsOf(read: Reader, context: QueryContext, { from, until }: TradingDay) {
  const sessions = await read.rows(
    'cashSessions',
    sql`where agency_id = ${context.agencyId} and opened_at < ${until} and (closed_at is null or closed_at >= ${from})
        order by opened_at, id`,
  );
  return Promise.all(sessions.map((session) => cashSessionView(read.query, context, session)));
}

async function night(
  read: Reader,
  context: QueryContext,
  tradingDay: string | undefined,
): Promise<Result<{ report: NightReport; timeZone: string }>> {
  const [house] = await read.rows('agencies', sql`where id = ${context.agencyId}`);
  assert(house, 'the house is set up');
  const { timeZone, tradingDayMinutes } = house;
  const day =
    tradingDay === undefined
      ? tradingDayOf(context.now, timeZone, tradingDayMinutes)
      : tradingDayNamed(tradingDay, timeZone, tradingDayMinutes);
  if (!day) return fail('BAD_DAY', say('report.badDay', { day: tradingDay ?? '' }));
  return ok({ report: await readNight(read, context, house, day), timeZone });
}

export const reportQueries: Queries<'report'> = {
  'report.night': async (read, context, { tradingDay }) => {
    const told = await night(read, context, tradingDay);
    return told.ok ? ok(told.value.report) : told;
  },
  'report.seatFigures': seatFigures,
  'report.nightCsv': async (read, context, { tradingDay }) => {
    const told = await night(read, context, tradingDay);
    return told.ok ? ok(nightCsv(told.value.report, told.value.timeZone)) : told;
  },
};
