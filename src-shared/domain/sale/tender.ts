/**
 * What is due, and what a tender pays of it. Only cash gives change, and only cash is rounded to the coins there are:
 * the difference is a ROUNDING line of its own, never a changed price.
 */
import { fail, ok, type Result } from '../result.ts';
import { roundToStep } from '../money/rounding.ts';
import { text } from '../../text/text.ts';

export interface TenderedPayment {
  readonly kind: 'CASH' | 'CARD_TERMINAL';
  readonly amountMinor: number;
}

/** What is still to pay: may be a rest smaller than the smallest coin, which cash rounds away. */
export function dueMinor(totalMinor: number, payments: readonly TenderedPayment[]): number {
  return payments.reduce((due, payment) => due - payment.amountMinor, totalMinor);
}

/** The rest that cash has rounded away (either sign), once a cash tender has paid all that coins can pay. */
export function roundingMinor(due: number, payments: readonly TenderedPayment[], cashRoundingMinor: number): number {
  const isCash = payments.at(-1)?.kind === 'CASH';
  return isCash && roundToStep(due, cashRoundingMinor) === 0 ? due : 0;
}

export interface TenderSplit {
  readonly amountMinor: number;
  readonly tenderedMinor: number;
  readonly changeMinor: number;
}

/**
 * How a tender is split into what it pays and the change.
 * Errors: NOTHING_DUE; NOTHING_TENDERED; OVER_TENDERED for a card that took more than is due.
 */
export function splitTender(
  kind: TenderedPayment['kind'],
  tenderedMinor: number,
  due: number,
  cashRoundingMinor: number,
): Result<TenderSplit> {
  const payable = kind === 'CASH' ? roundToStep(due, cashRoundingMinor) : due;
  if (payable <= 0) return fail('NOTHING_DUE', text('sale.nothingDue'));
  if (tenderedMinor <= 0) return fail('NOTHING_TENDERED', text('sale.nothingTendered'));
  if (tenderedMinor <= payable) return ok({ amountMinor: tenderedMinor, tenderedMinor, changeMinor: 0 });
  if (kind !== 'CASH') return fail('OVER_TENDERED', text('sale.overTendered'), { dueMinor: due });
  return ok({ amountMinor: payable, tenderedMinor, changeMinor: tenderedMinor - payable });
}
