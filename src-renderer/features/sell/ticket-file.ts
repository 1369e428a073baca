/** Tickets as a PDF in a window of its own, or as a file where windows are not opened. */
import type { AppError } from '../../../src-shared/domain/result.ts';
import type { Program } from '../../app/program.ts';
import { saveFile } from '../../app/save-file.ts';

const PDF = 'application/pdf';
/** A window has loaded what it shows by then; the bytes are let go. */
const KEPT_MS = 60_000;

/** @returns what went wrong, or null */
export async function openTicketPdf(program: Program, ticketIds: readonly string[]): Promise<AppError | null> {
  const made = await program.bridge.call('ticket.pdf', { ticketIds: [...ticketIds] });
  if (!made.ok) return made.error;
  const { fileName } = made.value;
  const bytes = new Uint8Array(made.value.bytes);
  const address = URL.createObjectURL(new Blob([bytes], { type: PDF }));
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  if (window.open(address, '_blank') === null) saveFile(fileName, bytes, PDF);
  return null;
}
