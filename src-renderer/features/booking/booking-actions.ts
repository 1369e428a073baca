/** What can be done on Bookings, and why not now. */
import {
  Armchair,
  Banknote,
  FileText,
  HandCoins,
  Printer,
  PrinterCheck,
  ReceiptText,
  Search,
  Ticket,
  Undo2,
  UserRoundCheck,
  X,
  XCircle,
} from 'lucide-react';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';
import { isKeptUnpaid, viewStanding } from './booking-words.ts';
import { liveTickets } from './money-back.ts';

export type BookingView = 'find' | 'willCall' | 'unpaid' | 'print';

export interface FinderContext {
  readonly show: (view: BookingView) => void;
}

export type FinderActionId = `bookings.${BookingView}`;

export const finderActions: ActionTable<FinderContext, FinderActionId> = {
  scope: 'bookings',
  actions: [
    {
      id: 'bookings.find',
      label: 'booking.act.find',
      icon: Search,
      keys: ['/', 'Ctrl+F', 'Shift+F11'],
      enabled: () => true,
      run: ({ show }) => show('find'),
    },
    {
      id: 'bookings.willCall',
      label: 'booking.act.willCall',
      icon: UserRoundCheck,
      keys: ['Alt+W'],
      enabled: () => true,
      run: ({ show }) => show('willCall'),
    },
    {
      id: 'bookings.unpaid',
      label: 'booking.act.unpaid',
      icon: HandCoins,
      keys: ['Alt+U'],
      enabled: () => true,
      run: ({ show }) => show('unpaid'),
    },
    {
      id: 'bookings.print',
      label: 'booking.act.print',
      icon: Printer,
      keys: ['Alt+P'],
      enabled: () => true,
      run: ({ show }) => show('print'),
    },
  ],
};

export type BookingPanel = 'refund' | 'reprint' | 'cancel' | 'letGo';

export interface BookingContext {
  readonly sale: SaleView;
  readonly chosen: readonly TicketView[];
  /** When it was handed over, in words. */
  readonly handedOverWhen: string;
  readonly openPanel: (panel: BookingPanel) => void;
  readonly handOver: () => void;
  readonly showReceipt: () => void;
  readonly savePdf: () => void;
  readonly takePayment: () => void;
  readonly findBeside: () => void;
}

export type BookingActionId =
  | 'bookings.refund'
  | 'bookings.reprint'
  | 'bookings.handOver'
  | 'bookings.receipt'
  | 'bookings.pdf'
  | 'bookings.pay'
  | 'bookings.cancel'
  | 'bookings.letGo'
  | 'bookings.beside';

type Ask = (context: BookingContext) => true | string;

/** A sale that was paid and still stands. */
const isSold: Ask = ({ sale }) => {
  if (sale.status === 'CONFIRMED') return true;
  if (sale.status === 'PAYING') return text('booking.not.paying');
  return text(sale.status === 'RESERVED' ? 'booking.not.unpaid' : 'booking.not.over');
};

const whenSold =
  (ask: Ask): Ask =>
  (context) => {
    const sold = isSold(context);
    return sold === true ? ask(context) : sold;
  };

const ticketsStand: Ask = ({ chosen }) => {
  if (chosen.length === 0) return text('booking.not.noTickets');
  const isOver = chosen.some((ticket) => ticket.status !== 'CONFIRMED' && ticket.status !== 'USED');
  return isOver ? text('booking.not.givenBack') : true;
};

const isKept: Ask = ({ sale }) => {
  if (isKeptUnpaid(sale)) return true;
  if (sale.status === 'RESERVED') return text('booking.not.inBasket');
  if (sale.status === 'PAYING') return text('booking.not.paying');
  return text(sale.status === 'CONFIRMED' ? 'booking.not.paid' : 'booking.not.over');
};

