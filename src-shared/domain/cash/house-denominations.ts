/** The notes and coins of a currency, in the order a drawer is counted: notes first, the largest on top. */

export interface HouseDenomination {
  readonly valueMinor: number;
  readonly kind: 'NOTE' | 'COIN';
}

interface Pieces {
  readonly notes: readonly number[];
  readonly coins: readonly number[];
}

/** As issued by each central bank (2026); pieces nobody takes at a counter any more are left out. */
const PIECES: Readonly<Record<string, Pieces>> = {
  EUR: { notes: [50_000, 20_000, 10_000, 5000, 2000, 1000, 500], coins: [200, 100, 50, 20, 10, 5, 2, 1] },
  GBP: { notes: [5000, 2000, 1000, 500], coins: [200, 100, 50, 20, 10, 5, 2, 1] },
  USD: { notes: [10_000, 5000, 2000, 1000, 500, 200, 100], coins: [100, 50, 25, 10, 5, 1] },
  CHF: { notes: [100_000, 20_000, 10_000, 5000, 2000, 1000], coins: [500, 200, 100, 50, 20, 10, 5] },
  DKK: { notes: [50_000, 20_000, 10_000, 5000], coins: [2000, 1000, 500, 200, 100, 50] },
  SEK: { notes: [100_000, 50_000, 20_000, 10_000, 5000, 2000], coins: [1000, 500, 200, 100] },
  NOK: { notes: [100_000, 50_000, 20_000, 10_000, 5000], coins: [2000, 1000, 500, 100] },
  PLN: { notes: [50_000, 20_000, 10_000, 5000, 2000, 1000], coins: [500, 200, 100, 50, 20, 10, 5, 2, 1] },
  CZK: { notes: [500_000, 200_000, 100_000, 50_000, 20_000, 10_000], coins: [5000, 2000, 1000, 500, 200, 100] },
  JPY: { notes: [10_000, 5000, 2000, 1000], coins: [500, 100, 50, 10, 5, 1] },
};

/** For a currency that is not listed: 1, 2, 5 and their tens, which is what most are made of. */
const USUAL: Pieces = {
  notes: [20_000, 10_000, 5000, 2000, 1000, 500],
  coins: [200, 100, 50, 20, 10, 5, 2, 1],
};

/** @param cashRoundingMinor the smallest amount that is paid in cash here; smaller coins are not in the drawer */
export function houseDenominations(currency: string, cashRoundingMinor: number): readonly HouseDenomination[] {
  const { notes, coins } = PIECES[currency] ?? USUAL;
  return [
    ...notes.map((valueMinor) => ({ valueMinor, kind: 'NOTE' as const })),
    ...coins
      .filter((valueMinor) => valueMinor >= cashRoundingMinor)
      .map((valueMinor) => ({ valueMinor, kind: 'COIN' as const })),
  ];
}
