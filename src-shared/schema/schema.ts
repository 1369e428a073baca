/** Every table, once, for both stores. The order is the order in which rows are locked (see LOCK_ORDER). */
import * as house from './house.ts';
import * as purchasing from './purchasing.ts';
import * as record from './record.ts';
import * as sale from './sale.ts';
import type { Columns, RowOf, Table } from './kit.ts';

export const schema = { ...house, ...purchasing, ...sale, ...record } as const;

export type TableName = keyof typeof schema;
export type Row<T extends TableName> = (typeof schema)[T] extends Table<infer C extends Columns> ? RowOf<C> : never;

/**
 * Commands lock from the sale downwards, seats last, so that the rows many want are held for the shortest time and
 * two commands can never wait for each other. A load against this order is a bug and throws.
 */
export const LOCK_ORDER: readonly TableName[] = [
  'agencies',
  'users',
  'sessions',
  'venues',
  'maps',
  'mapVersions',
  'suppliers',
  'purchaseOrders',
  'purchaseOrderLines',
  'customers',
  'sales',
  'bookings',
  'tickets',
  'admissions',
  'saleLines',
  'payments',
  'refunds',
  'printItems',
  'cashSessions',
  'events',
  'priceLevels',
  'ticketTypes',
  'holds',
  'eventSeats',
  'devices',
  'settings',
  'counters',
  'feeds',
];

/** A table's description without its row type, for code that treats all tables alike. */
export function tableOf(name: TableName): Table {
  return schema[name];
}
