/**
 * Runs commands: dedupes, decides, applies, records, in one transaction each; then tells the screens.
 *
 * Invariant X1: the answer to an action is kept with its effect; a repeated action gets the first answer.
 * Invariant X2: nothing is announced or answered before it is durable in two places.
 */
import { sql } from 'drizzle-orm';
import { fail, ok, type AppError, type Result } from '../domain/result.ts';
import type { TicketVerifier } from '../domain/tickets/code.ts';
import { json, text as textColumn } from '../schema/kit.ts';
import { text } from '../text/text.ts';
import type { CommandContext, CommandHandler } from './context.ts';
import { FactsBuilder } from './facts.ts';
import { noticesOf, seatNoticesOf } from './notices.ts';
import type { Recorder } from './recorder.ts';
import type { SeatFinders } from './seat-finders.ts';
import { StoreBusy, StoreFull, StoreUnwritable, UniqueRuleBroken, type Store, type WriteTransaction } from './store.ts';
import { calls } from '../contract/calls.ts';
import type { Notice } from '../contract/wire.ts';

export interface Caller {
  readonly userId: string;
  readonly allowedBy: string | null;
}

export interface ExecutorDependencies {
  readonly store: Store;
  readonly recorder: Recorder;
  readonly handlers: Readonly<Record<string, CommandHandler<never, unknown>>>;
  readonly device: { readonly id: string; readonly number: number };
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: (count: number) => Uint8Array;
  readonly ticketVerifier: TicketVerifier;
  /** Handed to the handlers, and told of every commit. */
  readonly seatFinders: SeatFinders;
  readonly notify: (notice: Notice) => void;
}

export interface Executor {
  /**
   * @param action made where a person acted and repeated on every retry
   * @returns the handler's answer or refusal; ACTION_REUSED, STORE_BUSY, STORE_FULL, STORE_UNWRITABLE, CONFLICT; and
   *   SECOND_JOURNAL_FULL, SECOND_JOURNAL_UNWRITABLE: it is done, and the same action gets its answer later
   */
  run(name: string, input: unknown, caller: Caller, action: string): Promise<Result<unknown>>;
}

const storedAnswer = { name: textColumn(), answer: json<unknown>() };

export function createExecutor(dependencies: ExecutorDependencies): Executor {
  const { store, recorder } = dependencies;
  /** Of commands that are done and whose second copy could not be written: told when it is. */
  const untold: Notice[] = [];
  const settle = (): void => {
    recorder.settle();
    for (const notice of untold.splice(0)) dependencies.notify(notice);
  };
  return {
    run: async (name, input, caller, action) => {
      try {
        settle();
      } catch (error) {
        // What cannot be written may be this very action, sent again.
        const isDone = (await store.read.query(storedAnswer, storedAnswerOf(store, action))).length > 0;
        return { ok: false, error: isDone ? secondCopyRefusal(error) : refusalOf(error) };
      }
      try {
        const { result, notices } = await store.write((transaction) =>
          decideAndApply(dependencies, transaction, name, input, caller, action),
        );
        if (!result.ok) return result;
        untold.push(...notices);
        return afterCommit(settle, result);
      } catch (error) {
        return { ok: false, error: refusalOf(error) };
      }
    },
  };
}

function afterCommit(settle: () => void, result: Result<unknown>): Result<unknown> {
  try {
    settle();
    return result;
  } catch (error) {
    return { ok: false, error: secondCopyRefusal(error) };
  }
}

function storedAnswerOf({ agencyId }: Store, action: string) {
  return sql`select name, answer from commands where agency_id = ${agencyId} and id = ${action}`;
}

async function decideAndApply(
  dependencies: ExecutorDependencies,
  transaction: WriteTransaction,
  name: string,
  input: unknown,
  caller: Caller,
  action: string,
) {
  const { store, recorder, handlers, device, seatFinders } = dependencies;
  const [earlier] = await transaction.peek(storedAnswer, storedAnswerOf(store, action));
  if (earlier) {
    const value = earlier.name === name ? ok(earlier.answer) : fail('ACTION_REUSED', text('core.actionReused'));
    return { commit: false, value: { result: value as Result<unknown>, notices: [] } };
  }
  const now = dependencies.now();
  const facts = new FactsBuilder(store.agencyId, now);
  const context: CommandContext = {
    agencyId: store.agencyId,
    deviceId: device.id,
    deviceNumber: device.number,
    ...caller,
    now,
    facts,
    newId: dependencies.newId,
    random: dependencies.random,
    ticketVerifier: dependencies.ticketVerifier,
    seatFinders,
  };
  const result = await handlers[name]!(transaction, context, input as never);
  if (!result.ok) return { commit: false, value: { result: result as Result<unknown>, notices: [] } };
  facts.insert('commands', { id: action, name, userId: caller.userId, answer: result.value ?? null });
  const decided = facts.build();
  const recording = recorder.record({
    commandId: action,
    name,
    ...caller,
    at: now,
    subject: subjectOf(facts),
    input: withoutRawFields(name, input),
    facts: decided,
  });
  const feedNumbers = await numberFeeds(store.agencyId, transaction, facts, now);
  await transaction.apply(decided);
  await transaction.apply(feedNumbers.facts);
  await transaction.apply(recording.facts);
  const seats = seatNoticesOf(facts, feedNumbers.byEvent);
  return {
    commit: true,
    value: { result: result as Result<unknown>, notices: noticesOf(facts, seats) },
    committed: () => {
      // Before the next command begins: it would read the event anew for want of this one's change.
      seats.forEach(seatFinders.follow);
      recording.committed();
    },
  };
}

