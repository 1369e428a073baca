/** A rule that the data must keep, looked up by one statement that both stores understand. */
import { sql, type SQL } from 'drizzle-orm';
import { int, text as column } from '../../schema/kit.ts';
import { text, type TextKey } from '../../text/text.ts';
import type { Reader } from '../../core/store.ts';

export interface Verified {
  readonly name: string;
  /** How many things were looked at. */
  readonly count: number;
  /** One sentence each, with the ids or labels of what is wrong. */
  readonly problems: readonly string[];
}

export type Check = (read: Reader, agencyId: string) => Promise<Verified>;

/** More than this says nothing new, and a broken store of a million rows must still be told about. */
const MOST_PROBLEMS = 200;

const problem = { what: column(), found: column() };

/**
 * @param counted what is looked at: what follows `select count(*) from`
 * @param broken a select of two texts, `what` and `found`, of each that breaks the rule
 */
export function checkOf(
  name: string,
  key: TextKey,
  counted: (agencyId: string) => SQL,
  broken: (agencyId: string) => SQL,
): Check {
  return async (read, agencyId) => {
    const [looked] = await read.query({ count: int() }, sql`select count(*) from ${counted(agencyId)}`);
    const found = await read.query(
      problem,
      sql`select what, found from (${broken(agencyId)}) broken order by what, found limit ${sql.raw(String(MOST_PROBLEMS))}`,
    );
    return { name, count: looked!.count, problems: found.map((row) => text(key, row)) };
  };
}

/** A seat as people name it: the event, then its place. @param seat an alias of a table with event_id and seat_id */
export function placeOf(seat: string): SQL {
  return sql.raw(`coalesce((
    select named_event.title || ', ' || named.section_name || ' ' || named.row_label || ' ' || named.label
    from events named_event join seats named on named.agency_id = named_event.agency_id
      and named.map_version_id = named_event.map_version_id and named.seat_id = ${seat}.seat_id
    where named_event.agency_id = ${seat}.agency_id and named_event.id = ${seat}.event_id), ${seat}.seat_id)`);
}

/** Live: in a basket or sold. */
export const LIVE = sql.raw(`('RESERVED', 'CONFIRMED', 'USED')`);