export const bookingActions: ActionTable<BookingContext, BookingActionId> = {
  scope: 'bookings.one',
  actions: [
    {
      id: 'bookings.refund',
      label: 'booking.act.refund',
      icon: Undo2,
      keys: ['F5'],
      enabled: whenSold((context) => {
        const stand = ticketsStand(context);
        if (stand !== true) return stand;
        return context.chosen.some((ticket) => ticket.status === 'USED') ? text('booking.not.used') : true;
      }),
      run: ({ openPanel }) => openPanel('refund'),
    },
    {
      id: 'bookings.reprint',
      label: 'booking.act.reprint',
      icon: PrinterCheck,
      keys: ['F6'],
      enabled: whenSold(ticketsStand),
      run: ({ openPanel }) => openPanel('reprint'),
    },
    {
      id: 'bookings.handOver',
      label: 'booking.act.handOver',
      icon: Ticket,
      keys: ['F7'],
      enabled: whenSold(({ sale, handedOverWhen }) => {
        if (sale.handedOverAt !== null) return text('booking.not.handedOver', { when: handedOverWhen });
        return sale.delivery === 'WILL_CALL' || text('booking.not.notWaiting');
      }),
      run: ({ handOver }) => handOver(),
    },
    {
      id: 'bookings.receipt',
      label: 'booking.act.receipt',
      icon: ReceiptText,
      keys: ['F8'],
      enabled: ({ sale }) => sale.receiptIds.length > 0 || text('booking.not.noReceipt'),
      run: ({ showReceipt }) => showReceipt(),
    },
    {
      id: 'bookings.pdf',
      label: 'booking.act.pdf',
      icon: FileText,
      keys: ['F9'],
      enabled: whenSold(({ sale }) => liveTickets(sale).length > 0 || text('booking.not.noLiveTicket')),
      run: ({ savePdf }) => savePdf(),
    },
    {
      id: 'bookings.pay',
      label: 'booking.act.pay',
      icon: Banknote,
      keys: ['F11'],
      enabled: isKept,
      run: ({ takePayment }) => takePayment(),
    },
    {
      id: 'bookings.cancel',
      label: 'booking.act.cancel',
      icon: XCircle,
      keys: ['F12'],
      enabled: whenSold(({ sale }) =>
        liveTickets(sale).some((ticket) => ticket.status === 'USED') ? text('booking.not.someUsed') : true,
      ),
      run: ({ openPanel }) => openPanel('cancel'),
    },
    {
      id: 'bookings.letGo',
      label: 'booking.act.letGo',
      icon: X,
      keys: ['Shift+F12'],
      enabled: isKept,
      run: ({ openPanel }) => openPanel('letGo'),
    },
    {
      id: 'bookings.beside',
      label: 'booking.act.beside',
      icon: Armchair,
      keys: ['Alt+B'],
      enabled: ({ sale }) => liveTickets(sale).length > 0 || text('booking.not.noLiveTicket'),
      run: ({ findBeside }) => findBeside(),
    },
  ],
};

/** The actions that fit how a sale stands, in the order of their buttons. */
export function headActions(sale: SaleView): readonly BookingActionId[] {
  if (isKeptUnpaid(sale)) return ['bookings.pay', 'bookings.beside', 'bookings.letGo'];
  if (sale.status !== 'CONFIRMED') return sale.receiptIds.length > 0 ? ['bookings.receipt'] : [];
  const isWaiting = viewStanding(sale).tone === 'note';
  return [
    ...(isWaiting ? (['bookings.handOver'] as const) : []),
    'bookings.receipt',
    'bookings.beside',
    'bookings.cancel',
  ];
}

/** In the order of their digits. */
export const REASONS = {
  refund: ['CUSTOMER', 'EVENT', 'DUPLICATE', 'FRAUD', 'HOUSE'],
  reprint: ['LOST', 'DAMAGED', 'JAM'],
} as const;
export type Reason = (typeof REASONS)[keyof typeof REASONS][number];

export interface ReasonContext {
  readonly reasons: readonly Reason[];
  readonly choose: (reason: Reason) => void;
  readonly close: () => void;
}

type ReasonActionId = `bookings.reason.${1 | 2 | 3 | 4 | 5}` | 'bookings.close';

export const reasonActions: ActionTable<ReasonContext, ReasonActionId> = {
  scope: 'bookings.one.reason',
  actions: [
    ...([1, 2, 3, 4, 5] as const).map((number) => ({
      id: `bookings.reason.${number}` as const,
      label: 'booking.act.reason' as const,
      labelValues: { number },
      keys: [String(number)],
      enabled: ({ reasons }: ReasonContext) => reasons.length >= number || text('booking.reason.needed'),
      run: ({ reasons, choose }: ReasonContext) => {
        const reason = reasons[number - 1];
        if (reason) choose(reason);
      },
    })),
    {
      id: 'bookings.close',
      label: 'booking.act.close',
      icon: X,
      keys: ['Escape'],
      enabled: () => true,
      run: ({ close }) => close(),
    },
  ],
};