/** Each store numbers its own changes per event, so that a screen knows what it has already seen. */
async function numberFeeds(agencyId: string, transaction: WriteTransaction, facts: FactsBuilder, now: number) {
  const eventIds = new Set(facts.rowsOf('eventSeats').map(({ after }) => after.eventId));
  for (const operation of facts.bulkOperations)
    if (typeof operation.arguments['eventId'] === 'string') eventIds.add(operation.arguments['eventId']);
  const builder = new FactsBuilder(agencyId, now);
  const byEvent = new Map<string, number>();
  if (eventIds.size > 0) {
    const feeds = await transaction.load('feeds', { id: [...eventIds].map((eventId) => `event:${eventId}`) });
    for (const eventId of eventIds) {
      const feed = feeds.find((row) => row.id === `event:${eventId}`);
      const number = (feed?.number ?? 0) + 1;
      if (feed) builder.change('feeds', feed, { number });
      else builder.insert('feeds', { id: `event:${eventId}`, number });
      byEvent.set(eventId, number);
    }
  }
  return { facts: builder.build(), byEvent };
}

/** Files and secrets stay out of the journal: what came of a file is in the facts. */
function withoutRawFields(name: string, input: unknown): unknown {
  const { rawFields = [] } =
    (calls as Readonly<Record<string, { readonly rawFields?: readonly string[] }>>)[name] ?? {};
  if (rawFields.length === 0 || input === null || typeof input !== 'object') return input;
  return Object.fromEntries(Object.entries(input).filter(([field]) => !rawFields.includes(field)));
}

/** What the command was mainly about: the first of these that it touched. */
function subjectOf(facts: FactsBuilder): string | null {
  const [sale] = facts.rowsOf('sales');
  if (sale) return sale.after.id;
  const [booking] = facts.rowsOf('bookings');
  if (booking) return booking.after.saleId;
  const [ticket] = facts.rowsOf('tickets');
  if (ticket) return ticket.after.saleId;
  const [paper] = facts.rowsOf('printItems');
  if (paper?.after.saleId) return paper.after.saleId;
  const [payment] = facts.rowsOf('payments');
  if (payment) return payment.after.saleId;
  for (const table of ['purchaseOrders', 'events', 'mapVersions', 'cashSessions'] as const) {
    const [row] = facts.rowsOf(table);
    if (row) return row.after.id;
  }
  const [receipt] = facts.rowsOf('receipts');
  if (receipt?.after.cashSessionId) return receipt.after.cashSessionId;
  return facts.rowsOf('eventSeats')[0]?.after.eventId ?? null;
}

/** The effect is committed; only its second copy is missing. A retry of the same action gets its answer. */
function secondCopyRefusal(error: unknown): AppError {
  if (error instanceof StoreFull)
    return { code: 'SECOND_JOURNAL_FULL', message: text('core.secondJournalFull', whereAndWhy(error)) };
  if (error instanceof StoreUnwritable)
    return { code: 'SECOND_JOURNAL_UNWRITABLE', message: text('core.secondJournalUnwritable', whereAndWhy(error)) };
  throw error;
}

function whereAndWhy({ place, message }: StoreUnwritable) {
  return { place: place ?? text('core.thisPlace'), reason: message };
}

function refusalOf(error: unknown): AppError {
  if (error instanceof StoreFull) return { code: 'STORE_FULL', message: text('core.storeFull', whereAndWhy(error)) };
  if (error instanceof StoreUnwritable)
    return { code: 'STORE_UNWRITABLE', message: text('core.storeUnwritable', whereAndWhy(error)) };
  if (error instanceof StoreBusy) return { code: 'STORE_BUSY', message: text('core.storeBusy') };
  if (error instanceof UniqueRuleBroken)
    return error.rule === 'tickets_one_live_per_seat'
      ? { code: 'SEAT_TAKEN', message: text('core.seatTaken') }
      : { code: 'CONFLICT', message: text('core.exists'), data: { rule: error.rule } };
  throw error;
}
