/** Whose drawer is open here: what cash needs before it is taken or given back. */
import { fail, ok, type Result } from '../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { CommandContext } from '../../core/context.ts';
import type { CommandReader } from '../../core/store.ts';
import type { Row } from '../../schema/schema.ts';

/** One clerk per session: another may sell, but not for cash. Errors: NO_CASH_SESSION, CASH_SESSION_OF_OTHER, CASH_COUNTING. */
export async function openSessionFor(
  read: CommandReader,
  context: CommandContext,
): Promise<Result<Row<'cashSessions'>>> {
  const [session] = await read.load('cashSessions', { deviceId: context.deviceId, status: ['OPEN', 'COUNTING'] });
  if (!session) return fail('NO_CASH_SESSION', text('cash.noSession'));
  if (session.userId !== context.userId) {
    const [owner] = await read.loadShared('users', { id: session.userId });
    return fail('CASH_SESSION_OF_OTHER', text('cash.sessionOfOther', { name: owner?.name ?? '' }));
  }
  return session.status === 'COUNTING' ? fail('CASH_COUNTING', text('cash.counting')) : ok(session);
}
