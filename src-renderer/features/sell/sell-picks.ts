/** Seats into the basket and out of it by hand. A pick is reserved at once; there is no button for it. */
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

/** Reads the sale again after a pick and says what was refused. @returns whether it was done */
export async function settlePick(
  core: SellCore,
  saleId: string,
  result: Result<unknown>,
  about?: RefusalContext,
): Promise<boolean> {
  await core.refresh(saleId);
  if (!result.ok && core.store.getState().moment?.kind !== 'EXPIRED') core.refuse(result.error, about);
  return result.ok;
}

export function createSellPicks(core: SellCore): SellPicks {
  const { bridge } = core.program;

  const reserve = async (eventId: string, seatIds: readonly string[], ticketTypeId: string | null): Promise<void> => {
    const saleId = beginPick(core, eventId);
    const input = { saleId, eventId, seatIds: [...seatIds], ...(ticketTypeId === null ? {} : { ticketTypeId }) };
    const result = await bridge.call('sale.reserveSeats', input);
    const again = (): void => void core.inTurn(() => reserve(eventId, seatIds, ticketTypeId));
    await settlePick(core, saleId, result, { eventId, wanted: seatIds.length, again });
  };

  const release = async (saleId: string, ticketIds: readonly string[]): Promise<void> => {
    const sale = core.store.getState().sales[saleId];
    const isAll = sale !== undefined && liveTickets(sale).length === ticketIds.length;
    // A basket without seats is no basket: the next pick begins anew, clock and all.
    const result = isAll
      ? await bridge.call('sale.abandon', { saleId })
      : await bridge.call('sale.releaseSeats', { saleId, ticketIds: [...ticketIds] });
    await settlePick(core, saleId, result);
  };

  return {
    pick: ({ columns, source, event: { eventId } }, ordinals) =>
      core.inTurn(async () => {
        core.store.setState({ ghosts: null });
        const sale = saleForEvent(core.store.getState(), eventId);
        const mine = new Map(
          (sale ? liveTickets(sale) : [])
            .filter((ticket) => ticket.eventId === eventId)
            .map((ticket) => [ticket.ordinal, ticket.ticketId]),
        );
        const others = ordinals.filter((ordinal) => !mine.has(ordinal));
        if (sale && others.length === 0) {
          const ticketIds = ordinals.flatMap((ordinal) => mine.get(ordinal) ?? []);
          return release(sale.saleId, ticketIds);
        }
        // One seat is asked for as it is, so that the core says why not; of many, those that can be had.
        const wanted = ordinals.length === 1 ? others : others.filter((ordinal) => isFree(source.states(), ordinal));
        if (wanted.length === 0) return core.say({ kind: 'NOTICE', sentence: text('sell.pick.noneFree') });
        return reserve(
          eventId,
          wanted.map((ordinal) => columns.ids.at(ordinal)),
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
