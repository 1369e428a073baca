/**
 * Printers as the rest of the program sees them, whoever does the printing: a socket, the system's print command, or the
 * shell's own printing asked for over the host port.
 *
 * What they answer is the truth about paper, never a hope:
 *   PRINTED  the printer itself said that it took everything in and has paper;
 *   SENT     everything was handed over to something that reports nothing back;
 *   an error whose code says whether trying again can print twice: PRINT_REFUSED, nothing was sent and trying again is
 *   safe; PRINT_FAILED, the printing system took it and gave it up; PRINT_UNKNOWN, it stopped in the middle and only a
 *   person who looks can tell what came out.
 */
import type { Result } from '../../src-shared/domain/result.ts';

export type PrintOutcome = 'PRINTED' | 'SENT';

/** Bytes to a receipt printer, as they are. */
export interface ReceiptPrinter {
  print(bytes: Uint8Array, signal?: AbortSignal): Promise<Result<PrintOutcome>>;
}

/** A PDF to a ticket or office printer. */
export interface TicketPrinter {
  print(pdf: Uint8Array, signal?: AbortSignal): Promise<Result<PrintOutcome>>;
}

/** Opens with a pulse through the receipt printer it hangs on. */
export interface CashDrawer {
  open(signal?: AbortSignal): Promise<Result<PrintOutcome>>;
}

/** Timers come in, so that tests wait for nothing. */
export interface Timers {
  readonly setTimeout: (run: () => void, delayMs: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}
