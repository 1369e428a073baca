/** Tickets as a PDF in a window of its own, or as a file where windows are not opened. */
import type { AppError } from '../../../src-shared/domain/result.ts';
import type { Program } from '../../app/program.ts';

/** A window has loaded what it shows by then; the bytes are let go. */
const KEPT_MS = 60_000;

/** @returns what went wrong, or null */
export async function openTicketPdf(program: Program, ticketIds: readonly string[]): Promise<AppError | null> {
  const made = await program.bridge.call('ticket.pdf', { ticketIds: [...ticketIds] });
  if (!made.ok) return made.error;
  const { fileName, bytes } = made.value;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }));
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  if (window.open(address, '_blank') !== null) return null;
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  return null;
}
