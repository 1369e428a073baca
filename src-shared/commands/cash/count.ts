/**
 * Counting the drawer. Whoever may use a drawer may count one (its clerk may have gone home); each count keeps who
 * made it, and all are kept.
 */
import { totalOfCount } from '../../domain/cash/denominations.ts';
import { cashSessionMachine } from '../../domain/inventory/states.ts';
import { fail } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { Command } from '../registry.ts';
import { answerWith, loadSession, refuseWaitingTenders } from './load-session.ts';

export const beginCount: Command<'cash.beginCount'> = async (read, context) => {
  const session = await loadSession(read, context);
  if (!session.ok) return session;
  const settled = await refuseWaitingTenders(read, context, session.value.id);
  if (!settled.ok) return settled;
  const status = cashSessionMachine.move(session.value.status, 'COUNTING');
  if (!status.ok) return status;
  return answerWith(read, context, context.facts.change('cashSessions', session.value, { status: status.value }));
};

export const countDrawer: Command<'cash.count'> = async (read, context, { denominations }) => {
  const total = totalOfCount(denominations);
  if (!total.ok) return total;
  const session = await loadSession(read, context);
  if (!session.ok) return session;
  if (session.value.status !== 'COUNTING') return fail('NOT_COUNTING', text('cash.notCounting'));
  context.facts.insert('cashCounts', {
    id: context.newId(),
    cashSessionId: session.value.id,
    kind: 'CLOSE',
    denominations,
    totalMinor: total.value,
    userId: context.userId,
    at: context.now,
  });
  const counted = context.facts.change('cashSessions', session.value, { countedMinor: total.value });
  return answerWith(read, context, counted);
};

/** Back to selling: what was counted counts no more. */
export const reopenDrawer: Command<'cash.reopen'> = async (read, context) => {
  const session = await loadSession(read, context);
  if (!session.ok) return session;
  const status = cashSessionMachine.move(session.value.status, 'OPEN');
  if (!status.ok) return status;
  const open = context.facts.change('cashSessions', session.value, { status: status.value, countedMinor: null });
  return answerWith(read, context, open);
};
