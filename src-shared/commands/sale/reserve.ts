/** Picking seats: a pick is reserved at once, all of it or none. */
import { decidePick } from '../../domain/event/selling.ts';
import { assert, fail, ok, type Result } from '../../domain/result.ts';
import { refusalOf, reservePatch, type Refusal } from '../../domain/inventory/sale-seats.ts';
import { gridOf, priceFor } from '../../domain/pricing/price.ts';
import { compactUtcDay, utcYear } from '../../domain/time/calendar.ts';
import { SALE_NUMBER_RANDOM_BYTES, saleNumber } from '../../domain/sale/number.ts';
import { text, type TextKey } from '../../text/text.ts';
import type { LeavesSingle } from '../../contract/sale.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { nextNumber } from '../next-number.ts';
import type { Command } from '../registry.ts';
import { earliestDeadline, loadBasket, nameSeats, seatNames, type LoadedSale } from './load-sale.ts';
import { freeTickets } from './free-seats.ts';
import { judgeMove } from './no-single.ts';

export interface Pick {
  readonly saleId: string;
  readonly eventId: string;
  readonly take: readonly string[];
  /** Seats of the sale to give up in the same step. */
  readonly give: readonly string[];
  readonly ticketTypeId: string | undefined;
  /** A person chose the seats, and the no-single rule judges them. */
  readonly isByHand: boolean;
}

/** The sale as it is, or a new one; its bookings and tickets. */
export async function basketFor(
  read: CommandReader,
  context: CommandContext,
  saleId: string,
): Promise<Result<LoadedSale>> {
  const existing = await loadBasket(read, context, saleId);
  if (existing.ok || existing.error.code !== 'NO_SUCH_SALE') return existing;
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  assert(agency, 'the agency exists');
  const sale = context.facts.insert('sales', {
    id: saleId,
    number: saleNumber(compactUtcDay(context.now), context.random(SALE_NUMBER_RANDOM_BYTES)),
    customerId: null,
    channel: 'COUNTER',
    status: 'RESERVED',
    authority: null,
    userId: context.userId,
    deviceId: context.deviceId,
    currency: agency.currency,
    totalMinor: 0,
    delivery: 'NOW',
    clockLeftMs: null,
    confirmedAt: null,
    handedOverAt: null,
  });
  return ok({ sale, bookings: [], tickets: [] });
}

/** The booking for the event, new if need be. The first pick starts the clock; more picks do not restart it. */
export function bookingFor(context: CommandContext, basket: LoadedSale, event: Row<'events'>): Row<'bookings'> {
  const known = basket.bookings.find((booking) => booking.eventId === event.id);
  if (known) return known;
  const running = earliestDeadline(basket.bookings);
  return context.facts.insert('bookings', {
    id: context.newId(),
    saleId: basket.sale.id,
    eventId: event.id,
    status: 'RESERVED',
    deadline: running ?? context.now + event.basketMs,
    deadlineKind: 'BASKET',
    collectBy: null,
    limitPassReason: null,
    singlePassReason: null,
  });
}

const REFUSAL_TEXT: Readonly<Record<Refusal, TextKey>> = {
  TAKEN: 'sale.refusal.taken',
  HELD: 'sale.refusal.held',
  BLOCKED: 'sale.refusal.blocked',
  NOT_OWNED: 'sale.refusal.notOwned',
  NO_PRICE: 'sale.refusal.noPrice',
  PINNED: 'sale.refusal.pinned',
};

async function refuse(
  read: CommandReader,
  event: Row<'events'>,
  refused: readonly { seat: Row<'eventSeats'>; why: Refusal }[],
): Promise<Result<never>> {
  const names = await seatNames(
    read,
    event.mapVersionId,
    refused.map(({ seat }) => seat.seatId),
  );
  const why = refused[0]!.why;
  const code = refused.some((one) => one.why === 'TAKEN') ? 'SEAT_TAKEN' : 'NOT_FOR_SALE';
  return fail(code, text(REFUSAL_TEXT[why], { seats: nameSeats(names) }), {
    seats: refused.map(({ seat, why: reason }) => ({
      ...names.find((name) => name.seatId === seat.seatId),
      why: reason,
    })),
  });
}

/**
 * Gives up some seats and takes others in one step.
 * @returns what the rule had to say of a pick that is done all the same
 * Errors: SEAT_TAKEN, NOT_FOR_SALE { seats, why }, OVER_LIMIT { limit }, LEAVES_SINGLE, NOT_ON_SALE, EVENT_CANCELLED,
 * TYPE_NOT_SOLD, NO_SUCH_SEAT.
 */
