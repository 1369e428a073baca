import { ledgerTransaction, type LedgerTransaction } from '../domain/ledger/accounts.ts';
import type { CommandContext } from '../core/context.ts';

/** Writes a balanced transaction into the command's facts; one without entries is not written. */
export function postLedger(context: CommandContext, unproven: LedgerTransaction): void {
  const transaction = ledgerTransaction(unproven);
  if (transaction.entries.length === 0) return;
  const { facts, now, userId, deviceId } = context;
  const transactionId = context.newId();
  facts.insert('ledgerTransactions', {
    id: transactionId,
    kind: transaction.kind,
    saleId: transaction.saleId ?? null,
    cashSessionId: transaction.cashSessionId ?? null,
    userId,
    deviceId,
    at: now,
    description: transaction.description,
  });
  for (const entry of transaction.entries)
    facts.insert('ledgerEntries', {
      id: context.newId(),
      transactionId,
      account: entry.account,
      amountMinor: entry.amountMinor,
      currency: transaction.currency,
      at: now,
      saleId: transaction.saleId ?? null,
      eventId: entry.eventId ?? null,
      ticketId: entry.ticketId ?? null,
      priceLevelId: entry.priceLevelId ?? null,
      ticketTypeId: entry.ticketTypeId ?? null,
      supplierId: entry.supplierId ?? null,
      userId,
      cashSessionId: entry.cashSessionId ?? null,
    });
}
