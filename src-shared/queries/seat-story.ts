/** All that ever happened to one seat of an event, from the audit records that name it. */
import { sql } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import type { SeatStory } from '../contract/event.ts';
import type { QueryContext } from '../core/context.ts';
import type { Values } from '../core/facts.ts';
import type { Reader } from '../core/store.ts';
import { fail, ok } from '../domain/result.ts';
import { containsPattern } from '../domain/text/like.ts';
import { instant, text as textColumn } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';
import { text } from '../text/text.ts';
import { holdView } from './event-summaries.ts';

/** Records searched at a time, newest first: about 20 ms of text on a counter PC. */
const PAGE = 5_000;

/** After this many pages, about half a second, the search gives up: a seat's last steps are what is asked for. */
const PAGES_MAX = 25;

/** A clock may have been set back since the seats were made. */
const CLOCK_SLACK_MS = 86_400_000;

type Step = SeatStory['steps'][number];

export const seatStory: Query<'event.seatStory'> = async (read, context, { eventId, seatId }) => {
  const { agencyId } = context;
  const [event] = await read.rows('events', sql`where agency_id = ${agencyId} and id = ${eventId}`);
  const [seat] = await read.rows(
    'eventSeats',
    sql`where agency_id = ${agencyId} and event_id = ${eventId} and seat_id = ${seatId}`,
  );
  if (!event || !seat) return fail('NOT_FOUND', text('seat.notFound'));
  const [place] = await read.rows(
    'seats',
    sql`where agency_id = ${agencyId} and map_version_id = ${event.mapVersionId} and seat_id = ${seatId}`,
  );
  const [hold] = await read.rows('holds', sql`where agency_id = ${agencyId} and id = ${seat.holdId}`);
  const [sale] = await read.query(
    { number: textColumn() },
    sql`select s.number from bookings b join sales s on s.agency_id = b.agency_id and s.id = b.sale_id
        where b.agency_id = ${agencyId} and b.id = ${seat.bookingId}`,
  );
  return ok({
    seatId,
    section: place?.sectionName ?? '',
    row: place?.rowLabel ?? '',
    label: place?.label ?? '',
    status: seat.status,
    priceMinor: seat.priceMinor,
    blockReason: seat.blockReason,
    hold: hold ? holdView(hold, await holdCount(read, context, seat)) : null,
    steps: await stepsOf(read, context, event, seat),
    saleNumber: sale?.number ?? null,
  });
};

async function holdCount(read: Reader, { agencyId }: QueryContext, seat: Row<'eventSeats'>): Promise<number> {
  const rows = await read.query(
    { seatId: textColumn() },
    sql`select seat_id from event_seats where agency_id = ${agencyId} and event_id = ${seat.eventId} and hold_id = ${seat.holdId}`,
  );
  return rows.length;
}

/**
 * Reads the record backwards by time (by its index), a page at a time, and stops as soon as every change that the
 * seat's own versions count is found; a seat that nobody ever touched is not searched for at all.
 */
async function stepsOf(
  read: Reader,
  context: QueryContext,
  event: Row<'events'>,
  seat: Row<'eventSeats'>,
): Promise<Step[]> {
  if (event.seatsGeneratedAt === null) return [];
  const since = event.seatsGeneratedAt - CLOCK_SLACK_MS;
  const key = { eventId: seat.eventId, seatId: seat.seatId };
  const left = { state: seat.stateVersion - 1, received: seat.purchaseOrderLineId === null ? 0 : 1 };
  const steps: Step[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let page = 0; page < PAGES_MAX && before > since && left.state + left.received > 0; page++) {
    const [edge] = await read.query(
      { at: instant() },
      sql`select at from audit_records where agency_id = ${context.agencyId} and at >= ${since} and at < ${before}
          order by at desc limit 1 offset ${sql.raw(String(PAGE))}`,
    );
    const from = edge?.at ?? since;
    for (const record of await recordsNaming(read, context, key, from, before))
      for (const change of changesOf(record.detail, key)) {
        if ('stateVersion' in change.set) left.state--;
        if (change.set['ownership'] === 'OWNED') left.received = 0;
        steps.push({ at: record.at, userName: record.userName, name: record.name, ...fromTo(change) });
      }
    before = from;
  }
  return [...steps, ...(await generation(read, context, event.seatsGeneratedAt))];
}

interface SeatChange {
  readonly table: string;
  readonly key: { readonly seatId?: string; readonly eventId?: string };
  readonly was: Values;
  readonly set: Values;
}

const recordShape = { at: instant(), name: textColumn(), userName: textColumn(), detail: textColumn() };

function recordsNaming(read: Reader, { agencyId }: QueryContext, key: Values, from: number, before: number) {
  const pattern = containsPattern(`"key":${JSON.stringify(key)}`);
  return read.query(
    recordShape,
    sql`select r.at, r.name, coalesce(u.name, r.user_id), r.detail from audit_records r
        left join users u on u.agency_id = r.agency_id and u.id = r.user_id
        where r.agency_id = ${agencyId} and r.at >= ${from} and r.at < ${before} and r.detail like ${pattern} escape '!'
        order by r.at desc, r.id desc`,
  );
}

function changesOf(detail: string, key: { eventId: string; seatId: string }): SeatChange[] {
  const { changes } = JSON.parse(detail) as { changes: readonly SeatChange[] };
  return changes.filter(
    (change) => change.table === 'eventSeats' && change.key.eventId === key.eventId && change.key.seatId === key.seatId,
  );
}

/** What of the seat changed that a person would name: its state, else whose it is, else its hold. */
function fromTo({ was, set }: SeatChange): { from: string | null; to: string } {
  const column = ['status', 'ownership', 'priceMinor', 'holdId'].find((name) => name in set);
  if (column === undefined) return { from: null, to: '' };
  return { from: textOf(was[column]), to: textOf(set[column]) ?? '' };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** How the seat came to be. */
async function generation(read: Reader, { agencyId }: QueryContext, at: number): Promise<Step[]> {
  const [record] = await read.query(
    { userName: textColumn() },
    sql`select coalesce(u.name, r.user_id) from audit_records r
        left join users u on u.agency_id = r.agency_id and u.id = r.user_id
        where r.agency_id = ${agencyId} and r.at = ${at} and r.name = 'event.generateSeats'`,
  );
  return record ? [{ at, userName: record.userName, name: 'event.generateSeats', from: null, to: 'AVAILABLE' }] : [];
}
