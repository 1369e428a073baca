/** Changing many seats of one event at once: all of them or none, every refusing seat named with its place. */
import { changeAll, type RefusedSeat, type Seat, type SeatRule } from '../../domain/inventory/seat-changes.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { text, type TextKey } from '../../text/text.ts';
import { nameSeats, seatNames } from '../sale/load-sale.ts';

/** The named seats of an event, locked. Errors: SEATS_UNKNOWN { seats }. */
export async function loadEventSeats(
  read: CommandReader,
  eventId: string,
  seatIds: readonly string[],
): Promise<Result<readonly Seat[]>> {
  const wanted = [...new Set(seatIds)];
  const seats = await read.load('eventSeats', { eventId, seatId: wanted });
  if (seats.length === wanted.length) return ok(seats);
  const known = new Set(seats.map((seat) => seat.seatId));
  const unknown = wanted.filter((seatId) => !known.has(seatId));
  return fail('SEATS_UNKNOWN', text('seat.unknown', { seats: unknown.slice(0, 6).join(', ') }), {
    seats: unknown.map((seatId) => ({ seatId })),
  });
}

/** Errors: `refusal.code` { seats }, each with its place and what it is. */
export async function changeSeats(
  read: CommandReader,
  { facts }: CommandContext,
  event: Row<'events'>,
  seats: readonly Seat[],
  rule: SeatRule,
  refusal: { readonly code: string; readonly key: TextKey },
): Promise<Result<number>> {
  const decided = changeAll(seats, rule);
  if (!decided.ok) return refuseSeats(read, event, decided.error, refusal);
  for (const { seat, change } of decided.value) facts.change('eventSeats', seat, change);
  return ok(decided.value.length);
}

export async function refuseSeats(
  read: CommandReader,
  event: Row<'events'>,
  refusals: readonly RefusedSeat[],
  { code, key }: { readonly code: string; readonly key: TextKey },
): Promise<Result<never>> {
  const bySeat = new Map(refusals.map((refusal) => [refusal.seat.seatId, refusal]));
  const names = await seatNames(read, event.mapVersionId, [...bySeat.keys()]);
  return fail(code, text(key, { seats: nameSeats(names) }), {
    seats: names.map((name) => {
      const { seat, error } = bySeat.get(name.seatId)!;
      return { ...name, status: seat.status, ownership: seat.ownership, why: error.code };
    }),
  });
}
