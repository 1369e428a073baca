/** Writing a scan down, what it makes of the admission, and the answer on the door's screen. */
import { sql } from 'drizzle-orm';
import type { ScanAnswer } from '../../contract/door.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { admissionAfter } from '../../domain/door/admission.ts';
import { RECENT_SCANS, type DoorAnswer, type PastScan } from '../../domain/door/decide-verdict.ts';
import type { Verdict } from '../../domain/door/verdict.ts';
import { ticketMachine } from '../../domain/inventory/states.ts';
import { bookingGroup, doorTicket } from '../../queries/door-view.ts';
import { instant, int, text } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { nextNumber } from '../next-number.ts';

type Ticket = Row<'tickets'>;
type Admission = Row<'admissions'>;

/** A ticket found at a door, locked, with its admission. */
export interface AtDoor {
  readonly ticket: Ticket | null;
  readonly admission: Admission | null;
}

export async function loadAtDoor(
  read: CommandReader,
  match: { readonly serial: number } | { readonly id: string },
): Promise<AtDoor> {
  const [ticket] = await read.load('tickets', match);
  const [admission] = ticket ? await read.load('admissions', { eventId: ticket.eventId, ticketId: ticket.id }) : [];
  return { ticket: ticket ?? null, admission: admission ?? null };
}

/** Newest first, by the device's own count. Scans of a ticket are added only under that ticket's lock. */
export function recentScans(read: CommandReader, { agencyId, deviceId }: CommandContext): Promise<PastScan[]> {
  return read.peek(
    {
      id: text(),
      at: instant(),
      serial: int().orNull,
      generation: int().orNull,
      verdict: text<Verdict>(),
      reason: text().orNull,
    },
    sql`select id, at, serial, generation, verdict, reason from scans
        where agency_id = ${agencyId} and device_id = ${deviceId} order by sequence desc limit ${sql.raw(String(RECENT_SCANS))}`,
  );
}

export interface ScanFact {
  readonly verdict: Verdict;
  readonly gate: string;
  readonly serial: number | null;
  readonly generation: number | null;
  readonly reason: string | null;
  readonly correctsScanId: string | null;
}

/** Draws the device's next scan number, so it comes after all that is loaded. */
export async function recordScan(
  read: CommandReader,
  context: CommandContext,
  { ticket, admission }: AtDoor,
  fact: ScanFact,
): Promise<Row<'scans'>> {
  const { facts, now, userId, deviceId } = context;
  const scan = facts.insert('scans', {
    id: context.newId(),
    deviceId,
    sequence: await nextNumber(read, context, `scan:${deviceId}`),
    eventId: ticket?.eventId ?? null,
    ticketId: ticket?.id ?? null,
    ...fact,
    userId,
    at: now,
  });
  const after = admissionAfter(admission, scan);
  if (ticket === null || after === null || after.scanId !== scan.id) return scan;
  if (admission === null)
    facts.insert('admissions', { id: context.newId(), eventId: ticket.eventId, ticketId: ticket.id, ...after });
  else facts.change('admissions', admission, after);
  // USED says that it was admitted once; a correction does not make it new again.
  if (ticketMachine.allows(ticket.status, 'USED')) facts.change('tickets', ticket, { status: 'USED' });
  return scan;
}

export async function answerOf(
  read: CommandReader,
  context: CommandContext,
  { ticket, admission }: AtDoor,
  { verdict, repeats }: DoorAnswer,
  scan: { readonly id: string; readonly at: number },
): Promise<ScanAnswer> {
  const { agencyId, facts } = context;
  const group = ticket ? await bookingGroup(read.peek, agencyId, ticket.bookingId) : null;
  const entered = facts
    .rowsOf('admissions')
    .reduce((sum, { before, after }) => sum + Number(after.isInside) - Number(before?.isInside ?? false), 0);
  return {
    scanId: scan.id,
    verdict,
    isRepeat: repeats !== null,
    at: scan.at,
    ticket: ticket ? await doorTicket(read.peek, agencyId, ticket.id) : null,
    earlier: verdict === 'ALREADY_USED' && admission ? { at: admission.at, gate: admission.gate } : null,
    group: group && { ...group, inside: group.inside + entered },
  };
}
