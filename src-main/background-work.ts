/** What the core does by itself: frees baskets whose time is over, and prints what is queued. */
import type { Notice } from '../src-shared/contract/wire.ts';
import type { ChangedNotice } from '../src-shared/contract/notices.ts';
import type { DeviceSettings } from '../src-shared/contract/paper.ts';
import type { Executor } from '../src-shared/core/execute.ts';
import type { Store } from '../src-shared/core/store.ts';
import type { TicketSigner } from '../src-shared/domain/tickets/code.ts';
import { createPrintQueue } from './devices/print-queue.ts';
import type { Printers } from './devices/printers.ts';
import { createQueuedPaper } from './queued-paper.ts';
import { expireDueSales } from './expiry.ts';
import type { PaperMaker } from './paper-services.ts';

/** A basket's seats are free again within this after its deadline. */
const EXPIRY_MS = 1_000;
/** A printer that was in trouble is tried again this often, for what stayed queued behind it. */
const PRINTER_RETRY_MS = 15_000;

/** @returns how to stop it; what is printing then is broken off and becomes UNKNOWN */
export function startBackgroundWork(options: {
  readonly store: Store;
  readonly executor: Executor;
  readonly maker: PaperMaker;
  readonly signer: TicketSigner;
  readonly printers: Printers;
  readonly settings: () => Promise<DeviceSettings>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onNotice: (listener: (notice: Notice) => void) => void;
}): () => Promise<void> {
  const { store, executor } = options;
  const queue = createPrintQueue({
    store,
    executor,
    newId: options.newId,
    settings: options.settings,
    ...options.printers,
    ...createQueuedPaper({ store, maker: options.maker, signer: options.signer }),
  });
  options.onNotice((notice) => {
    if (notice.topic !== 'changed') return;
    const { tables } = notice.data as ChangedNotice;
    if (tables.includes('settings')) void queue.retry();
    else if (tables.includes('printItems')) void queue.drain();
  });
  let isExpiring = false;
  const expiry = setInterval(() => {
    if (isExpiring) return;
    isExpiring = true;
    void expireDueSales({ store, executor, now: options.now() }).finally(() => (isExpiring = false));
  }, EXPIRY_MS);
  const retry = setInterval(() => void queue.retry(), PRINTER_RETRY_MS);
  void queue.start();
  return async () => {
    clearInterval(expiry);
    clearInterval(retry);
    await queue.stop();
  };
}
