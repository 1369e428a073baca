/**
 * Where a scan goes: to the screen that was mounted last and takes scans, else to the window's own way with them.
 *
 * 1. One scan at a time. Those that come while a screen is busy wait, MOST_WAITING of them; one more is refused aloud.
 * 2. A payment card's number goes nowhere, not even into the sentence that refuses it.
 * 3. Behind an open dialog nothing happens, but where the screen says that its scans come first.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { containsCardNumber } from '../../../src-shared/domain/privacy/card-number.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { text as say } from '../../../src-shared/text/text.ts';

export const MOST_WAITING = 8;

export interface ScanTaker {
  /** Until its promise is kept the next scan waits. */
  readonly take: (scanned: string) => void | Promise<unknown>;
  /** What else than tickets' codes may be scanned here; it came as fast as only a scanner types. */
  readonly accepts?: (scanned: string) => boolean;
  /** Says itself what could not be taken; else the window does. */
  readonly refuse?: (error: AppError) => void;
  /** Scans come before any open dialog; the screen closes it. */
  readonly isOverDialogs?: boolean;
}

export interface ScanRouter {
  readonly store: StoreApi<{ readonly refusal: AppError | null }>;
  /** Puts a taker on top until the returned function is called. */
  readonly offer: (taker: ScanTaker) => () => void;
  /** What to do with scans where no screen takes them; null drops them: nobody is signed in. */
  readonly setFallback: (take: ScanTaker['take'] | null) => void;
  readonly accepts: (scanned: string) => boolean;
  readonly scan: (scanned: string) => void;
  readonly forgetRefusal: () => void;
}

export function createScanRouter({ isDialogOpen }: { readonly isDialogOpen: () => boolean }): ScanRouter {
  const store = createStore<{ refusal: AppError | null }>(() => ({ refusal: null }));
  const takers: ScanTaker[] = [];
  const waiting: string[] = [];
  let fallback: ScanTaker['take'] | null = null;
  let isRunning = false;

  const current = (): ScanTaker | null => takers.at(-1) ?? (fallback ? { take: fallback } : null);

  function refuse(taker: ScanTaker, error: AppError): void {
    if (taker.refuse) taker.refuse(error);
    else store.setState({ refusal: error });
  }

  function give(scanned: string): void | Promise<unknown> {
    const taker = current();
    if (!taker) return;
    if (isDialogOpen() && !taker.isOverDialogs)
      return refuse(taker, { code: 'DIALOG_OPEN', message: say('scan.dialogOpen') });
    return taker.take(scanned);
  }

  async function run(): Promise<void> {
    isRunning = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const taking = give(next);
        if (taking) await taking;
      }
    } finally {
      isRunning = false;
      if (waiting.length > 0) void run();
    }
  }

  return {
    store,
    offer: (taker) => {
      takers.push(taker);
      return () => {
        takers.splice(takers.indexOf(taker), 1);
      };
    },
    setFallback: (take) => {
      fallback = take;
    },
    accepts: (scanned) => containsCardNumber(scanned) || (current()?.accepts?.(scanned) ?? false),
    scan: (scanned) => {
      const taker = current();
      if (!taker) return;
      store.setState({ refusal: null });
      if (containsCardNumber(scanned)) return refuse(taker, { code: 'CARD_NUMBER', message: say('door.cardNumber') });
      if (waiting.length >= MOST_WAITING)
        return refuse(taker, { code: 'TOO_MANY_SCANS', message: say('scan.tooMany', { count: MOST_WAITING }) });
      waiting.push(scanned);
      if (!isRunning) void run();
    },
    forgetRefusal: () => store.setState({ refusal: null }),
  };
}
