/** Seats into the basket and out of it by hand. A pick is reserved at once; there is no button for it. */
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
import type { SellCore } from './sell-core.ts';
import { releaseSeats, reserveAgain, reserveSeats } from './sell-moves.ts';
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

export function createSellPicks(core: SellCore): SellPicks {
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
          return releaseSeats(
            core,
            sale,
            ordinals.flatMap((ordinal) => mine.get(ordinal) ?? []),
          );
        // One seat is asked for as it is, so that the core says why not; of many, those that can be had.
        const wanted = ordinals.length === 1 ? others : others.filter((ordinal) => isFree(source.states(), ordinal));
        if (wanted.length === 0) return core.say({ kind: 'NOTICE', sentence: text('sell.pick.noneFree') });
        return reserveSeats(
          core,
          eventId,
          wanted.map((ordinal) => columns.ids.at(ordinal)),
        );
      }),
    pickAgain: async (lost) => {
      core.say(null);
      for (const [eventId, parts] of Map.groupBy(lost, (part) => part.eventId))
        await core.inTurn(() => reserveAgain(core, eventId, parts));
    },
  };
}
