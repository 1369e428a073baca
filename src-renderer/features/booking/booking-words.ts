/** How a sale, its tickets and their paper stand, as a mark and a word. Pure. */
import type { SaleSummary, SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import type { PrintState } from '../../../src-shared/domain/inventory/states.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { en } from '../../../src-shared/text/en.ts';
import type { Tone } from '../../ui/ToneMark.tsx';

export interface Standing {
  readonly tone: Tone;
  readonly word: string;
}

type OfSale = Pick<SaleView, 'status' | 'delivery' | 'handedOverAt'> & { readonly isKept: boolean };

export function saleStanding({ status, delivery, handedOverAt, isKept }: OfSale): Standing {
  switch (status) {
    case 'RESERVED':
      return isKept
        ? { tone: 'warn', word: text('booking.state.unpaid') }
        : { tone: 'idle', word: text('booking.state.basket') };
    case 'PAYING':
      return { tone: 'note', word: text('booking.state.paying') };
    case 'EXPIRED':
      return { tone: 'idle', word: text('booking.state.expired') };
    case 'CANCELLED':
      return { tone: 'bad', word: text('booking.state.cancelled') };
    case 'CONFIRMED':
      if (delivery === 'NOW') return { tone: 'ok', word: text('booking.state.paid') };
      return handedOverAt === null
        ? { tone: 'note', word: text('booking.state.waiting') }
        : { tone: 'ok', word: text('booking.state.handedOver') };
  }
}

export function summaryStanding(sale: SaleSummary): Standing {
  return saleStanding({ ...sale, isKept: sale.collectBy !== null });
}

/** An unpaid booking that waits under its name, not a basket in somebody's hand. */
export function isKeptUnpaid(sale: SaleView): boolean {
  return sale.status === 'RESERVED' && sale.bookings.some((booking) => booking.deadlineKind === 'COLLECT');
}

export function viewStanding(sale: SaleView): Standing {
  return saleStanding({ ...sale, isKept: isKeptUnpaid(sale) });
}

/** @param wasSold a cancelled ticket of a sale that was paid was given back */
export function ticketStanding(ticket: Pick<TicketView, 'status'>, wasSold: boolean): Standing {
  switch (ticket.status) {
    case 'RESERVED':
      return { tone: 'warn', word: text('booking.ticket.unpaid') };
    case 'CONFIRMED':
      return { tone: 'ok', word: text('booking.ticket.valid') };
    case 'USED':
      return { tone: 'note', word: text('booking.ticket.used') };
    case 'CANCELLED':
      return { tone: 'bad', word: text(wasSold ? 'booking.ticket.givenBack' : 'booking.ticket.cancelled') };
    case 'TRANSFERRED':
    case 'EXCHANGED':
      return { tone: 'idle', word: text('booking.ticket.replaced') };
  }
}

/** Where a ticket's paper is. Without a printer there is no queue: its PDF is what there is. */
export function paperStanding({
  printState,
  printedCopies,
}: Pick<TicketView, 'printState' | 'printedCopies'>): Standing {
  switch (printState) {
    case null:
      return printedCopies === 0
        ? { tone: 'idle', word: text('booking.paper.none') }
        : { tone: 'idle', word: text('booking.paper.pdf') };
    case 'QUEUED':
      return { tone: 'note', word: text('booking.paper.queued') };
    case 'SENT':
      return { tone: 'note', word: text('booking.paper.sent') };
    case 'PRINTED':
      return printedCopies > 1
        ? { tone: 'ok', word: text('booking.paper.copies', { count: printedCopies }) }
        : { tone: 'ok', word: text('booking.paper.printed') };
    case 'FAILED':
      return { tone: 'bad', word: text('booking.paper.failed') };
    case 'UNKNOWN':
      return { tone: 'warn', word: text('booking.paper.unknown') };
  }
}

const PRINT_TONES: Readonly<Record<PrintState, Tone>> = {
  QUEUED: 'idle',
  SENT: 'note',
  PRINTED: 'ok',
  FAILED: 'bad',
  UNKNOWN: 'warn',
};

export function printStanding(state: PrintState): Standing {
  return { tone: PRINT_TONES[state], word: text(`booking.print.state.${state}`) };
}

/** What a command did to the booking, in words; a command that is not told of here shows its own name. */
export function storyWord(command: string): string {
  const key = `booking.story.${command}`;
  return key in en ? text(key as TextKey) : command;
}
