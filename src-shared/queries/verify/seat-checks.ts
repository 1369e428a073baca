/** Seats, tickets and bookings tell one story (design: sync, invariant 1). */
import { sql } from 'drizzle-orm';
import type { SqlCheck } from './sql-check.ts';

const LIVE = sql`('RESERVED', 'CONFIRMED', 'USED')`;

export function seatChecks(agencyId: string): SqlCheck[] {
  return [...ticketChecks(agencyId), ...termChecks(agencyId), ...bookingChecks(agencyId)];
}

function ticketChecks(agencyId: string): SqlCheck[] {
  const liveCount = sql`select count(*) from tickets where agency_id = ${agencyId} and status in ${LIVE}`;
  return [
    {
      name: 'seats.one-live-ticket',
      problem: 'verify.oneLiveTicket',
      counted: liveCount,
      found: sql`select t.seat_id, cast(count(*) as text) from tickets t
        where t.agency_id = ${agencyId} and t.status in ${LIVE} and t.exception_id is null
        group by t.event_id, t.seat_id having count(*) > 1`,
    },
    {
      name: 'seats.agree-with-tickets',
      problem: 'verify.seatAgrees',
      counted: sql`select count(*) from event_seats where agency_id = ${agencyId}`,
      found: sql`select s.seat_id, s.status from event_seats s
        left join tickets t on t.agency_id = s.agency_id and t.id = s.ticket_id and t.event_id = s.event_id and t.seat_id = s.seat_id
        left join bookings b on b.agency_id = s.agency_id and b.id = s.booking_id and b.id = t.booking_id
        where s.agency_id = ${agencyId} and case
          when s.status = 'RESERVED' then coalesce(t.status, '') <> 'RESERVED' or coalesce(b.status, '') not in ('RESERVED', 'PAYING')
          when s.status = 'SOLD' then coalesce(t.status, '') not in ('CONFIRMED', 'USED') or coalesce(b.status, '') <> 'CONFIRMED'
          else s.ticket_id is not null or s.booking_id is not null end`,
    },
    {
      name: 'tickets.have-their-seat',
      problem: 'verify.ticketHasSeat',
      counted: liveCount,
      found: sql`select t.number, t.seat_id from tickets t
        left join event_seats s on s.agency_id = t.agency_id and s.event_id = t.event_id and s.seat_id = t.seat_id
        where t.agency_id = ${agencyId} and t.status in ${LIVE} and t.exception_id is null and s.ticket_id is distinct from t.id`,
    },
    {
      name: 'seats.generations',
      problem: 'verify.generation',
      counted: sql`select count(*) from tickets where agency_id = ${agencyId}`,
      found: sql`select t.number, cast(t.generation as text) from tickets t
        join event_seats s on s.agency_id = t.agency_id and s.event_id = t.event_id and s.seat_id = t.seat_id
        where t.agency_id = ${agencyId} and case when t.status in ${LIVE} then t.generation <> s.generation
          else t.generation >= s.generation end`,
    },
  ];
}

function termChecks(agencyId: string): SqlCheck[] {
  const seatCount = sql`select count(*) from event_seats where agency_id = ${agencyId}`;
  return [
    {
      name: 'seats.holds',
      problem: 'verify.hold',
      counted: seatCount,
      found: sql`select s.seat_id, s.status from event_seats s
        left join holds h on h.agency_id = s.agency_id and h.id = s.hold_id and h.event_id = s.event_id
        where s.agency_id = ${agencyId} and (
          (s.hold_id is not null and h.id is null)
          or (s.status = 'HELD' and coalesce(h.status, '') <> 'ACTIVE')
          or (s.status = 'AVAILABLE' and s.hold_id is not null)
          or (s.status = 'BLOCKED') <> (s.block_reason is not null))`,
    },
    {
      name: 'seats.owned-when-sold',
      problem: 'verify.owned',
      counted: seatCount,
      found: sql`select seat_id, ownership from event_seats
        where agency_id = ${agencyId} and status in ('RESERVED', 'SOLD') and ownership <> 'OWNED'`,
    },
  ];
}

function bookingChecks(agencyId: string): SqlCheck[] {
  return [
    {
      name: 'bookings.agree-with-tickets',
      problem: 'verify.bookingAgrees',
      counted: sql`select count(*) from bookings where agency_id = ${agencyId}`,
      found: sql`select s.number, b.status from bookings b
        join sales s on s.agency_id = b.agency_id and s.id = b.sale_id
        where b.agency_id = ${agencyId} and (
          exists (select 1 from tickets t where t.agency_id = b.agency_id and t.booking_id = b.id and t.status in ${LIVE}
            and case when b.status in ('RESERVED', 'PAYING') then t.status <> 'RESERVED'
              when b.status = 'CONFIRMED' then t.status = 'RESERVED' else 1 = 1 end)
          or (b.status = 'CONFIRMED' and not exists (select 1 from tickets t
            where t.agency_id = b.agency_id and t.booking_id = b.id and t.status in ${LIVE})))`,
    },
    {
      name: 'sales.agree-with-bookings',
      problem: 'verify.saleAgrees',
      counted: sql`select count(*) from sales where agency_id = ${agencyId}`,
      found: sql`select s.number, s.status from sales s
        where s.agency_id = ${agencyId} and (
          exists (select 1 from bookings b where b.agency_id = s.agency_id and b.sale_id = s.id
            and case when s.status = 'CONFIRMED' then b.status not in ('CONFIRMED', 'CANCELLED') else b.status <> s.status end)
          or (s.status = 'CONFIRMED' and not exists (select 1 from bookings b
            where b.agency_id = s.agency_id and b.sale_id = s.id and b.status = 'CONFIRMED')))`,
    },
  ];
}
