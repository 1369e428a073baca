/** Paying. What is tendered is kept by the core at once; Enter finishes. */
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { roundToStep } from '../../../src-shared/domain/money/rounding.ts';
import type { AppError, Result } from '../../../src-shared/domain/result.ts';
import { roundingMinor } from '../../../src-shared/domain/sale/tender.ts';
import { text } from '../../../src-shared/text/text.ts';
import { liveTickets } from './basket-lines.ts';
import { NOTHING_TYPED } from './quantity-keys.ts';
import type { SellCore } from './sell-core.ts';
import { createSellFinish } from './sell-finish.ts';
import { NO_WISHES, saleForEvent } from './sell-state.ts';

export interface SellPayment {
  /** Stops the clock of the event's basket, with the seats asked for a moment ago; one that costs nothing is finished at once. */
  begin(eventId: string): Promise<void>;
  /** What was tendered is cancelled; the clock goes on. */
  back(sale: SaleView): Promise<void>;
  /** Without an open drawer the amount waits for one. */
  tenderCash(sale: SaleView, amountMinor: number): Promise<boolean>;
  /** Enter with nothing typed: finishes what is paid once everything tendered before has arrived. */
  enter(sale: SaleView): Promise<void>;
  tenderCard(sale: SaleView, amountMinor: number, reference: string): Promise<boolean>;
  removeTender(sale: SaleView, paymentId: string): Promise<void>;
  finish(sale: SaleView): Promise<void>;
  /** Lights out, column empty. */
  nextCustomer(): void;
}

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
  const { store } = core;
  const { bridge } = core.program;
  const finish = createSellFinish(core, after);

  /** One step of paying. @returns its refusal, which is said; a drawer that is missing is asked for instead */
  const stepNow = async (saleId: string, call: () => Promise<Result<unknown>>): Promise<AppError | null> => {
    store.setState({ moment: null, ghosts: null, recentSaleId: saleId });
    const result = await call();
    await core.refresh(saleId);
    if (result.ok) return null;
    const isSaid = store.getState().moment?.kind === 'EXPIRED' || result.error.code === 'NO_CASH_SESSION';
    if (!isSaid) core.refuse(result.error);
    return result.error;
  };
  const step: typeof stepNow = (saleId, call) => core.inTurn(() => stepNow(saleId, call));

  return {
    finish,
    begin: async (eventId) => {
      const free = await core.inTurn(async () => {
        const sale = saleForEvent(store.getState(), eventId);
        if (sale?.status !== 'RESERVED' || liveTickets(sale).length === 0) return null;
        const { saleId } = sale;
        if (sale.totalMinor === 0) return sale;
        await stepNow(saleId, () => bridge.call('sale.beginPayment', { saleId }));
        return null;
      });
      if (free) await finish(free);
    },
    back: async ({ saleId, payments }) => {
      const refusal = await step(saleId, () => bridge.call('sale.backToBasket', { saleId }));
      const cancelledMinor = payments.reduce((sum, payment) => sum + payment.tenderedMinor, 0);
      if (!refusal) core.say({ kind: 'BACK', cancelledMinor });
    },
    enter: async (sale) => {
      if (store.getState().finishing) return finish(sale);
      await core.settled();
      const paying = store.getState().sales[sale.saleId];
      if (paying?.status !== 'PAYING') return;
      if (isPaid(paying, core.program.store.getState().house?.cashRoundingMinor ?? 1)) return finish(paying);
      if (!store.getState().moment) core.say({ kind: 'NOTICE', sentence: text('sell.paying.typeFirst') });
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
