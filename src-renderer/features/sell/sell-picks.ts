/** Seats into the basket and out of it by hand. A pick is reserved at once; there is no button for it. */
import type { LeavesSingle, SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import {
  SEAT_STATUSES,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
  type SeatStates,
} from '../../../src-shared/domain/seat-map/columns.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { liveTickets } from './basket-lines.ts';
import type { RefusalContext, SellCore } from './sell-core.ts';
import { saleForEvent, type LostSeats } from './sell-state.ts';

export type PickableMap = Pick<EventMap, 'columns' | 'source'> & { readonly event: Pick<EventMap['event'], 'eventId'> };

export interface SellPicks {
  /** Free seats are reserved; when all are mine they are let go. */
  pick(map: PickableMap, ordinals: readonly number[]): Promise<void>;
  pickAgain(lost: readonly LostSeats[]): Promise<void>;
}

const AVAILABLE = SEAT_STATUSES.indexOf('AVAILABLE');

/** Free and ours to sell here, as far as this window knows. */
export function isFree(states: SeatStates, ordinal: number): boolean {
  const bits = states.bits[ordinal]!;
  const isOurs = (bits & STATE_OWNED) !== 0 && (bits & STATE_PRICED) !== 0 && (bits & STATE_PINNED_ELSEWHERE) === 0;
  return isOurs && states.status[ordinal] === AVAILABLE;
}

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

export function createSellPicks(core: SellCore): SellPicks {
  const { bridge } = core.program;

  const reserve = async (eventId: string, seatIds: readonly string[], ticketTypeId: string | null): Promise<void> => {
    const saleId = beginPick(core, eventId);
    const input = { saleId, eventId, seatIds: [...seatIds], ...(ticketTypeId === null ? {} : { ticketTypeId }) };
    const result = await bridge.call('sale.reserveSeats', input);
    await settlePick(core, saleId, result, {
      eventId,
      wanted: seatIds.length,
      again: () => void core.inTurn(() => reserve(eventId, seatIds, ticketTypeId)),
      takeInstead: (offered, isRefused) =>
        void core.inTurn(() =>
          isRefused ? reserve(eventId, offered, ticketTypeId) : swap(eventId, seatIds, offered, ticketTypeId),
        ),
    });
  };

  const swap = async (
    eventId: string,
    from: readonly string[],
    to: readonly string[],
    ticketTypeId: string | null,
  ): Promise<void> => {
    const saleId = beginPick(core, eventId);
    const result = await bridge.call('sale.swapSeats', {
      saleId,
      eventId,
      give: from.filter((seatId) => !to.includes(seatId)),
      take: to.filter((seatId) => !from.includes(seatId)),
      ...(ticketTypeId === null ? {} : { ticketTypeId }),
    });
    const again = (): void => void core.inTurn(() => swap(eventId, from, to, ticketTypeId));
    await settlePick(core, saleId, result, { eventId, wanted: to.length, again, takeInstead: null });
  };

  const release = async (sale: SaleView, tickets: readonly TicketView[]): Promise<void> => {
    if (liveTickets(sale).length > tickets.length) return void (await releaseSome(core, sale, tickets));
    // A basket without seats is no basket: the next pick begins anew, clock and all.
    const { saleId } = sale;
    const result = await bridge.call('sale.abandon', { saleId });
    await settlePick(core, saleId, result, { eventId: null, wanted: 0, again: null, takeInstead: null });
  };

  return {
    pick: ({ columns, source, event: { eventId } }, ordinals) =>
      core.inTurn(async () => {
        core.store.setState({ ghosts: null });
        const sale = saleForEvent(core.store.getState(), eventId);
        const mine = new Map(
          (sale ? liveTickets(sale) : [])
            .filter((ticket) => ticket.eventId === eventId)
            .map((ticket) => [ticket.ordinal, ticket]),
        );
        const others = ordinals.filter((ordinal) => !mine.has(ordinal));
        if (sale && others.length === 0)
          return release(
            sale,
            ordinals.flatMap((ordinal) => mine.get(ordinal) ?? []),
          );
        // One seat is asked for as it is, so that the core says why not; of many, those that can be had.
        const wanted = ordinals.length === 1 ? others : others.filter((ordinal) => isFree(source.states(), ordinal));
        if (wanted.length === 0) return core.say({ kind: 'NOTICE', sentence: text('sell.pick.noneFree') });
        return reserve(
          eventId,
          wanted.map((ordinal) => columns.ids[ordinal]!),
          null,
        );
      }),
    pickAgain: async (lost) => {
      core.say(null);
      for (const { eventId, seatIds, ticketTypeId } of lost)
        await core.inTurn(() => reserve(eventId, seatIds, ticketTypeId));
    },
  };
}
