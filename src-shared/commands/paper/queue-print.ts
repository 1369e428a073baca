/**
 * Putting paper on the print queue, in the transaction that makes it due.
 *
 * Without a printer nothing is queued: such a house opens the PDF and prints it by hand, and a list of paper that waits
 * for a printer nobody has would only hide what really failed. Tickets are counted all the same, and a copy is kept as
 * printed by hand, because copies are reported by clerk.
 */
import { settingsFrom, deviceSettingsId } from '../../queries/device-settings.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
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
export async function queuePrint(read: CommandReader, context: CommandContext, order: PrintOrder): Promise<void> {
  const [kept] = await read.loadShared('settings', { id: deviceSettingsId(context.deviceId) });
  const settings = settingsFrom(kept);
  const insert = (state: 'QUEUED' | 'PRINTED', paper: { ticketId: string } | { receiptId: string }): void => {
    context.facts.insert('printItems', {
      id: context.newId(),
      kind: 'ticketId' in paper ? 'TICKET' : 'RECEIPT',
      ticketId: null,
      receiptId: null,
      ...paper,
      saleId: order.saleId,
      state,
      isCopy: order.isCopy,
      reason: order.reason,
      userId: context.userId,
      attempts: 0,
      problem: null,
    });
  };
  for (const ticket of order.tickets) {
    if (settings.ticketPrinter.kind !== 'NONE') insert('QUEUED', { ticketId: ticket.id });
    else if (order.isCopy) insert('PRINTED', { ticketId: ticket.id });
    context.facts.change('tickets', ticket, { printedCopies: ticket.printedCopies + 1 });
  }
  if (order.receiptId !== null && settings.receiptPrinter.kind !== 'NONE')
    insert('QUEUED', { receiptId: order.receiptId });
}
