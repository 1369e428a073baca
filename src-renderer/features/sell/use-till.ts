/** The state of one payment on screen: what is due, what is typed, whose drawer is open, and what the keys do. */
import { useMemo, useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { houseDenominations } from '../../../src-shared/domain/cash/house-denominations.ts';
import { useProgramState, useReading } from '../../app/use-program.ts';
import { cashOffers } from '../../ui/cash-offers.ts';
import type { PayingContext } from './sell-actions.ts';
import { cashDueMinor, isPaid } from './sell-payment.ts';
import { useSell } from './use-sell.ts';

/** MINE takes cash; with NONE one is opened in place; the others say why cash must wait. */
export type DrawerState =
  | { readonly kind: 'MINE' | 'NONE' | 'COUNTING' }
  | { readonly kind: 'OTHER'; readonly name: string };

export interface Till {
  readonly hasPaid: boolean;
  /** In cash, rounded to the coins there are. */
  readonly dueMinor: number;
  readonly drawer: DrawerState;
  readonly notesMinor: readonly number[];
  readonly typedMinor: number | null;
  readonly setTyped: (amountMinor: number | null) => void;
  readonly takeCash: (amountMinor: number) => void;
  readonly context: PayingContext;
}

export interface TillParts {
  readonly takeCard: (amountMinor: number) => void;
  readonly openDrawer: () => void;
  readonly onDone: () => void;
}

const OFFERS = 3;

function useDrawer(): DrawerState {
  const userId = useProgramState(({ signedIn }) => signedIn?.user.id);
  const { value, isLoading } = useReading('cash.current', {}, ['cashSessions']);
  // Until it is known the usual case is shown: the core refuses cash that has no drawer.
  if (value === null) return { kind: isLoading ? 'MINE' : 'NONE' };
  if (value.userId !== userId) return { kind: 'OTHER', name: value.userName };
  return { kind: value.status === 'COUNTING' ? 'COUNTING' : 'MINE' };
}

export function useTill(sale: SaleView, { takeCard, openDrawer, onDone }: TillParts): Till {
  const sell = useSell();
  const stepMinor = useProgramState(({ house }) => house?.cashRoundingMinor ?? 1);
  const drawer = useDrawer();
  const [typedMinor, setTyped] = useState<number | null>(null);
  const hasPaid = isPaid(sale, stepMinor);
  const dueMinor = hasPaid ? 0 : cashDueMinor(sale, stepMinor);
  const notesMinor = useMemo(() => notesOf(sale.currency), [sale.currency]);

  const context = useMemo((): PayingContext & Pick<Till, 'takeCash'> => {
    const offers = cashOffers(dueMinor, notesMinor, OFFERS);
    const takeCash = (amountMinor: number) => {
      setTyped(null);
      onDone();
      void sell.payment.tenderCash(sale, amountMinor);
    };
    return {
      takeCash,
      isPaid: hasPaid,
      takesCash: drawer.kind === 'MINE',
      needsDrawer: drawer.kind === 'NONE',
      offers,
      enter: () => {
        const isTyped = typedMinor !== null && typedMinor > 0;
        if (isTyped && !hasPaid) return takeCash(typedMinor);
        void sell.payment.enter(sale);
      },
      back: () => {
        if (!sell.store.getState().finishing) void sell.payment.back(sale);
      },
      exact: () => takeCash(dueMinor),
      note: (index) => {
        const offer = offers[index];
        if (offer !== undefined) takeCash(offer);
      },
      card: () => takeCard(Math.min(typedMinor ?? sale.dueMinor, sale.dueMinor)),
      openDrawer,
    };
  }, [sell, sale, drawer.kind, hasPaid, dueMinor, notesMinor, typedMinor, takeCard, openDrawer, onDone]);
  return { hasPaid, dueMinor, drawer, notesMinor, typedMinor, setTyped, takeCash: context.takeCash, context };
}

/** Smallest first; a coin is no offer worth a key. */
function notesOf(currency: string): readonly number[] {
  return houseDenominations(currency, 1)
    .filter(({ kind }) => kind === 'NOTE')
    .map(({ valueMinor }) => valueMinor)
    .toReversed();
}
