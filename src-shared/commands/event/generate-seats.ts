import { ok } from '../../domain/result.ts';
import { int } from '../../schema/kit.ts';
import { sql } from 'drizzle-orm';
import type { Command } from '../registry.ts';
import { loadOpenEvent } from './load-event.ts';

export const generateSeats: Command<'event.generateSeats'> = async (read, { facts, now, agencyId }, { eventId }) => {
  const loaded = await loadOpenEvent(read, eventId);
  if (!loaded.ok) return loaded;
  const event = loaded.value;
  const [map] = await read.peek(
    { seatCount: int() },
    sql`select seat_count from map_versions where agency_id = ${agencyId} and id = ${event.mapVersionId}`,
  );
  if (event.seatsGeneratedAt === null) {
    facts.change('events', event, { seatsGeneratedAt: now });
    facts.bulk('generateEventSeats', { eventId }, ['eventSeats']);
  }
  return ok({ count: map!.seatCount });
};
