/** Loading a sale and what hangs on it, locked, in LOCK_ORDER; and the errors that several sale commands share. */
import { decideGoingOn, type HeldSale } from '../../domain/event/selling.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';

export interface LoadedSale {
  readonly sale: Row<'sales'>;
  readonly bookings: readonly Row<'bookings'>[];
  readonly tickets: readonly Row<'tickets'>[];
}

/** Live in the basket or sold: not cancelled, exchanged or transferred. */
export const LIVE_TICKETS = ['RESERVED', 'CONFIRMED', 'USED'] as const;

/** The sale with its bookings and live tickets. Errors: NO_SUCH_SALE, SALE_ELSEWHERE. */
export async function loadSale(
  read: CommandReader,
  context: CommandContext,
  saleId: string,
): Promise<Result<LoadedSale>> {
  const [sale] = await read.load('sales', { id: saleId });
  if (!sale) return fail('NO_SUCH_SALE', text('sale.noSuchSale'));
  if (sale.authority !== null && sale.authority !== context.deviceId)
    return fail('SALE_ELSEWHERE', text('sale.elsewhere'));
  const bookings = await read.load('bookings', { saleId });
  const tickets = await read.load('tickets', { saleId, status: [...LIVE_TICKETS] });
  return ok({ sale, bookings, tickets });
}

/** A sale that is still a basket of the person who asks. Errors: as loadSale and checkBasket. */
export async function loadBasket(
  read: CommandReader,
  context: CommandContext,
  saleId: string,
): Promise<Result<LoadedSale>> {
  const loaded = await loadSale(read, context, saleId);
  return loaded.ok ? checkBasket(context, loaded.value) : loaded;
}

/** Errors: SALE_OF_OTHER, WRONG_STATE, SALE_EXPIRED. */
export function checkBasket(context: CommandContext, loaded: LoadedSale): Result<LoadedSale> {
  const { sale, bookings } = loaded;
  if (sale.userId !== context.userId) return fail('SALE_OF_OTHER', text('sale.ofOther'));
  if (sale.status === 'EXPIRED') return fail('SALE_EXPIRED', text('sale.expired'));
  if (sale.status !== 'RESERVED')
    return fail('WRONG_STATE', text('sale.notABasket', { state: sale.status }), { state: sale.status });
  const deadline = earliestDeadline(bookings);
  if (deadline !== null && deadline <= context.now) return fail('SALE_EXPIRED', text('sale.expired'));
  return ok(loaded);
}

export function earliestDeadline(bookings: readonly Row<'bookings'>[]): number | null {
  const deadlines = bookings.map((booking) => booking.deadline).filter((deadline) => deadline !== null);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}

/** The events of tickets, locked, so that none changes its status meanwhile. */
export function loadEventsOf(read: CommandReader, tickets: readonly Row<'tickets'>[]): Promise<Row<'events'>[]> {
  return read.loadShared('events', { id: [...new Set(tickets.map((ticket) => ticket.eventId))] });
}

/** Asked before each step towards a sale. Errors: EVENT_CANCELLED { eventId, title }. */
export async function refuseCancelled(
  read: CommandReader,
  tickets: readonly Row<'tickets'>[],
  held: HeldSale,
): Promise<Result<null>> {
  return decideGoingOn(await loadEventsOf(read, tickets), held);
}

/** Kept unpaid under a name: no clerk's basket, but a promise of the house. */
export function isKeptUnpaid({ sale, bookings }: LoadedSale): boolean {
  return sale.status === 'RESERVED' && bookings.some((booking) => booking.deadlineKind === 'COLLECT');
}

/** The seats of tickets, locked, by ticket id. */
export async function loadSeatsOf(
  read: CommandReader,
  tickets: readonly Row<'tickets'>[],
): Promise<Map<string, Row<'eventSeats'>>> {
  const seatByTicket = new Map<string, Row<'eventSeats'>>();
  const eventIds = [...new Set(tickets.map((ticket) => ticket.eventId))].toSorted();
  for (const eventId of eventIds) {
    const ticketBySeat = new Map(
      tickets.filter((ticket) => ticket.eventId === eventId).map((ticket) => [ticket.seatId, ticket]),
    );
    for (const seat of await read.load('eventSeats', { eventId, seatId: [...ticketBySeat.keys()] }))
      seatByTicket.set(ticketBySeat.get(seat.seatId)!.id, seat);
  }
  return seatByTicket;
}

/** Seats as people name them, for errors. */
export async function seatNames(
  read: CommandReader,
  mapVersionId: string,
  seatIds: readonly string[],
): Promise<{ seatId: string; section: string; row: string; label: string }[]> {
  const seats = await read.loadShared('seats', { mapVersionId, seatId: [...seatIds] });
  return seats.map(({ seatId, sectionName, rowLabel, label }) => ({
    seatId,
    section: sectionName,
    row: rowLabel,
    label,
  }));
}

export function nameSeats(seats: readonly { section: string; row: string; label: string }[]): string {
  const shown = seats
    .slice(0, 6)
    .map((seat) => text('sale.seatName', { section: seat.section, row: seat.row, label: seat.label }));
  if (seats.length > shown.length) shown.push(text('sale.andMore', { count: seats.length - shown.length }));
  return shown.join(', ');
}
