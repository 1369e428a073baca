/** Scans in React: a screen says what it does with them while it is mounted. */
import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import { assert } from '../../../src-shared/domain/result.ts';
import type { ScanRouter, ScanTaker } from './scan-router.ts';

export const ScanContext = createContext<ScanRouter | null>(null);

export function useScanRouter(): ScanRouter {
  const scans = useContext(ScanContext);
  assert(scans, 'scans are used outside the window');
  return scans;
}

/**
 * Takes the window's scans while mounted, before every screen that was mounted earlier. While a promise that `take`
 * gives is not kept, further scans wait. A screen that does not ask leaves them to the window, which opens Bookings.
 */
export function useScan(take: ScanTaker['take'], options: Omit<ScanTaker, 'take'> = {}): void {
  const scans = useScanRouter();
  const takeNow = useEffectEvent(take);
  const refuse = useEffectEvent((error: Parameters<NonNullable<ScanTaker['refuse']>>[0]) => options.refuse?.(error));
  const accepts = useEffectEvent((scanned: string) => options.accepts?.(scanned) ?? false);
  const isOverDialogs = options.isOverDialogs ?? false;
  const saysRefusals = options.refuse !== undefined;
  useEffect(
    () =>
      scans.offer({
        take: (scanned) => takeNow(scanned),
        accepts: (scanned) => accepts(scanned),
        isOverDialogs,
        ...(saysRefusals ? { refuse: (error) => refuse(error) } : {}),
      }),
    [scans, isOverDialogs, saysRefusals],
  );
}
