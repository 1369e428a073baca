/** Scanning at a door, admitting by hand, and taking an admission back. */
import { sql } from 'drizzle-orm';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { decideVerdict, type ListedTicket } from '../../domain/door/decide-verdict.ts';
import { readCode, trustedSerial } from '../../domain/door/read-code.ts';
import type { Verdict } from '../../domain/door/verdict.ts';
import { containsCardNumber } from '../../domain/privacy/card-number.ts';
import { assert, fail, ok } from '../../domain/result.ts';
import { text as column } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import type { Command, Commands } from '../registry.ts';
import { answerOf, loadAtDoor, recentScans, recordScan } from './record-scan.ts';

async function listed(read: CommandReader, ticket: Row<'tickets'> | null): Promise<ListedTicket | null> {
  if (ticket === null) return null;
  const [event] = await read.loadShared('events', { id: ticket.eventId });
  assert(event, 'a ticket is for an event');
  return { ...ticket, eventNumber: event.number };
}

/** A scan is a fact whatever the verdict; only a repeat within seconds adds none. Errors: CARD_NUMBER, kept nowhere. */
const scan: Command<'door.scan'> = async (read, context, { text: scanned, eventIds, gate }) => {
  if (containsCardNumber(scanned)) return fail('CARD_NUMBER', text('door.cardNumber'));
  const code = readCode(scanned, context.ticketVerifier);
  const serial = trustedSerial(code);
  const found = serial === null ? { ticket: null, admission: null } : await loadAtDoor(read, { serial });
  const answer = decideVerdict({
    code,
    ticket: await listed(read, found.ticket),
    admission: found.admission,
    eventIds,
    now: context.now,
    recentScans: await recentScans(read, context),
  });
  if (answer.repeats) return ok(await answerOf(read, context, found, answer, answer.repeats));
  const fact = await recordScan(read, context, found, {
    verdict: answer.verdict,
    gate,
    serial,
    generation: code.kind === 'SIGNED' && serial !== null ? code.generation : null,
    reason: null,
    correctsScanId: null,
  });
  return ok(await answerOf(read, context, found, answer, fact));
};

/** The same verdict as a scan, and the reason kept whatever it is. */
const admitByHand: Command<'door.admitByHand'> = async (read, context, { ticketId, eventIds, gate, reason }) => {
  const found = await loadAtDoor(read, { id: ticketId });
  const { ticket, admission } = found;
  if (ticket === null) return fail('NO_SUCH_TICKET', text('door.noSuchTicket'));
  const answer = decideVerdict({
    code: { kind: 'LISTED', serial: ticket.serial },
    ticket: await listed(read, ticket),
    admission,
    eventIds,
    now: context.now,
    recentScans: [],
  });
  const { verdict } = answer;
  const given = { gate, serial: ticket.serial, generation: null, reason, correctsScanId: null };
  const fact = await recordScan(read, context, found, { verdict, ...given });
  return ok(await answerOf(read, context, found, answer, fact));
};

/** Errors: NO_SUCH_SCAN; NOT_AN_ADMISSION, also when it was taken back already. */
const correct: Command<'door.correct'> = async (read, context, { scanId, gate, reason }) => {
  const first = await scanToCorrect(read, context, scanId);
  if (!first) return fail('NO_SUCH_SCAN', text('door.noSuchScan'));
  const found = await loadAtDoor(read, { id: first.ticketId ?? '' });
  const { ticket, admission } = found;
  if (ticket === null || admission === null || !admission.isInside || admission.scanId !== scanId)
    return fail('NOT_AN_ADMISSION', text('door.notAnAdmission'));
  const { verdict } = first;
  const given = { gate, serial: ticket.serial, generation: null, reason, correctsScanId: scanId };
  const fact = await recordScan(read, context, found, { verdict, ...given });
  return ok(await answerOf(read, context, found, { verdict, repeats: null }, fact));
};

/** Scans never change, so they are read without a lock. */
async function scanToCorrect(read: CommandReader, { agencyId }: CommandContext, scanId: string) {
  const [found] = await read.peek(
    { ticketId: column().orNull, verdict: column<Verdict>() },
    sql`select ticket_id, verdict from scans where agency_id = ${agencyId} and id = ${scanId}`,
  );
  return found;
}

export const doorCommands: Commands<'door'> = {
  'door.scan': scan,
  'door.admitByHand': admitByHand,
  'door.correct': correct,
};
