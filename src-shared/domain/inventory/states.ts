/** Every state machine of the product, as tables. Source: design, product.md "State machines". */
import { SEAT_STATUSES, type SeatStatus } from '../seat-map/columns.ts';
import { createStateMachine } from '../state-machine.ts';

export type SeatOwnership = 'NOT_OWNED' | 'OWNED' | 'RETURNED_TO_SUPPLIER';
export type SaleStatus = 'RESERVED' | 'PAYING' | 'CONFIRMED' | 'EXPIRED' | 'CANCELLED';
export type BookingStatus = SaleStatus;
export type TicketStatus = 'RESERVED' | 'CONFIRMED' | 'USED' | 'CANCELLED' | 'TRANSFERRED' | 'EXCHANGED';
export type PaymentStatus =
  | 'PENDING'
  | 'PROCESSING'
  | 'AUTHORISED'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED'
  | 'DISPUTED'
  | 'LOST';
export type RefundStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED';
export type EventStatus = 'DRAFT' | 'PUBLISHED' | 'ON_SALE' | 'OFF_SALE' | 'POSTPONED' | 'CANCELLED' | 'COMPLETED';
export type PurchaseOrderStatus = 'DRAFT' | 'PENDING' | 'CONFIRMED' | 'PARTIALLY_RECEIVED' | 'COMPLETED' | 'CANCELLED';
export type PurchaseOrderLineStatus = 'PENDING' | 'CONFIRMED' | 'PARTIALLY_RECEIVED' | 'RECEIVED' | 'CANCELLED';
export type CashSessionStatus = 'OPEN' | 'COUNTING' | 'CLOSED';
export type HoldStatus = 'ACTIVE' | 'RELEASED';
export type PrintState = 'QUEUED' | 'SENT' | 'PRINTED' | 'FAILED' | 'UNKNOWN';

export { SEAT_STATUSES };

export const seatMachine = createStateMachine<SeatStatus>('seat', {
  AVAILABLE: ['RESERVED', 'HELD', 'BLOCKED'],
  HELD: ['RESERVED', 'AVAILABLE', 'BLOCKED'],
  BLOCKED: ['AVAILABLE', 'HELD'],
  RESERVED: ['SOLD', 'AVAILABLE', 'HELD'],
  SOLD: ['AVAILABLE', 'HELD', 'BLOCKED'],
});

export const ownershipMachine = createStateMachine<SeatOwnership>('seat of a supplier', {
  NOT_OWNED: ['OWNED'],
  OWNED: ['NOT_OWNED', 'RETURNED_TO_SUPPLIER'],
  RETURNED_TO_SUPPLIER: ['OWNED'],
});

const saleArrows = {
  RESERVED: ['PAYING', 'CONFIRMED', 'EXPIRED', 'CANCELLED'],
  PAYING: ['CONFIRMED', 'RESERVED'],
  CONFIRMED: ['CANCELLED'],
  EXPIRED: [],
  CANCELLED: [],
} as const;
export const saleMachine = createStateMachine<SaleStatus>('sale', saleArrows);
export const bookingMachine = createStateMachine<BookingStatus>('booking', saleArrows);

export const ticketMachine = createStateMachine<TicketStatus>('ticket', {
  RESERVED: ['CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['USED', 'CANCELLED', 'TRANSFERRED', 'EXCHANGED'],
  USED: ['CANCELLED'],
  CANCELLED: [],
  TRANSFERRED: [],
  EXCHANGED: [],
});

export const paymentMachine = createStateMachine<PaymentStatus>('payment', {
  PENDING: ['PROCESSING', 'CANCELLED'],
  PROCESSING: ['AUTHORISED', 'SUCCEEDED', 'FAILED'],
  AUTHORISED: ['SUCCEEDED', 'CANCELLED'],
  SUCCEEDED: ['DISPUTED'],
  DISPUTED: ['SUCCEEDED', 'LOST'],
  FAILED: [],
  CANCELLED: [],
  LOST: [],
});

export const refundMachine = createStateMachine<RefundStatus>('refund', {
  PENDING: ['PROCESSING', 'COMPLETED'],
  PROCESSING: ['COMPLETED', 'FAILED'],
  FAILED: ['PENDING'],
  COMPLETED: [],
});

export const eventMachine = createStateMachine<EventStatus>('event', {
  DRAFT: ['PUBLISHED'],
  PUBLISHED: ['DRAFT', 'ON_SALE', 'POSTPONED', 'CANCELLED', 'COMPLETED'],
  ON_SALE: ['OFF_SALE', 'POSTPONED', 'CANCELLED', 'COMPLETED'],
  OFF_SALE: ['ON_SALE', 'POSTPONED', 'CANCELLED', 'COMPLETED'],
  POSTPONED: ['ON_SALE', 'CANCELLED'],
  CANCELLED: [],
  COMPLETED: [],
});

export const purchaseOrderMachine = createStateMachine<PurchaseOrderStatus>('purchase order', {
  DRAFT: ['PENDING', 'CANCELLED'],
  PENDING: ['DRAFT', 'CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['PARTIALLY_RECEIVED', 'COMPLETED', 'CANCELLED'],
  PARTIALLY_RECEIVED: ['COMPLETED'],
  COMPLETED: [],
  CANCELLED: [],
});

export const purchaseOrderLineMachine = createStateMachine<PurchaseOrderLineStatus>('line of a purchase order', {
  PENDING: ['CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['PARTIALLY_RECEIVED', 'RECEIVED', 'CANCELLED'],
  PARTIALLY_RECEIVED: ['RECEIVED'],
  RECEIVED: [],
  CANCELLED: [],
});

export const cashSessionMachine = createStateMachine<CashSessionStatus>('cash session', {
  OPEN: ['COUNTING'],
  COUNTING: ['OPEN', 'CLOSED'],
  CLOSED: [],
});

export const holdMachine = createStateMachine<HoldStatus>('hold', { ACTIVE: ['RELEASED'], RELEASED: [] });

export const printMachine = createStateMachine<PrintState>('print item', {
  QUEUED: ['SENT', 'FAILED'],
  SENT: ['PRINTED', 'UNKNOWN', 'FAILED'],
  UNKNOWN: ['PRINTED', 'FAILED'],
  PRINTED: [],
  FAILED: [],
});
