import { decideMovement } from '../../domain/cash/cash-session.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { answerWith } from './load-session.ts';
import { openSessionFor } from './open-session.ts';

/** Paid in, paid out, dropped to the safe, or opened for no sale: each with its reason. */
export const moveCash: Command<'cash.move'> = async (read, context, { kind, amountMinor, reason }) => {
  const session = await openSessionFor(read, context);
  if (!session.ok) return session;
  const { id: cashSessionId, currency } = session.value;
  const posting = decideMovement(cashSessionId, kind, amountMinor);
  if (!posting.ok) return posting;
  context.facts.insert('cashMovements', {
    id: context.newId(),
    cashSessionId,
    kind,
    amountMinor,
    reason,
    userId: context.userId,
    at: context.now,
  });
  if (posting.value !== null) postLedger(context, { ...posting.value, currency, cashSessionId, description: reason });
  return answerWith(read, context, session.value);
};
