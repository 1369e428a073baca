/** Changing a basket: fewer seats, other types, a name, another time to pay, giving up. */
import { sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../../domain/result.ts';
import { text as id } from '../../schema/kit.ts';
import { bookingMachine, saleMachine } from '../../domain/inventory/states.ts';
import { gridOf, priceFor } from '../../domain/pricing/price.ts';
import { text } from '../../text/text.ts';
import type { LeavesSingle } from '../../contract/sale.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import type { Command } from '../registry.ts';
import { freeTickets } from './free-seats.ts';
import { judgeMove } from './no-single.ts';
import { isKeptUnpaid, loadBasket, loadSale, loadSeatsOf, refuseCancelled, type LoadedSale } from './load-sale.ts';
import { basketFor, bookingFor } from './reserve.ts';

function ticketsNamed(basket: LoadedSale, ticketIds: readonly string[]): Result<Row<'tickets'>[]> {
  const tickets = basket.tickets.filter((ticket) => ticketIds.includes(ticket.id));
  return tickets.length === new Set(ticketIds).size ? ok(tickets) : fail('NO_SUCH_TICKET', text('sale.noSuchTicket'));
}

export const releaseSeats: Command<'sale.releaseSeats'> = async (read, context, { saleId, ticketIds }) => {
  const basket = await loadBasket(read, context, saleId);
  if (!basket.ok) return basket;
  const tickets = ticketsNamed(basket.value, ticketIds);
  if (!tickets.ok) return tickets;
  const freed = await freeTickets(read, context, tickets.value);
  if (!freed.ok) return freed;
  const kept = basket.value.tickets.filter((ticket) => !tickets.value.includes(ticket));
  const judged = await judgeRelease(read, context, basket.value, tickets.value, kept);
  if (!judged.ok) return judged;
  context.facts.change('sales', basket.value.sale, { totalMinor: totalOf(kept) });
  return ok({ saleId, leavesSingle: judged.value });
};

/** A booking that is given up whole leaves what was there before it. Of several events the first that has something to say. */
async function judgeRelease(
  read: CommandReader,
  context: CommandContext,
  basket: LoadedSale,
  released: readonly Row<'tickets'>[],
  kept: readonly Row<'tickets'>[],
): Promise<Result<LeavesSingle | null>> {
  const events = await read.loadShared('events', { id: [...new Set(released.map(({ eventId }) => eventId))] });
  for (const event of events) {
    const booking = basket.bookings.find(({ eventId }) => eventId === event.id)!;
    const keep = kept.filter(({ eventId }) => eventId === event.id).map(({ ordinal }) => ordinal);
    const judged = await judgeMove(read, context, event, booking, { take: [], keep });
    if (!judged.ok || judged.value) return judged;
  }
  return ok(null);
}

function totalOf(tickets: readonly Row<'tickets'>[]): number {
  return tickets.reduce((sum, ticket) => sum + ticket.priceMinor, 0);
}

/** Gives tickets another type at its price. */
async function changeTypes(
  read: CommandReader,
  context: CommandContext,
  input: { saleId: string; ticketIds: readonly string[]; ticketTypeId: string },
  comp: { reason: string } | null,
): Promise<Result<{ saleId: string }>> {
  const basket = await loadBasket(read, context, input.saleId);
  if (!basket.ok) return basket;
  const named = ticketsNamed(basket.value, input.ticketIds);
  if (!named.ok) return named;
  const going = await refuseCancelled(read, named.value, 'BASKET');
  if (!going.ok) return going;
  const [type] = await read.loadShared('ticketTypes', { id: input.ticketTypeId });
  if (
    !type ||
    (type.kind === 'COMP') !== (comp !== null) ||
    named.value.some((ticket) => ticket.eventId !== type.eventId)
  )
    return fail('TYPE_NOT_SOLD', text('sale.typeNotSold', { type: type?.name ?? '' }));
  const types = await read.loadShared('ticketTypes', { eventId: type.eventId, position: 0 });
  const grid = gridOf(await read.loadShared('prices', { eventId: type.eventId }), types[0]!.id);
  const seats = await loadSeatsOf(read, named.value);
  const changed = new Map<string, Row<'tickets'>>();
  for (const ticket of named.value) {
    const priceMinor = comp ? 0 : priceFor(seats.get(ticket.id)!, type.id, grid);
    if (priceMinor === null)
      return fail('TYPE_NOT_SOLD', text('sale.typeNotSold', { type: type.name }), { seats: [ticket.seatId] });
    changed.set(
      ticket.id,
      context.facts.change('tickets', ticket, { ticketTypeId: type.id, priceMinor, compReason: comp?.reason ?? null }),
    );
  }
  const tickets = basket.value.tickets.map((ticket) => changed.get(ticket.id) ?? ticket);
  context.facts.change('sales', basket.value.sale, { totalMinor: totalOf(tickets) });
  return ok({ saleId: input.saleId });
}

export const setTicketType: Command<'sale.setTicketType'> = (read, context, input) =>
  changeTypes(read, context, input, null);
export const comp: Command<'sale.comp'> = (read, context, input) =>
  changeTypes(read, context, input, { reason: input.reason });

/** Also before the first pick: a basket of twelve is refused before there is a sale. */
async function passRule(
  read: CommandReader,
  context: CommandContext,
  { saleId, eventId }: { saleId: string; eventId: string },
  passed: Partial<Pick<Row<'bookings'>, 'limitPassReason' | 'singlePassReason'>>,
): Promise<Result<{ saleId: string }>> {
  const basket = await basketFor(read, context, saleId);
  if (!basket.ok) return basket;
  const [event] = await read.loadShared('events', { id: eventId });
  if (!event) return fail('NO_SUCH_EVENT', text('sale.noSuchEvent'));
  context.facts.change('bookings', bookingFor(context, basket.value, event), passed);
  return ok({ saleId });
}

export const passLimit: Command<'sale.passLimit'> = (read, context, input) =>
  passRule(read, context, input, { limitPassReason: input.reason });
export const passNoSingle: Command<'sale.passNoSingle'> = (read, context, input) =>
  passRule(read, context, input, { singlePassReason: input.reason });

/** Ends a sale that was never paid: its seats go back. */
export async function endUnpaid(
  read: CommandReader,
  context: CommandContext,
  { sale, bookings, tickets }: LoadedSale,
  status: 'EXPIRED' | 'CANCELLED',
): Promise<Result<null>> {
  const moved = saleMachine.move(sale.status, status);
  if (!moved.ok) return moved;
  context.facts.change('sales', sale, { status: moved.value, totalMinor: 0, authority: null });
  for (const booking of bookings) {
    const state = bookingMachine.move(booking.status, status);
    if (!state.ok) return state;
    context.facts.change('bookings', booking, { status: state.value, deadline: null, collectBy: null });
  }
  return freeTickets(read, context, tickets);
}

/**
 * A basket made of a booking that was kept unpaid ends unpaid: the house has promised its seats until the collect-by,
 * so it is kept again, with what was added to it meanwhile. @returns false where nothing was promised, or the promise
 * is over: its time has come, or its event is cancelled
 */
async function keepAgain(read: CommandReader, context: CommandContext, loaded: LoadedSale): Promise<boolean> {
  if (loaded.sale.status !== 'RESERVED' || isKeptUnpaid(loaded)) return false;
  const promised = loaded.bookings.flatMap(({ collectBy }) => collectBy ?? []);
  if (promised.length === 0 || loaded.tickets.length === 0) return false;
  const collectBy = Math.min(...promised);
  if (collectBy <= context.now || !(await refuseCancelled(read, loaded.tickets, 'KEPT')).ok) return false;
  for (const booking of loaded.bookings)
    context.facts.change('bookings', booking, { deadline: collectBy, deadlineKind: 'COLLECT', collectBy });
  return true;
}

/**
 * A basket is given up by its clerk, a booking that is kept unpaid by whoever is asked to let it go. A basket that was
 * taken from what was kept goes back to being kept.
 */
export const abandon: Command<'sale.abandon'> = async (read, context, { saleId }) => {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  if (loaded.value.sale.userId !== context.userId && !isKeptUnpaid(loaded.value))
    return fail('SALE_OF_OTHER', text('sale.ofOther'));
  if (await keepAgain(read, context, loaded.value)) return ok(null);
  return endUnpaid(read, context, loaded.value, 'CANCELLED');
};

/** Run by the timer. What is not past its deadline, or is paying, stays as it is. */
export const expire: Command<'sale.expire'> = async (read, context, { saleId }) => {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const isDue = loaded.value.bookings.some(({ deadline }) => deadline !== null && deadline <= context.now);
  if (loaded.value.sale.status !== 'RESERVED' || !isDue) return fail('NOT_DUE', text('sale.notDue'));
  if (await keepAgain(read, context, loaded.value)) return ok(null);
  return endUnpaid(read, context, loaded.value, 'EXPIRED');
};

export const keepUnpaid: Command<'sale.keepUnpaid'> = async (read, context, { saleId, collectBy }) => {
  const basket = await loadBasket(read, context, saleId);
  if (!basket.ok) return basket;
  const { sale, bookings, tickets } = basket.value;
  if (sale.customerId === null) return fail('NAME_NEEDED', text('sale.nameNeeded'));
  if (tickets.length === 0) return fail('SALE_EMPTY', text('sale.empty'));
  const going = await refuseCancelled(read, tickets, 'BASKET');
  if (!going.ok) return going;
  const events = await read.loadShared('events', { id: bookings.map((booking) => booking.eventId) });
  if (collectBy <= context.now || events.some((event) => collectBy > event.endsAt))
    return fail('BAD_COLLECT_BY', text('sale.badCollectBy'));
  context.facts.change('sales', sale, { delivery: 'WILL_CALL' });
  for (const booking of bookings)
    context.facts.change('bookings', booking, { deadline: collectBy, deadlineKind: 'COLLECT', collectBy });
  return ok({ saleId });
};

/** Takes over an unpaid booking, whose clock starts and whose collect-by is kept for later; or a basket, which keeps the clock it has. */
export const resume: Command<'sale.resume'> = async (read, context, { saleId }) => {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const { sale, bookings } = loaded.value;
  if (sale.status !== 'RESERVED')
    return fail('WRONG_STATE', text('sale.notABasket', { state: sale.status }), { state: sale.status });
  if (isKeptUnpaid(loaded.value)) {
    const going = await refuseCancelled(read, loaded.value.tickets, 'KEPT');
    if (!going.ok) return going;
  }
  context.facts.change('sales', sale, { userId: context.userId });
  const events = await read.loadShared('events', { id: bookings.map((booking) => booking.eventId) });
  const basketMs = Math.min(...events.map((event) => event.basketMs));
  for (const booking of bookings.filter(({ deadlineKind }) => deadlineKind === 'COLLECT'))
    context.facts.change('bookings', booking, { deadline: context.now + basketMs, deadlineKind: 'BASKET' });
  return ok({ saleId });
};

export const freeSeat: Command<'sale.freeSeat'> = async (read, context, { eventId, seatId }) => {
  const [found] = await read.peek(
    { saleId: id() },
    sql`select sale_id from tickets where agency_id = ${context.agencyId} and event_id = ${eventId} and seat_id = ${seatId} and status = 'RESERVED'`,
  );
  const loaded = found ? await loadSale(read, context, found.saleId) : null;
  if (!loaded) return fail('WRONG_STATE', text('sale.seatNotInBasket'));
  if (!loaded.ok) return loaded;
  const { sale, tickets } = loaded.value;
  if (sale.status !== 'RESERVED') return fail('SALE_PAYING', text('sale.paying'));
  const freed = tickets.filter((ticket) => ticket.eventId === eventId && ticket.seatId === seatId);
  if (freed.length === 0) return fail('WRONG_STATE', text('sale.seatNotInBasket'));
  context.facts.change('sales', sale, { totalMinor: totalOf(tickets.filter((ticket) => !freed.includes(ticket))) });
  return freeTickets(read, context, freed);
};
