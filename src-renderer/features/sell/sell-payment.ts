/**
 * Paying and finishing. What is tendered is kept by the core at once; Enter finishes.
 *
 * 1. One action per finish, kept through retries and a second Enter: a sale is finished once.
 * 2. Finishing is never left by giving up: while the core cannot be reached it is asked again.
 */
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { roundingMinor } from '../../../src-shared/domain/sale/tender.ts';
import { roundToStep } from '../../../src-shared/domain/money/rounding.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import type { SellCore } from './sell-core.ts';
import { NO_WISHES } from './sell-state.ts';
import { NOTHING_TYPED } from './quantity-keys.ts';

export interface SellPayment {
  /** Stops the clock; a sale that costs nothing is finished at once. */
  begin(sale: SaleView): Promise<void>;
  /** What was tendered is cancelled; the clock goes on. */
  back(sale: SaleView): Promise<void>;
  /** Without an open drawer the amount waits for one. */
  tenderCash(sale: SaleView, amountMinor: number): Promise<boolean>;
  tenderCard(sale: SaleView, amountMinor: number, reference: string): Promise<boolean>;
  removeTender(sale: SaleView, paymentId: string): Promise<void>;
  finish(sale: SaleView): Promise<void>;
  /** Lights out, column empty. */
  nextCustomer(): void;
}

/** How long a core that cannot be reached is left alone before it is asked again, over and above the bridge's own tries. */
const AGAIN_MS = 1_000;

/** What is to pay in cash: rounded to the coins there are. */
export function cashDueMinor(sale: SaleView, stepMinor: number): number {
  return roundToStep(sale.dueMinor, stepMinor);
}

/** True when Enter would finish it. */
export function isPaid(sale: SaleView, stepMinor: number): boolean {
  return sale.dueMinor === roundingMinor(sale.dueMinor, sale.payments, stepMinor);
}

/** What goes back over the counter. */
export function changeMinor(sale: SaleView): number {
  return sale.payments.reduce((sum, payment) => sum + payment.changeMinor, 0);
}

export function createSellPayment(core: SellCore, after: (delayMs: number, run: () => void) => void): SellPayment {
  const { program, store, inTurn } = core;
  const { bridge } = program;

  const wait = (): Promise<void> => new Promise((resolve) => after(AGAIN_MS, resolve));

  const ended = (sale: SaleView): void => {
    core.keep(sale);
    store.setState({ finishing: null, done: sale, last: sale, moment: null, typed: NOTHING_TYPED, wishes: NO_WISHES });
  };

  /** Asks until the core has answered for good. @returns its refusal, or null */
  const askToFinish = async (saleId: string, action: string): Promise<AppError | null> => {
    for (;;) {
      const result = await bridge.call('sale.finish', { saleId }, { action });
      if (result.ok) return null;
      if (result.error.code !== 'CORE_LOST' && result.error.code !== 'SECOND_JOURNAL_FULL') return result.error;
      const { finishing } = store.getState();
      // Somebody else signed in meanwhile: what became of it is read when its clerk is back.
      if (finishing?.action !== action) return result.error;
      store.setState({ finishing: { ...finishing, isWaiting: true } });
      await wait();
    }
  };

  const finish: SellPayment['finish'] = async (sale) => {
    const { finishing } = store.getState();
    if (finishing) return store.setState({ finishing: { ...finishing, isRepeated: true } });
    const { saleId } = sale;
    const action = core.newId();
    store.setState({ finishing: { saleId, action, isWaiting: false, isRepeated: false }, moment: null });
    await inTurn(async () => {
      const refusal = await askToFinish(saleId, action);
      if (store.getState().finishing?.action !== action) return;
      const answer = await bridge.call('sale.get', { saleId });
      if (answer.ok && answer.value.status === 'CONFIRMED') return ended(answer.value);
      store.setState({ finishing: null });
      if (answer.ok) core.keep(answer.value);
      if (refusal) core.refuse(refusal);
    });
  };

  const step = (
    saleId: string,
    call: () => Promise<{ ok: true } | { ok: false; error: AppError }>,
  ): Promise<AppError | null> =>
    inTurn(async () => {
      store.setState({ moment: null, ghosts: null, recentSaleId: saleId });
      const result = await call();
      await core.refresh(saleId);
      if (result.ok) return null;
      if (store.getState().moment?.kind !== 'EXPIRED' && result.error.code !== 'NO_CASH_SESSION')
        core.refuse(result.error);
      return result.error;
    });

  return {
    finish,
    begin: async (sale) => {
      const { saleId } = sale;
      if (sale.totalMinor === 0) return finish(sale);
      await step(saleId, () => bridge.call('sale.beginPayment', { saleId }));
    },
    back: async ({ saleId, payments }) => {
      const refusal = await step(saleId, () => bridge.call('sale.backToBasket', { saleId }));
      const cancelledMinor = payments.reduce((sum, payment) => sum + payment.amountMinor, 0);
      if (!refusal) core.say({ kind: 'BACK', cancelledMinor });
    },
    tenderCash: async ({ saleId }, amountMinor) => {
      const input = { saleId, kind: 'CASH' as const, amountMinor, reference: null };
      const refusal = await step(saleId, () => bridge.call('sale.tender', input));
      store.setState({ cashWaitingMinor: refusal?.code === 'NO_CASH_SESSION' ? amountMinor : null });
      return refusal === null;
    },
    tenderCard: async ({ saleId }, amountMinor, reference) => {
      const input = { saleId, kind: 'CARD_TERMINAL' as const, amountMinor, reference };
      return (await step(saleId, () => bridge.call('sale.tender', input))) === null;
    },
    removeTender: async ({ saleId }, paymentId) => {
      await step(saleId, () => bridge.call('sale.removeTender', { saleId, paymentId }));
    },
    nextCustomer: () =>
      store.setState({ done: null, moment: null, ghosts: null, typed: NOTHING_TYPED, wishes: NO_WISHES }),
  };
}
