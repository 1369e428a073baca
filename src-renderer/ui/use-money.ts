import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { minorToMoneyText, minorToText } from './money-text.ts';

export interface MoneyWords {
  /** `45.00`: in columns, where the currency stands in the heading. */
  readonly plain: (amountMinor: number) => string;
  /** `€45.00`: alone or in a sentence. */
  readonly full: (amountMinor: number) => string;
}

/** Amounts of one currency as this window's people read them. */
export function useMoney(currency: string): MoneyWords {
  const { locale } = useLocale();
  return useMemo(
    () => ({
      plain: (amountMinor) => minorToText(amountMinor, currency, locale),
      full: (amountMinor) => minorToMoneyText(amountMinor, currency, locale),
    }),
    [currency, locale],
  );
}
