/** What a drawer's X and Z receipts count up, read from the ledger. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../core/store.ts';
import type { LedgerKind } from '../domain/ledger/accounts.ts';
import type { DrawerFigures, PostedFigure } from '../domain/receipt/drawer-sheet.ts';
import { int, json, text } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';

type Query = Reader['query'];

const posted = { kind: text<LedgerKind>(), amountMinor: int(), count: int() };

function postedToDrawer(query: Query, { agencyId, id }: Row<'cashSessions'>): Promise<PostedFigure[]> {
  return query(
    posted,
    sql`select t.kind, cast(sum(e.amount_minor) as bigint), count(distinct t.id) from ledger_entries e
        join ledger_transactions t on t.agency_id = e.agency_id and t.id = e.transaction_id
        where e.agency_id = ${agencyId} and e.cash_session_id = ${id} and e.account = 'DRAWER'
        group by t.kind order by t.kind`,
  );
}

/** Cards belong to no drawer: what was taken at its counter since it was opened, as the terminal there counts it. */
function postedToCards(query: Query, session: Row<'cashSessions'>): Promise<PostedFigure[]> {
  return query(
    posted,
    sql`select t.kind, cast(sum(e.amount_minor) as bigint), count(distinct t.id) from ledger_entries e
        join ledger_transactions t on t.agency_id = e.agency_id and t.id = e.transaction_id
        where e.agency_id = ${session.agencyId} and e.account = 'CARD_CLEARING' and e.at >= ${session.openedAt}
          and t.device_id = ${session.deviceId}
        group by t.kind order by t.kind`,
  );
}

async function lastCount(query: Query, { agencyId, id, countedMinor }: Row<'cashSessions'>) {
  if (countedMinor === null) return null;
  const counts = await query(
    { denominations: json<Record<string, number>>(), by: text() },
    sql`select c.denominations, coalesce(u.name, '') from cash_counts c
        left join users u on u.agency_id = c.agency_id and u.id = c.user_id
        where c.agency_id = ${agencyId} and c.cash_session_id = ${id} and c.kind = 'CLOSE' order by c.created_at, c.id`,
  );
  const last = counts.at(-1);
  return last ? { ...last, countedMinor, times: counts.length } : null;
}

/** @param session read locked, and not closed: closing empties the drawer */
export async function drawerFigures(
  query: Query,
  session: Row<'cashSessions'>,
  approval: DrawerFigures['approval'],
): Promise<DrawerFigures> {
  const [about] = await query(
    { owner: text(), noSales: int() },
    sql`select coalesce((select name from users where agency_id = ${session.agencyId} and id = ${session.userId}), ''),
               (select count(*) from cash_movements
                where agency_id = ${session.agencyId} and cash_session_id = ${session.id} and kind = 'NO_SALE')`,
  );
  return {
    ...about!,
    openedAt: session.openedAt,
    drawer: await postedToDrawer(query, session),
    cards: await postedToCards(query, session),
    count: await lastCount(query, session),
    approval,
  };
}
