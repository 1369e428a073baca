/** Paying: the clock stops, tenders are kept, Enter finishes. Until then a power cut brings back what was tendered. */
import { assert, fail, ok, type Result } from '../../domain/result.ts';
import { decideGoingOn } from '../../domain/event/selling.ts';
import { sellPatch } from '../../domain/inventory/sale-seats.ts';
import {
  bookingMachine,
  paymentMachine,
  saleMachine,
  ticketMachine,
  type PaymentStatus,
} from '../../domain/inventory/states.ts';
import type { LedgerEntry } from '../../domain/ledger/accounts.ts';
import { clockLeft, deadlineAfterPaying } from '../../domain/sale/clock.ts';
import { saleNumberTail } from '../../domain/sale/number.ts';
import { dueMinor, roundingMinor, splitTender } from '../../domain/sale/tender.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { openSessionFor } from '../cash/open-session.ts';
import { queuePrint } from '../paper/queue-print.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import {
  checkBasket,
  earliestDeadline,
  isKeptUnpaid,
  loadBasket,
  loadEventsOf,
  loadSale,
  loadSeatsOf,
  refuseCancelled,
  type LoadedSale,
} from './load-sale.ts';
import { writeReceipt } from './receipt.ts';
import { dimensionsOf, revenueAccounts, type RevenueAccount } from './revenue.ts';

export const beginPayment: Command<'sale.beginPayment'> = async (read, context, { saleId }) => {
  const basket = await loadBasket(read, context, saleId);
  if (!basket.ok) return basket;
  const { sale, bookings, tickets } = basket.value;
  if (tickets.length === 0) return fail('SALE_EMPTY', text('sale.empty'));
  const going = await refuseCancelled(read, tickets, isKeptUnpaid(basket.value) ? 'KEPT' : 'BASKET');
  if (!going.ok) return going;
  const deadline = earliestDeadline(bookings.filter(hasClock));
  context.facts.change('sales', sale, {
    status: 'PAYING',
    authority: context.deviceId,
    clockLeftMs: deadline === null ? null : clockLeft(deadline, context.now),
  });
  for (const booking of bookings)
    context.facts.change('bookings', booking, {
      status: 'PAYING',
      deadline: hasClock(booking) ? null : booking.deadline,
    });
  return ok({ saleId });
};

/** Only a basket's clock stops while paying. A collect-by is a promise until a moment, and stays what it is. */
function hasClock({ deadlineKind }: Row<'bookings'>): boolean {
  return deadlineKind === 'BASKET';
}

/** A sale being paid by the person who asks, with its tenders that stand. */
async function loadPaying(
  read: CommandReader,
  context: CommandContext,
  saleId: string,
): Promise<Result<LoadedSale & { payments: Row<'payments'>[] }>> {
  const loaded = await loadSale(read, context, saleId);
  return loaded.ok ? checkPaying(read, context, loaded.value) : loaded;
}

async function checkPaying(
  read: CommandReader,
  context: CommandContext,
  loaded: LoadedSale,
): Promise<Result<LoadedSale & { payments: Row<'payments'>[] }>> {
  const { sale } = loaded;
  if (sale.userId !== context.userId) return fail('SALE_OF_OTHER', text('sale.ofOther'));
  if (sale.status !== 'PAYING')
    return fail('WRONG_STATE', text('sale.notPaying', { state: sale.status }), { state: sale.status });
  const payments = await read.load('payments', { saleId: sale.id, status: 'PENDING' });
  return ok({ ...loaded, payments });
}

function endPayment(context: CommandContext, payment: Row<'payments'>, path: readonly PaymentStatus[]): void {
  let state = payment.status;
  for (const next of path) {
    assert(paymentMachine.allows(state, next), `a payment goes from ${state} to ${next}`);
    state = next;
  }
  context.facts.change('payments', payment, { status: state });
}

