/**
 * Receiving seats on a line of a purchase order: they become ours to sell, and we owe for them.
 *
 * Invariant B1: the seats OWNED by a line are as many as it has received; checked here in the same transaction.
 */
import { sql } from 'drizzle-orm';
import { changeAll, own, type RefusedSeat, type Seat } from '../../domain/inventory/seat-changes.ts';
import { decideReceipt, receiptFault, type OrderChange } from '../../domain/purchasing/order.ts';
import { fail, ok, type AppError, type Result } from '../../domain/result.ts';
import type { Input } from '../../contract/calls.ts';
import type { PurchaseOrderView } from '../../contract/purchasing.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { purchaseOrderViews } from '../../queries/purchase-order-view.ts';
import { int, text as textColumn } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';
import { refuseSeats } from '../hold/change-seats.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { applyOrderChange } from './apply-order-change.ts';

type Receipt = Input<'purchaseOrder.receive'>;

interface Loaded {
  readonly order: Row<'purchaseOrders'>;
  readonly line: Row<'purchaseOrderLines'>;
  readonly lines: readonly Row<'purchaseOrderLines'>[];
  readonly event: Row<'events'>;
}

export const receiveSeats: Command<'purchaseOrder.receive'> = async (read, context, input) => {
  const loaded = await load(read, context, input.lineId);
  if (!loaded.ok) return loaded;
  const { order, line, lines, event } = loaded.value;
  const wanted = [...new Set(input.seatIds)];
  const seats = await read.load('eventSeats', { eventId: event.id, seatId: wanted });
  const owned = changeAll(seats, (seat) =>
    own(seat, {
      supplierId: order.supplierId,
      purchaseOrderLineId: line.id,
      costMinor: line.unitMinor,
      proofOfPurchase: input.proofOfPurchase,
    }),
  );
  const refusal = await refusalOf(read, loaded.value, wanted, seats, owned.ok ? [] : owned.error);
  if (refusal) return { ok: false, error: refusal };
  const decided = decideReceipt(order, lines, line, wanted.length);
  if (!decided.ok) return decided;
  const reconciled = await reconcile(read, line);
  if (!reconciled.ok) return reconciled;
  if (owned.ok) for (const { seat, change } of owned.value) context.facts.change('eventSeats', seat, change);
  record(context, loaded.value, input, wanted, decided.value);
  return ok(await viewAfter(read, context, loaded.value, input, wanted.length, decided.value));
};

/** The line with its order and event, locked. Errors: NOT_FOUND, WRONG_STATE, SEATS_NOT_MADE. */
async function load(read: CommandReader, { agencyId }: CommandContext, lineId: string): Promise<Result<Loaded>> {
  const [found] = await read.peek(
    { purchaseOrderId: textColumn() },
    sql`select purchase_order_id from purchase_order_lines where agency_id = ${agencyId} and id = ${lineId}`,
  );
  if (!found) return fail('NOT_FOUND', text('purchasing.lineNotFound'));
  const [order] = await read.load('purchaseOrders', { id: found.purchaseOrderId });
  const lines = await read.load('purchaseOrderLines', { purchaseOrderId: found.purchaseOrderId });
  const line = lines.find((one) => one.id === lineId);
  const [event] = await read.loadShared('events', { id: order!.eventId });
  if (event!.status === 'CANCELLED' || event!.status === 'COMPLETED')
    return fail('WRONG_STATE', text('event.closed', { status: event!.status }), {
      subject: 'event',
      from: event!.status,
    });
  if (event!.seatsGeneratedAt === null)
    return fail('SEATS_NOT_MADE', text('purchasing.seatsNotMade', { title: event!.title }));
  return ok({ order: order!, line: line!, lines, event: event! });
}