export async function pickSeats(
  read: CommandReader,
  context: CommandContext,
  pick: Pick,
): Promise<Result<LeavesSingle | null>> {
  const basket = await basketFor(read, context, pick.saleId);
  if (!basket.ok) return basket;
  const [event] = await read.loadShared('events', { id: pick.eventId });
  if (!event) return fail('NO_SUCH_EVENT', text('sale.noSuchEvent'));
  const open = decidePick(event, basket.value.tickets.length === 0 ? 'NOTHING' : 'BASKET');
  if (!open.ok) return open;

  const given = basket.value.tickets.filter(
    (ticket) => ticket.eventId === event.id && pick.give.includes(ticket.seatId),
  );
  const kept = basket.value.tickets.filter((ticket) => ticket.eventId === event.id && !given.includes(ticket));
  const booking = bookingFor(context, basket.value, event);
  if (kept.length + pick.take.length > event.seatsPerBooking && booking.limitPassReason === null)
    return fail('OVER_LIMIT', text('sale.overLimit', { limit: event.seatsPerBooking }), {
      limit: event.seatsPerBooking,
    });

  const freed = await freeTickets(read, context, given);
  if (!freed.ok) return freed;
  const seats = await read.load('eventSeats', { eventId: event.id, seatId: [...pick.take] });
  if (seats.length !== new Set(pick.take).size) return fail('NO_SUCH_SEAT', text('sale.noSuchSeat'));
  const refused = seats.flatMap((seat) => {
    const why = refusalOf(seat, context.deviceId);
    return why ? [{ seat, why }] : [];
  });
  if (refused.length > 0) return refuse(read, event, refused);
  const move = { take: seats.map(ordinalOf), keep: kept.map(ordinalOf) };
  const judged = pick.isByHand ? await judgeMove(read, context, event, booking, move) : ok(null);
  if (!judged.ok) return judged;
  const reserved = await makeTickets(read, context, basket.value.sale, booking, event, seats, pick.ticketTypeId);
  if (!reserved.ok) return reserved;
  updateTotal(context, basket.value, given, reserved.value);
  return judged;
}

function ordinalOf({ ordinal }: { readonly ordinal: number }): number {
  return ordinal;
}

async function makeTickets(
  read: CommandReader,
  context: CommandContext,
  sale: Row<'sales'>,
  booking: Row<'bookings'>,
  event: Row<'events'>,
  seats: readonly Row<'eventSeats'>[],
  ticketTypeId: string | undefined,
): Promise<Result<Row<'tickets'>[]>> {
  const types = await read.loadShared('ticketTypes', { eventId: event.id });
  const base = types.find((type) => type.position === 0);
  const type = ticketTypeId === undefined ? base : types.find((one) => one.id === ticketTypeId);
  if (!base || !type || type.kind === 'COMP')
    return fail('TYPE_NOT_SOLD', text('sale.typeNotSold', { type: type?.name ?? '' }));
  const grid = gridOf(await read.loadShared('prices', { eventId: event.id }), base.id);
  const first = await nextNumber(read, context, `ticket:${utcYear(context.now)}`, seats.length);
  const tickets: Row<'tickets'>[] = [];
  for (const [index, seat] of seats.toSorted((a, b) => a.ordinal - b.ordinal).entries()) {
    const priceMinor = priceFor(seat, type.id, grid);
    if (priceMinor === null)
      return fail('TYPE_NOT_SOLD', text('sale.typeNotSold', { type: type.name }), { seats: [seat.seatId] });
    const ticketId = context.newId();
    const patch = reservePatch(seat, booking.id, ticketId);
    if (!patch.ok) return patch;
    context.facts.change('eventSeats', seat, patch.value);
    tickets.push(
      context.facts.insert('tickets', {
        id: ticketId,
        number: `TM-${utcYear(context.now)}-${String(first + index).padStart(6, '0')}`,
        serial: randomSerial(context.random(6)),
        saleId: sale.id,
        bookingId: booking.id,
        eventId: event.id,
        seatId: seat.seatId,
        ordinal: seat.ordinal,
        ticketTypeId: type.id,
        priceLevelId: seat.priceLevelId,
        priceMinor,
        costMinor: seat.costMinor,
        generation: seat.generation,
        status: 'RESERVED',
        holderName: null,
        compReason: null,
        replacesTicketId: null,
        exceptionId: null,
        printedCopies: 0,
      }),
    );
  }
  return ok(tickets);
}

/** 48 random bits: nobody can guess a serial that exists, and two are alike once in 20 million tickets. */
function randomSerial(random: Uint8Array): number {
  return random.reduce((serial, byte) => serial * 256 + byte, 0);
}

function updateTotal(
  context: CommandContext,
  basket: LoadedSale,
  given: readonly Row<'tickets'>[],
  taken: readonly Row<'tickets'>[],
): void {
  const kept = basket.tickets.filter((ticket) => !given.includes(ticket));
  const totalMinor = [...kept, ...taken].reduce((sum, ticket) => sum + ticket.priceMinor, 0);
  context.facts.change('sales', basket.sale, { totalMinor });
}

export const reserveSeats: Command<'sale.reserveSeats'> = async (read, context, input) => {
  const { saleId, eventId, seatIds, ticketTypeId } = input;
  const pick = { saleId, eventId, take: seatIds, give: [], ticketTypeId, isByHand: true };
  const picked = await pickSeats(read, context, pick);
  return picked.ok ? ok({ saleId, leavesSingle: picked.value }) : picked;
};

export const swapSeats: Command<'sale.swapSeats'> = async (read, context, input) => {
  const { saleId, ticketTypeId } = input;
  const picked = await pickSeats(read, context, { ...input, ticketTypeId, isByHand: true });
  return picked.ok ? ok({ saleId, leavesSingle: picked.value }) : picked;
};
