import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMoneyBack } from '../../../src-shared/domain/sale/refund.ts';

const cash = (amountMinor: number) => ({ kind: 'CASH' as const, amountMinor });
const card = (amountMinor: number) => ({ kind: 'CARD_TERMINAL' as const, amountMinor });

describe('what goes back', () => {
  it.each([
    [
      'one of three, paid in cash',
      { payments: [cash(15_600)], refunds: [], faceMinor: 5200, isRest: false },
      [cash(5200)],
    ],
    [
      'the tender used last first',
      { payments: [cash(5000), card(5400)], refunds: [], faceMinor: 5200, isRest: false },
      [card(5200)],
    ],
    [
      'over two tenders',
      { payments: [cash(5000), card(2000)], refunds: [], faceMinor: 7000, isRest: true },
      [card(2000), cash(5000)],
    ],
    [
      'what was given back before is gone',
      { payments: [card(7000)], refunds: [card(3500)], faceMinor: 3500, isRest: true },
      [card(3500)],
    ],
    ['a comp moves no money', { payments: [], refunds: [], faceMinor: 0, isRest: true }, []],
  ])('%s', (_name, question, parts) => {
    expect(decideMoneyBack({ ...question, cashRoundingMinor: 1 })).toEqual({ parts, roundingMinor: 0 });
  });

  it('is what coins can pay, the rest is rounding', () => {
    const money = decideMoneyBack({
      payments: [cash(2465)],
      refunds: [],
      faceMinor: 1233,
      isRest: false,
      cashRoundingMinor: 5,
    });
    expect(money).toEqual({ parts: [cash(1235)], roundingMinor: -2 });
  });

  it('never gives back more than was paid, and the last tickets take all that is left', () => {
    const tender = fc.record({
      kind: fc.constantFrom('CASH' as const, 'CARD_TERMINAL' as const),
      amountMinor: fc.nat(50_000),
    });
    fc.assert(
      fc.property(fc.array(tender, { maxLength: 4 }), fc.nat(200_000), fc.boolean(), (payments, faceMinor, isRest) => {
        const paid = payments.reduce((sum, one) => sum + one.amountMinor, 0);
        const { parts, roundingMinor } = decideMoneyBack({
          payments,
          refunds: [],
          faceMinor,
          isRest,
          cashRoundingMinor: 1,
        });
        const back = parts.reduce((sum, one) => sum + one.amountMinor, 0);
        expect(back).toBe(isRest ? paid : Math.min(paid, faceMinor));
        expect(back + roundingMinor).toBe(faceMinor);
      }),
    );
  });
});