/** All that is wrong at once: WRONG_STATE or TOO_MANY { left }, SEATS_OWNED_ALREADY { seats }, SEATS_UNKNOWN { unknown }. */
async function refusalOf(
  read: CommandReader,
  { line, event }: Loaded,
  wanted: readonly string[],
  seats: readonly Seat[],
  refusals: readonly RefusedSeat[],
): Promise<AppError | null> {
  const errors: AppError[] = [];
  const fault = receiptFault(line, wanted.length);
  if (!fault.ok) errors.push(fault.error);
  if (refusals.length > 0) {
    const named = await refuseSeats(read, event, refusals, {
      code: 'SEATS_OWNED_ALREADY',
      key: 'purchasing.ownedAlready',
    });
    if (!named.ok) errors.push(named.error);
  }
  if (seats.length < wanted.length) {
    const known = new Set(seats.map((seat) => seat.seatId));
    const unknown = wanted.filter((seatId) => !known.has(seatId));
    const message = text('seat.unknown', { seats: unknown.slice(0, 6).join(', ') });
    errors.push({ code: 'SEATS_UNKNOWN', message, data: { unknown } });
  }
  if (errors.length === 0) return null;
  return {
    code: errors[0]!.code,
    message: errors.map((error) => error.message).join(' '),
    data: Object.assign({}, ...errors.map((error) => error.data)) as unknown,
  };
}

/** Invariant B1 as it stood before: with as many seats as the receipt says, it holds after. The line is locked. */
async function reconcile(read: CommandReader, line: Row<'purchaseOrderLines'>): Promise<Result<null>> {
  const [counted] = await read.peek(
    { owned: int() },
    sql`select count(*) from event_seats
        where agency_id = ${line.agencyId} and purchase_order_line_id = ${line.id} and ownership = 'OWNED'`,
  );
  const data = { owned: counted!.owned, received: line.receivedQuantity };
  if (data.owned === data.received) return ok(null);
  return fail('DOES_NOT_RECONCILE', text('purchasing.doesNotReconcile', data), data);
}

/** Order, line, receipt and what we owe. */
function record(
  context: CommandContext,
  { order, line, lines }: Loaded,
  { specification, proofOfPurchase }: Receipt,
  seatIds: readonly string[],
  change: OrderChange,
): void {
  const { facts, userId, now } = context;
  applyOrderChange(context, order, lines, change);
  facts.insert('supplierReceipts', {
    id: context.newId(),
    purchaseOrderId: order.id,
    purchaseOrderLineId: line.id,
    seatSpecification: specification,
    seatIds,
    quantity: seatIds.length,
    proofOfPurchase,
    userId,
    at: now,
  });
  const amountMinor = seatIds.length * line.unitMinor;
  const about = { eventId: order.eventId, supplierId: order.supplierId };
  postLedger(context, {
    kind: 'STOCK_RECEIVED',
    currency: order.currency,
    description: text('purchasing.received', { number: order.number, quantity: seatIds.length }),
    entries: [
      { account: 'STOCK', amountMinor, ...about },
      { account: 'SUPPLIER_PAYABLE', amountMinor: -amountMinor, ...about },
    ],
  });
}

/** The order as it will be: the facts are written after this. */
async function viewAfter(
  read: CommandReader,
  { agencyId, userId, now }: CommandContext,
  { order, line }: Loaded,
  { specification }: Receipt,
  quantity: number,
  change: OrderChange,
): Promise<PurchaseOrderView> {
  const [view] = await purchaseOrderViews(read.peek, agencyId, sql`o.id = ${order.id}`);
  const [user] = await read.peek(
    { name: textColumn() },
    sql`select name from users where agency_id = ${agencyId} and id = ${userId}`,
  );
  const receipt = { at: now, seatSpecification: specification, quantity, userName: user?.name ?? userId };
  return {
    ...view!,
    status: change.status,
    version: order.version + (change.status === order.status ? 0 : 1),
    lines: view!.lines.map((one) =>
      one.lineId === line.id
        ? {
            ...one,
            ...change.lines.get(line.id),
            ownedSeats: one.ownedSeats + quantity,
            receipts: [...one.receipts, receipt],
          }
        : one,
    ),
  };
}
