/**
 * Sends queued paper to its printers, one piece after the other, tickets and receipts beside each other.
 *
 * 1. An item is marked SENT, durably, before its first byte leaves: a power cut leaves SENT, never a second print.
 * 2. Nothing is sent twice by itself. What was SENT when the program stopped becomes UNKNOWN, for a person to look at.
 * 3. A printer in trouble is left alone until there is new paper for it or `retry` is called: what was queued behind
 *    the trouble stays QUEUED. A receipt that prints meanwhile must not send the next ticket into the jam.
 *
 * It has no timer: `drain` is called at start and after commands, `retry` when a printer may be back.
 */
import { sql } from 'drizzle-orm';
import type { DeviceSettings } from '../../src-shared/contract/paper.ts';
import type { Executor } from '../../src-shared/core/execute.ts';
import type { Store } from '../../src-shared/core/store.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { Row } from '../../src-shared/schema/schema.ts';
import { text } from '../../src-shared/text/text.ts';
import type { PrintOutcome, ReceiptPrinter, TicketPrinter } from './printer.ts';

export interface PrintQueueDependencies {
  readonly store: Store;
  readonly executor: Executor;
  readonly newId: () => string;
  readonly settings: () => Promise<DeviceSettings>;
  /** Null when none is set. */
  readonly ticketPrinter: (settings: DeviceSettings) => TicketPrinter | null;
  readonly receiptPrinter: (settings: DeviceSettings) => ReceiptPrinter | null;
  /** One ticket's page. Errors: when the ticket is not valid any more; then nobody needs to look. */
  readonly ticketPdf: (item: Row<'printItems'>, settings: DeviceSettings) => Promise<Result<Uint8Array>>;
  readonly receiptBytes: (item: Row<'printItems'>, settings: DeviceSettings) => Promise<Result<Uint8Array>>;
}

export interface PrintQueue {
  /** Settles what a former run left, then drains. */
  start(): Promise<void>;
  /** Prints what is queued; returns when nothing is left or every printer with paper waiting is in trouble. */
  drain(): Promise<void>;
  /** The same, and printers in trouble are tried again. */
  retry(): Promise<void>;
  /** Breaks off what is printing (it becomes UNKNOWN) and takes up nothing more. */
  stop(): Promise<void>;
}

type Kind = Row<'printItems'>['kind'];
type Mark = { state: 'SENT' | 'PRINTED' | 'FAILED' | 'UNKNOWN'; problem: string | null };

const SYSTEM = { userId: 'system', allowedBy: null };

export function createPrintQueue(dependencies: PrintQueueDependencies): PrintQueue {
  const { store, executor } = dependencies;
  const stopping = new AbortController();
  /** What was queued behind the trouble of a printer, until it is tried again. */
  const behindTrouble = new Map<Kind, ReadonlySet<string>>();

  /** @returns false when it could not be written down: then nothing may be sent. */
  async function mark(item: { readonly id: string }, { state, problem }: Mark): Promise<boolean> {
    const marked = await executor.run(
      'print.mark',
      { printItemId: item.id, state, problem: problem === null ? null : problem.slice(0, LONGEST_PROBLEM) },
      SYSTEM,
      dependencies.newId(),
    );
    return marked.ok;
  }

  function queued(kind: Kind): Promise<Row<'printItems'>[]> {
    return store.read.rows(
      'printItems',
      sql`where agency_id = ${store.agencyId} and state = 'QUEUED' and kind = ${kind} order by created_at, id`,
    );
  }

  /** @returns whether the printer can be given more */
  async function print(item: Row<'printItems'>): Promise<boolean> {
    const settings = await dependencies.settings();
    const job = await jobOf(dependencies, item, settings, stopping.signal);
    if (!job.ok) return mark(item, job.failed);
    if (!(await mark(item, { state: 'SENT', problem: null }))) return false;
    const { after, goOn } = outcomeOf(await job.send());
    return (await mark(item, after)) && goOn;
  }

  async function drainKind(kind: Kind): Promise<Ended> {
    for (;;) {
      if (stopping.signal.aborted) return 'STOPPED';
      const items = await queued(kind);
      const [item] = items;
      if (!item) return 'EMPTY';
      const waiting = behindTrouble.get(kind);
      if (waiting !== undefined && items.every(({ id }) => waiting.has(id))) return 'STOPPED';
      behindTrouble.delete(kind);
      if (await print(item)) continue;
      behindTrouble.set(kind, new Set((await queued(kind)).map(({ id }) => id)));
      return 'STOPPED';
    }
  }

  const drainTickets = createRunner(() => drainKind('TICKET'));
  const drainReceipts = createRunner(() => drainKind('RECEIPT'));
  const drain = async (): Promise<void> => void (await Promise.all([drainTickets(), drainReceipts()]));

  return {
    drain,
    retry: () => {
      behindTrouble.clear();
      return drain();
    },
    start: async () => {
      const left = await store.read.rows(
        'printItems',
        sql`where agency_id = ${store.agencyId} and state = 'SENT' order by created_at, id`,
      );
      for (const item of left) await mark(item, { state: 'UNKNOWN', problem: text('print.leftSent') });
      await drain();
    },
    stop: async () => {
      stopping.abort();
      await drain();
    },
  };
}

type Job = { ok: true; send: () => Promise<Result<PrintOutcome>> } | { ok: false; failed: Mark };

/** What is to be sent for an item, or what becomes of one for which nothing can be. */
async function jobOf(
  dependencies: PrintQueueDependencies,
  item: Row<'printItems'>,
  settings: DeviceSettings,
  signal: AbortSignal,
): Promise<Job> {
  const printer = item.kind === 'TICKET' ? dependencies.ticketPrinter(settings) : dependencies.receiptPrinter(settings);
  if (!printer) return { ok: false, failed: { state: 'FAILED', problem: text('print.noPrinter') } };
  const make = item.kind === 'TICKET' ? dependencies.ticketPdf : dependencies.receiptBytes;
  try {
    const bytes = await make(item, settings);
    // A ticket given back before it was printed: there is nothing that a person should do about it.
    if (!bytes.ok) return { ok: false, failed: { state: 'FAILED', problem: null } };
    return { ok: true, send: () => printer.print(bytes.value, signal) };
  } catch (error) {
    return { ok: false, failed: { state: 'FAILED', problem: text('print.broken', { reason: String(error) }) } };
  }
}

/** As the contract of print.mark has it. */
const LONGEST_PROBLEM = 300;

/**
 * SENT means that nobody will ever tell more (a system's print queue): it counts as printed, or every ticket of such a
 * house would stand in the list for ever. After trouble the paper behind waits: a jam must not eat it.
 */
function outcomeOf(sent: Result<PrintOutcome>): { after: Mark; goOn: boolean } {
  if (sent.ok) return { after: { state: 'PRINTED', problem: null }, goOn: true };
  const state = sent.error.code === 'PRINT_UNKNOWN' ? 'UNKNOWN' : 'FAILED';
  return { after: { state, problem: sent.error.message }, goOn: false };
}

/** STOPPED: a printer in trouble, a record that could not be written, or the program ends. */
type Ended = 'EMPTY' | 'STOPPED';

/**
 * Runs `work` one at a time. A call while it runs makes it look once more, unless it stopped: what it wrote down itself
 * may have been the call, and would send one piece after the other into the same trouble.
 */
function createRunner(work: () => Promise<Ended>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do again = false;
      while ((await work()) === 'EMPTY' && again);
    } finally {
      running = null;
    }
  };
  return () => {
    if (running) again = true;
    else running = run();
    return running;
  };
}
