/** Looking somebody up at a door, and how full the house is. */
import { sql, type SQL } from 'drizzle-orm';
import type { Queries } from '../commands/registry.ts';
import type { Reader } from '../core/store.ts';
import { isSeatAskedFor, seatQuestions, type SeatQuestion } from '../domain/door/seat-question.ts';
import { ok } from '../domain/result.ts';
import { searchWords } from '../domain/text/fold.ts';
import { parseShortSerial } from '../domain/tickets/short-serial.ts';
import { bool, instant, int, text } from '../schema/kit.ts';
import { doorArrivals } from './door-arrivals.ts';

/** More are not read by anybody with a queue in front. */
const MOST_FOUND = 50;
const FIVE_MINUTES_MS = 300_000;

const foundShape = {
  ticketId: text(),
  number: text(),
  eventTitle: text(),
  section: text(),
  row: text(),
  label: text(),
  customerName: text().orNull,
  status: text(),
  isInside: bool(),
};

function find(read: Reader, agencyId: string, condition: SQL, limit: SQL) {
  return read.query(
    foundShape,
    sql`select t.id, t.number, e.title, s.section_name, s.row_label, s.label, c.name, t.status, coalesce(a.is_inside, ${false})
        from tickets t
        join events e on e.agency_id = t.agency_id and e.id = t.event_id
        join seats s on s.agency_id = t.agency_id and s.map_version_id = e.map_version_id and s.seat_id = t.seat_id
        join sales x on x.agency_id = t.agency_id and x.id = t.sale_id
        left join customers c on c.agency_id = x.agency_id and c.id = x.customer_id
        left join admissions a on a.agency_id = t.agency_id and a.event_id = t.event_id and a.ticket_id = t.id
        where t.agency_id = ${agencyId} and ${condition}
        order by e.starts_at, e.number, c.sort_key, t.ordinal, t.id ${limit}`,
  );
}

/** A number names one ticket or sale whatever became of it, at any door; null when the text is no number. */
function byNumber(agencyId: string, typed: string): SQL | null {
  const short = parseShortSerial(typed);
  if (short.ok) return sql`t.serial = ${short.value}`;
  const number = typed.trim().toUpperCase();
  if (/^TM-\d{4}-\d+$/.test(number)) return sql`t.number = ${number}`;
  if (number.startsWith('ORD-'))
    return sql`t.sale_id in (select id from sales where agency_id = ${agencyId} and number = ${number})`;
  return null;
}

const LIVE = sql`t.status in ('RESERVED', 'CONFIRMED', 'USED')`;
const MOST = sql.raw(`limit ${MOST_FOUND}`);

async function byName(read: Reader, agencyId: string, eventIds: readonly string[], typed: string) {
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const named = words.map(
    (word) =>
      sql`x.customer_id in (select ref_id from search_terms where agency_id = ${agencyId} and kind = 'CUSTOMER' and term >= ${word} and term < ${`${word}\u{10ffff}`})`,
  );
  return find(read, agencyId, sql`t.event_id in ${[...eventIds]} and ${LIVE} and ${sql.join(named, sql` and `)}`, MOST);
}

async function bySeat(read: Reader, agencyId: string, eventIds: readonly string[], typed: string) {
  const questions = seatQuestions(typed);
  if (questions.length === 0) return [];
  // Labels are compared folded here; the store, whose folding is its own, narrows by both plain spellings.
  const anyOf = (part: keyof Pick<SeatQuestion, 'row' | 'label'>) => [
    ...new Set(questions.flatMap((question) => [question[part], question[part].toUpperCase()])),
  ];
  const found = await find(
    read,
    agencyId,
    sql`t.event_id in ${[...eventIds]} and ${LIVE} and s.row_label in ${anyOf('row')} and s.label in ${anyOf('label')}`,
    sql``,
  );
  return found.filter((ticket) => questions.some((question) => isSeatAskedFor(question, ticket))).slice(0, MOST_FOUND);
}

export const doorQueries: Queries<'door'> = {
  'door.lookUp': async (read, { agencyId }, { text: typed, eventIds }) => {
    const numbered = byNumber(agencyId, typed);
    if (numbered) return ok(await find(read, agencyId, numbered, MOST));
    const seats = await bySeat(read, agencyId, eventIds, typed);
    const names = await byName(read, agencyId, eventIds, typed);
    const known = new Set(seats.map((seat) => seat.ticketId));
    return ok([...seats, ...names.filter((name) => !known.has(name.ticketId))].slice(0, MOST_FOUND));
  },
  'door.arrivals': doorArrivals,
  'door.counts': async (read, { agencyId, now }, { eventIds }) =>
    ok(
      await read.query(
        {
          eventId: text(),
          title: text(),
          startsAt: instant(),
          timeZone: text(),
          admitted: int(),
          expected: int(),
          lastFiveMinutes: int(),
        },
        sql`select e.id, e.title, e.starts_at, e.time_zone,
              (select count(*) from admissions a where a.agency_id = e.agency_id and a.event_id = e.id and a.is_inside),
              (select count(*) from tickets t where t.agency_id = e.agency_id and t.event_id = e.id and t.status in ('CONFIRMED', 'USED')),
              (select count(*) from admissions a where a.agency_id = e.agency_id and a.event_id = e.id and a.is_inside
                 and a.at > ${now - FIVE_MINUTES_MS} and a.at <= ${now})
            from events e where e.agency_id = ${agencyId} and e.id in ${[...eventIds]} order by e.starts_at, e.number`,
      ),
    ),
};
