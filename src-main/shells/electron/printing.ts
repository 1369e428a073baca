/**
 * Prints a PDF on a system printer without a dialog: a hidden window shows it and prints itself. One at a time, so
 * that tickets come out in the order they were sold.
 */
import type { BrowserWindow, WebContents } from 'electron';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { PrintJob, SystemPrinter } from '../../host.ts';
import type { PrintDocuments } from './app-protocol.ts';
import type { ElectronModule } from './electron-module.ts';

export async function listPrinters(
  contents: Pick<WebContents, 'getPrintersAsync'>,
): Promise<Result<readonly SystemPrinter[]>> {
  const printers = await contents.getPrintersAsync();
  return ok(printers.map(({ name, displayName }) => ({ name, displayName })));
}

export function createPrinting({ BrowserWindow }: Pick<ElectronModule, 'BrowserWindow'>, documents: PrintDocuments) {
  let last: Promise<unknown> = Promise.resolve();
  return (job: PrintJob): Promise<Result<null>> => {
    const printed = last.then(() => printInHiddenWindow(BrowserWindow, documents, job));
    last = printed.catch(() => {});
    return printed;
  };
}

async function printInHiddenWindow(
  HiddenWindow: ElectronModule['BrowserWindow'],
  documents: PrintDocuments,
  job: PrintJob,
): Promise<Result<null>> {
  const document = documents.add(job.pdf);
  const window = new HiddenWindow({
    show: false,
    // `plugins` is the PDF viewer; the window has no preload and no page of ours.
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true },
  });
  try {
    await window.loadURL(document.address);
    return await print(window, job);
  } finally {
    document.drop();
    window.destroy();
  }
}

const micronsPerMm = 1_000;

function print(window: BrowserWindow, job: PrintJob): Promise<Result<null>> {
  const options = {
    silent: true,
    printBackground: true,
    copies: job.copies,
    margins: { marginType: 'none' } as const,
    pageSize: { width: job.pageWidthMm * micronsPerMm, height: job.pageHeightMm * micronsPerMm },
    ...(job.printer === null ? {} : { deviceName: job.printer }),
  };
  return new Promise((resolve) =>
    window.webContents.print(options, (success, reason) =>
      resolve(success ? ok(null) : fail('PRINT_FAILED', text('shell.printFailed', { reason }))),
    ),
  );
}
