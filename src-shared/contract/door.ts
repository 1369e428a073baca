/** Scanning at a door. */
import { z } from 'zod';
import type { Verdict } from '../domain/door/verdict.ts';
import { command, query } from './define.ts';
import { id, line, reason, requiredLine } from './fields.ts';

export interface ScanAnswer {
  readonly scanId: string | null;
  readonly verdict: Verdict;
  /** The same code came again within 4 seconds: the first verdict, said softly. */
  readonly isRepeat: boolean;
  readonly at: number;
  readonly ticket: {
    readonly ticketId: string;
    readonly number: string;
    readonly section: string;
    readonly row: string;
    readonly label: string;
    readonly entrance: string | null;
    readonly ticketTypeName: string;
    readonly holderName: string | null;
    readonly customerName: string | null;
    readonly eventTitle: string;
    readonly eventStartsAt: number;
    readonly eventTimeZone: string;
    readonly restrictedView: boolean;
    readonly seatKind: string;
  } | null;
  /** ALREADY_USED: when and where. */
  readonly earlier: { readonly at: number; readonly gate: string } | null;
  /** Of the same booking. */
  readonly group: { readonly inside: number; readonly total: number } | null;
}

export interface DoorCounts {
  readonly eventId: string;
  readonly title: string;
  readonly startsAt: number;
  readonly timeZone: string;
  readonly admitted: number;
  readonly expected: number;
  /** In the last five minutes. */
  readonly lastFiveMinutes: number;
}

/** The columns run parallel. A sold seat that is not among them was never scanned: its guest is expected. */
export interface SeatArrivals {
  readonly ordinals: Uint32Array;
  /** Index into ARRIVALS. */
  readonly arrival: Uint8Array;
}

/** More are asked for in several calls, or as the whole event. */
export const MOST_TICKETS_ASKED = 500;

const eventIds = z.array(id).min(1).max(6);
const gate = requiredLine(60);

export const doorCalls = {
  /** A scan is a fact whatever the verdict; an unreadable code is one too. */
  'door.scan': command('device', {
    access: 'door.scan',
    rawFields: ['text'],
    input: z.object({ text: z.string().max(4096), eventIds, gate }),
  }).returns<ScanAnswer>(),
  'door.lookUp': query({
    access: 'door.scan',
    input: z.object({ text: line(120), eventIds }),
  }).returns<
    readonly {
      ticketId: string;
      number: string;
      eventTitle: string;
      section: string;
      row: string;
      label: string;
      customerName: string | null;
      status: string;
      isInside: boolean;
    }[]
  >(),
  'door.admitByHand': command('device', {
    access: 'door.admitByHand',
    input: z.object({ ticketId: id, eventIds, gate, reason }),
  }).returns<ScanAnswer>(),
  /** A second scan that says the first was wrong; both are kept. `verdict` is that of the scan taken back. */
  'door.correct': command('device', {
    access: 'door.admitByHand',
    input: z.object({ scanId: id, gate, reason }),
  }).returns<ScanAnswer>(),
  'door.counts': query({ access: 'door.scan', input: z.object({ eventIds }) }).returns<readonly DoorCounts[]>(),
  /** Of all seats, or of the seats of `ticketIds` (as the topic `scans` names them). */
  'door.arrivals': query({
    access: 'door.scan',
    input: z.object({ eventId: id, ticketIds: z.array(id).min(1).max(MOST_TICKETS_ASKED).optional() }),
  }).returns<SeatArrivals>(),
};
