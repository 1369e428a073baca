/** A scanner without hardware: for training, for tests, and for trying the door screen on a PC that has none. */
import type { ScannedCode, Scanner } from './scanner.ts';

export interface VirtualScanner extends Scanner {
  scan(code: ScannedCode): void;
  lose(reason: string): void;
}

export function createVirtualScanner(name: string): VirtualScanner {
  const scanListeners = new Set<(code: ScannedCode) => void>();
  const lostListeners = new Set<(reason: string) => void>();
  const listen = <T>(listeners: Set<T>, listener: T) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const close = () => {
    scanListeners.clear();
    lostListeners.clear();
  };
  return {
    name,
    onScan: (listener) => listen(scanListeners, listener),
    onLost: (listener) => listen(lostListeners, listener),
    close,
    scan(code) {
      for (const listener of scanListeners) listener(code);
    },
    lose(reason) {
      const listeners = [...lostListeners];
      close();
      for (const listener of listeners) listener(reason);
    },
  };
}
