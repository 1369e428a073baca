/** Seats into the basket and out of it: picks, the best ones, ghosts. A pick is reserved at once. */
import type { SeatProposal } from '../../../src-shared/contract/sale.ts';
import {
  SEAT_STATUSES,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
  type SeatStates,
} from '../../../src-shared/domain/seat-map/columns.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { liveTickets } from './basket-lines.ts';
import { NOTHING_TYPED, quantityOf } from './quantity-keys.ts';
import type { SaleLine } from './sale-line.ts';
import type { SellCore } from './sell-core.ts';
import { saleForEvent, type Ghosts, type LostSeats } from './sell-state.ts';

export type PickableMap = Pick<EventMap, 'columns' | 'source'> & { readonly event: Pick<EventMap['event'], 'eventId'> };

export interface SellPicks {
  /** Free seats are reserved; when all are mine they are let go. */
  pick(map: PickableMap, ordinals: readonly number[]): Promise<void>;
  /** As many as typed (one when nothing is), by what is wished. */
  askBest(map: PickableMap): Promise<void>;
  /** What the sale line asks. */
  askLine(eventId: string, line: SaleLine): Promise<void>;
  /** As many as were refused, anywhere. */
  findOthers(eventId: string, quantity: number): Promise<void>;
  pickAgain(lost: readonly LostSeats[]): Promise<void>;
  walkGhosts(step: 1 | -1): void;
  chooseGhost(index: number): void;
  /** The chosen ghost instead of what was reserved, in one command. */
  takeGhost(): Promise<void>;
  dismissGhosts(): void;
}

interface BestQuestion {
  readonly eventId: string;
  readonly quantity: number;
  readonly priceLevelIds: readonly string[];
  readonly ticketTypeId: string | null;
  readonly maxPriceMinor: number | null;
}

const AVAILABLE = SEAT_STATUSES.indexOf('AVAILABLE');

/** Free and ours to sell here, as far as this window knows. */
export function isFree(states: SeatStates, ordinal: number): boolean {
  const bits = states.bits[ordinal]!;
  const isOurs = (bits & STATE_OWNED) !== 0 && (bits & STATE_PRICED) !== 0 && (bits & STATE_PINNED_ELSEWHERE) === 0;
  return isOurs && states.status[ordinal] === AVAILABLE;
}

