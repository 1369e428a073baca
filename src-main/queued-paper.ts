/** What a queued item prints: made when it prints, from rows that do not change. */
import { fail, ok } from '../src-shared/domain/result.ts';
import type { Store } from '../src-shared/core/store.ts';
import type { TicketSigner } from '../src-shared/domain/tickets/code.ts';
import { readTicketPapers } from '../src-shared/queries/ticket-papers.ts';
import { text } from '../src-shared/text/text.ts';
import { readReceiptPaper, type PaperMaker } from './paper-services.ts';
import type { PrintQueueDependencies } from './devices/print-queue.ts';

export function createQueuedPaper(dependencies: {
  readonly store: Store;
  readonly maker: PaperMaker;
  readonly signer: TicketSigner;
}): Pick<PrintQueueDependencies, 'ticketPdf' | 'receiptBytes'> {
  const { store, maker, signer } = dependencies;
  return {
    ticketPdf: async (item, settings) => {
      const papers = await readTicketPapers(store.read, store.agencyId, [item.ticketId ?? ''], signer);
      if (papers.length === 0) return fail('TICKET_NOT_VALID', text('paper.nothingToPrint'));
      return ok(await maker.ticketPdf(papers, settings.ticketLayout));
    },
    receiptBytes: async (item, settings) => {
      const paper = await readReceiptPaper(store, item.receiptId ?? '');
      if (!paper.ok) return paper;
      return ok(maker.receiptBytes({ ...paper.value, copy: item.isCopy }, settings.receiptColumns));
    },
  };
}
