/** After the sale: cancelling all of it or some of its tickets, and giving the money back to where it came from. */
import { fail, ok, type Result } from '../../domain/result.ts';
import { bookingMachine, saleMachine } from '../../domain/inventory/states.ts';
import type { LedgerEntry } from '../../domain/ledger/accounts.ts';
import { decideMoneyBack, type TenderAmount } from '../../domain/sale/refund.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { openSessionFor } from '../cash/open-session.ts';
import { queuePrint } from '../paper/queue-print.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { freeTickets } from './free-seats.ts';
import { loadEventsOf, loadSale, type LoadedSale } from './load-sale.ts';
import { writeReceipt } from './receipt.ts';
import { dimensionsOf, revenueAccounts, type RevenueAccount } from './revenue.ts';

export const cancelSale: Command<'sale.cancel'> = async (read, context, { saleId, reason }) => {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const refunded = await refund(read, context, loaded.value, loaded.value.tickets, reason);
  return refunded.ok ? ok({ saleId }) : refunded;
};

export const refundTickets: Command<'sale.refundTickets'> = async (read, context, { saleId, ticketIds, reason }) => {
  const loaded = await loadSale(read, context, saleId);
  if (!loaded.ok) return loaded;
  const tickets = loaded.value.tickets.filter((ticket) => ticketIds.includes(ticket.id));
  if (tickets.length !== new Set(ticketIds).size) return fail('ALREADY_REFUNDED', text('sale.alreadyRefunded'));
  const refunded = await refund(read, context, loaded.value, tickets, reason);
  return refunded.ok ? ok({ saleId }) : refunded;
};

async function refund(
  read: CommandReader,
  context: CommandContext,
  loaded: LoadedSale,
  tickets: readonly Row<'tickets'>[],
  reason: string,
): Promise<Result<null>> {
  const { sale } = loaded;
  if (sale.status !== 'CONFIRMED')
    return fail('WRONG_STATE', text('sale.notConfirmed', { state: sale.status }), { state: sale.status });
  const used = tickets.filter((ticket) => ticket.status === 'USED');
  if (used.length > 0)
    return fail('TICKET_USED', text('sale.ticketUsed', { tickets: used.map((ticket) => ticket.number).join(', ') }));
  const money = await moneyBack(read, context, loaded, tickets);
  if (!money.ok) return money;
  const { parts, roundingMinor, sessionId } = money.value;

  endBookings(context, loaded, tickets);
  const freed = await freeTickets(read, context, tickets);
  if (!freed.ok) return freed;
  await reverseLines(read, context, sale, tickets, roundingMinor);
  postRefund(context, sale, tickets, money.value, revenueAccounts(await loadEventsOf(read, tickets)));
  for (const part of parts)
    context.facts.insert('refunds', {
      id: context.newId(),
      saleId: sale.id,
      kind: part.kind,
      status: 'COMPLETED',
      amountMinor: part.amountMinor,
      reason,
      reference: null,
      cashSessionId: part.kind === 'CASH' ? sessionId : null,
      userId: context.userId,
    });
  const receiptId = await writeReceipt(read, context, {
    kind: 'REFUND',
    sale,
    tickets,
    payments: parts.map((part) => ({ ...part, tenderedMinor: part.amountMinor, changeMinor: 0 })),
    roundingMinor,
  });
  await queuePrint(read, context, { saleId: sale.id, tickets: [], receiptId, isCopy: false, reason: null });
  return ok(null);
}

/** What goes back by which tender, and the drawer it comes out of. Errors: those of a drawer that is not open. */
async function moneyBack(
  read: CommandReader,
  context: CommandContext,
  { sale, tickets: live }: LoadedSale,
  tickets: readonly Row<'tickets'>[],
): Promise<Result<{ parts: readonly TenderAmount[]; roundingMinor: number; sessionId: string | null }>> {
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  const money = decideMoneyBack({
    payments: await read.load('payments', { saleId: sale.id, status: 'SUCCEEDED' }),
    refunds: await read.load('refunds', { saleId: sale.id, status: 'COMPLETED' }),
    faceMinor: tickets.reduce((sum, ticket) => sum + ticket.priceMinor, 0),
    isRest: tickets.length === live.length,
    cashRoundingMinor: agency!.cashRoundingMinor,
  });
  const session = money.parts.some((part) => part.kind === 'CASH') ? await openSessionFor(read, context) : null;
  if (session && !session.ok) return session;
  return ok({ ...money, sessionId: session ? session.value.id : null });
}

/** A booking ends with its last ticket, a sale with its last booking; a part leaves both as they are. */
function endBookings(
  context: CommandContext,
  { sale, bookings, tickets: live }: LoadedSale,
  ending: readonly Row<'tickets'>[],
): void {
  const left = live.filter((ticket) => !ending.includes(ticket));
  for (const booking of bookings) {
    const isOver =
      bookingMachine.allows(booking.status, 'CANCELLED') && !left.some((ticket) => ticket.bookingId === booking.id);
    if (isOver) context.facts.change('bookings', booking, { status: 'CANCELLED' });
  }
  const totalMinor = left.reduce((sum, ticket) => sum + ticket.priceMinor, 0);
  const status = left.length === 0 && saleMachine.allows(sale.status, 'CANCELLED') ? 'CANCELLED' : sale.status;
  context.facts.change('sales', sale, { status, totalMinor });
}

async function reverseLines(
  read: CommandReader,
  context: CommandContext,
  sale: Row<'sales'>,
  tickets: readonly Row<'tickets'>[],
  rounding: number,
): Promise<void> {
  const lines = await read.loadShared('saleLines', {
    saleId: sale.id,
    ticketId: tickets.map((ticket) => ticket.id),
    reversesLineId: null,
  });
  for (const { agencyId: _agency, version: _version, createdAt: _created, updatedAt: _updated, ...line } of lines)
    context.facts.insert('saleLines', {
      ...line,
      id: context.newId(),
      quantity: -1,
      totalMinor: -line.totalMinor,
      reversesLineId: line.id,
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
      unitMinor: rounding,
      totalMinor: rounding,
      reversesLineId: null,
    });
}

function postRefund(
  context: CommandContext,
  sale: Row<'sales'>,
  tickets: readonly Row<'tickets'>[],
  money: { parts: readonly TenderAmount[]; roundingMinor: number; sessionId: string | null },
  accountByEvent: ReadonlyMap<string, RevenueAccount>,
): void {
  const entries: LedgerEntry[] = tickets.map((ticket) => ({
    account: accountByEvent.get(ticket.eventId)!,
    amountMinor: ticket.priceMinor,
    ...dimensionsOf(ticket),
  }));
  for (const part of money.parts)
    entries.push({
      account: part.kind === 'CASH' ? 'DRAWER' : 'CARD_CLEARING',
      amountMinor: -part.amountMinor,
      cashSessionId: part.kind === 'CASH' ? money.sessionId : null,
    });
  entries.push({ account: 'ROUNDING', amountMinor: -money.roundingMinor });
  postLedger(context, { kind: 'REFUND', currency: sale.currency, saleId: sale.id, description: sale.number, entries });
  const costs = tickets.flatMap((ticket): LedgerEntry[] =>
    ticket.costMinor === null
      ? []
      : [
          { account: 'STOCK', amountMinor: ticket.costMinor, ...dimensionsOf(ticket) },
          { account: 'COST_OF_SALES', amountMinor: -ticket.costMinor, ...dimensionsOf(ticket) },
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