export function createSellPicks(core: SellCore): SellPicks {
  const { store, program, inTurn } = core;

  /** The sale an event's pick goes into, begun where there is none; a new customer begins with it. */
  const saleIdFor = (eventId: string): string => {
    const state = store.getState();
    const saleId = saleForEvent(state, eventId)?.saleId ?? state.saleByEvent[eventId] ?? core.newId();
    store.setState({
      done: null,
      moment: null,
      recentSaleId: saleId,
      saleByEvent: { ...state.saleByEvent, [eventId]: saleId },
    });
    return saleId;
  };

  /** Reads the sale again after a command, whatever became of it. */
  const settle = async (saleId: string, result: Result<unknown>, about: Parameters<SellCore['refuse']>[1]) => {
    await core.refresh(saleId);
    if (!result.ok && store.getState().moment?.kind !== 'EXPIRED') core.refuse(result.error, about);
    return result.ok;
  };

  const reserve = (eventId: string, seatIds: readonly string[], ticketTypeId: string | null = null): Promise<boolean> =>
    inTurn(async () => {
      const saleId = saleIdFor(eventId);
      const input = { saleId, eventId, seatIds: [...seatIds], ...(ticketTypeId === null ? {} : { ticketTypeId }) };
      const result = await program.bridge.call('sale.reserveSeats', input);
      const again = (): void => void reserve(eventId, seatIds, ticketTypeId);
      return settle(saleId, result, { eventId, wanted: seatIds.length, again });
    });

  const release = async (saleId: string, ticketIds: readonly string[]): Promise<void> => {
    const sale = store.getState().sales[saleId];
    const isAll = sale !== undefined && liveTickets(sale).length === ticketIds.length;
    // A basket without seats is no basket: the next pick begins anew, clock and all.
    const result = isAll
      ? await program.bridge.call('sale.abandon', { saleId })
      : await program.bridge.call('sale.releaseSeats', { saleId, ticketIds: [...ticketIds] });
    await settle(saleId, result, undefined);
  };

  const pick: SellPicks['pick'] = async ({ columns, source, event: { eventId } }, ordinals) => {
    store.setState({ ghosts: null });
    await inTurn(async () => undefined);
    const sale = saleForEvent(store.getState(), eventId);
    const mine = new Map(
      (sale ? liveTickets(sale) : []).filter((each) => each.eventId === eventId).map((each) => [each.ordinal, each]),
    );
    const others = ordinals.filter((ordinal) => !mine.has(ordinal));
    if (sale && others.length === 0) {
      const ticketIds = ordinals.flatMap((ordinal) => mine.get(ordinal)?.ticketId ?? []);
      return inTurn(() => release(sale.saleId, ticketIds));
    }
    // One seat is asked for as it is, so that the core says why not; of many, those that can be had.
    const wanted = ordinals.length === 1 ? others : others.filter((ordinal) => isFree(source.states(), ordinal));
    if (wanted.length === 0) return core.say({ kind: 'NOTICE', sentence: text('sell.pick.noneFree') });
    await reserve(
      eventId,
      wanted.map((ordinal) => columns.ids[ordinal]!),
    );
  };

  const best = (question: BestQuestion): Promise<void> =>
    inTurn(async () => {
      const { eventId, quantity, priceLevelIds, ticketTypeId, maxPriceMinor } = question;
      const { aisle, wheelchair } = store.getState().wishes;
      const saleId = saleIdFor(eventId);
      const result = await program.bridge.call('sale.reserveBest', {
        saleId,
        eventId,
        quantity,
        ...(priceLevelIds.length > 0 && { priceLevelIds: [...priceLevelIds] }),
        ...(ticketTypeId !== null && { ticketTypeId }),
        ...(maxPriceMinor !== null && { maxPriceMinor }),
        ...(aisle && { aisle }),
        ...(wheelchair && { wheelchair }),
      });
      const again = (): void => void best(question);
      if (!(await settle(saleId, result, { eventId, wanted: quantity, again })) || !result.ok) return;
      const { taken, others } = result.value;
      store.setState({ typed: NOTHING_TYPED, ghosts: { eventId, saleId, taken, others, current: -1 } });
    });

  const changeGhosts = (change: (ghosts: Ghosts) => Ghosts | null): void => {
    const { ghosts } = store.getState();
    if (ghosts) store.setState({ ghosts: change(ghosts) });
  };

  return {
    pick,
    askBest: ({ event: { eventId } }) => {
      const { typed, wishes } = store.getState();
      return best({
        eventId,
        quantity: quantityOf(typed) ?? 1,
        priceLevelIds: typed.priceLevelId === null ? [] : [typed.priceLevelId],
        ticketTypeId: null,
        maxPriceMinor: wishes.maxPriceMinor,
      });
    },
    askLine: (eventId, line) => best({ eventId, ...line }),
    findOthers: (eventId, quantity) =>
      best({ eventId, quantity, priceLevelIds: [], ticketTypeId: null, maxPriceMinor: null }),
    pickAgain: async (lost) => {
      core.say(null);
      for (const { eventId, seatIds, ticketTypeId } of lost) await reserve(eventId, seatIds, ticketTypeId);
    },
    walkGhosts: (step) =>
      changeGhosts((ghosts) => ({ ...ghosts, current: walked(ghosts.current, step, ghosts.others.length) })),
    chooseGhost: (current) => changeGhosts((ghosts) => ({ ...ghosts, current })),
    dismissGhosts: () => changeGhosts((ghosts) => (ghosts.current >= 0 ? { ...ghosts, current: -1 } : null)),
    takeGhost: () =>
      inTurn(async () => {
        const { ghosts, sales } = store.getState();
        const wanted = ghosts?.others[ghosts.current];
        if (!ghosts || !wanted) return;
        const { eventId, saleId, taken } = ghosts;
        const held = sales[saleId] ? liveTickets(sales[saleId]) : [];
        const type = held.find(({ seatId }) => taken.seatIds.includes(seatId))?.ticketTypeId;
        const result = await program.bridge.call('sale.swapSeats', {
          saleId,
          eventId,
          give: [...taken.seatIds],
          take: [...wanted.seatIds],
          ...(type !== undefined && { ticketTypeId: type }),
        });
        const isTaken = await settle(saleId, result, { eventId, wanted: wanted.seatIds.length, again: null });
        store.setState({ ghosts: isTaken ? swapped(ghosts, wanted) : null });
      }),
  };
}

/** From none to the first or the last, then round. */
function walked(current: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

/** What was reserved takes the place of the ghost that was taken, so that the customer may go back to it. */
function swapped(ghosts: Ghosts, wanted: SeatProposal): Ghosts {
  const others = ghosts.others.map((each) => (each === wanted ? ghosts.taken : each));
  return { ...ghosts, taken: wanted, others, current: -1 };
}
