/**
 * What crosses between a window, its shell and the core: plain data that survives structured clone and MessagePack.
 * A shell passes these on unread; only the core interprets them.
 */
import type { AppError, Result } from '../domain/result.ts';

export interface CallRequest {
  /** Numbers the call on its connection, so that the answer finds its way back. */
  readonly call: number;
  readonly name: string;
  readonly input: unknown;
  /** One per thing a person does, repeated on every retry: a command runs once. Queries send it too. */
  readonly action: string;
  /** The window's session, from session.signIn; null before. */
  readonly session: string | null;
  /** A manager's PIN in place, for this one call. */
  readonly override?: { readonly userId: string; readonly pin: string };
}

export interface CallAnswer {
  readonly call: number;
  readonly result: Result<unknown, AppError>;
}

/** Says that something changed. It carries data only where a screen must be quick (topics `event-seats` and `scans`). */
export interface Notice {
  readonly topic: string;
  readonly data: unknown;
}

export type ToCore =
  | { readonly kind: 'call'; readonly request: CallRequest }
  | { readonly kind: 'answer-host'; readonly ask: number; readonly result: Result<unknown> }
  | { readonly kind: 'stop' };

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'answer'; readonly answer: CallAnswer }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** The core asks its shell for what only the shell can do (print on the system's printer, open a folder, keep a secret). */
  | { readonly kind: 'ask-host'; readonly ask: number; readonly name: string; readonly input: unknown };

/** The two-member seam under every shell: a MessagePort, a child process, a WebSocket or a pair in memory. */
export interface Port<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
}
