import { decideClosing } from '../../domain/cash/cash-session.ts';
import { drawerSheet, type DrawerFigures } from '../../domain/receipt/drawer-sheet.ts';
import { cashSessionMachine } from '../../domain/inventory/states.ts';
import { assert, fail, type Result } from '../../domain/result.ts';
import type { CashSessionView } from '../../contract/cash.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { expectedInDrawer } from '../../queries/cash-session-view.ts';
import { drawerFigures } from '../../queries/drawer-figures.ts';
import { text } from '../../text/text.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { writeDrawerReceipt } from './drawer-receipt.ts';
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
  const figures = await drawerFigures(read.peek, session, await approvalOf(read, approval));
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
  await writeDrawerReceipt(read, context, closed, {
    kind: 'Z',
    sections: drawerSheet(figures, context.now),
    signatures: [text('till.z.signature'), text('till.z.signature2')],
  });
  return answerWith(read, context, closed);
}

async function approvalOf(read: CommandReader, approval: Approval | null): Promise<DrawerFigures['approval']> {
  if (approval === null) return null;
  const [approver] = await read.loadShared('users', { id: approval.by });
  return { by: approver?.name ?? '', reason: approval.reason };
}

/** A drawer's state while it is open, on paper: for those who may know what should be in it. */
export const reportDrawer: Command<'cash.report'> = async (read, context) => {
  const session = await loadSession(read, context);
  if (!session.ok) return session;
  const figures = await drawerFigures(read.peek, session.value, null);
  await writeDrawerReceipt(read, context, session.value, {
    kind: 'X',
    sections: drawerSheet(figures, null),
    signatures: [],
  });
  return answerWith(read, context, session.value);
};

/** Its own clerk closes it, within the limit. */
export const closeDrawer: Command<'cash.close'> = (read, context) => close(read, context, null);

/** With a manager's word: over the limit, or because its clerk is not here. */
export const closeApproved: Command<'cash.closeApproved'> = (read, context, { reason }) =>
  close(read, context, { by: context.allowedBy ?? context.userId, reason });
