/** House holds: seats kept for somebody, by name and letter. */
import { sql } from 'drizzle-orm';
import { hold as holdSeat, release } from '../../domain/inventory/seat-changes.ts';
import { holdMachine } from '../../domain/inventory/states.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CommandReader } from '../../core/store.ts';
import type { CommandContext } from '../../core/context.ts';
import { text as textColumn } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import type { Command, Commands } from '../registry.ts';
import { loadOpenEvent } from '../event/load-event.ts';
import { changeSeats, loadEventSeats } from './change-seats.ts';

const NOT_FREE = { code: 'SEATS_NOT_FREE', key: 'seat.notFree' } as const;

const create: Command<'hold.create'> = async (read, context, { eventId, seatIds, ...hold }) => {
  const loaded = await loadOpenEvent(read, eventId);
  if (!loaded.ok) return loaded;
  const earlier = await read.loadShared('holds', { eventId });
  const seats = await loadEventSeats(read, eventId, seatIds);
  if (!seats.ok) return seats;
  const holdId = context.newId();
  const held = await changeSeats(read, context, loaded.value, seats.value, (seat) => holdSeat(seat, holdId), NOT_FREE);
  if (!held.ok) return held;
  // Gives the screens' columns a small number for each hold, so it is never used twice in an event.
  const position = earlier.length;
  context.facts.insert('holds', { id: holdId, eventId, ...hold, status: 'ACTIVE', position, userId: context.userId });
  return ok({ holdId });
};

/** The hold and its event, locked. Errors: NOT_FOUND, WRONG_STATE. */
async function loadHold(
  read: CommandReader,
  { agencyId }: CommandContext,
  holdId: string,
): Promise<Result<{ hold: Row<'holds'>; event: Row<'events'> }>> {
  const [found] = await read.peek(
    { eventId: textColumn() },
    sql`select event_id from holds where agency_id = ${agencyId} and id = ${holdId}`,
  );
  if (!found) return fail('NOT_FOUND', text('hold.notFound'));
  const event = await loadOpenEvent(read, found.eventId);
  if (!event.ok) return event;
  const [hold] = await read.load('holds', { id: holdId });
  if (!holdMachine.allows(hold!.status, 'RELEASED'))
    return fail('WRONG_STATE', text('hold.released', { name: hold!.name }), { subject: 'hold', from: 'RELEASED' });
  return ok({ hold: hold!, event: event.value });
}

const addSeats: Command<'hold.addSeats'> = async (read, context, { holdId, seatIds }) => {
  const loaded = await loadHold(read, context, holdId);
  if (!loaded.ok) return loaded;
  const { event } = loaded.value;
  const seats = await loadEventSeats(read, event.id, seatIds);
  if (!seats.ok) return seats;
  const held = await changeSeats(read, context, event, seats.value, (seat) => holdSeat(seat, holdId), NOT_FREE);
  return held.ok ? ok(null) : held;
};

/**
 * Gives seats of a hold back to everyone. Released whole, it ends; its seats that are in a basket, sold or blocked
 * keep its name and come free with everyone's when they are let go. A part leaves it active, its last part ends it.
 */
const releaseHold: Command<'hold.release'> = async (read, context, { holdId, seatIds }) => {
  const loaded = await loadHold(read, context, holdId);
  if (!loaded.ok) return loaded;
  const { hold, event } = loaded.value;
  const ofHold = await read.load('eventSeats', { eventId: event.id, holdId });
  const held = ofHold.filter((seat) => seat.status === 'HELD');
  const named = seatIds === undefined ? ok(held) : await loadEventSeats(read, event.id, seatIds);
  if (!named.ok) return named;
  const rule = (seat: Row<'eventSeats'>) =>
    seat.holdId === holdId ? release(seat) : fail('NOT_IN_HOLD', text('hold.notFound'), { seatId: seat.seatId });
  const released = await changeSeats(read, context, event, named.value, rule, {
    code: 'SEATS_NOT_HELD',
    key: 'seat.notInHold',
  });
  if (!released.ok) return released;
  if (seatIds === undefined || released.value === ofHold.length)
    context.facts.change('holds', hold, { status: 'RELEASED' });
  return ok({ released: released.value });
};

export const holdCommands: Commands<'hold'> = {
  'hold.create': create,
  'hold.addSeats': addSeats,
  'hold.release': releaseHold,
};
