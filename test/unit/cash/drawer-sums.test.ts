import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceStanding, drawerSums, signedAmount } from '../../../src-renderer/features/till/drawer-sums.ts';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { houseDenominations } from '../../../src-shared/domain/cash/house-denominations.ts';

const session: CashSessionView = {
  cashSessionId: 's',
  status: 'OPEN',
  userId: 'u',
  userName: 'Ana',
  currency: 'EUR',
  openedAt: 0,
  closedAt: null,
  floatMinor: 20_000,
  expectedMinor: null,
  countedMinor: null,
  differenceMinor: null,
  movements: [],
  receiptIds: [],
};

describe('what a drawer comes to', () => {
  it('says nothing of its sales while what should be in it is hidden', () => {
    expect(drawerSums(session).salesMinor).toBeNull();
  });

  it('adds up: float, sales and movements are what should be in it', () => {
    const kinds = fc.constantFrom('PAID_IN', 'PAID_OUT', 'DROP', 'NO_SALE');
    const movement = fc.record({ kind: kinds, amountMinor: fc.nat(100_000), reason: fc.constant('r'), at: fc.nat() });
    fc.assert(
      fc.property(fc.array(movement), fc.integer({ min: -100_000, max: 1_000_000 }), (movements, expectedMinor) => {
        const sums = drawerSums({ ...session, expectedMinor, movements });
        const moved = movements
          .filter(({ kind }) => kind !== 'NO_SALE')
          .reduce((sum, each) => sum + signedAmount(each), 0);
        expect(session.floatMinor + (sums.salesMinor ?? 0) + moved).toBe(expectedMinor);
      }),
    );
  });

  it.each([
    [0, 'ok', 'Even'],
    [100, 'warn', 'Over'],
    [-1, 'warn', 'Short'],
  ])('%d is said as a mark and a word', (differenceMinor, tone, word) => {
    expect(differenceStanding(differenceMinor)).toEqual({ tone, word });
  });
});

describe('notes and coins', () => {
  it.each(['EUR', 'GBP', 'USD', 'CHF', 'JPY', 'KWD'])(
    'of %s go from the largest note to the smallest coin',
    (currency) => {
      const pieces = houseDenominations(currency, 1);
      const notes = pieces.filter(({ kind }) => kind === 'NOTE');
      const coins = pieces.filter(({ kind }) => kind === 'COIN');
      expect(pieces).toEqual([...notes, ...coins]);
      for (const some of [notes, coins]) {
        const values = some.map(({ valueMinor }) => valueMinor);
        expect(values.length).toBeGreaterThan(0);
        expect(values).toEqual([...new Set(values)].toSorted((left, right) => right - left));
      }
    },
  );

  it('leave out coins that cash is rounded past', () => {
    const values = houseDenominations('EUR', 5).map(({ valueMinor }) => valueMinor);
    expect(values).toContain(5);
    expect(values).not.toContain(2);
    expect(values).not.toContain(1);
  });
});
