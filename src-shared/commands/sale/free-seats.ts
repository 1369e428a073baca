/** Letting seats go: their tickets end, their generation grows, and they return to their hold or to everyone. */
import { ok, type Result } from '../../domain/result.ts';
import { freePatch } from '../../domain/inventory/sale-seats.ts';
import { ticketMachine } from '../../domain/inventory/states.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { loadSeatsOf } from './load-sale.ts';

/** Cancels tickets and frees their seats. Errors: WRONG_STATE of a ticket or seat. */
export async function freeTickets(
  read: CommandReader,
  context: CommandContext,
  tickets: readonly Row<'tickets'>[],
): Promise<Result<null>> {
  if (tickets.length === 0) return ok(null);
  for (const ticket of tickets) {
    const moved = ticketMachine.move(ticket.status, 'CANCELLED');
    if (!moved.ok) return moved;
    context.facts.change('tickets', ticket, { status: moved.value });
  }
  const holds = await activeHolds(read, tickets);
  const seats = await loadSeatsOf(read, tickets);
  for (const ticket of tickets) {
    const seat = seats.get(ticket.id)!;
    const patch = freePatch(seat, ticket.id, seat.holdId !== null && holds.has(seat.holdId));
    if (!patch.ok) return patch;
    context.facts.change('eventSeats', seat, patch.value);
  }
  return ok(null);
}

async function activeHolds(read: CommandReader, tickets: readonly Row<'tickets'>[]): Promise<Set<string>> {
  const eventIds = [...new Set(tickets.map((ticket) => ticket.eventId))];
  const holds = await read.loadShared('holds', { eventId: eventIds, status: 'ACTIVE' });
  return new Set(holds.map((hold) => hold.id));
}
