/**
 * What a door says: one pure function of the code, the list and what was scanned before, the same everywhere
 * (design: sync, "Admission is the same problem").
 *
 * Invariant D1: one admission per ticket until it is taken back.
 * Invariant D2: a code that nothing vouches for never admits, whatever was scanned before it.
 * Invariant D3: no answer depends on the clock but whether a scan is a repeat, and a clock set back makes no repeat.
 */
import type { TicketStatus } from '../inventory/states.ts';
import { trustedSerial, type ReadCode } from './read-code.ts';
import type { Verdict } from './verdict.ts';

/** A scanner fires twice, or a hand stays over the ticket: longer, and a ticket passed back would be let in again. */
export const REPEAT_MS = 4_000;

/** More scans than a device makes in that time; older ones need not be looked at. */
export const RECENT_SCANS = 64;

export interface ListedTicket {
  readonly status: TicketStatus;
  readonly generation: number;
  readonly serial: number;
  readonly eventId: string;
  readonly eventNumber: number;
}

export interface PastScan {
  readonly id: string;
  readonly at: number;
  readonly serial: number | null;
  readonly generation: number | null;
  readonly verdict: Verdict;
  /** By hand, or taken back: why. */
  readonly reason: string | null;
}

export interface DoorQuestion {
  readonly code: ReadCode;
  /** What the list has under the code's serial. */
  readonly ticket: ListedTicket | null;
  readonly admission: { readonly isInside: boolean } | null;
  /** What this door lets in to. */
  readonly eventIds: readonly string[];
  readonly now: number;
  /** The device's own last scans in its own order, newest first. */
  readonly recentScans: readonly PastScan[];
}

export interface DoorAnswer {
  readonly verdict: Verdict;
  /** The scan that this one repeats; then nothing happens. */
  readonly repeats: PastScan | null;
}

export function decideVerdict(question: DoorQuestion): DoorAnswer {
  const repeated = repeatedScan(question);
  return repeated ? { verdict: repeated.verdict, repeats: repeated } : { verdict: verdictOf(question), repeats: null };
}

/**
 * The last scan of the same ticket by this device, if it is less than REPEAT_MS old. Between it and now the device's
 * scans must stand in the order of their times: where the clock went back, a difference of times says nothing.
 */
function repeatedScan({ code, now, recentScans }: DoorQuestion): PastScan | null {
  const serial = trustedSerial(code);
  if (serial === null) return null;
  let later = now;
  for (const scan of recentScans) {
    if (scan.at > later || now - scan.at >= REPEAT_MS) return null;
    later = scan.at;
    if (scan.serial === serial) return scan.reason === null && isSameCode(scan, code) ? scan : null;
  }
  return null;
}

/** A ticket's square code and its bar code are one: a scanner may read both in one sweep. */
function isSameCode(scan: PastScan, code: ReadCode): boolean {
  return code.kind !== 'SIGNED' || scan.generation === null || scan.generation === code.generation;
}

/** A dead ticket is good at no door, so that comes first; the rest is for the right door to say. */
function verdictOf({ code, ticket, admission, eventIds }: DoorQuestion): Verdict {
  if (code.kind === 'SIGNED' && code.signature === 'BAD') return 'BAD_SIGNATURE';
  if (trustedSerial(code) === null || ticket === null) return 'UNKNOWN';
  if (code.kind === 'SIGNED') {
    // Signed by us, but for what the list does not know: from a newer state than this one.
    if (code.eventNumber !== ticket.eventNumber || code.generation > ticket.generation) return 'UNKNOWN';
    if (code.generation < ticket.generation) return 'CANCELLED';
  }
  if (ticket.status === 'CANCELLED' || ticket.status === 'TRANSFERRED' || ticket.status === 'EXCHANGED')
    return 'CANCELLED';
  if (!eventIds.includes(ticket.eventId)) return 'WRONG_EVENT';
  if (ticket.status === 'RESERVED') return 'NOT_PAID';
  return admission?.isInside === true ? 'ALREADY_USED' : 'ADMIT';
}
