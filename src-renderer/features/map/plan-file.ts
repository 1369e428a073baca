/** A plan's file from the disk: its size is looked at first, then it is read in pieces, so that reading can be stopped. */
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { readCsv } from '../../../src-shared/domain/seat-map/import/csv-reader.ts';
import { fileTooLarge, PLAN_BYTES_MAX } from '../../../src-shared/domain/seat-map/import/limits.ts';
import { text } from '../../../src-shared/text/text.ts';

export interface PlanFile {
  readonly fileName: string;
  readonly text: string;
}

/** Enough of a file to hold its first line. */
const HEADINGS_LENGTH = 20_000;

/**
 * Errors: PLAN_TOO_LARGE, before a byte is read; FILE_UNREADABLE; STOPPED.
 * @param told how many bytes have been read
 */
export async function readPlanFile(
  file: File,
  signal: AbortSignal,
  told: (doneBytes: number) => void,
): Promise<Result<PlanFile>> {
  if (file.size > PLAN_BYTES_MAX) return fileTooLarge(file.name, file.size);
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  const parts: string[] = [];
  let done = 0;
  try {
    for (;;) {
      const piece = await reader.read();
      if (signal.aborted) {
        await reader.cancel();
        return fail('STOPPED', text('ui.cancel'));
      }
      if (piece.done) break;
      parts.push(decoder.decode(piece.value, { stream: true }));
      done += piece.value.byteLength;
      told(done);
    }
  } catch {
    return fail('FILE_UNREADABLE', text('mapScreen.file.unreadable', { fileName: file.name }));
  }
  parts.push(decoder.decode());
  return ok({ fileName: file.name, text: parts.join('') });
}

/** The headings of a seat list; empty when the file has no first line of its own. */
export function csvHeadings(source: string): readonly string[] {
  const [first] = readCsv(source.slice(0, HEADINGS_LENGTH)).records;
  return (first?.fields ?? []).map((field) => field.trim()).filter((field) => field !== '');
}

/** What a map is called when its file does not say: the file's own name. */
export function fileNameToMapName(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
}
