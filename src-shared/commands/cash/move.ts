import { decideMovement } from '../../domain/cash/cash-session.ts';
import { movementSheet } from '../../domain/receipt/drawer-sheet.ts';
import { text } from '../../text/text.ts';
import { postLedger } from '../post-ledger.ts';
import type { Command } from '../registry.ts';
import { writeDrawerReceipt } from './drawer-receipt.ts';
import { answerWith } from './load-session.ts';
import { openSessionFor } from './open-session.ts';

/** Paid in, paid out, dropped to the safe, or opened for no sale: each with its reason and its receipt. */
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
  await writeDrawerReceipt(read, context, session.value, {
    kind,
    sections: movementSheet(kind, amountMinor, reason),
    signatures: kind === 'NO_SALE' ? [] : [text('receipt.drawer.signature')],
  });
  return answerWith(read, context, session.value);
};
