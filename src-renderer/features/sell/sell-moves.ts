/**
 * Seats into a basket and out of it, one call each, with what is then said: refused, or who is left alone by it. Every
 * part that moves seats does it by these; whoever calls has its turn.
 */
import type { LeavesSingle, SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import { liveTickets } from './basket-lines.ts';
import type { RefusalContext, SellCore } from './sell-core.ts';
import { saleForEvent, type LostSeats } from './sell-state.ts';

/** The sale an event's pick goes into, begun where there is none; what was done before is put away. */
export function beginPick({ store, newId }: SellCore, eventId: string): string {
  const state = store.getState();
  const saleId = saleForEvent(state, eventId)?.saleId ?? state.saleByEvent[eventId] ?? newId();
  store.setState({
    done: null,
    moment: null,
    recentSaleId: saleId,
    saleByEvent: { ...state.saleByEvent, [eventId]: saleId },
  });
  return saleId;
}

type Picked = Result<{ readonly saleId: string; readonly leavesSingle?: LeavesSingle | null } | null>;

function leavesSingleOf(result: Picked): LeavesSingle | null {
  if (result.ok) return result.value?.leavesSingle ?? null;
  return result.error.code === 'LEAVES_SINGLE' ? (result.error.data as LeavesSingle) : null;
}

/** Reads the sale again after a pick and says what was refused, or who is left alone by it. @returns whether it was done */
export async function settlePick(
  core: SellCore,
  saleId: string,
  result: Picked,
  about: RefusalContext,
): Promise<boolean> {
  await core.refresh(saleId);
  if (core.store.getState().moment?.kind === 'EXPIRED') return result.ok;
  const leavesSingle = leavesSingleOf(result);
  const { eventId, again, takeInstead } = about;
  if (leavesSingle && eventId !== null && again) {
    const offered = leavesSingle.instead?.seatIds;
    const isRefused = !result.ok;
    const take = offered && takeInstead ? () => takeInstead(offered, isRefused) : null;
    core.say({ kind: 'SINGLE_LEFT', isRefused, eventId, leavesSingle, takeInstead: take, again });
  } else if (!result.ok) core.refuse(result.error, about);
  return result.ok;
}

/** Lets seats of a basket go, not all of them. @returns whether it was done */
export async function releaseSome(core: SellCore, sale: SaleView, tickets: readonly TicketView[]): Promise<boolean> {
  const { saleId } = sale;
  core.store.setState({ recentSaleId: saleId, moment: null });
  const ticketIds = tickets.map(({ ticketId }) => ticketId);
  const result = await core.program.bridge.call('sale.releaseSeats', { saleId, ticketIds });
  const again = (): void => void core.inTurn(() => releaseSome(core, sale, tickets));
  const eventId = tickets[0]?.eventId ?? null;
  return settlePick(core, saleId, result, { eventId, wanted: 0, again, takeInstead: null });
}

/** Seats of the first type. */
export async function reserveSeats(core: SellCore, eventId: string, seatIds: readonly string[]): Promise<void> {
  const saleId = beginPick(core, eventId);
  const result = await core.program.bridge.call('sale.reserveSeats', { saleId, eventId, seatIds: [...seatIds] });
  await settlePick(core, saleId, result, {
    eventId,
    wanted: seatIds.length,
    again: () => void core.inTurn(() => reserveSeats(core, eventId, seatIds)),
    takeInstead: (offered, isRefused) =>
      void core.inTurn(() =>
        isRefused ? reserveSeats(core, eventId, offered) : changeSeats(core, eventId, seatIds, offered),
      ),
  });
}

async function changeSeats(
  core: SellCore,
  eventId: string,
  from: readonly string[],
  to: readonly string[],
): Promise<void> {
  const saleId = beginPick(core, eventId);
  const give = from.filter((seatId) => !to.includes(seatId));
  const take = to.filter((seatId) => !from.includes(seatId));
  const result = await core.program.bridge.call('sale.swapSeats', { saleId, eventId, give, take });
  const again = (): void => void core.inTurn(() => changeSeats(core, eventId, from, to));
  await settlePick(core, saleId, result, { eventId, wanted: to.length, again, takeInstead: null });
}

/** All of an event at once, since a part of them may leave the next part's seat alone; then each its type. */
export async function reserveAgain(core: SellCore, eventId: string, parts: readonly LostSeats[]): Promise<void> {
  await reserveSeats(
    core,
    eventId,
    parts.flatMap(({ seatIds }) => seatIds),
  );
  const sale = saleForEvent(core.store.getState(), eventId);
  if (!sale) return;
  const { saleId } = sale;
  for (const { ticketTypeId, seatIds } of parts) {
    const ticketIds = liveTickets(sale)
      .filter((ticket) => seatIds.includes(ticket.seatId) && ticket.ticketTypeId !== ticketTypeId)
      .map((ticket) => ticket.ticketId);
    if (ticketTypeId === null || ticketIds.length === 0) continue;
    const result = await core.program.bridge.call('sale.setTicketType', { saleId, ticketIds, ticketTypeId });
    await core.refresh(saleId);
    if (!result.ok) core.refuse(result.error);
  }
}

/** A basket without seats is no basket: the next pick begins anew, clock and all. */
export async function releaseSeats(core: SellCore, sale: SaleView, tickets: readonly TicketView[]): Promise<void> {
  if (liveTickets(sale).length > tickets.length) return void (await releaseSome(core, sale, tickets));
  const { saleId } = sale;
  const result = await core.program.bridge.call('sale.abandon', { saleId });
  await settlePick(core, saleId, result, { eventId: null, wanted: 0, again: null, takeInstead: null });
}
