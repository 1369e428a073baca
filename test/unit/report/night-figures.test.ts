import { describe, expect, it } from 'vitest';
import {
  apartMinor,
  barLengths,
  clerkRows,
  dayBeside,
  seatShares,
} from '../../../src-renderer/features/report/night-figures.ts';
import type { NightReport } from '../../../src-shared/contract/cash.ts';

const row = (key: string, tickets: number, amountMinor: number) => ({
  key,
  name: key.toUpperCase(),
  tickets,
  amountMinor,
});

const report: NightReport = {
  tradingDay: '2026-11-21',
  currency: 'EUR',
  from: 0,
  until: 1,
  byEvent: [],
  byLevel: [],
  byType: [],
  byClerk: [row('ana', 4, 20_000), row('ben', 9, 45_000)],
  byTender: [],
  compsByClerk: [row('ben', 2, 0)],
  refundsByClerk: [row('max', 1, 5000)],
  reprintsByClerk: [row('ana', 3, 0)],
  sessions: [],
  ticketRevenueMinor: 65_000,
  roundingMinor: -2,
  drawerMinor: 40_002,
  cardMinor: 25_000,
  balances: true,
};

describe('the night in figures', () => {
  it('puts each person in one row, whoever only gave money back too', () => {
    const rows = clerkRows(report);
    expect(rows.map(({ key }) => key)).toEqual(['ben', 'ana', 'max']);
    expect(rows[0]).toMatchObject({ tickets: 9, comps: 2, refunds: 0, reprints: 0 });
    expect(rows[2]).toMatchObject({ tickets: 0, amountMinor: 0, refunds: 1, refundedMinor: 5000 });
  });

  it('draws the largest takings full and what was only given back not at all', () => {
    expect(barLengths([row('a', 1, 5000), row('b', 1, 10_000), row('c', -1, -3000)])).toEqual([0.5, 1, 0]);
    expect(barLengths([row('a', 0, 0)])).toEqual([0]);
  });

  it('counts what can be sold or was, and leaves out seats out of use', () => {
    const counts = { available: 60, held: 5, blocked: 7, reserved: 3, sold: 32, notForSale: 2 };
    expect(seatShares({ counts })).toEqual({ sold: 32, reserved: 3, held: 5, free: 60, total: 100 });
  });

  it('knows by how much it does not balance', () => {
    expect(apartMinor(report)).toBe(0);
    expect(apartMinor({ ...report, cardMinor: 24_900 })).toBe(100);
  });
});

it.each([
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-01-01', -1, '2026-12-31'],
] as const)('the day beside %s by %d is %s', (day, step, beside) => {
  expect(dayBeside(day, step)).toBe(beside);
});
