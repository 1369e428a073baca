/** The drawer, and the night. */
import { z } from 'zod';
import type { CashSessionStatus } from '../domain/inventory/states.ts';
import { command, query } from './define.ts';
import { amountMinor, id, nothing, reason } from './fields.ts';

export interface CashSessionView {
  readonly cashSessionId: string;
  readonly status: CashSessionStatus;
  readonly userId: string;
  readonly userName: string;
  readonly currency: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly floatMinor: number;
  /** Null until closed, for those who may not see it before. */
  readonly expectedMinor: number | null;
  readonly countedMinor: number | null;
  readonly differenceMinor: number | null;
  readonly movements: readonly {
    readonly kind: string;
    readonly amountMinor: number;
    readonly reason: string;
    readonly at: number;
  }[];
  /** Oldest first: of each movement, of each X report, and last of its closing. */
  readonly receiptIds: readonly string[];
}

/** One row of a table of figures: what it is about, and sums. */
export interface TakingsRow {
  readonly key: string;
  readonly name: string;
  readonly tickets: number;
  readonly amountMinor: number;
}

/** The columns run parallel; a seat that is not among them is not sold. */
export interface SeatFigures {
  readonly ordinals: Uint32Array;
  /** What its ticket was sold for; a complimentary one for 0. */
  readonly revenueMinor: Float64Array;
  /** Epoch milliseconds at which its sale was confirmed. */
  readonly soldAt: Float64Array;
}

export interface NightReport {
  /** YYYY-MM-DD: from 05:00 of that day to 05:00 of the next, in the house's time zone. */
  readonly tradingDay: string;
  readonly currency: string;
  readonly from: number;
  readonly until: number;
  readonly byEvent: readonly TakingsRow[];
  readonly byLevel: readonly TakingsRow[];
  readonly byType: readonly TakingsRow[];
  readonly byClerk: readonly TakingsRow[];
  readonly byTender: readonly TakingsRow[];
  readonly compsByClerk: readonly TakingsRow[];
  readonly refundsByClerk: readonly TakingsRow[];
  readonly reprintsByClerk: readonly TakingsRow[];
  readonly sessions: readonly CashSessionView[];
  /** Ticket revenue, and what drawer and card took for it; they must be equal. */
  readonly ticketRevenueMinor: number;
  readonly roundingMinor: number;
  readonly drawerMinor: number;
  readonly cardMinor: number;
  readonly balances: boolean;
}

/** Minor units of one coin or note → how many. */
const denominations = z.record(z.string().regex(/^\d+$/), z.number().int().min(0).max(100_000));
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as 2026-11-21');

export const cashCalls = {
  'cash.current': query({ access: 'cash.session', input: nothing }).returns<CashSessionView | null>(),
  /** Errors: DRAWER_OPEN { userName }. */
  'cash.open': command('device', {
    access: 'cash.session',
    input: z.object({ denominations }),
  }).returns<CashSessionView>(),
  /** Paid in, out, to the safe, or opened for no sale; a receipt with its reason, for which the drawer opens. */
  'cash.move': command('device', {
    access: 'cash.session',
    input: z.object({ kind: z.enum(['PAID_IN', 'PAID_OUT', 'DROP', 'NO_SALE']), amountMinor, reason }),
  }).returns<CashSessionView>(),
  /** The X report: a receipt of the drawer's state, which stays open. */
  'cash.report': command('device', { access: 'cash.seeExpected', input: nothing }).returns<CashSessionView>(),
  'cash.beginCount': command('device', { access: 'cash.session', input: nothing }).returns<CashSessionView>(),
  /** A blind count; may be repeated until the session is closed. */
  'cash.count': command('device', {
    access: 'cash.session',
    input: z.object({ denominations }),
  }).returns<CashSessionView>(),
  'cash.reopen': command('device', { access: 'cash.session', input: nothing }).returns<CashSessionView>(),
  /** Books over or short, and writes the Z receipt. Errors: NOT_COUNTED; DIFFERENCE_NEEDS_APPROVAL (then cash.closeApproved). */
  'cash.close': command('device', { access: 'cash.session', input: nothing }).returns<CashSessionView>(),
  'cash.closeApproved': command('device', {
    access: 'cash.approveDifference',
    input: z.object({ reason }),
  }).returns<CashSessionView>(),
  'cash.session': query({ access: 'report.read', input: z.object({ cashSessionId: id }) }).returns<CashSessionView>(),
  'report.night': query({
    access: 'report.read',
    input: z.object({ tradingDay: day.optional() }),
  }).returns<NightReport>(),
  'report.seatFigures': query({ access: 'report.read', input: z.object({ eventId: id }) }).returns<SeatFigures>(),
  /** RFC 4180, UTF-8 with a byte order mark, so that spreadsheets open it. */
  'report.nightCsv': query({ access: 'report.read', input: z.object({ tradingDay: day.optional() }) }).returns<{
    fileName: string;
    text: string;
  }>(),
};
