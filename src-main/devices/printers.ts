/** The printers that a device's settings name. */
import type { DeviceSettings } from '../../src-shared/contract/paper.ts';
import { createNetworkReceiptPrinter } from './network-receipt-printer.ts';
import type { ReceiptPrinter, TicketPrinter, Timers } from './printer.ts';
import { createSystemTicketPrinter } from './system-ticket-printer.ts';

const timers: Timers = {
  setTimeout: (run, delayMs) => setTimeout(run, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export interface Printers {
  ticketPrinter(settings: DeviceSettings): TicketPrinter | null;
  receiptPrinter(settings: DeviceSettings): ReceiptPrinter | null;
}

/** Null where none is set. */
export function createPrinters(): Printers {
  return {
    ticketPrinter: ({ ticketPrinter }) =>
      ticketPrinter.kind === 'NONE' ? null : createSystemTicketPrinter({ name: ticketPrinter.name, timers }),
    receiptPrinter: ({ receiptPrinter }) =>
      receiptPrinter.kind === 'NONE'
        ? null
        : createNetworkReceiptPrinter({
            host: receiptPrinter.host,
            port: receiptPrinter.port,
            reportsStatus: true,
            timers,
          }),
  };
}
