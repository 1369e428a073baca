/**
 * The double-entry ledger: the only way money changes. Amounts are minor units; positive is a debit (money or a claim
 * comes in), negative a credit. A sale's balance, a drawer's expected cash, a supplier's debt and every report are
 * sums over the entries.
 *
 * Invariant L1: the entries of a transaction sum to zero per currency.
 * Invariant L2: entries are never changed or deleted; a correction is a transaction of its own.
 */
import { assert } from '../result.ts';

/** Which account takes what. A drawer's own cash is the account `DRAWER` within its cash session. */
export const ACCOUNTS = [
  'DRAWER',
  'CARD_CLEARING',
  /** Sold, not yet played: moved to TICKET_REVENUE when the event completes. */
  'ADVANCE_SALES',
  'TICKET_REVENUE',
  'ROUNDING',
  'CASH_OVER_SHORT',
  /** Where floats come from and drops go. */
  'SAFE',
  /** Paid in and paid out for other reasons. */
  'PETTY_CASH',
  'STOCK',
  'COST_OF_SALES',
  'SUPPLIER_PAYABLE',
] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface LedgerEntry {
  readonly account: Account;
  readonly amountMinor: number;
  readonly eventId?: string;
  readonly ticketId?: string;
  readonly priceLevelId?: string | null;
  readonly ticketTypeId?: string;
  readonly supplierId?: string;
  readonly cashSessionId?: string | null;
}

export type LedgerKind =
  | 'SALE'
  | 'REFUND'
  | 'FLOAT'
  | 'PAID_IN'
  | 'PAID_OUT'
  | 'DROP'
  | 'CASH_DIFFERENCE'
  | 'STOCK_RECEIVED'
  | 'COST_OF_SALES'
  | 'REVENUE_RECOGNISED';

export interface LedgerTransaction {
  readonly kind: LedgerKind;
  readonly currency: string;
  readonly saleId?: string;
  readonly cashSessionId?: string | null;
  readonly description: string;
  readonly entries: readonly LedgerEntry[];
}

/** Drops entries of nothing and proves invariant L1. */
export function ledgerTransaction(transaction: LedgerTransaction): LedgerTransaction {
  const entries = transaction.entries.filter((entry) => entry.amountMinor !== 0);
  let sum = 0;
  for (const entry of entries) {
    assert(Number.isSafeInteger(entry.amountMinor), 'an amount is whole minor units');
    sum += entry.amountMinor;
  }
  assert(sum === 0, `a ${transaction.kind} transaction sums to ${sum}`);
  return { ...transaction, entries };
}
