/** Stock bought from suppliers. */
import type { PurchaseOrderLineStatus, PurchaseOrderStatus } from '../domain/inventory/states.ts';
import { instant, int, json, table, text } from './kit.ts';

export const suppliers = table(
  'suppliers',
  {
    name: text(),
    kind: text(),
    contact: text(),
    terms: text<'IMMEDIATE' | 'NET_30' | 'NET_60'>(),
    note: text(),
    archivedAt: instant().orNull,
  },
  { unique: [{ name: 'suppliers_one_name', columns: ['name'], where: 'archived_at is null' }] },
);

export const purchaseOrders = table(
  'purchase_orders',
  {
    number: text(),
    supplierId: text().to('suppliers'),
    eventId: text().to('events'),
    status: text<PurchaseOrderStatus>(),
    currency: text(),
    totalMinor: int(),
    reference: text(),
    userId: text(),
  },
  {
    unique: [{ name: 'purchase_orders_one_number', columns: ['number'] }],
    indexes: [{ name: 'purchase_orders_by_status', columns: ['status'] }],
  },
);

export const purchaseOrderLines = table(
  'purchase_order_lines',
  {
    purchaseOrderId: text().to('purchase_orders'),
    position: int(),
    description: text(),
    quantity: int(),
    receivedQuantity: int(),
    cancelledQuantity: int(),
    unitMinor: int(),
    status: text<PurchaseOrderLineStatus>(),
  },
  { unique: [{ name: 'purchase_order_lines_one_position', columns: ['purchaseOrderId', 'position'] }] },
);

export const supplierReceipts = table(
  'supplier_receipts',
  {
    purchaseOrderId: text().to('purchase_orders'),
    purchaseOrderLineId: text().to('purchase_order_lines'),
    seatSpecification: text(),
    seatIds: json<readonly string[]>(),
    quantity: int(),
    proofOfPurchase: text(),
    userId: text(),
    at: instant(),
  },
  { indexes: [{ name: 'supplier_receipts_by_line', columns: ['purchaseOrderLineId'] }] },
);
