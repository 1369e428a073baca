/** The printers that a device's settings name. */
import type { DeviceSettings } from '../../src-shared/contract/paper.ts';
import type { Host } from '../host.ts';
import { createHostTicketPrinter, type PageSize } from './host-ticket-printer.ts';
import { createNetworkReceiptPrinter } from './network-receipt-printer.ts';
import type { ReceiptPrinter, TicketPrinter, Timers } from './printer.ts';

const timers: Timers = {
  setTimeout: (run, delayMs) => setTimeout(run, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** A6 across, and A4. */
const PAGES: Readonly<Record<DeviceSettings['ticketLayout'], PageSize>> = {
  A4: { pageWidthMm: 210, pageHeightMm: 297 },
  A6: { pageWidthMm: 148, pageHeightMm: 105 },
};

export interface Printers {
  ticketPrinter(settings: DeviceSettings): TicketPrinter | null;
  receiptPrinter(settings: DeviceSettings): ReceiptPrinter | null;
}

/** Null where none is set. */
export function createPrinters(host: Host): Printers {
  return {
    ticketPrinter: ({ ticketPrinter, ticketLayout }) =>
      ticketPrinter.kind === 'NONE' ? null : createHostTicketPrinter(host, ticketPrinter.name, PAGES[ticketLayout]),
    receiptPrinter: ({ receiptPrinter }) =>
      receiptPrinter.kind === 'NONE'
        ? null
        : createNetworkReceiptPrinter({
            host: receiptPrinter.host,
            port: receiptPrinter.port,
            reportsStatus: receiptPrinter.reportsStatus,
            timers,
          }),
  };
}
