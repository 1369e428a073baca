/** What a drawer's session comes to, for people to read. Pure. */
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { en } from '../../../src-shared/text/en.ts';
import type { Tone } from '../../ui/ToneMark.tsx';

export type MovementKind = 'PAID_IN' | 'PAID_OUT' | 'DROP' | 'NO_SALE';

export interface DrawerSums {
  readonly paidInMinor: number;
  readonly paidOutMinor: number;
  readonly droppedMinor: number;
  /** Cash taken for tickets less cash given back; null while what should be in the drawer may not be seen. */
  readonly salesMinor: number | null;
}

export function drawerSums(session: CashSessionView): DrawerSums {
  const sumOf = (kind: MovementKind) =>
    session.movements.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.amountMinor, 0);
  const paidInMinor = sumOf('PAID_IN');
  const paidOutMinor = sumOf('PAID_OUT');
  const droppedMinor = sumOf('DROP');
  return {
    paidInMinor,
    paidOutMinor,
    droppedMinor,
    salesMinor:
      session.expectedMinor === null
        ? null
        : session.expectedMinor - session.floatMinor - paidInMinor + paidOutMinor + droppedMinor,
  };
}

/** Over, short or even, as a mark and a word. */
export function differenceStanding(differenceMinor: number): { readonly tone: Tone; readonly word: string } {
  if (differenceMinor === 0) return { tone: 'ok', word: text('till.even') };
  return { tone: 'warn', word: text(differenceMinor > 0 ? 'till.over' : 'till.short') };
}

export function movementWord(kind: string): string {
  const key = `till.kind.${kind}`;
  return key in en ? text(key as TextKey) : kind;
}

/** Into the drawer counts up, out of it down. */
export function signedAmount(movement: { readonly kind: string; readonly amountMinor: number }): number {
  return movement.kind === 'PAID_IN' ? movement.amountMinor : -movement.amountMinor;
}
