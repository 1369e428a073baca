/** Events, their prices, and which of their seats may be sold. */
import { z } from 'zod';
import type { EventStatus } from '../domain/inventory/states.ts';
import { command, query } from './define.ts';
import { amountMinor, id, instantMs, nothing, reason, requiredLine, seatId } from './fields.ts';

export interface EventSummary {
  readonly eventId: string;
  readonly title: string;
  readonly kind: string;
  readonly venueName: string;
  readonly status: EventStatus;
  readonly inventory: 'HOUSE' | 'BROKERED' | 'CONSIGNED';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly doorsAt: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly counts: SeatCounts;
}

export interface SeatCounts {
  readonly available: number;
  readonly held: number;
  readonly blocked: number;
  readonly reserved: number;
  readonly sold: number;
  /** AVAILABLE but without a price or not ours. */
  readonly notForSale: number;
}

export interface PriceLevelView {
  readonly priceLevelId: string;
  readonly name: string;
  readonly color: string;
  readonly letter: string;
  readonly position: number;
}

export interface TicketTypeView {
  readonly ticketTypeId: string;
  readonly name: string;
  readonly kind: 'STANDARD' | 'COMP';
  readonly position: number;
}

export interface HoldView {
  readonly holdId: string;
  readonly name: string;
  readonly letter: string;
  readonly color: string;
  readonly reason: string;
  readonly position: number;
  readonly seatCount: number;
  readonly status: 'ACTIVE' | 'RELEASED';
}

export interface EventDetail extends EventSummary {
  readonly mapVersionId: string;
  readonly venueId: string;
  readonly version: number;
  readonly basketMs: number;
  readonly seatsPerBooking: number;
  readonly noSingleRule: 'STRICT' | 'LENIENT' | 'OFF';
  readonly licensedCapacity: number | null;
  readonly refundUntil: number | null;
  readonly seatsGenerated: boolean;
  readonly levels: readonly PriceLevelView[];
  readonly types: readonly TicketTypeView[];
  /** A missing cell is not sold. */
  readonly prices: readonly {
    readonly priceLevelId: string;
    readonly ticketTypeId: string;
    readonly amountMinor: number;
  }[];
  readonly holds: readonly HoldView[];
  /** What must be done before it can go on sale: text keys. */
  readonly missing: readonly string[];
}

/** Column i is the seat with ordinal i of the event's map version. */
export interface EventSeatsSnapshot {
  readonly sequence: number;
  /** Index into SEAT_STATUSES. */
  readonly status: Uint8Array;
  /** Position of the price level; 255 for none. */
  readonly level: Uint8Array;
  /** STATE_* bits of the seat columns. */
  readonly bits: Uint8Array;
  /** Position of the hold + 1; 0 for none. */
  readonly hold: Uint16Array;
}

export interface SeatStory {
  readonly seatId: string;
  readonly section: string;
  readonly row: string;
  readonly label: string;
  readonly status: string;
  readonly priceMinor: number | null;
  readonly blockReason: string | null;
  readonly hold: HoldView | null;
  /** Newest first: every audit record that touched this seat. */
  readonly steps: readonly {
    readonly at: number;
    readonly userName: string;
    readonly name: string;
    readonly from: string | null;
    readonly to: string;
  }[];
  readonly saleNumber: string | null;
}

const details = {
  title: requiredLine(160),
  kind: requiredLine(60),
  startsAt: instantMs,
  endsAt: instantMs,
  doorsAt: instantMs,
  basketMs: z
    .number()
    .int()
    .min(5 * 60_000, 'must be at least 5 minutes')
    .max(15 * 60_000, 'must be at most 15 minutes'),
  seatsPerBooking: z.number().int().min(1).max(500),
  noSingleRule: z.enum(['STRICT', 'LENIENT', 'OFF']),
  licensedCapacity: z.number().int().min(1).max(300_000).nullable(),
  refundUntil: instantMs.nullable(),
};

