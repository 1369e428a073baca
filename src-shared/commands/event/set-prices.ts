import { decidePrices, type PriceChange } from '../../domain/event/price-change.ts';
import { ok } from '../../domain/result.ts';
import type { CommandContext } from '../../core/context.ts';
import type { Row } from '../../schema/schema.ts';
import type { Command } from '../registry.ts';
import { loadOpenEvent } from './load-event.ts';

/** Above every position a grid can have: a new type waits here until all types are placed. */
const WAITING_POSITION = 500;

export const setPrices: Command<'event.setPrices'> = async (read, context, input) => {
  const loaded = await loadOpenEvent(read, input.eventId);
  if (!loaded.ok) return loaded;
  const event = loaded.value;
  const levels = await read.loadShared('priceLevels', { eventId: event.id });
  const types = await read.load('ticketTypes', { eventId: event.id });
  const cells = await read.loadShared('prices', { eventId: event.id });
  const decided = decidePrices(
    { levelIds: levels.toSorted((a, b) => a.position - b.position).map((level) => level.id), types, cells },
    input,
    context.newId,
  );
  if (!decided.ok) return decided;
  placeTypes(context, event.id, types, decided.value);
  // Never before a price that stands, even when the clock was set back: the newest counts.
  const validFrom = Math.max(context.now, 1 + Math.max(0, ...cells.map((cell) => cell.validFrom)));
  for (const cell of decided.value.cells)
    context.facts.insert('prices', { id: context.newId(), eventId: event.id, ...cell, validFrom });
  context.facts.bulk('priceEventSeats', { eventId: event.id, basePrices: decided.value.basePrices }, ['eventSeats']);
  return ok(null);
};

/** Positions are unique row by row on both stores, so types cannot change places one after the other: a bulk operation moves them. */
function placeTypes(
  { facts, now }: CommandContext,
  eventId: string,
  current: readonly Row<'ticketTypes'>[],
  { types, dropped }: PriceChange,
): void {
  const byId = new Map(current.map((type) => [type.id, type]));
  for (const { id, name, kind, position } of types) {
    const known = byId.get(id);
    if (known) facts.change('ticketTypes', known, { name, kind });
    else facts.insert('ticketTypes', { id, eventId, name, kind, position: WAITING_POSITION + position });
  }
  const moved = [...types, ...dropped]
    .filter(({ id, position }) => byId.get(id)?.position !== position)
    .map(({ id, position }) => ({ id, position }));
  if (moved.length > 0) facts.bulk('placeTicketTypes', { eventId, positions: moved, at: now }, ['ticketTypes']);
}
