/** What screens read of drawers. */
import { sql } from 'drizzle-orm';
import type { Queries } from '../commands/registry.ts';
import { fail, ok } from '../domain/result.ts';
import { text } from '../text/text.ts';
import { cashSessionView } from './cash-session-view.ts';

export const cashQueries: Queries<'cash'> = {
  'cash.current': async (read, context) => {
    const [session] = await read.rows(
      'cashSessions',
      sql`where agency_id = ${context.agencyId} and device_id = ${context.deviceId} and status <> 'CLOSED'`,
    );
    return ok(session ? await cashSessionView(read.query, context, session) : null);
  },
  'cash.session': async (read, context, { cashSessionId }) => {
    const [session] = await read.rows(
      'cashSessions',
      sql`where agency_id = ${context.agencyId} and id = ${cashSessionId}`,
    );
    return session
      ? ok(await cashSessionView(read.query, context, session))
      : fail('NO_SUCH_SESSION', text('cash.noSuchSession'));
  },
};
