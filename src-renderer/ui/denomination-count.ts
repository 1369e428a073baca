/** Counting a drawer: how many of each note and coin, and what they come to. */

import { withWesternDigits } from './western-digits.ts';

export interface Denomination {
  readonly valueMinor: number;
  readonly kind: 'NOTE' | 'COIN';
}

/** Pieces by value in minor units. A value that is not in it has not been counted yet, which is not zero. */
export type DenominationCount = Readonly<Record<number, number>>;

/** More pieces of one kind than a drawer holds: a typed amount instead of a count is stopped here. */
export const PIECES_MAX = 9_999;

/** The pieces typed, or null for an empty field. Anything but digits is left out; too many are cut to the limit. */
export function textToPieces(typed: string): number | null {
  const digits = withWesternDigits(typed).replace(/\D/g, '');
  return digits === '' ? null : Math.min(PIECES_MAX, Number(digits));
}

/** What the counted pieces come to, in minor units. Pieces of a value the house does not have count for nothing. */
export function countedMinor(denominations: readonly Denomination[], count: DenominationCount): number {
  return denominations.reduce((sum, { valueMinor }) => sum + valueMinor * (count[valueMinor] ?? 0), 0);
}

/** The count with one value changed; `null` takes it back to not counted. */
export function withPieces(count: DenominationCount, valueMinor: number, pieces: number | null): DenominationCount {
  const rest = Object.entries(count).filter(([value]) => Number(value) !== valueMinor);
  return Object.fromEntries(pieces === null ? rest : [...rest, [valueMinor, pieces]]);
}
