import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideClosing, decideMovement, floatPosting } from '../../../src-shared/domain/cash/cash-session.ts';
import { totalOfCount } from '../../../src-shared/domain/cash/denominations.ts';
import { ledgerTransaction, type LedgerEntry } from '../../../src-shared/domain/ledger/accounts.ts';

const amount = fc.integer({ min: 0, max: 100_000_000 });

/** What the entries do to the drawer; proves on the way that they balance. */
function drawerOf(posting: { kind: 'FLOAT' | string; entries: readonly LedgerEntry[] }): number {
  const { entries } = ledgerTransaction({ kind: 'FLOAT', currency: 'EUR', description: '', entries: posting.entries });
  return entries.filter((entry) => entry.account === 'DRAWER').reduce((sum, entry) => sum + entry.amountMinor, 0);
}

describe('a count by coins and notes', () => {
  test.each([
    [{}, 0],
    [{ '5000': 2, '1': 3 }, 10_003],
    [{ '20': 0 }, 0],
  ])('%j comes to %i', (denominations, totalMinor) => {
    expect(totalOfCount(denominations)).toEqual({ ok: true, value: totalMinor });
  });

  test.each([[{ '0': 1 }], [{ '010': 1 }], [{ '99999999999999999999': 1 }], [{ '100': -1 }], [{ '100': 1.5 }]])(
    '%j is refused',
    (denominations) => {
      expect(totalOfCount(denominations)).toMatchObject({ ok: false, error: { code: 'BAD_COUNT' } });
    },
  );

  test('names everything that is wrong with it at once', () => {
    const result = totalOfCount({ '0': 1, '010': 2, '50000': 100_000 });
    expect(
      result.ok ? [] : (result.error.data as { issues: { path: string }[] }).issues.map(({ path }) => path),
    ).toEqual(['denominations.0', 'denominations.010', 'denominations']);
  });
});

describe('a drawer', () => {
  test('ends empty and the books with it, whatever was taken, moved and counted', () => {
    const movement = fc.record({
      kind: fc.constantFrom('PAID_IN' as const, 'PAID_OUT' as const, 'DROP' as const),
      amountMinor: fc.integer({ min: 1, max: 100_000_000 }),
    });
    fc.assert(
      fc.property(amount, fc.array(movement), amount, (floatMinor, movements, countedMinor) => {
        let expectedMinor = drawerOf(floatPosting('s', floatMinor));
        expect(expectedMinor).toBe(floatMinor);
        for (const { kind, amountMinor } of movements) {
          const posting = decideMovement('s', kind, amountMinor);
          if (!posting.ok || posting.value === null) throw new Error('a movement with an amount posts');
          const change = drawerOf(posting.value);
          expect(change).toBe(kind === 'PAID_IN' ? amountMinor : -amountMinor);
          expectedMinor += change;
        }
        const closing = decideClosing({
          cashSessionId: 's',
          countedMinor,
          expectedMinor,
          limitMinor: Number.MAX_SAFE_INTEGER,
          isApproved: false,
        });
        if (!closing.ok) throw new Error('a difference within the limit closes');
        expect(closing.value.differenceMinor).toBe(countedMinor - expectedMinor);
        for (const posting of closing.value.postings) expectedMinor += drawerOf(posting);
        expect(expectedMinor).toBe(0);
      }),
    );
  });

  test.each([
    [500, false, true],
    [-500, false, true],
    [501, false, false],
    [-501, false, false],
    [501, true, true],
    [-90_000, true, true],
  ])('that is %i apart with approval %s closes: %s', (differenceMinor, isApproved, closes) => {
    const closing = decideClosing({
      cashSessionId: 's',
      countedMinor: 10_000 + differenceMinor,
      expectedMinor: 10_000,
      limitMinor: 500,
      isApproved,
    });
    expect(closing.ok).toBe(closes);
  });

  test('refuses without naming an amount', () => {
    const refuse = (expectedMinor: number) =>
      decideClosing({ cashSessionId: 's', countedMinor: 0, expectedMinor, limitMinor: 500, isApproved: false });
    expect(refuse(12_345)).toEqual(refuse(99_999));
  });

  test.each([
    ['PAID_IN', 0, 'AMOUNT_NEEDED'],
    ['PAID_OUT', 0, 'AMOUNT_NEEDED'],
    ['DROP', 0, 'AMOUNT_NEEDED'],
    ['NO_SALE', 1, 'AMOUNT_NOT_WANTED'],
  ] as const)('refuses %s of %i', (kind, amountMinor, code) => {
    expect(decideMovement('s', kind, amountMinor)).toMatchObject({ ok: false, error: { code } });
  });
});
