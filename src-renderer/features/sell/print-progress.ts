/** How the paper of a sale stands, of the newest item for each piece of paper. Pure. */
import type { PrintItemView } from '../../../src-shared/contract/paper.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { Tone } from '../../ui/ToneMark.tsx';

export interface PrintProgress {
  readonly tone: Tone;
  readonly words: string;
  /** Items that a person may print again. */
  readonly again: readonly string[];
}

/** `items` oldest first. Tickets only: a receipt that waits is no reason to keep a customer. */
export function printProgress(items: readonly PrintItemView[]): PrintProgress {
  const tickets = items.filter(({ kind }) => kind === 'TICKET');
  const newest = [...Map.groupBy(tickets, ({ what }) => what).values()].map((same) => same.at(-1)!);
  const count = newest.length;
  const done = newest.filter(({ state }) => state === 'PRINTED').length;
  const failed = newest.filter(({ state, problem }) => state === 'UNKNOWN' || (state === 'FAILED' && problem !== null));
  if (count === 0) return { tone: 'idle', words: text('sell.print.byHand'), again: [] };
  if (failed.length > 0)
    return {
      tone: 'warn',
      words: text('sell.print.failed', { count: failed.length, total: count }),
      again: failed.map(({ printItemId }) => printItemId),
    };
  if (done === count) return { tone: 'ok', words: text('sell.print.printed', { done, count }), again: [] };
  return { tone: 'note', words: text('sell.print.printing', { done, count }), again: [] };
}
