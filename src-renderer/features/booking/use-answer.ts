/**
 * What the answer to typed words opens. An answer comes a moment after the words, and Enter may be quicker.
 *
 * 1. One booking found is opened: it needs no choosing.
 * 2. A booking that is open and not among those found is closed, so that no key acts on what was looked at before.
 * 3. A list that changes by itself, with no word typed, opens and closes nothing.
 */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SaleSummary } from '../../../src-shared/contract/sale.ts';

export interface Answer {
  /** Words were typed; their answer is on its way. */
  markTyped(): void;
  /** Opens the first that is found, now or once the answer is here. */
  goToFirst(): void;
}

/** @param found null while the answer is on its way */
export function useAnswer(
  found: readonly SaleSummary[] | null,
  openId: string | null,
  onOpen: (saleId: string | null) => void,
  focusList: () => void,
): Answer {
  const isTyped = useRef(false);
  const wantsFirst = useRef(false);

  const openFirst = (sales: readonly SaleSummary[]): void => {
    wantsFirst.current = false;
    if (!sales[0]) return;
    onOpen(sales[0].saleId);
    focusList();
  };

  const arrive = useEffectEvent((sales: readonly SaleSummary[]): void => {
    const wasTyped = isTyped.current;
    isTyped.current = false;
    if (wantsFirst.current) return openFirst(sales);
    if (!wasTyped) return;
    if (sales.length === 1) onOpen(sales[0]!.saleId);
    else if (openId !== null && !sales.some(({ saleId }) => saleId === openId)) onOpen(null);
  });
  useEffect(() => {
    if (found !== null) arrive(found);
  }, [found]);

  return {
    markTyped: () => {
      isTyped.current = true;
      wantsFirst.current = false;
    },
    goToFirst: () => {
      if (found === null) wantsFirst.current = true;
      else openFirst(found);
    },
  };
}
