/** Putting paper on the print queue, in the transaction that makes it due. */
import type { CommandContext } from '../../core/context.ts';
import type { Row } from '../../schema/schema.ts';

export interface PrintOrder {
  readonly saleId: string | null;
  readonly tickets: readonly Row<'tickets'>[];
  readonly receiptId: string | null;
  /** A reprint: same code, counted. */
  readonly isCopy: boolean;
  readonly reason: string | null;
}

/** One item per piece of paper. */
export function queuePrint(context: CommandContext, order: PrintOrder): void {
  const item = {
    saleId: order.saleId,
    state: 'QUEUED',
    isCopy: order.isCopy,
    reason: order.reason,
    userId: context.userId,
    attempts: 0,
    problem: null,
  } as const;
  for (const ticket of order.tickets) {
    context.facts.insert('printItems', {
      id: context.newId(),
      kind: 'TICKET',
      ticketId: ticket.id,
      receiptId: null,
      ...item,
    });
    context.facts.change('tickets', ticket, { printedCopies: ticket.printedCopies + 1 });
  }
  if (order.receiptId !== null)
    context.facts.insert('printItems', {
      id: context.newId(),
      kind: 'RECEIPT',
      ticketId: null,
      receiptId: order.receiptId,
      ...item,
    });
}
