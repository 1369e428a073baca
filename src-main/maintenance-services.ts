/** Verification, backup and printer test from a window. */
import { fail, ok, type Result } from '../src-shared/domain/result.ts';
import type { Input, Output } from '../src-shared/contract/calls.ts';
import type { DeviceSettings } from '../src-shared/contract/paper.ts';
import type { ServiceHandler } from '../src-shared/core/router.ts';
import type { ReceiptPaper } from '../src-shared/domain/receipt/paper.ts';
import type { TicketPaper } from '../src-shared/domain/tickets/paper.ts';
import { text } from '../src-shared/text/text.ts';
import { makeBackup } from './backup.ts';
import type { DataFolder } from './data-folder.ts';
import type { Printers } from './devices/printers.ts';
import type { PaperMaker } from './paper-services.ts';
import type { SecondJournal } from './store/second-journal.ts';
import type { SqliteStore } from './store/sqlite-store.ts';
import { verifyDevice } from './verify.ts';

type Name = 'system.verify' | 'system.backup' | 'printer.test';

export function createMaintenanceServices(dependencies: {
  readonly store: SqliteStore;
  readonly second: SecondJournal;
  readonly folder: DataFolder;
  readonly now: () => number;
  readonly settings: () => Promise<DeviceSettings>;
  readonly maker: PaperMaker;
  readonly printers: Printers;
}): { readonly [N in Name]: ServiceHandler<Input<N>, Output<N>> } {
  const { store, second, folder, maker, printers } = dependencies;
  return {
    'system.verify': async () => ok({ checks: await verifyDevice(store, second) }),
    'system.backup': async () => {
      const made = makeBackup(folder, store.writer, dependencies.now());
      return made.ok ? ok({ file: made.value }) : made;
    },
    'printer.test': async ({ now }, { which }): Promise<Result<Output<'printer.test'>>> => {
      const settings = await dependencies.settings();
      const printer = which === 'TICKET' ? printers.ticketPrinter(settings) : printers.receiptPrinter(settings);
      if (!printer) return fail('NO_PRINTER', text('paper.noPrinterSet'));
      const bytes =
        which === 'TICKET'
          ? await maker.ticketPdf([testTicket(now)], settings.ticketLayout)
          : maker.receiptBytes(testReceipt(now), settings.receiptColumns);
      const printed = await printer.print(bytes);
      return printed.ok ? ok({ outcome: printed.value }) : printed;
    },
  };
}

/** Shows every field at its usual length; its code is no code, so that no door admits it. */
function testTicket(now: number): TicketPaper {
  return {
    code: text('paper.specimen'),
    shortSerial: '000000000000',
    number: text('paper.specimen'),
    bookingNumber: text('paper.specimen'),
    agency: { name: text('paper.testPage'), contact: null },
    event: { title: text('paper.testPage'), subtitle: null, startsAt: now, doorsAt: now, timeZone: 'UTC' },
    venue: { name: text('paper.testPage'), address: null },
    place: { section: 'Stalls', row: 'A', seat: '1', floor: null, entrance: null },
    restrictedView: false,
    ticketType: text('paper.specimen'),
    priceMinor: 0,
    currency: 'EUR',
    holder: null,
    terms: '',
    copyNumber: 0,
  };
}

function testReceipt(now: number): ReceiptPaper {
  return {
    agency: { name: text('paper.testPage'), addressLines: [], taxNumber: null },
    kind: 'SALE',
    copy: false,
    number: text('paper.specimen'),
    issuedAt: now,
    timeZone: 'UTC',
    clerk: '',
    device: '',
    currency: 'EUR',
    lines: [{ text: 'ÄÖÜ äöü ß é è ñ € £', detail: null, quantity: 1, unitMinor: 0, amountMinor: 0 }],
    subtotals: [],
    totalMinor: 0,
    tenders: [],
    changeMinor: null,
    footerLines: [],
    auditHash: '',
  };
}
