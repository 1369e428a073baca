/** Where money goes back to: the tenders it came from, the last one first. */
import { roundToStep } from '../money/rounding.ts';
import { assert } from '../result.ts';

export interface TenderBalance {
  readonly kind: 'CASH' | 'CARD_TERMINAL';
  /** Taken less given back so far. */
  readonly leftMinor: number;
}

/**
 * Splits a refund over the sale's tenders.
 * @param balances in the order in which they were tendered
 */
export function splitRefund(
  amountMinor: number,
  balances: readonly TenderBalance[],
): { kind: TenderBalance['kind']; amountMinor: number }[] {
  const parts: { kind: TenderBalance['kind']; amountMinor: number }[] = [];
  let left = amountMinor;
  for (const balance of balances.toReversed()) {
    const part = Math.min(left, Math.max(0, balance.leftMinor));
    if (part > 0) parts.push({ kind: balance.kind, amountMinor: part });
    left -= part;
  }
  assert(left === 0, `a refund of ${amountMinor} is ${left} more than was paid`);
  return parts;
}

export interface TenderAmount {
  readonly kind: TenderBalance['kind'];
  readonly amountMinor: number;
}

export interface MoneyBackQuestion {
  /** What was taken for the sale, in the order in which it was tendered. */
  readonly payments: readonly TenderAmount[];
  /** What was given back before. */
  readonly refunds: readonly TenderAmount[];
  /** Prices of the tickets that end. */
  readonly faceMinor: number;
  /** No other ticket of the sale lives on. */
  readonly isRest: boolean;
  readonly cashRoundingMinor: number;
}

/**
 * How much goes back to which tender. The last tickets take all that is left, so that what cash rounded away comes
 * out even; cash gives back only what coins can pay, and the difference to the prices is rounding.
 */
export function decideMoneyBack(question: MoneyBackQuestion): {
  parts: readonly TenderAmount[];
  roundingMinor: number;
} {
  const given = { CASH: 0, CARD_TERMINAL: 0 };
  for (const one of question.refunds) given[one.kind] += one.amountMinor;
  const balances = question.payments.map(({ kind, amountMinor }) => {
    const used = Math.min(given[kind], amountMinor);
    given[kind] -= used;
    return { kind, leftMinor: amountMinor - used };
  });
  const leftMinor = balances.reduce((sum, balance) => sum + balance.leftMinor, 0);
  const { faceMinor, isRest, cashRoundingMinor } = question;
  const parts = splitRefund(isRest ? leftMinor : Math.min(faceMinor, leftMinor), balances).map((part) =>
    part.kind === 'CASH' ? { ...part, amountMinor: roundToStep(part.amountMinor, cashRoundingMinor) } : part,
  );
  return { parts, roundingMinor: faceMinor - parts.reduce((sum, part) => sum + part.amountMinor, 0) };
}
