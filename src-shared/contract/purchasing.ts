/** Suppliers, purchase orders, and receiving seats. */
import { z } from 'zod';
import type { PurchaseOrderLineStatus, PurchaseOrderStatus } from '../domain/inventory/states.ts';
import { command, query } from './define.ts';
import { amountMinor, id, line, nothing, reason, requiredLine, seatId } from './fields.ts';

export interface SupplierView {
  readonly supplierId: string;
  readonly name: string;
  readonly kind: string;
  readonly contact: string;
  readonly terms: 'IMMEDIATE' | 'NET_30' | 'NET_60';
  readonly note: string;
  /** From the ledger: what we owe. */
  readonly owedMinor: number;
}

export interface PurchaseOrderLineView {
  readonly lineId: string;
  readonly position: number;
  readonly description: string;
  readonly quantity: number;
  readonly receivedQuantity: number;
  readonly cancelledQuantity: number;
  /** Seats marked OWNED by this line: must equal receivedQuantity. */
  readonly ownedSeats: number;
  readonly unitMinor: number;
  readonly status: PurchaseOrderLineStatus;
  readonly receipts: readonly {
    readonly at: number;
    readonly seatSpecification: string;
    readonly quantity: number;
    readonly userName: string;
  }[];
}

export interface PurchaseOrderView {
  readonly purchaseOrderId: string;
  readonly version: number;
  readonly number: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly eventId: string;
  readonly eventTitle: string;
  readonly status: PurchaseOrderStatus;
  readonly currency: string;
  readonly totalMinor: number;
  readonly reference: string;
  readonly createdAt: number;
  readonly lines: readonly PurchaseOrderLineView[];
}

/** `ordinals` and `order` run parallel; a seat that is not among them came with no order. */
export interface OrderSeats {
  /** All of the event's, oldest first. */
  readonly orders: readonly {
    readonly purchaseOrderId: string;
    readonly number: string;
    readonly supplierName: string;
  }[];
  readonly ordinals: Uint32Array;
  /** Index into `orders`. */
  readonly order: Uint16Array;
}

export const purchasingCalls = {
  'supplier.list': query({ access: 'purchasing.manage', input: nothing }).returns<readonly SupplierView[]>(),
  'supplier.create': command('parent', {
    access: 'purchasing.manage',
    input: z.object({
      name: requiredLine(120),
      kind: line(60),
      contact: line(200),
      terms: z.enum(['IMMEDIATE', 'NET_30', 'NET_60']),
      note: line(1000),
    }),
  }).returns<{ supplierId: string }>(),
  'purchaseOrder.list': query({ access: 'purchasing.manage', input: nothing }).returns<readonly PurchaseOrderView[]>(),
  'purchaseOrder.get': query({
    access: 'purchasing.manage',
    input: z.object({ purchaseOrderId: id }),
  }).returns<PurchaseOrderView>(),
  'purchaseOrder.seats': query({
    access: 'purchasing.manage',
    input: z.object({ eventId: id }),
  }).returns<OrderSeats>(),
  'purchaseOrder.create': command('parent', {
    access: 'purchasing.manage',
    input: z.object({
      supplierId: id,
      eventId: id,
      reference: line(120),
      lines: z
        .array(
          z.object({
            description: requiredLine(200),
            quantity: z.number().int().min(1).max(100_000),
            unitMinor: amountMinor,
          }),
        )
        .min(1)
        .max(500),
    }),
  }).returns<{ purchaseOrderId: string }>(),
  /** DRAFT → PENDING. */
  'purchaseOrder.submit': command('parent', {
    access: 'purchasing.manage',
    input: z.object({ purchaseOrderId: id }),
  }).returns<null>(),
  /** PENDING → CONFIRMED: the supplier said yes. */
  'purchaseOrder.confirm': command('parent', {
    access: 'purchasing.manage',
    input: z.object({ purchaseOrderId: id }),
  }).returns<null>(),
  'purchaseOrder.cancel': command('parent', {
    access: 'purchasing.manage',
    input: z.object({ purchaseOrderId: id, reason }),
  }).returns<null>(),
  /** Reads `rows C-F`, `Stalls rows C-F`, `row C seats 1-6, 9`, within `sectionId`. Errors name each part not understood or not found. */
  'purchaseOrder.readSeats': query({
    access: 'purchasing.manage',
    input: z.object({ eventId: id, sectionId: z.string().max(120), specification: requiredLine(500) }),
  }).returns<{ seatIds: readonly string[]; ordinals: readonly number[]; alreadyOwned: number }>(),
  /** Turns the seats OWNED. Errors: TOO_MANY { left }, SEATS_OWNED_ALREADY { seats }, WRONG_STATE. */
  'purchaseOrder.receive': command('parent', {
    access: 'purchasing.manage',
    input: z.object({
      lineId: id,
      specification: line(500),
      seatIds: z.array(seatId).min(1).max(5000),
      proofOfPurchase: requiredLine(200),
    }),
  }).returns<PurchaseOrderView>(),
};
