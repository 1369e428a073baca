/** The night report as one table that a spreadsheet filters and sums: which figures, whose, tickets, amount. */
import type { CashSessionView, NightReport, TakingsRow } from '../contract/cash.ts';
import { text, type TextKey } from '../text/text.ts';
import { csvText, type CsvCell } from '../domain/csv/csv.ts';
import { minorToDecimal } from '../domain/money/decimal-text.ts';
import { wallTimeText } from '../domain/time/trading-day.ts';

const TABLES = {
  byEvent: 'report.byEvent',
  byLevel: 'report.byLevel',
  byType: 'report.byType',
  byClerk: 'report.byClerk',
  byTender: 'report.byTender',
  compsByClerk: 'report.compsByClerk',
  refundsByClerk: 'report.refundsByClerk',
  reprintsByClerk: 'report.reprintsByClerk',
} as const satisfies Partial<Record<keyof NightReport, TextKey>>;

const NOTHING: CsvCell = '';

/** @param timeZone the house's: in which the times of cash sessions are written */
export function nightCsv(report: NightReport, timeZone: string): { fileName: string; text: string } {
  const amount = (amountMinor: number): CsvCell => ({ number: minorToDecimal(amountMinor, report.currency) });
  const day = { number: report.tradingDay };
  const row = (table: TextKey, name: string, tickets: CsvCell, amountMinor: number): CsvCell[] => [
    day,
    text(table),
    name,
    tickets,
    amount(amountMinor),
    report.currency,
  ];
  const takings = (key: keyof typeof TABLES): CsvCell[][] =>
    report[key].map(({ name, tickets, amountMinor }: TakingsRow) =>
      row(TABLES[key], name, key === 'byTender' ? NOTHING : { number: String(tickets) }, amountMinor),
    );
  const totals: [TextKey, number][] = [
    ['report.ticketRevenue', report.ticketRevenueMinor],
    ['report.drawer', report.drawerMinor],
    ['report.card', report.cardMinor],
    ['report.rounding', report.roundingMinor],
  ];
  const head = ['report.day', 'report.table', 'report.name', 'report.tickets', 'report.amount', 'report.currency'];
  return {
    fileName: `night-${report.tradingDay}.csv`,
    text: csvText([
      head.map((key) => text(key as TextKey)),
      ...(Object.keys(TABLES) as (keyof typeof TABLES)[]).flatMap(takings),
      ...totals.map(([name, amountMinor]) => row('report.totals', text(name), NOTHING, amountMinor)),
      ...report.sessions.flatMap((session) =>
        sessionFigures(session, timeZone).map(([name, amountMinor]) =>
          row('report.sessions', name, NOTHING, amountMinor),
        ),
      ),
    ]),
  };
}

/** What is known of a session; nothing is guessed of one that is still open. */
function sessionFigures(session: CashSessionView, timeZone: string): [string, number][] {
  const who = { name: session.userName, opened: wallTimeText(session.openedAt, timeZone) };
  const figures: [TextKey, number | null][] = [
    ['report.sessionFloat', session.floatMinor],
    ['report.sessionExpected', session.expectedMinor],
    ['report.sessionCounted', session.countedMinor],
    ['report.sessionDifference', session.differenceMinor],
  ];
  return figures.flatMap(([key, amountMinor]) => (amountMinor === null ? [] : [[text(key, who), amountMinor]]));
}
