import { useMemo } from 'react';
import { houseDenominations } from '../../../src-shared/domain/cash/house-denominations.ts';
import { useProgramState } from '../../app/use-program.ts';
import { countedMinor, type DenominationCount } from '../../ui/denomination-count.ts';

/** The notes and coins of this house. */
export function useDenominations() {
  const currency = useProgramState((state) => state.house?.currency ?? 'EUR');
  const rounding = useProgramState((state) => state.house?.cashRoundingMinor ?? 1);
  return useMemo(() => {
    const denominations = houseDenominations(currency, rounding);
    return { currency, denominations, sum: (count: DenominationCount) => countedMinor(denominations, count) };
  }, [currency, rounding]);
}

/** As a count goes to the core: what was not counted is not in it. */
export function countToInput(count: DenominationCount): Record<string, number> {
  return Object.fromEntries(Object.entries(count).map(([valueMinor, pieces]) => [valueMinor, pieces]));
}
