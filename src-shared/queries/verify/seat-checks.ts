/** Seats, their tickets, holds and maps (design: sync, invariant 1). */
import { sql } from 'drizzle-orm';
import { checkOf, LIVE, placeOf, type Check } from './check.ts';

const allSeats = (agencyId: string) => sql`event_seats where agency_id = ${agencyId}`;
const allTickets = (agencyId: string) => sql`tickets where agency_id = ${agencyId}`;

export const seatChecks: readonly Check[] = [
  checkOf(
    'one live ticket per seat',
    'verify.liveTickets',
    allTickets,
    (agencyId) => sql`
    select ${placeOf('t')} as what, cast(t.live as text) as found
    from (select agency_id, event_id, seat_id, count(*) as live from tickets
          where agency_id = ${agencyId} and status in ${LIVE} and exception_id is null
          group by agency_id, event_id, seat_id having count(*) > 1) t`,
  ),

  checkOf(
    'seats agree with their tickets',
    'verify.seats',
    allSeats,
    (agencyId) => sql`
    select ${placeOf('s')} as what,
      s.status || ' generation ' || cast(s.generation as text) || ', ' ||
        coalesce(t.number || ' ' || t.status || ' generation ' || cast(t.generation as text), 'no ticket') as found
    from event_seats s
    left join tickets t on t.agency_id = s.agency_id and t.id = s.ticket_id
    where s.agency_id = ${agencyId} and case
      when s.status in ('RESERVED', 'SOLD') then t.id is null or t.event_id <> s.event_id or t.seat_id <> s.seat_id
        or t.generation <> s.generation or t.booking_id is distinct from s.booking_id
        or (s.status = 'RESERVED' and t.status <> 'RESERVED')
        or (s.status = 'SOLD' and t.status not in ('CONFIRMED', 'USED'))
      else s.ticket_id is not null or s.booking_id is not null end`,
  ),

  checkOf(
    'live tickets have their seats',
    'verify.ticketSeats',
    allTickets,
    (agencyId) => sql`
    select t.number as what, coalesce(s.status || ', ' || coalesce(s.ticket_id, 'no ticket'), 'no such seat') as found
    from tickets t
    left join event_seats s on s.agency_id = t.agency_id and s.event_id = t.event_id and s.seat_id = t.seat_id
    where t.agency_id = ${agencyId} and t.status in ${LIVE} and t.exception_id is null
      and s.ticket_id is distinct from t.id`,
  ),

  // A freed seat has a newer generation than every ticket it had, and no two of its tickets share one.
  checkOf(
    'generations only grow',
    'verify.generations',
    allTickets,
    (agencyId) => sql`
    select ${placeOf('t')} as what, t.number || ' ' || t.status || ' has generation ' || cast(t.generation as text)
      || ', the seat ' || cast(s.generation as text) as found
    from tickets t
    join event_seats s on s.agency_id = t.agency_id and s.event_id = t.event_id and s.seat_id = t.seat_id
    where t.agency_id = ${agencyId} and (t.generation > s.generation
      or (t.status not in ${LIVE} and t.generation >= s.generation))
    union all
    select ${placeOf('t')}, cast(t.tickets as text) || ' tickets have generation ' || cast(t.generation as text)
    from (select agency_id, event_id, seat_id, generation, count(*) as tickets from tickets
          where agency_id = ${agencyId} and exception_id is null
          group by agency_id, event_id, seat_id, generation having count(*) > 1) t`,
  ),

  checkOf(
    'held and blocked seats',
    'verify.holds',
    allSeats,
    (agencyId) => sql`
    select ${placeOf('s')} as what, s.status || ', ' || coalesce('hold ' || h.name || ' ' || h.status, 'no hold')
      || ', ' || coalesce('blocked: ' || s.block_reason, 'no block reason') as found
    from event_seats s
    left join holds h on h.agency_id = s.agency_id and h.id = s.hold_id and h.event_id = s.event_id
    where s.agency_id = ${agencyId} and ((s.status = 'HELD' and h.status is distinct from 'ACTIVE')
      or (s.status = 'AVAILABLE' and s.hold_id is not null)
      or (s.status = 'BLOCKED') <> (s.block_reason is not null))`,
  ),

  checkOf(
    'taken seats are ours',
    'verify.ownership',
    allSeats,
    (agencyId) => sql`
    select ${placeOf('s')} as what, s.status || ', ' || s.ownership as found
    from event_seats s
    where s.agency_id = ${agencyId} and s.status in ('RESERVED', 'SOLD') and s.ownership <> 'OWNED'`,
  ),

  checkOf(
    'event seats are those of the map',
    'verify.mapSeats',
    (agencyId) => sql`
    events where agency_id = ${agencyId} and seats_generated_at is not null`,
    (agencyId) => sql`
    select e.title as what, cast(count(*) as text) as found
    from events e
    join seats m on m.agency_id = e.agency_id and m.map_version_id = e.map_version_id
    left join event_seats s on s.agency_id = e.agency_id and s.event_id = e.id and s.seat_id = m.seat_id
    where e.agency_id = ${agencyId} and e.seats_generated_at is not null and s.ordinal is distinct from m.ordinal
    group by e.id, e.title
    union all
    select e.title, cast(count(*) as text)
    from events e
    join event_seats s on s.agency_id = e.agency_id and s.event_id = e.id
    left join seats m on m.agency_id = e.agency_id and m.map_version_id = e.map_version_id and m.seat_id = s.seat_id
    where e.agency_id = ${agencyId} and m.seat_id is null
    group by e.id, e.title`,
  ),

  checkOf(
    'published maps have seats and columns',
    'verify.maps',
    (agencyId) => sql`
    map_versions where agency_id = ${agencyId} and status = 'PUBLISHED'`,
    (agencyId) => sql`
    select m.name || ' ' || cast(v.number as text) as what,
      case when v.columns is null then 'no columns' else cast(coalesce(s.seats, 0) as text) || ' of '
        || cast(v.seat_count as text) || ' seats' end as found
    from map_versions v
    join maps m on m.agency_id = v.agency_id and m.id = v.map_id
    left join (select map_version_id, count(*) as seats from seats where agency_id = ${agencyId} group by map_version_id) s
      on s.map_version_id = v.id
    where v.agency_id = ${agencyId} and v.status = 'PUBLISHED'
      and (v.columns is null or coalesce(s.seats, 0) <> v.seat_count or v.seat_count = 0)`,
  ),
];