export const backToBasket: Command<'sale.backToBasket'> = async (read, context, { saleId }) => {
  const loaded = await loadPaying(read, context, saleId);
  if (!loaded.ok) return loaded;
  const { sale, bookings, payments } = loaded.value;
  for (const payment of payments) endPayment(context, payment, ['CANCELLED']);
  context.facts.change('sales', sale, { status: 'RESERVED', authority: null, clockLeftMs: null });
  for (const booking of bookings) {
    const leftMs = hasClock(booking) ? sale.clockLeftMs : clockLeft(booking.deadline ?? context.now, context.now);
    const deadline = deadlineAfterPaying(leftMs ?? 0, context.now);
    context.facts.change('bookings', booking, { status: 'RESERVED', deadline });
  }
  return ok({ saleId });
};

export const tender: Command<'sale.tender'> = async (read, context, input) => {
  const loaded = await loadPaying(read, context, input.saleId);
  if (!loaded.ok) return loaded;
  const { sale, tickets, payments } = loaded.value;
  const going = await refuseCancelled(read, tickets, 'PAYING');
  if (!going.ok) return going;
  if (input.kind === 'CARD_TERMINAL' && !input.reference) return fail('REFERENCE_NEEDED', text('sale.referenceNeeded'));
  const session = input.kind === 'CASH' ? await openSessionFor(read, context) : null;
  if (session && !session.ok) return session;
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  const split = splitTender(
    input.kind,
    input.amountMinor,
    dueMinor(sale.totalMinor, payments),
    agency!.cashRoundingMinor,
  );
  if (!split.ok) return split;
  context.facts.insert('payments', {
    id: context.newId(),
    saleId: sale.id,
    kind: input.kind,
    status: 'PENDING',
    ...split.value,
    reference: input.kind === 'CASH' ? null : input.reference,
    cashSessionId: session ? session.value.id : null,
    userId: context.userId,
  });
  return ok({ saleId: sale.id });
};

export const removeTender: Command<'sale.removeTender'> = async (read, context, { saleId, paymentId }) => {
  const loaded = await loadPaying(read, context, saleId);
  if (!loaded.ok) return loaded;
  const payment = loaded.value.payments.find((one) => one.id === paymentId);
  if (!payment) return fail('NO_SUCH_TENDER', text('sale.noSuchTender'));
  endPayment(context, payment, ['CANCELLED']);
  return ok({ saleId });
};

/** A basket of nothing but comps is finished without paying; every other sale is PAYING. */
async function loadFinishable(
  read: CommandReader,
  context: CommandContext,
  saleId: string,
): Promise<Result<LoadedSale & { payments: Row<'payments'>[] }>> {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const { sale, tickets } = loaded.value;
  if (sale.status === 'PAYING') return checkPaying(read, context, loaded.value);
  const basket = checkBasket(context, loaded.value);
  if (!basket.ok) return basket;
  if (tickets.length === 0) return fail('SALE_EMPTY', text('sale.empty'));
  return sale.totalMinor === 0
    ? ok({ ...loaded.value, payments: [] })
    : fail('NOT_PAID_IN_FULL', text('sale.notPaidInFull'), { dueMinor: sale.totalMinor });
}

export const finish: Command<'sale.finish'> = async (read, context, { saleId }) => {
  const loaded = await loadFinishable(read, context, saleId);
  if (!loaded.ok) return loaded;
  const { sale, bookings, tickets, payments } = loaded.value;
  const events = await loadEventsOf(read, tickets);
  const going = decideGoingOn(events, sale.status === 'PAYING' ? 'PAYING' : 'BASKET');
  if (!going.ok) return going;
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  const due = dueMinor(sale.totalMinor, payments);
  const rounding = roundingMinor(due, payments, agency!.cashRoundingMinor);
  if (due !== rounding) return fail('NOT_PAID_IN_FULL', text('sale.notPaidInFull'), { dueMinor: due });
  if (payments.some((payment) => payment.kind === 'CASH')) {
    const session = await openSessionFor(read, context);
    if (!session.ok) return session;
  }
  for (const payment of payments) endPayment(context, payment, ['PROCESSING', 'SUCCEEDED']);
  const confirmed = confirmRows(context, { sale, bookings, tickets });
  if (!confirmed.ok) return confirmed;
  const seats = await loadSeatsOf(read, tickets);
  for (const ticket of tickets) {
    const patch = sellPatch(seats.get(ticket.id)!, ticket.id);
    if (!patch.ok) return patch;
    context.facts.change('eventSeats', seats.get(ticket.id)!, patch.value);
  }
  writeLines(context, sale, tickets, rounding);
  const term = saleNumberTail(sale.number);
  context.facts.insert('searchTerms', { id: context.newId(), kind: 'SALE', refId: saleId, term });
  postSale(context, sale, tickets, payments, rounding, revenueAccounts(events));
  const receiptId = await writeReceipt(read, context, {
    kind: 'SALE',
    sale,
    tickets,
    payments,
    roundingMinor: rounding,
  });
  const printNow = sale.delivery === 'NOW' ? tickets : [];
  await queuePrint(read, context, { saleId, tickets: printNow, receiptId, isCopy: false, reason: null });
  return ok({ saleId });
};

