/** What can be done with paper that did not come out. A line that may have come out is settled before it prints again. */
import { Check, Eye, Printer, PrinterCheck, X } from 'lucide-react';
import type { PrintItemView } from '../../../src-shared/contract/paper.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';

export interface PrintContext {
  readonly items: readonly PrintItemView[];
  readonly chosen: PrintItemView | null;
  readonly again: (items: readonly PrintItemView[]) => void;
  readonly settle: (item: PrintItemView, outcome: 'PRINTED' | 'FAILED') => void;
  readonly openSale: (saleId: string) => void;
}

export type PrintActionId =
  | 'bookings.print.again'
  | 'bookings.print.againAll'
  | 'bookings.print.cameOut'
  | 'bookings.print.didNot'
  | 'bookings.print.leave'
  | 'bookings.print.open';

export function hasFailed(item: PrintItemView): boolean {
  return item.state === 'FAILED';
}

type Ask = (context: PrintContext) => true | string;

const whenChosen =
  (ask: (item: PrintItemView) => true | string): Ask =>
  ({ chosen }) =>
    chosen === null ? text('booking.print.not.choose') : ask(chosen);

const isUnsure = whenChosen((item) => item.state === 'UNKNOWN' || text('booking.print.not.sure'));

export const printActions: ActionTable<PrintContext, PrintActionId> = {
  scope: 'bookings.print',
  actions: [
    {
      id: 'bookings.print.again',
      label: 'booking.print.again',
      icon: PrinterCheck,
      keys: ['F5'],
      enabled: whenChosen((item) => {
        if (item.state === 'UNKNOWN') return text('booking.print.state.UNKNOWN');
        return hasFailed(item) || text('booking.print.not.fine');
      }),
      run: ({ chosen, again }) => {
        if (chosen) again([chosen]);
      },
    },
    {
      id: 'bookings.print.againAll',
      label: 'booking.print.againAll',
      icon: Printer,
      keys: ['F6'],
      enabled: ({ items }) => items.some(hasFailed) || text('booking.print.not.nothing'),
      run: ({ items, again }) => again(items.filter(hasFailed)),
    },
    {
      id: 'bookings.print.cameOut',
      label: 'booking.print.cameOut',
      icon: Check,
      keys: ['F7'],
      enabled: isUnsure,
      run: ({ chosen, settle }) => {
        if (chosen) settle(chosen, 'PRINTED');
      },
    },
    {
      id: 'bookings.print.didNot',
      label: 'booking.print.didNot',
      icon: X,
      keys: ['F8'],
      enabled: isUnsure,
      run: ({ chosen, settle }) => {
        if (chosen) settle(chosen, 'FAILED');
      },
    },
    {
      id: 'bookings.print.leave',
      label: 'booking.print.leave',
      icon: X,
      keys: ['F12'],
      enabled: whenChosen((item) => hasFailed(item) || item.state === 'QUEUED' || text('booking.print.not.nothing')),
      run: ({ chosen, settle }) => {
        if (chosen) settle(chosen, 'FAILED');
      },
    },
    {
      id: 'bookings.print.open',
      label: 'booking.print.open',
      icon: Eye,
      keys: ['F9'],
      enabled: whenChosen((item) => item.saleId !== null || text('booking.print.not.choose')),
      run: ({ chosen, openSale }) => {
        if (chosen?.saleId) openSale(chosen.saleId);
      },
    },
  ],
};
