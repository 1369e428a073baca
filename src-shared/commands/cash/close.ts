import { decideClosing } from '../../domain/cash/cash-session.ts';
import { cashSessionMachine } from '../../domain/inventory/states.ts';
import { assert, fail, type Result } from '../../domain/result.ts';
import type { CashSessionView } from '../../contract/cash.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { expectedInDrawer } from '../../queries/cash-session-view.ts';
import { text } from '../../text/text.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { answerWith, loadSession, refuseWaitingTenders } from './load-session.ts';

interface Approval {
  readonly by: string;
  readonly reason: string;
}

async function close(
  read: CommandReader,
  context: CommandContext,
  approval: Approval | null,
): Promise<Result<CashSessionView>> {
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  assert(agency, 'the house is set up');
  const loaded = await loadSession(read, context);
  if (!loaded.ok) return loaded;
  const session = loaded.value;
  if (session.userId !== context.userId && approval === null) {
    const [owner] = await read.loadShared('users', { id: session.userId });
    return fail('CASH_SESSION_OF_OTHER', text('cash.closeOfOther', { name: owner?.name ?? '' }));
  }
  if (session.countedMinor === null) return fail('NOT_COUNTED', text('cash.notCounted'));
  const status = cashSessionMachine.move(session.status, 'CLOSED');
  if (!status.ok) return status;
  const settled = await refuseWaitingTenders(read, context, session.id);
  if (!settled.ok) return settled;
  const closing = decideClosing({
    cashSessionId: session.id,
    countedMinor: session.countedMinor,
    expectedMinor: await expectedInDrawer(read.peek, context.agencyId, session.id),
    limitMinor: agency.cashDifferenceLimitMinor,
    isApproved: approval !== null,
  });
  if (!closing.ok) return closing;
  const emptied = approval ? text('cash.emptiedApproved', { reason: approval.reason }) : text('cash.emptied');
  for (const posting of closing.value.postings)
    postLedger(context, {
      ...posting,
      currency: session.currency,
      cashSessionId: session.id,
      description: posting.kind === 'DROP' ? emptied : text('cash.difference'),
    });
  const closed = context.facts.change('cashSessions', session, {
    status: status.value,
    closedAt: context.now,
    differenceMinor: closing.value.differenceMinor,
    approvedBy: approval?.by ?? null,
  });
  return answerWith(read, context, closed);
}

/** Its own clerk closes it, within the limit. */
export const closeDrawer: Command<'cash.close'> = (read, context) => close(read, context, null);

/** With a manager's word: over the limit, or because its clerk is not here. */
export const closeApproved: Command<'cash.closeApproved'> = (read, context, { reason }) =>
  close(read, context, { by: context.allowedBy ?? context.userId, reason });
