/** What is done with a basket before it is paid: types, comps, the customer, keeping it, giving it up. */
import type { CommandName, Input } from '../../../src-shared/contract/calls.ts';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { liveTickets } from './basket-lines.ts';
import type { SellCore } from './sell-core.ts';
import { seatsInWords } from './sell-core.ts';
import { releaseSome } from './sell-moves.ts';
import { saleForEvent, seatsToPickAgain } from './sell-state.ts';

export interface SellBasket {
  setType(sale: SaleView, tickets: readonly TicketView[], ticketTypeId: string): Promise<boolean>;
  /** Resolves false when it was refused or the PIN was not given. */
  comp(sale: SaleView, tickets: readonly TicketView[], ticketTypeId: string, reason: string): Promise<boolean>;
  release(sale: SaleView, tickets: readonly TicketView[]): Promise<boolean>;
  setCustomer(sale: SaleView, input: Omit<Input<'sale.setCustomer'>, 'saleId'>): Promise<boolean>;
  /** The sale must have that name already. */
  keepUnpaid(sale: SaleView, name: string, collectBy: number): Promise<boolean>;
  /** For the sale the event's picks go into, also before the first. */
  passLimit(eventId: string, reason: string): Promise<boolean>;
  /** As passLimit: this sale's picks of the event may leave a single seat alone. */
  passNoSingle(eventId: string, reason: string): Promise<boolean>;
  abandon(sale: SaleView): Promise<boolean>;
  /** A finished sale given back whole: by right, or by a manager's PIN. */
  cancelSale(sale: SaleView, reason: string): Promise<boolean>;
}

export function createSellBasket(core: SellCore): SellBasket {
  const { program, inTurn } = core;

  /** A command on one sale; who lacks the right is asked for a PIN. */
  const on = <N extends CommandName>(saleId: string, act: string, name: N, input: Input<N>): Promise<boolean> =>
    inTurn(async () => {
      core.store.setState({ recentSaleId: saleId, moment: null });
      const result = await program.act(act, name, input);
      await core.refresh(saleId);
      // No PIN was given: nobody has to be told what they decided themselves.
      if (!result.ok && result.error.code !== 'NOT_PERMITTED' && core.store.getState().moment?.kind !== 'EXPIRED')
        core.refuse(result.error);
      return result.ok;
    });

  const idsOf = (tickets: readonly TicketView[]): string[] => tickets.map(({ ticketId }) => ticketId);

  /** Also before its first pick was taken. */
  const saleIdFor = (eventId: string): string => {
    const state = core.store.getState();
    return saleForEvent(state, eventId)?.saleId ?? state.saleByEvent[eventId] ?? core.newId();
  };

  const abandon: SellBasket['abandon'] = async (sale) => {
    const isGone = await on(sale.saleId, text('sell.act.abandon'), 'sale.abandon', { saleId: sale.saleId });
    // What was kept again is said already.
    if (isGone && core.store.getState().moment === null)
      core.say({ kind: 'GIVEN_UP', seats: seatsInWords(sale), lost: seatsToPickAgain(sale) });
    return isGone;
  };

  return {
    setType: ({ saleId }, tickets, ticketTypeId) =>
      on(saleId, text('sell.act.type'), 'sale.setTicketType', { saleId, ticketIds: idsOf(tickets), ticketTypeId }),
    comp: ({ saleId }, tickets, ticketTypeId, reason) =>
      on(saleId, text('sell.act.comp', { count: tickets.length }), 'sale.comp', {
        saleId,
        ticketIds: idsOf(tickets),
        ticketTypeId,
        reason,
      }),
    release: async (sale, tickets) => {
      if (tickets.length === liveTickets(sale).length) return abandon(sale);
      return inTurn(() => releaseSome(core, sale, tickets));
    },
    setCustomer: ({ saleId }, input) => on(saleId, text('sell.act.customer'), 'sale.setCustomer', { saleId, ...input }),
    keepUnpaid: async (sale, name, collectBy) => {
      const { saleId } = sale;
      const isKept = await on(saleId, text('sell.act.keepUnpaid'), 'sale.keepUnpaid', { saleId, collectBy });
      if (isKept)
        core.say({
          kind: 'NOTICE',
          sentence: text('sell.kept', { name, number: sale.number }),
        });
      return isKept;
    },
    passLimit: (eventId, reason) => {
      const saleId = saleIdFor(eventId);
      return on(saleId, text('sell.act.passLimit'), 'sale.passLimit', { saleId, eventId, reason });
    },
    passNoSingle: (eventId, reason) => {
      const saleId = saleIdFor(eventId);
      return on(saleId, text('sell.act.passNoSingle'), 'sale.passNoSingle', { saleId, eventId, reason });
    },
    abandon,
    cancelSale: async (sale, reason) => {
      const { saleId, number } = sale;
      const isCancelled = await on(saleId, text('sell.act.cancelSale', { number }), 'sale.cancel', { saleId, reason });
      if (isCancelled) {
        core.store.setState({ last: null, done: null });
        core.say({ kind: 'NOTICE', sentence: text('sell.cancelled', { number }) });
      }
      return isCancelled;
    },
  };
}
