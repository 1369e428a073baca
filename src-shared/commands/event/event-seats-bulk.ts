/** An event's seats, made and priced by one statement each: a row at a time takes 3.6 × as long (design: architecture). */
import { sql } from 'drizzle-orm';
import type { BulkHandler } from '../../core/bulk.ts';

/**
 * Makes the seats of an event from its map version: OWNED where the house owns them, else NOT_OWNED; level by the
 * seat's category; price of the base type (position 0) in force. A seat that is there already stays as it is.
 */
export const generateEventSeats: BulkHandler = (transaction, args) =>
  transaction.run(sql`
    insert into event_seats (
      agency_id, event_id, seat_id, section_id, ordinal, status, generation, state_version,
      price_level_id, price_minor, ownership, terms_version
    )
    select s.agency_id, e.id, s.seat_id, s.section_id, s.ordinal, 'AVAILABLE', 1, 1,
      level.price_level_id, level.amount_minor, case when e.inventory = 'HOUSE' then 'OWNED' else 'NOT_OWNED' end, 1
    from events e
    join seats s on s.agency_id = e.agency_id and s.map_version_id = e.map_version_id
    left join (
      select l.category_id, l.id as price_level_id, p.amount_minor
      from price_levels l
      left join ticket_types t on t.agency_id = l.agency_id and t.event_id = l.event_id and t.position = 0
      left join prices p on p.agency_id = l.agency_id and p.event_id = l.event_id and p.price_level_id = l.id
        and p.ticket_type_id = t.id
        and not exists (
          select 1 from prices newer where newer.agency_id = p.agency_id and newer.event_id = p.event_id
            and newer.price_level_id = p.price_level_id and newer.ticket_type_id = p.ticket_type_id
            and newer.valid_from > p.valid_from
        )
      where l.agency_id = ${transaction.agencyId} and l.event_id = ${args['eventId']}
    ) level on level.category_id = s.category_id
    where e.agency_id = ${transaction.agencyId} and e.id = ${args['eventId']}
    on conflict do nothing`);

/** Prices of levels reach every seat: baskets and tickets keep the price that was shown, because it is theirs. */
export const priceEventSeats: BulkHandler = async (transaction, args) => {
  const levels = args['basePrices'] as readonly { priceLevelId: string; amountMinor: number | null }[];
  for (const { priceLevelId, amountMinor } of levels)
    await transaction.run(sql`
      update event_seats set price_minor = ${amountMinor}, terms_version = terms_version + 1
      where agency_id = ${transaction.agencyId} and event_id = ${args['eventId']} and price_level_id = ${priceLevelId}
        and price_minor is distinct from ${amountMinor}`);
};

/** Moves ticket types to their positions: all out of the way first, since no two may share one even in between. */
export const placeTicketTypes: BulkHandler = async (transaction, args) => {
  const positions = args['positions'] as readonly { id: string; position: number }[];
  for (const { id } of positions)
    await transaction.run(sql`
      update ticket_types set position = position + 1000, version = version + 1, updated_at = ${args['at']}
      where agency_id = ${transaction.agencyId} and id = ${id}`);
  for (const { id, position } of positions)
    await transaction.run(sql`
      update ticket_types set position = ${position} where agency_id = ${transaction.agencyId} and id = ${id}`);
};

export const eventBulkHandlers: Readonly<Record<string, BulkHandler>> = {
  generateEventSeats,
  priceEventSeats,
  placeTicketTypes,
};
