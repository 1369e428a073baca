/** Sales at a running counter, by the calls its window makes. */
import type { SaleView } from '../../src-shared/contract/sale.ts';
import type { NodeWindow } from './node-window.ts';

export interface CounterSale {
  readonly eventId: string;
  readonly quantity: number;
  /** Cash, a card, or kept unpaid for this long. */
  readonly pays: 'CASH' | 'CARD_TERMINAL' | { readonly keptMs: number };
  readonly customer?: { readonly name: string; readonly phone?: string; readonly email?: string };
  readonly delivery?: 'NOW' | 'WILL_CALL';
}

/** Best seats, a name where there is one, money, Enter. */
export async function sellAtCounter(window: NodeWindow, sale: CounterSale): Promise<SaleView> {
  const saleId = crypto.randomUUID();
  await window.do('sale.reserveBest', { saleId, eventId: sale.eventId, quantity: sale.quantity });
  if (sale.customer) {
    const { name, phone = null, email = null } = sale.customer;
    await window.do('sale.setCustomer', {
      saleId,
      customer: { customerId: null, name, phone, email },
      delivery: sale.delivery ?? 'NOW',
    });
  }
  if (typeof sale.pays === 'object') {
    await window.do('sale.keepUnpaid', { saleId, collectBy: Date.now() + sale.pays.keptMs });
    return window.do('sale.get', { saleId });
  }
  await window.do('sale.beginPayment', { saleId });
  const { dueMinor } = await window.do('sale.get', { saleId });
  const reference = sale.pays === 'CASH' ? null : 'T-4711';
  await window.do('sale.tender', { saleId, kind: sale.pays, amountMinor: dueMinor, reference });
  await window.do('sale.finish', { saleId });
  return window.do('sale.get', { saleId });
}
