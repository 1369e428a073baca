/** A printer of the operating system, asked for through the shell: only the shell can print there. */
import { fail, ok } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import type { Host } from '../host.ts';
import type { TicketPrinter } from './printer.ts';

export interface PageSize {
  readonly pageWidthMm: number;
  readonly pageHeightMm: number;
}

/** What the shell was handed is SENT: the system's queue tells nothing back. A shell that cannot print REFUSED it. */
export function createHostTicketPrinter(host: Host, printer: string, page: PageSize): TicketPrinter {
  return {
    print: async (pdf) => {
      const printed = await host.ask('print-pdf', { printer, pdf, ...page, copies: 1 });
      if (printed.ok) return ok('SENT');
      const code = printed.error.code === 'HOST_CANNOT' ? 'PRINT_REFUSED' : 'PRINT_FAILED';
      return fail(code, text('printer.system', { name: printer, reason: printed.error.message }));
    },
  };
}
