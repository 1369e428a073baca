/** People, the house, its maps and its events. */
import type { SeatMapDocument } from '../domain/seat-map/document.ts';
import type { EventStatus, HoldStatus, SeatOwnership } from '../domain/inventory/states.ts';
import type { SeatStatus } from '../domain/seat-map/columns.ts';
import type { Role } from '../domain/access/permissions.ts';
import { bool, bytes, instant, int, json, keyedTable, table, text } from './kit.ts';

export const agencies = table('agencies', {
  name: text(),
  address: text(),
  currency: text(),
  timeZone: text(),
  /** Minutes after midnight at which the trading day changes. */
  tradingDayMinutes: int(),
  /** Cash totals are rounded to a multiple of this many minor units. */
  cashRoundingMinor: int(),
  receiptFooter: text(),
  /** A cash difference over this needs a second PIN. */
  cashDifferenceLimitMinor: int(),
});

export const users = table(
  'users',
  {
    name: text(),
    role: text<Role>(),
    pinHash: text().orNull,
    passwordHash: text().orNull,
    pinFailures: int(),
    pinLockedUntil: instant().orNull,
    archivedAt: instant().orNull,
  },
  { unique: [{ name: 'users_one_name', columns: ['name'], where: 'archived_at is null' }] },
);

export const devices = table('devices', {
  name: text(),
  /** Small and unique: stands in human numbers. */
  number: int(),
  incarnation: int(),
});

/** A person signed in at a window. Only the hash of its token is kept. */
export const sessions = table(
  'sessions',
  { userId: text().to('users'), deviceId: text(), tokenHash: text(), endedAt: instant().orNull },
  { unique: [{ name: 'sessions_one_token', columns: ['tokenHash'] }] },
);

export const settings = table('settings', { value: json<unknown>() });

/** The last number given in a series; `id` is the series. */
export const counters = table('counters', { value: int() });

export const venues = table('venues', {
  name: text(),
  address: text(),
  timeZone: text(),
  archivedAt: instant().orNull,
});

export const maps = table('maps', { venueId: text().to('venues'), name: text(), archivedAt: instant().orNull });

export const mapVersions = table(
  'map_versions',
  {
    mapId: text().to('maps'),
    number: int(),
    status: text<'DRAFT' | 'PUBLISHED'>(),
    document: json<SeatMapDocument>(),
    /** Packed SeatColumns; made when the version is published, which also makes it immutable. */
    columns: bytes().orNull,
    seatCount: int(),
    publishedAt: instant().orNull,
  },
  { unique: [{ name: 'map_versions_one_number', columns: ['mapId', 'number'] }] },
);

export const seats = keyedTable(
  'seats',
  ['mapVersionId', 'seatId'],
  {
    mapVersionId: text(),
    seatId: text(),
    ordinal: int(),
    sectionId: text(),
    sectionName: text(),
    rowLabel: text(),
    label: text(),
    kind: text(),
    categoryId: text().orNull,
    restrictedView: bool(),
    companionOf: text().orNull,
    entrance: text().orNull,
    floor: text().orNull,
  },
  {
    groups: {},
    unique: [
      { name: 'seats_one_ordinal', columns: ['mapVersionId', 'ordinal'] },
      { name: 'seats_one_label', columns: ['mapVersionId', 'sectionId', 'rowLabel', 'label'] },
    ],
  },
);

export const events = table(
  'events',
  {
    /** Short, for ticket codes. */
    number: int(),
    title: text(),
    kind: text(),
    venueId: text().to('venues'),
    mapVersionId: text().to('map_versions'),
    inventory: text<'HOUSE' | 'BROKERED' | 'CONSIGNED'>(),
    status: text<EventStatus>(),
    startsAt: instant(),
    endsAt: instant(),
    doorsAt: instant(),
    timeZone: text(),
    currency: text(),
    /** How long a basket keeps its seats. */
    basketMs: int(),
    seatsPerBooking: int(),
    noSingleRule: text<'STRICT' | 'LENIENT' | 'OFF'>(),
    licensedCapacity: int().orNull,
    refundUntil: instant().orNull,
    seatsGeneratedAt: instant().orNull,
  },
  {
    unique: [{ name: 'events_one_number', columns: ['number'] }],
    indexes: [{ name: 'events_by_start', columns: ['startsAt'] }],
  },
);

export const priceLevels = table(
  'price_levels',
  {
    eventId: text().to('events'),
    categoryId: text().orNull,
    name: text(),
    color: text(),
    letter: text(),
    position: int(),
  },
  { unique: [{ name: 'price_levels_one_position', columns: ['eventId', 'position'] }] },
);

export const ticketTypes = table(
  'ticket_types',
  { eventId: text().to('events'), name: text(), kind: text<'STANDARD' | 'COMP'>(), position: int() },
  { unique: [{ name: 'ticket_types_one_position', columns: ['eventId', 'position'] }] },
);

/** The grid of levels × types. An empty cell (no row, or null) is not sold. The newest `validFrom` counts. */
export const prices = table(
  'prices',
  {
    eventId: text().to('events'),
    priceLevelId: text().to('price_levels'),
    ticketTypeId: text().to('ticket_types'),
    amountMinor: int().orNull,
    validFrom: instant(),
  },
  { unique: [{ name: 'prices_one_cell', columns: ['eventId', 'priceLevelId', 'ticketTypeId', 'validFrom'] }] },
);

/**
 * The only place a seat's state lives. Group `state` is written by the seat's authority alone, group `terms` by the
 * parent alone. `ordinal` is the seat's place in the map version's columns.
 */
export const eventSeats = keyedTable(
  'event_seats',
  ['eventId', 'seatId'],
  {
    eventId: text().to('events'),
    seatId: text(),
    sectionId: text(),
    ordinal: int(),
    status: text<SeatStatus>(),
    generation: int(),
    pinnedTo: text().orNull,
    bookingId: text().orNull,
    ticketId: text().orNull,
    holdId: text().orNull,
    blockReason: text().orNull,
    stateVersion: int(),
    priceLevelId: text().orNull,
    priceMinor: int().orNull,
    ownership: text<SeatOwnership>(),
    supplierId: text().orNull,
    purchaseOrderLineId: text().orNull,
    costMinor: int().orNull,
    proofOfPurchase: text().orNull,
    termsVersion: int(),
  },
  {
    groups: {
      stateVersion: ['status', 'generation', 'pinnedTo', 'bookingId', 'ticketId', 'holdId', 'blockReason'],
      termsVersion: [
        'priceLevelId',
        'priceMinor',
        'ownership',
        'supplierId',
        'purchaseOrderLineId',
        'costMinor',
        'proofOfPurchase',
      ],
    },
    unique: [{ name: 'event_seats_one_ordinal', columns: ['eventId', 'ordinal'] }],
    indexes: [{ name: 'event_seats_by_order_line', columns: ['purchaseOrderLineId'] }],
  },
);

export const holds = table(
  'holds',
  {
    eventId: text().to('events'),
    name: text(),
    letter: text(),
    color: text(),
    reason: text(),
    status: text<HoldStatus>(),
    position: int(),
    userId: text(),
  },
  { indexes: [{ name: 'holds_by_event', columns: ['eventId'] }] },
);
