/**
 * The night in figures, folded from what the ledger and the sale lines say.
 *
 * Invariant R1: every amount is a sum of ledger entries of sales and refunds; what a person typed somewhere else is in
 * none of them.
 * Invariant R2: revenue = drawer + card + rounding, in each transaction and so in every sum of them.
 */
import type { Account } from '../ledger/accounts.ts';

/** What ROUNDING stands for is the house's loss (positive) or gain of coins that there are none of. */
export interface LedgerSum {
  readonly kind: 'SALE' | 'REFUND';
  readonly account: Account;
  readonly eventId: string | null;
  readonly levelName: string | null;
  readonly typeName: string | null;
  readonly userId: string;
  readonly amountMinor: number;
}

export interface TicketCount {
  readonly eventId: string;
  readonly levelName: string | null;
  readonly typeName: string;
  readonly isComp: boolean;
  readonly userId: string;
  /** Sold is positive; given back is negative and a count of its own. */
  readonly tickets: number;
}

export interface ReprintCount {
  readonly userId: string;
  readonly tickets: number;
}

export interface FiguresRow {
  readonly key: string;
  readonly tickets: number;
  readonly amountMinor: number;
}

export interface NightFigures {
  readonly byEvent: readonly FiguresRow[];
  readonly byLevel: readonly FiguresRow[];
  readonly byType: readonly FiguresRow[];
  readonly byClerk: readonly FiguresRow[];
  readonly byTender: readonly FiguresRow[];
  readonly compsByClerk: readonly FiguresRow[];
  readonly refundsByClerk: readonly FiguresRow[];
  readonly reprintsByClerk: readonly FiguresRow[];
  readonly ticketRevenueMinor: number;
  readonly roundingMinor: number;
  readonly drawerMinor: number;
  readonly cardMinor: number;
  readonly balances: boolean;
}

const REVENUE: ReadonlySet<Account> = new Set(['ADVANCE_SALES', 'TICKET_REVENUE']);

/** Gathers tickets and money under keys, in the order in which they come. */
class Figures {
  readonly #rows = new Map<string, { tickets: number; amountMinor: number }>();

  add(key: string, { tickets = 0, amountMinor = 0 }: { tickets?: number; amountMinor?: number }): void {
    const row = this.#rows.get(key) ?? { tickets: 0, amountMinor: 0 };
    this.#rows.set(key, { tickets: row.tickets + tickets, amountMinor: row.amountMinor + amountMinor });
  }

  /** Rows of nothing left out: a basket that was sold and given back is in the refunds. */
  rows(): FiguresRow[] {
    return [...this.#rows]
      .map(([key, row]) => ({ key, ...row }))
      .filter(({ tickets, amountMinor }) => tickets !== 0 || amountMinor !== 0);
  }

  get amountMinor(): number {
    return [...this.#rows.values()].reduce((sum, row) => sum + row.amountMinor, 0);
  }
}

/**
 * Levels and types go by their names over all events; a ticket of no level counts under ''.
 * Sums are net of refunds, and comps are among the tickets. Tenders count no tickets: a split sale's belong to none.
 */
export function foldNight(
  sums: readonly LedgerSum[],
  counts: readonly TicketCount[],
  reprints: readonly ReprintCount[],
): NightFigures {
  const [byEvent, byLevel, byType, byClerk] = [new Figures(), new Figures(), new Figures(), new Figures()];
  const [byTender, comps, refunds, copies] = [new Figures(), new Figures(), new Figures(), new Figures()];
  const spread = (
    { eventId, levelName, typeName, userId }: Pick<LedgerSum, 'eventId' | 'levelName' | 'typeName' | 'userId'>,
    figures: { tickets?: number; amountMinor?: number },
  ): void => {
    byEvent.add(eventId ?? '', figures);
    byLevel.add(levelName ?? '', figures);
    byType.add(typeName ?? '', figures);
    byClerk.add(userId, figures);
  };
  let roundingMinor = 0;
  for (const sum of sums) {
    const { amountMinor } = sum;
    if (REVENUE.has(sum.account)) spread(sum, { amountMinor: -amountMinor });
    else if (sum.account === 'ROUNDING') roundingMinor += amountMinor;
    else {
      byTender.add(sum.account, { amountMinor });
      if (sum.kind === 'REFUND') refunds.add(sum.userId, { amountMinor: -amountMinor });
    }
  }
  for (const count of counts) {
    spread(count, { tickets: count.tickets });
    if (count.tickets < 0) refunds.add(count.userId, { tickets: -count.tickets });
    else if (count.isComp) comps.add(count.userId, { tickets: count.tickets });
  }
  for (const { userId, tickets } of reprints) copies.add(userId, { tickets });
  const tenders = byTender.rows();
  const tendered = (account: Account): number => tenders.find(({ key }) => key === account)?.amountMinor ?? 0;
  const ticketRevenueMinor = byEvent.amountMinor;
  return {
    byEvent: byEvent.rows(),
    byLevel: byLevel.rows(),
    byType: byType.rows(),
    byClerk: byClerk.rows(),
    byTender: tenders,
    compsByClerk: comps.rows(),
    refundsByClerk: refunds.rows(),
    reprintsByClerk: copies.rows(),
    ticketRevenueMinor,
    roundingMinor,
    drawerMinor: tendered('DRAWER'),
    cardMinor: tendered('CARD_CLEARING'),
    balances: ticketRevenueMinor === tendered('DRAWER') + tendered('CARD_CLEARING') + roundingMinor,
  };
}
