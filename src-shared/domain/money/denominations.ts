/** The notes and coins of a currency: what a drawer is counted in and what customers hand over. */

export interface MoneyPiece {
  readonly valueMinor: number;
  readonly kind: 'NOTE' | 'COIN';
}

const pieces = (notes: readonly number[], coins: readonly number[]): readonly MoneyPiece[] => [
  ...notes.map((valueMinor) => ({ valueMinor, kind: 'NOTE' as const })),
  ...coins.map((valueMinor) => ({ valueMinor, kind: 'COIN' as const })),
];

/** In circulation; what no till sees any more (500 euro notes, half dollars) is left out. */
const BY_CURRENCY: Readonly<Record<string, readonly MoneyPiece[]>> = {
  EUR: pieces([20_000, 10_000, 5_000, 2_000, 1_000, 500], [200, 100, 50, 20, 10, 5, 2, 1]),
  GBP: pieces([5_000, 2_000, 1_000, 500], [200, 100, 50, 20, 10, 5, 2, 1]),
  USD: pieces([10_000, 5_000, 2_000, 1_000, 500, 200, 100], [25, 10, 5, 1]),
  CHF: pieces([20_000, 10_000, 5_000, 2_000, 1_000], [500, 200, 100, 50, 20, 10, 5]),
  JPY: pieces([10_000, 5_000, 1_000], [500, 100, 50, 10, 5, 1]),
};

/** Where the currency is not known: one, two and five of each power of ten, as nearly every currency has them. */
const USUAL = pieces([20_000, 10_000, 5_000, 2_000, 1_000, 500], [200, 100, 50, 20, 10, 5, 2, 1]);

/** Largest first, notes before coins. @param currency ISO 4217 */
export function denominationsOf(currency: string): readonly MoneyPiece[] {
  return BY_CURRENCY[currency] ?? USUAL;
}
