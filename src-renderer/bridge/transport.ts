/**
 * What a bridge needs of the road to the core. Two exist: the preload of Electron and the socket of the loopback shell.
 */
import type { CallAnswer, CallRequest, Notice } from '../../src-shared/contract/wire.ts';
import type { AppError } from '../../src-shared/domain/result.ts';

/** How a window stands with its core; a screen shows anything but `open`. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** The road is cut; it is being tried again. */
  | { readonly kind: 'lost' }
  /** The road is there, the core behind it is being started again. */
  | { readonly kind: 'restarting' }
  /** This address was used before or the program was started anew: only a new address helps. */
  | { readonly kind: 'refused' }
  /** The core cannot be had; the error says why, to a person. */
  | { readonly kind: 'failed'; readonly error: AppError };

export interface Transport {
  /** Answered once. A transport that loses its road sends the request again by itself; the core knows it by its action id. */
  call(request: CallRequest): Promise<CallAnswer>;
  onNotice(listener: (notice: Notice) => void): () => void;
  connection(): Connection;
  onConnection(listener: (connection: Connection) => void): () => void;
}

/** The clock and the dice of waiting, so that a test holds both. */
export interface Waiting {
  /** Runs `run` once, `delayMs` from now; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
}

export const browserWaiting: Waiting = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** A wait that doubles from `firstMs` up to `longestMs`, shortened by up to half at random so that windows do not knock together. */
export function backOffMs(attempt: number, firstMs: number, longestMs: number, random: () => number): number {
  return Math.min(longestMs, firstMs * 2 ** attempt) * (1 - random() / 2);
}
