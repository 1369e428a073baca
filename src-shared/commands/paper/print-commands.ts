/** The print queue: what came out, what did not, and what is wanted again. */
import { decideMark, decideReplacement, decideSettlement } from '../../domain/paper/print-rules.ts';
import { fail, ok } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { Commands } from '../registry.ts';

export const printCommands: Commands<'print'> = {
  'print.again': async (read, context, { printItemIds }) => {
    const items = await read.load('printItems', { id: printItemIds });
    if (items.length !== new Set(printItemIds).size) return fail('NO_SUCH_PRINT', text('print.noSuch'));
    for (const item of items) {
      const replaced = decideReplacement(item);
      if (!replaced.ok) return replaced;
      context.facts.change('printItems', item, replaced.value);
      context.facts.insert('printItems', {
        id: context.newId(),
        kind: item.kind,
        ticketId: item.ticketId,
        receiptId: item.receiptId,
        saleId: item.saleId,
        state: 'QUEUED',
        isCopy: item.isCopy,
        reason: item.reason,
        userId: context.userId,
        attempts: 0,
        problem: null,
      });
    }
    return ok(null);
  },
  'print.settle': async (read, context, { printItemId, outcome }) => {
    const [item] = await read.load('printItems', { id: printItemId });
    if (!item) return fail('NO_SUCH_PRINT', text('print.noSuch'));
    const settled = decideSettlement(item, outcome);
    if (!settled.ok) return settled;
    context.facts.change('printItems', item, settled.value);
    return ok(null);
  },
  'print.mark': async (read, context, { printItemId, state, problem }) => {
    const [item] = await read.load('printItems', { id: printItemId });
    if (!item) return fail('NO_SUCH_PRINT', text('print.noSuch'));
    const marked = decideMark(item, state, problem);
    if (!marked.ok) return marked;
    context.facts.change('printItems', item, marked.value);
    return ok(null);
  },
};
