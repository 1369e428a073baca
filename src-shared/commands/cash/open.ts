import { floatPosting } from '../../domain/cash/cash-session.ts';
import { totalOfCount } from '../../domain/cash/denominations.ts';
import { assert, fail } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { answerWith, loadSession } from './load-session.ts';

export const openDrawer: Command<'cash.open'> = async (read, context, { denominations }) => {
  const floatMinor = totalOfCount(denominations);
  if (!floatMinor.ok) return floatMinor;
  const [agency] = await read.loadShared('agencies', { id: context.agencyId });
  assert(agency, 'the house is set up');
  const existing = await loadSession(read, context);
  if (existing.ok) {
    const [owner] = await read.loadShared('users', { id: existing.value.userId });
    const userName = owner?.name ?? '';
    return fail('DRAWER_OPEN', text('cash.drawerOpen', { name: userName }), { userName });
  }
  const { facts, now, userId } = context;
  const session = facts.insert('cashSessions', {
    id: context.newId(),
    deviceId: context.deviceId,
    userId,
    status: 'OPEN',
    currency: agency.currency,
    openedAt: now,
    closedAt: null,
    floatMinor: floatMinor.value,
    countedMinor: null,
    differenceMinor: null,
    approvedBy: null,
  });
  facts.insert('cashCounts', {
    id: context.newId(),
    cashSessionId: session.id,
    kind: 'FLOAT',
    denominations,
    totalMinor: floatMinor.value,
    userId,
    at: now,
  });
  postLedger(context, {
    ...floatPosting(session.id, floatMinor.value),
    currency: session.currency,
    cashSessionId: session.id,
    description: text('cash.float'),
  });
  return answerWith(read, context, session);
};
