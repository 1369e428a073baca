/** The counter's store in React, and the small things its parts share: money in words, the time that is left. */
import { useCallback, useSyncExternalStore } from 'react';
import { useLocale } from 'react-aria-components';
import { useStore } from 'zustand';
import { useProgram } from '../../app/use-program.ts';
import { minorToText } from '../../ui/money-text.ts';
import type { SellState } from './sell-state.ts';
import { sellStoreOf, type SellStore } from './sell-store.ts';

export function useSell(): SellStore {
  return sellStoreOf(useProgram());
}

export function useSellState<T>(select: (state: SellState) => T): T {
  return useStore(useSell().store, select);
}

/** Amounts as figures: `45.00`. */
export function useAmount(currency: string): (amountMinor: number) => string {
  const { locale } = useLocale();
  return useCallback((amountMinor) => minorToText(amountMinor, currency, locale), [currency, locale]);
}

/** Four times a second: the figures change within a quarter of the second they name. */
const TICK_MS = 250;

function tick(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

/** Milliseconds to a deadline, in whole seconds rounded up; null without one. Drawn again when the second changes. */
export function useTimeLeft(deadline: number | null): number | null {
  return useSyncExternalStore(tick, () =>
    deadline === null ? null : Math.max(0, Math.ceil((deadline - Date.now()) / 1000) * 1000),
  );
}
