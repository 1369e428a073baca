/** What reaches a handler from outside: who, where, when, and fresh ids and random bytes. No handler has another source. */
import type { FactsBuilder } from './facts.ts';
import type { SeatFinders } from './seat-finders.ts';
import type { CommandReader, Reader } from './store.ts';
import type { Result } from '../domain/result.ts';
import type { TicketVerifier } from '../domain/tickets/code.ts';

export interface CommandContext {
  readonly agencyId: string;
  readonly deviceId: string;
  readonly deviceNumber: number;
  readonly userId: string;
  /** The manager whose PIN allowed this one act; null when the user's own rights did. */
  readonly allowedBy: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly facts: FactsBuilder;
  /** Pure: the keys it knows do not change while the program runs. */
  readonly ticketVerifier: TicketVerifier;
  /** Nothing may be decided on what they say that is not decided again on locked rows. */
  readonly seatFinders: SeatFinders;
  newId(): string;
  random(count: number): Uint8Array;
}

export interface QueryContext {
  readonly agencyId: string;
  readonly deviceId: string;
  readonly userId: string;
  readonly now: number;
  readonly seatFinders: SeatFinders;
}

/** Loads what it needs, lets a pure rule decide, and leaves the outcome in `context.facts`. */
export type CommandHandler<I, O> = (read: CommandReader, context: CommandContext, input: I) => Promise<Result<O>>;

export type QueryHandler<I, O> = (read: Reader, context: QueryContext, input: I) => Promise<Result<O>>;
