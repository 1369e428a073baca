/** The best seats: the finder's first answer is reserved, the others stand on the map as ghosts. */
import type { Input } from '../../../src-shared/contract/calls.ts';
import type { SeatProposal } from '../../../src-shared/contract/sale.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { liveTickets } from './basket-lines.ts';
import { NOTHING_TYPED, quantityOf } from './quantity-keys.ts';
import type { SaleLine } from './sale-line.ts';
import type { SellCore } from './sell-core.ts';
import { beginPick, settlePick } from './sell-moves.ts';
import { NO_WISHES, type Ghosts, type Wishes } from './sell-state.ts';

type BestInput = Input<'sale.reserveBest'>;

export interface SellBest {
  /** As many as typed (one when nothing is), by what is wished. */
  askTyped(eventId: string): Promise<void>;
  /** What the sale line asks. */
  askLine(eventId: string, line: SaleLine): Promise<void>;
  /** As many as were refused, anywhere. */
  findOthers(eventId: string, quantity: number): Promise<void>;
  walkGhosts(step: 1 | -1): void;
  chooseGhost(index: number): void;
  /** The chosen ghost instead of what was reserved, in one command. */
  takeGhost(): Promise<void>;
  /** First the choice, then the ghosts. */
  dismissGhosts(): void;
}

export function createSellBest(core: SellCore): SellBest {
  const { store, program } = core;

  const ask = async (eventId: string, line: SaleLine): Promise<void> => {
    const saleId = beginPick(core, eventId);
    const question = questionOf(line, store.getState().wishes);
    const result = await program.bridge.call('sale.reserveBest', { saleId, eventId, ...question });
    const again = (): void => void core.inTurn(() => ask(eventId, line));
    await settlePick(core, saleId, result, { eventId, wanted: line.quantity, again, takeInstead: null });
    if (!result.ok) return sayNoSeats(core, line, result.error, (other) => void askInTurn(eventId, other));
    const { taken, others } = result.value;
    store.setState({ ghosts: { eventId, saleId, taken, others, current: -1 } });
  };

  /** What was typed is used up at once: the next Enter pays for these seats, however soon it comes. */
  const askInTurn = async (eventId: string, line: SaleLine): Promise<void> => {
    store.setState({ typed: NOTHING_TYPED, isSeeking: true });
    await core.inTurn(() => ask(eventId, line));
    store.setState({ isSeeking: false });
  };

  const changeGhosts = (change: (ghosts: Ghosts) => Ghosts | null): void => {
    const { ghosts } = store.getState();
    if (ghosts) store.setState({ ghosts: change(ghosts) });
  };

  const takeGhost = async (): Promise<void> => {
    const { ghosts, sales } = store.getState();
    const wanted = ghosts?.others[ghosts.current];
    if (!ghosts || !wanted) return;
    const { eventId, saleId, taken } = ghosts;
    const held = sales[saleId] ? liveTickets(sales[saleId]) : [];
    // Complimentary seats go back to the first type: their reason was given for others.
    const type = held.find(
      ({ seatId, compReason }) => compReason === null && taken.seatIds.includes(seatId),
    )?.ticketTypeId;
    const result = await program.bridge.call('sale.swapSeats', {
      saleId,
      eventId,
      give: [...taken.seatIds],
      take: [...wanted.seatIds],
      ...(type !== undefined && { ticketTypeId: type }),
    });
    const about = { eventId, wanted: wanted.seatIds.length, again: null, takeInstead: null };
    const isTaken = await settlePick(core, saleId, result, about);
    store.setState({ ghosts: isTaken ? swapped(ghosts, wanted) : null });
  };

  return {
    askTyped: (eventId) => {
      const { typed, wishes } = store.getState();
      const priceLevelIds = typed.priceLevelId === null ? [] : [typed.priceLevelId];
      const { maxPriceMinor, wheelchairs } = wishes;
      const quantity = quantityOf(typed) ?? Math.max(1, wheelchairs);
      return askInTurn(eventId, { ...anywhere(quantity), priceLevelIds, maxPriceMinor });
    },
    askLine: askInTurn,
    findOthers: (eventId, quantity) => askInTurn(eventId, anywhere(quantity)),
    walkGhosts: (step) =>
      changeGhosts((ghosts) => ({ ...ghosts, current: walked(ghosts.current, step, ghosts.others.length) })),
    chooseGhost: (current) => changeGhosts((ghosts) => ({ ...ghosts, current })),
    takeGhost: () => core.inTurn(takeGhost),
    dismissGhosts: () => changeGhosts((ghosts) => (ghosts.current >= 0 ? { ...ghosts, current: -1 } : null)),
  };
}

function isOfAKind({ priceLevelIds, sectionIds, maxPriceMinor, wheelchairs }: SaleLine): boolean {
  return priceLevelIds.length > 0 || sectionIds.length > 0 || maxPriceMinor !== null || (wheelchairs ?? 0) > 0;
}

function anywhere(quantity: number): SaleLine {
  return {
    quantity,
    priceLevelIds: [],
    sectionIds: [],
    ticketTypeId: null,
    maxPriceMinor: null,
    wheelchairs: null,
  };
}

/** What the line says, and where it says nothing what is wished. */
function questionOf(line: SaleLine, { aisle, near, ...wishes }: Wishes): Omit<BestInput, 'saleId' | 'eventId'> {
  const { quantity, priceLevelIds, sectionIds, ticketTypeId, maxPriceMinor } = line;
  const wheelchairs = Math.min(line.wheelchairs ?? wishes.wheelchairs, quantity);
  return {
    quantity,
    ...(priceLevelIds.length > 0 && { priceLevelIds: [...priceLevelIds] }),
    ...(sectionIds.length > 0 && { sectionIds: [...sectionIds] }),
    ...(ticketTypeId !== null && { ticketTypeId }),
    ...(maxPriceMinor !== null && { maxPriceMinor }),
    ...(aisle && { aisle }),
    ...(wheelchairs > 0 && { wheelchairs }),
    ...(near !== null && { nearSaleId: near.saleId }),
  };
}

/** How many there are of the kind is known: fewer of it, or as many of any kind. */
function sayNoSeats({ store, say }: SellCore, line: SaleLine, error: AppError, ask: (line: SaleLine) => void): void {
  if (error.code !== 'NO_SEATS' || store.getState().moment?.kind === 'EXPIRED') return;
  const { largest } = error.data as { readonly largest: number };
  const { aisle, wheelchairs, near } = store.getState().wishes;
  const isNarrow = aisle || wheelchairs > 0 || near !== null || isOfAKind(line);
  const askAnywhere = (): void => {
    store.setState({ wishes: NO_WISHES });
    ask(anywhere(line.quantity));
  };
  say({
    kind: 'NO_SEATS',
    error,
    anywhere: isNarrow ? askAnywhere : null,
    fewer: largest > 0 ? { count: largest, ask: () => ask({ ...line, quantity: largest }) } : null,
  });
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
