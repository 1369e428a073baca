/** Paper that people look at: tickets as a PDF, a receipt as a picture of exactly the bytes that go to its printer. */
import { sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../src-shared/domain/result.ts';
import type { Input, Output } from '../src-shared/contract/calls.ts';
import type { DeviceSettings } from '../src-shared/contract/paper.ts';
import type { ServiceHandler } from '../src-shared/core/router.ts';
import type { Store } from '../src-shared/core/store.ts';
import { decodeEscpos } from '../src-shared/domain/receipt/escpos-decoder.ts';
import { escposPicture } from '../src-shared/domain/receipt/escpos-picture.ts';
import { isDrawerPaper, type AnyPaper } from '../src-shared/domain/receipt/paper.ts';
import type { TicketSigner } from '../src-shared/domain/tickets/code.ts';
import type { TicketPaper } from '../src-shared/domain/tickets/paper.ts';
import { readTicketPapers } from '../src-shared/queries/ticket-papers.ts';
import { text } from '../src-shared/text/text.ts';
import { openFonts } from './documents/fonts.ts';
import { createRasterText } from './documents/raster-text.ts';
import { drawerPulseBytes, receiptBytes, USUAL_CODE_PAGES } from './documents/receipt.ts';
import { receiptSymbols } from './documents/symbols.ts';
import { createTicketPdf } from './documents/ticket-pdf.ts';
import { createTypesetter } from './documents/typesetting.ts';

/** Makes bytes of papers; fonts are opened at the first use and kept warm. */
export interface PaperMaker {
  ticketPdf(papers: readonly TicketPaper[], layout: DeviceSettings['ticketLayout']): Promise<Uint8Array>;
  receiptBytes(paper: AnyPaper, columns: DeviceSettings['receiptColumns']): Uint8Array;
}

export function createPaperMaker(): PaperMaker {
  let opened: {
    ticketPdf: ReturnType<typeof createTicketPdf>;
    rasterText: ReturnType<typeof createRasterText>;
  } | null = null;
  const open = (): NonNullable<typeof opened> => {
    if (!opened) {
      const fonts = openFonts();
      const typesetter = createTypesetter(fonts);
      opened = { ticketPdf: createTicketPdf({ fonts, typesetter }), rasterText: createRasterText(typesetter, fonts) };
    }
    return opened;
  };
  return {
    ticketPdf: (papers, layout) => open().ticketPdf(papers, layout),
    receiptBytes: (paper, columns) => {
      const bytes = receiptBytes(paper, { columns, codePages: USUAL_CODE_PAGES }, { rasterText: open().rasterText });
      return opensDrawer(paper) ? new Uint8Array([...drawerPulseBytes(), ...bytes]) : bytes;
    },
  };
}

export interface PaperDependencies {
  readonly store: Store;
  readonly maker: PaperMaker;
  readonly signer: TicketSigner;
  readonly settings: () => Promise<DeviceSettings>;
}

/** Where cash goes over the counter, into the drawer or out of it. */
function opensDrawer(paper: AnyPaper): boolean {
  if (isDrawerPaper(paper)) return paper.kind !== 'X' && paper.kind !== 'Z';
  return paper.tenders.some((tender) => tender.label === text('sale.cash'));
}

/** A receipt with the hash of the audit record it was written with. */
export async function readReceiptPaper(store: Store, receiptId: string): Promise<Result<AnyPaper>> {
  const [receipt] = await store.read.rows('receipts', sql`where agency_id = ${store.agencyId} and id = ${receiptId}`);
  if (!receipt) return fail('NOT_FOUND', text('paper.noSuchReceipt'));
  const [audit] = await store.read.rows(
    'auditRecords',
    sql`where agency_id = ${store.agencyId} and subject = ${receipt.saleId ?? receipt.cashSessionId} and at = ${receipt.createdAt} order by sequence desc limit 1`,
  );
  return ok({ ...(receipt.paper as AnyPaper), auditHash: audit?.hash ?? '' });
}

type Name = 'ticket.pdf' | 'receipt.picture';

export function createPaperServices(dependencies: PaperDependencies): {
  readonly [N in Name]: ServiceHandler<Input<N>, Output<N>>;
} {
  const { store, maker } = dependencies;
  return {
    'ticket.pdf': async (_context, { ticketIds }) => {
      const papers = await readTicketPapers(store.read, store.agencyId, ticketIds, dependencies.signer);
      if (papers.length === 0) return fail('TICKET_NOT_PAID', text('paper.nothingToPrint'));
      const { ticketLayout } = await dependencies.settings();
      return ok({ fileName: `${papers[0]!.bookingNumber}.pdf`, bytes: await maker.ticketPdf(papers, ticketLayout) });
    },
    'receipt.picture': async (_context, { receiptId }) => {
      const paper = await readReceiptPaper(store, receiptId);
      if (!paper.ok) return paper;
      const { receiptColumns } = await dependencies.settings();
      const bytes = maker.receiptBytes(paper.value, receiptColumns);
      const decoded = decodeEscpos(bytes, receiptColumns);
      if (!decoded.ok) return decoded;
      return ok({
        number: paper.value.number,
        svg: escposPicture(decoded.value, receiptSymbols, { drawerOpens: text('paper.drawerOpens') }).svg,
      });
    },
  };
}
