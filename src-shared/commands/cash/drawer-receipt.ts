/** A drawer's receipts: written in the transaction of what they are about, never changed, printed where a printer is set. */
import type { DrawerPaper } from '../../domain/receipt/paper.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';
import { queuePrint } from '../paper/queue-print.ts';
import { receiptHead } from '../paper/receipt-head.ts';

/** Writes it and puts it on the print queue. */
export async function writeDrawerReceipt(
  read: CommandReader,
  context: CommandContext,
  session: Row<'cashSessions'>,
  sheet: Pick<DrawerPaper, 'kind' | 'sections' | 'signatures'>,
): Promise<void> {
  const paper: DrawerPaper = { ...(await receiptHead(read, context)), ...sheet, currency: session.currency };
  const receiptId = context.newId();
  context.facts.insert('receipts', {
    id: receiptId,
    number: paper.number,
    saleId: null,
    cashSessionId: session.id,
    kind: 'CASH',
    paper,
  });
  await queuePrint(read, context, { saleId: null, tickets: [], receiptId, isCopy: false, reason: null });
}
