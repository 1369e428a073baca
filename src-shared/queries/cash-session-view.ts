/** A cash session as screens show it, and what its reader may not see yet. */
import { sql } from 'drizzle-orm';
import type { CashSessionView } from '../contract/cash.ts';
import type { Reader } from '../core/store.ts';
import { roleMay, type Role } from '../domain/access/permissions.ts';
import { instant, int, text } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';

type Query = Reader['query'];

export interface Viewer {
  readonly agencyId: string;
  readonly userId: string;
}

/** What a command has decided and not yet written. */
export interface Unwritten {
  readonly movements: readonly Row<'cashMovements'>[];
  readonly receipts: readonly Pick<Row<'receipts'>, 'id'>[];
  readonly entries: readonly Pick<Row<'ledgerEntries'>, 'account' | 'amountMinor' | 'cashSessionId'>[];
}

const NOTHING_UNWRITTEN: Unwritten = { movements: [], receipts: [], entries: [] };

/** What should be in the drawer: the sum of its entries (invariant C1). */
export async function expectedInDrawer(
  query: Query,
  agencyId: string,
  cashSessionId: string,
  unwritten: Unwritten = NOTHING_UNWRITTEN,
): Promise<number> {
  const [written] = await query(
    { sumMinor: int() },
    sql`select cast(coalesce(sum(amount_minor), 0) as bigint) from ledger_entries
        where agency_id = ${agencyId} and cash_session_id = ${cashSessionId} and account = 'DRAWER'`,
  );
  return unwritten.entries
    .filter((entry) => entry.account === 'DRAWER' && entry.cashSessionId === cashSessionId)
    .reduce((sum, entry) => sum + entry.amountMinor, written!.sumMinor);
}

export async function cashSessionView(
  query: Query,
  viewer: Viewer,
  session: Row<'cashSessions'>,
  unwritten: Unwritten = NOTHING_UNWRITTEN,
): Promise<CashSessionView> {
  const { agencyId } = viewer;
  const people = await query(
    { id: text(), name: text(), role: text<Role>() },
    sql`select id, name, role from users where agency_id = ${agencyId} and id in (${viewer.userId}, ${session.userId})`,
  );
  const role = people.find((person) => person.id === viewer.userId)?.role;
  const mayCompare = role !== undefined && roleMay(role, 'cash.seeExpected');
  const movements = await query(
    { kind: text(), amountMinor: int(), reason: text(), at: instant() },
    sql`select kind, amount_minor, reason, at from cash_movements
        where agency_id = ${agencyId} and cash_session_id = ${session.id} order by created_at, id`,
  );
  const receipts = await query(
    { id: text() },
    sql`select id from receipts where agency_id = ${agencyId} and cash_session_id = ${session.id} order by created_at, id`,
  );
  return {
    cashSessionId: session.id,
    status: session.status,
    userId: session.userId,
    userName: people.find((person) => person.id === session.userId)?.name ?? '',
    currency: session.currency,
    openedAt: session.openedAt,
    closedAt: session.closedAt,
    floatMinor: session.floatMinor,
    countedMinor: session.countedMinor,
    ...(await comparisonOf(query, agencyId, session, mayCompare, unwritten)),
    movements: [
      ...movements,
      ...unwritten.movements.map(({ kind, amountMinor, reason, at }) => ({ kind, amountMinor, reason, at })),
    ],
    receiptIds: [...receipts, ...unwritten.receipts].map(({ id }) => id),
  };
}

async function comparisonOf(
  query: Query,
  agencyId: string,
  session: Row<'cashSessions'>,
  mayCompare: boolean,
  unwritten: Unwritten,
): Promise<Pick<CashSessionView, 'expectedMinor' | 'differenceMinor'>> {
  const { countedMinor, differenceMinor } = session;
  // Closing empties the drawer: what was expected before is told by the count and its difference.
  if (countedMinor !== null && differenceMinor !== null)
    return { expectedMinor: countedMinor - differenceMinor, differenceMinor };
  if (!mayCompare) return { expectedMinor: null, differenceMinor: null };
  const expectedMinor = await expectedInDrawer(query, agencyId, session.id, unwritten);
  return { expectedMinor, differenceMinor: countedMinor === null ? null : countedMinor - expectedMinor };
}
