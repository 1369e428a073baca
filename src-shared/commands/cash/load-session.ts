/** The session of this device's drawer, locked, and the answer that every cash command gives. */
import { sql } from 'drizzle-orm';
import type { CashSessionView } from '../../contract/cash.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { cashSessionView } from '../../queries/cash-session-view.ts';
import { int } from '../../schema/kit.ts';
import type { Row } from '../../schema/schema.ts';
import { text } from '../../text/text.ts';

/** Whoever's it is. Errors: NO_CASH_SESSION. */
export async function loadSession(read: CommandReader, context: CommandContext): Promise<Result<Row<'cashSessions'>>> {
  const [session] = await read.load('cashSessions', { deviceId: context.deviceId, status: ['OPEN', 'COUNTING'] });
  return session ? ok(session) : fail('NO_CASH_SESSION', text('cash.noSession'));
}

/** Read after the session is locked: tenders are added under that lock only. Errors: CASH_TENDER_WAITING. */
export async function refuseWaitingTenders(
  read: CommandReader,
  { agencyId }: CommandContext,
  cashSessionId: string,
): Promise<Result<null>> {
  const [waiting] = await read.peek(
    { count: int() },
    sql`select count(*) from payments where agency_id = ${agencyId} and cash_session_id = ${cashSessionId} and status = 'PENDING'`,
  );
  return waiting!.count === 0 ? ok(null) : fail('CASH_TENDER_WAITING', text('cash.tenderWaiting'));
}

/** The session as it will be once the command's facts are written. */
export async function answerWith(
  read: CommandReader,
  context: CommandContext,
  session: Row<'cashSessions'>,
): Promise<Result<CashSessionView>> {
  const unwritten = {
    movements: context.facts.rowsOf('cashMovements').map(({ after }) => after),
    receipts: context.facts.rowsOf('receipts').map(({ after }) => after),
    entries: context.facts.rowsOf('ledgerEntries').map(({ after }) => after),
  };
  return ok(await cashSessionView(read.peek, context, session, unwritten));
}
