/** Evenings in a few words: an event on sale, seats sold to somebody, for cash or by card. */
import type { Person } from '../../src-shared/contract/session.ts';
import type { Input } from '../../src-shared/contract/calls.ts';
import type { SaleView, TicketView } from '../../src-shared/contract/sale.ts';
import { as } from './people.ts';
import { createPricedEvent } from './small-house.ts';
import type { TestCore } from './test-core.ts';

/** An event of the small house on sale: Stalls at 50.00, Circle at 30.00. */
export async function createEventOnSale(core: TestCore, change: Partial<Input<'event.create'>> = {}) {
  const made = await createPricedEvent(core, change);
  await core.do('event.changeStatus', { eventId: made.eventId, to: 'PUBLISHED' });
  await core.do('event.changeStatus', { eventId: made.eventId, to: 'ON_SALE' });
  return made;
}

export interface Order {
  readonly eventId: string;
  readonly seatIds: readonly string[];
  readonly ticketTypeId?: string;
}

/** A basket. @returns the sale's id */
export async function reserve(core: TestCore, clerk: Person, ...orders: readonly Order[]): Promise<string> {
  const saleId = core.newId();
  for (const order of orders)
    await as(core, clerk, 'sale.reserveSeats', { saleId, ...order, seatIds: [...order.seatIds] });
  return saleId;
}

/** Pays what is due in one tender and finishes. Cash needs an open drawer. */
export async function pay(
  core: TestCore,
  clerk: Person,
  saleId: string,
  kind: 'CASH' | 'CARD_TERMINAL' = 'CARD_TERMINAL',
): Promise<SaleView> {
  await as(core, clerk, 'sale.beginPayment', { saleId });
  const { dueMinor } = await as(core, clerk, 'sale.get', { saleId });
  const reference = kind === 'CASH' ? null : 'T-1';
  if (dueMinor > 0) await as(core, clerk, 'sale.tender', { saleId, kind, amountMinor: dueMinor, reference });
  await as(core, clerk, 'sale.finish', { saleId });
  return as(core, clerk, 'sale.get', { saleId });
}

/** A sale of these seats, paid by card unless said otherwise. */
export async function sell(
  core: TestCore,
  clerk: Person,
  order: Order,
  kind: 'CASH' | 'CARD_TERMINAL' = 'CARD_TERMINAL',
): Promise<SaleView> {
  return pay(core, clerk, await reserve(core, clerk, order), kind);
}

export function ticketsOf(sale: SaleView): readonly TicketView[] {
  return sale.bookings.flatMap((booking) => booking.tickets);
}
