/** Who of an event's guests has come, by seat, as typed columns: all of them, or those of the tickets just scanned. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import type { Reader } from '../core/store.ts';
import { arrivalOf, ARRIVALS, type TicketAtDoors } from '../domain/door/arrival.ts';
import type { Verdict } from '../domain/door/verdict.ts';
import { fail, ok } from '../domain/result.ts';
import { bool, int, text as textColumn } from '../schema/kit.ts';
import { text } from '../text/text.ts';
import { eventExists } from './event-exists.ts';

interface Asked {
  readonly agencyId: string;
  readonly eventId: string;
  /** All of the event's when left out. */
  readonly ticketIds: readonly string[] | undefined;
}

/** A plain join may begin with all tickets of the event, whatever was asked for; a cross join begins where it is written. */
const goodTicket = ({ agencyId, eventId }: Asked) =>
  sql`t.agency_id = ${agencyId} and t.event_id = ${eventId} and t.status in ('CONFIRMED', 'USED')`;

/**
 * Who was let in. Of a whole house nearly all who were are in still, so that is taken for granted and the few who were
 * taken back are looked up: one join of tickets, admissions and scans took half as long again with 60,000 in.
 */
async function letIn(read: Reader, asked: Asked): Promise<{ ordinal: number; isInside: boolean }[]> {
  const { agencyId, eventId, ticketIds } = asked;
  const admissions = sql`select t.ordinal, a.is_inside from admissions a cross join tickets t
        where a.agency_id = ${agencyId} and a.event_id = ${eventId} and t.id = a.ticket_id and ${goodTicket(asked)}`;
  const shape = { ordinal: int(), isInside: bool() };
  if (ticketIds !== undefined) return read.query(shape, sql`${admissions} and a.ticket_id in ${[...ticketIds]}`);
  const used = await read.query(
    { ordinal: int() },
    sql`select ordinal from tickets where agency_id = ${agencyId} and event_id = ${eventId} and status = 'USED'`,
  );
  const takenBack = await read.query(shape, sql`${admissions} and a.is_inside = ${false}`);
  return [...used.map(({ ordinal }) => ({ ordinal, isInside: true })), ...takenBack];
}

/** Scans that were no plain admission. By the event or by the tickets: told both, SQLite may read all of the event's. */
function oddScans(read: Reader, asked: Asked): Promise<{ ordinal: number; verdict: Verdict }[]> {
  const { agencyId, eventId, ticketIds } = asked;
  const scans = ticketIds === undefined ? sql`x.event_id = ${eventId}` : sql`x.ticket_id in ${[...ticketIds]}`;
  return read.query(
    { ordinal: int(), verdict: textColumn<Verdict>() },
    sql`select t.ordinal, x.verdict from scans x cross join tickets t
        where x.agency_id = ${agencyId} and ${scans} and x.verdict in ('ALREADY_USED', 'WRONG_EVENT')
          and t.id = x.ticket_id and ${goodTicket(asked)}`,
  );
}

const NEVER_SCANNED: TicketAtDoors = { isInside: false, wasIn: false, wasSeenTwice: false, wasAtWrongDoor: false };

export const doorArrivals: Query<'door.arrivals'> = async (read, { agencyId }, { eventId, ticketIds }) => {
  if (!(await eventExists(read, agencyId, eventId))) return fail('NOT_FOUND', text('event.notFound'));
  const asked = { agencyId, eventId, ticketIds };
  const byOrdinal = new Map<number, TicketAtDoors>();
  const note = (ordinal: number, known: Partial<TicketAtDoors>): void =>
    void byOrdinal.set(ordinal, { ...(byOrdinal.get(ordinal) ?? NEVER_SCANNED), ...known });
  for (const { ordinal, isInside } of await letIn(read, asked)) note(ordinal, { isInside, wasIn: true });
  for (const { ordinal, verdict } of await oddScans(read, asked))
    note(ordinal, verdict === 'ALREADY_USED' ? { wasSeenTwice: true } : { wasAtWrongDoor: true });
  const tickets = [...byOrdinal];
  return ok({
    ordinals: Uint32Array.from(tickets, ([ordinal]) => ordinal),
    arrival: Uint8Array.from(tickets, ([, ticket]) => ARRIVALS.indexOf(arrivalOf(ticket))),
  });
};
