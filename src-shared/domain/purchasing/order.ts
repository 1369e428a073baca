/** Purchase orders: their totals, and how order and lines move together. */
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import {
  purchaseOrderLineMachine,
  purchaseOrderMachine,
  type PurchaseOrderLineStatus,
  type PurchaseOrderStatus,
} from '../inventory/states.ts';
import { fail, ok, type Result } from '../result.ts';

export type Order = Pick<Row<'purchaseOrders'>, 'id' | 'status'>;
export type Line = Pick<
  Row<'purchaseOrderLines'>,
  'id' | 'status' | 'quantity' | 'receivedQuantity' | 'cancelledQuantity' | 'unitMinor'
>;
export type LineChange = Partial<Pick<Line, 'status' | 'receivedQuantity' | 'cancelledQuantity'>>;

export interface OrderChange {
  readonly status: PurchaseOrderStatus;
  /** By line id; lines that stay as they are do not stand here. */
  readonly lines: ReadonlyMap<string, LineChange>;
}

/** In minor units. Every order the contract allows stays below 2^53. */
export function totalMinor(lines: readonly Pick<Line, 'quantity' | 'unitMinor'>[]): number {
  return lines.reduce((total, line) => total + line.quantity * line.unitMinor, 0);
}

/** `PO-2026-0007`; the year is the house's. */
export function orderNumber(year: number, number: number): string {
  return `PO-${year}-${String(number).padStart(4, '0')}`;
}

/** What is still to come of a line. */
export function leftOf(line: Line): number {
  return line.quantity - line.receivedQuantity - line.cancelledQuantity;
}

/** The supplier said yes: the order and each of its lines. Errors: WRONG_STATE. */
export function decideConfirm(order: Order, lines: readonly Line[]): Result<OrderChange> {
  const moved = purchaseOrderMachine.move(order.status, 'CONFIRMED');
  if (!moved.ok) return moved;
  return changeOf(
    moved.value,
    lines.map((line) => [line, 'CONFIRMED', {}]),
  );
}

/**
 * Nothing more is to come. An order nobody delivered on is CANCELLED; one that was partly received is COMPLETED with
 * the rest of its lines cancelled. Errors: WRONG_STATE.
 */
export function decideCancel(order: Order, lines: readonly Line[]): Result<OrderChange> {
  const isPartlyReceived = order.status === 'PARTIALLY_RECEIVED';
  const moved = purchaseOrderMachine.move(order.status, isPartlyReceived ? 'COMPLETED' : 'CANCELLED');
  if (!moved.ok) return moved;
  return changeOf(
    moved.value,
    lines
      .filter((line) => leftOf(line) > 0)
      .map((line) => [
        line,
        line.receivedQuantity > 0 ? 'RECEIVED' : 'CANCELLED',
        { cancelledQuantity: line.cancelledQuantity + leftOf(line) },
      ]),
  );
}

/** May this line receive so many seats now? Errors: WRONG_STATE, TOO_MANY { left }. */
export function receiptFault(line: Line, count: number): Result<null> {
  if (line.status !== 'CONFIRMED' && line.status !== 'PARTIALLY_RECEIVED') {
    const data = { subject: purchaseOrderLineMachine.subject, from: line.status, to: 'RECEIVED' };
    return fail('WRONG_STATE', text('purchasing.lineNotReceivable', { status: line.status }), data);
  }
  const left = leftOf(line);
  if (count > left) return fail('TOO_MANY', text('purchasing.tooMany', { count, left }), { count, left });
  return ok(null);
}

/** What receiving so many seats does to the line and its order. Errors: as receiptFault. */
export function decideReceipt(order: Order, lines: readonly Line[], line: Line, count: number): Result<OrderChange> {
  const fault = receiptFault(line, count);
  if (!fault.ok) return fault;
  const receivedQuantity = line.receivedQuantity + count;
  const after = { ...line, receivedQuantity };
  const lineStatus: PurchaseOrderLineStatus = leftOf(after) === 0 ? 'RECEIVED' : 'PARTIALLY_RECEIVED';
  const isAllHere = lines.every((one) => leftOf(one.id === line.id ? after : one) === 0);
  const to: PurchaseOrderStatus = isAllHere ? 'COMPLETED' : 'PARTIALLY_RECEIVED';
  const moved = order.status === to ? ok(to) : purchaseOrderMachine.move(order.status, to);
  if (!moved.ok) return moved;
  return changeOf(moved.value, [[line, lineStatus, { receivedQuantity }]]);
}

/** Moves lines by their own arrows; a line that is there already stays. */
function changeOf(
  status: PurchaseOrderStatus,
  moves: readonly (readonly [Line, PurchaseOrderLineStatus, LineChange])[],
): Result<OrderChange> {
  const lines = new Map<string, LineChange>();
  for (const [line, to, change] of moves) {
    const moved = line.status === to ? ok(to) : purchaseOrderLineMachine.move(line.status, to);
    if (!moved.ok) return moved;
    lines.set(line.id, { ...change, status: moved.value });
  }
  return ok({ status, lines });
}
