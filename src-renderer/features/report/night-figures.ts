/** The night's report as its screen shows it. Pure. */
import type { EventSummary } from '../../../src-shared/contract/event.ts';
import type { NightReport, TakingsRow } from '../../../src-shared/contract/cash.ts';

export interface ClerkRow {
  readonly key: string;
  readonly name: string;
  readonly tickets: number;
  readonly amountMinor: number;
  readonly comps: number;
  readonly refunds: number;
  readonly refundedMinor: number;
  readonly reprints: number;
}

/** Everything of one person in one row; whoever only refunded or reprinted is among them. */
export function clerkRows(report: NightReport): readonly ClerkRow[] {
  const { byClerk, compsByClerk, refundsByClerk, reprintsByClerk } = report;
  const names = new Map(
    [...byClerk, ...compsByClerk, ...refundsByClerk, ...reprintsByClerk].map((row) => [row.key, row.name]),
  );
  const of = (rows: readonly TakingsRow[], key: string) => rows.find((row) => row.key === key);
  return [...names]
    .map(([key, name]) => ({
      key,
      name,
      tickets: of(byClerk, key)?.tickets ?? 0,
      amountMinor: of(byClerk, key)?.amountMinor ?? 0,
      comps: of(compsByClerk, key)?.tickets ?? 0,
      refunds: of(refundsByClerk, key)?.tickets ?? 0,
      refundedMinor: of(refundsByClerk, key)?.amountMinor ?? 0,
      reprints: of(reprintsByClerk, key)?.tickets ?? 0,
    }))
    .toSorted((left, right) => right.amountMinor - left.amountMinor || (left.name < right.name ? -1 : 1));
}

/** How long each bar is, from 0 to 1: the largest takings fill it; what was only given back has none. */
export function barLengths(rows: readonly TakingsRow[]): readonly number[] {
  const most = Math.max(1, ...rows.map((row) => row.amountMinor));
  return rows.map((row) => Math.max(0, row.amountMinor) / most);
}

export interface SeatShares {
  readonly sold: number;
  readonly reserved: number;
  readonly held: number;
  readonly free: number;
  /** All of them: what can be sold or was. Seats out of use are in none. */
  readonly total: number;
}

export function seatShares({ counts }: Pick<EventSummary, 'counts'>): SeatShares {
  const { sold, reserved, held, available } = counts;
  return { sold, reserved, held, free: available, total: sold + reserved + held + available };
}

/** How far revenue and what was taken for it are apart, in minor units; 0 when it balances. */
export function apartMinor(report: NightReport): number {
  return report.ticketRevenueMinor - report.drawerMinor - report.cardMinor - report.roundingMinor;
}

const DAY_MS = 86_400_000;

/** The day before (-1) or after (1) one of the calendar: `2026-11-30` and 1 give `2026-12-01`. */
export function dayBeside(day: string, step: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10);
}