export const eventCalls = {
  /** Upcoming first; `from` and `until` bound the start. */
  'event.list': query({
    access: 'event.read',
    input: z.object({ from: instantMs.optional(), until: instantMs.optional(), onlyOnSale: z.boolean().optional() }),
  }).returns<readonly EventSummary[]>(),
  'event.get': query({ access: 'event.read', input: z.object({ eventId: id }) }).returns<EventDetail>(),
  /** Levels come from the map's categories. Errors: MAP_NOT_PUBLISHED, BAD_TIMES. */
  'event.create': command('parent', {
    access: 'event.manage',
    input: z.object({ ...details, mapVersionId: id, inventory: z.enum(['HOUSE', 'BROKERED', 'CONSIGNED']) }),
  }).returns<{ eventId: string }>(),
  'event.update': command('parent', {
    access: 'event.manage',
    input: z.object({ eventId: id, version: z.number().int(), ...details }),
  }).returns<null>(),
  /** Replaces the whole grid. Prices of seats that are not sold follow; a basket keeps the price it was shown. */
  'event.setPrices': command('parent', {
    access: 'event.manage',
    input: z.object({
      eventId: id,
      types: z
        .array(z.object({ ticketTypeId: id.nullable(), name: requiredLine(60), kind: z.enum(['STANDARD', 'COMP']) }))
        .min(1)
        .max(20),
      /** [level position][type index]; null is not sold. */
      grid: z.array(z.object({ priceLevelId: id, amounts: z.array(amountMinor.nullable()).max(20) })).max(60),
    }),
  }).returns<null>(),
  /** One transaction, idempotent. */
  'event.generateSeats': command('parent', { access: 'event.manage', input: z.object({ eventId: id }) }).returns<{
    count: number;
  }>(),
  'event.changeStatus': command('parent', {
    access: 'event.manage',
    input: z.object({
      eventId: id,
      to: z.enum(['DRAFT', 'PUBLISHED', 'ON_SALE', 'OFF_SALE', 'POSTPONED', 'CANCELLED', 'COMPLETED']),
      reason: z.string().trim().max(200).optional(),
    }),
  }).returns<null>(),
  'event.seats': query({ access: 'event.read', input: z.object({ eventId: id }) }).returns<EventSeatsSnapshot>(),
  'event.seatStory': query({ access: 'event.read', input: z.object({ eventId: id, seatId }) }).returns<SeatStory>(),
  /** Errors: SEATS_NOT_FREE { seats }. */
  'hold.create': command('parent', {
    access: 'event.hold',
    input: z.object({
      eventId: id,
      name: requiredLine(60),
      letter: requiredLine(2),
      color: z.string().regex(/^#[0-9a-f]{6}$/i),
      reason,
      seatIds: z.array(seatId).min(1).max(1000),
    }),
  }).returns<{ holdId: string }>(),
  'hold.addSeats': command('parent', {
    access: 'event.hold',
    input: z.object({ holdId: id, seatIds: z.array(seatId).min(1).max(1000) }),
  }).returns<null>(),
  /** Without `seatIds` the whole hold. */
  'hold.release': command('parent', {
    access: 'event.hold',
    input: z.object({ holdId: id, seatIds: z.array(seatId).min(1).max(1000).optional(), reason }),
  }).returns<{ released: number }>(),
  'seat.block': command('parent', {
    access: 'event.hold',
    input: z.object({ eventId: id, seatIds: z.array(seatId).min(1).max(1000), reason }),
  }).returns<null>(),
  'seat.unblock': command('parent', {
    access: 'event.hold',
    input: z.object({ eventId: id, seatIds: z.array(seatId).min(1).max(1000), reason }),
  }).returns<null>(),
  /** Tonight's events and the next ones, soonest first, at most six. */
  'event.today': query({ access: 'event.read', input: nothing }).returns<readonly EventSummary[]>(),
};
