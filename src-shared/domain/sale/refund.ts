/** Where money goes back to: the tenders it came from, the last one first. */
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
