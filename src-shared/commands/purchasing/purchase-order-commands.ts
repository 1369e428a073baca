/** Purchase orders from the first draft to the supplier's yes. */
import { purchaseOrderMachine } from '../../domain/inventory/states.ts';
import {
  decideCancel,
  decideConfirm,
  orderNumber,
  totalMinor,
  type Line,
  type Order,
  type OrderChange,
} from '../../domain/purchasing/order.ts';
import { assert, fail, ok, type Result } from '../../domain/result.ts';
import { localYear } from '../../domain/time/trading-day.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { text } from '../../text/text.ts';
import { nextNumber } from '../next-number.ts';
import type { Command, Commands } from '../registry.ts';
import { applyOrderChange } from './apply-order-change.ts';
import { receiveSeats } from './receive-seats.ts';

const create: Command<'purchaseOrder.create'> = async (read, context, { supplierId, eventId, reference, lines }) => {
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  assert(agency, 'the house is set up');
  const [supplier] = await read.loadShared('suppliers', { id: supplierId, archivedAt: null });
  if (!supplier) return fail('NOT_FOUND', text('purchasing.supplierNotFound'));
  const [event] = await read.loadShared('events', { id: eventId });
  if (!event) return fail('NOT_FOUND', text('event.notFound'));
  if (event.inventory === 'HOUSE')
    return fail('HOUSE_EVENT', text('purchasing.houseEvent', { title: event.title }), { inventory: event.inventory });
  const year = localYear(context.now, agency.timeZone);
  const purchaseOrderId = context.newId();
  context.facts.insert('purchaseOrders', {
    id: purchaseOrderId,
    number: orderNumber(year, await nextNumber(read, context, `purchase-order:${year}`)),
    supplierId,
    eventId,
    status: 'DRAFT',
    currency: event.currency,
    totalMinor: totalMinor(lines),
    reference,
    userId: context.userId,
  });
  for (const [position, line] of lines.entries())
    context.facts.insert('purchaseOrderLines', {
      id: context.newId(),
      purchaseOrderId,
      position,
      ...line,
      receivedQuantity: 0,
      cancelledQuantity: 0,
      status: 'PENDING',
    });
  return ok({ purchaseOrderId });
};

/** Loads an order with its lines, lets the rule decide, and writes what it decided. */
async function changeOrder(
  read: CommandReader,
  context: CommandContext,
  purchaseOrderId: string,
  decide: (order: Order, lines: readonly Line[]) => Result<OrderChange>,
): Promise<Result<null>> {
  const [order] = await read.load('purchaseOrders', { id: purchaseOrderId });
  if (!order) return fail('NOT_FOUND', text('purchasing.orderNotFound'));
  const lines = await read.load('purchaseOrderLines', { purchaseOrderId });
  const decided = decide(order, lines);
  if (!decided.ok) return decided;
  applyOrderChange(context, order, lines, decided.value);
  return ok(null);
}

export const purchaseOrderCommands: Commands<'purchaseOrder'> = {
  'purchaseOrder.create': create,
  'purchaseOrder.submit': (read, context, { purchaseOrderId }) =>
    changeOrder(read, context, purchaseOrderId, (order) => {
      const moved = purchaseOrderMachine.move(order.status, 'PENDING');
      return moved.ok ? ok({ status: moved.value, lines: new Map() }) : moved;
    }),
  'purchaseOrder.confirm': (read, context, { purchaseOrderId }) =>
    changeOrder(read, context, purchaseOrderId, decideConfirm),
  'purchaseOrder.cancel': (read, context, { purchaseOrderId }) =>
    changeOrder(read, context, purchaseOrderId, decideCancel),
  'purchaseOrder.receive': receiveSeats,
};
