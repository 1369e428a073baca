/** A printer that keeps what came out and answers as it is told to. */
import type { PrintOutcome, ReceiptPrinter } from '../../src-main/devices/printer.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';

export class FakePrinter implements ReceiptPrinter {
  /** Each job as text, printed or not; a job that was refused never gets here. */
  readonly jobs: string[] = [];
  /** What the next jobs come to, in order; after them all is well. */
  readonly trouble: ('PRINT_REFUSED' | 'PRINT_FAILED' | 'PRINT_UNKNOWN' | 'SENT')[] = [];
  /** Called while a job prints. */
  onJob: (job: string) => void | Promise<void> = () => undefined;

  async print(bytes: Uint8Array): Promise<Result<PrintOutcome>> {
    const job = new TextDecoder().decode(bytes);
    const trouble = this.trouble.shift();
    if (trouble !== 'PRINT_REFUSED') this.jobs.push(job);
    await this.onJob(job);
    if (trouble === undefined || trouble === 'SENT') return ok(trouble ?? 'PRINTED');
    return fail(trouble, `The printer said ${trouble}.`);
  }
}
