/** The receipt of a sale or refund, written in its transaction and never changed. */
import { assert } from '../../domain/result.ts';
import type { ReceiptLine, ReceiptPaper } from '../../domain/receipt/paper.ts';
import { seatRuns } from '../../domain/sale/seat-runs.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { receiptHead } from '../paper/receipt-head.ts';

export interface ReceiptInput {
  readonly kind: 'SALE' | 'REFUND';
  readonly sale: Row<'sales'>;
  readonly tickets: readonly Row<'tickets'>[];
  readonly payments: readonly Pick<Row<'payments'>, 'kind' | 'amountMinor' | 'tenderedMinor' | 'changeMinor'>[];
  readonly roundingMinor: number;
}

/** @returns the receipt's id */
export async function writeReceipt(read: CommandReader, context: CommandContext, input: ReceiptInput): Promise<string> {
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  assert(agency, 'the house is set up');
  const sign = input.kind === 'SALE' ? 1 : -1;
  const lines = await linesOf(read, input.tickets, sign);
  const faceMinor = input.tickets.reduce((sum, ticket) => sum + ticket.priceMinor, 0);
  const head = await receiptHead(read, context);
  const changeMinor = input.payments.reduce((sum, payment) => sum + payment.changeMinor, 0);
  const paper: ReceiptPaper = {
    ...head,
    kind: input.kind,
    currency: input.sale.currency,
    lines,
    subtotals:
      input.roundingMinor === 0 ? [] : [{ label: text('sale.rounding'), amountMinor: -sign * input.roundingMinor }],
    totalMinor: sign * (faceMinor - input.roundingMinor),
    tenders: input.payments.map((payment) => ({
      label: text(payment.kind === 'CASH' ? 'sale.cash' : 'sale.card'),
      amountMinor: sign * payment.tenderedMinor,
    })),
    changeMinor: changeMinor > 0 ? changeMinor : null,
    footerLines: [input.sale.number, ...agency.receiptFooter.split('\n').filter((line) => line !== '')],
  };
  const receiptId = context.newId();
  context.facts.insert('receipts', {
    id: receiptId,
    number: head.number,
    saleId: input.sale.id,
    cashSessionId: null,
    kind: input.kind,
    paper,
  });
  return receiptId;
}

/** One line per event, type and price; the seats in runs below it. */
async function linesOf(read: CommandReader, tickets: readonly Row<'tickets'>[], sign: 1 | -1): Promise<ReceiptLine[]> {
  const events = await read.loadShared('events', { id: [...new Set(tickets.map((ticket) => ticket.eventId))] });
  const types = await read.loadShared('ticketTypes', {
    id: [...new Set(tickets.map((ticket) => ticket.ticketTypeId))],
  });
  const groups = Map.groupBy(tickets, (ticket) => `${ticket.eventId} ${ticket.ticketTypeId} ${ticket.priceMinor}`);
  const lines: ReceiptLine[] = [];
  for (const group of groups.values()) {
    const first = group[0]!;
    const event = events.find((one) => one.id === first.eventId)!;
    const type = types.find((one) => one.id === first.ticketTypeId)!;
    const seats = await read.loadShared('seats', {
      mapVersionId: event.mapVersionId,
      seatId: group.map((ticket) => ticket.seatId),
    });
    lines.push({
      text: text('sale.receiptLine', { title: event.title, type: type.name }),
      detail: seatRuns(
        seats.map((seat) => ({
          section: seat.sectionName,
          row: seat.rowLabel,
          label: seat.label,
          ordinal: seat.ordinal,
        })),
      ).join('; '),
      quantity: sign * group.length,
      unitMinor: first.priceMinor,
      amountMinor: sign * group.length * first.priceMinor,
    });
  }
  return lines;
}
