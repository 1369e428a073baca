/**
 * A drawer's session: from a counted float to a counted end.
 *
 * Invariant C1: what should be in the drawer is the sum of its ledger entries, and nothing else.
 * Invariant C2: until the session is closed no answer or refusal depends on that sum, so that a clerk counts blind: a
 * payout larger than the drawer holds is not refused, or trying amounts would count the drawer.
 * Invariant C3: a closed session's drawer is empty: what was in it went to the safe.
 */
import { text } from '../../text/text.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/accounts.ts';
import { fail, ok, type Result } from '../result.ts';

export type CashMovementKind = 'PAID_IN' | 'PAID_OUT' | 'DROP' | 'NO_SALE';

interface Posting {
  readonly kind: LedgerKind;
  readonly entries: readonly LedgerEntry[];
}

function intoDrawer(cashSessionId: string, amountMinor: number, from: LedgerEntry['account']): LedgerEntry[] {
  return [
    { account: 'DRAWER', amountMinor, cashSessionId },
    { account: from, amountMinor: -amountMinor },
  ];
}

/** The float comes from the safe. */
export function floatPosting(cashSessionId: string, floatMinor: number): Posting {
  return { kind: 'FLOAT', entries: intoDrawer(cashSessionId, floatMinor, 'SAFE') };
}

/**
 * What a movement posts; null for one that only opens the drawer.
 * Errors: AMOUNT_NEEDED; AMOUNT_NOT_WANTED for a no-sale with an amount.
 */
export function decideMovement(
  cashSessionId: string,
  kind: CashMovementKind,
  amountMinor: number,
): Result<Posting | null> {
  if (kind === 'NO_SALE') return amountMinor === 0 ? ok(null) : fail('AMOUNT_NOT_WANTED', text('cash.amountNotWanted'));
  if (amountMinor === 0) return fail('AMOUNT_NEEDED', text('cash.amountNeeded'));
  if (kind === 'PAID_IN') return ok({ kind, entries: intoDrawer(cashSessionId, amountMinor, 'PETTY_CASH') });
  const account = kind === 'PAID_OUT' ? 'PETTY_CASH' : 'SAFE';
  return ok({ kind, entries: intoDrawer(cashSessionId, -amountMinor, account) });
}

export interface Closing {
  readonly cashSessionId: string;
  readonly countedMinor: number;
  /** The sum of the drawer's ledger entries. */
  readonly expectedMinor: number;
  readonly limitMinor: number;
  /** Somebody with the right has agreed to whatever the difference is. */
  readonly isApproved: boolean;
}

/**
 * Books what is over or short and empties the drawer into the safe.
 * Errors: DIFFERENCE_NEEDS_APPROVAL, which names no amount (invariant C2).
 */
export function decideClosing({
  cashSessionId,
  countedMinor,
  expectedMinor,
  limitMinor,
  isApproved,
}: Closing): Result<{ differenceMinor: number; postings: readonly Posting[] }> {
  const differenceMinor = countedMinor - expectedMinor;
  if (Math.abs(differenceMinor) > limitMinor && !isApproved)
    return fail('DIFFERENCE_NEEDS_APPROVAL', text('cash.differenceNeedsApproval'));
  return ok({
    differenceMinor,
    postings: [
      { kind: 'CASH_DIFFERENCE', entries: intoDrawer(cashSessionId, differenceMinor, 'CASH_OVER_SHORT') },
      { kind: 'DROP', entries: intoDrawer(cashSessionId, -countedMinor, 'SAFE') },
    ],
  });
}
