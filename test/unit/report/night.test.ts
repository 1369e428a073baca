import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldNight, type LedgerSum, type TicketCount } from '../../../src-shared/domain/report/night.ts';

const sum = (change: Partial<LedgerSum>): LedgerSum => ({
  kind: 'SALE',
  account: 'ADVANCE_SALES',
  eventId: null,
  levelName: null,
  typeName: null,
  userId: 'ada',
  amountMinor: 0,
  ...change,
});

const count = (change: Partial<TicketCount>): TicketCount => ({
  eventId: 'hamlet',
  levelName: 'Premium',
  typeName: 'Standard',
  isComp: false,
  userId: 'ada',
  tickets: 1,
  ...change,
});

/** Two seats of Hamlet for cash (rounded down by a cent) and a comp; one of Godot by card, given back by Mo. */
const HAMLET = { eventId: 'hamlet', levelName: 'Premium', typeName: 'Standard' };
const GODOT = { eventId: 'godot', levelName: 'Studio', typeName: 'Standard' };
const SUMS: readonly LedgerSum[] = [
  sum({ ...HAMLET, amountMinor: -10_001 }),
  sum({ account: 'DRAWER', amountMinor: 10_000 }),
  sum({ account: 'ROUNDING', amountMinor: 1 }),
  sum({ ...GODOT, amountMinor: -2000 }),
  sum({ account: 'CARD_CLEARING', amountMinor: 2000 }),
  sum({ kind: 'REFUND', ...GODOT, account: 'TICKET_REVENUE', amountMinor: 2000, userId: 'mo' }),
  sum({ kind: 'REFUND', account: 'CARD_CLEARING', amountMinor: -2000, userId: 'mo' }),
];
const COUNTS: readonly TicketCount[] = [
  count({ tickets: 2 }),
  count({ typeName: 'Comp', isComp: true }),
  count(GODOT),
  count({ ...GODOT, tickets: -1, userId: 'mo' }),
];

describe('the night', () => {
  const night = foldNight(SUMS, COUNTS, [{ userId: 'ada', tickets: 3 }]);

  test('takes refunds off the takings of their event, level and type, and counts comps as tickets', () => {
    expect(night.byEvent).toEqual([{ key: 'hamlet', tickets: 3, amountMinor: 10_001 }]);
    expect(night.byLevel).toEqual([{ key: 'Premium', tickets: 3, amountMinor: 10_001 }]);
    expect(night.byType).toEqual([
      { key: 'Standard', tickets: 2, amountMinor: 10_001 },
      { key: 'Comp', tickets: 1, amountMinor: 0 },
    ]);
  });

  test('keeps who sold and who gave back apart', () => {
    expect(night.byClerk).toEqual([
      { key: 'ada', tickets: 4, amountMinor: 12_001 },
      { key: 'mo', tickets: -1, amountMinor: -2000 },
    ]);
    expect(night.refundsByClerk).toEqual([{ key: 'mo', tickets: 1, amountMinor: 2000 }]);
    expect(night.compsByClerk).toEqual([{ key: 'ada', tickets: 1, amountMinor: 0 }]);
    expect(night.reprintsByClerk).toEqual([{ key: 'ada', tickets: 3, amountMinor: 0 }]);
  });

  test('balances: revenue is what drawer and card took, and what rounding kept', () => {
    expect(night).toMatchObject({
      ticketRevenueMinor: 10_001,
      drawerMinor: 10_000,
      cardMinor: 0,
      roundingMinor: 1,
      balances: true,
    });
  });

  test('does not balance when money is missing on one side', () => {
    const broken = SUMS.filter(({ account, kind }) => !(account === 'CARD_CLEARING' && kind === 'REFUND'));
    expect(foldNight(broken, COUNTS, []).balances).toBe(false);
  });

  test('has the same total by event, level, type and clerk, whatever was sold', () => {
    const entry = fc.record({
      kind: fc.constantFrom('SALE' as const, 'REFUND' as const),
      eventId: fc.constantFrom('a', 'b', null),
      levelName: fc.constantFrom('p', null),
      typeName: fc.constantFrom('s', 'c'),
      userId: fc.constantFrom('ada', 'mo'),
      amountMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      tender: fc.constantFrom('DRAWER' as const, 'CARD_CLEARING' as const),
      lost: fc.integer({ min: -4, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const sums = entries.flatMap(({ tender, lost, amountMinor, ...about }): LedgerSum[] => [
          { ...about, account: 'ADVANCE_SALES', amountMinor: -amountMinor },
          sum({ kind: about.kind, userId: about.userId, account: tender, amountMinor: amountMinor - lost }),
          sum({ kind: about.kind, userId: about.userId, account: 'ROUNDING', amountMinor: lost }),
        ]);
        const figures = foldNight(sums, [], []);
        const total = entries.reduce((all, { amountMinor }) => all + amountMinor, 0);
        for (const table of ['byEvent', 'byLevel', 'byType', 'byClerk'] as const)
          expect(figures[table].reduce((all, row) => all + row.amountMinor, 0)).toBe(total);
        expect(figures.ticketRevenueMinor).toBe(total);
        expect(figures.balances).toBe(true);
      }),
    );
  });
});