function confirmRows(context: CommandContext, { sale, bookings, tickets }: LoadedSale): Result<null> {
  const state = saleMachine.move(sale.status, 'CONFIRMED');
  if (!state.ok) return state;
  const handedOverAt = sale.delivery === 'NOW' ? context.now : null;
  context.facts.change('sales', sale, {
    status: 'CONFIRMED',
    confirmedAt: context.now,
    clockLeftMs: null,
    authority: null,
    handedOverAt,
  });
  for (const booking of bookings) {
    const moved = bookingMachine.move(
      booking.status,
      tickets.some((ticket) => ticket.bookingId === booking.id) ? 'CONFIRMED' : 'CANCELLED',
    );
    // An event whose every seat was given up again: its empty booking goes with the basket.
    context.facts.change('bookings', booking, { status: moved.ok ? moved.value : 'CANCELLED', deadline: null });
  }
  for (const ticket of tickets) {
    const moved = ticketMachine.move(ticket.status, 'CONFIRMED');
    if (!moved.ok) return moved;
    context.facts.change('tickets', ticket, { status: moved.value });
  }
  return ok(null);
}

function writeLines(
  context: CommandContext,
  sale: Row<'sales'>,
  tickets: readonly Row<'tickets'>[],
  rounding: number,
): void {
  for (const ticket of tickets)
    context.facts.insert('saleLines', {
      id: context.newId(),
      saleId: sale.id,
      bookingId: ticket.bookingId,
      ticketId: ticket.id,
      kind: 'TICKET',
      description: ticket.number,
      quantity: 1,
      unitMinor: ticket.priceMinor,
      totalMinor: ticket.priceMinor,
      reversesLineId: null,
    });
  if (rounding !== 0)
    context.facts.insert('saleLines', {
      id: context.newId(),
      saleId: sale.id,
      bookingId: null,
      ticketId: null,
      kind: 'ROUNDING',
      description: text('sale.rounding'),
      quantity: 1,
      unitMinor: -rounding,
      totalMinor: -rounding,
      reversesLineId: null,
    });
}

function postSale(
  context: CommandContext,
  sale: Row<'sales'>,
  tickets: readonly Row<'tickets'>[],
  payments: readonly Row<'payments'>[],
  rounding: number,
  accountByEvent: ReadonlyMap<string, RevenueAccount>,
): void {
  const entries: LedgerEntry[] = payments.map((payment) => ({
    account: payment.kind === 'CASH' ? 'DRAWER' : 'CARD_CLEARING',
    amountMinor: payment.amountMinor,
    cashSessionId: payment.cashSessionId,
  }));
  for (const ticket of tickets)
    entries.push({
      account: accountByEvent.get(ticket.eventId)!,
      amountMinor: -ticket.priceMinor,
      ...dimensionsOf(ticket),
    });
  entries.push({ account: 'ROUNDING', amountMinor: rounding });
  postLedger(context, { kind: 'SALE', currency: sale.currency, saleId: sale.id, description: sale.number, entries });
  const costs = tickets.flatMap((ticket): LedgerEntry[] =>
    ticket.costMinor === null
      ? []
      : [
          { account: 'COST_OF_SALES', amountMinor: ticket.costMinor, ...dimensionsOf(ticket) },
          { account: 'STOCK', amountMinor: -ticket.costMinor, ...dimensionsOf(ticket) },
        ],
  );
  postLedger(context, {
    kind: 'COST_OF_SALES',
    currency: sale.currency,
    saleId: sale.id,
    description: sale.number,
    entries: costs,
  });
}
