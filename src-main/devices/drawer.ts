import { drawerPulseBytes } from '../documents/receipt.ts';
import type { CashDrawer, ReceiptPrinter } from './printer.ts';

/** The drawer on a receipt printer's connector. It opens when the printer has read the pulse, not before. */
export function createPrinterDrawer(printer: ReceiptPrinter, pin: 2 | 5 = 2): CashDrawer {
  const pulse = drawerPulseBytes(pin);
  return { open: (signal) => printer.print(pulse, signal) };
}
